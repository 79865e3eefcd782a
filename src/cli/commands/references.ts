import { hasErrors } from '../../problem/problem.ts';
import { tabulate } from '../../references/tabulate.ts';
import { safe } from '../../render/safe-text.ts';
import { namedRecords } from '../../study/named-records.ts';
import { openReferences } from '../../study/references.ts';
import { readStudyFile } from '../../study/study-file.ts';
import { chooseStudy, type WorkspaceArgs } from '../choose-studies.ts';
import { type TableFormat, withFictional } from '../coding-output.ts';
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
  const own = await openReferences(workspace, study);
  const { config } = await readStudyFile(workspace, study);
  const named = own.isThere ? undefined : await namedRecords(workspace, study, config);
  const { records, files } = named ?? own;
  if (!own.isThere && !named)
    throw new UsageError(`${study} has no references yet: emic import references FILE brings them in.`);
  const problems = problemsOf(files);
  if (args.json) {
    io.out(
      JSON.stringify(
        { study, fictional: config?.fictional ?? null, ...(records && tabulate(records)), problems },
        null,
        2,
      ),
    );
  } else {
    printProblems(io, files);
    if (config?.fictional) io.out(`${safe(withFictional(study, true))}\n\n`);
    if (named && records) io.out(`${safe(named.name)}, which study.yaml names as the records:\n\n`);
    if (records) io.out(referenceTables(io, tabulate(records), args.format ?? 'terminal'));
  }
  return hasErrors(files) ? 1 : 0;
}
