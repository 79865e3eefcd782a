import type { VFile } from 'vfile';
import { addProblem, quote } from '../problem/problem.ts';
import { type Account, account } from './account.ts';
import type { Change } from './change.ts';
import type { Codebook } from './codebook.ts';
import { sourcesOf } from './fate.ts';

/** Says what is wrong with a declared change: the path below it, the reason, what may stand there. */
type Tell = (
  path: readonly PropertyKey[],
  reason: string,
  found?: string,
  expected?: readonly string[],
) => void;

/**
 * Checks that each declared change is real: its codes are there, it did happen, and no other change says
 * something else about the same code. Each problem stands at the id concerned.
 */
export function checkDeclared(file: VFile, before: Codebook | undefined, after: Codebook): void {
  const both = account(before ?? { codes: [] }, after, after.changes);
  const version = before?.version ?? 'the version before';
  for (const [index, change] of after.changes.entries()) {
    const tell: Tell = (path, reason, found, expected) => {
      addProblem(file, {
        rule: 'change-not-real',
        reason,
        place: after.place(['changes', index, ...path]),
        found,
        expected,
      });
    };
    checkExistence(change, both, version, tell);
    checkClaims(change, index, both, tell);
    checkOne(change, index, after.changes, both, tell);
  }
}

const was = (both: Account, id: string): boolean => both.before.has(id);
const is = (both: Account, id: string): boolean => both.after.has(id);

/** Every id has to be a code of the version it belongs to. */
function checkExistence(change: Change, both: Account, version: string, tell: Tell): void {
  const [old, now] = [[...both.before.keys()], [...both.after.keys()]];
  const earlier = (path: readonly PropertyKey[], id: string) =>
    was(both, id) || tell(path, `${quote(id)} is not a code of ${version}`, id, old);
  const current = (path: readonly PropertyKey[], id: string) =>
    is(both, id) || tell(path, `${quote(id)} is not a code of this version`, id, now);

  switch (change.kind) {
    case 'add':
      for (const [at, id] of change.codes.entries()) current(['codes', at], id);
      return;
    case 'rename':
      earlier(['from'], change.from);
      current(['to'], change.to);
      return;
    case 'merge':
      for (const [at, id] of change.from.entries()) earlier(['from', at], id);
      current(['to'], change.to);
      return;
    case 'split':
      earlier(['from'], change.from);
      for (const [at, id] of change.to.entries()) current(['to', at], id);
      return;
    case 'retire':
      earlier(['code'], change.code);
      return;
    default:
      current(['code'], change.code);
  }
}

/** One change at most disposes of a code of the version before. */
function checkClaims(change: Change, index: number, both: Account, tell: Tell): void {
  for (const id of sourcesOf(change)) {
    const first = both.fates.get(id);
    if (!first || first.index === index) continue;
    const at = change.kind === 'merge' ? ['from', change.from.indexOf(id)] : [];
    const path = change.kind === 'retire' ? ['code'] : change.kind === 'merge' ? at : ['from'];
    tell(path, `another change, ${first.kind}, already says what became of ${quote(id)}`);
  }
}

function checkOne(change: Change, index: number, all: readonly Change[], both: Account, tell: Tell): void {
  switch (change.kind) {
    case 'add':
      for (const [at, id] of change.codes.entries()) {
        if (!is(both, id)) continue;
        if (both.stays(id)) tell(['codes', at], `${quote(id)} is not new: it was there before`);
        else if (both.origins(id).length > 1) {
          tell(['codes', at], `${quote(id)} is declared more than once, or is not only added`);
        }
      }
      return;
    case 'rename':
      checkRename(change, index, all, both, tell);
      return;
    case 'merge':
      if (sourcesOf(change).length === 0) tell(['from'], 'a merge needs a code besides the one it ends in');
      checkRepeats(['from'], change.from, tell);
      return;
    case 'split':
      checkRepeats(['to'], change.to, tell);
      return;
    case 'move':
      checkMove(change, index, all, both, tell);
      return;
    case 'redefine':
      checkRedefine(change, index, all, both, tell);
      return;
    case 'retire':
  }
}

function checkRename(
  change: Change & { kind: 'rename' },
  index: number,
  all: readonly Change[],
  both: Account,
  tell: Tell,
): void {
  const { from, to } = change;
  if (from === to) {
    tell(
      ['to'],
      `${quote(from)} is renamed to itself; for a new title alone, use redefine with "meaning: same"`,
    );
  } else if (both.stays(to)) {
    tell(['to'], `${quote(to)} was there before: two codes that become one are a merge`);
  } else if (all.findIndex((other) => other.kind === 'rename' && other.to === to) < index) {
    tell(['to'], `another code is renamed to ${quote(to)} too: two codes that become one are a merge`);
  }
}

function checkMove(
  change: Change & { kind: 'move' },
  index: number,
  all: readonly Change[],
  both: Account,
  tell: Tell,
): void {
  const { code, from, to } = change;
  if (!is(both, code)) return;
  if (all.findIndex((other) => other.kind === 'move' && other.code === code) < index) {
    tell(['code'], `a move of ${quote(code)} is declared twice`);
    return;
  }
  const before = both.basis(code);
  const moved = both.moved(code);
  if (!before) tell(['code'], `${quote(code)} is new in this version and cannot have moved`);
  else if (!moved) tell([], `${quote(code)} did not move: it is still below what its parent became`);
  else {
    if (from !== moved.from) {
      tell(['from'], `${quote(code)} was ${top(moved.from)} before`, from ?? 'null', [moved.from ?? 'null']);
    }
    if (to !== moved.to) {
      tell(['to'], `${quote(code)} is now ${top(moved.to)}`, to ?? 'null', [moved.to ?? 'null']);
    }
  }
}

function checkRedefine(
  change: Change & { kind: 'redefine' },
  index: number,
  all: readonly Change[],
  both: Account,
  tell: Tell,
): void {
  const { code } = change;
  if (!is(both, code)) return;
  if (all.findIndex((other) => other.kind === 'redefine' && other.code === code) < index) {
    tell(['code'], `a redefinition of ${quote(code)} is declared twice`);
  } else if (!both.basis(code)) {
    tell(['code'], `${quote(code)} is new in this version and cannot be redefined`);
  } else if (both.texts(code).length === 0) {
    tell(['code'], `the words of ${quote(code)} did not change`);
  }
}

function checkRepeats(path: readonly PropertyKey[], ids: readonly string[], tell: Tell): void {
  for (const [at, id] of ids.entries()) {
    if (ids.indexOf(id) < at) tell([...path, at], `${quote(id)} stands here twice`);
  }
}

const top = (parent: string | null): string => (parent === null ? 'at the top' : `below ${quote(parent)}`);
