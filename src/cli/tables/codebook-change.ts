import type { BareChange } from '../../codebook/change.ts';
import { changeLines } from '../../codebook/change-lines.ts';
import type { Difference } from '../../codebook/diff.ts';

/** A change in a few words: `rename money → funding`. */
export function changeInWords(change: BareChange): { verb: string; what: string } {
  const { kind } = change;
  const top = (parent: string | null) => parent ?? 'the top';
  switch (change.kind) {
    case 'add':
      return { verb: kind, what: change.codes.join(', ') };
    case 'rename':
      return { verb: kind, what: `${change.from} → ${change.to}` };
    case 'merge':
      return { verb: kind, what: `${change.from.join(' + ')} → ${change.to}` };
    case 'split':
      return { verb: kind, what: `${change.from} → ${change.to.join(' | ')}` };
    case 'move':
      return { verb: kind, what: `${change.code}: from ${top(change.from)} to ${top(change.to)}` };
    case 'redefine':
      return { verb: kind, what: `${change.code}${change.meaning === 'same' ? ' (same meaning)' : ''}` };
    case 'retire':
      return { verb: kind, what: change.code };
  }
}

/** The ids by which a reason can be given for a change. */
export function idsOf(change: BareChange): string[] {
  switch (change.kind) {
    case 'add':
      return change.codes;
    case 'rename':
      return [change.to, change.from];
    case 'merge':
      return [change.to, ...change.from];
    case 'split':
      return [change.from, ...change.to];
    default:
      return [change.code];
  }
}

/** Differences without a reason as the lines of front matter that would declare them, one `why` each. */
export const linesToAdd = (differences: readonly Pick<Difference, 'change' | 'reason'>[]): string[] =>
  changeLines(
    differences.map(({ change, reason }) => ({ ...change, reason: reason ?? 'why' })),
    '  ',
  );
