import { join } from 'node:path';
import { writeFiles } from '../file/write-files.ts';
import { gitFilesFor } from './git-files.ts';
import { focusGroupFiles } from './sample-focus-group.ts';
import { interviewFiles } from './sample-interviews.ts';
import { literatureFiles } from './sample-literature.ts';
import { surveyFiles } from './sample-survey.ts';
import { exists } from './workspace.ts';

/** What a new study can be, by the `kind` that its study.yaml gets. */
export const sampleKinds = ['focus-group', 'interviews', 'survey', 'literature-review'] as const;
export type SampleKind = (typeof sampleKinds)[number];

const filesOf = {
  'focus-group': focusGroupFiles,
  interviews: interviewFiles,
  survey: surveyFiles,
  'literature-review': literatureFiles,
};

export type Scaffolded =
  | { ok: true; written: string[] }
  /** Files that are there already; nothing was written. */
  | { ok: false; inTheWay: string[] };

/**
 * Makes a workspace with a tiny fictional study. Nothing that exists is overwritten; `.gitignore` and
 * `.gitattributes` gain the lines they lack.
 *
 * @throws a FileError when something cannot be written; then nothing is.
 */
export async function scaffold(folder: string, study: string, kind: SampleKind): Promise<Scaffolded> {
  const files = filesOf[kind](study);
  const inTheWay: string[] = [];
  for (const { path } of files) if (await exists(join(folder, path))) inTheWay.push(path);
  if (inTheWay.length > 0) return { ok: false, inTheWay };

  const all = [...files, ...(await gitFilesFor(folder))];
  await writeFiles(all.map(({ path, content }) => ({ path: join(folder, path), content })));
  return { ok: true, written: all.map(({ path }) => path) };
}
