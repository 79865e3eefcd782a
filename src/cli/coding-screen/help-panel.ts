import { keyName, keyTable, otherKeys } from '../../session/keys.ts';
import type { Session } from '../../session/session.ts';
import { fitText } from '../screen/fit-text.ts';
import { keyGroups, keyLines } from '../screen/key-lines.ts';
import type { StyledLine } from '../screen/styled-line.ts';

/** Every key, from a line on. */
export function helpPanel(
  session: Pick<Session, 'bindings'>,
  top: number,
  { width, height }: { width: number; height: number },
): StyledLine[] {
  const lines = [...letterLines(session, width), ...helpLines(width)];
  const last = Math.max(0, lines.length - (height - 1));
  const from = Math.min(top, last);
  const more = from < last ? 'space: more · ' : '';
  return [
    ...lines.slice(from, from + height - 1),
    [{ text: fitText(` ${more}any other key: back to the text`, width), style: { inverse: true } }],
  ];
}

/** The letters that apply a code. */
function letterLines({ bindings }: Pick<Session, 'bindings'>, width: number): StyledLine[] {
  const letters = Object.entries(bindings);
  if (letters.length === 0) return [];
  return [
    [{ text: ' Your letters', style: { bold: true } }],
    ...letters.flatMap(([letter, code]) => keyLines(`   ${letter}`, code, width)),
    [],
  ];
}

function helpLines(width: number): StyledLine[] {
  const rows = [...keyTable, ...otherKeys].filter(({ keys }) => keys.length > 0);
  return keyGroups(rows, keyName, width);
}
