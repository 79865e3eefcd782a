import { safe } from '../../render/safe-text.ts';
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
    const loaded = await loadStudy(workspace, name);
    const outcome = await tryReport(workspace, name, loaded);
    outcomes.push({ study: name, fictional: loaded.study?.config.fictional ?? null, ...outcome.json });
    if (args.json) continue;
    printProblems(io, outcome.files);
    if (outcome.written) io.out(describeWritten(name, outcome.written));
    else io.err(safe(`${name}: ${outcome.whyNot}`));
  }
  if (args.json) io.out(JSON.stringify(outcomes, null, 2));
  return outcomes.every(({ written }) => written.length > 0) ? 0 : 1;
}
