import type { CodePointIndex, Span } from '../text/code-points.ts';
import { sentences, words } from '../text/segments.ts';

/** A turn that has words. Positions are code points of the body, half-open. */
export interface ReadingTurn {
  speaker: string | null;
  /** Milliseconds from the beginning of the recording. */
  time: number | null;
  /** True where it counts as a unit, as a rule what participants say; see `countedSpeakers`. */
  counts: boolean;
  /** Of the words; the label is before it. */
  start: number;
  end: number;
  paragraphs: readonly Span[];
}

/** A transcript as it is read and coded. */
export interface ReadingText {
  document: string;
  /** `notes` are ours and `fictional` people are invented; both are said wherever they are shown. */
  kind: 'transcript' | 'notes' | 'fictional';
  /** Short hash of the body. */
  hash: string;
  body: CodePointIndex;
  /** In order; at least one. */
  turns: readonly ReadingTurn[];
  /** Everybody who speaks, each once. */
  speakers: readonly string[];
  /** Of a turn, by its number: in order, at least one. Found when first asked for. */
  sentencesOf(turn: number): readonly Span[];
  wordsOf(turn: number): readonly Span[];
}

/**
 * @param turns those without words are left out.
 * @param language a BCP 47 tag.
 * @param counts whose turns count as units; everybody's unless told.
 * @throws a RangeError where no turn has words.
 */
export function readingText(
  { document, kind, hash, body }: Pick<ReadingText, 'document' | 'kind' | 'hash' | 'body'>,
  turns: readonly { speaker: string | null; start: number | null; paragraphs: readonly Span[] }[],
  language = 'en',
  counts: (speaker: string | null) => boolean = () => true,
): ReadingText {
  const spoken = turns.flatMap(({ speaker, start: time, paragraphs }): ReadingTurn[] => {
    const [first, last] = [paragraphs[0], paragraphs.at(-1)];
    if (!first || !last) return [];
    return [{ speaker, time, counts: counts(speaker), start: first.start, end: last.end, paragraphs }];
  });
  if (spoken.length === 0) throw new RangeError(`${document} has no words`);
  const cached = (cut: (text: string, language: string) => Span[]) => {
    const known = new Map<number, readonly Span[]>();
    return (turn: number): readonly Span[] => {
      const found = known.get(turn) ?? (spoken[turn]?.paragraphs ?? []).flatMap((one) => partsOf(one, cut));
      known.set(turn, found);
      return found;
    };
  };
  const partsOf = (paragraph: Span, cut: (text: string, language: string) => Span[]): Span[] => {
    const { start, end } = paragraph;
    const parts = cut(body.slice(start, end), language);
    return parts.length === 0
      ? [{ start, end }]
      : parts.map((part) => ({ start: start + part.start, end: start + part.end }));
  };
  const speakers = [...new Set(spoken.flatMap(({ speaker }) => speaker ?? []))];
  return {
    document,
    kind,
    hash,
    body,
    speakers,
    turns: spoken,
    sentencesOf: cached(sentences),
    wordsOf: cached(words),
  };
}

/** The number of the turn that a position is in; of one between two turns the one before it, else the first. */
export function turnAt({ turns }: ReadingText, position: number): number {
  let [low, high] = [0, turns.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((turns[middle]?.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The last of some ordered spans that begins at a position or before it; else the first. */
export function spanAt(spans: readonly Span[], position: number): Span {
  const found = spans.findLast(({ start }) => start <= position) ?? spans[0];
  if (!found) throw new RangeError('there are no spans');
  return found;
}

export const sentenceAt = (text: ReadingText, position: number): Span =>
  spanAt(text.sentencesOf(turnAt(text, position)), position);

export const wordAt = (text: ReadingText, position: number): Span =>
  spanAt(text.wordsOf(turnAt(text, position)), position);

/** The first word that ends behind a position, in its turn or a later one; else the last of all. */
export function wordFrom(text: ReadingText, position: number): Span {
  for (let turn = turnAt(text, position); text.turns[turn]; turn += 1) {
    const words = text.wordsOf(turn);
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle]?.end ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    const found = words[low];
    if (found) return found;
  }
  return spanAt(text.wordsOf(text.turns.length - 1), position);
}

export function paragraphAt(text: ReadingText, position: number): Span {
  return spanAt(text.turns[turnAt(text, position)]?.paragraphs ?? [], position);
}

export function turnSpanAt(text: ReadingText, position: number): Span {
  const turn = text.turns[turnAt(text, position)];
  if (!turn) throw new RangeError('there are no turns');
  return { start: turn.start, end: turn.end };
}

/** The document's name, with what has to be said of its kind. */
export const titleOf = ({ document, kind }: ReadingText): string =>
  kind === 'transcript' ? document : `${document} (${kind})`;
