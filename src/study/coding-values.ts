import type { Agreement } from '../agreement/agreement.ts';
import type { Comparison } from '../agreement/comparison.ts';
import type { SpanAgreement } from '../agreement/spans/span-agreement.ts';
import type { CodeCount, CountBy } from '../coding/count-codes.ts';
import { type CountedCodes, nameOf, namesOf } from '../exhibit/codes-tables.ts';
import { none, type Value, type Values } from '../exhibit/value.ts';
import { whyNotTogether } from './not-together.ts';
import { type AgreementResult, type CodingResult, type SpanResult, togetherOf } from './result.ts';
import type { SpanComparison } from './span-round.ts';

/** The values of a result on codings by the names that templates and published.yaml use. */
export function codingValues(result: CodingResult): Values {
  switch (result.from) {
    case 'codes':
      return countedValues(result.counted);
    case 'agreement':
      return agreementValues(result.agreement);
    case 'spans':
      return spanValues(result.spans);
    case 'quotes': {
      const { passages } = result;
      const places = passages.map(({ document, start, end }) => JSON.stringify([document, start, end]));
      return new Map<string, Value>([
        ['codings', passages.length],
        ['passages', new Set(places).size],
        ['documents', new Set(passages.map(({ document }) => document)).size],
        ['speakers', new Set(passages.flatMap(({ parts }) => parts.map(({ speaker }) => speaker))).size],
      ]);
    }
    case 'matrix': {
      const { cases, themes, cells } = result.matrix;
      const evidence = cells.flatMap((cell) => cell.evidence);
      return new Map<string, Value>([
        ['cells', cells.length],
        ['cases', cases.length],
        ['themes', themes.length],
        ['evidence', evidence.length],
        ['without-evidence', cells.filter((cell) => cell.evidence.length === 0).length],
        ['in-doubt', evidence.filter(({ problem }) => problem !== null).length],
      ]);
    }
  }
}

/**
 * `units.<key>`, `of.<key>`, `share.<key>`, with two keys one below the other. Every name of a key stands below every
 * one of the other: what is not known of it says so.
 */
function countedValues(counted: CountedCodes): Values {
  const { rows, by } = counted;
  const names = by.map((key) => [
    ...new Set([...namesOf(counted, key), ...rows.map((row) => nameOf(row, key))]),
  ]);
  const byKeys = (of: (row: CodeCount) => Value): Values => nested(rows, by, names, of);
  return new Map<string, Value | Values>([
    ['used', new Set(rows.filter(({ units }) => units > 0).map((row) => row[by[0] ?? 'code'])).size],
    ['units', byKeys(({ units }) => units)],
    ['of', byKeys(({ of }) => of)],
    ['share', byKeys(({ units, of }) => (of === 0 ? none('undefined') : units / of))],
  ]);
}

function nested(
  rows: readonly CodeCount[],
  [key = 'code', ...keys]: readonly CountBy[],
  [names = [], ...rest]: readonly string[][],
  of: (row: CodeCount) => Value,
): Values {
  return new Map(
    names.map((name): [string, Value | Values] => {
      const own = rows.filter((row) => nameOf(row, key) === name);
      if (keys.length > 0) return [name, nested(own, keys, rest, of)];
      const [first] = own;
      return [name, first ? of(first) : none('not known')];
    }),
  );
}

/** `all` for all raters together, where the measure can, and each pair by its raters: `ana-ben`. */
function agreementValues({ report }: AgreementResult): Values {
  const { comparisons, raters, units } = report;
  const together = togetherOf(comparisons);
  const short = comparisons.map((one) => one.raters.join('-'));
  // Two pairs whose names come to the same are told apart by longer ones.
  const named = comparisons.map((one, at): [string, Values] => [
    short.indexOf(short[at] ?? '') === short.lastIndexOf(short[at] ?? '')
      ? (short[at] ?? '')
      : one.raters.join(' and '),
    comparisonValues(one),
  ]);
  return new Map<string, Value | Values>([
    ['raters', raters.length],
    ['documents', units.documents.length],
    ...named,
    ['all', together ? comparisonValues(together) : none('not applicable', whyNotTogether(report))],
  ]);
}

/** `all` for all raters together, and each pair by its raters; below it measures, `gamma`, and with `codes.<code>` those of a code. */
function spanValues({ report }: SpanResult): Values {
  const { comparisons, raters, units } = report;
  const measured = (results: readonly SpanAgreement[]): [string, Values][] =>
    results.map((one) => [one.measure, measureValues(one)]);
  const valuesOf = ({ results }: SpanComparison): Values => {
    const codes = [...new Set(results.flatMap(({ code }) => code ?? []))];
    const own = (code: string) => results.filter((one) => one.code === code);
    return new Map<string, Value | Values>([
      ...measured(results.filter(({ code }) => code === undefined)),
      ['codes', new Map(codes.map((code) => [code, new Map(measured(own(code)))]))],
    ]);
  };
  const [first] = comparisons;
  return new Map<string, Value | Values>([
    ['raters', raters.length],
    ['documents', units.documents.length],
    ...comparisons.map((one): [string, Values] => [one.raters.join('-'), valuesOf(one)]),
    ...(first ? [['all', valuesOf(first)] as [string, Values]] : []),
  ]);
}

function measureValues({ value, observed, expected, spans, interval }: SpanAgreement): Values {
  return new Map<string, Value>([
    ['value', value ?? none('undefined')],
    ['observed', observed ?? none('not applicable')],
    ['expected', expected ?? none('not applicable')],
    ['spans', spans],
    ['low', interval?.low ?? none('not applicable')],
    ['high', interval?.high ?? none('not applicable')],
  ]);
}

function comparisonValues({ codes, pooled, mean }: Comparison): Values {
  return new Map<string, Value | Values>([
    ['pooled', pooled ? coefficientValues(pooled) : none('not applicable')],
    ['mean', coefficientValues(mean)],
    ['codes', new Map(codes.map((one) => [one.code, coefficientValues(one)]))],
  ]);
}

function coefficientValues({ value, observed, expected, n, interval }: Agreement): Values {
  return new Map<string, Value>([
    ['value', value ?? none('undefined')],
    ['observed', observed ?? none('undefined')],
    ['expected', expected ?? none('not applicable')],
    ['n', n],
    ['low', interval?.low ?? none('not applicable')],
    ['high', interval?.high ?? none('not applicable')],
  ]);
}
