import { describe, expect, test } from 'vitest';
import { quantile } from '../../src/agreement/bootstrap.ts';
import { normalQuantile } from '../../src/statistics/normal-quantile.ts';
import {
  dataSets,
  type Expected,
  ours,
  type Printed,
  printed,
  programs,
  type Question,
  quantiles,
  sources,
} from './references.ts';

// scripts/references runs the programs; fixtures/sources.json says where the data are from.

/** What the fixtures hold for measures to come. */
const notHere = new Set([
  'cohen-kappa cohen-1968',
  'cohen-kappa fleiss-cohen-everitt',
  'fleiss-kappa of a category',
  'lin-ccc-unbiased',
  'specific-agreement of a category',
]);

function form({ measure, weights, metric, category }: Omit<Question, 'data'>): string {
  const kind = weights === 'identity' ? undefined : (weights ?? (metric === 'nominal' ? undefined : metric));
  return [measure, kind, category === undefined ? undefined : 'of a category'].filter(Boolean).join(' ');
}

const near = (found: number | null | undefined, expected: number, what: string): void =>
  expect(Math.abs((found ?? Number.NaN) - expected), `${what}: ${found}, not ${expected}`).toBeLessThan(1e-9);

const answered = programs.filter(({ values }) => values.some((one) => ours(one) !== undefined));

describe.each(answered)('$program', ({ values }) => {
  const known = new Map<string, Expected[]>();
  for (const one of values) {
    if (ours(one) !== undefined) known.set(form(one), [...(known.get(form(one)) ?? []), one]);
  }

  test.each([...known])('%s', (_, records: Expected[]) => {
    for (const record of records) {
      const found = ours(record);
      const what = `${record.data}, ${record.call}`;
      for (const statistic of ['value', 'se', 'seNull', 'observed', 'expected'] as const) {
        const expected = record[statistic];
        if (expected !== undefined) near(found?.[statistic], expected, `${statistic} of ${what}`);
      }
      for (const limit of ['low', 'high'] as const) {
        const expected = record[limit];
        if (expected !== undefined) near(found?.interval?.[limit], expected, `${limit} of ${what}`);
      }
    }
  });
});

const comparable = printed.filter((one) => ours(one) !== undefined);

describe('what documents print', () => {
  test.each(comparable.map((one) => [nameOf(one), one] as const))('%s', (_, one) => {
    const digits = one.printed.split('.')[1]?.length ?? 0;
    const within = one.within ?? 0.5 * 10 ** -digits + 1e-12;
    const off = (factor: number) => Math.abs(factor * (statisticOf(one) ?? Number.NaN) - Number(one.printed));
    if (one.differs) expect(off(1)).toBeGreaterThan(within);
    const n = ours(one)?.n ?? 0;
    if (one.times) expect(off(Math.sqrt((n - 1) / n))).toBeLessThanOrEqual(within);
    if (!one.differs) expect(off(1)).toBeLessThanOrEqual(within);
  });
});

function nameOf({ data, statistic, printed, document, differs, ...one }: Printed): string {
  const what = [form(one), one.category].filter(Boolean).join(' ');
  return `${data}, ${statistic} of ${what}: ${printed} in ${document}${differs ? `, which differs: ${differs}` : ''}`;
}

function statisticOf(one: Printed): number | null | undefined {
  const found = ours(one);
  if (one.statistic === 'low' || one.statistic === 'high') return found?.interval?.[one.statistic];
  return found?.[one.statistic];
}

test('nothing in the fixtures is left out but measures that are not here', () => {
  const all: Question[] = [...programs.flatMap(({ values }) => values), ...printed];
  const left = new Set(all.filter((one) => ours(one) === undefined).map(form));
  expect([...left].sort()).toEqual([...notHere].sort());
});

test('every data set says where it is from', () => {
  const said = (data: string): string | undefined =>
    sources[data] ?? sources[data.replace(/drawn-.*/, 'drawn-*')];
  expect(dataSets.filter((data) => said(data) === undefined)).toEqual([]);
  const known = new Set(dataSets.map((data) => (sources[data] ? data : data.replace(/drawn-.*/, 'drawn-*'))));
  expect(Object.keys(sources).filter((data) => !known.has(data))).toEqual([]);
});

test.each(quantiles.filter(({ of }) => !of))(
  "the normal quantile of $p is that of R's qnorm",
  ({ p, value }) => {
    expect(Math.abs(normalQuantile(p) - value)).toBeLessThan(1e-12);
  },
);

test.each(quantiles.filter(({ of }) => of))(
  'the quantile $p of $of is of type 7, as in R',
  ({ of = [], p, value }) => {
    expect(quantile(Float64Array.from(of), p)).toBeCloseTo(value, 12);
  },
);
