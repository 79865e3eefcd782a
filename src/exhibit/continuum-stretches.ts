import type { CodedSpan, Stretch, Verdict } from './continuum-chart.ts';

/**
 * What the raters did at each position from `from` to `to`, neighbours with the same verdict in one stretch.
 *
 * @param raters the spans of each; codes are indices below `codes`.
 */
export function stretchesOf(
  raters: readonly (readonly CodedSpan[])[],
  codes: number,
  { from, to }: { from: number; to: number },
): Stretch[] {
  const edges = raters
    .flatMap((spans, rater) =>
      spans.flatMap(({ start, end, code }) => [
        { at: start, rater, code, by: 1 },
        { at: Math.min(end, to), rater, code, by: -1 },
      ]),
    )
    .sort((a, b) => a.at - b.at);
  const open = raters.map(() => ({ spans: 0, codes: new Int32Array(codes) }));
  const stretches: Stretch[] = [];
  const add = (stretch: Stretch) => {
    const last = stretches.at(-1);
    if (stretch.to <= stretch.from) return;
    if (last?.verdict === stretch.verdict) last.to = stretch.to;
    else stretches.push(stretch);
  };
  let reached = from;
  for (const { at, rater, code, by } of edges) {
    if (at > reached) {
      add({ from: reached, to: at, verdict: verdictOf(open) });
      reached = at;
    }
    const own = open[rater];
    if (!own) continue;
    own.spans += by;
    own.codes[code] = (own.codes[code] ?? 0) + by;
  }
  add({ from: reached, to, verdict: 'none' });
  return stretches;
}

function verdictOf(open: readonly { spans: number; codes: Int32Array }[]): Verdict {
  const marked = open.filter(({ spans }) => spans > 0).length;
  if (marked === 0) return 'none';
  if (marked < open.length) return 'some';
  const [first, ...others] = open;
  const same = first?.codes.every((n, code) => others.every(({ codes }) => n > 0 === (codes[code] ?? 0) > 0));
  return same ? 'agree' : 'codes';
}
