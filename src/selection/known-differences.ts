import { addProblem } from '../problem/problem.ts';
import type { Checked } from './check-flow.ts';
import { type Step, steps } from './flow.ts';
import type { FlowConfig } from './flow-schema.ts';
import { lastOf } from './flow-words.ts';
import type { FlowFile } from './read-flow.ts';

/** The same sums, each that does not add up with the reason that stands with its last number, if there is one. */
export function withKnown({ config }: FlowFile, checked: readonly Checked[]): Checked[] {
  return checked.map((one) =>
    one.verdict === 'differs' ? { ...one, known: knownAt(config, lastOf(one).path) } : one,
  );
}

function knownAt(config: FlowConfig, [of, name, step]: readonly PropertyKey[]): string | undefined {
  if (of === 'totals') return config.totals[String(name)]?.known;
  return config.sources[String(name)]?.[step as Step]?.known;
}

/** Tells reasons that are given where every sum adds up. */
export function tellIdle({ config, document, file }: FlowFile, checked: readonly Checked[]): void {
  const used = new Set(
    checked.flatMap((one) => (one.known === undefined ? [] : JSON.stringify(shortened(lastOf(one).path)))),
  );
  const declared: PropertyKey[][] = [
    ...Object.keys(config.sources).flatMap((name) => steps.map((step) => ['sources', name, step])),
    ...Object.keys(config.totals).map((name) => ['totals', name]),
  ];
  for (const path of declared) {
    if (knownAt(config, path) === undefined || used.has(JSON.stringify(path))) continue;
    addProblem(file, {
      rule: 'no-difference',
      reason: 'a difference is said to be known here, and no sum that ends here differs',
      place: document.keyPlace([...path, 'known']),
      advice: 'take "known" out, or put it with the number at which the difference is told',
      warning: true,
    });
  }
}

const shortened = (path: readonly PropertyKey[]): PropertyKey[] =>
  path.slice(0, path[0] === 'totals' ? 2 : 3);
