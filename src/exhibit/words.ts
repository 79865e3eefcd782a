const small = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A count for a sentence: words up to twelve ("no" for 0), digits above. */
export const inWords = (count: number): string => small[count] ?? String(count);

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** A label within a sentence: without a full stop of its own. */
export const unstopped = (label: string): string => label.replace(/\.\s*$/u, '');

/** A name for use in paths: `strongly agree` becomes `strongly-agree`. */
export const slug = (label: string): string =>
  label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Headings of a CSV file from labels: each its own, and none of those `taken`. */
export function columnKeys(labels: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken);
  return labels.map((label, at) => {
    const wanted = slug(label) || `column-${at + 1}`;
    let key = wanted;
    for (let next = 2; used.has(key); next++) key = `${wanted}-${next}`;
    used.add(key);
    return key;
  });
}
