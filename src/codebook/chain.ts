import type { VFile } from 'vfile';
import { addProblem, quote } from '../problem/problem.ts';
import { checkChanges } from './check-changes.ts';
import { checkCycles } from './check-cycles.ts';
import { checkDeclared } from './check-declared.ts';
import { type Codebook, draftVersion } from './codebook.ts';
import { compareVersions, isVersion } from './version.ts';

/** A file of a codebook, and what was read from it; `undefined` where it could not be read. */
export interface CodebookFile {
  file: VFile;
  book: Codebook | undefined;
}

interface Release extends CodebookFile {
  version: string;
}

/**
 * Checks all versions of one codebook together, and adds each problem to its file: two files with one
 * version, a version without its predecessor, changes that go round in a circle, changes that do not
 * account for what changed. A draft need not account for its differences yet, but what it declares has to
 * be real. A file that could not be read keeps its place in the chain by its name, such as `1.0.0.md`, and
 * is not compared.
 */
export function checkChain(files: readonly CodebookFile[]): void {
  const releases = releasesOf(files);
  tellDuplicates(releases);
  for (const { file, book } of files) if (book) checkCycles(file, book);
  for (const { file, book, version } of releases) {
    const before = newestOf(releases.filter((other) => compareVersions(other.version, version) < 0));
    if (!book || !checkPredecessor(file, book, before, releases)) continue;
    if (!before || before.book) checkChanges(file, before?.book, book);
  }
  const newest = newestOf(releases);
  for (const { file, book } of files) {
    if (!book || book.version !== null || file.stem !== draftVersion) continue;
    if (!checkPredecessor(file, book, newest, releases)) continue;
    if (!newest || newest.book) checkDeclared(file, newest?.book, book);
  }
}

function releasesOf(files: readonly CodebookFile[]): Release[] {
  const releases = files.flatMap(({ file, book }): Release[] => {
    const version = book ? book.version : isVersion(file.stem ?? '') ? file.stem : undefined;
    return version === null || version === undefined ? [] : [{ file, book, version }];
  });
  return releases.sort((a, b) => compareVersions(a.version, b.version));
}

/** Of two files with one version the first counts, as it does for a resolver. */
const newestOf = (releases: readonly Release[]): Release | undefined =>
  releases.find(({ version }) => version === releases.at(-1)?.version);

function tellDuplicates(releases: readonly Release[]): void {
  for (const { file, book, version } of releases) {
    const others = releases.filter((other) => other.file !== file && other.version === version);
    if (!book || others.length === 0) continue;
    addProblem(file, {
      rule: 'duplicate-version',
      reason: `version ${quote(version)} is also in ${others.map((other) => other.file.path).join(', ')}`,
      place: book.place(['version']),
      found: version,
      advice: 'give one of them a version of its own',
    });
  }
}

/** True if the version that the changes are told against is the one right before. */
function checkPredecessor(
  file: VFile,
  book: Codebook,
  before: Release | undefined,
  releases: readonly Release[],
): boolean {
  const { previous } = book;
  if (previous === null) {
    const told = book.changes.findIndex(({ kind }) => kind !== 'add');
    if (before || told === -1) return true;
    addProblem(file, {
      rule: 'missing-predecessor',
      reason: `${nameOf(book)} declares changes to a version before, and there is none`,
      place: book.place(['changes', told]),
      advice: 'put the file of that version beside this one; a first version declares no changes',
    });
    return false;
  }
  if (before?.version === previous) return true;
  const exists = releases.some(({ version }) => version === previous);
  addProblem(file, {
    rule: exists ? 'not-the-predecessor' : 'missing-predecessor',
    reason: exists
      ? `${nameOf(book)} tells its changes against ${previous}, and ${before ? `${before.version} comes right before it` : 'that does not come before it'}`
      : `${nameOf(book)} tells its changes against ${previous}, and there is no such version`,
    place: book.place(['previous']),
    found: previous,
    expected: before ? [before.version] : undefined,
  });
  return false;
}

const nameOf = ({ version }: Codebook): string => (version === null ? 'the draft' : `version ${version}`);
