import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { draftVersion } from '../codebook/codebook.ts';
import { draftAfter } from '../codebook/next-draft.ts';
import { addCode, codeAbove, type NewCode } from '../codebook/write-codebook.ts';
import { FileError, fileError } from '../file/file-error.ts';
import { writeFiles } from '../file/write-files.ts';
import { stringifyFront } from '../yaml/edit-yaml.ts';
import { openCodebooks } from './codebooks.ts';
import { exists, shownPath, type Workspace } from './workspace.ts';

/**
 * Adds a code to `codebooks/<study>/draft.md`, every other byte of which stays. Where there is no draft, one is begun
 * that goes on from the newest release; where there is no codebook at all, an empty one of the study's title.
 *
 * @returns the title of the code behind which it stands there; null where it is the first.
 * @throws a FileError that says why the code could not be added; then nothing is written.
 */
export async function addToDraft(
  workspace: Workspace,
  study: { name: string; title: string },
  code: NewCode,
): Promise<string | null> {
  const path = draftPath(workspace, study.name);
  const before = (await exists(path)) ? await readUtf8(workspace, path) : await newDraft(workspace, study);
  const { draft, draftFile } = await openCodebooks(workspace, study.name);
  const [problem] = draft ? [] : (draftFile?.messages ?? []);
  if (problem) {
    const place = `${shownPath(workspace, path)}:${problem.line ?? 1}:${problem.column ?? 1}`;
    throw new FileError(`cannot add to ${place}: ${problem.reason}`);
  }
  let content: string;
  try {
    content = addCode(before, code);
  } catch (error) {
    throw new FileError(`${(error as Error).message} Nothing was added to ${shownPath(workspace, path)}.`);
  }
  await writeFiles([{ path, content }]);
  return codeAbove(content, code.id);
}

export const draftPath = ({ root }: Workspace, study: string): string =>
  join(root, 'codebooks', study, `${draftVersion}.md`);

async function newDraft(workspace: Workspace, { name, title }: { name: string; title: string }) {
  const { releases, files } = await openCodebooks(workspace, name);
  const last = releases.at(-1);
  const file = files.find(({ book }) => book?.version === last?.version)?.file;
  if (!last || !file) return `---\n${stringifyFront({ name: title })}---\n\n# ${title}\n`;
  const text = await readUtf8(workspace, join(workspace.root, file.path));
  const draft = draftAfter(text, last.version);
  if (draft !== undefined) return draft;
  throw new FileError(
    `cannot begin a draft: the front matter of ${file.path} is not written as one key a line; copy it to draft.md by hand`,
  );
}

async function readUtf8(workspace: Workspace, path: string): Promise<string> {
  const bytes = await readFile(path).catch((error) => {
    throw fileError('cannot read', path, error);
  });
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new FileError(`cannot add to ${shownPath(workspace, path)}: it is not UTF-8; save it as UTF-8`);
}
