import type { Agreement } from '../agreement/agreement.ts';
import type { CodeCounts } from '../agreement/coded-units.ts';
import type { CodeResult, Comparison } from '../agreement/comparison.ts';
import type { Counts } from '../agreement/counts.ts';
import type { IntervalOptions } from '../agreement/interval.ts';
import { krippendorffAlpha } from '../agreement/krippendorff-alpha.ts';
import type { MeasureName } from '../agreement/measure-names.ts';
import { type MeasureOptions, measures } from '../agreement/measures.ts';
import { type Group, type GroupAgreement, perGroup } from '../agreement/per-code.ts';
import { meanKappa, pooledKappa, pooledMeasures } from '../agreement/pooled-kappa.ts';
import { draftVersion } from '../codebook/codebook.ts';
import type { Unread } from '../codebook/unread.ts';
import { type SharedText, sharedText } from '../coding/shared-text.ts';
import type { Excluded, UnitCodes, UnitKind } from '../coding/unit-codes.ts';
import { type UnitOptions, unitCodes } from '../coding/units.ts';
import {
  parentIn,
  type ReadLogs,
  readInVersion,
  type Speakers,
  speakerFilter,
  textFor,
} from './agreement-units.ts';
import type { CountedLog, CountingCorpus } from './corpus.ts';
import { countsOf, ratedAmong } from './pattern-counts.ts';
import { type SetsOfCodes, setsAmong } from './sets-of-codes.ts';

/** What is to be compared, in one round. */
export interface AgreementRequest {
  unit: UnitKind;
  logs: readonly CountedLog[];
  raters: readonly string[];
  /** Without it, every code that the raters used. Names are those of `version`. */
  codes?: readonly string[] | undefined;
  speakers: Speakers;
  onlyCoded: boolean;
  rollUp: boolean;
  minShare?: number | undefined;
  /** The codebook version that all codes are read in; null where the study has no codebook. */
  version: string | null;
  language: string;
}

/** The units of a round, and who coded them how. */
export interface RoundUnits {
  unit: UnitKind;
  version: string | null;
  versions: ReadLogs['versions'];
  raters: readonly string[];
  /** Raters some of whose codings were made with a draft, which is rewritten while it is used. */
  drafted: readonly string[];
  documents: string[];
  /** For all raters together. */
  table: UnitCodes;
  excluded: Excluded;
  unread: Unread[];
  /** Whether the codebook that a rater had on a document has a code. */
  hasCode: ReadLogs['hasCode'];
  /** Whether some rater's codebook has a code, so that not using it says something. */
  usable: (code: string) => boolean;
  /** For some of the raters, by their names: only units that all of them have rated. */
  among: (raters: readonly string[]) => Group;
  /** The same of the codes of a unit together, as sets. */
  sets: (raters: readonly string[]) => SetsOfCodes;
  /** The text that all of some raters have read, with the spans that they coded. */
  shared: (raters: readonly string[]) => SharedText;
}

/** Lays out the units of a round; no coefficient yet. */
export function unitsOfRound(corpus: CountingCorpus, request: AgreementRequest): RoundUnits {
  const { unit, raters, version } = request;
  const logs = request.logs.map(({ log }) => log).filter(({ rater }) => raters.includes(rater));
  const read = readInVersion(corpus, logs, version);
  const coded = new Set(logs.map(({ document }) => document));
  const documents = [...corpus.documents.values()].filter(({ id }) => coded.has(id));
  const texts = documents.map((document) => textFor(document, unit, request.language));
  const options: UnitOptions = {
    unit,
    raters,
    speakers: speakerFilter(corpus, request.speakers),
    onlyCoded: request.onlyCoded,
    codeOf: read.codeOf,
    hasCode: read.hasCode,
    ...(request.minShare !== undefined && { minShare: request.minShare }),
    ...(request.rollUp && { parentOf: parentIn(corpus, version) }),
    ...(request.codes && { codes: request.codes }),
  };
  const table = unitCodes(texts, read.logs, options);
  // Which units there are depends on who is compared in these two cases only.
  const depends = request.onlyCoded || unit === 'spans';
  let whole: CodeCounts | undefined;
  const tableOf = (some: readonly string[]): UnitCodes =>
    depends ? unitCodes(texts, read.logs, { ...options, raters: some, codes: table.codes }) : table;
  return {
    unit,
    version,
    versions: read.versions,
    raters,
    drafted: raters.filter((one) =>
      logs.some(({ rater, origins }) => rater === one && origins.includes(draftVersion)),
    ),
    documents: documents.map(({ id }) => id),
    table,
    excluded: table.excluded,
    unread: read.unread,
    hasCode: read.hasCode,
    usable: (code) => documents.some(({ id }) => raters.some((rater) => read.hasCode(rater, code, id))),
    among: (some) => {
      if (depends) return ratedAmong(countsOf(tableOf(some)), some);
      whole ??= countsOf(table);
      return ratedAmong(whole, some);
    },
    sets: (some) => setsAmong(tableOf(some), some),
    shared: (some) => sharedText(texts, read.logs, { ...options, raters: some, codes: table.codes }),
  };
}

export interface CompareOptions extends IntervalOptions {
  /** `kappas`: Cohen's for pairs, and Fleiss' for all where there are more than two. */
  measures: readonly MeasureName[] | 'kappas';
  weights?: MeasureOptions['weights'];
  /** Takes the codes of a unit together, as sets, beside each code alone. */
  metric?: 'masi' | 'jaccard' | undefined;
}

