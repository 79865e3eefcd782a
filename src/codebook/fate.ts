import type { BareChange } from './change.ts';

/** What the changes of one version make of a code of the version before. */
export interface Fate {
  kind: 'rename' | 'merge' | 'split' | 'retire';
  /** Ids of the new version; none for a code that is retired. */
  to: readonly string[];
  /** Which change says so. */
  index: number;
}

/**
 * The fate of every code that does not simply stay, by its id in the version before. Where two changes claim
 * one code the first counts. A code that is merged into itself stays: the others join it.
 */
export function fatesOf(changes: readonly BareChange[]): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const [index, change] of changes.entries()) {
    for (const from of sourcesOf(change)) {
      if (!fates.has(from)) fates.set(from, fateBy(change, index));
    }
  }
  return fates;
}

/** The codes of the version before that a change disposes of. */
export function sourcesOf(change: BareChange): string[] {
  switch (change.kind) {
    case 'rename':
      return change.from === change.to ? [] : [change.from];
    case 'merge':
      return change.from.filter((from) => from !== change.to);
    case 'split':
      return [change.from];
    case 'retire':
      return [change.code];
    default:
      return [];
  }
}

function fateBy(change: BareChange, index: number): Fate {
  if (change.kind === 'rename' || change.kind === 'merge')
    return { kind: change.kind, to: [change.to], index };
  if (change.kind === 'split') return { kind: 'split', to: change.to, index };
  return { kind: 'retire', to: [], index };
}
