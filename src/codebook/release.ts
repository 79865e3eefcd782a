import { VFile } from 'vfile';
import { addProblem, hasErrors, quote } from '../problem/problem.ts';
import type { BareChange, Change } from './change.ts';
import { changeLines } from './change-lines.ts';
import { checkChanges } from './check-changes.ts';
import { checkCycles } from './check-cycles.ts';
import { checkDeclared } from './check-declared.ts';
import type { Codebook } from './codebook.ts';
import { type Difference, diffCodebooks } from './diff.ts';
import { type HeadBlock, joinHead, type SplitText, splitHead } from './head-lines.ts';
import { findKin, type Kin } from './kin.ts';
import { filledKeys, nextDraft } from './next-draft.ts';
import { parseCodebook } from './parse-codebook.ts';
import { compareVersions, isVersion, versionRule } from './version.ts';

export interface ReleaseOptions {
  version: string;
  /** `2024-05-31`. */
  date: string;
  /** The reason for a difference that the draft does not declare; `undefined` refuses the release. */
  reason(difference: Difference): string | undefined;
  /** True for a code that is retired indeed, though new ones look like what became of it (see {@link findKin}). */
  isRetired?: ((code: string) => boolean) | undefined;
}

export interface Released {
  /** The file of the new version. */
  text: string;
  /** The draft to go on with: as it was, with its changes told and the new version as the one before. */
  draft: string;
}

/**
 * Makes a version of a draft. The codes stay byte for byte; in the front matter the version, the date, the
 * version before and the changes are filled in, and the changes that the draft declares already are kept as
 * they stand. Without a version before there is nothing to declare.
 *
 * Nothing is released, and the reasons are told at their places in the draft, where the draft has errors,
 * where a difference has no reason, where a code would be retired that seems to go on as another, or where the
 * version or the date cannot be one. The text that is returned
 * has been read again and passes {@link checkChanges}.
 */
export function release(
  draft: VFile,
  last: Codebook | undefined,
  options: ReleaseOptions,
): Released | undefined {
  const before = draft.messages.length;
  const failed = () => draft.messages.slice(before).some(({ fatal }) => fatal);
  const text = String(draft.value);
  const book = parseCodebook(draft, { draft: true });
  checkVersion(draft, last, options);
  if (!book || failed()) return undefined;
  if (book.previous !== null && book.previous !== last?.version) {
    addProblem(draft, {
      rule: 'not-the-predecessor',
      reason: `this draft goes on from ${book.previous}, and ${last?.version ? `the last version is ${last.version}` : 'there is no version yet'}`,
      place: book.place(['previous']),
      found: book.previous,
      expected: last?.version ? [last.version] : undefined,
      advice: 'bring the draft up to the last version first',
    });
  }
  checkDeclared(draft, last, book);
  checkCycles(draft, book);
  const split = splitHead(text);
  if (!split) tellStyle(draft);
  if (!split || failed()) return undefined;

  const changes = last ? reasoned(draft, last, book, options) : [];
  if (failed()) return undefined;
  const released = joinHead(fill(split, book, changes, last, options));
  if (!isProven(released, last, options.version)) {
    addProblem(draft, {
      rule: 'cannot-release',
      reason: 'the changes of this draft do not account for all that changed',
      place: book.keyPlace(['changes']),
      advice: 'check that each declared change says what happened, and that ids are not exchanged',
    });
    return undefined;
  }
  return { text: released, draft: joinHead(nextDraft(split, options.version)) };
}

function checkVersion(draft: VFile, last: Codebook | undefined, { version, date }: ReleaseOptions): void {
  const tell = (rule: string, reason: string, found: string, expected: string) =>
    addProblem(draft, { rule, reason, place: { line: 1, column: 1 }, found, expected: [expected] });
  if (!isVersion(version))
    tell('unusable-version', `${quote(version)} is not a version`, version, versionRule);
  else if (last?.version && compareVersions(version, last.version) <= 0) {
    const later = `a version after ${last.version}`;
    tell('unusable-version', `${quote(version)} does not come after ${last.version}`, version, later);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) {
    tell('unusable-date', `${quote(date)} is not a date`, date, 'year-month-day, such as 2024-05-31');
  }
}

function tellStyle(draft: VFile): void {
  addProblem(draft, {
    rule: 'front-matter-style',
    reason: 'this front matter cannot be filled in: it is not written as one key a line',
    place: { line: 1, column: 1 },
    advice: 'begin each key on a line of its own, without braces around them',
  });
}

