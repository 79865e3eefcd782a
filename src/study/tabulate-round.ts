import { join } from 'node:path';
import { VFile } from 'vfile';
import { readLogFast } from '../coding/fast-read.ts';
import { readInk } from '../coding/ink.ts';
import type { LogColumns } from '../coding/log-columns.ts';
import { type CodeTable, type Tabulation, tabulate } from '../coding/tabulate.ts';
import { readBytes } from '../file/read-bytes.ts';
import { readTextFile } from '../file/read-text.ts';
import { textFor } from './agreement-units.ts';
import { type CodedDocument, listLogs, listTranscripts, readDocument } from './corpus.ts';
import { shownPath, type Workspace } from './workspace.ts';

/** Counts per code and rater, and two-by-two tables per code and pair, of one round. */
export interface RoundTables {
  raters: string[];
  tables: CodeTable[];
  documents: number;
  /** Logs that need more care than counting: with problems, or coded on another text. They are not in the tables. */
  untidy: string[];
}

/**
 * Counts a round of any size, one document in memory at a time: codes as they were given, turns of everybody.
 * What is not read is not known. Quotes are not compared with the text; `emic check` does that.
 *
 * @param codes what to count; codings with other codes are left out.
 */
export async function tabulateRound(
  workspace: Workspace,
  study: string,
  round: string,
  codes: readonly string[],
): Promise<RoundTables> {
  const folder = join(workspace.root, 'corpus', study);
  const logs = (await listLogs(join(folder, 'codings'))).filter((log) => log.round === round);
  const raters = [...new Set(logs.map(({ rater }) => rater))].sort();
  const tabulation = tabulate(raters, codes);
  const untidy: string[] = [];
  let documents = 0;
  for (const path of await listTranscripts(folder)) {
    const document = readDocument(await readTextFile(path, shownPath(workspace, path)));
    const own = document ? logs.filter((log) => log.document === document.id) : [];
    if (!document || own.length === 0) continue;
    const columns = await Promise.all(
      raters.map(async (rater) => {
        const log = own.find((one) => one.rater === rater);
        if (!log) return null;
        const file = new VFile({ path: shownPath(workspace, log.path) });
        const bytes = await readBytes(log.path, file);
        const read = bytes && readLogFast(bytes);
        if (read && isTidy(read, document)) return read;
        untidy.push(file.path);
        return null;
      }),
    );
    add(tabulation, document, columns);
    documents += 1;
  }
  return { raters, tables: tabulation.tables(), documents, untidy };
}

function add(tabulation: Tabulation, document: CodedDocument, logs: (LogColumns | null)[]): void {
  const { body, segments } = textFor(document, 'turn', 'en');
  tabulation.add({ document: document.id, ink: readInk(body), segments, logs });
}

const isTidy = ({ problems, texts, throughText }: LogColumns, { hash }: CodedDocument): boolean =>
  problems === 0 && texts.every((text) => text === hash) && (throughText === null || throughText === hash);
