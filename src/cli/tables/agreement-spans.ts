import { usualDissimilarity } from '../../agreement/spans/alignable.ts';
import type { SpanMeasureOptions } from '../../agreement/spans/measures.ts';
import type { SpanAgreement } from '../../agreement/spans/span-agreement.ts';
import { spansDetails, spansTable } from '../../exhibit/span-tables.ts';
import type { Table } from '../../exhibit/table.ts';
import type { AgreeArgs } from '../agree-args.ts';

/** Results on spans as tables: overall, with --per-code each code, worst first, and what is behind the values. */
export function spanTables(
  results: readonly SpanAgreement[],
  { id, label }: { id: string; label: string },
  { perCode, format }: AgreeArgs,
  options: SpanMeasureOptions,
): Table[] {
  const caption = (what: string): string => [what, label].filter(Boolean).join('. ');
  const all = results.filter(({ code }) => code === undefined);
  const codes = perCode ? worstFirst(results.filter(({ code }) => code !== undefined)) : [];
  const notes = notesOf(results, options);
  const whole = { id: `${id}-spans`, caption: caption('Agreement on spans'), notes };
  // A CSV file is one table, with details in columns of their own.
  if (format === 'csv') return [spansTable(whole, [...all, ...codes])];
  const behind = spansDetails({ id: `${id}-spans-details`, caption: caption('Behind these values') }, [
    ...all,
    ...codes,
  ]);
  return [
    spansTable(whole, all),
    ...(codes.length > 0
      ? [
          spansTable(
            { id: `${id}-spans-codes`, caption: caption('Agreement on spans per code, worst first') },
            codes,
          ),
        ]
      : []),
    ...(behind.rows.length > 0 ? [behind] : []),
  ];
}

/** Measure by measure, and group of raters by group. */
function worstFirst(results: readonly SpanAgreement[]): SpanAgreement[] {
  const groups = new Map<string, SpanAgreement[]>();
  for (const one of results) {
    const key = JSON.stringify([one.measure, one.raters]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((own) =>
    own.toSorted((a, b) => (a.value ?? Infinity) - (b.value ?? Infinity)),
  );
}

/** With which settings values were computed. */
function notesOf(
  results: readonly SpanAgreement[],
  { near = 2, minimum = 0.5, dissimilarity = usualDissimilarity }: SpanMeasureOptions,
): string[] {
  const { positional, categorical } = dissimilarity;
  const has = (measure: string): boolean => results.some((one) => one.measure === measure);
  return [
    ...(has('gamma') ? [`gamma: places weigh ${positional} and codes ${categorical}.`] : []),
    ...(has('boundary-similarity')
      ? [`A near miss: boundaries of one code fewer than ${near} places apart.`]
      : []),
    ...(has('span-f1-overlap')
      ? [`Overlapping: two spans share ${minimum} of their joint length or more.`]
      : []),
  ];
}
