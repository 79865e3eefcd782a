import { join } from 'node:path';
import { changeCoding, readThrough, removeCoding } from '../coding/append.ts';
import { type Coding, formatLine, type LogEntry } from '../coding/log.ts';
import { appendLines } from '../file/append-file.ts';
import type { CodedDocument, Corpus, StudyLog } from './corpus.ts';
import { placeDoubts } from './place-doubts.ts';
import type { Workspace } from './workspace.ts';

/** A coding whose passage is not where its log says, and where it may be now. */
export interface Displaced {
  kind: 'moved' | 'unconfirmed' | 'lost';
  coding: Coding;
  log: StudyLog;
  /** Where it seems to stand; null where it is lost. */
  place: { start: number; end: number; words: string } | null;
}

/** Every coding that moved, is not confirmed, or is lost, by log and place. */
export function listDisplaced(corpus: Corpus): Displaced[] {
  return corpus.logs.flatMap((log) => {
    const text = corpus.documents.get(log.log.document)?.text;
    if (!text) return [];
    const { moved, unconfirmed, lost } = log.placed;
    const at = (kind: 'moved' | 'unconfirmed') => (one: (typeof moved)[number]) => ({
      kind,
      coding: one.coding,
      log,
      place: { start: one.start, end: one.end, words: text.slice(one.start, one.end) },
    });
    return [
      ...unconfirmed.map(at('unconfirmed')),
      ...lost.map((coding): Displaced => ({ kind: 'lost', coding, log, place: null })),
      ...moved.map(at('moved')),
    ];
  });
}

/** Codings of an id that stand where their log says, which a person may put elsewhere all the same. */
export const listStanding = (corpus: Corpus, id: string): Displaced[] =>
  corpus.logs.flatMap((log) =>
    log.written.folded.codings
      .filter((coding) => coding.id === id)
      .map((coding): Displaced => ({ kind: 'moved', coding, log, place: null })),
  );

/** What a person decided about one of them. */
export type Decision = 'accept' | 'reject' | { start: number; end: number };

/** What will be appended to a log, or why a decision cannot be carried out. */
export type Settled =
  | { displaced: Displaced; revision: LogEntry; doubts: string[] }
  | { displaced: Displaced; refused: string };

/** The revision that carries out a decision, and what speaks against a place that was typed; nothing is written. */
export function settle(
  displaced: Displaced,
  decision: Decision,
  { corpus, document }: { corpus: Corpus; document: CodedDocument },
  at: string,
): Settled {
  const { coding, place } = displaced;
  if (decision === 'reject') return { displaced, revision: removeCoding(coding, at), doubts: [] };
  const span = decision === 'accept' ? place : decision;
  if (!span) {
    return {
      displaced,
      refused: 'it is lost and has no place to accept: give one as START-END, or reject it',
    };
  }
  const { start, end } = span;
  if (start >= end || end > document.text.length) {
    return {
      displaced,
      refused: `${start}-${end} is no passage of ${document.id}, which ends at ${document.text.length}`,
    };
  }
  const quote = document.text.slice(start, end);
  if (quote.trim() === '') return { displaced, refused: `there are only spaces at ${start}-${end}` };
  const revision = changeCoding(coding, { start, end, quote, text: document.hash }, at);
  return { displaced, revision, doubts: decision === 'accept' ? [] : placeDoubts(corpus, document, span) };
}

/**
 * Appends what was settled to the logs, one write for each. How far the rater had read stays what was said of the
 * earlier text. A `through` that does not say of which text it is gets the hash of the one that the codings were
 * of, for once they are of the new text it could be taken for one of that.
 */
export async function appendSettled(
  { root }: Workspace,
  settled: readonly { displaced: Displaced; revision: LogEntry }[],
  corpus: Corpus,
  at: string,
): Promise<void> {
  const byLog = new Map<StudyLog, LogEntry[]>();
  for (const { displaced, revision } of settled) {
    byLog.set(displaced.log, [...(byLog.get(displaced.log) ?? []), revision]);
  }
  for (const [{ log, written, file, throughElsewhere }, revisions] of byLog) {
    const { through, throughText, codings } = written.folded;
    const hash = corpus.documents.get(log.document)?.hash;
    const earlier = codings.find(({ text }) => text !== hash)?.text;
    const isUnsaid = throughElsewhere && through !== null && throughText === null && earlier !== undefined;
    const read = isUnsaid ? [readThrough(through, earlier, at)] : [];
    await appendLines(join(root, file.path), [...revisions, ...read].map(formatLine));
  }
}
