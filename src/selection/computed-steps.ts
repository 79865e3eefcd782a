import { chainOf } from './chain.ts';
import type { Count, FlowSource, Step } from './flow.ts';
import type { Term } from './law.ts';

/** What the other boxes of a source give for steps that are not reported, as far as they do. */
export function computedSteps(source: FlowSource): Map<Step, number> {
  const laws = chainOf(source);
  const found = new Map<Step, number>();
  const countOf = ({ count, path }: Term): Count => count ?? found.get(path[2] as Step) ?? null;
  for (let changed = true; changed; ) {
    changed = false;
    for (const { left, right } of laws) {
      const [unknown, ...more] = [...left, ...right].filter((term) => countOf(term) === null);
      if (!unknown || more.length > 0) continue;
      const rest = (terms: readonly Term[]) => terms.reduce((sum, term) => sum + (countOf(term) ?? 0), 0);
      const value = left.includes(unknown) ? rest(right) : rest(left) - rest(right);
      // A negative number is no count; that the boxes contradict each other is told elsewhere.
      if (value < 0) continue;
      found.set(unknown.path[2] as Step, value);
      changed = true;
    }
  }
  return found;
}
