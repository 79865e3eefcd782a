import { textWidth } from '../../render/text-width.ts';
import type { Session } from '../../session/session.ts';
import { cutText } from '../screen/fit-text.ts';
import type { Piece, StyledLine } from '../screen/styled-line.ts';
import { colourOf } from './code-colour.ts';

/** A key that applies a code. */
export interface CodeKey {
  key: string;
  code: string;
}

export const digitKeys = ({ recent }: Session): CodeKey[] =>
  recent.map(({ code }, index) => ({ key: String(index + 1), code }));

export const letterKeys = ({ bindings }: Session): CodeKey[] =>
  Object.entries(bindings)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, code]) => ({ key, code }));

/** A name is cut to no fewer columns than this, so that it can be told from others. */
const SHORTEST = 7;
const LONGEST = 40;

/** Keys with their codes on one line; the longest names are cut so that as many as possible fit. */
export function keyLine(session: Session, keys: readonly CodeKey[], width: number): StyledLine {
  const said = (most: number) => keys.map(({ key, code }) => ` ${key} ${cutText(code, most)} `);
  let most = LONGEST;
  while (most > SHORTEST && textWidth(said(most).join('')) > width) most -= 1;
  let used = 0;
  return said(most).flatMap((text, index): Piece[] => {
    used += textWidth(text);
    const { code = '' } = keys[index] ?? {};
    return used <= width ? [{ text, style: { colour: colourOf(session, code) } }] : [];
  });
}
