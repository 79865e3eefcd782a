import { abbreviations } from './abbreviations.ts';
import { codePointCursor, type Span } from './code-points.ts';
import { segments } from './segmenter.ts';

/**
 * Name and version of the rule by which `sentences` parts a text, for results to state. The rule changes
 * with this name only; the Unicode tables under it come with the JavaScript engine.
 */
export const SENTENCE_RULE = 'emic-sentences-1';

/**
 * The sentences of a text as spans of its code points, without white space around them.
 *
 * `Intl.Segmenter` (UAX #29) proposes; a proposal is taken back
 * - after an abbreviation of the language ("Dr. Smith", "No. 5" but not "No. I do not."),
 * - after a single initial ("J. R. Tolkien"; "I." is the pronoun in English),
 * - after a closing quotation mark when a small letter follows ('"Really?" she asked.').
 *
 * A single line break is a space; an empty line always ends a sentence. A sentence that ends in "U.S."
 * or "p.m." before a capital letter is taken as ended: "The U.S. Army left." is two.
 *
 * Compared with natural's SentenceTokenizer on nine languages: that one parts "v2.0", "z. B." and
 * "p.m.", and leaves Japanese, Chinese and Hindi whole; Intl alone parts "Dr. Smith".
 *
 * @param language a BCP 47 tag; English where none is given, never the machine's own.
 */
export function sentences(text: string, language = 'en'): Span[] {
  const codePointAt = codePointCursor(text);
  const goesOn = continuation(language);
  // As long as the text, so that offsets stay.
  const flat = text.replace(/(?<!\n[^\S\n]*)\n(?![^\S\n]*\n)/g, ' ');
  const found: Span[] = [];
  let start = 0;
  for (const { end } of segments(flat, language, 'sentence')) {
    const endsLine = flat.charAt(end - 1) === '\n';
    if (end < flat.length && !endsLine && goesOn(flat.slice(start, end), flat.slice(end, end + 40))) continue;
    const span = trimmed(flat, start, end);
    if (span) found.push({ start: codePointAt(span.start), end: codePointAt(span.end) });
    start = end;
  }
  return found;
}

/** The words of a text as spans of its code points: no punctuation, no white space. */
export function words(text: string, language = 'en'): Span[] {
  const codePointAt = codePointCursor(text);
  const found: Span[] = [];
  for (const { start, end, isWordLike } of segments(text, language, 'word')) {
    if (isWordLike) found.push({ start: codePointAt(start), end: codePointAt(end) });
  }
  return found;
}

/** Decides whether what was taken for a sentence goes on with what follows. */
function continuation(language: string): (before: string, after: string) => boolean {
  const primary = language.toLowerCase().split('-', 1)[0] ?? '';
  const listed = Object.hasOwn(abbreviations, primary) ? abbreviations[primary] : undefined;
  const always = new Set(listed?.always);
  const beforeFigure = new Set(listed?.beforeFigure);
  return (before, after) => {
    const end = before.slice(-24).trimEnd();
    if (/[?!.…]["'”’»“)\]]+$/.test(end)) return /^\p{Ll}/u.test(after);
    const last = /(?<![\p{L}\p{N}])([\p{L}][\p{L}.\p{M}-]*)\.$/u.exec(end)?.[1];
    if (last === undefined) return false;
    if (always.has(last)) return true;
    if (beforeFigure.has(last)) return /^\p{N}/u.test(after);
    return /^\p{Lu}$/u.test(last) && !(primary === 'en' && last === 'I');
  };
}

function trimmed(text: string, from: number, to: number): Span | undefined {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const end = from + part.trimEnd().length;
  return start < end ? { start, end } : undefined;
}
