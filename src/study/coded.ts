import type { VFile } from 'vfile';
import { draftVersion } from '../codebook/codebook.ts';
import type { Unread } from '../codebook/unread.ts';
import { countKinds } from '../coding/coding-columns.ts';
import type { QuotedTurn } from '../coding/quotes.ts';
import type { RaterColumns } from '../coding/rater-log.ts';
import { compareText } from '../coding/time.ts';
import type { UnitCodes, UnitKind } from '../coding/unit-codes.ts';
import { unitCodes } from '../coding/units.ts';
import type { Roster } from '../statements/tally.ts';
import {
  codesMade,
  readerOf,
  readInVersion,
  type Speakers,
  speakerFilter,
  textFor,
  versionCodedWith,
} from './agreement-units.ts';
import {
  bookOf,
  type CodedDocument,
  type Corpus,
  type CountedLog,
  type CountingCorpus,
  isUsable,
  openCorpus,
  openForCounting,
} from './corpus.ts';
import { withoutIdleDraft } from './idle-draft.ts';
import { logRemarks } from './log-remarks.ts';
import { openStudy, type Study } from './open-study.ts';
import { roundsBegun } from './rounds.ts';
import type { Workspace } from './workspace.ts';

/** A study with its transcripts, codebooks and logs, for questions about its codings. */
export interface Coded<C extends CountingCorpus = Corpus> {
  study: Study;
  corpus: C;
  /** Logs with errors: a coding that cannot be read would count as absent, so they are not counted. */
  broken: VFile[];
}

/** What opening gives: `coded` is undefined where study.yaml cannot be used; `files` are it, or all of the corpus. */
export interface OpenedCoded<C extends CountingCorpus = Corpus> {
  coded: Coded<C> | undefined;
  files: VFile[];
}

export const openCoded = (workspace: Workspace, name: string): Promise<OpenedCoded> =>
  openWith(workspace, name, openCorpus);

/** The same for questions that need no words, ids and memos of codings; far quicker. */
export const openCounted = (workspace: Workspace, name: string): Promise<OpenedCoded<CountingCorpus>> =>
  openWith(workspace, name, openForCounting);

async function openWith<C extends CountingCorpus>(
  workspace: Workspace,
  name: string,
  open: (workspace: Workspace, name: string, roster: Roster) => Promise<C>,
): Promise<OpenedCoded<C>> {
  const opened = await openStudy(workspace, name);
  const declared = opened.files.slice(0, 1);
  if (!opened.study) return { coded: undefined, files: declared };
  const corpus = await open(workspace, name, opened.study.roster);
  return { coded: codedWith(opened.study, corpus), files: withoutIdleDraft(corpus) };
}

/** The same of a study that is open already. */
export const codedOf = async (study: Study): Promise<Coded> =>
  codedWith(study, await openCorpus(study.workspace, study.name, study.roster));

function codedWith<C extends CountingCorpus>(study: Study, corpus: C): Coded<C> {
  const broken = corpus.files.filter((file) => file.extname === '.jsonl' && !isUsable(file));
  return { study, corpus, broken };
}

/** The logs that can be counted. */
export const soundLogs = ({ corpus, broken }: Coded<CountingCorpus>): CountedLog[] =>
  corpus.logs.filter(({ file }) => !broken.includes(file));

/** A name kept for what raters agree on in the end; it is nobody's own coding. */
export const consensusRater = 'consensus';

/** The last round that anybody has coded in. */
export const lastRound = ({ study, corpus }: Coded<CountingCorpus>): string | undefined =>
  roundsBegun(corpus, study.config).at(-1);

/** Raters as study.yaml has them, then others by name; without the consensus. */
export function ratersOf({ study, corpus }: Coded<CountingCorpus>, round?: string): string[] {
  const logs = corpus.logs.filter(({ log }) => round === undefined || log.round === round);
  const found = new Set(logs.map(({ log }) => log.rater));
  const declared = study.config.coding.raters.filter((rater) => round === undefined || found.has(rater));
  return [...new Set([...declared, ...[...found].sort(compareText)])].filter(
    (rater) => rater !== consensusRater,
  );
}

/**
 * The newest version there is: the last release, or the draft where somebody codes with it. What the raters of
 * a round coded with is `versionCodedWith`.
 */
export function newestVersion({ corpus }: Coded<CountingCorpus>): string | undefined {
  const { versions } = corpus.codes;
  const usesDraft = corpus.logs.some(({ log }) =>
    log.columns.kinds.some(({ version }) => version === draftVersion),
  );
  const releases = versions.filter((version) => version !== draftVersion);
  return usesDraft && versions.includes(draftVersion) ? draftVersion : (releases.at(-1) ?? versions.at(-1));
}

