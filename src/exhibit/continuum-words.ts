import type { ContinuumChart, ContinuumPart, Verdict } from './continuum-chart.ts';
import { inPercent } from './percent.ts';

/** How spans are cut to fit is for renderers to say; this holds for all of them. */
export const verdictWords: Record<Verdict, string> = {
  agree: 'all raters, same codes',
  codes: 'all raters, not the same codes',
  some: 'some raters only',
  none: 'nobody',
};

/** `interview-1, 100 to 200 of 3000 characters`. */
export function partTitle({ document, from, to, length }: ContinuumPart, unit: string): string {
  return from === 0 && to === length
    ? `${document}, ${length} ${unit}`
    : `${document}, ${from} to ${to} of ${length} ${unit}`;
}

/** A left-to-right mark (UAX #9) keeps a number behind a name that reads from the right, and is not seen. */
const LEFT_TO_RIGHT_MARK = '\u200e';
const fromRight = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;

/** `Spans of Ana: 12, Ben: 9`, and how many of the document's are not in the part. */
export function partCounts({ spans, outside }: ContinuumPart, raters: readonly string[]): string {
  const counts = raters.map((rater, at) => {
    const left = outside[at] ?? 0;
    const name = fromRight.test(rater) ? rater + LEFT_TO_RIGHT_MARK : rater;
    return `${name}: ${spans[at]?.length ?? 0}${left > 0 ? ` (and ${left} outside)` : ''}`;
  });
  return `Spans of ${counts.join(', ')}`;
}

/** Of all positions shown, how many have each verdict: `all raters, same codes: 120 characters (12%)`. */
export function verdictCounts({
  parts,
  unit,
}: Pick<ContinuumChart, 'parts' | 'unit'>): Record<Verdict, string> {
  const sums = { agree: 0, codes: 0, some: 0, none: 0 };
  for (const { stretches } of parts) {
    for (const { from, to, verdict } of stretches) sums[verdict] += to - from;
  }
  const all = sums.agree + sums.codes + sums.some + sums.none;
  const said = (verdict: Verdict) =>
    `${verdictWords[verdict]}: ${sums[verdict]} ${unit} (${all > 0 ? inPercent(sums[verdict] / all) : '–'})`;
  return { agree: said('agree'), codes: said('codes'), some: said('some'), none: said('none') };
}