/** The changes that the draft leaves open, each with its reason; additions for one reason are one change. */
function reasoned(
  draft: VFile,
  last: Codebook,
  book: Codebook,
  { reason: reasonFor, isRetired = () => false }: ReleaseOptions,
): Change[] {
  const changes: Change[] = [];
  const open = diffCodebooks(last, book, book.changes).filter(({ reason }) => reason === null);
  const bare = open.map(({ change }) => change);
  const kin = findKin(last, book, bare).filter(({ code }) => !isRetired(code.id));
  for (const one of kin) tellKin(draft, book, one);
  const asked = new Set(kin.flatMap(({ code, like }) => [code.id, ...like.map((one) => one.code.id)]));
  for (const difference of open) {
    const { change } = difference;
    const reason = reasonFor(difference)?.trim();
    if (!reason) {
      const id = idIn(change);
      const isAsked = (change.kind === 'retire' || change.kind === 'add') && asked.has(id ?? '');
      if (isAsked) continue;
      addProblem(draft, {
        rule: 'no-reason',
        reason: `a release would ${tellChange(change)}, and no reason is given`,
        place: book.codes.find((code) => code.id === id)?.place ?? book.keyPlace(['changes']),
        advice: 'give a reason, or declare under changes what really happened',
      });
      continue;
    }
    const same = changes.find((one) => one.kind === 'add' && one.reason === reason);
    if (change.kind === 'add' && same?.kind === 'add') same.codes.push(...change.codes);
    else changes.push({ ...change, reason });
  }
  return changes;
}

function tellKin(draft: VFile, book: Codebook, { code, like }: Kin): void {
  const names = like.map((one) => `${quote(one.code.id)} (alike in ${one.in.join(', ')})`);
  addProblem(draft, {
    rule: 'perhaps-not-retired',
    reason: `a release would retire ${quote(code.id)}, and its codings with it, though ${names.join(' and ')} may go on with it`,
    place: like[0]?.code.place ?? book.keyPlace(['changes']),
    advice: 'declare under changes what became of it: rename, merge, split or retire',
  });
}

/** The code of the new version that a change is about; for a code that is gone, its earlier id. */
function idIn(change: BareChange): string | undefined {
  if (change.kind === 'add') return change.codes[0];
  if (change.kind === 'rename' || change.kind === 'merge') return change.to;
  return change.kind === 'split' ? change.from : change.code;
}

function tellChange(change: BareChange): string {
  const id = quote(idIn(change) ?? '');
  if (change.kind === 'rename') return `rename ${quote(change.from)} to ${id}`;
  if (change.kind !== 'move') return `${change.kind} ${id}`;
  return `move ${id} ${change.to === null ? 'to the top' : `below ${quote(change.to)}`}`;
}

function fill(
  split: SplitText,
  book: Codebook,
  changes: readonly Change[],
  last: Codebook | undefined,
  { version, date }: ReleaseOptions,
): SplitText {
  const { eol } = split;
  const lines = [
    `version: ${version}`,
    `date: ${date}`,
    ...(last?.version ? [`previous: ${last.version}`] : []),
  ].map((line) => line + eol);
  const kept = split.blocks.filter(({ key }) => key === null || !filledKeys.includes(key));
  const filled = kept.flatMap((block): HeadBlock[] => {
    if (block.key === 'name') return [block, { key: 'version', lines }];
    return block.key === 'changes' ? [withChanges(block, book.changes, changes, eol)] : [block];
  });
  if (changes.length > 0 && !filled.some(({ key }) => key === 'changes')) {
    filled.push({
      key: 'changes',
      lines: ['changes:', ...changeLines(changes, '  ')].map((line) => line + eol),
    });
  }
  return { ...split, blocks: filled };
}

/** Adds items behind those that stand there; a list in brackets is written anew, one item after the other. */
function withChanges(
  block: HeadBlock,
  declared: readonly Change[],
  added: readonly Change[],
  eol: string,
): HeadBlock {
  if (added.length === 0) return block;
  const item = block.lines.slice(1).find((line) => /^\s*-\s/.test(line));
  const isList = item !== undefined && /^changes:\s*(#.*)?\s*$/.test(block.lines[0] ?? '');
  if (!isList) {
    const all = ['changes:', ...changeLines([...declared, ...added], '  ')];
    return { key: 'changes', lines: all.map((line) => line + eol) };
  }
  const lines = changeLines(added, /^\s*/.exec(item)?.[0] ?? '').map((line) => line + eol);
  return { key: 'changes', lines: [...block.lines, ...lines] };
}

function isProven(text: string, last: Codebook | undefined, version: string): boolean {
  const file = new VFile({ path: `${version}.md`, value: text });
  const book = parseCodebook(file);
  if (book) checkChanges(file, last, book);
  return book !== undefined && !hasErrors([file]);
}
