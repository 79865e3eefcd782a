import { extname } from 'node:path';
import type { Turn } from '../transcript/transcript.ts';

/*
 * Originals are not in git, frozen transcripts are. Where people got other names, what else gives them away is
 * told; words are never changed.
 */

/** The file's name as the transcript's source, unless it holds a name that was renamed. */
export function sourceName(name: string, document: string, rename: ReadonlyMap<string, string>): string {
  const words = wordsIn(name);
  const gives = goneWords(rename).some((word) => words.includes(fold(word)));
  return gives ? `${document}${extname(name)}` : name;
}

/** Parts of names that are gone from the labels and still said, and how often. */
export function namesLeftIn(
  turns: readonly Turn[],
  rename: ReadonlyMap<string, string>,
): { name: string; times: number }[] {
  const gone = new Map(goneWords(rename).map((word) => [word, 0]));
  if (gone.size === 0) return [];
  for (const { paragraphs } of turns) {
    for (const paragraph of paragraphs) {
      for (const [word] of paragraph.matchAll(/[\p{L}\p{M}]+/gu)) {
        const times = gone.get(word);
        if (times !== undefined) gone.set(word, times + 1);
      }
    }
  }
  return [...gone].flatMap(([name, times]) => (times > 0 ? [{ name, times }] : []));
}

/** Words of old names, three letters or more and with a capital, that no new name has. */
function goneWords(rename: ReadonlyMap<string, string>): string[] {
  const kept = new Set([...rename.values()].flatMap(wordsIn));
  const words = [...rename.keys()].flatMap((name) => name.match(/[\p{L}\p{M}]+/gu) ?? []);
  return [...new Set(words)].filter(
    (word) =>
      [...word].length >= 3 &&
      /^[\p{Lu}\p{Lo}]/u.test(word) &&
      !kept.has(fold(word)) &&
      !ROLES.has(fold(word)),
  );
}

const wordsIn = (text: string): string[] => (text.match(/[\p{L}\p{M}]+/gu) ?? []).map(fold);

const fold = (word: string): string => word.normalize('NFC').toLowerCase();

const ROLES = new Set([
  'speaker',
  'unknown',
  'interviewer',
  'interviewee',
  'participant',
  'moderator',
  'host',
  'guest',
  'sprecher',
  'speaker',
]);
