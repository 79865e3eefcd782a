import { typedWords } from './typed-words.ts';

/** A line of text that is being written; the caret is an offset in UTF-16 units, at the edge of a character. */
export interface Line {
  text: string;
  caret: number;
}

export const emptyLine: Line = { text: '', caret: 0 };

export const lineOf = (text: string): Line => ({ text, caret: text.length });

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a key does to the line; undefined for a key that does nothing to a line. */
export function editLine({ text, caret }: Line, key: string | { paste: string }): Line | undefined {
  const [before, after] = [text.slice(0, caret), text.slice(caret)];
  const insert = (words: string): Line => ({ text: before + words + after, caret: caret + words.length });
  if (typeof key !== 'string') return insert(typedWords(key.paste));
  switch (key) {
    case 'backspace':
    case 'ctrl-h': {
      const kept = before.slice(0, lastEdge(before));
      return { text: kept + after, caret: kept.length };
    }
    case 'delete':
      return { text: before + after.slice(firstEdge(after)), caret };
    case 'left':
      return { text, caret: lastEdge(before) };
    case 'right':
      return { text, caret: caret + firstEdge(after) };
    case 'home':
    case 'ctrl-a':
      return { text, caret: 0 };
    case 'end':
    case 'ctrl-e':
      return lineOf(text);
    case 'ctrl-u':
      return { text: after, caret: 0 };
    case 'ctrl-w': {
      const kept = before.replace(/\S+\s*$/u, '');
      return { text: kept + after, caret: kept.length };
    }
    default:
      return isTyped(key) ? insert(typedWords(key)) : undefined;
  }
}

/** True for the characters themselves, false for names of keys such as `up` or `ctrl-x`. */
export const isTyped = (key: string): boolean => {
  const [first, second] = graphemes.segment(key);
  return first !== undefined && second === undefined && !/^\p{Cc}/u.test(key);
};

/** In UTF-16 units: no character is longer, and the segmenter takes the square of the length of a text. */
const NEAR = 200;

function lastEdge(text: string): number {
  const near = Math.max(0, text.length - NEAR);
  return near + ([...graphemes.segment(text.slice(near))].at(-1)?.index ?? 0);
}

const firstEdge = (text: string): number => {
  const [first] = graphemes.segment(text.slice(0, NEAR));
  return first?.segment.length ?? 0;
};
