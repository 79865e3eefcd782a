/**
 * A value with LaTeX's commands for letters as the letters themselves. An accent stands on a whole `i` or `j`: LaTeX has the
 * dotless ones for the sake of its fonts only, and Unicode composes `í` of `i`.
 */
export const spellLetters = (value: string): string =>
  LETTER.test(value)
    ? value
        .replace(ACCENTED, (whole, accent?: string, braced?: string, bare?: string) =>
          accent === undefined ? whole : `\\${accent}{${braced ?? bare}}`,
        )
        .replace(LETTERS, (whole, braced?: string, bare?: string) => {
          const name = braced ?? bare;
          return name === undefined ? whole : (letters[name] as string);
        })
    : value;

const letters: Readonly<Record<string, string>> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  i: 'ı',
  j: 'ȷ',
};

const names = Object.keys(letters).join('|');
const LETTER = new RegExp(`\\\\(?:${names})(?![a-zA-Z])`);
/** `\\` is a command of its own, behind which a letter is none. */
const ACCENTED =
  /\\\\|\\(["'^`~=.]|[vucHkrdb](?![a-zA-Z]))\s*(?:\{\s*\\([ij])\s*\}|\\([ij])(?![a-zA-Z])(?:\s+|\{\})?)/g;
/** Blanks behind a command belong to it, and braces around it alone say nothing. */
const LETTERS = new RegExp(
  `\\\\\\\\|\\{\\s*\\\\(${names})\\s*\\}|\\\\(${names})(?![a-zA-Z])(?:\\s+|\\{\\})?`,
  'g',
);
