import type { VFile } from 'vfile';
import { openStudy, type Study } from '../study/open-study.ts';
import type { Workspace } from '../study/workspace.ts';
import { chooseStudy, type WorkspaceArgs } from './choose-studies.ts';
import type { Io } from './io.ts';
import { printProblems, problemsOf } from './problems.ts';

interface Declared {
  workspace: Workspace;
  name: string;
  study: Study;
  /** study.yaml; on the other data files no comparison depends. */
  declared: VFile[];
}

/** The study whose raters are compared; undefined, and told, where study.yaml has errors. */
export async function openDeclared(
  io: Io,
  args: WorkspaceArgs & { json?: boolean | undefined },
): Promise<Declared | undefined> {
  const { workspace, study: name } = await chooseStudy(io, args);
  const { study, files } = await openStudy(workspace, name);
  const declared = files.slice(0, 1);
  if (study) return { workspace, name, study, declared };
  if (args.json) io.out(JSON.stringify({ study: name, problems: problemsOf(declared) }, null, 2));
  else printProblems(io, declared);
  io.err(`${name}: nothing was compared, because study.yaml has errors.`);
  return undefined;
}
