import type { NoResult } from './no-result.ts';
import { invert } from './positive-definite.ts';

/** One common factor of variance 1 behind items. */
export interface OneFactor {
  loadings: number[];
  /** Variance of each item that the factor does not explain; below 0 in a Heywood case. */
  uniquenesses: number[];
  /** Covariance matrix of loadings, then uniquenesses, as estimates: times 1/n, for n people. */
  acov: number[][];
}

/**
 * The one-factor model Σ = λλ' + Ψ by maximum likelihood, for normal items: Fisher scoring, with the expected
 * information. Uniquenesses are not kept from becoming negative. Equals the R package lavaan's `cfa(std.lv = TRUE)`.
 *
 * Source: Jöreskog (1969), A general approach to confirmatory maximum likelihood factor analysis, Psychometrika 34(2), 183–202.
 *
 * @param s a covariance or correlation matrix of three items or more.
 */
export function oneFactor(s: readonly (readonly number[])[]): OneFactor | NoResult {
  const size = s.length;
  if (size < 3) return { reason: 'a factor of fewer than three items is not determined' };
  if (!invert(s))
    return {
      reason: 'the covariances are not positive definite: an item follows from the others, or few answered',
    };
  // Around 1 whatever the items are measured in.
  const scale = s.map((row, at) => Math.sqrt(row[at] as number));
  const r = s.map((row, i) => row.map((value, j) => value / (scale[i] as number) / (scale[j] as number)));
  let now = stateAt(r, start(r));
  for (let turn = 0; turn < 500 && now; turn++) {
    const step = scoring(r, now);
    if (!step) break;
    const { parameters } = now;
    const largest = Math.max(...step.by.map(Math.abs));
    if (largest < 1e-10) return unscaled(parameters, step.acov, scale);
    let next: State | null = null;
    for (let length = 1; length > 1e-6; length /= 2) {
      next = stateAt(
        r,
        parameters.map((value, at) => value + length * (step.by[at] as number)),
      );
      if (next && next.loss <= now.loss + 1e-13) break;
      next = null;
    }
    if (!next) break;
    now = next;
  }
  return { reason: 'the one-factor model did not converge' };
}

interface State {
  /** Loadings, then uniquenesses. */
  parameters: number[];
  inverse: number[][];
  /** ln |Σ| + tr(S Σ⁻¹). */
  loss: number;
}

/** Loadings by the centroid method. */
function start(r: readonly (readonly number[])[]): number[] {
  const sums = r.map((row) => row.reduce((sum, value) => sum + value, 0));
  const root = Math.sqrt(sums.reduce((sum, value) => sum + value, 0));
  const loadings = sums.map((sum) => Math.max(-0.9, Math.min(0.9, sum / root)));
  return [...loadings, ...loadings.map((loading) => 1 - loading ** 2)];
}

function stateAt(r: readonly (readonly number[])[], parameters: number[]): State | null {
  const size = r.length;
  const found = invert(
    r.map((row, i) =>
      row.map(
        (_, j) =>
          (parameters[i] as number) * (parameters[j] as number) +
          (i === j ? (parameters[size + i] as number) : 0),
      ),
    ),
  );
  if (!found) return null;
  const trace = r.reduce(
    (sum, row, i) => row.reduce((all, value, j) => all + value * (found.inverse[i]?.[j] as number), sum),
    0,
  );
  return { parameters, inverse: found.inverse, loss: found.logDeterminant + trace };
}

/** The next step, and the inverse of the information of one person. */
function scoring(
  r: readonly (readonly number[])[],
  { parameters, inverse: w }: State,
): { by: number[]; acov: number[][] } | null {
  const size = r.length;
  const loadings = parameters.slice(0, size);
  const wl = times(w, loadings);
  const c = wl.reduce((sum, value, at) => sum + value * (loadings[at] as number), 0);
  // Σ⁻¹ (S − Σ) Σ⁻¹ = Σ⁻¹ S Σ⁻¹ − Σ⁻¹, whose product with λ, and half of whose diagonal, is the slope.
  const wr = w.map((row) => times(r, row));
  const slope = [
    ...times(wr, wl).map((value, at) => value - (wl[at] as number)),
    ...wr.map(
      (row, i) => (row.reduce((sum, v, j) => sum + v * (w[j]?.[i] as number), 0) - (w[i]?.[i] as number)) / 2,
    ),
  ];
  const information = [
    ...w.map((row, i) => [
      ...row.map((value, j) => c * value + (wl[i] as number) * (wl[j] as number)),
      ...row.map((value, j) => value * (wl[j] as number)),
    ]),
    ...w.map((row, i) => [
      ...row.map((value) => value * (wl[i] as number)),
      ...row.map((value) => value ** 2 / 2),
    ]),
  ];
  const acov = invert(information)?.inverse;
  return acov ? { by: times(acov, slope), acov } : null;
}

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, value, at) => sum + value * (vector[at] as number), 0));

function unscaled(
  parameters: readonly number[],
  acov: readonly (readonly number[])[],
  scale: readonly number[],
): OneFactor {
  const units = [...scale, ...scale.map((value) => value ** 2)];
  const own = parameters.map((value, at) => value * (units[at] as number));
  return {
    loadings: own.slice(0, scale.length),
    uniquenesses: own.slice(scale.length),
    acov: acov.map((row, i) => row.map((value, j) => value * (units[i] as number) * (units[j] as number))),
  };
}
