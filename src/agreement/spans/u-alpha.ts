import { byCode, codesOf, type SpanData, spansIn, withSpans } from './continuum.ts';
import { coincidences, type LengthCoincidences, weighCoincidences } from './length-coincidences.ts';
import { inOrder, mergeOverlapping } from './merge-spans.ts';
import { withDocuments } from './over-documents.ts';
import { emptyResult, nothingMarked, type SpanAgreement, type SpanOptions } from './span-agreement.ts';

/**
 * The family of alphas for unitised continua of Krippendorff, Mathet, Bouvry and Widlöcher (2016), Quality &
 * Quantity 50, 2347–2364 (also Krippendorff 2019, Content Analysis, 4th edition, section 12.6), for nominal codes:
 *
 * - `u-alpha`: places and codes, gaps being one more value; of all codes, then of each code against all else
 * - `u-alpha-binary`: marked or not, whatever the code
 * - `cu-alpha`: the codes alone, where two raters have both marked something
 * - `ku-alpha`: the same of one code, with the share of its length that is compared so (`coverage`)
 *
 * From lengths ℓ_ck in which one rater's value c meets another's k, all pairs of raters, divided by m − 1; by
 * chance ε_ck = ℓ.. (ℓ_c ℓ_k − [c = k] S_c) / (ℓ..² − ΣS), where S_c is the sum of squared lengths of units with value c, since a
 * unit never meets itself, and of a gap its plain length; `cu-alpha` takes of each unit the length that another rater has marked
 * too, in the mean over the others; alpha = 1 − Σ_{c≠k} ℓ_ck / Σ_{c≠k} ε_ck.
 *
 * Each place has one value for each rater. Overlapping spans of one code are merged; where a rater's spans of
 * different codes overlap, `u-alpha`, `cu-alpha` and `ku-alpha` of all codes have no value, and say where; `u-alpha` of single
 * codes and `u-alpha-binary`, for which spans that overlap are one, still do. These are not the alpha_U of 1995, see `alphaU`.
 */
export function uAlpha(data: SpanData, options: SpanOptions = {}): SpanAgreement[] {
  const nothing = nothingMarked(data);
  const family = ['u-alpha', 'u-alpha-binary', 'cu-alpha'] as const;
  if (nothing !== null) {
    return family.map((measure) => ({ ...emptyResult(data, measure), reason: nothing }));
  }
  const codes = codesOf(data);
  const merged = mergedByCode(data);
  const lost = spansIn(data) - spansIn(merged);
  const warnings = lost > 0 ? [mergedWarning(lost)] : [];
  const all = coincidences(merged, codes);
  const finish = (
    head: SpanAgreement,
    from: LengthCoincidences | string,
    of: (sums: LengthCoincidences) => Found,
  ): SpanAgreement => finished({ ...head, warnings }, data, from, of, options);

  const binary = emptyResult(data, 'u-alpha-binary');
  const marked = withoutCodes(merged);
  const each = byCode(merged);
  return [
    finish(emptyResult(merged, 'u-alpha'), all, uAlphaOf),
    // Where nothing overlaps, units that touch stay apart, as in the paper; else what overlaps is one.
    finish(
      { ...binary, spans: spansIn(typeof all === 'string' ? marked : merged) },
      typeof all === 'string' ? coincidences(marked, ['']) : all,
      binaryOf,
    ),
    finish(emptyResult(merged, 'cu-alpha'), all, cuAlphaOf),
    ...[...each].map(([code, own]) => {
      return finish(emptyResult(own, 'u-alpha', code), coincidences(own, [code]), uAlphaOf);
    }),
    ...codes.map((code, number) =>
      finish(emptyResult(each.get(code) ?? merged, 'ku-alpha', code), all, (sums) => kuAlphaOf(sums, number)),
    ),
  ];
}

interface Found {
  observed: number;
  expected: number;
  reason: string;
  details?: Record<string, number>;
}

