import type { VFile } from 'vfile';
import type { Loaded } from '../study/load-study.ts';
import { fillReport, type WrittenReport, writeReport } from '../study/write-report.ts';
import { anyError, type ProblemJson, problemsOf } from './problems.ts';

/** What came of writing one study's report. */
export interface ReportOutcome {
  written: WrittenReport | undefined;
  /** Every file read, with its problems. */
  files: VFile[];
  json: { written: string[]; kept: string[]; reason: string | null; problems: ProblemJson[] };
}

/** Writes a study's report, unless something that it needs has an error. */
export async function tryReport(name: string, loaded: Loaded): Promise<ReportOutcome> {
  const none = (files: VFile[], reason: string): ReportOutcome => ({
    written: undefined,
    files,
    json: { written: [], kept: [], reason, problems: problemsOf(files) },
  });
  if (!loaded.study || anyError(loaded.files)) return none(loaded.files, 'the study’s files have errors');

  const filled = await fillReport(loaded.study, loaded);
  if (!filled) return none(loaded.files, `there is no template reports/${name}/report.md`);
  const files = [...loaded.files, filled.template];
  if (!filled.report) return none(files, 'the template has errors');

  const written = await writeReport(loaded.study, filled.report);
  return {
    written,
    files,
    json: { written: written.written, kept: written.kept, reason: null, problems: problemsOf(files) },
  };
}
