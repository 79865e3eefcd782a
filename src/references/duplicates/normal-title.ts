import { tokens } from '../../text/tokens.ts';
import { fold } from './fold.ts';
import { titleBits } from './title-bits.ts';

/** A title as titles are compared: no diacritics, case, punctuation or LaTeX. */
export interface NormalTitle {
  /** Its words with blanks between them. */
  text: string;
  words: readonly string[];
  /** Those that are no articles, prepositions or conjunctions. */
  content: readonly string[];
  /** Of `content`. */
  bits: readonly [number, number];
  /** Its numbers, sorted; `part ii` and `second` among them: other numbers, another work. */
  numbers: string;
  /** What it says of another work, such as `erratum`; blank for a work of its own. */
  notice: string;
}

export function normalTitle(title: string): NormalTitle {
  const plain = fold(title.replace(ENTITY, (entity) => entities[entity.toLowerCase()] ?? ' '))
    .replace(/<\/?[a-z]{1,6}>/g, ' ')
    .replace(/(?<=\p{L})\+\+/gu, 'plusplus')
    .replace(/(?<=\p{L})\\?#/gu, 'sharp')
    .replace(/</g, ' less ')
    .replace(/>/g, ' greater ')
    .replace(/\$|\\[a-z]+|\\./g, ' ')
    .replace(/[’'ʼ`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(RETRACTED, '');
  const words = WORDS.test(plain)
    ? (plain.match(/[a-z0-9]+/g) ?? [])
    : tokens(plain.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')).map(({ text }) => text);
  const content = words.filter((word) => !small.has(word));
  return {
    text: words.join(' '),
    words,
    content,
    bits: titleBits(content),
    numbers: numbersIn(words),
    notice: NOTICE.exec(words.join(' '))?.[0] ?? '',
  };
}

/** The title and subtitle, where there is one: after a colon, a question mark, or a dash between blanks. */
export function splitTitle(title: string): [main: string, subtitle: string] {
  const found = /[:?]\s+|\s+[-–—]+\s+|:|\.\s+(?=\p{L})/u.exec(title);
  if (!found || found.index === 0) return [title, ''];
  return [title.slice(0, found.index), title.slice(found.index + found[0].length)];
}

function numbersIn(words: readonly string[]): string {
  const found: string[] = [];
  words.forEach((word, at) => {
    const digits = word.match(/\d+/g);
    const number =
      spelt.get(word) ?? (AFTER.test(words[at - 1] ?? '') && word.length === 1 ? word : undefined);
    if (digits) found.push(...digits.map((one) => String(Number(one))));
    else if (number !== undefined) found.push(number);
  });
  return found.sort().join(' ');
}

/** A publisher's mark: in brackets, or with a colon or a full stop behind it. */
const RETRACTED = /^\s*(?:\[retracted(?: article| paper)?\]\s*[:.]?|retracted(?: article| paper)?\s*[:.])/i;

/** True for a title with the mark of a work that was retracted. */
export const isRetracted = (title: string): boolean => RETRACTED.test(title);

const WORDS = /^[\u0000-\u007f]*$/;
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d+);/gi;
const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&#39;': "'",
};
const NOTICE =
  /^(?:(?:publishers?|authors?|editors?) )?(?:erratum|errata|corrigendum|corrigenda|correction|corrections|addendum|retraction|withdrawal|expression of concern|comments? on|comment|reply to|response to|discussion of|book review|review of|editorial)\b/;
const AFTER =
  /^(?:part|parts|volume|vol|no|number|chapter|phase|version|issue|paper|study|series|supplement)$/;
const small = new Set(
  'a an the of on in for and or to with by from at as is are be its it und der die das des den dem ein eine im zur zum von fur mit et de la le les des du un une en y el los las del e o os as da do das dos em para il i gli di con per'.split(
    ' ',
  ),
);
const spelt: ReadonlyMap<string, string> = new Map([
  ...['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'].map(
    (roman, at): [string, string] => [roman, String(at + 1)],
  ),
  ...'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at): [string, string] => [word, String(at + 1)]),
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, at): [string, string] => [word, String(at + 1)]),
]);
