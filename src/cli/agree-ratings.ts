import type { Agreement } from '../agreement/agreement.ts';
import { type CodedUnits, ratingsOfCode, setsOf } from '../agreement/coded-units.ts';
import { type Counts, countPatterns } from '../agreement/counts.ts';
import { type MeasureName, measureNames } from '../agreement/measure-names.ts';
import { type MeasureOptions, measures } from '../agreement/measures.ts';
import { meanKappa, pooledKappa } from '../agreement/pooled-kappa.ts';
import { countsOfPairs } from '../agreement/rater-pairs.ts';
import type { Ratings } from '../agreement/ratings.ts';
import { hasErrors } from '../problem/problem.ts';
import type { AgreeArgs } from './agree-args.ts';
import { resultJson } from './agree-json.ts';
import { chooseNames, listOf } from './agree-options.ts';
import { type Block, writeBlocks } from './agree-write.ts';
import { intervalOf } from './interval-args.ts';
import { type ExitStatus, type Io, UsageError } from './io.ts';
import { printProblems, problemsOf } from './problems.ts';
import { readRatingsFile } from './read-ratings-file.ts';
import { bandsTables } from './tables/agreement-bands.ts';
import { explainedTable } from './tables/agreement-explained.ts';
import { fileTable } from './tables/agreement-file.ts';

/** Weights need an order that somebody meant, and a measure that knows them; nothing is weighed otherwise. */
function checkWeights(args: AgreeArgs, names: readonly MeasureName[], data: Ratings | CodedUnits): void {
  if (args.weights === undefined || args.weights === 'identity') return;
  if (!names.some((name) => measures[name].weighted)) {
    throw new UsageError(
      `--weights ${args.weights} is for ${measureNames.filter((name) => measures[name].weighted).join(', ')}; ${names.join(', ')} cannot be weighted so.`,
    );
  }
  if (args.weightsBy !== 'value' && 'order' in data && data.order === 'text' && data.categories.length > 2) {
    throw new UsageError(
      `--weights ${args.weights} needs to know the order of ${data.categories.slice(0, 6).join(', ')}; say it with --levels, lowest first.`,
    );
  }
}

/** A distance is of alpha, and an ordinal one needs an order that somebody meant. */
function checkMetric({ metric }: AgreeArgs, names: readonly MeasureName[], data: Ratings | CodedUnits): void {
  if (metric === undefined || metric === 'nominal') return;
  if (!names.includes('krippendorff-alpha')) {
    throw new UsageError(`--metric ${metric} is for krippendorff-alpha; ${names.join(', ')} has none.`);
  }
  const isOfSets = metric === 'masi' || metric === 'jaccard';
  if ('codes' in data && !isOfSets) {
    throw new UsageError(
      `--metric ${metric} compares one category with another, and here a unit may have several codes: --metric masi or jaccard compares sets.`,
    );
  }
  if (metric === 'ordinal' && 'order' in data && data.order === 'text' && data.categories.length > 2) {
    throw new UsageError(
      `--metric ordinal needs to know the order of ${data.categories.slice(0, 6).join(', ')}; say it with --levels, lowest first.`,
    );
  }
}

/** A result and the counts behind it, for explaining it; none where it sums up several codes. */
interface Row {
  result: Agreement;
  counts: Counts | null;
}

