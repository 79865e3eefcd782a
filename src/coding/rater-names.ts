/**
 * Groups of names that differ on some machines only: in upper and lower case, or in how an accented letter
 * is put together. Two logs with such names are one file on macOS and Windows.
 *
 * @returns groups of two names or more, in the order of their first.
 */
export function confusableNames(names: Iterable<string>): string[][] {
  const groups = new Map<string, Set<string>>();
  for (const name of names) {
    const key = name.normalize('NFC').toLowerCase().normalize('NFC');
    groups.set(key, (groups.get(key) ?? new Set()).add(name));
  }
  return [...groups.values()].filter(({ size }) => size > 1).map((group) => [...group]);
}
