import { join } from 'node:path';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { slug } from '../exhibit/words.ts';
import { listFiles } from '../file/list-files.ts';
import { readTextFile } from '../file/read-text.ts';
import { writeFiles } from '../file/write-files.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { stringifyFront } from '../yaml/edit-yaml.ts';
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

export interface NewMemo {
  kind: MemoKind;
  about: string;
  text: string;
  title: string | undefined;
  author: string | undefined;
  /** `2025-11-28`. */
  date: string;
}

/**
 * Writes a memo to `memos/<kind>-<name>.md`; where there is one about the same already, below what it says,
 * under a heading with the date.
 *
 * @returns the path from the workspace's root, and whether it was there.
 */
export async function writeMemo(
  workspace: Workspace,
  study: string,
  { kind, about, text, title, author, date }: NewMemo,
): Promise<{ path: string; appended: boolean }> {
  const { memos, files } = await readMemos(workspace, study);
  const before = memos.find((memo) => memo.kind === kind && memo.about === about.normalize('NFC'));
  if (before) {
    const heading = [title, [date, author].filter((part) => part !== undefined).join(', ')]
      .filter((part) => part !== undefined)
      .join(' · ');
    const content = `${String(before.file.value).trimEnd()}\n\n## ${heading}\n\n${text.trim()}\n`;
    await writeFiles([{ path: join(workspace.root, before.file.path), content }]);
    return { path: before.file.path, appended: true };
  }
  const taken = new Set(files.map(({ path }) => path.normalize('NFC').toLowerCase()));
  const path = freePath(`corpus/${study}/memos/${kind}-${short(slug(about)) || 'unnamed'}`, taken);
  const front = stringifyFront({ [kind]: about, ...(title && { title }), ...(author && { author }), date });
  await writeFiles([{ path: join(workspace.root, path), content: `---\n${front}---\n\n${text.trim()}\n` }]);
  return { path, appended: false };
}

/** What every disk has room for in a file's name; the front matter has all of it. */
const short = (name: string): string => [...name].slice(0, 50).join('').replace(/-$/, '');

function freePath(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const path = `${stem}${number === 1 ? '' : `-${number}`}.md`;
    if (!taken.has(path.normalize('NFC').toLowerCase())) return path;
  }
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
