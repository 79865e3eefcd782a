import type { Decision } from '../../reconciliation/decision.ts';
import { type UnclearCode, unclearCodes } from '../../reconciliation/unclear.ts';

/** Codes whose definitions were found unclear, each followed by where, by whom and why. */
export function unclearLines(decisions: readonly Decision[]): { lines: string[]; codes: UnclearCode[] } {
  const codes = unclearCodes(decisions);
  const lines = codes.flatMap(({ code, version, decisions: own }) => [
    `${code} (codebook ${version}), ${own.length === 1 ? 'once' : `${own.length} times`}`,
    ...own.map(
      ({ document, start, end, quote, why, by, at }) =>
        `- ${document} ${start}-${end}, “${quote}”: ${why === '' ? 'no reason given' : why} (${by}, ${at.slice(0, 10)})`,
    ),
  ]);
  return { lines, codes };
}
