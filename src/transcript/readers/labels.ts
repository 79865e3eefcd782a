import { parseTime, TIME } from '../time.ts';

/** What may be a speaker's label at the start of a line; whether it is one is decided over the whole file. */
export interface Label {
  name: string;
  start: number | null;
  /** How much of the line it takes up, with white space after it. */
  length: number;
  /**
   * `certain`: a form that nothing else has, such as `<v Ana>` or `Ana (00:01:02):`.
   * `bold`: the label is set in bold. `plain`: `Ana:`, which may be anything. `above`: `Ana 10:30` alone on a
   * line, which may be a heading such as "Monday 10:30".
   */
  strength: 'certain' | 'bold' | 'plain' | 'above';
}

const BRACKETED = String.raw`(?:\[(${TIME})(?: ?[-–] ?${TIME})?\]|\((${TIME})\))`;
const NAME = String.raw`[\p{L}\p{N}][^:\[\]<>\n]{0,47}?`;

/** `Ana:`, `Ana (00:01:02):`, `[00:01:02] Ana:`, `00:01:02 Ana:`, `Ana: [00:01:02]`, `[Ana]:`, `>> Ana:`. */
const COLON = new RegExp(
  String.raw`^\s*(?:>>\s*)?(?:(?:${BRACKETED}|(${TIME}))\s*[-–]?\s*)?(?:\[(${NAME})\]|(${NAME}))\s*${BRACKETED}?:(?=\s|$)\s*(?:${BRACKETED}(?=\s|$)\s*)?`,
  'u',
);
/** `<v Ana>`, after a time or not. */
const VOICE = new RegExp(String.raw`^\s*(?:(?:${BRACKETED}|(${TIME}))\s+)?<v(?:\.\S*)?\s+([^>]+)>\s*`, 'u');
/** `[Ana] 00:01:02` or `Ana  00:01:02`, alone on a line above what is said. */
const ABOVE = new RegExp(String.raw`^\s*(?:\[([^\]]+)\]|(${NAME}))\s+(?:${BRACKETED}|(${TIME}))\s*$`, 'u');

/**
 * @param bold how many characters at the start of the line are set in bold; then the label has to be what
 *   is in bold, with the colon inside or after it.
 */
export function labelOf(line: string, bold = 0): Label | undefined {
  const voice = VOICE.exec(line);
  if (voice) {
    return {
      name: (voice[4] ?? '').trim(),
      start: timeOf(voice[1], voice[2], voice[3]),
      length: voice[0].length,
      strength: 'certain',
    };
  }
  const above = ABOVE.exec(line);
  if (above && (above[1] !== undefined || isNameLike(above[2] ?? ''))) {
    return {
      name: (above[1] ?? above[2] ?? '').trim(),
      start: timeOf(above[3], above[4], above[5]),
      length: above[0].length,
      strength: above[1] === undefined ? 'above' : 'certain',
    };
  }
  const colon = COLON.exec(line);
  if (!colon) return undefined;
  const [whole, before1, before2, before3, inBrackets, free, middle1, middle2, after1, after2] = colon;
  const name = (inBrackets ?? free ?? '').trim();
  if (bold > 0 && line.slice(0, bold).replace(/[\s:]+$/, '').length < line.indexOf(name) + name.length) {
    return undefined;
  }
  // A time in brackets between name and colon, or a bold name, is hardly anything else.
  const timed = middle1 ?? middle2;
  return {
    name,
    start: timeOf(before1, before2, before3, timed, after1, after2),
    length: whole.length,
    strength: bold > 0 ? 'bold' : timed === undefined ? 'plain' : 'certain',
  };
}

/** A line that begins with a time, and the rest of it. */
export function leadingTime(line: string): { start: number; length: number } | undefined {
  const match = LEADING.exec(line);
  const start = match ? timeOf(match[1], match[2], match[3]) : null;
  return match && start !== null ? { start, length: match[0].length } : undefined;
}

const LEADING = new RegExp(String.raw`^\s*(?:${BRACKETED}|(${TIME}))(?=\s|$)\s*`);

function timeOf(...texts: (string | undefined)[]): number | null {
  const text = texts.find((one) => one !== undefined);
  return text === undefined ? null : (parseTime(text) ?? null);
}

/** At most five words, each with a capital letter or a figure first; small words between them are fine. */
export function isNameLike(name: string): boolean {
  const words = name.split(/\s+/);
  if (words.length > 5) return false;
  return words.every((word, at) =>
    at > 0 && /^(?:de|da|del|der|di|dos|du|la|le|van|von|den|bin|al|y|e)$/i.test(word)
      ? true
      : /^[("'“]?[\p{Lu}\p{Lo}\p{Lt}\p{N}]/u.test(word),
  );
}
