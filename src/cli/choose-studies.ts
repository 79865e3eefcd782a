import { resolve } from 'node:path';
import { quote } from '../problem/problem.ts';
import { safe } from '../render/safe-text.ts';
import { findWorkspace, listStudies, type Workspace } from '../study/workspace.ts';
import { nearest } from '../text/nearest.ts';
import { isName } from '../yaml/name.ts';
import { type Io, UsageError } from './io.ts';

/** Options that every command on a workspace has. */
export interface WorkspaceArgs {
  study?: string | undefined;
  workspace?: string | undefined;
}

export interface Chosen {
  workspace: Workspace;
  studies: string[];
}

/** The study that was named, or all there are. */
export async function chooseStudies(io: Io, args: WorkspaceArgs): Promise<Chosen> {
  const from = resolve(io.cwd, args.workspace ?? '.');
  const workspace = await findWorkspace(from);
  if (!workspace) {
    throw new UsageError(
      `There is no workspace at ${safe(from)}: no folder "corpus" there or above. "emic init" makes one.`,
    );
  }
  const studies = await listStudies(workspace);
  if (args.study === undefined) {
    if (studies.length > 0) return { workspace, studies };
    throw new UsageError(
      `There is no study in ${safe(workspace.root)}: no folder of corpus/ has a study.yaml.`,
    );
  }
  if (studies.includes(args.study)) return { workspace, studies: [args.study] };
  const meant = nearest(args.study, studies);
  throw new UsageError(
    `There is no study ${quote(args.study)}. ${meant ? `Did you mean ${quote(meant)}? ` : ''}Studies here: ${safe(studies.join(', ')) || 'none'}.`,
  );
}

/** The one study that a command is about; where there are several it has to be named. */
export async function chooseStudy(
  io: Io,
  args: WorkspaceArgs,
): Promise<{ workspace: Workspace; study: string }> {
  const { workspace, studies } = await chooseStudies(io, args);
  const [study, ...others] = studies;
  if (study !== undefined && others.length === 0) return { workspace, study };
  throw new UsageError(`There are several studies here; name one of them: ${safe(studies.join(', '))}.`);
}

/** The same for a command that brings something in: whoever has no study yet learns how to make one for it. */
export async function chooseStudyOrInit(
  io: Io,
  args: WorkspaceArgs,
  init: { kind: 'interviews' | 'survey' | 'literature-review'; makes: string },
): Promise<{ workspace: Workspace; study: string }> {
  try {
    return await chooseStudy(io, args);
  } catch (error) {
    if (!(error instanceof UsageError) || !/^There is no (study|workspace)/.test(error.message)) throw error;
    const name = args.study !== undefined && isName(args.study) ? args.study : 'NAME';
    throw new UsageError(
      `${error.message} "emic init --kind ${init.kind} --study ${name}" makes a new ${init.makes}.`,
    );
  }
}
