import { type Scale, scaleColumns } from '../survey/scale.ts';
import type { StatementResult } from '../survey/statement-result.ts';
import type { DivergingBars, DivergingRow } from './figure.ts';
import { measureNotes, reversedNote } from './statement-tables.ts';
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
      values: levels.map((_, index) => result.keyed.weights[index] ?? 0).toReversed(),
      remark: remarkOf(result),
    }),
  );
  return {
    kind: 'diverging-bars',
    id,
    caption: `All statements${anyReversed ? ', keyed so that the right side is favourable' : ''}`,
    description: results.map((result) => describeRow(result)).join(' '),
    notes: [
      ...measureNotes(results).slice(0, 1),
      ...(base === 'participants' && results.some(({ all }) => (all.several ?? 0) > 0)
        ? ['Halves come from participants who stand in two columns.']
        : []),
      ...reversedNote(results),
    ],
    levels: levels.toReversed(),
    rows,
    ends: anyReversed
      ? { left: 'unfavourable', right: 'favourable' }
      : { left: 'disagreement', right: 'agreement' },
    unit: base,
    data: {
      id: `${id}-data`,
      caption: `All statements, keyed: weight per level (${base})`,
      columns: [
        { key: 'statement', label: 'Statement', align: 'left' },
        ...levels.map(({ label }) => ({ key: slug(label), label, align: 'right' as const })),
        { key: 'not-shown', label: 'Not on the scale', align: 'left' },
      ],
      rows: results.map((result) => [
        text(`${result.statement.title}${result.statement.polarity === 'reversed' ? ' (R)' : ''}`),
        ...levels.map((_, index) => {
          const weight = result.keyed.weights[index];
          return weight === undefined
            ? missing('not reported')
            : number(weight, Number.isInteger(weight) ? 0 : 1);
        }),
        text(remarkOf(result) || '–'),
      ]),
      notes: [],
    },
  };
}

/** A keyed level by the column it stands for, and the one it stands for on a reversed statement. */
const bothWays = (label: string, reversed: string | undefined): string =>
  reversed === undefined || reversed === label ? label : `${label} (R: ${reversed})`;

/** Everyone whom the bar does not show, and why. */
function remarkOf({ all, scale, keyed }: StatementResult): string {
  if (keyed.n === null) return keyed.reason ?? 'not reported';
  const apart = scale.columns.flatMap((column, index) => {
    const people = all.columns[index]?.participants ?? 0;
    return column.side === 'apart' && people > 0 ? [`${people} ${column.label}`] : [];
  });
  const others = [
    [all.silent, 'no mark'],
    [all.absent, 'absent'],
    [all.notReported, 'not reported'],
  ] as const;
  return [...apart, ...others.flatMap(([people, what]) => (people ? [`${people} ${what}`] : []))].join(', ');
}

function describeRow({ statement, keyed }: StatementResult): string {
  if (keyed.net === null) return `${statement.title}: ${keyed.reason ?? 'not reported'}.`;
  const side = { agree: 'favourable', disagree: 'unfavourable', divided: 'divided' }[
    keyed.direction ?? 'divided'
  ];
  return `${statement.title}: ${side}, net ${keyed.net.toFixed(2)}.`;
}
