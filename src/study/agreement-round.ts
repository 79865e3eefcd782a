import type { VFile } from 'vfile';
import type { Comparison } from '../agreement/comparison.ts';
import { draftVersion } from '../codebook/codebook.ts';
import type { UnitKind } from '../coding/unit-codes.ts';
import { isNegotiated } from '../exhibit/agreement-words.ts';
import {
  type AgreementRequest,
  type CompareOptions,
  compareRaters,
  compareSets,
  type RoundUnits,
  type SetsResult,
  unitsOfRound,
} from './agreement.ts';
import { kindOfRound, type RoundKind } from './agreement-protocol.ts';
import { codesMade, rankOf, type Speakers, versionCodedWith } from './agreement-units.ts';
import { consensusRater } from './coded.ts';
import { bookOf, type CountedLog, type CountingCorpus, isUsable } from './corpus.ts';
import { withoutIdleDraft } from './idle-draft.ts';
import { logRemarks } from './log-remarks.ts';
import type { StudyConfig } from './schema.ts';

/** The raters, rounds and codes that a call chose; those it did not name are all there are. */
export interface Selection {
  rounds: string[];
  raters: string[] | undefined;
  codes: string[] | undefined;
  documents: string[];
  version: string | undefined;
  speakers: Speakers;
}

/** How units and codings are laid out. */
export interface Layout {
  unit: UnitKind;
  onlyCoded: boolean;
  rollUp: boolean;
  minShare: number | undefined;
}

/** One round: what was compared, and what came of it. */
export interface RoundReport extends Layout {
  round: string;
  kind: RoundKind;
  raters: string[];
  units: RoundUnits;
  comparisons: Comparison[];
  /** Of all codes of a unit together, where a distance of sets was asked for: all raters, or every two. */
  sets: SetsResult[];
  speakers: Speakers;
  /** Codes of the codebook that no compared rater used. */
  unused: string[];
  /** In what this round departs from the protocol. */
  departures: string[];
  remarks: string[];
}

/** The logs of a round that can be used, by the raters asked for. */
export function logsOf<L extends CountedLog>(
  { logs }: { logs: readonly L[] },
  round: string,
  selection: Selection,
): L[] {
  return logs.filter(
    ({ log, file }) =>
      log.round === round &&
      isUsable(file) &&
      (selection.raters ? selection.raters.includes(log.rater) : log.rater !== consensusRater) &&
      selection.documents.includes(log.document),
  );
}

export function ratersOf(logs: readonly CountedLog[], selection: Selection): string[] {
  const found = [...new Set(logs.map(({ log }) => log.rater))].sort((a, b) => (a < b ? -1 : 1));
  return selection.raters ? selection.raters.filter((rater) => found.includes(rater)) : found;
}

/** The units of a round with its codes, in the version asked for or the newest that was coded with. */
export function layOut(
  corpus: CountingCorpus,
  logs: readonly CountedLog[],
  selection: Selection,
  layout: Layout,
  language: string,
): { units: RoundUnits; remarks: string[]; unused: string[] } {
  const version =
    selection.version ??
    versionCodedWith(
      corpus,
      logs.map(({ log }) => log),
    );
  const remarks: string[] = [];
  const codes = selection.codes && codesIn(corpus, selection.codes, version, remarks);
  const request: AgreementRequest = {
    ...layout,
    logs,
    raters: ratersOf(logs, selection),
    codes,
    speakers: selection.speakers,
    version,
    language,
  };
  const units = unitsOfRound(corpus, request);
  const known = bookOf(corpus, version)?.codes.map(({ id }) => id) ?? [];
  const silent = codes ? [] : known.filter((code) => !units.table.codes.includes(code));
  const unused = silent.filter(units.usable);
  const lacking = silent.filter((code) => !unused.includes(code));
  if (lacking.length > 0) {
    remarks.push(
      `Left out, for nobody compared had them in their codebook, or not in this meaning: ${lacking.join(', ')}.`,
    );
  }
  const read = logs.map(({ log }) => log);
  remarks.push(...codesMade(corpus, read, version));
  remarks.push(...logRemarks(logs));
  return { units, remarks, unused };
}