/**
 * The version that codes of a round are read in: the one that its raters coded with. Undefined where there is no
 * codebook. Null for all rounds, which are read in the newest.
 */
export function versionOfRound(coded: Coded<CountingCorpus>, round: string | null): string | undefined {
  if (round === null) return newestVersion(coded);
  const logs = soundLogs(coded).flatMap(({ log }) => (log.round === round ? [log] : []));
  return versionCodedWith(coded.corpus, logs) ?? undefined;
}

/** What a person says, without label and time. Turns without words are left out. */
export function turnsOf({ frozen }: CodedDocument): QuotedTurn[] {
  return frozen.turns.flatMap(({ speaker, start: time, end: until, paragraphs }) => {
    const [first, last] = [paragraphs[0], paragraphs.at(-1)];
    return first && last ? [{ speaker, time, until, start: first.start, end: last.end }] : [];
  });
}

/** Everybody who speaks, by name; null is not among them. */
export const speakersOf = ({ corpus }: Coded<CountingCorpus>): string[] => spokenBy(corpus).sort(compareText);

/** The same in the order in which they first speak. */
export function spokenBy(corpus: CountingCorpus): string[] {
  const all = [...corpus.documents.values()].flatMap(({ frozen }) => frozen.turns);
  return [...new Set(all.flatMap(({ speaker }) => speaker ?? []))];
}

export interface CodesQuestion {
  unit: UnitKind;
  round: string;
  raters: readonly string[];
  /** In the version's ids; without it, all of the version's codes. */
  codes?: readonly string[] | undefined;
  /** Only these; all of them unless said. */
  documents?: readonly string[] | undefined;
  speakers: Speakers;
  rollUp: boolean;
  /** The codebook version that codes are read in; undefined where there is no codebook. */
  version: string | undefined;
}

/**
 * The units of a round with the codes that raters put on them, the codings that have no code now, the documents that
 * nobody has a log of in this round, of which nothing is counted, and what must be said of changed texts.
 */
export function codesOfUnits(
  coded: Coded<CountingCorpus>,
  question: CodesQuestion,
): { codes: UnitCodes; unread: Unread[]; untouched: string[]; remarks: string[] } {
  const { study, corpus } = coded;
  const { round, raters, version, unit } = question;
  const within = (id: string): boolean => question.documents?.includes(id) ?? true;
  const found = soundLogs(coded).filter(
    ({ log }) => log.round === round && raters.includes(log.rater) && within(log.document),
  );
  const logs = found.map(({ log }) => log);
  const begun = new Set(corpus.logs.flatMap(({ log }) => (log.round === round ? [log.document] : [])));
  const texts = [...corpus.documents.values()]
    .filter(({ id }) => begun.has(id) && within(id))
    .map((document) => textFor(document, unit, study.config.language));
  const book = bookOf(corpus, version);
  const parents = new Map(book?.codes.map(({ id, parent }) => [id, parent]));
  const read = readInVersion(corpus, logs, version ?? null);
  const wanted = question.codes ?? book?.codes.map(({ id }) => id);
  const codes = unitCodes(texts, read.logs, {
    unit,
    raters,
    ...(wanted && { codes: wanted }),
    speakers: speakerFilter(corpus, question.speakers),
    ...(question.rollUp && { parentOf: (code: string) => parents.get(code) ?? null }),
    codeOf: read.codeOf,
    hasCode: read.hasCode,
  });
  return {
    codes,
    unread: version === undefined ? [] : unreadCodes(coded, logs, version),
    untouched: [...corpus.documents.keys()].filter((id) => !begun.has(id) && within(id)),
    remarks: [...codesMade(corpus, logs, version ?? null), ...logRemarks(found)],
  };
}

function unreadCodes(
  { corpus }: Coded<CountingCorpus>,
  logs: readonly RaterColumns[],
  version: string,
): Unread[] {
  const resolve = readerOf(corpus, version);
  const found = new Map<string, Unread>();
  for (const { columns } of logs) {
    const counts = countKinds(columns);
    for (const [index, kind] of columns.kinds.entries()) {
      const why = resolve(kind.code, kind.version);
      if (why.kind === 'code') continue;
      const key = JSON.stringify([kind.code, kind.version]);
      const entry = found.get(key) ?? { ...kind, codings: 0, why };
      entry.codings += counts[index] ?? 0;
      found.set(key, entry);
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.code, b.code) || compareText(a.version, b.version));
}
