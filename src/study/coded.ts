import type { VFile } from 'vfile';
import { draftVersion } from '../codebook/codebook.ts';
import type { Unread } from '../codebook/unread.ts';
import type { QuotedTurn } from '../coding/quotes.ts';
import { compareText } from '../coding/time.ts';
import type { UnitCodes, UnitKind } from '../coding/unit-codes.ts';
import { unitCodes } from '../coding/units.ts';
import { readerOf, readInVersion, type Speakers, speakerFilter, textFor } from './agreement-units.ts';
import { bookOf, type CodedDocument, type Corpus, isUsable, openCorpus, type StudyLog } from './corpus.ts';
import { withoutIdleDraft } from './idle-draft.ts';
import { openStudy, type Study } from './open-study.ts';
import type { Workspace } from './workspace.ts';

/** A study with its transcripts, codebooks and logs, for questions about its codings. */
export interface Coded {
  study: Study;
  corpus: Corpus;
  /** Logs with errors: a coding that cannot be read would count as absent, so they are not counted. */
  broken: VFile[];
}

/** `study` is undefined where study.yaml cannot be used; `files` are study.yaml, or all of the corpus. */
export async function openCoded(
  workspace: Workspace,
  name: string,
): Promise<{ coded: Coded | undefined; files: VFile[] }> {
  const opened = await openStudy(workspace, name);
  const declared = opened.files.slice(0, 1);
  if (!opened.study) return { coded: undefined, files: declared };
  const coded = await codedOf(opened.study);
  return { coded, files: withoutIdleDraft(coded.corpus) };
}

/** The same of a study that is open already. */
export async function codedOf(study: Study): Promise<Coded> {
  const corpus = await openCorpus(study.workspace, study.name, study.roster);
  const broken = corpus.files.filter((file) => file.extname === '.jsonl' && !isUsable(file));
  return { study, corpus, broken };
}

/** The logs that can be counted. */
export const soundLogs = ({ corpus, broken }: Coded): StudyLog[] =>
  corpus.logs.filter(({ file }) => !broken.includes(file));

/** A name kept for what raters agree on in the end; it is nobody's own coding. */
export const consensusRater = 'consensus';

/** Rounds as study.yaml has them, then others that there are logs of, `2` before `10`. */
export function roundsOf({ study, corpus }: Coded): string[] {
  const found = corpus.logs.map(({ log }) => log.round);
  const more = [...new Set(found)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return [...new Set([...study.config.coding.rounds, ...more])];
}

/** The last round that anybody has coded in. */
export function lastRound(coded: Coded): string | undefined {
  const begun = new Set(coded.corpus.logs.map(({ log }) => log.round));
  return roundsOf(coded).findLast((round) => begun.has(round));
}

/** Raters as study.yaml has them, then others by name; without the consensus. */
export function ratersOf({ study, corpus }: Coded, round?: string): string[] {
  const logs = corpus.logs.filter(({ log }) => round === undefined || log.round === round);
  const found = new Set(logs.map(({ log }) => log.rater));
  const declared = study.config.coding.raters.filter((rater) => round === undefined || found.has(rater));
  return [...new Set([...declared, ...[...found].sort(compareText)])].filter(
    (rater) => rater !== consensusRater,
  );
}

/** The version that codes are read in: the newest release, or the draft where somebody codes with it. */
export function newestVersion({ corpus }: Coded): string | undefined {
  const { versions } = corpus.codes;
  const usesDraft = corpus.logs.some(({ log }) =>
    log.codings.some(({ version }) => version === draftVersion),
  );
  const releases = versions.filter((version) => version !== draftVersion);
  return usesDraft && versions.includes(draftVersion) ? draftVersion : (releases.at(-1) ?? versions.at(-1));
}

/** What a person says, without label and time. Turns without words are left out. */
export function turnsOf({ frozen }: CodedDocument): QuotedTurn[] {
  return frozen.turns.flatMap(({ speaker, start: time, end: until, paragraphs }) => {
    const [first, last] = [paragraphs[0], paragraphs.at(-1)];
    return first && last ? [{ speaker, time, until, start: first.start, end: last.end }] : [];
  });
}

/** Everybody who speaks, by name; null is not among them. */
export function speakersOf({ corpus }: Coded): string[] {
  const all = [...corpus.documents.values()].flatMap(({ frozen }) => frozen.turns);
  return [...new Set(all.flatMap(({ speaker }) => speaker ?? []))].sort(compareText);
}

export interface CodesQuestion {
  unit: UnitKind;
  round: string;
  raters: readonly string[];
  /** In the version's ids; without it, all of the version's codes. */
  codes?: readonly string[] | undefined;
  speakers: Speakers;
  rollUp: boolean;
  /** The codebook version that codes are read in; undefined where there is no codebook. */
  version: string | undefined;
}

/** The units of a round with the codes that raters put on them, and the codings that have no code now. */
export function codesOfUnits(coded: Coded, question: CodesQuestion): { codes: UnitCodes; unread: Unread[] } {
  const { study, corpus } = coded;
  const { round, raters, version, unit } = question;
  const logs = soundLogs(coded)
    .map(({ log }) => log)
    .filter((log) => log.round === round && raters.includes(log.rater));
  const texts = [...corpus.documents.values()].map((document) => {
    const text = textFor(document, unit, study.config.language);
    // Turns without a word are not told as left out here.
    return { ...text, segments: text.segments.filter(({ start, end }) => start < end) };
  });
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
  return { codes, unread: version === undefined ? [] : unreadCodes(coded, logs, version) };
}

type Logs = readonly StudyLog['log'][];

function unreadCodes({ corpus }: Coded, logs: Logs, version: string): Unread[] {
  const resolve = readerOf(corpus, version);
  const found = new Map<string, Unread>();
  for (const coding of logs.flatMap(({ codings }) => codings)) {
    const why = resolve(coding.code, coding.version);
    if (why.kind === 'code') continue;
    const key = JSON.stringify([coding.code, coding.version]);
    const before = found.get(key);
    if (before) before.codings += 1;
    else found.set(key, { code: coding.code, version: coding.version, codings: 1, why });
  }
  return [...found.values()].sort((a, b) => compareText(a.code, b.code) || compareText(a.version, b.version));
}
