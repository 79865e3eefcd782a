import { edits } from '../text/edits.ts';
import { words } from '../text/segments.ts';
import type { Turn } from './transcript.ts';

export interface SpeakerCount {
  /** Null for what no one is named for. */
  speaker: string | null;
  turns: number;
  /** Counted by `words` of text/segments. */
  words: number;
  /** The beginning of the first thing they say, to recognise them by; at most 80 characters. */
  firstLine: string;
}

/** The speakers in the order in which they first speak. */
export function countSpeakers(turns: readonly Turn[], language?: string): SpeakerCount[] {
  const counts = new Map<string | null, SpeakerCount>();
  for (const { speaker, paragraphs } of turns) {
    let counted = counts.get(speaker);
    if (!counted) {
      counted = { speaker, turns: 0, words: 0, firstLine: '' };
      counts.set(speaker, counted);
    }
    counted.turns++;
    for (const paragraph of paragraphs) counted.words += words(paragraph, language).length;
    if (counted.firstLine === '') counted.firstLine = shortened(paragraphs[0] ?? '');
  }
  return [...counts.values()];
}

const shortened = (text: string): string => {
  const characters = [...(text.split('\n', 1)[0] ?? '').slice(0, 200)];
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
};

export interface SuspectedVariant {
  names: [string, string];
  why: 'case or spacing' | 'an addition in brackets' | 'initials' | 'part of the name' | 'one letter';
}

/**
 * Pairs of names that may be one person's: the same but for case, spacing and punctuation; with an addition
 * ("Ana (host)"); initials ("AJ", "A. Jonas" and "Adam Jonas"); part of the name ("Ana" and "Ana Ruiz"); one
 * letter apart, in names of four letters or more. Names with different figures ("Speaker 1", "Speaker 2") are
 * different people.
 */
export function suspectedVariants(names: readonly string[]): SuspectedVariant[] {
  const found: SuspectedVariant[] = [];
  const distinct = [...new Set(names)];
  for (const [at, a] of distinct.entries()) {
    for (const b of distinct.slice(at + 1)) {
      const why = whySame(a, b);
      if (why) found.push({ names: [a, b], why });
    }
  }
  return found;
}

function whySame(a: string, b: string): SuspectedVariant['why'] | undefined {
  const [wordsA, wordsB] = [nameWords(a), nameWords(b)];
  if (wordsA.join('') === wordsB.join('')) return 'case or spacing';
  const [bareA, bareB] = [withoutBrackets(a), withoutBrackets(b)].map(nameWords);
  if (!bareA?.length || !bareB?.length) return undefined;
  if (bareA.join('') === bareB.join('')) return 'an addition in brackets';
  if (figures(bareA) !== figures(bareB)) return undefined;
  if (isInitialsOf(bareA, bareB) || isInitialsOf(bareB, bareA)) return 'initials';
  if (isIn(bareA, bareB) || isIn(bareB, bareA)) return 'part of the name';
  const [joinedA, joinedB] = [bareA.join(' '), bareB.join(' ')];
  const letters = Math.min(joinedA.length, joinedB.length);
  return letters >= 4 && Math.abs(joinedA.length - joinedB.length) < 2 && edits(joinedA, joinedB) === 1
    ? 'one letter'
    : undefined;
}

const nameWords = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const withoutBrackets = (name: string): string => name.replace(/[([{][^)\]}]*[)\]}]/g, ' ');

const figures = (parts: readonly string[]): string =>
  parts
    .join(' ')
    .replace(/\P{N}+/gu, ' ')
    .trim();

/** "aj", "a j" or "a jonas" for "adam jonas". */
function isInitialsOf(short: readonly string[], long: readonly string[]): boolean {
  if (long.length < 2) return long.length === 1 && short.join('').length === 1 && long[0]?.[0] === short[0];
  const initials = long.map((word) => word.charAt(0)).join('');
  if (short.join('') === initials) return true;
  return (
    short.length === long.length &&
    short.some((word) => word.length === 1) &&
    short.every((word, at) => word === long[at] || word === long[at]?.charAt(0))
  );
}

const isIn = (part: readonly string[], whole: readonly string[]): boolean =>
  part.length < whole.length && part.every((word) => word.length > 1 && whole.includes(word));

/**
 * The turns with speakers renamed; names that are not in the map stay. Turns are not joined where two
 * neighbours are now by one person: what is a turn was decided in reading.
 */
export const renameSpeakers = (turns: readonly Turn[], names: ReadonlyMap<string, string>): Turn[] =>
  turns.map((turn) => ({
    ...turn,
    speaker: turn.speaker === null ? null : (names.get(turn.speaker) ?? turn.speaker),
  }));
