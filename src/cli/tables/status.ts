import type { RaterStatus } from '../../coding/status.ts';
import { count, type Table, text } from '../../exhibit/table.ts';
import { listed } from '../../exhibit/words.ts';

export interface RoundStatus {
  round: string;
  rows: (RaterStatus & {
    /** Codings whose passage is gone. */
    lost: number;
    /** True where how far somebody has read was said of an earlier text. */
    throughElsewhere: boolean;
    /** True where the log has errors. */
    broken: boolean;
  })[];
  /** The documents that several raters code, where they were drawn. */
  sample: string[] | null;
}

const states = { 'not-begun': 'not begun', begun: 'begun', done: 'done' };

/** A row for every document and rater; what is left in the notes. */
export function statusTable(study: string, { round, rows, sample }: RoundStatus): Table {
  return {
    id: `status-${round.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    caption: `${study}: who has read and coded what, round ${round}`,
    columns: [
      { key: 'document', label: 'Document', align: 'left' },
      { key: 'rater', label: 'Rater', align: 'left' },
      { key: 'state', label: 'State', align: 'left' },
      { key: 'read', label: 'Read', align: 'right' },
      { key: 'codings', label: 'Codings', align: 'right' },
      { key: 'codes', label: 'Codes', align: 'right' },
      { key: 'ahead', label: 'Beyond read', align: 'right', hiddenWhenZero: true },
      { key: 'unsettled', label: 'Unsettled', align: 'right', hiddenWhenZero: true },
      { key: 'lost', label: 'Lost', align: 'right', hiddenWhenZero: true },
    ],
    rows: rows.map((row) => [
      text(sample?.includes(row.document) ? `${row.document} *` : row.document),
      text(row.rater),
      text(row.broken ? `${states[row.state]}, has errors` : states[row.state]),
      text(`${percentRead(row.read)}%`),
      count(row.codings),
      count(row.codes),
      count(row.ahead),
      count(row.unsettled),
      count(row.lost),
    ]),
    notes: [
      ...(sample ? ['* in the sample that several raters code.'] : []),
      ...leftNotes(rows),
      ...(rows.some(({ ahead }) => ahead > 0)
        ? ['Codings beyond what is read do not count until the log says that it was read (emic done).']
        : []),
      ...(rows.some(({ unsettled, lost }) => unsettled + lost > 0)
        ? ['Codings that are unsettled or lost: emic confirm lists them.']
        : []),
      ...rows
        .filter(({ throughElsewhere }) => throughElsewhere)
        .map(
          ({ rater, document }) =>
            `How far ${rater} has read ${document} was said of an earlier text of it and is estimated, and what was put in since counts as not read where that can be told; emic done says it anew.`,
        ),
    ],
  };
}

/** Whole percents; never 100 while anything is left, never 0 once something is read. */
const percentRead = (share: number): number =>
  share === 0 || share === 1 ? share * 100 : Math.min(99, Math.max(1, Math.round(share * 100)));

function leftNotes(rows: RoundStatus['rows']): string[] {
  const left = rows.filter(({ state }) => state !== 'done');
  if (rows.length === 0) return [];
  if (left.length === 0) return ['Everything is read.'];
  const raters = [...new Set(left.map(({ rater }) => rater))];
  return raters.map((rater) => {
    const own = left.filter((row) => row.rater === rater);
    return `Left for ${rater}: ${listed(own.map(({ document, state }) => (state === 'begun' ? `the rest of ${document}` : document)))}.`;
  });
}