/** Every pair of raters, and all of them where there are more than two, by each measure that can. */
export const compareRaters = (units: RoundUnits, options: CompareOptions): Comparison[] =>
  compareGroups(units, comparisonsOf(units.raters, options.measures), options);

/** Groups of raters, each by a measure. */
export function compareGroups(
  units: RoundUnits,
  groups: readonly Asked[],
  options: Omit<CompareOptions, 'measures'>,
): Comparison[] {
  const asked = groups.map(({ raters, measure }) => ({
    raters,
    measure,
    group: units.among(raters),
    isKappa:
      (measure === 'cohen-kappa' && (options.weights ?? 'identity') === 'identity') ||
      (measure === 'fleiss-kappa' && raters.length > 2),
  }));
  const { codes } = units.table;
  const kappas = asked.filter(({ isKappa }) => isKappa);
  const found = perGroup(
    codes,
    kappas.map(({ group }) => group),
    options,
  );
  return asked.map((one) => {
    const kappa = found[kappas.indexOf(one)];
    return comparisonOf(codes, one, kappa ?? others(codes, one.group, one.measure, options));
  });
}

export interface Asked {
  raters: readonly string[];
  measure: MeasureName;
}

function comparisonsOf(raters: readonly string[], asked: CompareOptions['measures']): Asked[] {
  const pairs = pairsOf(raters);
  const all = raters.length > 2 ? [raters] : [];
  if (asked === 'kappas') {
    return [
      ...all.map((group): Asked => ({ raters: group, measure: 'fleiss-kappa' })),
      ...pairs.map((group): Asked => ({ raters: group, measure: 'cohen-kappa' })),
    ];
  }
  return asked.flatMap((measure) =>
    [...all, ...pairs]
      .filter((group) => group.length === 2 || measures[measure].raters === 'any')
      .map((group) => ({ raters: group, measure })),
  );
}

/** Alpha of sets, and what it was computed from. */
export interface SetsResult {
  result: Agreement;
  counts: Counts;
}

/** Krippendorff's alpha of the codes of a unit together, as sets, of all raters or of two; none unless a distance is named. */
export function compareSets(units: RoundUnits, { metric, ...options }: CompareOptions): SetsResult[] {
  if (metric === undefined || units.raters.length < 2) return [];
  const groups = [units.raters, ...(units.raters.length > 2 ? pairsOf(units.raters) : [])];
  return groups.map((raters) => {
    const { counts, left } = units.sets(raters);
    const { weights: _, measures: __, ...interval } = options;
    const found = krippendorffAlpha(counts, { ...interval, metric });
    const without = `${left.join(', ')} could not be given by all of them, and ${left.length === 1 ? 'is' : 'are'} in no set`;
    const result = left.length === 0 ? found : { ...found, warnings: [...found.warnings, without] };
    return { result, counts };
  });
}

export const pairsOf = (raters: readonly string[]): string[][] =>
  raters.flatMap((a, first) => raters.slice(first + 1).map((b) => [a, b]));

interface Results extends Omit<GroupAgreement, 'pooled'> {
  pooled: Agreement | null;
}

function comparisonOf(
  names: readonly string[],
  { raters, measure, group }: Asked & { group: Group },
  { codes, pooled, mean }: Results,
): Comparison {
  const rank = ({ value }: Agreement): number => value ?? 2;
  const results = codes.map((one, index): CodeResult => {
    const counts = group.parts[index]?.counts;
    const { share, positive } = counts ? sharesOf(counts) : { share: null, positive: null };
    return { positive, ...one, code: names[index] ?? '', share };
  });
  return {
    raters,
    all: raters.length > 2,
    measure,
    codes: results.sort((a, b) => rank(a) - rank(b)),
    pooled,
    mean,
    counts: new Map(
      names.flatMap((name, index) => {
        const counts = group.parts[index]?.counts;
        return counts ? [[name, counts]] : [];
      }),
    ),
  };
}

function others(
  codes: readonly string[],
  { parts }: Group,
  measure: MeasureName,
  options: Omit<CompareOptions, 'measures'>,
): Results {
  const { compute } = measures[measure];
  // A code is there or not; a distance of sets is of all codes together.
  const each = { ...options, metric: 'nominal' as const };
  const results = parts.map(({ counts }, index) => ({
    ...compute(counts, each),
    code: codes[index] ?? '',
  }));
  const mean = meanKappa(results);
  const kappa = measure === 'cohen-kappa' || measure === 'fleiss-kappa';
  return {
    codes: results,
    pooled: pooledMeasures.includes(measure) ? pooledKappa(results) : null,
    mean: kappa
      ? mean
      : { ...mean, measure: `mean-${measure}`, reason: mean.reason && 'no code has a value' },
  };
}

/**
 * Of the units that all rated, how many carry the code, in the mean over raters; and positive specific
 * agreement of any number of raters, Σ p (p − 1) / Σ p (m − 1) with p of m raters giving the code: how often
 * another rater gives it too where one does. For two raters it is 2a / (2a + b + c).
 */
function sharesOf({ raters, patterns, times }: Counts): { share: number | null; positive: number | null } {
  const width = raters.length;
  let present = 0;
  let rated = 0;
  let agreeing = 0;
  for (const [pattern, often] of times.entries()) {
    const own = patterns.subarray(pattern * width, (pattern + 1) * width);
    if (own.includes(-1)) continue;
    const here = own.reduce((sum, cell) => sum + cell, 0);
    rated += often * width;
    present += often * here;
    agreeing += often * here * (here - 1);
  }
  return {
    share: rated === 0 ? null : present / rated,
    positive: present === 0 ? null : agreeing / (present * (width - 1)),
  };
}
