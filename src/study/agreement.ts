import type { Agreement } from '../agreement/agreement.ts';
import { type CodedUnits, ratingsOfCode } from '../agreement/coded-units.ts';
import type { Comparison } from '../agreement/comparison.ts';
import { countPatterns } from '../agreement/counts.ts';
import type { IntervalOptions } from '../agreement/interval.ts';
import type { MeasureName } from '../agreement/measure-names.ts';
import { type MeasureOptions, measures } from '../agreement/measures.ts';
import { perCode } from '../agreement/per-code.ts';
import { meanKappa, pooledKappa } from '../agreement/pooled-kappa.ts';
import type { Unread } from '../codebook/unread.ts';
import { type Excluded, type UnitCodes, type UnitKind, withoutWeights } from '../coding/unit-codes.ts';
import { type UnitOptions, unitCodes } from '../coding/units.ts';
import {
  parentIn,
  type ReadLogs,
  readInVersion,
  type Speakers,
  speakerFilter,
  textFor,
} from './agreement-units.ts';
import type { Corpus, StudyLog } from './corpus.ts';

/** What is to be compared, in one round. */
export interface AgreementRequest {
  unit: UnitKind;
  logs: readonly StudyLog[];
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
  documents: string[];
  /** For all raters together. */
  table: UnitCodes;
  excluded: Excluded;
  unread: Unread[];
  /** Whether some rater's codebook has a code, so that not using it says something. */
  usable: (code: string) => boolean;
  /** For some of the raters, by their names. */
  among: (raters: readonly string[]) => UnitCodes;
}

/** Lays out the units of a round; no coefficient yet. */
export function unitsOfRound(corpus: Corpus, request: AgreementRequest): RoundUnits {
  const { unit, raters, version } = request;
  const logs = request.logs.map(({ log }) => log).filter(({ rater }) => raters.includes(rater));
  const read = readInVersion(corpus, logs, version);
  const documents = [...corpus.documents.values()].filter(({ id }) =>
    logs.some(({ document }) => document === id),
  );
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
  return {
    unit,
    version,
    versions: read.versions,
    raters,
    documents: documents.map(({ id }) => id),
    table,
    excluded: table.excluded,
    unread: read.unread,
    usable: (code) => documents.some(({ id }) => raters.some((rater) => read.hasCode(rater, code, id))),
    among: (some) =>
      depends
        ? unitCodes(texts, read.logs, { ...options, raters: some, codes: table.codes })
        : pick(table, some),
  };
}

/** Two raters' part of a table. */
function pick(table: UnitCodes, raters: readonly string[]): UnitCodes {
  const places = raters.map((rater) => table.raters.indexOf(rater));
  return {
    ...table,
    raters,
    cells: table.cells.map((cells) => places.flatMap((place) => cells[place] ?? [])),
  };
}

export interface CompareOptions extends IntervalOptions {
  /** `kappas`: Cohen's for pairs, and Fleiss' for all where there are more than two. */
  measures: readonly MeasureName[] | 'kappas';
  weights?: MeasureOptions['weights'];
}

/** Every pair of raters, and all of them where there are more than two, by each measure that can. */
export function compareRaters(units: RoundUnits, options: CompareOptions): Comparison[] {
  const { raters } = units;
  const pairs = raters.flatMap((a, first) => raters.slice(first + 1).map((b) => [a, b]));
  const all = raters.length > 2 ? [raters] : [];
  if (options.measures === 'kappas') {
    return [
      ...all.map((group) => compare(units, group, 'fleiss-kappa', options)),
      ...pairs.map((group) => compare(units, group, 'cohen-kappa', options)),
    ];
  }
  const groups = [...all, ...pairs];
  return options.measures.flatMap((measure) =>
    groups
      .filter((group) => group.length === 2 || measures[measure].raters === 'any')
      .map((group) => compare(units, group, measure, options)),
  );
}

function compare(
  units: RoundUnits,
  raters: readonly string[],
  measure: MeasureName,
  options: CompareOptions,
): Comparison {
  const coded = readByAll(toCodedUnits(units.among(raters)));
  const own =
    (measure === 'cohen-kappa' && (options.weights ?? 'identity') === 'identity') ||
    (measure === 'fleiss-kappa' && raters.length > 2);
  const { codes, pooled, mean } = own ? kappas(coded, options) : others(coded, measure, options);
  const shares = new Map(coded.codes.map((code, index) => [code, sharesOf(coded, index)]));
  return {
    raters,
    all: raters.length > 2,
    measure,
    codes: codes.map((one) => {
      const { share = null, positive = null } = shares.get(one.code ?? '') ?? {};
      return { positive, ...one, code: one.code ?? '', share };
    }),
    pooled,
    mean,
    coded,
  };
}

