import { favourOf } from '../statements/measures.ts';
import { type Scale, scaleColumns } from '../statements/scale.ts';
import type { StatementResult } from '../statements/statement-result.ts';
import { toDecimals } from '../statistics/rounding.ts';
import type { DivergingBars, DivergingRow } from './figure.ts';
import { baseNote, reasonNotes } from './statement-tables.ts';
import { missing, number, text } from './table.ts';
import { slug } from './words.ts';

/**
 * All statements side by side as diverging bars. Reversed statements are turned round first, so
 * that the same side is favourable in every row.
 */
export function statementSummary(
  id: string,
  results: readonly StatementResult[],
  scale: Scale,
  keyedLabels: readonly string[] | undefined,
): DivergingBars {
  const onScale = scaleColumns(scale).map((index) => scale.columns[index]);
  const anyReversed = results.some(({ statement }) => statement.polarity === 'reversed');
  const levels = onScale.flatMap((column, index) =>
    column && column.side !== 'apart'
      ? [
          {
            label: anyReversed
              ? (keyedLabels?.[index] ?? bothWays(column.label, onScale.at(-1 - index)?.label))
              : column.label,
            side: column.side,
          },
        ]
      : [],
  );
  const base = results[0]?.keyed.base ?? 'participants';
  const rows = results.map(
    (result): DivergingRow => ({
      label: result.statement.title,
      reversed: result.statement.polarity === 'reversed',
      // Drawn left to right from strongest disagreement.
      values: result.keyed.weights.toReversed(),
      remark: remarkOf(result),
    }),
  );
  return {
    kind: 'diverging-bars',
    id,
    caption: `All statements${anyReversed ? ', keyed so that the right side is favourable' : ''}`,
    description: results.map((result) => describeRow(result, anyReversed)).join(' '),
    notes: [
      ...baseNote(results),
      ...(results.some(({ keyed }) => !keyed.weights.every(Number.isInteger))
        ? ['Fractions come from participants who stand in several columns of the scale.']
        : []),
      ...reasonNotes(results),
      ...(anyReversed
        ? [
            '(R) marks a reverse-keyed statement, its answers turned round: disagreeing with it is the favourable answer.',
          ]
        : []),
    ],
    levels: levels.toReversed(),
    rows,
    ends: anyReversed
      ? { left: 'unfavourable', right: 'favourable' }
      : { left: 'disagreement', right: 'agreement' },
    unit: base,
    data: {
      id: `${id}-data`,
      caption: `All statements${anyReversed ? ', keyed' : ''}: weight per level (${base})`,
      columns: [
        { key: 'statement', label: 'Statement', align: 'left' },
        ...levels.map(({ label }, index) => ({
          key: slug(label) || `level-${index + 1}`,
          label,
          align: 'right' as const,
        })),
        { key: 'not-shown', label: 'Not on the scale', align: 'left' },
      ],
      rows: results.map((result) => [
        text(`${result.statement.title}${result.statement.polarity === 'reversed' ? ' (R)' : ''}`),
        ...levels.map((_, index) => {
          const weight = result.keyed.weights[index];
          return weight === undefined ? missing('not reported') : number(weight, digitsOf(weight));
        }),
        text(remarkOf(result) || '–'),
      ]),
      notes: anyReversed ? ['(R) reverse-keyed: answers turned round.'] : [],
    },
  };
}

/** A keyed level by the column it stands for, and the one it stands for on a reversed statement. */
const bothWays = (label: string, reversed: string | undefined): string =>
  reversed === undefined || reversed === label ? label : `${label} (R: ${reversed})`;

/** Halves and quarters whole, thirds to two digits. */
const digitsOf = (weight: number): number =>
  Number.isInteger(weight) ? 0 : Number.isInteger(weight * 2) ? 1 : 2;

/** Everyone, or with base comments every comment, that the bar does not show, and why. */
function remarkOf(result: StatementResult): string {
  const { all, keyed } = result;
  if (keyed.n === null) return keyed.reason ?? 'not reported';
  const absences = [
    [all.silent, 'no mark'],
    [all.absent, 'absent'],
    [all.notReported, 'not reported'],
  ] as const;
  return [
    ...apartFrom(result),
    ...absences.flatMap(([people, what]) => (people ? [`${people} ${what}`] : [])),
  ].join(', ');
}

/** Columns outside the scale, with the people who stand nowhere else or, with base comments, their comments. */
function apartFrom({ all, scale, keyed }: StatementResult): string[] {
  const isApart = (index: number) => scale.columns[index]?.side === 'apart';
  return scale.columns.flatMap(({ label }, index) => {
    if (!isApart(index)) return [];
    const outside = all.patterns.filter(({ columns }) => columns.includes(index) && columns.every(isApart));
    const people = outside.reduce((sum, { participants }) => sum + participants, 0);
    const n = keyed.base === 'comments' ? (all.columns[index]?.comments ?? 0) : people;
    return n > 0 ? [`${n} ${label}`] : [];
  });
}

function describeRow({ statement, keyed }: StatementResult, anyReversed: boolean): string {
  if (keyed.net === null || keyed.direction === null) {
    return `${statement.title}: ${keyed.reason ?? 'not reported'}.`;
  }
  const plain = { agree: 'agreement', disagree: 'disagreement', divided: 'divided' }[keyed.direction];
  const side = anyReversed ? favourOf[keyed.direction] : plain;
  return `${statement.title}: ${side}, net ${toDecimals(keyed.net, 2)}.`;
}
