import { hasErrors } from '../../problem/problem.ts';
import { tabulate } from '../../references/tabulate.ts';
import { openReferences } from '../../study/references.ts';
import { chooseStudy, type WorkspaceArgs } from '../choose-studies.ts';
import type { TableFormat } from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { referenceTables } from '../references-text.ts';

export interface ReferencesArgs extends WorkspaceArgs {
  format?: TableFormat | undefined;
  json?: boolean | undefined;
}

/** `emic references`: how many there are, by year, type and source. */
export async function run(io: Io, args: ReferencesArgs): Promise<ExitStatus> {
  const { workspace, study } = await chooseStudy(io, args);
  const { records, files, isThere } = await openReferences(workspace, study);
  if (!isThere)
    throw new UsageError(`${study} has no references yet: emic import references FILE brings them in.`);
  const problems = problemsOf(files);
  if (args.json) {
    io.out(JSON.stringify({ study, ...(records && tabulate(records)), problems }, null, 2));
  } else {
    printProblems(io, files);
    if (records) io.out(referenceTables(io, tabulate(records), args.format ?? 'terminal'));
  }
  return hasErrors(files) ? 1 : 0;
}
