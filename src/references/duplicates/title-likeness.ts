import { edits } from '../../text/edits.ts';
import type { NormalTitle } from './normal-title.ts';
import { mostWordsMissing } from './title-bits.ts';

export type LikenessKind = 'same' | 'order' | 'spelling' | 'word missing';

export interface Likeness {
  kind: LikenessKind;
  /** From 0 to 1, which is the same: 1 less the edits, for each letter of the longer one. */
  similarity: number;
}

/**
 * How alike two titles are, word by word and in any order, so that swapped subtitles are alike, and titles that differ in
 * a word of content are not, however long they are: each word needs one in the other title that is the same or mistyped.
 * Other numbers, and a notice about a work beside the work, are never alike.
 */
export function titleLikeness(a: NormalTitle, b: NormalTitle): Likeness | undefined {
  if (a.text === '' || b.text === '' || a.numbers !== b.numbers || a.notice !== b.notice) return undefined;
  if (a.text === b.text) return { kind: 'same', similarity: 1 };
  const rest = new Map<string, number>();
  for (const word of b.content) rest.set(word, (rest.get(word) ?? 0) + 1);
  const onlyA: string[] = [];
  for (const word of a.content) {
    const left = rest.get(word) ?? 0;
    if (left > 0) rest.set(word, left - 1);
    else onlyA.push(word);
    if (onlyA.length > mostWordsMissing) return undefined;
  }
  const onlyB = [...rest].flatMap(([word, left]) => Array<string>(left).fill(word));
  if (onlyB.length > mostWordsMissing) return undefined;
  const longer = Math.max(a.text.length, b.text.length);
  if (onlyA.length + onlyB.length === 0) {
    const isOrder = a.content.length > 0 && a.content.some((word, at) => word !== b.content[at]);
    return {
      kind: isOrder ? 'order' : 'spelling',
      similarity: 1 - Math.abs(a.text.length - b.text.length) / longer,
    };
  }
  const typed = typedEdits(onlyA, onlyB);
  if (typed !== undefined) return { kind: 'spelling', similarity: 1 - typed / longer };
  const lost = [...onlyA, ...onlyB];
  const words = Math.max(a.content.length, b.content.length);
  if (lost.length !== 1 || words < LONG || /\d/.test(lost[0] as string)) return undefined;
  return { kind: 'word missing', similarity: 1 - (lost[0] as string).length / longer };
}

/** The edits that make the one words of the others; undefined where they are other words. */
function typedEdits(some: readonly string[], others: readonly string[]): number | undefined {
  const [one, other] = [some.join(''), others.join('')];
  if (one === other) return 0;
  if (some.length === 0 || others.length === 0) return undefined;
  const left = [...others];
  let all = 0;
  const alone: string[] = [];
  for (const word of some) {
    const at = left.findIndex((candidate) => isMistyped(word, candidate));
    if (at === -1) alone.push(word);
    else all += edits(word, left.splice(at, 1)[0] as string);
  }
  if (alone.length === 0 && left.length === 0) return all;
  // Words that were written as one, or apart.
  const [a, b] = [alone.join(''), left.join('')];
  return alone.length !== left.length && Math.min(a.length, b.length) >= 4 && isMistyped(a, b)
    ? all + edits(a, b)
    : undefined;
}

/**
 * True for the same word with one slip; two in one of six letters or more that begins as it should. `un-`, `in-`, `non-` and `a-` make another word of it, and
 * short words are too close to each other.
 */
function isMistyped(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short === long) return true;
  if (short.length < 3 || long.length - short.length > 2 || /\d/.test(long)) return false;
  if (
    long.endsWith(short) &&
    /^(?:un|in|im|ir|il|a|an|de|re|co|bi)$/.test(long.slice(0, long.length - short.length))
  )
    return false;
  const most = short.length < 4 ? (long.length === 4 ? 1 : 0) : short.length < 6 ? 1 : 2;
  if (most === 0 || (most === 2 && a[0] !== b[0] && a[1] !== b[1])) return false;
  return edits(a, b) <= (most === 2 && a[0] !== b[0] ? 1 : most);
}

/** Titles with fewer words of content are too short for one to be missing. */
const LONG = 6;
