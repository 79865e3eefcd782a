import { alignerOf } from './align.ts';
import { type CodePointIndex, indexCodePoints } from './code-points.ts';

/** A coded passage: code points of the body, half-open, and the words that stood there. */
export interface Anchor {
  start: number;
  end: number;
  quote: string;
}

export interface Reanchored extends Anchor {
  /**
   * - `same`: the quote stands where it stood.
   * - `moved`: it stands, exactly, somewhere else.
   * - `approximate`: something like it stands here; a person has to confirm it.
   * - `lost`: nothing like it; start, end and quote are the old ones.
   */
  kind: 'same' | 'moved' | 'approximate' | 'lost';
  /** How alike the old and the new quote are: 1 is the same, 0 has nothing in common. */
  score: number;
  /** Of what has moved: in how many places the quote stands exactly; above 1, nearness alone decided. Else 1, or 0. */
  matches: number;
}

/** Below this similarity a passage is another passage: more than 3 of 10 letters would have to change. */
export const LEAST_SIMILARITY = 0.7;

/**
 * Finds a coded passage again in a body that may have been edited:
 *
 * 1. the exact quote at the old place;
 * 2. else the exact quote elsewhere: a place where it does not cut a word goes before one where it does
 *    ("it" before the "it" in "with"), then the nearest to the old start, then the earlier;
 * 3. else the stretch of whole words that is most similar, if at least `LEAST_SIMILARITY` (see `align.ts`);
 * 4. else it is lost.
 *
 * An empty quote has no words to follow and is lost.
 */
export const reanchor = (body: string, anchor: Anchor): Reanchored => reanchorIn(body)(anchor);

/** The same for many anchors of one body, which is prepared once. */
export function reanchorIn(body: string | CodePointIndex): (anchor: Anchor) => Reanchored {
  const index = typeof body === 'string' ? indexCodePoints(body) : body;
  let aligner: ReturnType<typeof alignerOf> | undefined;

  return (anchor) => {
    const { start, end, quote } = anchor;
    if (quote === '') return { kind: 'lost', start, end, quote, score: 0, matches: 0 };

    if (start >= 0 && end <= index.length && index.slice(start, end) === quote) {
      return { kind: 'same', start, end, quote, score: 1, matches: 1 };
    }
    const exact = exactMatches(index, quote, index.offsetOf(start));
    if (exact.best !== undefined) {
      const from = index.codePointAt(exact.best);
      const to = index.codePointAt(exact.best + quote.length);
      return { kind: 'moved', start: from, end: to, quote, score: 1, matches: exact.count };
    }

    aligner ??= alignerOf(index.text);
    const like = aligner(quote, index.offsetOf(start));
    if (!like || like.score < LEAST_SIMILARITY) {
      return { kind: 'lost', start, end, quote, score: 0, matches: 0 };
    }
    return {
      kind: 'approximate',
      start: index.codePointAt(like.start),
      end: index.codePointAt(like.end),
      quote: index.text.slice(like.start, like.end),
      score: like.score,
      matches: 0,
    };
  };
}

/** All exact places of a quote, and the best of them, as offsets. */
function exactMatches(
  { text }: CodePointIndex,
  quote: string,
  near: number,
): { count: number; best: number | undefined } {
  let count = 0;
  let best: number | undefined;
  let bestCuts = false;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (splitsPair(text, at) || splitsPair(text, at + quote.length)) continue;
    count++;
    const cuts = cutsWord(text, at) || cutsWord(text, at + quote.length);
    const better =
      best === undefined || (cuts === bestCuts ? Math.abs(at - near) < Math.abs(best - near) : bestCuts);
    if (better) {
      best = at;
      bestCuts = cuts;
    }
  }
  return { count, best };
}

const splitsPair = (text: string, offset: number): boolean =>
  (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;

/** True where a word, or a letter and its marks, goes on across an offset (UTF-16 units). */
export function cutsWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (/\p{M}|\p{Emoji_Modifier}|\u200d/u.test(after)) return true;
  return (
    /[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(offset - 2, 0), offset)) && /[\p{L}\p{N}]/u.test(after)
  );
}
