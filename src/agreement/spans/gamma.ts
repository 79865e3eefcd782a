import { randomNumbers } from '../../statistics/random.ts';
import { positiveZero } from '../agreement.ts';
import { type Alignable, type Dissimilarity, usualDissimilarity } from './alignable.ts';
import { loadPrograms, type Programs } from './alignment-program.ts';
import { bestAlignment } from './best-alignment.ts';
import { type Continuum, codesOf, type Span, type SpanData, spansIn } from './continuum.ts';
import { type CategoryDisorder, categoryDisorders } from './gamma-categories.ts';
import { withoutRepeated } from './merge-spans.ts';
import { withDocuments } from './over-documents.ts';
import { randomContinuum } from './random-continuum.ts';
import { emptyResult, nothingMarked, type SpanAgreement, type SpanOptions } from './span-agreement.ts';
import { unitaryAlignments } from './unitary-alignments.ts';

export interface GammaOptions extends SpanOptions {
  dissimilarity?: Dissimilarity | undefined;
  /** How many random continua are drawn first; 30 where not said. */
  samples?: number | undefined;
  /** The expected disorder's relative error, at 95 %: 0.02 where not said. More are drawn until it is reached. */
  precision?: number | undefined;
  /** Called with how many of the continua have been aligned, and how many there are to align. */
  onProgress?: ((done: number, all: number) => void) | undefined;
}

/** Above this many samples no more are drawn, and the result says what precision they have. */
const MOST_SAMPLES = 5000;

/**
 * Gamma (Mathet, Widlöcher and Métivier 2015, Computational Linguistics 41, 437–479), of places and codes at once, with
 * its two relatives of codes alone (Mathet 2017, Computational Linguistics 43, 661–681): `gamma-cat`, and `gamma-k` of each
 * code.
 *
 * gamma = 1 − δ / δ_e. The disorder δ is that of the best alignment of all raters' spans, its unitary alignments' disorders
 * over the mean number of spans a rater; it is found exactly (`bestAlignment`). δ_e is the mean disorder of random
 * continua (`randomContinuum`), drawn until its error is as small as asked: n ≥ (1.96 · s / (precision · mean))² (section 5.3).
 *
 * Spans of a rater may overlap. One that a rater has twice, place and code, counts once. Over several documents
 * disorders and numbers of spans are summed; spans of different documents are never aligned.
 */
export async function gamma(data: SpanData, options: GammaOptions = {}): Promise<SpanAgreement[]> {
  const { dissimilarity = usualDissimilarity, samples = 30, precision = 0.02 } = options;
  const { seed = 1 } = options;
  checkDissimilarity(dissimilarity);
  const heads = [emptyResult(data, 'gamma'), emptyResult(data, 'gamma-cat')];
  const nothing = nothingMarked(data);
  if (nothing !== null) return heads.map((head) => ({ ...head, reason: nothing }));

  const codes = codesOf(data);
  const continua = data.continua.map((one) => ({ ...one, spans: one.spans.map(withoutRepeated) }));
  const repeated = spansIn(data) - spansIn({ ...data, continua });
  const align = aligner(codes, dissimilarity);
  const random = randomNumbers(seed);
  const observed: Aligned[] = [];
  for (const { spans } of continua) observed.push(await align(spans));
  const chance: Aligned[][] = [];
  let wanted = samples;
  for (;;) {
    for (; chance.length < wanted; options.onProgress?.(chance.length, wanted)) {
      const drawn: Aligned[] = [];
      for (const { spans, length } of continua)
        drawn.push(await align(randomContinuum(spans, length, random)));
      chance.push(drawn);
    }
    const needed = samplesNeeded(disordersOf(chance), precision);
    if (needed <= chance.length || chance.length >= MOST_SAMPLES) break;
    wanted = Math.min(MOST_SAMPLES, needed);
  }
  if ([observed, ...chance].some((all) => all.some(({ tooMany }) => tooMany))) {
    const reason =
      'too many spans of too many raters lie in one place: compare fewer raters, or codes one by one';
    return heads.map((head) => ({ ...head, reason }));
  }
  const reached = precisionOf(disordersOf(chance));
  return [
    ...resultsOf({ data, continua, codes, observed, chance, reached }, options).map((result) => ({
      ...result,
      warnings: [
        ...(reached > precision && result.measure === 'gamma'
          ? [
              `the expected disorder is known to ${percent(reached)} only, not to ${percent(precision)}: no more than ${MOST_SAMPLES} random continua are drawn`,
            ]
          : []),
        ...(repeated > 0
          ? [
              repeated === 1
                ? 'one span is there twice, with place, rater and code, and counts once'
                : `${repeated} spans are there twice, with place, rater and code, and count once`,
            ]
          : []),
        ...result.warnings,
      ],
    })),
  ];
}

interface Aligned {
  /** The sum of the disorders of its unitary alignments. */
  disorder: number;
  /** Spans divided by raters. */
  mean: number;
  alignments: number;
  /** Of all codes, then of each. */
  categories: CategoryDisorder[];
  tooMany: boolean;
}

/** Aligns one continuum after the other, and loads HiGHS when a continuum needs it. */
function aligner(
  codes: readonly string[],
  dissimilarity: Dissimilarity,
): (spans: readonly (readonly Span[])[]) => Promise<Aligned> {
  const numbers = new Map(codes.map((code, number) => [code, number]));
  let programs: Programs | undefined;
  return async (raters) => {
    const spans = alignable(raters, numbers);
    const mean = spans.rater.length / raters.length;
    const possible = unitaryAlignments(spans, dissimilarity);
    if (!possible) return { disorder: 0, mean, alignments: 0, categories: [], tooMany: true };
    let found = bestAlignment(possible, programs);
    if (!found) {
      programs = await loadPrograms();
      found = bestAlignment(possible, programs);
    }
    if (!found) throw new Error('no best alignment was found');
    const tuples = [...found.chosen].map((one) =>
      possible.members.subarray(possible.starts[one], possible.starts[one + 1]),
    );
    const categories = categoryDisorders(spans, dissimilarity, tuples, codes.length);
    return { disorder: found.disorder, mean, alignments: tuples.length, categories, tooMany: false };
  };
}