/** Every code of every version, for checking names. */
export function allCodes(corpus: CountingCorpus): string[] {
  const declared = corpus.codebooks.flatMap(({ book }) => book?.codes.map(({ id }) => id) ?? []);
  const used = corpus.logs.flatMap(({ log }) => log.columns.kinds.map(({ code }) => code));
  return [...new Set([...declared, ...used])].sort((a, b) => (a < b ? -1 : 1));
}

/** Codes by whatever name, as a version calls them. */
function codesIn(
  corpus: CountingCorpus,
  wanted: readonly string[],
  version: string | null,
  remarks: string[],
): string[] {
  if (version === null) return [...wanted];
  const has = new Set(bookOf(corpus, version)?.codes.map(({ id }) => id));
  const found = wanted.flatMap((code) => {
    if (has.has(code)) return [code];
    const before = corpus.codes.versions.slice(0, rankOf(corpus, version)).toReversed();
    for (const from of before) {
      const now = corpus.codes.resolve(code, from, version);
      if (now.kind !== 'code') continue;
      remarks.push(`${code} is ${now.code} in codebook ${version}.`);
      return [now.code];
    }
    const inDraft = bookOf(corpus, draftVersion)?.codes.some(({ id }) => id === code) ?? false;
    remarks.push(
      inDraft
        ? `Only the draft of the codebook has ${code}, and ${version} not: --code-version ${draftVersion} reads codes as the draft has them.`
        : `Codebook ${version} has no code ${code}.`,
    );
    return [];
  });
  return [...new Set(found)];
}

/** Files that a round's numbers rest on and that have errors: its codebooks from the oldest used on. */
export function brokenBooks(
  corpus: CountingCorpus,
  logs: readonly CountedLog[],
  version: string | undefined,
): VFile[] {
  const used = new Set(logs.flatMap(({ log }) => log.columns.kinds.map((kind) => kind.version)));
  const ranks = [...used, ...(version === undefined ? [] : [version])].map((one) => rankOf(corpus, one));
  const [first, last] = [Math.min(...ranks), Math.max(...ranks)];
  // Where a version is missing, what is wrong with the others may say so.
  const isMissing = corpus.codebooks.length > 0 && first < 0;
  return corpus.codebooks.flatMap(({ file, book }) => {
    if (!file.messages.some(({ fatal }) => fatal === true)) return [];
    const name = book ? (book.version ?? 'draft') : (file.stem ?? '');
    const rank = rankOf(corpus, name);
    const needed =
      isMissing || used.has(name) || name === version || (rank >= first && rank <= last && rank >= 0);
    return needed ? [file] : [];
  });
}

export function reportRound(
  corpus: CountingCorpus,
  config: StudyConfig,
  round: string,
  selection: Selection,
  layout: Layout,
  options: CompareOptions,
): RoundReport {
  const logs = logsOf(corpus, round, selection);
  const { units, remarks, unused } = layOut(corpus, logs, selection, layout, config.language);
  const { kind, departures } = kindOfRound(config.protocol, round, units.documents);
  if (units.raters.includes(consensusRater)) {
    remarks.push(isNegotiated);
  }
  return {
    ...layout,
    round,
    kind,
    raters: [...units.raters],
    units,
    comparisons: compareRaters(units, options),
    sets: compareSets(units, options),
    speakers: selection.speakers,
    unused,
    departures,
    remarks,
  };
}

/** The transcripts, the logs of the rounds, and the codebooks they need: only these can spoil a number. */
export function filesOf(corpus: CountingCorpus, selection: Selection): VFile[] {
  const logs = selection.rounds.flatMap((round) =>
    corpus.logs.filter(({ log }) => log.round === round && selection.documents.includes(log.document)),
  );
  const placed = new Set(corpus.logs.map(({ file }) => file));
  const books = new Set(corpus.codebooks.map(({ file }) => file));
  const needed = new Set([...logs.map(({ file }) => file), ...brokenBooks(corpus, logs, selection.version)]);
  // A log that could not be placed at all is in no list: it may be of any round.
  const idle = selection.version === draftVersion ? corpus.files : withoutIdleDraft(corpus);
  return idle.filter((file) => needed.has(file) || (!placed.has(file) && !books.has(file)));
}

/** The rounds of a call whose codebooks can be relied on. */
export const roundsWithBooks = (corpus: CountingCorpus, selection: Selection): string[] =>
  selection.rounds.filter(
    (round) => brokenBooks(corpus, logsOf(corpus, round, selection), selection.version).length === 0,
  );
