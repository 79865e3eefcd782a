import type { VFile } from 'vfile';
import { addProblem, hasErrors, quote } from '../problem/problem.ts';
import type { Corpus } from './corpus.ts';
import { headingLine, headingsWithoutWords } from './memo-entries.ts';
import { type Memo, readMemos } from './memos.ts';
import type { Workspace } from './workspace.ts';

/**
 * Memos on codes and documents that are not there, and what a conflict leaves that was mended by deleting its markers
 * alone, are warnings on their files, which are returned.
 */
export async function checkMemos(
  workspace: Workspace,
  study: string,
  { documents, codebooks }: Corpus,
): Promise<VFile[]> {
  const { memos, files } = await readMemos(workspace, study);
  const codes = [...new Set(codebooks.flatMap(({ book }) => book?.codes.map(({ id }) => id) ?? []))];
  const unreadable = codebooks.some(({ book }) => book === undefined);
  for (const memo of memos) {
    const { kind, about, file } = memo;
    // Between conflict markers all is as both sides had it.
    if (!hasErrors([file])) {
      checkFronts(memo);
      checkHeadings(memo);
    }
    const names = kind === 'code' ? codes : [...documents.keys()];
    if (kind === 'case' || names.includes(about) || (kind === 'code' && unreadable)) continue;
    addProblem(file, {
      rule: kind === 'code' ? 'unknown-code' : 'unknown-document',
      reason: `this memo is on the ${kind} ${quote(about)}, and there is none`,
      place: { line: 2, column: 1 },
      found: about,
      expected: names,
      warning: true,
    });
  }
  return files;
}

const frontLine = /^(?:code|case|document|title|author|date):(?: .*)?$/;

/** Front matter below the front matter: the words under it count as those of whoever wrote the words above. */
function checkFronts({ file, front }: Memo): void {
  const lines = String(file.value).split(/\r\n?|\n/);
  const isEnd = (line: string): boolean => /^---\s*$/.test(line);
  const body = lines.findIndex((line, index) => index > 0 && isEnd(line)) + 1;
  for (const [end, line] of lines.entries()) {
    if (end < body || !isEnd(line)) continue;
    const begin = lines.slice(body, end).findLastIndex((one) => !frontLine.test(one)) + 1 + body;
    const said = lines.slice(begin, end);
    const [title, author, date] = ['title', 'author', 'date'].map((key) => valueIn(said, key));
    if (author === undefined && date === undefined) continue;
    const mended = headingLine({ title, author: author ?? front.author ?? undefined, date: date ?? 'DATE' });
    addProblem(file, {
      rule: 'front-matter-in-memo',
      reason: `lines ${begin + 1} to ${end + 1} are front matter within a memo, so that what stands below them counts as written by whoever wrote what stands above`,
      place: { line: begin + 1, column: 1 },
      advice: `turn these lines into a heading: ${mended}`,
      warning: true,
    });
  }
}

const valueIn = (lines: readonly string[], key: string): string | undefined =>
  lines
    .find((line) => line.startsWith(`${key}:`))
    ?.slice(key.length + 1)
    .replace(/^\s*["']?|["']?\s*$/g, '') || undefined;

/** Where two memos have their first lines in common, a merge leaves one heading right below the other. */
function checkHeadings({ file }: Memo): void {
  for (const { line, text } of headingsWithoutWords(String(file.value))) {
    addProblem(file, {
      rule: 'memo-without-words',
      reason: `no words stand below the heading ${quote(text)}`,
      place: { line, column: 1 },
      advice: 'put its words below it, or delete it',
      warning: true,
    });
  }
}