function finished(
  head: SpanAgreement,
  { continua }: SpanData,
  from: LengthCoincidences | string,
  of: (sums: LengthCoincidences) => Found,
  options: SpanOptions,
): SpanAgreement {
  if (typeof from === 'string') {
    return { ...head, reason: `${from}; it knows one code at a place` };
  }
  const { observed, expected, reason, details = {} } = of(from);
  if (!(expected > 0)) return { ...head, details, reason };
  const names = continua.map(({ document }) => document);
  return withDocuments(
    { ...head, value: 1 - observed / expected, observed, expected, details },
    names,
    (times) => {
      const again = of(weighCoincidences(from, times));
      return again.expected > 0 ? 1 - again.observed / again.expected : null;
    },
    options,
  );
}

function uAlphaOf({ lengths, gap, squares, whole, gaps, both }: LengthCoincidences): Found {
  const total = whole;
  const agreed = both.diagonal.reduce((sum, one) => sum + one, gaps);
  const alike = lengths.reduce((sum, one) => sum + one * one, gap * gap);
  const itself = squares.reduce((sum, one) => sum + one, gap);
  return {
    observed: (total - agreed) / total,
    expected: (total * total - alike) / (total * total - itself),
    reason: 'all of it has one value: chance could not differ',
  };
}

function binaryOf({ gap, squares, whole, gaps, both }: LengthCoincidences): Found {
  const itself = squares.reduce((sum, one) => sum + one, gap);
  return {
    observed: (whole - gaps - both.total) / whole,
    expected: (2 * gap * (whole - gap)) / (whole * whole - itself),
    reason: 'everybody has marked all of it: chance could not differ',
  };
}

/** Lengths, squares and what met, of places alone that two raters have both marked. */
function cuAlphaOf({ both }: LengthCoincidences): Found {
  const total = both.total;
  const agreed = both.diagonal.reduce((sum, one) => sum + one, 0);
  const alike = both.lengths.reduce((sum, one) => sum + one * one, 0);
  const itself = both.squares.reduce((sum, one) => sum + one, 0);
  const pairs = total * total - itself;
  return {
    observed: total > 0 ? (total - agreed) / total : 0,
    expected: pairs > 0 ? (total * total - alike) / pairs : 0,
    reason:
      total > 0 ? 'one code alone was compared: chance could not differ' : 'no two raters marked one place',
  };
}

function kuAlphaOf({ both, lengths }: LengthCoincidences, code: number): Found {
  const total = both.total;
  const own = both.lengths[code] as number;
  const itself = both.squares.reduce((sum, one) => sum + one, 0);
  const pairs = total * total - itself;
  const all = own * total - (both.squares[code] as number);
  const coverage = (lengths[code] as number) > 0 ? own / (lengths[code] as number) : 0;
  return {
    observed: own > 0 ? (own - (both.diagonal[code] as number)) / own : 0,
    // (ε_.k − ε_kk) / ε_.k, in which ℓ.. / (ℓ..² − ΣS) is on both sides.
    expected: pairs > 0 && all > 0 ? (own * (total - own)) / all : 0,
    reason:
      own > 0
        ? 'one code alone was compared: chance could not differ'
        : 'no two raters marked one place, one of them with it',
    details: { coverage },
  };
}

/** With overlapping spans of one code made one. */
function mergedByCode(data: SpanData): SpanData {
  const codes = [...byCode(data).values()].map((own) => withSpans(own, mergeOverlapping));
  return {
    ...data,
    continua: data.continua.map((one, at) => ({
      ...one,
      spans: one.spans.map((_, rater) =>
        inOrder(codes.flatMap((own) => own.continua[at]?.spans[rater] ?? [])),
      ),
    })),
  };
}

const withoutCodes = (data: SpanData): SpanData =>
  withSpans(data, (own) => mergeOverlapping(own.map((span) => ({ ...span, code: '' }))));

const mergedWarning = (count: number): string =>
  count === 1
    ? 'one span overlaps another of the same rater and code, and was merged with it'
    : `${count} spans overlap others of the same rater and code, and were merged with them`;
