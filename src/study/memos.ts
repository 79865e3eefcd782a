import { join } from 'node:path';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { listFiles } from '../file/list-files.ts';
import { readTextFile } from '../file/read-text.ts';
import { tellConflicts } from '../problem/conflicts.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { linesDown, readYaml } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import type { Corpus } from './corpus.ts';
import { shownPath, type Workspace } from './workspace.ts';

export const memoKinds = ['code', 'case', 'document'] as const;
export type MemoKind = (typeof memoKinds)[number];

/** What an analyst wrote about a code, a case or a document. */
export interface Memo {
  kind: MemoKind;
  /** The code's id, the case, or the document. */
  about: string;
  title: string | null;
  author: string | null;
  date: string | null;
  /** Markdown, below the front matter. */
  body: string;
  file: VFile;
}

const label = z.string().min(1);

const frontMatter = z
  .strictObject({
    code: label.optional(),
    case: label.optional(),
    document: label.optional(),
    title: label.optional(),
    author: label.optional(),
    date: label.optional(),
  })
  .superRefine((front, context) => {
    if (memoKinds.filter((kind) => front[kind] !== undefined).length !== 1) {
      context.addIssue({
        code: 'custom',
        message: 'a memo is about one code, one case or one document',
        path: [],
      });
    }
  });

/** The memos of a study by file; problems are on their files. */
export async function readMemos(
  workspace: Workspace,
  study: string,
): Promise<{ memos: Memo[]; files: VFile[] }> {
  const folder = join(workspace.root, 'corpus', study, 'memos');
  const files: VFile[] = [];
  const memos: Memo[] = [];
  for (const path of await listFiles(folder, '.md')) {
    const file = await readTextFile(path, shownPath(workspace, path));
    files.push(file);
    const memo = readMemo(file);
    if (memo) memos.push(memo);
  }
  return { memos, files };
}

function readMemo(file: VFile): Memo | undefined {
  if (file.value === undefined) return undefined;
  tellConflicts(file);
  const text = String(file.value).replace(/\r\n?/g, '\n');
  const parts = /^---[^\S\n]*\n([\s\S]*?\n)---[^\S\n]*(?:\n|$)/.exec(text);
  if (!parts) {
    addProblem(file, {
      rule: 'missing-front-matter',
      reason: 'a memo begins with front matter',
      place: { line: 1, column: 1 },
      expected: ['a line ---, a line such as "code: strain", and a line ---'],
    });
    return undefined;
  }
  const document = readYaml(file, { text: parts[1] ?? '', placeOf: linesDown(1) });
  const front = document && validate(file, document, frontMatter);
  const kind = front && memoKinds.find((one) => front[one] !== undefined);
  if (!front || !kind) return undefined;
  return {
    kind,
    about: (front[kind] ?? '').normalize('NFC'),
    title: front.title ?? null,
    author: front.author ?? null,
    date: front.date ?? null,
    body: text.slice(parts[0].length).trim(),
    file,
  };
}

/** Memos on codes and documents that are not there are warnings on their files, which are returned. */
export async function checkMemos(
  workspace: Workspace,
  study: string,
  { documents, codebooks }: Corpus,
): Promise<VFile[]> {
  const { memos, files } = await readMemos(workspace, study);
  const codes = [...new Set(codebooks.flatMap(({ book }) => book?.codes.map(({ id }) => id) ?? []))];
  const unreadable = codebooks.some(({ book }) => book === undefined);
  for (const { kind, about, file } of memos) {
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
