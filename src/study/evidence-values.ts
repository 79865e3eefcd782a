import type { CodeEvidence, EvidenceCounts } from '../evidence/count-evidence.ts';
import { countByAspect, countSymbols, type SymbolCounts } from '../evidence/count-symbols.ts';
import { unlinked } from '../evidence/mapping.ts';
import type { CitedResult } from '../exhibit/cited-tables.ts';
import type { ComparedResult } from '../exhibit/compared-tables.ts';
import type { CountedEvidence } from '../exhibit/evidence-tables.ts';
import { none, type Value, type Values } from '../exhibit/value.ts';
import type { LiteratureResult } from './result.ts';

type Entries = [string, Value | Values][];

/** The values of a result on literature by the names that templates and published.yaml use. */
export function literatureValues(result: LiteratureResult): Values {
  switch (result.from) {
    case 'evidence':
      return evidenceValues(result.counted);
    case 'cited':
      return citedValues(result.cited);
    case 'compared':
      return comparedValues(result.compared);
    case 'mapping': {
      const { layers, links } = result.mapping;
      return new Map<string, Value | Values>([
        ['links', links.length],
        ['nodes', layers.reduce((sum, { nodes }) => sum + nodes.length, 0)],
        ['unlinked', unlinked(result.mapping).length],
        ['layers', new Map(layers.map(({ title, nodes }) => [title, nodes.length]))],
      ]);
    }
  }
}

/** A code by its id, and in `codes` again: there also one that is called as something else here. */
function evidenceValues({ counts, unread, leftOut }: CountedEvidence): Values {
  const codes = counts.codes.map((one): [string, Values] => [one.code.id, codeValues(one, counts)]);
  return new Map<string, Value | Values>([
    ...codes,
    ['records', counts.records],
    ['coded', counts.coded],
    ['not-included', total(counts.notIncluded)],
    ['uncited', counts.uncited.length],
    ['mentions', counts.mentions],
    ['unread', unread.reduce((sum, { rows }) => sum + rows, 0)],
    ['left-out', leftOut],
    ['codes', new Map(codes)],
    ...(counts.by
      ? ([
          ['by', new Map(counts.by.values.map(({ value, coded }) => [value ?? 'not reported', coded]))],
          ['of', new Map(counts.by.values.map(({ value, records }) => [value ?? 'not reported', records]))],
        ] satisfies Entries)
      : []),
  ]);
}

function codeValues({ records, mentions, own, by }: CodeEvidence, counts: EvidenceCounts): Values {
  const values = counts.by?.values ?? [];
  return new Map<string, Value | Values>([
    ['records', records],
    ['mentions', mentions],
    ['repeated', mentions - records],
    ['own', own.records],
    ...(counts.by
      ? [['by', new Map(values.map(({ value }, at) => [value ?? 'not reported', by[at] ?? 0]))] as const]
      : []),
  ]);
}

function citedValues({ summary, against }: CitedResult): Values {
  const { rows, columns, cited, citations, uncited, base, unknown, notIncluded } = summary;
  const differences = new Map(against?.differences.map((one) => [one.row, one]));
  const compared = against?.differences ?? [];
  return new Map<string, Value | Values>([
    ['records', cited.length],
    ['citations', citations],
    ['of', base.records],
    ['uncited', uncited.length],
    ['unknown', unknown.length],
    ['not-included', total(notIncluded)],
    ['columns', new Map(columns.map((one) => [one.name, sizes(one)]))],
    [
      'rows',
      new Map(
        rows.map((row): [string, Values] => {
          const difference = differences.get(row.row);
          return [
            row.row,
            new Map<string, Value | Values>([
              ...sizes(row),
              ['cited', row.cited.join(', ') || none('not applicable')],
              ['columns', new Map(columns.map(({ name }, at) => [name, row.columns[at]?.length ?? 0]))],
              ...(difference
                ? ([
                    ['only-here', difference.onlyHere.length],
                    ['only-there', difference.onlyThere.length],
                    ['both', difference.both.length],
                  ] satisfies Entries)
                : []),
            ]),
          ];
        }),
      ),
    ],
    ...(against
      ? ([
          ['only-here', compared.reduce((sum, { onlyHere }) => sum + onlyHere.length, 0)],
          ['only-there', compared.reduce((sum, { onlyThere }) => sum + onlyThere.length, 0)],
          ['both', compared.reduce((sum, { both }) => sum + both.length, 0)],
        ] satisfies Entries)
      : []),
  ]);
}

const total = (some: readonly { count: number }[]): number => some.reduce((sum, { count }) => sum + count, 0);

const sizes = ({ cited, citations }: { cited: readonly string[]; citations: number }): Map<string, number> =>
  new Map([
    ['records', cited.length],
    ['citations', citations],
  ]);

function comparedValues({ matrix }: ComparedResult): Values {
  const { aspects, rows, scale } = matrix;
  const each = countByAspect(matrix);
  return new Map<string, Value | Values>([
    ['rows', rows.length],
    ['aspects', aspects.length],
    ...symbolValues(
      countSymbols(
        scale,
        rows.flatMap(({ cells }) => cells),
      ),
    ),
    [
      'columns',
      new Map(
        aspects.map(({ name }, at) => [name, new Map(symbolValues(each[at] ?? countSymbols(scale, [])))]),
      ),
    ],
    [
      'cells',
      new Map(
        rows.map(({ row, cells }): [string, Values] => [
          row,
          new Map(
            aspects.map(({ name }, at): [string, Value] => {
              const cell = cells[at];
              if (cell?.kind === 'symbol') return [name, cell.means];
              if (cell?.kind === 'not recoverable') return [name, none('not known', 'not recoverable')];
              return [name, none(cell?.kind === 'not reported' ? 'not reported' : 'empty')];
            }),
          ),
        ]),
      ),
    ],
  ]);
}

const symbolValues = ({ scale, notReported, notRecoverable, blank }: SymbolCounts): Entries => [
  ['counts', new Map(scale.map(({ means, count }) => [means, count]))],
  ['not-reported', notReported],
  ['not-recoverable', notRecoverable],
  ['blank', blank],
];
