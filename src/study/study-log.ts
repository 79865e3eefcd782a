import { isUtf8 } from 'node:buffer';
import type { VFile } from 'vfile';
import { type QuotedBody, quotedBody } from '../coding/quoted-body.ts';
import { type PlacedLog, placeLog, type RaterColumns } from '../coding/rater-log.ts';
import { type Log, readLog } from '../coding/read-log.ts';
import { readTidyLog } from '../coding/tidy-log.ts';
import { spellCutTail } from '../file/cut-tail.ts';
import { decodeText } from '../file/decode-text.ts';
import type { FileState } from '../file/file-size.ts';
import { reanchorIn } from '../text/anchor.ts';
import type { CodePointIndex } from '../text/code-points.ts';

/** A log for counting, in positions of the current body. */
export interface CountedLog {
  log: RaterColumns;
  /** True where `through` was said of another body; the log's is then estimated. */
  throughElsewhere: boolean;
  /** Codings whose words are nowhere in the current body. */
  lost: number;
  file: VFile;
  /** Its file as it was just before it was read; undefined where nobody asked. */
  state?: FileState | undefined;
}

export interface StudyLog extends PlacedLog, CountedLog {
  log: PlacedLog['log'];
  /** The log as it stands in its file; `log` has it in positions of the current body. */
  written: Log;
}

/** A log as it was found, with the text that it is about. */
export interface FoundLog {
  round: string;
  document: string;
  rater: string;
  file: VFile;
  /** Good until the next log is taken. */
  bytes: Uint8Array;
  body: CurrentBody;
}

/** The body as it is now, and what logs are held against in it; that is made when it is first needed. */
export interface CurrentBody {
  text: CodePointIndex;
  hash: string;
  reanchor: ReturnType<typeof reanchorIn>;
  quoted: QuotedBody;
}

export function currentBody({ text, hash }: Pick<CurrentBody, 'text' | 'hash'>): CurrentBody {
  let reanchor: CurrentBody['reanchor'] | undefined;
  let quoted: QuotedBody | undefined;
  return {
    text,
    hash,
    get reanchor() {
      reanchor ??= reanchorIn(text);
      return reanchor;
    },
    get quoted() {
      quoted ??= quotedBody(text, hash);
      return quoted;
    },
  };
}

/** Undefined where it does not say whose it is, or is no text. Problems are on the file. */
export function readCarefully({ round, document, rater, file, bytes, body }: FoundLog): StudyLog | undefined {
  const text = decodeText(spellCutTail(bytes), file);
  if (text === undefined) return undefined;
  file.value = text;
  const current = { length: body.text.length, hash: body.hash };
  const written = readLog(file, { body: current, expected: { round, document, rater } });
  if (!written.header) return undefined;
  const placed = placeLog(written.header, written.folded, { ...current, reanchor: body.reanchor });
  return { ...placed, written, lost: placed.placed.lost.length, file };
}

/** The same for counting: tidy logs in bytes, others with care. The file then holds its problems, and no text. */
export function readForCounting(found: FoundLog): CountedLog | undefined {
  const { round, document, rater, file, bytes, body } = found;
  const tidy = isUtf8(bytes) ? readTidyLog(bytes, { round, document, rater }, body.quoted) : null;
  if (tidy) {
    const log = { round, document, rater, ...tidy, unsettled: [] };
    return { log, throughElsewhere: false, lost: 0, file };
  }
  const careful = readCarefully(found);
  if (!careful) return undefined;
  file.value = '';
  const { codings: _, ...log } = careful.log;
  return { log, throughElsewhere: careful.throughElsewhere, lost: careful.lost, file };
}
