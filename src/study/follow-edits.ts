import type { Log } from '../coding/read-log.ts';
import type { CodePointIndex } from '../text/code-points.ts';
import { beginningsOf } from './appended.ts';
import { editsSince } from './edits-since.ts';
import { type CountedLog, type CurrentBody, currentBody, type StudyLog } from './study-log.ts';

/**
 * Of logs that say of an earlier text how far it was read: how far that is now, and where the text grew. All logs of
 * such a document are needed with their words; those that are at hand without are read again.
 */
export async function followEdits(
  documents: ReadonlyMap<string, { text: CodePointIndex; hash: string }>,
  logs: readonly CountedLog[],
  readAgain: (log: CountedLog, body: CurrentBody) => Promise<StudyLog | undefined>,
): Promise<void> {
  const edited = new Set(
    logs.flatMap(({ throughElsewhere, log }) => (throughElsewhere ? [log.document] : [])),
  );
  for (const id of edited) {
    const document = documents.get(id);
    if (!document) continue;
    const body = currentBody(document);
    const own = logs.filter(({ log }) => log.document === id);
    const careful = await Promise.all(own.map((one) => (isWhole(one) ? one : readAgain(one, body))));
    const written = careful.flatMap((one) => (one ? [one.written] : []));
    const since = editsSince(written, document.text.length, body.reanchor);
    const isBeginning = beginningsOf(document.text.text);
    for (const [index, one] of own.entries()) {
      const log = careful[index]?.written;
      const hash = one.throughElsewhere && log ? textRead(log) : undefined;
      if (!log || hash === undefined) continue;
      if (isBeginning(hash)) {
        one.log = { ...one.log, through: log.folded.through ?? 0, grown: [] };
        if (log.folded.throughText !== null) one.throughElsewhere = false;
        continue;
      }
      const { grown, moved } = since(hash);
      const through = moved(log.folded.through ?? 0) ?? one.log.through;
      one.log = { ...one.log, through, grown };
    }
  }
}

const isWhole = (log: CountedLog): log is StudyLog => 'written' in log;

/** The hash of the text that `through` is of. Older logs do not say; then it is that of all their codings. */
function textRead({ folded: { throughText, codings } }: Log): string | undefined {
  if (throughText !== null) return throughText;
  const [hash, ...others] = new Set(codings.map(({ text }) => text));
  return others.length === 0 ? hash : undefined;
}
