import type { ColumnHead } from '../column-head.ts';

/** The same heads, each with a name: a blank one becomes `column-3`, one that is there already gets ` (2)`. */
export function uniqueNames(heads: readonly ColumnHead[]): ColumnHead[] {
  const used = new Set<string>();
  return heads.map((head, column) => {
    const wanted = head.name || `column-${column + 1}`;
    let name = wanted;
    for (let number = 2; used.has(fold(name)); number++) name = `${wanted} (${number})`;
    used.add(fold(name));
    return { ...head, name, question: head.question || name };
  });
}

const fold = (name: string): string => name.toLowerCase();
