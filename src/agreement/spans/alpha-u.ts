import { byCode, type Span, type SpanData, spansIn } from './continuum.ts';
import { mergeOverlapping } from './merge-spans.ts';
import { withDocuments } from './over-documents.ts';
import { emptyResult, nothingMarked, type SpanAgreement, type SpanOptions } from './span-agreement.ts';

/**
 * Krippendorff's alpha_U of one code after the other, and of all together: 1 − ΣDo / ΣDe over codes. Every rater's units of a code, and the
 * gaps between them, are held against every other's:
 *
 *     Do = Σ_i Σ_{j≠i} Σ_g Σ_h δ²(g, h) / (m (m − 1) L²)
 *     De = (2 / L) Σ_u [(N − 1) (2l³ − 3l² + l) / 3 + l² Σ_{gaps f ≥ l} (f − l + 1)] / (mL (mL − 1) − Σ_u l (l − 1))
 *
 * with δ² the squared differences of both ends of two units that overlap, l² where a unit lies whole in another
 * rater's gap, else 0; m raters, L the length of the continuum, u all N units of the code, l their lengths.
 *
 * One rater's units of one code may not overlap: those that do are merged, and the result says so. Over several
 * documents L is their joint length; no unit and no gap reaches from one into another.
 *
 * Sources: Krippendorff (1995), Sociological Methodology 25, 47–76; in the form of Krippendorff (2004), Content
 * Analysis, 2nd edition, section 11.6. It is not the u-alpha of 2016, see `uAlpha`.
 */
export function alphaU(data: SpanData, options: SpanOptions = {}): SpanAgreement[] {
  const { raters, continua } = data;
  const nothing = nothingMarked(data);
  const whole = emptyResult(data, 'alpha-u');
  if (nothing !== null) return [{ ...whole, reason: nothing }];
  const names = continua.map(({ document }) => document);
  const parts = [...byCode(data)].map(([code, own]) => ({ code, own, ...sectionsOf(own) }));
  const always = new Float64Array(continua.length).fill(1);
  const finish = (result: SpanAgreement, some: readonly Sections[]): SpanAgreement => {
    const estimate = (times: Float64Array) => disagreements(some, raters.length, times);
    const { observed, expected } = estimate(always);
    const valued: SpanAgreement =
      expected > 0
        ? { ...result, value: 1 - observed / expected, observed, expected }
        : { ...result, observed, expected, reason: 'the units fill all there is: chance could not differ' };
    return withDocuments(valued, names, (times) => alphaOf(estimate(times)), options);
  };
  const codes = parts.map((part) =>
    finish({ ...emptyResult(part.own, 'alpha-u', part.code), ...told(part) }, [part]),
  );
  const merged = parts.reduce((sum, part) => sum + part.merged, 0);
  return [finish({ ...whole, ...told({ merged, spans: spansIn(data) - merged }) }, parts), ...codes];
}

function told({
  merged,
  spans,
}: {
  merged: number;
  spans: number;
}): Pick<SpanAgreement, 'spans' | 'warnings'> {
  const warning = `${merged === 1 ? 'one span overlaps' : `${merged} spans overlap`} another of the same rater and code; alpha_U knows no such units, so they were merged`;
  return { spans, warnings: merged > 0 ? [warning] : [] };
}

const alphaOf = ({ observed, expected }: { observed: number; expected: number }): number | null =>
  expected > 0 ? 1 - observed / expected : null;

/** What the disagreement on a code is computed from, continuum by continuum. */
interface Sections {
  lengths: Float64Array;
  /** Of each continuum the sum of δ² over all pairs of raters, each once. */
  differences: Float64Array;
  /** All units and all gaps, shortest first: their lengths, and whose continuum they are in. */
  units: { length: Float64Array; at: Int32Array };
  gaps: { length: Float64Array; at: Int32Array };
  spans: number;
  merged: number;
}

