import { resolve } from 'node:path';
import type { CodedUnits } from '../agreement/coded-units.ts';
import { type Counts, countPatterns } from '../agreement/counts.ts';
import { dependentTest } from '../agreement/dependent-test.ts';
import type { MeasureName } from '../agreement/measure-names.ts';
import type { MeasureOptions } from '../agreement/measures.ts';
import { perRater } from '../agreement/per-rater.ts';
import { perUnit } from '../agreement/per-unit.ts';
import { raterPairs } from '../agreement/rater-pairs.ts';
import type { Ratings } from '../agreement/ratings.ts';
import type { Table } from '../exhibit/table.ts';
import { hasErrors } from '../problem/problem.ts';
import type { AgreeArgs } from './agree-args.ts';
import { differencesJson, resultJson } from './agree-json.ts';
import { chooseNames, labelsOf, listOf } from './agree-options.ts';
import { agreeOverTime } from './agree-over-time.ts';
import { type Block, writeBlocks } from './agree-write.ts';
import { checkMetric, checkWeights } from './check-measures.ts';
import { intervalOf } from './interval-args.ts';
import { type ExitStatus, type Io, UsageError } from './io.ts';
import { printProblems, problemsOf } from './problems.ts';
import { tellDoubts } from './ratings-doubts.ts';
import { categoriesOf, ofAll, ofCodes, ofSeveralCodes, type Row, ratersAt } from './ratings-rows.ts';
import { readRatingsFile } from './read-ratings-file.ts';
import { bandsTables } from './tables/agreement-bands.ts';
import { type CostRow, costTable } from './tables/agreement-cost.ts';
import { type Difference, differencesTable } from './tables/agreement-differences.ts';
import { explainedOverCodes, explainedTable } from './tables/agreement-explained.ts';
import { fileTable, measureLabel } from './tables/agreement-file.ts';
import { type RaterRow, ratersTable } from './tables/agreement-raters.ts';
import { weightsOf } from './weights-arg.ts';

/** Agreement in a ratings file from elsewhere; there need be no workspace. */
export async function agreeOnRatings(io: Io, path: string, args: AgreeArgs): Promise<ExitStatus> {
  const weighted = await weightsOf(io, args.weights);
  if (!weighted) return 1;
  const levels = labelsOf(args.levels) ?? weighted.categories;
  const na = labelsOf(args.na);
  const asRead = { levels, na, multi: args.multi, names: args.perUnit === true || args.later !== undefined };
  const read = async (from: string): Promise<Ratings | CodedUnits | undefined> => {
    const { file, data } = await readRatingsFile(io, from, asRead);
    if (data && !hasErrors([file])) {
      tellDoubts(file, data, args);
      printProblems(io, [file]);
      return chooseRaters({ ...data, ...(args.unit && { unit: args.unit }) }, listOf(args.raters));
    }
    if (args.json) io.out(JSON.stringify({ file: from, problems: problemsOf([file]) }, null, 2));
    else printProblems(io, [file]);
    io.err(
      `${from}: nothing was compared, because the file ${file.value === undefined ? 'cannot be read' : 'has errors'}.`,
    );
    return undefined;
  };
  const data = await read(path);
  if (!data) return 1;
  const options: MeasureOptions = {
    weights: weighted.weights,
    by: args.weightsBy,
    metric: args.metric,
    missing: args.missing,
    ...intervalOf(args),
  };
  const asked = listOf(args.measure) as MeasureName[] | undefined;
  const distance = args.metric && args.metric !== 'nominal' ? (['krippendorff-alpha'] as const) : undefined;
  const names = asked ?? distance ?? defaultMeasures(data.raters.length);
  checkWeights(args, names, data, weighted.categories);
  checkMetric(args, names, data);
  if (args.later !== undefined) {
    if (resolve(io.cwd, args.later) === resolve(io.cwd, path)) {
      throw new UsageError(`--later is the same file, ${path}; name a later one.`);
    }
    const later = await read(args.later);
    if (!later) return 1;
    const check = (joined: Ratings): void => {
      checkWeights(args, names, joined, weighted.categories);
      checkMetric(args, names, joined);
    };
    return agreeOverTime(io, { path, data, later, laterPath: args.later }, names, options, args, check);
  }
  return tell(io, path, data, names, options, args);
}

