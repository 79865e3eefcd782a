/**
 * A speaker's name as a label can hold it: one line, single spaces, no asterisks (they end the label).
 * Null for an empty name and for `?`, which is how a body writes that nobody knows who speaks.
 */
export function speakerName(name: string | null): string | null {
  if (name !== null && PLAIN.test(name)) return name;
  const plain = (name ?? '').replace(/\*/g, '').replace(/\s+/g, ' ').trim();
  return plain === '' || plain === '?' ? null : plain;
}

/** What is most often there, recognised in one step. */
const PLAIN = /^[\p{L}\p{N}.'-]+(?: [\p{L}\p{N}.'-]+)*$/u;
