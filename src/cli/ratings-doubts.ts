import type { VFile } from 'vfile';
import type { CodedUnits } from '../agreement/coded-units.ts';
import type { Ratings } from '../agreement/ratings.ts';
import { addProblem, quote } from '../problem/problem.ts';
import type { AgreeArgs } from './agree-args.ts';

/** What looks like a slip in a ratings file that can be read: told, and nothing is changed. */
export function tellDoubts(file: VFile, data: Ratings | CodedUnits, { metric, multi }: AgreeArgs): void {
  if ('codes' in data) return;
  tellStrangers(file, data);
  const areSets = metric === 'masi' || metric === 'jaccard';
  if (multi === undefined && !areSets) tellJoinedCodes(file, data);
  if (areSets && !data.categories.some((label) => label.includes(';'))) {
    addProblem(file, {
      rule: 'no-sets',
      reason: `no cell holds several codes parted by ";", so that --metric ${metric} is nominal here`,
      advice: 'say what parts codes in a cell with --multi',
      warning: true,
    });
  }
}

/** With three raters or more, one who shares no code with any other may be a column of something else. */
function tellStrangers(file: VFile, { raters, cells, categories }: Ratings): void {
  if (raters.length < 3) return;
  const used = cells.map((column) => {
    const own = new Uint8Array(categories.length);
    for (const code of column) if (code >= 0) own[code] = 1;
    return own;
  });
  const sharesNothing = (at: number): boolean =>
    used.every(
      (other, place) => place === at || !other.some((is, code) => is === 1 && used[at]?.[code] === 1),
    );
  const strangers = raters.filter((_, at) => used[at]?.includes(1) && sharesNothing(at));
  // Where nobody shares anything, nobody is a stranger.
  if (strangers.length === 0 || raters.length - strangers.length < 2) return;
  addProblem(file, {
    rule: 'stranger',
    reason: `${strangers.map(quote).join(', ')} shares no code with any other rater`,
    place: { line: 1, column: 1 },
    advice: 'in a wide file every column but unit and document is a rater; --raters names those to compare',
    warning: true,
  });
}

/** Two codes in one cell look like a code of their own. */
function tellJoinedCodes(file: VFile, { categories }: Ratings): void {
  const known = new Set(categories);
  for (const separator of [';', '|']) {
    const joined = categories.find((label) => {
      const parts = label.split(separator).map((part) => part.trim());
      return parts.length > 1 && parts.every((part) => part !== '') && parts.some((part) => known.has(part));
    });
    if (joined === undefined) continue;
    addProblem(file, {
      rule: 'joined-codes',
      reason: `${quote(joined)} is taken as one code`,
      advice: `where a cell may hold several, say so: --multi '${separator}'`,
      warning: true,
    });
    return;
  }
}
