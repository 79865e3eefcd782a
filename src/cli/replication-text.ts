import type { Colors } from 'picocolors/types.js';
import { safe } from '../render/safe-text.ts';
import { wrap } from '../render/wrap.ts';
import type { CellOutcome, Outcome } from '../replication/compare.ts';
import type { Replication } from '../study/result.ts';

/** A replication for the terminal: counts by basis, every difference, and on request every value. */
export function describeReplication(
  replication: Replication,
  { colors, verbose, width }: { colors: Colors; verbose: boolean; width: number },
): string {
  const { summary, outcomes, published } = replication;
  const of = (basis: string) => outcomes.filter(({ target }) => target.basis === basis);
  const differing = (basis: string, verdict: CellOutcome['verdict']) =>
    of(basis).flatMap((outcome) => valueLines(outcome, width, (cell) => cell.verdict === verdict));
  const matching = (basis: string) =>
    verbose
      ? of(basis).flatMap((outcome) => valueLines(outcome, width, (cell) => cell.verdict === 'match'))
      : [];

  const lines = [
    row(summary.derived.match, 'derived values match', colors.green),
    ...matching('derived'),
    ...section(
      summary.derived.documented,
      'derived values differ as documented',
      colors.yellow,
      differing('derived', 'documented'),
    ),
    ...section(summary.derived.differs, 'DERIVED VALUES DIFFER', colors.red, differing('derived', 'differs')),
  ];
  for (const [basis, what] of [
    ['transcribed', 'cells transcribed'],
    ['reconstructed', 'values reconstructed'],
  ] as const) {
    const { match, documented, differs } = summary[basis];
    if (match + documented + differs === 0) continue;
    lines.push(row(match, what, colors.dim), ...matching(basis));
    lines.push(
      ...section(
        documented,
        `${what}, differing as documented`,
        colors.yellow,
        differing(basis, 'documented'),
      ),
    );
    lines.push(...section(differs, `${what} DIFFER`, colors.red, differing(basis, 'differs')));
  }
  const lost = of('not recoverable').flatMap(({ target }) =>
    target.basis === 'not recoverable'
      ? [item(`${target.what} (${target.place}): ${target.because}`, width)]
      : [],
  );
  lines.push(...section(summary.notRecoverable, 'targets not recoverable', colors.dim, verbose ? lost : []));
  const findings = published.findings.map(({ what, places }) =>
    item(`${what} (${places.join('; ')})`, width),
  );
  lines.push(
    ...section(findings.length, 'findings about the paper itself', colors.dim, verbose ? findings : []),
  );
  return lines.join('\n');
}

const row = (n: number, what: string, color: (text: string) => string): string =>
  color(`  ${String(n).padStart(4)} ${n === 1 ? singular(what) : what}`);

const section = (n: number, what: string, color: (text: string) => string, below: string[]): string[] =>
  n === 0 ? [] : [row(n, what, color), ...below];

function valueLines(
  { target, cells, remark }: Outcome,
  width: number,
  wanted: (cell: CellOutcome) => boolean,
): string[] {
  return cells.filter(wanted).map((cell) => {
    const name = cell.name === '' ? target.id : `${target.id}, ${cell.name}`;
    const because =
      cell.verdict === 'documented' && target.basis !== 'not recoverable' && target.differs
        ? `; ${target.differs.because}`
        : '';
    const said = remark === undefined ? '' : `; ${remark}`;
    const expected = cell.verdict === 'differs' && cell.documented ? `, documented ${cell.documented}` : '';
    const compared =
      cell.verdict === 'match' ? cell.ours : `paper ${cell.published}, ours ${cell.ours}${expected}`;
    return item(`${name}: ${compared} (${target.place})${because}${said}`, width);
  });
}

/** One item of a list below a count, with the lines after its first set in. */
function item(text: string, width: number): string {
  const [first = '', ...rest] = wrap(safe(text), Math.max(20, width - 9));
  return [`       ${first}`, ...rest.map((line) => `         ${line}`)].join('\n');
}

/** `derived values match` for one: `derived value matches`. */
const singular = (what: string): string =>
  what
    .replace(/values match/, 'value matches')
    .replace(/values differ/, 'value differs')
    .replace(/VALUES DIFFER/, 'VALUE DIFFERS')
    .replace(/DIFFER$/, 'DIFFERS')
    .replace(/^(cell|value|target|finding)s/, '$1');
