import { join } from 'node:path';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { listFiles } from '../file/list-files.ts';
import { readTextFile } from '../file/read-text.ts';
import { tellConflicts } from '../problem/conflicts.ts';
import { addProblem } from '../problem/problem.ts';
import { linesDown, readYaml } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { type Credit, leadingHeading } from './memo-entries.ts';
import { shownPath, type Workspace } from './workspace.ts';

export const memoKinds = ['code', 'case', 'document'] as const;
export type MemoKind = (typeof memoKinds)[number];

/**
 * What analysts wrote about a code, a case or a document. Title, author and date are of what stands first: the front
 * matter has them, or the heading that the text begins with.
 */
export interface Memo extends Credit {
  kind: MemoKind;
  /** The code's id, the case, or the document. */
  about: string;
  /** Markdown; with headings above what was added to it. */
  body: string;
  /** What the front matter says of the words right below it. */
  front: Credit;
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
  const { title = null, author = null, date = null } = front;
  const credit = { title, author: author?.normalize('NFC') ?? null, date };
  const body = text.slice(parts[0].length).trim();
  const isSilent = Object.values(credit).every((one) => one === null);
  const { below, ...first } = (isSilent && leadingHeading(body)) || { ...credit, below: body };
  return { kind, about: (front[kind] ?? '').normalize('NFC'), ...first, body: below, front: credit, file };
}
