/** A word, or one sign that is no word, with its place in UTF-16 units. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/**
 * Words for comparing texts. Scripts that are written without spaces give a token per character, else
 * a sentence would be one word. Not the words that are counted and reported: see `segments.ts`.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const MARKS = '(?:[\\p{M}\\p{Emoji_Modifier}]|\\u200d\\S)*';
const WORD = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{Pc}][\\p{M}\\u200c\\u200d]*(?:['’](?=\\p{L}))?)+`;

/** A run of letters, digits and inner apostrophes; else one character with its marks and joined signs. */
const TOKEN = new RegExp(`${WORD}|\\S${MARKS}`, 'gu');
