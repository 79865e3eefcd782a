import type { VFile } from 'vfile';
import { type Decided, decideColumns } from './decide-columns.ts';
import { type Opening, openResponses } from './opening.ts';
import type { ReadOptions, ReadResponses } from './read-result.ts';
import { Reading } from './reading.ts';

/** Names that were given and are no column's. */
export interface UnknownColumns {
  unknown: Decided['unknown'];
  names: string[];
}

/**
 * Reads what a survey tool exported, in one pass. Texts are kept without spaces around them and in NFC. Rows with
 * something wrong are told with their place, counted and left out, and reading goes on; so are later responses of one
 * respondent, unless `keepDuplicates`.
 *
 * What is kept as CSV has the column `respondent` first: R1, R2 and so on in the order of the file, or the tool's ids
 * where their column is kept.
 *
 * Undefined, and told, where the headings cannot be read.
 *
 * @param chunks the file's bytes in UTF-8; each part may be overwritten when the next is asked for.
 */
export async function readResponses(
  file: VFile,
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<ReadResponses | UnknownColumns | undefined> {
  const begin = new Beginning();
  let reading: Reading | undefined;
  // What is kept of one part is written while the next one is read.
  let written: Promise<void> | undefined;
  for await (const chunk of chunks) {
    if (!reading) {
      const opened = openResponses(file, begin.with(chunk), false, options.format);
      if (opened === 'more') continue;
      const started = opened && start(file, opened, options);
      if (!(started instanceof Reading)) return started;
      reading = started;
      reading.take(begin.bytes.subarray((opened as Opening).start), false);
    } else reading.take(chunk, false);
    await written;
    written = options.write?.(reading.written());
    // It is awaited, and fails, once the next part is there.
    written?.catch(() => undefined);
    if (reading.isCut) break;
  }
  await written;
  if (!reading) {
    const opened = openResponses(file, begin.bytes, true, options.format);
    if (opened === 'more') return undefined;
    const started = opened && start(file, opened, options);
    if (!(started instanceof Reading)) return started;
    reading = started;
    reading.take(begin.bytes.subarray((opened as Opening).start), true);
  } else reading.take(NOTHING, true);
  await options.write?.(reading.written());
  return reading.finish();
}

function start(file: VFile, opening: Opening, options: ReadOptions): Reading | UnknownColumns {
  const { recognised, rows } = opening;
  const { heads, headerRows } = recognised;
  const decided = decideColumns(heads, rows[0] ?? [], rows, headerRows, options);
  if (decided.unknown.length > 0) {
    return { unknown: decided.unknown, names: heads.map(({ name }) => name) };
  }
  return new Reading(file, opening, decided, options);
}

/** The bytes that came so far. */
class Beginning {
  bytes = new Uint8Array(0);

  with(chunk: Uint8Array): Uint8Array {
    const both = new Uint8Array(this.bytes.length + chunk.length);
    both.set(this.bytes);
    both.set(chunk, this.bytes.length);
    this.bytes = both;
    return both;
  }
}

const NOTHING = new Uint8Array(0);
