import type { BareChange } from './change.ts';
import type { Code, Codebook } from './codebook.ts';
import { type Fate, fatesOf } from './fate.ts';
import { type TextChange, textChanges } from './text-changes.ts';

/** A version before and a version after, laid over each other along the changes that are declared. */
export interface Account {
  before: ReadonlyMap<string, Code>;
  after: ReadonlyMap<string, Code>;
  fates: ReadonlyMap<string, Fate>;
  /** True for a code that is in both versions and that no change disposes of. */
  stays(id: string): boolean;
  /** How a code of the new version came about; empty where nothing says so. */
  origins(id: string): readonly Origin[];
  /** The code before that a code after continues: itself, or the one it was renamed from. */
  basis(id: string): Code | undefined;
  /** Where a code's parent changed, other than by what happened to the parent itself. */
  moved(id: string): { from: string | null; to: string | null } | undefined;
  /** How the words of a code differ from those of its basis. */
  texts(id: string): TextChange[];
  /** The differences that no change accounts for. */
  gaps(): Gap[];
}

export type Origin = 'stays' | 'add' | 'rename' | 'merge' | 'split';

export type Gap =
  | { kind: 'new' | 'gone' | 'still-there'; code: Code }
  | { kind: 'moved'; code: Code; from: string | null; to: string | null }
  | { kind: 'redefined'; code: Code; texts: TextChange[] };

/**
 * What merging and splitting say about words: the words of the code that others join, and of the parts that
 * a code is split into, are accounted for by that change. A renaming accounts for the title.
 */
export function account(
  before: Pick<Codebook, 'codes'>,
  after: Pick<Codebook, 'codes'>,
  changes: readonly BareChange[],
): Account {
  const old = new Map(before.codes.map((code) => [code.id, code]));
  const now = new Map(after.codes.map((code) => [code.id, code]));
  const fates = fatesOf(changes);
  const origins = originsOf(changes);
  const renamedFrom = new Map(
    changes.flatMap((change) => (change.kind === 'rename' ? [[change.to, change.from] as const] : [])),
  );
  const movesDeclared = new Set(changes.flatMap((change) => (change.kind === 'move' ? [change.code] : [])));
  const redefined = new Set(changes.flatMap((change) => (change.kind === 'redefine' ? [change.code] : [])));

  const stays = (id: string): boolean => old.has(id) && now.has(id) && !fates.has(id);
  const originsAt = (id: string): Origin[] => [
    ...(stays(id) ? (['stays'] as const) : []),
    ...(origins.get(id) ?? []),
  ];
  const basis = (id: string): Code | undefined => {
    const from = renamedFrom.get(id);
    if (from !== undefined && from !== id) return old.get(from);
    return stays(id) || fates.get(id)?.to.includes(id) ? old.get(id) : undefined;
  };
  const moved: Account['moved'] = (id) => {
    const [was, is] = [basis(id), now.get(id)];
    if (!was || !is) return undefined;
    const expected = was.parent === null ? null : parentAfter(was.parent, fates);
    return expected === is.parent ? undefined : { from: was.parent, to: is.parent };
  };
  const texts = (id: string): TextChange[] => {
    const [was, is] = [basis(id), now.get(id)];
    if (!was || !is) return [];
    const renamed = renamedFrom.has(id);
    return textChanges(was, is).filter(({ part }) => !(renamed && part === 'title'));
  };

  const gaps = (): Gap[] => {
    const found: Gap[] = [];
    for (const code of now.values()) {
      const how = originsAt(code.id);
      if (how.length === 0) {
        found.push({ kind: old.has(code.id) ? 'still-there' : 'new', code });
        continue;
      }
      if (how.includes('split')) continue;
      const move = movesDeclared.has(code.id) ? undefined : moved(code.id);
      if (move) found.push({ kind: 'moved', code, ...move });
      const changed = redefined.has(code.id) || how.includes('merge') ? [] : texts(code.id);
      if (changed.length > 0) found.push({ kind: 'redefined', code, texts: changed });
    }
    for (const code of old.values()) {
      if (!now.has(code.id) && !fates.has(code.id)) found.push({ kind: 'gone', code });
    }
    return found;
  };
  return { before: old, after: now, fates, stays, origins: originsAt, basis, moved, texts, gaps };
}

/** Where children of a parent are expected afterwards: below what became of it, if that is one code. */
function parentAfter(parent: string, fates: ReadonlyMap<string, Fate>): string {
  const [only, ...others] = fates.get(parent)?.to ?? [];
  return only !== undefined && others.length === 0 ? only : parent;
}

function originsOf(changes: readonly BareChange[]): Map<string, Origin[]> {
  const origins = new Map<string, Origin[]>();
  const add = (id: string, origin: Origin) => origins.set(id, [...(origins.get(id) ?? []), origin]);
  for (const change of changes) {
    if (change.kind === 'add') for (const id of change.codes) add(id, 'add');
    if (change.kind === 'rename' || change.kind === 'merge') add(change.to, change.kind);
    if (change.kind === 'split') for (const id of change.to) add(id, 'split');
  }
  return origins;
}