interface Results {
  codes: Agreement[];
  pooled: Agreement | null;
  mean: Agreement;
}

function kappas(coded: CodedUnits, options: IntervalOptions): Results {
  const { codes, pooled, mean } = perCode(coded, options);
  return { codes: codes.map(({ all }) => all), pooled, mean };
}

function others(coded: CodedUnits, measure: MeasureName, options: CompareOptions): Results {
  const { compute } = measures[measure];
  const results = coded.codes.map((code, index) => ({
    ...compute(countPatterns(ratingsOfCode(coded, index)), options),
    code,
  }));
  const rank = ({ value }: Agreement): number => value ?? 2;
  const mean = meanKappa(results);
  const kappa = measure === 'cohen-kappa' || measure === 'fleiss-kappa';
  return {
    codes: results.toSorted((a, b) => rank(a) - rank(b)),
    pooled: kappa ? pooledKappa(results) : null,
    mean: kappa
      ? mean
      : { ...mean, measure: `mean-${measure}`, reason: mean.reason && 'no code has a value' },
  };
}

/** As the measures take it; units of one document are one cluster. */
export function toCodedUnits(table: UnitCodes): CodedUnits {
  const whole = withoutWeights(table);
  const documents = [...new Set(whole.units.map(({ document }) => document))];
  const index = new Map(documents.map((document, place) => [document, place]));
  return {
    units: whole.units.length,
    raters: whole.raters,
    codes: whole.codes,
    cells: whole.cells,
    unit: whole.unit === 'spans' ? 'span' : whole.unit,
    ...(whole.unit !== 'document' && {
      clusters: {
        name: 'document',
        count: documents.length,
        of: Int32Array.from(whole.units, ({ document }) => index.get(document) ?? 0),
      },
    }),
  };
}

/**
 * Only units that every compared rater has rated: where one of them has not read, or has no such code, the
 * others' ratings are left out too.
 */
export function readByAll(coded: CodedUnits): CodedUnits {
  const { units } = coded;
  const lacking = new Uint8Array(units);
  return {
    ...coded,
    cells: coded.cells.map((raters) => {
      lacking.fill(0);
      let any = false;
      for (const cells of raters) {
        for (let unit = 0; unit < units; unit++) {
          if (cells[unit] !== -1) continue;
          lacking[unit] = 1;
          any = true;
        }
      }
      if (!any) return raters;
      return raters.map((cells) => {
        const masked = Int8Array.from(cells);
        for (let unit = 0; unit < units; unit++) if (lacking[unit] === 1) masked[unit] = -1;
        return masked;
      });
    }),
  };
}

/**
 * Of the units that all rated, how many carry the code, in the mean over raters; and positive specific
 * agreement of any number of raters, Σ p (p − 1) / Σ p (m − 1) with p of m raters giving the code: how often
 * another rater gives it too where one does. For two raters it is 2a / (2a + b + c).
 */
function sharesOf(
  { cells, units }: CodedUnits,
  code: number,
): { share: number | null; positive: number | null } {
  const raters = cells[code] ?? [];
  // How many raters gave the code; 65535 where that is not known of all.
  const given = new Uint16Array(units);
  for (const own of raters) {
    for (let unit = 0; unit < units; unit++) {
      const cell = own[unit] ?? -1;
      if (cell === -1) given[unit] = UNKNOWN;
      else if (cell === 1 && given[unit] !== UNKNOWN) given[unit] = (given[unit] ?? 0) + 1;
    }
  }
  let present = 0;
  let rated = 0;
  let agreeing = 0;
  for (let unit = 0; unit < units; unit++) {
    const here = given[unit] ?? UNKNOWN;
    if (here === UNKNOWN) continue;
    rated += raters.length;
    present += here;
    agreeing += here * (here - 1);
  }
  return {
    share: rated === 0 ? null : present / rated,
    positive: present === 0 ? null : agreeing / (present * (raters.length - 1)),
  };
}

const UNKNOWN = 65535;
