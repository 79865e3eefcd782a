/** Without those that look alike: I and l, O and 0. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const pool = [...letters, ...'abcdefghijkmnpqrstuvwxyz', ...'23456789'];

/** What all codes share that come after the last mark. */
export const sharedMark = '*';

/** A mark for each label, of its own: the first letter of a word of it where that is free, else another letter of it. */
export function codeMarks(labels: readonly string[]): string[] {
  const free = new Set(pool);
  return labels.map((label) => {
    const plain = label
      .normalize('NFKD')
      .toUpperCase()
      .replace(/[^A-Z\s]+/gu, ' ');
    const wanted = [...plain.split(/\s+/u).map((word) => word.charAt(0)), ...plain];
    const mark = [...wanted, ...pool].find((one) => free.has(one)) ?? sharedMark;
    free.delete(mark);
    return mark;
  });
}
