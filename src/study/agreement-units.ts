import type { Resolution } from '../codebook/resolve.ts';
import type { Unread } from '../codebook/unread.ts';
import type { Segment, UnitText } from '../coding/cut-units.ts';
import type { RaterLog, Unsettled } from '../coding/rater-log.ts';
import type { UnitKind } from '../coding/unit-codes.ts';
import type { UnitOptions } from '../coding/units.ts';
import { sentences } from '../text/segments.ts';
import { bookOf, type CodedDocument, type Corpus } from './corpus.ts';

export const unitKinds = ['turn', 'paragraph', 'sentence', 'document', 'character', 'spans'] as const;

/** `participants`: the speakers that a transcript names as such. */
export type Speakers = 'participants' | 'all' | readonly string[];

/** The body of a document cut for a unit. Labels and times are never in it. */
export function textFor({ id, frozen, text }: CodedDocument, unit: UnitKind, language: string): UnitText {
  const segments = frozen.turns.flatMap(({ speaker, span, paragraphs }): Segment[] => {
    const [first, last] = [paragraphs[0], paragraphs.at(-1)];
    if (!first || !last) return [{ start: span.end, end: span.end, speaker }];
    if (unit === 'paragraph') return paragraphs.map(({ start, end }) => ({ start, end, speaker }));
    if (unit !== 'sentence') return [{ start: first.start, end: last.end, speaker }];
    return paragraphs.flatMap(({ start, end }) =>
      sentences(text.slice(start, end), frozen.front.language ?? language).map((sentence) => ({
        start: start + sentence.start,
        end: start + sentence.end,
        speaker,
      })),
    );
  });
  return { document: id, body: frozen.body, segments };
}

/**
 * Whose turns count: those of the participants that a transcript names, else of the participants' file, else
 * everybody's. In notes nobody speaks, and all count.
 */
export function speakerFilter(corpus: Corpus, speakers: Speakers): NonNullable<UnitOptions['speakers']> {
  if (speakers === 'all') return () => true;
  if (speakers !== 'participants') return (speaker) => speaker !== null && speakers.includes(speaker);
  const named = new Map(
    [...corpus.documents].map(([id, { frozen }]) => [
      id,
      frozen.front.kind === 'notes' ? undefined : (frozen.front.participants ?? corpus.participants),
    ]),
  );
  return (speaker, document) => {
    const participants = named.get(document);
    return participants === undefined || (speaker !== null && participants.includes(speaker));
  };
}

/** The logs of a round, read in one version of the codebook. */
export interface ReadLogs {
  logs: RaterLog[];
  codeOf: NonNullable<UnitOptions['codeOf']>;
  hasCode: NonNullable<UnitOptions['hasCode']>;
  unread: Unread[];
  /** In which versions the codings were made, and how many. */
  versions: { version: string; codings: number }[];
}

/**
 * Reads codes in one version of the codebook. A coding that a person has yet to decide on (a split code, a
 * redefined one) is neither present nor absent: where it stands, the codes it may have become are unsettled.
 */
export function readInVersion(corpus: Corpus, logs: readonly RaterLog[], target: string | null): ReadLogs {
  const versions = countVersions(logs);
  if (target === null) {
    return { logs: [...logs], codeOf: (code) => code, hasCode: () => true, unread: [], versions };
  }
  const { hasCode } = corpus.codes;
  const resolve = readerOf(corpus, target);
  const codeOf = (code: string, version: string): string | null => {
    const found = resolve(code, version);
    return found.kind === 'code' ? found.code : null;
  };
  const unread = new Map<string, Unread>();
  const settled = logs.map((log): RaterLog => {
    const open: Unsettled[] = [];
    for (const { code, version, start, end } of log.codings) {
      const found = resolve(code, version);
      if (found.kind === 'code') continue;
      const key = JSON.stringify([code, version]);
      const before = unread.get(key);
      const entry = before ?? { code, version, why: found, codings: 0 };
      entry.codings += 1;
      unread.set(key, entry);
      if (found.kind !== 'undecided') continue;
      open.push(...found.candidates.map((one) => ({ code: one, version: target, start, end })));
    }
    return open.length === 0 ? log : { ...log, unsettled: [...log.unsettled, ...open] };
  });
  const used = versionsUsed(corpus, logs);
  return {
    logs: settled,
    codeOf,
    hasCode: (rater, code, document) => {
      const version = used(rater, document);
      return version === null || hasCode(version, code, target);
    },
    unread: [...unread.values()],
    versions,
  };
}

/**
 * Reads a code in one version. A coding that was decided on under a later version is read back as the one code of
 * this version that may have become it.
 */
export function readerOf(corpus: Corpus, target: string): (code: string, version: string) => Resolution {
  const { resolve } = corpus.codes;
  const ids = bookOf(corpus, target)?.codes.map(({ id }) => id) ?? [];
  return (code, version) => {
    const found = resolve(code, version, target);
    if (found.kind !== 'unknown' || rankOf(corpus, version) <= rankOf(corpus, target)) return found;
    const origins = ids.filter((id) => {
      const later = resolve(id, target, version);
      return later.kind === 'code'
        ? later.code === code
        : later.kind === 'undecided' && later.candidates.includes(code);
    });
    const [origin, ...others] = origins;
    return origin !== undefined && others.length === 0 ? { kind: 'code', code: origin } : found;
  };
}

/**
 * The version that a rater had on a document: the oldest of the codings there, for those that a person decided
 * on later carry a newer one; else of the rater's others, else of anybody's.
 */
function versionsUsed(corpus: Corpus, logs: readonly RaterLog[]) {
  const oldest = new Map<string, string>();
  const put = (key: string, version: string): void => {
    const before = oldest.get(key);
    if (before === undefined || rankOf(corpus, version) < rankOf(corpus, before)) oldest.set(key, version);
  };
  for (const { rater, document, codings } of logs) {
    for (const { version } of codings) {
      for (const key of [[rater, document], [rater], []]) put(JSON.stringify(key), version);
    }
  }
  return (rater: string, document: string): string | null =>
    oldest.get(JSON.stringify([rater, document])) ??
    oldest.get(JSON.stringify([rater])) ??
    oldest.get('[]') ??
    null;
}

export const rankOf = (corpus: Corpus, version: string): number => corpus.codes.versions.indexOf(version);

function countVersions(logs: readonly RaterLog[]): ReadLogs['versions'] {
  const counts = new Map<string, number>();
  for (const { codings } of logs) {
    for (const { version } of codings) counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  return [...counts].map(([version, codings]) => ({ version, codings }));
}

/** The newest version that a document was coded with; null where the study has no codebook. */
export function newestVersion(corpus: Corpus, logs: readonly RaterLog[]): string | null {
  const { versions } = corpus.codes;
  if (versions.length === 0) return null;
  const used = versionsUsed(corpus, logs);
  const ranks = logs.map(({ rater, document }) => rankOf(corpus, used(rater, document) ?? ''));
  return versions[Math.max(...ranks, -1)] ?? versions.at(-1) ?? null;
}

/** The code above a code, in a version. */
export function parentIn(corpus: Corpus, target: string | null): (code: string) => string | null {
  const book = bookOf(corpus, target);
  const parents = new Map(book?.codes.map(({ id, parent }) => [id, parent]));
  return (code) => parents.get(code) ?? null;
}
