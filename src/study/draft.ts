import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { draftVersion } from '../codebook/codebook.ts';
import { draftAfter } from '../codebook/next-draft.ts';
import { parseCodebook } from '../codebook/parse-codebook.ts';
import { addCode, codeAbove, type NewCode } from '../codebook/write-codebook.ts';
import { FileError } from '../file/file-error.ts';
import { stringifyFront } from '../yaml/edit-yaml.ts';
import { openCodebooks } from './codebooks.ts';
import { changeFile, contentOf, type FileChange } from './file-change.ts';
import { shownPath, type Workspace } from './workspace.ts';

/**
 * Adds a code to `codebooks/<study>/draft.md`, every other byte of which stays. Where there is no draft, one is begun
 * that goes on from the newest release; where there is no codebook at all, an empty one of the study's title. The
 * caller holds the lock on what raters share.
 *
 * @returns what was read and written, and the title of the code behind which the new one stands; null where it is the first.
 * @throws a FileError that says why the code could not be added; then nothing is written.
 */
export async function addToDraft(
  workspace: Workspace,
  study: { name: string; title: string },
  code: NewCode,
): Promise<{ change: FileChange; after: string | null }> {
  const path = draftPath(workspace, study.name);
  const shown = shownPath(workspace, path);
  const before = await contentOf(path);
  const text = before ? asUtf8(before, shown) : await newDraft(workspace, study);
  if (before) checkReadable(text, shown);
  let content: string;
  try {
    content = addCode(text, code);
  } catch (error) {
    throw new FileError(`${(error as Error).message} Nothing was added to ${shown}.`);
  }
  const change = { path, before, after: Buffer.from(content) };
  await changeFile(change);
  return { change, after: codeAbove(content, code.id) };
}

function checkReadable(text: string, shown: string): void {
  const file = new VFile({ path: shown, value: text.replace(/^\uFEFF/, '') });
  if (parseCodebook(file, { draft: true })) return;
  const [problem] = file.messages;
  throw new FileError(
    `cannot add to ${shown}:${problem?.line ?? 1}:${problem?.column ?? 1}: ${problem?.reason ?? 'it cannot be read'}`,
  );
}

export const draftPath = ({ root }: Workspace, study: string): string =>
  join(root, 'codebooks', study, `${draftVersion}.md`);

async function newDraft(workspace: Workspace, { name, title }: { name: string; title: string }) {
  const { releases, files } = await openCodebooks(workspace, name);
  const last = releases.at(-1);
  const file = files.find(({ book }) => book?.version === last?.version)?.file;
  if (!last || !file) return `---\n${stringifyFront({ name: title })}---\n\n# ${title}\n`;
  const bytes = await contentOf(join(workspace.root, file.path));
  const text = asUtf8(bytes ?? Buffer.from(''), file.path);
  const draft = draftAfter(text, last.version);
  if (draft !== undefined) return draft;
  throw new FileError(
    `cannot begin a draft: the front matter of ${file.path} is not written as one key a line; copy it to draft.md by hand`,
  );
}

function asUtf8(bytes: Buffer, shown: string): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new FileError(`cannot add to ${shown}: it is not UTF-8; save it as UTF-8`);
}
