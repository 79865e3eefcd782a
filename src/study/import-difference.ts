import { VFile } from 'vfile';
import { quote } from '../problem/problem.ts';
import { identityIn } from '../survey/identity-text.ts';
import { bodyOf, readFrozen } from '../transcript/frozen.ts';
import { firstDifference, wordsOf } from '../transcript/same-words.ts';

/** In what two frozen transcripts differ, the body first; a phrase each. */
export function describeDifference(before: string, after: string): { body: boolean; phrases: string[] } {
  const [old, now] = [before, after].map((value) => readFrozen(new VFile({ path: 'x.md', value })));
  const body = bodyOf(before) !== bodyOf(after);
  if (!old || !now) return { body: true, phrases: ['the file there is no transcript that can be read'] };
  const phrases: string[] = [];
  if (body) {
    const words = firstDifference(wordsOf(spoken(old)), wordsOf(spoken(now)));
    if (words) {
      phrases.push(
        `after ${words.at} words it says ${shownWords(words.original)} where the import has ${shownWords(words.frozen)}`,
      );
    }
    if (old.turns.length !== now.turns.length) {
      phrases.push(`it has ${old.turns.length} turns and the import ${now.turns.length}`);
    }
    const [who, whoNow] = [old, now].map(({ turns }) => [
      ...new Set(turns.map(({ speaker }) => speaker ?? '?')),
    ]);
    if (who?.join('\n') !== whoNow?.join('\n')) {
      phrases.push(`its speakers are ${who?.join(', ')} and the import's ${whoNow?.join(', ')}`);
    }
    if (phrases.length === 0) phrases.push('labels, times or paragraphs of its body differ');
  }
  const keys = [
    ...new Set([...Object.keys(old.front), ...Object.keys(now.front)]),
  ] as (keyof typeof old.front)[];
  for (const key of keys) {
    const [a, b] = [old.front[key], now.front[key]].map(shown);
    if (a === b) continue;
    phrases.push(
      a === undefined
        ? `it has no ${key}`
        : b === undefined
          ? `the import has no ${key}`
          : `its ${key} is ${a} and not ${b}`,
    );
  }
  if (phrases.length === 0) phrases.push('its front matter is written in another way');
  return { body, phrases };
}

function shownWords(words: readonly string[]): string {
  if (words.length === 0) return 'nothing';
  const text = words.join(' ');
  return identityIn(text) ? 'words that may identify somebody' : quote(text);
}

const shown = (value: string | string[] | undefined): string | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? quote(value) : `[${value.join(', ')}]`;

function spoken({
  body,
  turns,
}: {
  body: string;
  turns: readonly { paragraphs: readonly { start: number; end: number }[] }[];
}): string {
  const characters = [...body];
  return turns
    .flatMap(({ paragraphs }) => paragraphs.map(({ start, end }) => characters.slice(start, end).join('')))
    .join('\n');
}
