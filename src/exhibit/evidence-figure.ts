import { ofRecords } from './base-words.ts';
import { type CountedEvidence, evidenceCaption, evidenceTable, figureNotes } from './evidence-tables.ts';
import type { Bars } from './figure.ts';

/** More rows than this nobody can read in one picture. */
export const MOST_ROWS = 80;

/** Records and mentions of each code as bars, in the order of the tree. Undefined where there would be too many. */
export function evidenceFigure(id: string, counted: CountedEvidence): Bars | undefined {
  const { codes, base } = counted.counts;
  if (codes.length > MOST_ROWS) return undefined;
  const data = evidenceTable(`${id}-data`, counted);
  return {
    kind: 'bars',
    id,
    caption: evidenceCaption(counted),
    description: `${codes.map((one) => `${one.code.title}: ${plural(one.records, 'record')}, ${plural(one.mentions, 'mention')}`).join('; ')}.`,
    notes: figureNotes(counted),
    series: ['different records', 'mentions'],
    rows: codes.map(({ code, records, mentions }) => ({
      label: code.title,
      depth: code.depth,
      values: [records, mentions],
      remark: '',
    })),
    unit: `records, of ${ofRecords(base)}, and mentions`,
    data: { ...data, notes: [] },
  };
}

const plural = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
