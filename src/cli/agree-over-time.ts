import { basename } from 'node:path';
import { type CodedUnits, ratingsOfCode } from '../agreement/coded-units.ts';
import { type Counts, countPatterns } from '../agreement/counts.ts';
import { dependentTest } from '../agreement/dependent-test.ts';
import type { MeasureName } from '../agreement/measure-names.ts';
import { type MeasureOptions, measures } from '../agreement/measures.ts';
import { groupsOverTime, type OverTime, overTime } from '../agreement/over-time.ts';
import { pairCounts } from '../agreement/part-of-counts.ts';
import type { Ratings } from '../agreement/ratings.ts';
import { ratersLabel } from '../exhibit/agreement-cells.ts';
import { quote } from '../problem/problem.ts';
import type { AgreeArgs } from './agree-args.ts';
import { differencesJson, resultJson } from './agree-json.ts';
import { type Block, writeBlocks } from './agree-write.ts';
import { type ExitStatus, type Io, UsageError } from './io.ts';
import { ofAll, type Row } from './ratings-rows.ts';
import { type Difference, differencesTable } from './tables/agreement-differences.ts';
import { fileTable, measureLabel } from './tables/agreement-file.ts';

interface Files {
  path: string;
  data: Ratings | CodedUnits;
  laterPath: string;
  later: Ratings | CodedUnits;
}

/** Two ratings files of the same units: each rater with themself, and what became of agreement between raters. */
export function agreeOverTime(
  io: Io,
  { path, data, laterPath, later }: Files,
  names: readonly MeasureName[],
  options: MeasureOptions,
  args: AgreeArgs,
  check: (joined: Ratings) => void,
): ExitStatus {
  const times = timesOf(path, laterPath);
  const pairs = sideBySide(data, later, times);
  const [any] = pairs;
  if (!any || any.both.ratings.units === 0) {
    throw new UsageError(
      `${path} and ${laterPath} have no unit in common: units are put together by their names, ${quote(data.names?.[0] ?? '')} there and ${quote(later.names?.[0] ?? '')} here.`,
    );
  }
  if (any.code === undefined) check(any.both.ratings);
  else if (options.metric !== undefined && options.metric !== 'nominal') {
    throw new UsageError(
      `--metric ${options.metric} takes the codes of a unit together, and over time they are told one by one; leave out --later, or --metric.`,
    );
  }
  const counted = pairs.map((pair) => ({ ...pair, counts: countPatterns(pair.both.ratings) }));
  const same = counted.flatMap((pair) => withThemselves(pair, names, options));
  const changes = counted.flatMap((pair) => changesOf(pair, names, options, times));
  if (args.json) {
    const results = same.map(({ rater, row }) => ({
      comparison: 'intra-rater',
      rater,
      ...resultJson(row.result),
    }));
    io.out(JSON.stringify([...results, ...differencesJson(changes)], null, 2));
    return 0;
  }
  const { ratings, left, both } = any.both;
  const once = (file: string, units: number, raters: readonly string[]): string[] => [
    ...(units > 0 ? [`Left out, for they are in ${file} only: ${units} unit${units === 1 ? '' : 's'}.`] : []),
    ...(raters.length > 0 ? [`Rated in ${file} only: ${raters.join(', ')}.`] : []),
  ];
  const others = (own: readonly string[]): string[] =>
    own.filter((rater) => !both.some((one) => one.rater === rater));
  const [first, second] = times;
  const block: Block = {
    sentences: [
      `${path}, then ${laterPath}: ${ratings.units} units in both.`,
      ...once(path, left.first, others(data.raters)),
      ...once(laterPath, left.second, others(later.raters)),
      ...(same.length === 0
        ? ['Nobody rated both times, so that nobody can be compared with themself.']
        : []),
      ...(changes.length === 0 ? ['Change of agreement needs two raters each time.'] : []),
    ],
    tables: [
      ...(same.length > 0
        ? [
            fileTable(
              'agreement-intra-rater',
              `Each rater with themself, ${first} and ${second} (intra-rater agreement)`,
              same.map(({ row }) => row.result),
              false,
            ),
          ]
        : []),
      ...(changes.length > 0
        ? [differencesTable('agreement-change', `Agreement between raters, ${first} and ${second}`, changes)]
        : []),
    ],
  };
  writeBlocks(io, args.format ?? 'terminal', [block]);
  return 0;
}

