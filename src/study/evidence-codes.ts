import { type Codebook, draftVersion } from '../codebook/codebook.ts';
import { resolverOf } from '../codebook/resolve.ts';
import type { TreeCode } from '../evidence/evidence.ts';
import { likelyAmong } from '../evidence/likely.ts';
import { type Finding, quote } from '../problem/problem.ts';
import type { StudyCodebooks } from './codebooks.ts';

/** How codes of evidence are read in a codebook. Evidence names no version: a code that became another is that one. */
export interface EvidenceCodes {
  /** The newest release, or the draft where nothing is released; undefined without a codebook. */
  newest: string | undefined;
  /** There are files of a codebook, and none can be read. */
  unreadable: boolean;
  versions: readonly string[];
  /** The codes of a version, in the order of the file. */
  codesOf(version: string): readonly TreeCode[];
  /** What a code is in a version, or why it is none there. */
  read(code: string, version: string): { code: string } | Refusal;
  /** Why a code cannot stand in the evidence; undefined for one that can. */
  refuse(code: string): Refusal | undefined;
}

export type Refusal = Pick<Finding, 'reason' | 'expected' | 'advice'>;

export function evidenceCodes({
  releases,
  draft,
  files,
}: Pick<StudyCodebooks, 'releases' | 'draft' | 'files'>): EvidenceCodes {
  const books: Codebook[] = [...releases, ...(draft ? [draft] : [])];
  const byVersion = new Map(books.map((book) => [book.version ?? draftVersion, book]));
  const idsOf = new Map(
    [...byVersion].map(([version, { codes }]) => [version, new Set(codes.map(({ id }) => id))]),
  );
  const likely = new Map([...idsOf].map(([version, ids]) => [version, likelyAmong([...ids])]));
  const resolver = resolverOf(books);
  const newest = releases.at(-1)?.version ?? (draft ? draftVersion : undefined);

  const read: EvidenceCodes['read'] = (code, version) => {
    if (idsOf.get(version)?.has(code)) return { code };
    const at = resolver.versions.indexOf(version);
    const has = (some: readonly string[]) => some.findLast((one) => idsOf.get(one)?.has(code));
    const older = has(resolver.versions.slice(0, Math.max(0, at)));
    const expected = likely.get(version)?.(code);
    if (older === undefined) {
      const later = resolver.versions.slice(at + 1).find((one) => idsOf.get(one)?.has(code));
      const where =
        later === undefined
          ? ''
          : `; ${later === draftVersion ? 'only the draft has it' : `it came with ${later}`}`;
      return { reason: `codebook ${version} has no code ${quote(code)}${where}`, expected };
    }
    const now = resolver.resolve(code, older, version);
    switch (now.kind) {
      case 'code':
        return { code: now.code };
      case 'undecided':
        return {
          reason: `${quote(code)} of codebook ${older} may be several codes since ${now.version}`,
          expected: now.candidates,
          advice: 'say which',
        };
      case 'retired':
        return { reason: `${quote(code)} was retired in codebook ${now.version}: ${now.reason}`, expected };
      case 'unknown':
        return { reason: now.reason, expected };
    }
  };
  return {
    newest,
    unreadable: newest === undefined && files.length > 0,
    versions: resolver.versions,
    codesOf: (version) => byVersion.get(version)?.codes ?? [],
    read,
    refuse: (code) => {
      const found = newest === undefined ? { code } : read(code, newest);
      return 'code' in found ? undefined : found;
    },
  };
}
