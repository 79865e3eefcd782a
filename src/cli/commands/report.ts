import { loadStudy } from '../../study/load-study.ts';
import { chooseStudies, type WorkspaceArgs } from '../choose-studies.ts';
import type { ExitStatus, Io } from '../io.ts';
import { printProblems } from '../problems.ts';
import { tryReport } from '../try-report.ts';
import { describeWritten } from '../written-text.ts';

/** `emic report`: fills each study's template and writes it with its figures and tables. */
export async function run(io: Io, args: WorkspaceArgs & { json?: boolean | undefined }): Promise<ExitStatus> {
  const { workspace, studies } = await chooseStudies(io, args);
  const outcomes = [];
  for (const name of studies) {
    const outcome = await tryReport(name, await loadStudy(workspace, name));
    outcomes.push({ study: name, ...outcome.json });
    if (args.json) continue;
    printProblems(io, outcome.files);
    if (outcome.written) io.out(describeWritten(name, outcome.written));
    else io.err(`${name}: no report was written; ${outcome.json.reason}. An earlier one is left as it was.`);
  }
  if (args.json) io.out(JSON.stringify(outcomes, null, 2));
  return outcomes.every(({ written }) => written.length > 0) ? 0 : 1;
}
