import { hasErrors } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { loadStudy } from '../../study/load-study.ts';
import { fillReport } from '../../study/write-report.ts';
import { chooseStudies, type WorkspaceArgs } from '../choose-studies.ts';
import type { ExitStatus, Io } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';

/** `emic check`: every problem of a study's files, the template and published.yaml included. */
export async function run(io: Io, args: WorkspaceArgs & { json?: boolean | undefined }): Promise<ExitStatus> {
  const { workspace, studies } = await chooseStudies(io, args);
  const all = [];
  for (const name of studies) {
    const loaded = await loadStudy(workspace, name);
    const usable = loaded.study && !hasErrors(loaded.files);
    const filled = usable && loaded.study ? await fillReport(loaded.study, loaded) : undefined;
    const files = filled ? [...loaded.files, filled.template] : loaded.files;
    all.push(...files);
    if (args.json) continue;
    printProblems(io, files, io.out);
    const problems = problemsOf(files);
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const said =
      problems.length === 0
        ? 'no problems'
        : `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`;
    const unread = loaded.computed
      ? ''
      : '; the report and published.yaml are read once the data have no errors';
    io.out(`${safe(name)}: ${said} in ${count(files.length, 'file')}${unread}`);
  }
  if (args.json) io.out(JSON.stringify(problemsOf(all), null, 2));
  return hasErrors(all) ? 1 : 0;
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