type Times = readonly [string, string];

/** What the two files are called in short: by their names, or where these say little, 1 and 2. */
function timesOf(path: string, later: string): Times {
  const [one, other] = [path, later].map((file) => basename(file).replace(/\.[^.]*$/, '')) as [
    string,
    string,
  ];
  const isShort = (name: string): boolean => name !== '' && name.length <= 16 && !/[()]/.test(name);
  return one !== other && isShort(one) && isShort(other) ? [one, other] : ['1', '2'];
}

/** Both times side by side; code by code where a unit may have several. */
function sideBySide(
  data: Ratings | CodedUnits,
  later: Ratings | CodedUnits,
  times: Times,
): { both: OverTime; code?: string }[] {
  if (!('codes' in data) && !('codes' in later)) return [{ both: overTime(data, later, times) }];
  if (!('codes' in data) || !('codes' in later)) {
    throw new UsageError(
      'One of the files has several codes on a unit and the other has not; say --multi for both.',
    );
  }
  const codes = [...new Set([...data.codes, ...later.codes])];
  return codes.map((code) => ({ code, both: overTime(codeIn(data, code), codeIn(later, code), times) }));
}

/** A code that a file does not have is absent wherever a rater rated. */
function codeIn(coded: CodedUnits, code: string): Ratings {
  const at = coded.codes.indexOf(code);
  if (at !== -1) return ratingsOfCode(coded, at);
  const rated = ratingsOfCode(coded, 0);
  return { ...rated, cells: rated.cells.map((column) => column.map((cell) => Math.min(cell, 0))) };
}

/** Both times side by side, counted once for every rater and measure. */
interface Counted {
  both: OverTime;
  counts: Counts;
  code?: string;
}

function withThemselves(
  { both, counts, code }: Counted,
  names: readonly MeasureName[],
  options: MeasureOptions,
): { rater: string; row: Row }[] {
  const pairs = both.both.map(({ rater, first, second }) => ({
    rater,
    own: pairCounts(counts, counts.raters.indexOf(first), counts.raters.indexOf(second)),
  }));
  return names.flatMap((name) =>
    pairs.flatMap(({ rater, own }) =>
      ofAll(own, [name], options).map((row) => ({
        rater,
        row: { ...row, result: { ...row.result, ...(code !== undefined && { code }) } },
      })),
    ),
  );
}

function changesOf(
  { both, counts, code }: Counted,
  names: readonly MeasureName[],
  options: MeasureOptions,
  times: Times,
): Difference[] {
  const level = options.level === undefined ? {} : { level: options.level };
  return names.flatMap((measure) =>
    groupsOverTime(measures[measure].raters, both).map((group): Difference => {
      const test = dependentTest(
        counts,
        { ...options, measure, raters: group.first },
        { ...options, measure, raters: group.second },
        level,
      );
      return {
        measure: measureLabel(test.first),
        raters: ratersOfBoth(group),
        ...{ first: times[0], second: times[1], test },
        ...(code !== undefined && { code }),
      };
    }),
  );
}

/** `ana–ben`, or `ana–ben, then ana–chloe`; names without their time. */
export function ratersOfBoth({ first, second }: Record<'first' | 'second', readonly string[]>): string {
  const plain = (names: readonly string[]): string[] => names.map((name) => name.replace(/ \([^()]*\)$/, ''));
  const label = (names: readonly string[]): string =>
    names.length <= 3 ? ratersLabel(names) : `all ${names.length}`;
  const [one, other] = [plain(first), plain(second)];
  const areSame = one.length === other.length && one.every((name) => other.includes(name));
  return areSame ? label(one) : `${label(one)}, then ${label(other)}`;
}