function tell(
  io: Io,
  path: string,
  data: Ratings | CodedUnits,
  names: readonly MeasureName[],
  options: MeasureOptions,
  args: AgreeArgs,
): ExitStatus {
  const counts = 'codes' in data ? undefined : countPatterns(data);
  const overall = counts ? ofAll(counts, names, options) : ofSeveralCodes(data as CodedUnits, names, options);
  const each = { ...options, metric: 'nominal' as const };
  const codes = args.perCode ? ofCodes('codes' in data ? data : categoriesOf(data), names, each) : [];
  const raters = args.perRater ? ratersOf(needCounts(counts, '--per-rater'), names, options) : [];
  const costs = args.perUnit && counts ? costsOf(data as Ratings, overall, options) : [];
  if (args.perUnit) needCounts(counts, '--per-unit');
  const differences = args.compare ? compared(needCounts(counts, '--compare'), overall, options) : [];
  if (args.json) {
    const results = [...overall, ...codes].map(({ result }) => resultJson(result, args.bands));
    const more = [
      ...raters.map((row) => ({ comparison: 'rater against the rest', ...row })),
      ...costs.flat().map(({ anybody: _, ...cost }) => ({ comparison: 'unit left out', ...cost })),
      ...differencesJson(differences),
    ];
    io.out(JSON.stringify([...results, ...more], null, 2));
    return 0;
  }
  const results = (rows: readonly Row[]) => rows.map(({ result }) => result);
  const tables: Table[] = [
    fileTable('agreement', 'Agreement', results(overall), args.bands === undefined),
    ...(codes.length > 0
      ? [
          fileTable(
            'agreement-codes',
            'Agreement per code, each against all others, worst first',
            results(codes),
          ),
        ]
      : []),
    ...(raters.length > 0 ? [ratersTable('agreement-raters', raters)] : []),
    ...(costs.length > 0 ? [costTable('agreement-units', costs)] : []),
    ...(differences.length > 0
      ? [differencesTable('agreement-differences', 'Differences between the values above', differences)]
      : []),
    ...bandsTables(results([...overall, ...codes]), args, 'agreement-bands'),
    ...(args.explain ? [...overall, ...codes] : []).flatMap((row, index) => explained(row, index, options)),
  ];
  const block: Block = {
    sentences: [`${path}: ${data.units} units, raters ${data.raters.join(', ') || 'none'}.`],
    // A CSV file holds one table: the one that was asked for beside the first.
    tables: args.format === 'csv' && tables.length === 2 ? tables.slice(1) : tables,
  };
  writeBlocks(io, args.format ?? 'terminal', [block]);
  return 0;
}

function explained({ result, counts, codes }: Row, index: number, { weights }: MeasureOptions): Table[] {
  const id = `explained-${index + 1}`;
  if (counts) return [explainedTable(result, counts, id, weights)];
  return codes ? [explainedOverCodes(result, codes, id)] : [];
}

const defaultMeasures = (raters: number): MeasureName[] => [
  'percent',
  ...(raters > 2
    ? (['fleiss-kappa', 'krippendorff-alpha', 'cohen-kappa'] as const)
    : (['cohen-kappa', 'krippendorff-alpha'] as const)),
];

function chooseRaters<Data extends Ratings | CodedUnits>(data: Data, wanted: string[] | undefined): Data {
  if (wanted === undefined) return data;
  return ratersAt(
    data,
    chooseNames('rater', wanted, data.raters).map((rater) => data.raters.indexOf(rater)),
  );
}

function needCounts(counts: Counts | undefined, option: string): Counts {
  if (counts) return counts;
  throw new UsageError(
    `${option} is about one code a unit, and here a unit may have several. --per-code shows each code.`,
  );
}

const ratersOf = (counts: Counts, names: readonly MeasureName[], options: MeasureOptions): RaterRow[] =>
  names.flatMap((measure) =>
    perRater(counts, measure, { ...options, interval: 'none' }).map(({ rater, mean, without }) => ({
      ...{ measure, rater, mean, without },
    })),
  );

function costsOf(data: Ratings, overall: readonly Row[], options: MeasureOptions): CostRow[][] {
  return overall.map(({ result }) => {
    const places = result.raters.map((rater) => data.raters.indexOf(rater));
    return perUnit(ratersAt(data, places), result.measure as MeasureName, options).map((cost) => ({
      ...{ measure: result.measure, raters: result.raters },
      ...cost,
    }));
  });
}

/** Every two of the values against each other. */
function compared(counts: Counts, overall: readonly Row[], options: MeasureOptions): Difference[] {
  if (overall.length < 2) {
    throw new UsageError(
      '--compare sets two values or more against each other, and there is one: name measures with --measure, or --later a later file.',
    );
  }
  const nameOf = ({ result }: Row): string => {
    const { raters } = result;
    const name = measureLabel(result);
    return raters.length < counts.raters.length ? `${name} ${raters.join('–')}` : name;
  };
  return raterPairs(overall.length).flatMap(([a, b]) => {
    const [one, other] = [overall[a], overall[b]];
    if (!one || !other) return [];
    const sideOf = ({ result }: Row) => ({
      ...options,
      measure: result.measure as MeasureName,
      raters: result.raters,
    });
    const measure = measureLabel(one.result);
    return [
      {
        ...(measure === measureLabel(other.result) && { measure }),
        first: nameOf(one),
        second: nameOf(other),
        test: dependentTest(
          counts,
          sideOf(one),
          sideOf(other),
          options.level ? { level: options.level } : {},
        ),
      },
    ];
  });
}
