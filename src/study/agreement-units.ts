import type { Resolution } from '../codebook/resolve.ts';
import type { Unread } from '../codebook/unread.ts';
import { countKinds } from '../coding/coding-columns.ts';
import type { Segment, UnitText } from '../coding/cut-units.ts';
import type { RaterColumns, Unsettled } from '../coding/rater-log.ts';
import type { UnitKind } from '../coding/unit-codes.ts';
import type { UnitOptions } from '../coding/units.ts';
import { sentences } from '../text/segments.ts';
import { bookOf, type CodedDocument, type CountingCorpus } from './corpus.ts';

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
export function speakerFilter(
  corpus: CountingCorpus,
  speakers: Speakers,
): NonNullable<UnitOptions['speakers']> {
  if (speakers === 'all') return () => true;
  if (speakers !== 'participants') return (speaker) => speaker !== null && speakers.includes(speaker);
  const declared = corpus.participants && new Set(corpus.participants);
  const named = new Map(
    [...corpus.documents].map(([id, { frozen }]) => {
      const { kind, participants } = frozen.front;
      if (kind === 'notes') return [id, undefined];
      return [id, Array.isArray(participants) ? new Set(participants) : (participants ?? declared)];
    }),
  );
  return (speaker, document) => {
    const participants = named.get(document);
    if (participants === undefined) return true;
    return speaker !== null && (participants === 'all' || participants.has(speaker));
  };
}

/** The logs of a round, read in one version of the codebook. */
export interface ReadLogs {
  logs: RaterColumns[];
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
export function readInVersion(
  corpus: CountingCorpus,
  logs: readonly RaterColumns[],
  target: string | null,
): ReadLogs {
  const versions = countVersions(logs);
  if (target === null) {
    return { logs: [...logs], codeOf: (code) => code, hasCode: () => true, unread: [], versions };
  }
  const { hasCode, isPart } = corpus.codes;
  const resolve = readerOf(corpus, target);
  const candidatesAt = (candidates: readonly string[], { start, end }: { start: number; end: number }) =>
    candidates.map((code): Unsettled => ({ code, version: target, start, end }));
  const codeOf = (code: string, version: string): string | null => {
    const found = resolve(code, version);
    return found.kind === 'code' ? found.code : null;
  };
  const unread = new Map<string, Unread>();
  const settled = logs.map((log): RaterColumns => {
    const { columns } = log;
    const found = columns.kinds.map(({ code, version }) => resolve(code, version));
    const open = log.unsettled.flatMap((one): Unsettled[] => {
      const now = resolve(one.code, one.version);
      return now.kind === 'undecided' ? candidatesAt(now.candidates, one) : [];
    });
    if (open.length === 0 && found.every(({ kind }) => kind === 'code')) return log;
    const counts = countKinds(columns);
    for (const [index, { code, version }] of columns.kinds.entries()) {
      const one = found[index];
      if (!one || one.kind === 'code') continue;
      const key = JSON.stringify([code, version]);
      const entry = unread.get(key) ?? { code, version, why: one, codings: 0 };
      entry.codings += counts[index] ?? 0;
      unread.set(key, entry);
    }
    for (const [index, kind] of columns.kind.entries()) {
      const one = found[kind];
      if (one?.kind !== 'undecided') continue;
      const [start = 0, end = 0] = [columns.start[index], columns.end[index]];
      open.push(...candidatesAt(one.candidates, { start, end }));
    }
    return open.length === 0 ? log : { ...log, unsettled: [...log.unsettled, ...open] };
  });
  const used = versionsUsed(corpus, logs);
  const undecided = new Set(
    logs.flatMap(({ rater, columns }) =>
      columns.kinds.flatMap(({ code, version }) => {
        const one = resolve(code, version);
        return one.kind === 'undecided' ? one.candidates.map((part) => JSON.stringify([rater, part])) : [];
      }),
    ),
  );
  /** A part of a code that was split is known of a rater once nothing of theirs is undecided any more. */
  const isDecidedPart = (rater: string, version: string, code: string): boolean =>
    isPart(version, code, target) && !undecided.has(JSON.stringify([rater, code]));
  return {
    logs: settled,
    codeOf,
    hasCode: (rater, code, document) => {
      const version = used(rater, document);
      return version === null || hasCode(version, code, target) || isDecidedPart(rater, version, code);
    },
    unread: [...unread.values()],
    versions,
  };
}

/**
 * Reads a code in one version. A coding that was decided on under a later version is read back as the one code of
 * this version that may have become it.
 */
export function readerOf(
  corpus: CountingCorpus,
  target: string,
): (code: string, version: string) => Resolution {
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
 * The version that a rater had on a document: the oldest that codings there were first made with, for those that a
 * person decided on later carry a newer one; else of the rater's others, else of anybody's.
 */
function versionsUsed(corpus: CountingCorpus, logs: readonly RaterColumns[]) {
  const byPlace = new Map<string, Map<string, string>>();
  const byRater = new Map<string, string>();
  let byAnybody: string | undefined;
  const older = (before: string | undefined, version: string): string =>
    before === undefined || rankOf(corpus, version) < rankOf(corpus, before) ? version : before;
  for (const { rater, document, origins } of logs) {
    const own = byPlace.get(rater) ?? new Map<string, string>();
    byPlace.set(rater, own);
    for (const version of origins) {
      own.set(document, older(own.get(document), version));
      byRater.set(rater, older(byRater.get(rater), version));
      byAnybody = older(byAnybody, version);
    }
  }
  return (rater: string, document: string): string | null =>
    byPlace.get(rater)?.get(document) ?? byRater.get(rater) ?? byAnybody ?? null;
}

export const rankOf = (corpus: CountingCorpus, version: string): number =>
  corpus.codes.versions.indexOf(version);

function countVersions(logs: readonly RaterColumns[]): ReadLogs['versions'] {
  const counts = new Map<string, number>();
  for (const { columns } of logs) {
    const own = countKinds(columns);
    for (const [index, { version }] of columns.kinds.entries()) {
      counts.set(version, (counts.get(version) ?? 0) + (own[index] ?? 0));
    }
  }
  return [...counts].map(([version, codings]) => ({ version, codings }));
}

/**
 * The version that the raters of some logs coded with: of the versions that they had on each document, the
 * newest. Codings carried into a later version leave it as it was. Null where the study has no codebook.
 */
export function versionCodedWith(corpus: CountingCorpus, logs: readonly RaterColumns[]): string | null {
  const { versions } = corpus.codes;
  if (versions.length === 0) return null;
  const used = versionsUsed(corpus, logs);
  const ranks = logs.map(({ rater, document }) => rankOf(corpus, used(rater, document) ?? ''));
  return versions[Math.max(...ranks, -1)] ?? versions.at(-1) ?? null;
}

/** The code above a code, in a version. */
export function parentIn(corpus: CountingCorpus, target: string | null): (code: string) => string | null {
  const book = bookOf(corpus, target);
  const parents = new Map(book?.codes.map(({ id, parent }) => [id, parent]));
  return (code) => parents.get(code) ?? null;
}
