import type { Agreement } from '../agreement/agreement.ts';
import { type CodedUnits, ratingsOfCode, setsOf } from '../agreement/coded-units.ts';
import { type Counts, countPatterns } from '../agreement/counts.ts';
import type { MeasureName } from '../agreement/measure-names.ts';
import { type MeasureOptions, measures } from '../agreement/measures.ts';
import { overCodes } from '../agreement/over-codes.ts';
import { countsOfPairs, raterPairs } from '../agreement/rater-pairs.ts';
import type { Ratings } from '../agreement/ratings.ts';

/** A result, and the counts behind it, or where it sums up several codes what each of them gave. */
export interface Row {
  result: Agreement;
  counts: Counts | null;
  codes?: readonly Agreement[];
}

/** With a distance of sets alpha takes all codes of a unit together; everything else goes code by code. */
export function ofSeveralCodes(
  coded: CodedUnits,
  names: readonly MeasureName[],
  options: MeasureOptions,
): Row[] {
  const { metric = 'nominal' } = options;
  if (metric === 'nominal') return summedUp(coded, names, options);
  const separator = coded.codes.some((code) => code.includes(';')) ? '\u001f' : ';';
  const sets = countPatterns(setsOf(coded, separator));
  const others = names.filter((name) => name !== 'krippendorff-alpha');
  return [
    ...ofAll(sets, ['krippendorff-alpha'], { ...options, separator }),
    ...summedUp(coded, others, { ...options, metric: 'nominal' }),
  ];
}

/** Of measures for two raters, one result a pair where there are more. */
export function ofAll(counts: Counts, names: readonly MeasureName[], options: MeasureOptions): Row[] {
  return names.flatMap((name) => {
    const { compute, raters: most } = measures[name];
    const groups = most === 2 && counts.raters.length > 2 ? countsOfPairs(counts) : [counts];
    return groups.map((group) => ({ result: compute(group, options), counts: group }));
  });
}

/** Each code present or absent, the worst first. */
export function ofCodes(coded: CodedUnits, names: readonly MeasureName[], options: MeasureOptions): Row[] {
  const rows = coded.codes.flatMap((code, index) =>
    ofAll(countPatterns(ratingsOfCode(coded, index)), names, options).map((row) => ({
      ...row,
      result: { ...row.result, code },
    })),
  );
  const rank = ({ result }: Row): number => result.value ?? 2;
  const order = new Map(
    rows.map(({ result }, index) => [groupOf(result), index]).reverse() as [string, number][],
  );
  return rows.toSorted(
    (a, b) => (order.get(groupOf(a.result)) ?? 0) - (order.get(groupOf(b.result)) ?? 0) || rank(a) - rank(b),
  );
}

const groupOf = ({ measure, raters }: Agreement): string => JSON.stringify([measure, raters]);

/** Over several codes on a unit: pooled where the measure is of kappa's form, and the mean of the codes' values. */
function summedUp(coded: CodedUnits, names: readonly MeasureName[], options: MeasureOptions): Row[] {
  return names.flatMap((name) => {
    const { raters: most } = measures[name];
    const groups = most === 2 && coded.raters.length > 2 ? pairsOf(coded) : [coded];
    return groups.flatMap((group) => {
      const { pooled, mean, codes } = overCodes(group, name, options);
      const rows = [
        ...(pooled ? [{ ...pooled, measure: `pooled-${name}` }] : []),
        { ...mean, measure: `mean-${name}` },
      ];
      return rows.map((result) => ({ result, counts: null, codes }));
    });
  });
}

const pairsOf = (coded: CodedUnits): CodedUnits[] =>
  raterPairs(coded.raters.length).map((places) => ratersAt(coded, places));

/** Some of the raters, by their places. */
export function ratersAt<Data extends Ratings | CodedUnits>(data: Data, places: readonly number[]): Data {
  const pick = <T>(all: readonly T[]): T[] => places.flatMap((place) => all[place] ?? []);
  const cells = 'codes' in data ? data.cells.map(pick) : pick(data.cells);
  return { ...data, raters: pick(data.raters), cells } as Data;
}

/** Each category against all others. */
export function categoriesOf(ratings: Ratings): CodedUnits {
  const { units, raters, categories, cells, unit, names, clusters } = ratings;
  return {
    units,
    raters,
    codes: categories,
    cells: categories.map((_, category) =>
      cells.map((column) => Int8Array.from(column, (cell) => (cell === -1 ? -1 : cell === category ? 1 : 0))),
    ),
    ...(unit !== undefined && { unit }),
    ...(names && { names }),
    ...(clusters && { clusters }),
  };
}
