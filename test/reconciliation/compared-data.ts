import type { Coding } from '../../src/coding/log.ts';
import { unitCodes } from '../../src/coding/units.ts';
import type { Compared } from '../../src/reconciliation/compared.ts';
import { coding, raterLog } from '../coding/logs.ts';

/** Four units of ten characters, each with a space between. */
export const body = 'aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd';
export const units = [0, 11, 22, 33].map((start) => ({ start, end: start + 10, speaker: 'Pia' }));

export type Given = readonly [id: string, code: string, start: number, end: number, more?: Partial<Coding>];

/** Raters on one document, compared turn by turn. */
export function compare(
  raters: Readonly<Record<string, readonly Given[] | { through: number; given: readonly Given[] }>>,
  lacking: readonly [rater: string, code: string][] = [],
): Compared {
  const logs = Object.entries(raters).map(([rater, said]) => {
    const { through, given } = 'through' in said ? said : { through: body.length, given: said };
    const codings = given.map(([id, code, start, end, more]) =>
      coding({ id, code, start, end, quote: body.slice(start, end), ...more }),
    );
    return raterLog(rater, { codings, through });
  });
  const hasCode = (rater: string, code: string): boolean =>
    !lacking.some(([who, what]) => who === rater && what === code);
  return {
    ...{ round: '1', version: '1.0.0', logs, hasCode },
    codeOf: (code) => code,
    table: unitCodes([{ document: 'P4', body, segments: units }], logs, {
      unit: 'turn',
      raters: Object.keys(raters),
      hasCode,
    }),
  };
}