function sectionsOf({ continua }: SpanData): Sections {
  const units: Section[] = [];
  const gaps: Section[] = [];
  const differences = new Float64Array(continua.length);
  let given = 0;
  for (const [at, { length, spans }] of continua.entries()) {
    const merged = spans.map(mergeOverlapping);
    for (const [rater, own] of merged.entries()) {
      given += spans[rater]?.length ?? 0;
      let from = 0;
      for (const { start, end } of own) {
        units.push({ length: end - start, at });
        if (start > from) gaps.push({ length: start - from, at });
        from = end;
      }
      if (length > from) gaps.push({ length: length - from, at });
      for (const other of merged.slice(0, rater)) {
        differences[at] = (differences[at] as number) + differenceOf(own, other);
      }
    }
  }
  return {
    lengths: Float64Array.from(continua, ({ length }) => length),
    differences,
    units: sorted(units),
    gaps: sorted(gaps),
    spans: units.length,
    merged: given - units.length,
  };
}

/** Sections in the order of their lengths. */
function sorted(sections: readonly Section[]): Sections['units'] {
  const length = Float64Array.from(sections, (one) => one.length);
  const order = Uint32Array.from(length.keys()).sort((a, b) => (length[a] as number) - (length[b] as number));
  return {
    length: Float64Array.from(order, (at) => length[at] as number),
    at: Int32Array.from(order, (at) => sections[at]?.at as number),
  };
}

interface Section {
  length: number;
  /** The number of its continuum. */
  at: number;
}

/** Σ δ² of two raters' units, each ascending and without overlap: one sweep over both. */
function differenceOf(own: readonly Span[], other: readonly Span[]): number {
  let sum = 0;
  // What of the other's units has met one of these.
  let met = 0;
  let next = 0;
  const alone = (until: number): void => {
    for (; met < until; met++) {
      const { start, end } = other[met] as Span;
      sum += (end - start) ** 2;
    }
  };
  for (const { start, end } of own) {
    while (next < other.length && (other[next] as Span).end <= start) next++;
    alone(next);
    let overlapping = next;
    for (; overlapping < other.length; overlapping++) {
      const against = other[overlapping] as Span;
      if (against.start >= end) break;
      sum += (start - against.start) ** 2 + (end - against.end) ** 2;
    }
    if (overlapping === next) sum += (end - start) ** 2;
    met = Math.max(met, overlapping);
  }
  alone(other.length);
  return sum;
}

/** ΣDo and ΣDe of some codes, each continuum counted as often as `times` says. */
function disagreements(
  codes: readonly Sections[],
  raters: number,
  times: Float64Array,
): { observed: number; expected: number } {
  let observed = 0;
  let expected = 0;
  for (const { lengths, differences, units, gaps } of codes) {
    const length = weigh(lengths, times);
    observed += (2 * weigh(differences, times)) / (raters * (raters - 1) * length * length);
    expected += expectedOf(units, gaps, raters * length, times) * (2 / length);
  }
  return { observed, expected };
}

function weigh(values: Float64Array, times: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (values[at] as number) * (times[at] as number);
  return sum;
}

/** The expected disagreement times L / 2. `places` is mL. */
function expectedOf(
  units: Sections['units'],
  gaps: Sections['gaps'],
  places: number,
  times: Float64Array,
): number {
  let count = 0;
  let cubes = 0;
  let itself = 0;
  let inGaps = 0;
  // Longest first, so that the gaps that hold a unit are those seen so far.
  let gap = gaps.length.length - 1;
  let holding = 0;
  let room = 0;
  for (let unit = units.length.length - 1; unit >= 0; unit--) {
    const often = times[units.at[unit] as number] as number;
    if (often === 0) continue;
    const l = units.length[unit] as number;
    while (gap >= 0 && (gaps.length[gap] as number) >= l) {
      const draws = times[gaps.at[gap] as number] as number;
      holding += draws;
      room += draws * ((gaps.length[gap] as number) + 1);
      gap--;
    }
    count += often;
    cubes += often * (2 * l ** 3 - 3 * l ** 2 + l);
    itself += often * l * (l - 1);
    inGaps += often * l * l * (room - holding * l);
  }
  const pairs = places * (places - 1) - itself;
  return pairs > 0 ? (((count - 1) * cubes) / 3 + inGaps) / pairs : 0;
}
