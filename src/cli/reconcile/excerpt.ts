import type { Difference } from '../../reconciliation/differences.ts';
import type { Surroundings } from '../../study/surroundings.ts';
import type { Span } from '../../text/code-points.ts';
import { sentences } from '../../text/segments.ts';

/** Sentences that are shown before and after coded words. */
const AROUND = 2;
/** Characters at most of what is shown around them, and at each end of a coding that is longer than twice that. */
const MOST = 200;
/** What is left out between two stretches is at least as long. */
const GAP = 20;

/**
 * The coded words with a little around them: what is shown first of a passage that may be long.
 *
 * @returns stretches of the document in their order; one over all of the surroundings where nothing is left out.
 */
export function excerptOf({ turns }: Surroundings, { views, marked }: Difference, language: string): Span[] {
  const paragraphs = turns.flatMap((turn) => turn.paragraphs);
  const all = paragraphs.flatMap(({ start, text }) =>
    sentences(text, language).map((one) => ({ start: start + one.start, end: start + one.end })),
  );
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return [];
  const characters = paragraphs.map(({ start, text }) => ({ start, text: [...text] }));
  // Between paragraphs there is white space only.
  const at = (place: number): string => {
    const own = characters.findLast(({ start }) => start <= place);
    return own?.text[place - own.start] ?? ' ';
  };
  const isIn = ({ start, end }: Span): boolean => start < last.end && first.start < end;
  const coded = views.flatMap(({ codings }) => codings).filter(isIn);
  const spans = (coded.length > 0 ? coded : [marked].filter(isIn)).flatMap(({ start, end }) => {
    const from = all.findIndex((one) => one.end > start);
    const to = all.findLastIndex((one) => one.start < end);
    const before = all[Math.max(0, from - AROUND)]?.start ?? start;
    const after = all[to + AROUND]?.end ?? last.end;
    const begin = before < start - MOST ? wordFrom(at, start - MOST, start) : Math.min(before, start);
    const close = after > end + MOST ? wordUpTo(at, end + MOST, end) : Math.max(after, end);
    if (end - start <= 2 * MOST) return [{ start: begin, end: close }];
    return [
      { start: begin, end: wordUpTo(at, start + MOST, start) },
      { start: wordFrom(at, end - MOST, end), end: close },
    ];
  });
  return joined(
    spans.map((one) => ({ start: Math.max(first.start, one.start), end: Math.min(last.end, one.end) })),
  );
}

/** Where the first word after a place begins, and where the last before it ends; the place itself where there is none near. */
function wordFrom(at: (place: number) => string, from: number, until: number): number {
  for (let place = from; place < until; place += 1) if (/\s/u.test(at(place - 1))) return place;
  return from;
}

function wordUpTo(at: (place: number) => string, to: number, from: number): number {
  for (let place = to; place > from; place -= 1) if (/\s/u.test(at(place))) return place;
  return to;
}

function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const one of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && one.start - last.end < GAP) last.end = Math.max(last.end, one.end);
    else found.push({ ...one });
  }
  return found;
}