/** Agreement in a ratings file from elsewhere; there need be no workspace. */
export async function agreeOnRatings(io: Io, path: string, args: AgreeArgs): Promise<ExitStatus> {
  const asRead = { levels: listOf(args.levels), multi: args.multi, names: false };
  const { file, data: read } = await readRatingsFile(io, path, asRead);
  if (!read || hasErrors([file])) {
    if (args.json) io.out(JSON.stringify({ file: path, problems: problemsOf([file]) }, null, 2));
    else printProblems(io, [file]);
    io.err(
      `${path}: nothing was compared, because the file ${file.value === undefined ? 'cannot be read' : 'has errors'}.`,
    );
    return 1;
  }
  printProblems(io, [file]);
  const data = chooseRaters({ ...read, ...(args.unit && { unit: args.unit }) }, listOf(args.raters));
  const options: MeasureOptions = {
    weights: args.weights,
    by: args.weightsBy,
    metric: args.metric,
    missing: args.missing,
    ...intervalOf(args),
  };
  const asked = listOf(args.measure) as MeasureName[] | undefined;
  const distance = args.metric && args.metric !== 'nominal' ? (['krippendorff-alpha'] as const) : undefined;
  const names = asked ?? distance ?? defaultMeasures(data.raters.length);
  checkWeights(args, names, data);
  checkMetric(args, names, data);
  const overall =
    'codes' in data ? ofSeveralCodes(data, names, options) : ofAll(countPatterns(data), names, options);
  const each = { ...options, metric: 'nominal' as const };
  const codes = args.perCode ? ofCodes('codes' in data ? data : categoriesOf(data), names, each) : [];
  if (args.json) {
    io.out(
      JSON.stringify(
        [...overall, ...codes].map(({ result }) => resultJson(result, args.bands)),
        null,
        2,
      ),
    );
    return 0;
  }
  const explained = (args.explain ? [...overall, ...codes] : []).flatMap(({ result, counts }, index) =>
    counts ? [explainedTable(result, counts, `explained-${index + 1}`)] : [],
  );
  const block: Block = {
    sentences: [`${path}: ${data.units} units, raters ${data.raters.join(', ') || 'none'}.`],
    tables: [
      ...(args.format === 'csv' && codes.length > 0
        ? []
        : [
            fileTable(
              'agreement',
              'Agreement',
              overall.map(({ result }) => result),
              args.bands === undefined,
            ),
          ]),
      ...(codes.length > 0
        ? [
            fileTable(
              'agreement-codes',
              'Agreement per code, each against all others, worst first',
              codes.map(({ result }) => result),
            ),
          ]
        : []),
      ...bandsTables(
        [...overall, ...codes].map(({ result }) => result),
        args,
        'agreement-bands',
      ),
      ...explained,
    ],
  };
  writeBlocks(io, args.format ?? 'terminal', [block]);
  return 0;
}

/** With a distance of sets alpha takes all codes of a unit together; everything else goes code by code. */
function ofSeveralCodes(coded: CodedUnits, names: readonly MeasureName[], options: MeasureOptions): Row[] {
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

const defaultMeasures = (raters: number): MeasureName[] => [
  'percent',
  ...(raters > 2
    ? (['fleiss-kappa', 'krippendorff-alpha', 'cohen-kappa'] as const)
    : (['cohen-kappa', 'krippendorff-alpha'] as const)),
];

function chooseRaters<Data extends Ratings | CodedUnits>(data: Data, wanted: string[] | undefined): Data {
  if (wanted === undefined) return data;
  const places = chooseNames('rater', wanted, data.raters).map((rater) => data.raters.indexOf(rater));
  const pick = <T>(all: readonly T[]): T[] => places.flatMap((place) => all[place] ?? []);
  const cells = 'codes' in data ? data.cells.map(pick) : pick(data.cells);
  return { ...data, raters: wanted, cells } as Data;
}

/** Of measures for two raters, one result a pair where there are more. */
function ofAll(counts: Counts, names: readonly MeasureName[], options: MeasureOptions): Row[] {
  return names.flatMap((name) => {
    const { compute, raters: most } = measures[name];
    const groups = most === 2 && counts.raters.length > 2 ? countsOfPairs(counts) : [counts];
    return groups.map((group) => ({ result: compute(group, options), counts: group }));
  });
}

/** Each code present or absent, the worst first. */
function ofCodes(coded: CodedUnits, names: readonly MeasureName[], options: MeasureOptions): Row[] {
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

/** Over several codes on a unit: pooled kappa where the measure is one, and the mean of the codes' values. */
function summedUp(coded: CodedUnits, names: readonly MeasureName[], options: MeasureOptions): Row[] {
  const rows = ofCodes(coded, names, { ...options, interval: 'none' }).map(({ result }) => result);
  const groups = groupBy(rows);
  return [...groups.values()].flatMap((results) => {
    const [first] = results;
    const measure = first?.measure ?? '';
    const isKappa = measure === 'cohen-kappa' || measure === 'fleiss-kappa';
    const mean = { ...meanKappa(results), measure: `mean-${measure}` };
    const pooled = { ...pooledKappa(results), measure: `pooled-${measure}` };
    return [...(isKappa ? [pooled] : []), mean].map((result) => ({ result, counts: null }));
  });
}

function groupBy(rows: readonly Agreement[]): Map<string, Agreement[]> {
  const groups = new Map<string, Agreement[]>();
  for (const row of rows) groups.set(groupOf(row), [...(groups.get(groupOf(row)) ?? []), row]);
  return groups;
}

/** Each category against all others. */
function categoriesOf(ratings: Ratings): CodedUnits {
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
