import { quote } from '../problem/problem.ts';
import { cutsWord } from '../text/anchor.ts';
import type { Span } from '../text/code-points.ts';
import { speakerFilter } from './agreement-units.ts';
import type { CodedDocument, Corpus } from './corpus.ts';

/**
 * Why a place that somebody typed may not be the one that was meant: it cuts a word, nobody speaks there, or somebody
 * who is no participant does. Sentences without a full stop; none where nothing speaks against it.
 */
export function placeDoubts(corpus: Corpus, document: CodedDocument, { start, end }: Span): string[] {
  const { text, id } = document;
  const cuts = (position: number): boolean => cutsWord(text.text, text.offsetOf(position));
  const doubts: string[] = [];
  if (cuts(start) || cuts(end)) {
    let [from, to] = [start, end];
    while (cuts(from)) from -= 1;
    while (cuts(to)) to += 1;
    doubts.push(
      `${start}-${end} begins or ends within a word: there stands ${quote(text.slice(start, end))}, and the whole words are at ${from}-${to}, ${quote(text.slice(from, to))}`,
    );
  }

  const inside = document.frozen.turns.flatMap(({ speaker, paragraphs }) =>
    paragraphs
      .map((part) => ({ speaker, start: Math.max(start, part.start), end: Math.min(end, part.end) }))
      .filter((part) => part.start < part.end),
  );
  const isBlank = (from: number, to: number): boolean => text.slice(from, to).trim() === '';
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last || !isBlank(start, first.start) || !isBlank(last.end, end)) {
    doubts.push(
      `${start}-${end} ${first ? 'takes in' : 'is'} a speaker's name, a time or other text outside the words of any turn: there stands ${quote(text.slice(start, end))}`,
    );
  }
  const counts = speakerFilter(corpus, 'participants');
  const others = new Set(
    inside.flatMap(({ speaker }) => (counts(speaker, id) ? [] : [speaker ?? 'nobody known'])),
  );
  if (others.size > 0) {
    doubts.push(
      `${start}-${end} ${others.size === 1 && inside.length === 1 ? 'is' : 'takes in'} what is said by ${[...others].join(', ')}, not among the participants`,
    );
  }
  return doubts;
}
