import { join } from 'node:path';
import type { VFile } from 'vfile';
import { isRevision } from '../coding/log.ts';
import { type CsvCell, findColumn, readCsv } from '../csv/read.ts';
import { readTextFile } from '../file/read-text.ts';
import { addProblem, type Place, quote } from '../problem/problem.ts';
import type { Corpus, StudyLog } from './corpus.ts';
import type { Study } from './open-study.ts';
import { respondentsAmong } from './respondents.ts';
import { exists, shownPath } from './workspace.ts';

/** A framework matrix: cases by themes, each cell an analyst's summary with the passages behind it. */
export interface Framework {
  /** In the order of the file. */
  cases: string[];
  themes: string[];
  cells: FrameworkCell[];
}

export interface FrameworkCell {
  case: string;
  theme: string;
  summary: string;
  evidence: Evidence[];
  place: Place;
}

/** What a cell rests on: a coding by its id, or a passage, with the hash of the body it was found in where given. */
export type Evidence = { written: string; place: Place } & (
  | { kind: 'coding'; id: string }
  | { kind: 'passage'; document: string; start: number; end: number; hash: string | null }
);

/** Where evidence stands in the transcripts as they are now. */
export type FoundEvidence =
  | { kind: 'here'; document: string; start: number; end: number; log: StudyLog | null }
  /** Not to be relied on, or not there; `rule` and `reason` say why. */
  | { kind: 'doubtful' | 'gone'; rule: string; reason: string; advice?: string };

/** The matrix of a study: the file that `data: framework` declares, else framework.csv; undefined where there is none. */
export async function readFramework(
  study: Study,
): Promise<{ file: VFile; framework: Framework | undefined } | undefined> {
  const name = study.config.data.framework?.file ?? 'framework.csv';
  const path = join(study.workspace.root, 'corpus', study.name, name);
  if (!(await exists(path))) return undefined;
  const file = await readTextFile(path, shownPath(study.workspace, path));
  const table = readCsv(file);
  if (!table) return { file, framework: undefined };
  const columns = ['case', 'theme', 'summary', 'evidence'] as const;
  const at = new Map<string, number>(columns.map((column) => [column, findColumn(table, column)]));
  const lacking = columns.filter((column) => at.get(column) === -1);
  for (const column of lacking) {
    addProblem(file, {
      rule: 'missing-column',
      reason: `a framework matrix has a column ${quote(column)}, and this one does not`,
      place: { line: 1, column: 1 },
      found: column,
      expected: table.header.map(({ value }) => value),
    });
  }
  if (lacking.length > 0) return { file, framework: undefined };
  const all = table.rows.map(({ cells }): FrameworkCell => {
    const cell = (column: string): CsvCell =>
      cells[at.get(column) ?? 0] ?? { value: '', place: { line: 1, column: 1 } };
    return {
      case: cell('case').value.normalize('NFC'),
      theme: cell('theme').value,
      summary: cell('summary').value,
      evidence: readEvidence(cell('evidence')),
      place: cell('case').place,
    };
  });
  // A row that says nothing of its case is a cell that is still empty.
  const cells = all.filter(({ summary, evidence }) => summary.trim() !== '' || evidence.length > 0);
  const framework = {
    cases: [...new Set(all.map((cell) => cell.case))],
    themes: [...new Set(all.map(({ theme }) => theme))],
    cells,
  };
  return { file, framework };
}

/** Ids and passages, parted by spaces. */
function readEvidence({ value, place }: CsvCell): Evidence[] {
  return value
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map((written) => {
      const passage = /^(.+):(\d+)-(\d+)(?:@([0-9a-f]{8}))?$/.exec(written);
      if (!passage) return { kind: 'coding', id: written, written, place };
      const [, document = '', start, end, hash = null] = passage;
      return { kind: 'passage', document, start: Number(start), end: Number(end), hash, written, place };
    });
}

/** Finds evidence in a corpus; prepared once for many. */
export function evidenceFinder(corpus: Corpus): (evidence: Evidence) => FoundEvidence {
  const standing = new Map<string, Extract<FoundEvidence, { kind: 'here' }>>();
  const others = new Map<string, FoundEvidence>();
  for (const log of corpus.logs) {
    const { document, rater, round } = log.log;
    const whose = `${rater}, ${document}, round ${round}`;
    const ids = log.written.entries.flatMap((entry) => (isRevision(entry) ? [entry.id] : []));
    for (const id of ids) {
      others.set(id, {
        kind: 'gone',
        rule: 'evidence-removed',
        reason: `the coding ${quote(id)} (${whose}) was removed`,
      });
    }
    for (const { id } of log.written.folded.conflicts) {
      others.set(id, {
        kind: 'doubtful',
        rule: 'evidence-in-conflict',
        reason: `the coding ${quote(id)} (${whose}) has two revisions that differ`,
      });
    }
    for (const { coding } of log.placed.unconfirmed) {
      others.set(coding.id, {
        kind: 'doubtful',
        rule: 'evidence-unconfirmed',
        reason: `the words of the coding ${quote(coding.id)} (${whose}) have changed`,
        advice: `look at it with emic confirm`,
      });
    }
    for (const { id } of log.placed.lost) {
      others.set(id, {
        kind: 'gone',
        rule: 'evidence-lost',
        reason: `the passage of the coding ${quote(id)} (${whose}) is nowhere in the text`,
        advice: 'see emic confirm',
      });
    }
    for (const { id, start, end } of log.log.codings)
      standing.set(id, { kind: 'here', document, start, end, log });
  }
  const ids = [...standing.keys()];
  return (evidence) => {
    if (evidence.kind === 'passage') return findPassage(corpus, evidence);
    return (
      standing.get(evidence.id) ??
      others.get(evidence.id) ?? {
        kind: 'gone',
        rule: 'unknown-evidence',
        reason: `there is no coding ${quote(evidence.id)}`,
        ...(ids.length === 0 && { advice: 'nothing is coded yet' }),
      }
    );
  };
}

