import { join } from 'node:path';
import type { VFile } from 'vfile';
import { checkChain } from '../codebook/chain.ts';
import { type Codebook, draftVersion } from '../codebook/codebook.ts';
import { parseCodebook } from '../codebook/parse-codebook.ts';
import { compareVersions } from '../codebook/version.ts';
import { listFiles } from '../file/list-files.ts';
import { readTextFile } from '../file/read-text.ts';
import { shownPath, type Workspace } from './workspace.ts';

/** The codebook of a study: every version that there is, and the draft. */
export interface StudyCodebooks {
  /** The folder of the files, as a user sees it. */
  folder: string;
  /** Every file, with its problems; `book` where it could be read. */
  files: { file: VFile; book: Codebook | undefined }[];
  /** By version, the newest last; of two files with one version the first. */
  releases: ReleasedBook[];
  draft: Codebook | undefined;
  /** The file `draft.md`, also where it could not be read. */
  draftFile: VFile | undefined;
}

export interface ReleasedBook extends Codebook {
  version: string;
}

/** Reads all of `codebooks/<study>/`, and checks the versions together. Problems are on the files. */
export async function openCodebooks(workspace: Workspace, study: string): Promise<StudyCodebooks> {
  const folder = join(workspace.root, 'codebooks', study);
  const files = await readCodebooks(workspace, await listFiles(folder, '.md'));
  const draft = files.find(({ file }) => file.stem === draftVersion);
  return {
    folder: shownPath(workspace, folder),
    files,
    releases: releasesOf(files),
    draft: draft?.book,
    draftFile: draft?.file,
  };
}

/** Reads the files of a codebook, and checks the versions together. Problems are on the files. */
export async function readCodebooks(
  workspace: Workspace,
  paths: readonly string[],
): Promise<StudyCodebooks['files']> {
  const files: StudyCodebooks['files'] = [];
  for (const path of paths) {
    const file = await readTextFile(path, shownPath(workspace, path));
    const draft = file.stem === draftVersion;
    files.push({ file, book: file.value === undefined ? undefined : parseCodebook(file, { draft }) });
  }
  checkChain(files);
  return files;
}

/** The released versions among files, the newest last. */
export function releasesOf(files: StudyCodebooks['files']): ReleasedBook[] {
  const releases = new Map<string, ReleasedBook>();
  for (const { book } of files) {
    const version = book?.version;
    if (book && version != null && !releases.has(version)) releases.set(version, { ...book, version });
  }
  return [...releases.values()].sort((a, b) => compareVersions(a.version, b.version));
}
