/** Written without spaces, so that a row may end between any two; Hangul has spaces and is left whole. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303f\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]/u;

/** Closing brackets and quotes, full stops, small kana, marks of length and repetition: never first on a row. */
const NEVER_FIRST =
  /^[\p{Pe}\p{Pf}!?,.:;%‰°℃\-‐–—…‥、。，．：；！？％～〜〰・･ー々〻ゝゞヽヾ゛゜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ\p{Zs}\u200b]/u;

/** Opening brackets and quotes, and signs before a sum: never last on a row. */
const NEVER_LAST = /^[\p{Ps}\p{Pi}\p{Sc}№＃]/u;

/** Behind these a row may end, whatever follows. */
const SPACE = /^[ \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]/u;

export const isBreakingSpace = (character: string): boolean => SPACE.test(character);

/**
 * True where a row may end between two characters (grapheme clusters) that have no space between them: beside
 * ideographs, kana and emoji, but for what the Japanese and Chinese rules keep together (UAX #14: LB13 to LB15, LB21 to
 * LB23a, with small kana as non-starters).
 */
export const mayBreakBetween = (before: string, after: string): boolean =>
  (WIDE.test(before) || WIDE.test(after)) && !NEVER_FIRST.test(after) && !NEVER_LAST.test(before);
