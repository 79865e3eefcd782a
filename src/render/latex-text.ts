import { safe } from './safe-text.ts';

/**
 * Plain text as LaTeX that prints that text, with pdfLaTeX, XeLaTeX and LuaLaTeX alike. Characters
 * with a meaning are escaped, also the brackets and the star that `\\` would take for its options;
 * straight double quotes stay straight where the font has them; `--` stays two hyphens. The signs
 * of statistics that pdfLaTeX has in mathematics only are set there.
 */
export function latexText(text: string): string {
  return safe(text).replace(special, (found) => escapes[found] ?? found);
}

/** Matched in this order: the first of two hyphens or apostrophes, or any single character with an escape. */
const special = /-(?=-)|'(?=')|[#$%&_{}~^\\<>|"`[\]*]|[^\u0020-\u007e]/gu;

const escapes: Record<string, string> = {
  '-': '-{}',
  "'": "'{}",
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\\': '\\textbackslash{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '{\\char34}',
  '`': '\\textasciigrave{}',
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
  '\u00a0': '~',
  '\u202f': '\\,',
  '−': '$-$',
  '≤': '$\\leq$',
  '≥': '$\\geq$',
  '≠': '$\\neq$',
  '≈': '$\\approx$',
  '→': '$\\rightarrow$',
  '←': '$\\leftarrow$',
  α: '$\\alpha$',
  κ: '$\\kappa$',
  π: '$\\pi$',
  χ: '$\\chi$',
  ρ: '$\\rho$',
  τ: '$\\tau$',
  η: '$\\eta$',
  ε: '$\\varepsilon$',
  '�': '{?}',
};
