import type { Agreement } from '../agreement/agreement.ts';
import type { Comparison } from '../agreement/comparison.ts';
import { type DependentTest, dependentTest } from '../agreement/dependent-test.ts';
import type { MeasureName } from '../agreement/measure-names.ts';
import { measures } from '../agreement/measures.ts';
import { type Groups, groupsOverTime } from '../agreement/over-time.ts';
import { pooledKappa, pooledMeasures } from '../agreement/pooled-kappa.ts';
import { type CompareOptions, compareGroups, type RoundUnits } from './agreement.ts';
import { type Layout, layOut, logsOf, ratersOf, type Selection } from './agreement-round.ts';
import type { Speakers } from './agreement-units.ts';
import type { CountedLog, CountingCorpus } from './corpus.ts';
import type { StudyConfig } from './schema.ts';

/** Two rounds on the same texts: each rater with themself, and what became of agreement between raters. */
export interface TwoRounds extends Layout {
  rounds: readonly [string, string];
  units: RoundUnits;
  /** Who coded in both rounds, with what came of comparing them with themself. */
  same: { rater: string; comparison: Comparison }[];
  /** Code by code, then pooled, of all raters of a round or of every two of both. */
  changes: Change[];
  speakers: Speakers;
  /** Codes of the codebook that nobody used in either round. */
  unused: string[];
  remarks: string[];
}

export interface Change {
  measure: MeasureName;
  /** Absent where it is of all codes, pooled: then without a test. */
  code?: string;
  first: readonly string[];
  second: readonly string[];
  test: Pick<DependentTest, 'difference' | 'reason' | 'se' | 't' | 'df' | 'p' | 'interval' | 'warnings'> & {
    first: Pick<Agreement, 'value' | 'n'>;
    second: Pick<Agreement, 'value' | 'n'>;
  };
}

/**
 * Only documents that were coded in both rounds, and only units that all compared raters have read both times, in one version
 * of the codebook.
 */
export function compareRounds(
  corpus: CountingCorpus,
  config: StudyConfig,
  rounds: readonly [string, string],
  selection: Selection,
  layout: Layout,
  options: CompareOptions,
): TwoRounds {
  const found = rounds.map((round) => logsOf(corpus, round, selection)) as [CountedLog[], CountedLog[]];
  const documents = found.map((logs) => new Set(logs.map(({ log }) => log.document)));
  const shared = (log: CountedLog): boolean => documents.every((one) => one.has(log.log.document));
  const raters = found.map((logs) => ratersOf(logs.filter(shared), selection)) as [string[], string[]];
  const named = (rater: string, at: 0 | 1): string => `${rater} (${rounds[at]})`;
  const logs = found.flatMap((own, at) =>
    own
      .filter(shared)
      .map((one) => ({ ...one, log: { ...one.log, rater: named(one.log.rater, at as 0 | 1) } })),
  );
  const { units, remarks, unused } = layOut(
    corpus,
    logs,
    { ...selection, raters: undefined },
    layout,
    config.language,
  );
  const both = raters[0].filter((rater) => raters[1].includes(rater));
  const names: readonly MeasureName[] = options.measures === 'kappas' ? ['cohen-kappa'] : options.measures;
  const themselves = both.flatMap((rater) => names.map((measure) => ({ rater, measure })));
  const compared = compareGroups(
    units,
    themselves.map(({ rater, measure }) => ({ measure, raters: [named(rater, 0), named(rater, 1)] })),
    options,
  );
  const twice = both.map((rater) => ({ first: named(rater, 0), second: named(rater, 1) }));
  const first = raters[0].map((rater) => named(rater, 0));
  const second = raters[1].map((rater) => named(rater, 1));
  return {
    ...layout,
    ...{ rounds, units, unused, remarks },
    speakers: selection.speakers,
    same: themselves.flatMap(({ rater }, at) => {
      const comparison = compared[at];
      return comparison ? [{ rater, comparison }] : [];
    }),
    changes: measuresOf(options.measures, { first, second }).flatMap((measure) =>
      groupsOverTime(measures[measure].raters, { first, second, both: twice }).flatMap((group) =>
        changesOf(units, measure, group, options),
      ),
    ),
  };
}

/** By Fleiss' kappa where no measure is named and a round has more than two raters. */
function measuresOf(
  asked: CompareOptions['measures'],
  { first, second }: { first: string[]; second: string[] },
): readonly MeasureName[] {
  if (asked !== 'kappas') return asked;
  return [first.length === 2 && second.length === 2 ? 'cohen-kappa' : 'fleiss-kappa'];
}

function changesOf(
  units: RoundUnits,
  measure: MeasureName,
  { first, second }: Groups,
  options: CompareOptions,
): Change[] {
  const everybody = [...first, ...second];
  const { parts } = units.among(everybody);
  const level = options.level === undefined ? {} : { level: options.level };
  const tests = parts.map(({ counts }) =>
    dependentTest(
      counts,
      { measure, raters: first, weights: options.weights },
      { measure, raters: second, weights: options.weights },
      level,
    ),
  );
  const codes = tests.map(
    (test, at): Change => ({
      ...{ measure, first, second, test },
      code: units.table.codes[at] ?? '',
    }),
  );
  if (!pooledMeasures.includes(measure)) return codes;
  const before = pooledKappa(tests.map((test) => test.first));
  const after = pooledKappa(tests.map((test) => test.second));
  const difference = before.value === null || after.value === null ? null : after.value - before.value;
  const untested = { se: null, t: null, df: null, p: null, interval: null, warnings: [] };
  const reason = 'codes on the same units are tested one by one, and not pooled';
  return [
    ...codes,
    {
      ...{ measure, first, second },
      test: { first: before, second: after, difference, reason, ...untested },
    },
  ];
}
