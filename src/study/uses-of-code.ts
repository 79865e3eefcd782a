import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isCoding, isRevision, type Revision } from '../coding/log.ts';
import { parseLine } from '../coding/parse-line.ts';
import { listLogs } from './corpus.ts';
import { readMemos } from './memos.ts';
import type { Workspace } from './workspace.ts';

/**
 * Why a code cannot go: a coding of anybody has it, or a memo is on it; undefined where nothing does. Whose coding it is
 * is not told, for raters code blind.
 */
export async function usesOfCode(
  workspace: Workspace,
  study: string,
  code: string,
): Promise<string | undefined> {
  const logs = await listLogs(join(workspace.root, 'corpus', study, 'codings'));
  for (const { path } of logs) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) return 'a log that may have it cannot be read';
    if (text.includes(JSON.stringify(code)) && isCodedIn(text, code)) return 'another coding has it';
  }
  const { memos, files } = await readMemos(workspace, study);
  if (memos.some(({ kind, about }) => kind === 'code' && about === code)) return 'a memo is on it';
  const unread = files.filter((one) => !memos.some(({ file }) => file === one));
  return unread.some(({ value }) => value === undefined || String(value).includes(code))
    ? 'a memo that may be on it cannot be read'
    : undefined;
}

/** True if the newest revision of a coding has the code, or a line with it cannot be read. */
function isCodedIn(log: string, code: string): boolean {
  const newest = new Map<string, Revision[]>();
  for (const line of log.split('\n').filter((one) => one.trim() !== '')) {
    const parsed = parseLine(line);
    if (parsed.kind !== 'entry') {
      if ('problems' in parsed && line.includes(JSON.stringify(code))) return true;
      continue;
    }
    const { entry } = parsed;
    if (!isRevision(entry)) continue;
    const known = newest.get(entry.id) ?? [];
    const rev = known[0]?.rev ?? 0;
    if (entry.rev >= rev) newest.set(entry.id, entry.rev > rev ? [entry] : [...known, entry]);
  }
  return [...newest.values()].flat().some((one) => isCoding(one) && one.code === code);
}