function findPassage(corpus: Corpus, passage: Extract<Evidence, { kind: 'passage' }>): FoundEvidence {
  const { document: id, start, end, hash, written } = passage;
  const document = corpus.documents.get(id);
  if (!document) {
    const reason = `there is no transcript ${quote(id)} for the passage ${quote(written)}`;
    return { kind: 'gone', rule: 'evidence-without-document', reason };
  }
  const { text } = document;
  if (start >= end || end > text.length) {
    const reason =
      start >= end
        ? `the passage ${quote(written)} is empty`
        : `the passage ${quote(written)} reaches past the end of the text, at ${text.length}`;
    return { kind: 'gone', rule: 'evidence-out-of-range', reason };
  }
  const changed = hash !== null && hash !== document.hash;
  if (
    changed ||
    cutsWord(text.slice(start - 1, start + 1), start) ||
    cutsWord(text.slice(end - 1, end + 1), end)
  ) {
    return {
      kind: 'doubtful',
      rule: 'evidence-changed',
      reason: changed
        ? `the text has changed since ${quote(written)} was written`
        : `the passage ${quote(written)} begins or ends within a word, as if the text had been edited`,
      advice: `there stands now ${quote(text.slice(start, end))}; mend the positions${changed ? `, and end them in @${document.hash}` : ''}`,
    };
  }
  return { kind: 'here', document: id, start, end, log: null };
}

/** True if a position, not 0, has letters or digits on both sides. */
const cutsWord = (around: string, position: number): boolean =>
  position > 0 && /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]$/u.test(around);

/** Holds the matrix against the corpus: evidence that is gone, cases that nobody knows, cells that stand twice. */
export async function checkFramework(study: Study, corpus: Corpus): Promise<VFile | undefined> {
  const read = await readFramework(study);
  if (!read?.framework) return read?.file;
  const { file, framework } = read;
  const find = evidenceFinder(corpus);
  const ids = corpus.logs.flatMap(({ log }) => log.codings.map((coding) => coding.id));
  const isCase = await casesOf(study, framework);
  const seen = new Map<string, number>();
  tellUnpinned(file, framework, corpus, find);
  for (const cell of framework.cells) {
    const name = `${cell.case}, ${cell.theme}`;
    for (const evidence of cell.evidence) {
      const found = find(evidence);
      if (found.kind === 'here') continue;
      addProblem(file, {
        rule: found.rule,
        reason: `the cell ${quote(name)} rests on what is ${found.kind === 'gone' ? 'gone' : 'in doubt'}: ${found.reason}`,
        place: evidence.place,
        advice: found.advice,
        ...(found.rule === 'unknown-evidence' && {
          found: evidence.written,
          expected: nearby(evidence.written, ids),
        }),
        warning: found.kind === 'doubtful',
      });
    }
    if (isCase && !isCase.has(cell.case)) {
      addProblem(file, {
        rule: 'unknown-case',
        reason: `${quote(cell.case)} is not among the ${isCase.what}`,
        place: cell.place,
        found: cell.case,
        expected: isCase.expected,
        warning: true,
      });
    }
    const key = JSON.stringify([cell.case, cell.theme]);
    const before = seen.get(key);
    if (before !== undefined) {
      addProblem(file, {
        rule: 'duplicate-cell',
        reason: `the cell ${quote(name)} stands in line ${before} already`,
        place: cell.place,
      });
    } else seen.set(key, cell.place.line);
  }
  return file;
}

/** Who can be a case: participants where they are declared, else respondents; undefined where nothing says. */
async function casesOf(study: Study, { cases }: Framework) {
  const roster = study.roster.sessionOf;
  if (roster.size > 0) {
    return { what: 'participants', has: (name: string) => roster.has(name), expected: [...roster.keys()] };
  }
  const respondents = await respondentsAmong(study, new Set(cases));
  return (
    respondents && {
      what: `${respondents.count} respondents`,
      has: (name: string) => respondents.known.has(name),
      expected: [],
    }
  );
}

/** Places without a hash, all in one warning for each document: an edit of the text would move them unseen. */
function tellUnpinned(
  file: VFile,
  { cells }: Framework,
  { documents }: Corpus,
  find: (evidence: Evidence) => FoundEvidence,
): void {
  const all = cells.flatMap((cell) => cell.evidence);
  for (const { id, hash } of documents.values()) {
    const places = all.filter(
      (one) =>
        one.kind === 'passage' && one.document === id && one.hash === null && find(one).kind === 'here',
    );
    const [first] = places;
    if (!first) continue;
    const what =
      places.length === 1
        ? `${quote(first.written)} does not say`
        : `${quote(first.written)} and ${places.length === 2 ? 'one more place' : `${places.length - 1} more places`} in ${quote(id)} do not say`;
    addProblem(file, {
      rule: 'evidence-without-hash',
      reason: `${what} of which text: after an edit of it, other words would stand there unseen`,
      place: first.place,
      advice: `where the words are still those that were meant, add the hash of the text, as in ${first.written}@${hash}; "emic check --fix" does so where no coding is of an earlier text`,
      warning: true,
    });
  }
}

/** Ids that begin alike; all of them would say nothing. */
const nearby = (id: string, ids: readonly string[]): string[] =>
  [...new Set(ids)].filter((other) => other.slice(0, 2) === id.slice(0, 2)).slice(0, 5);
