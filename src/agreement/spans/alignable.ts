/** The spans of one continuum, of all raters together, in the order in which they begin. */
export interface Alignable {
  raters: number;
  /** Of each span: whose it is, a number below `raters`. */
  rater: Int32Array;
  start: Float64Array;
  end: Float64Array;
  /** The number of its code. */
  code: Int32Array;
}

/**
 * How far apart two spans are (Mathet, Widlöcher and Métivier 2015, sections 4.3 and 4.4): positional · d_pos + categorical · d_cat, in
 * units of Δ∅, what it costs to leave a span alone.
 */
export interface Dissimilarity {
  /** α, from 0. */
  positional: number;
  /** β, from 0. */
  categorical: number;
}

/** Weights 3 and 1, as the authors' own program has them. */
export const usualDissimilarity: Dissimilarity = { positional: 3, categorical: 1 };

/**
 * d_pos of the paper, the sporadic one: ((|start − start′| + |end − end′|) / (length + length′))², from 0, and
 * 1 where two spans of one length touch.
 */
export function positionalDissimilarity(
  { start, end }: Pick<Alignable, 'start' | 'end'>,
  a: number,
  b: number,
): number {
  const [from, to] = [start[a] as number, start[b] as number];
  const [last, other] = [end[a] as number, end[b] as number];
  const share = (Math.abs(from - to) + Math.abs(last - other)) / (last - from + (other - to));
  return share * share;
}

export function dissimilarityOf(
  spans: Alignable,
  { positional, categorical }: Dissimilarity,
  a: number,
  b: number,
): number {
  return (
    positional * positionalDissimilarity(spans, a, b) + (spans.code[a] === spans.code[b] ? 0 : categorical)
  );
}
