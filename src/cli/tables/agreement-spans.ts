import type { SpanMeasureOptions } from '../../agreement/spans/measures.ts';
import type { SpanAgreement } from '../../agreement/spans/span-agreement.ts';
import { spansDetails, spansTable, worstFirst } from '../../exhibit/span-tables.ts';
import { settingNotes } from '../../exhibit/span-words.ts';
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
  const notes = settingNotes(results, options);
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