function alignable(raters: readonly (readonly Span[])[], numbers: ReadonlyMap<string, number>): Alignable {
  const all = raters.flatMap((own, rater) => own.map((span) => ({ ...span, rater })));
  const spans = all.sort((a, b) => a.start - b.start || a.end - b.end || a.rater - b.rater);
  return {
    raters: raters.length,
    rater: Int32Array.from(spans, ({ rater }) => rater),
    start: Float64Array.from(spans, ({ start }) => start),
    end: Float64Array.from(spans, ({ end }) => end),
    code: Int32Array.from(spans, ({ code }) => numbers.get(code) ?? -1),
  };
}

const once = (all: readonly unknown[]): Float64Array => new Float64Array(all.length).fill(1);

const disordersOf = (chance: readonly (readonly Aligned[])[]): number[] =>
  chance.map((all) => disorderOf(all, once(all)));

/** Σ disorder / Σ mean over continua, each as often as it is drawn. */
function disorderOf(all: readonly Aligned[], times: Float64Array): number {
  let disorder = 0;
  let mean = 0;
  for (const [at, one] of all.entries()) {
    const often = times[at] as number;
    disorder += often * one.disorder;
    mean += often * one.mean;
  }
  return mean > 0 ? disorder / mean : 0;
}

interface Everything {
  data: SpanData;
  continua: readonly Continuum[];
  codes: readonly string[];
  observed: readonly Aligned[];
  chance: readonly (readonly Aligned[])[];
  reached: number;
}

function resultsOf(
  { data, continua, codes, observed, chance, reached }: Everything,
  options: GammaOptions,
): SpanAgreement[] {
  const names = continua.map(({ document }) => document);
  const spans = spansIn({ ...data, continua });
  const meanOf = (of: (all: readonly Aligned[]) => number | null): number | null => {
    const values = chance.map(of).filter((value) => value !== null);
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const resultOf = (
    head: SpanAgreement,
    of: (all: readonly Aligned[], times: Float64Array) => number | null,
    reasons: Record<'observed' | 'nothing' | 'expected', string>,
  ): SpanAgreement => {
    const valueAt = (times: Float64Array) => {
      const found = of(observed, times);
      const expected = meanOf((all) => of(all, times));
      return { found, expected, value: found === null || !expected ? null : 1 - found / expected };
    };
    const { found, expected, value } = valueAt(once(continua));
    const filled = { ...head, observed: found, expected, value: value === null ? null : positiveZero(value) };
    if (value === null) {
      const why = found === null ? 'observed' : expected === null ? 'nothing' : 'expected';
      return { ...filled, reason: reasons[why] };
    }
    return withDocuments(filled, names, (times) => valueAt(times).value, options);
  };
  const whole = resultOf({ ...emptyResult(data, 'gamma'), spans }, disorderOf, {
    observed: 'nobody has marked anything',
    nothing: 'no random continuum has any spans',
    expected: 'spans agree by chance as well as they can: chance could not differ',
  });
  const details = {
    alignments: observed.reduce((sum, one) => sum + one.alignments, 0),
    samples: chance.length,
    'relative error': reached,
  };
  const categories = [undefined, ...codes].map((code, place) => {
    const measure = code === undefined ? 'gamma-cat' : 'gamma-k';
    const own = code === undefined ? spans : countOf(continua, code);
    return resultOf(
      { ...emptyResult(data, measure, code), spans: own },
      (all, times) => categoryDisorderOf(all, place, times),
      {
        observed: 'no two aligned spans lie near enough for their codes to be compared',
        nothing: 'in no random continuum do spans lie near enough for their codes to be compared',
        expected: 'by chance too the codes are the same: chance could not differ',
      },
    );
  });
  return [{ ...whole, details }, ...categories];
}

function categoryDisorderOf(all: readonly Aligned[], place: number, times: Float64Array): number | null {
  let disorder = 0;
  let weight = 0;
  for (const [at, { categories }] of all.entries()) {
    const one = categories[place] as CategoryDisorder;
    disorder += (times[at] as number) * one.disorder;
    weight += (times[at] as number) * one.weight;
  }
  return weight > 0 ? disorder / weight : null;
}

const countOf = (continua: readonly Continuum[], code: string): number =>
  continua.reduce((sum, { spans }) => sum + spans.flat().filter((span) => span.code === code).length, 0);

const percent = (share: number): string => `${Number((100 * share).toFixed(1))} %`;

/** (1.96 · s / (precision · mean))², the standard deviation s with n − 1. */
function samplesNeeded(disorders: readonly number[], precision: number): number {
  const reached = precisionOf(disorders);
  return Math.ceil(disorders.length * (reached / precision) ** 2 - 1e-9);
}

/** The relative error of the mean at 95 %. */
function precisionOf(disorders: readonly number[]): number {
  const n = disorders.length;
  const mean = disorders.reduce((sum, one) => sum + one, 0) / n;
  if (n < 2 || mean === 0) return 0;
  const squares = disorders.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return (1.96 * Math.sqrt(squares / (n - 1) / n)) / mean;
}

function checkDissimilarity({ positional, categorical }: Dissimilarity): void {
  for (const weight of [positional, categorical]) {
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new RangeError('the weights of gamma are numbers from 0');
  }
  if (positional === 0 && categorical === 0) throw new RangeError('one of the weights of gamma is above 0');
}
