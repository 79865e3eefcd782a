import { account } from './account.ts';
import type { BareChange, Change } from './change.ts';
import type { Code, Codebook } from './codebook.ts';
import type { TextChange } from './text-changes.ts';

/** One thing that a release has to declare, or has declared. */
export interface Difference {
  change: BareChange;
  /** `null` where nobody has given one yet: the change is then a proposal. */
  reason: string | null;
  /** How the words of the code changed, where it continues an earlier one. */
  texts: TextChange[];
}

/**
 * All that changed from one version to another: first the changes already declared, then a proposal for each
 * difference they leave open. Of codes that are gone and codes that are new, two with the same title or
 * definition, and no third, are proposed as a renaming; all other codes that are gone as retired, for merging
 * and splitting are not to be seen in the words.
 */
export function diffCodebooks(
  before: Pick<Codebook, 'codes'>,
  after: Pick<Codebook, 'codes'>,
  declared: readonly Change[] = [],
): Difference[] {
  const known: BareChange[] = [...declared];
  const open = account(before, after, known).gaps();
  const gone = open.flatMap(({ kind, code }) => (kind === 'gone' ? [code] : []));
  const fresh = open.flatMap(({ kind, code }) => (kind === 'new' || kind === 'still-there' ? [code] : []));
  const renamed = guessRenames(
    gone,
    open.flatMap(({ kind, code }) => (kind === 'new' ? [code] : [])),
  );
  const from = new Set(renamed.map((change) => change.from));
  const to = new Set(renamed.map((change) => change.to));
  const proposed: BareChange[] = [
    ...renamed,
    ...gone.filter(({ id }) => !from.has(id)).map(({ id }) => ({ kind: 'retire' as const, code: id })),
    ...fresh.filter(({ id }) => !to.has(id)).map(({ id }) => ({ kind: 'add' as const, codes: [id] })),
  ];
  for (const gap of account(before, after, [...known, ...proposed]).gaps()) {
    const code = gap.code.id;
    if (gap.kind === 'moved') proposed.push({ kind: 'move', code, from: gap.from, to: gap.to });
    if (gap.kind === 'redefined') proposed.push({ kind: 'redefine', code, meaning: 'changed' });
  }

  const all = account(before, after, [...known, ...proposed]);
  const texts = (change: BareChange): TextChange[] => {
    if (change.kind === 'redefine') return all.texts(change.code);
    return change.kind === 'rename' || change.kind === 'merge' ? all.texts(change.to) : [];
  };
  return [
    ...declared.map(({ reason, ...change }) => ({ change, reason, texts: texts(change) })),
    ...proposed.map((change) => ({ change, reason: null, texts: texts(change) })),
  ];
}

function guessRenames(
  gone: readonly Code[],
  fresh: readonly Code[],
): { kind: 'rename'; from: string; to: string }[] {
  return gone.flatMap((code) => {
    const alike = fresh.filter((other) => isAlike(code, other));
    const [only] = alike;
    if (!only || alike.length > 1 || gone.filter((other) => isAlike(other, only)).length > 1) return [];
    return [{ kind: 'rename' as const, from: code.id, to: only.id }];
  });
}

function isAlike(a: Code, b: Code): boolean {
  const title = (code: Code) => code.title.normalize('NFC').toLowerCase();
  return title(a) === title(b) || (a.definition !== null && a.definition === b.definition);
}
