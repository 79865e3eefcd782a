import fc from 'fast-check';
import { VFile } from 'vfile';
import { columnsOf } from '../../src/coding/coding-columns.ts';
import { type Coding, formatLine, type LogEntry, type LogHeader } from '../../src/coding/log.ts';
import type { RaterLog } from '../../src/coding/rater-log.ts';

export const header: LogHeader = { emic: 1, round: '1', document: 'P4', rater: 'ana' };

export const file = (value: string): VFile => new VFile({ path: 'codings/1/P4/ana.jsonl', value });

/** A coding as the log has it; `quote` is as long as the span. */
export const coding = (more: Partial<Coding> = {}): Coding => {
  const { start = 10, end = 20 } = more;
  return {
    ...{ id: 'k1', rev: 1, code: 'cost', version: '1.0.0', start, end, quote: 'x'.repeat(end - start) },
    ...{ text: '9f3a21c0', at: '2025-03-01T09:30:00Z' },
    ...more,
  };
};

export const textOf = (entries: readonly (LogEntry | LogHeader)[]): string =>
  entries.map((entry) => `${formatLine(entry)}\n`).join('');

export const raterLog = (rater: string, more: Partial<RaterLog> = {}): RaterLog => ({
  ...{ round: '1', document: 'P4', rater, codings: [], through: 1000, unsettled: [] },
  columns: columnsOf(more.codings ?? []),
  origins: [...new Set((more.codings ?? []).map(({ version }) => version))],
  ...more,
});

const at = fc.constantFrom(
  '2025-03-01T09:30:00Z',
  '2025-03-02T09:30:00Z',
  '2025-03-31T09:30:00.250Z',
  '2025-03-02T11:30:00+02:00',
);

/** Few ids and revisions, so that they meet. */
export const entry: fc.Arbitrary<LogEntry> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        id: fc.constantFrom('k1', 'k2', 'k3', 'é'),
        rev: fc.integer({ min: 1, max: 3 }),
        open: fc.constantFrom(undefined, undefined, undefined, true as const),
        code: fc.constantFrom('cost', 'time', 'zeit-größe'),
        version: fc.constantFrom('1.0.0', '2.0.0'),
        start: fc.integer({ min: 0, max: 40 }),
        size: fc.integer({ min: 1, max: 9 }),
        memo: fc.option(fc.constantFrom('', 'why "so"', 'тест\n\u2028'), { nil: undefined }),
        text: fc.constantFrom('aaaa', 'bbbb'),
        at,
      })
      .map(({ size, memo, open, ...one }) => ({
        ...one,
        ...(open && { open }),
        end: one.start + size,
        quote: 'q"\\é\n'.repeat(2),
        ...(memo !== undefined && { memo }),
      })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      id: fc.constantFrom('k1', 'k2', 'k3'),
      rev: fc.integer({ min: 1, max: 3 }),
      removed: fc.constant(true as const),
      at,
    }),
  },
  { weight: 1, arbitrary: fc.record({ through: fc.integer({ min: 0, max: 50 }), at }) },
  { weight: 1, arbitrary: fc.record({ shown: fc.constantFrom('ben', 'zoë'), at }) },
);
