import { type BoundaryEdits, boundariesOf, boundaryEdits } from './boundaries.ts';
import { byCode, type Continuum, type SpanData } from './continuum.ts';
import { withDocuments } from './over-documents.ts';
import { emptyResult, nothingMarked, type SpanAgreement, type SpanOptions } from './span-agreement.ts';

export interface BoundaryOptions extends SpanOptions {
  /** n_t: a near miss spans fewer places than this; 2, places side by side, where not said. */
  near?: number | undefined;
}

/**
 * Boundary similarity and the two that Fournier (2013) builds on the same edits (see `boundaryEdits`), of all codes
 * and of each: every rater's spans cut the continuum where they begin and end.
 *
 * - `boundary-similarity`: B = 1 − (|A| + |S| + Σ w(near)) / (|A| + |S| + |near| + |matches|), edits and matches
 *   of all pairs of raters together
 * - `boundary-pi`: (B − A_e) / (1 − A_e) with A_e = Σ_c P(c)², P(c) the share of places at which raters put a
 *   boundary of code c (Fournier and Inkpen 2012, equations 9 to 12; after Fleiss)
 * - `boundary-f1`: of precision and recall, with the first rater of each pair as what should be found; a near miss is
 *   found to the share 1 − w
 *
 * w of a near miss is its distance divided by n_t (so ½ for places side by side). The segeval package counts segments in P(c),
 * one more than boundaries; here they are boundaries, as in the papers.
 *
 * Marking nothing makes no boundary, which is why two that both are without any have no value.
 */
export function boundarySimilarity(data: SpanData, options: BoundaryOptions = {}): SpanAgreement[] {
  const { near = 2 } = options;
  if (!Number.isSafeInteger(near) || near < 1)
    throw new RangeError('n_t of near misses is a whole number from 1');
  const measures = ['boundary-similarity', 'boundary-pi', 'boundary-f1'] as const;
  const nothing = nothingMarked(data);
  if (nothing !== null)
    return measures.map((measure) => ({ ...emptyResult(data, measure), reason: nothing }));
  const codes = byCode(data);
  const all: [string | undefined, SpanData][] = [[undefined, data], ...(codes.size > 1 ? codes : [])];
  return all.flatMap(([code, own]) => {
    const numbers = new Map((code === undefined ? [...codes.keys()] : [code]).map((one, at) => [one, at]));
    const counts = own.continua.map((one) => countEdits(one, near, numbers));
    const names = own.continua.map(({ document }) => document);
    const [similarity, pi, f1] = measures.map((measure) => emptyResult(own, measure, code));
    const sum = sumOf(counts, new Float64Array(names.length).fill(1));
    const b = similarityOf(sum);
    const details = {
      matches: sum.matches,
      'near misses': sum.near,
      substitutions: sum.substitutions,
      additions: sum.onlyFirst + sum.onlySecond,
    };
    const none = 'nobody has put a boundary within the continuum';
    const value = (
      head: SpanAgreement,
      of: (counts: Counts) => number | null,
      more: Partial<SpanAgreement>,
    ) => {
      const found = of(sum);
      const result = { ...head, value: found, ...more, reason: found === null ? none : null };
      return withDocuments(result, names, (times) => of(sumOf(counts, times)), options);
    };
    const right = sum.matches + sum.nearRight;
    const precision = right + sum.substitutions + sum.onlySecond;
    const recall = right + sum.substitutions + sum.onlyFirst;
    return [
      value(similarity as SpanAgreement, similarityOf, { details }),
      value(pi as SpanAgreement, piOf, {
        details: { ...(b !== null && { similarity: b }), chance: chanceOf(sum) },
      }),
      value(f1 as SpanAgreement, f1Of, {
        details: {
          ...(precision > 0 && { precision: right / precision }),
          ...(recall > 0 && { recall: right / recall }),
        },
      }),
    ];
  });
}

/** Of one continuum, over all pairs of raters. */
interface Counts {
  matches: number;
  near: number;
  /** Σ w of near misses, and Σ (1 − w). */
  nearWrong: number;
  nearRight: number;
  substitutions: number;
  onlyFirst: number;
  onlySecond: number;
  /** How many boundaries of each code all raters have put, and at how many places they could have. */
  boundaries: Float64Array;
  places: number;
}

function countEdits(
  { spans, length }: Continuum,
  near: number,
  numbers: ReadonlyMap<string, number>,
): Counts {
  const all = spans.map((own) => boundariesOf(own, length, numbers));
  const edits: BoundaryEdits[] = all.flatMap((own, rater) =>
    all.slice(rater + 1).map((other) => boundaryEdits(own, other, near, numbers.size)),
  );
  const sum = (of: (one: BoundaryEdits) => number): number =>
    edits.reduce((total, one) => total + of(one), 0);
  const weight = sum(({ nearMisses }) => nearMisses.reduce((total, apart) => total + apart / near, 0));
  const count = sum(({ nearMisses }) => nearMisses.length);
  const boundaries = new Float64Array(numbers.size);
  for (const own of all) {
    for (const key of own) {
      const code = key % numbers.size;
      boundaries[code] = (boundaries[code] as number) + 1;
    }
  }
  return {
    matches: sum(({ matches }) => matches),
    near: count,
    nearWrong: weight,
    nearRight: count - weight,
    substitutions: sum(({ substitutions }) => substitutions),
    onlyFirst: sum(({ onlyFirst }) => onlyFirst),
    onlySecond: sum(({ onlySecond }) => onlySecond),
    boundaries,
    places: spans.length * Math.max(0, length - 1),
  };
}

function sumOf(counts: readonly Counts[], times: Float64Array): Counts {
  const sum = {
    matches: 0,
    near: 0,
    nearWrong: 0,
    nearRight: 0,
    substitutions: 0,
    onlyFirst: 0,
    onlySecond: 0,
    places: 0,
  };
  const boundaries = new Float64Array(counts[0]?.boundaries.length ?? 0);
  for (const [at, one] of counts.entries()) {
    const often = times[at] as number;
    if (often === 0) continue;
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += often * one[key];
    for (const [code, count] of one.boundaries.entries()) {
      boundaries[code] = (boundaries[code] as number) + often * count;
    }
  }
  return { ...sum, boundaries };
}

function similarityOf({
  matches,
  near,
  nearWrong,
  substitutions,
  onlyFirst,
  onlySecond,
}: Counts): number | null {
  const additions = onlyFirst + onlySecond;
  const all = additions + substitutions + near + matches;
  return all > 0 ? 1 - (additions + substitutions + nearWrong) / all : null;
}

const chanceOf = ({ boundaries, places }: Counts): number =>
  places > 0 ? boundaries.reduce((sum, count) => sum + (count / places) ** 2, 0) : 0;

function piOf(counts: Counts): number | null {
  const found = similarityOf(counts);
  const chance = chanceOf(counts);
  return found === null || chance >= 1 ? null : (found - chance) / (1 - chance);
}

function f1Of({ matches, nearRight, substitutions, onlyFirst, onlySecond }: Counts): number | null {
  const right = 2 * (matches + nearRight);
  const all = right + 2 * substitutions + onlyFirst + onlySecond;
  return all > 0 ? right / all : null;
}
