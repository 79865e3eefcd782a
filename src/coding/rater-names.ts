/**
 * Groups of names that differ on some machines only: in upper and lower case, or in how an accented letter
 * is put together. Two logs with such names are one file on macOS and Windows.
 *
 * @returns groups of two names or more, in the order of their first.
 */
export function confusableNames(names: Iterable<string>): string[][] {
  const groups = new Map<string, Set<string>>();
  for (const name of names) {
    const key = fold(name);
    groups.set(key, (groups.get(key) ?? new Set()).add(name));
  }
  return [...groups.values()].filter(({ size }) => size > 1).map((group) => [...group]);
}

/** Whether two names are one, or differ on some machines only. */
export const areConfusable = (one: string, other: string): boolean => fold(one) === fold(other);

const fold = (name: string): string => name.normalize('NFC').toLowerCase().normalize('NFC');
