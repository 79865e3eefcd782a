import { join } from 'node:path';
import type { VFile } from 'vfile';
import { fileReason } from '../file/file-error.ts';
import { RECORD } from '../file/generated-record.ts';
import { hasErrors } from '../problem/problem.ts';
import type { Loaded } from '../study/load-study.ts';
import { exists, type Workspace } from '../study/workspace.ts';
import { fillReport, type WrittenReport, writeReport } from '../study/write-report.ts';
import { type ProblemJson, problemsOf } from './problems.ts';

/** What came of writing one study's report. */
export interface ReportOutcome {
  written: WrittenReport | undefined;
  /** What to say where there is none. */
  whyNot: string | undefined;
  /** Every file read, with its problems. */
  files: VFile[];
  json: { written: string[]; kept: string[]; reason: string | null; problems: ProblemJson[] };
}

/** Writes a study's report, unless something that it needs has an error or the disk refuses. */
export async function tryReport(workspace: Workspace, name: string, loaded: Loaded): Promise<ReportOutcome> {
  const none = async (files: VFile[], reason: string): Promise<ReportOutcome> => {
    const earlier = await exists(join(workspace.root, 'reports', name, 'out', RECORD));
    return {
      written: undefined,
      whyNot: `no report was written; ${reason}${earlier ? '; the earlier one is left as it was' : ''}`,
      files,
      json: { written: [], kept: [], reason, problems: problemsOf(files) },
    };
  };
  if (!loaded.study || hasErrors(loaded.files)) return none(loaded.files, 'the study’s files have errors');

  const filled = await fillReport(loaded.study, loaded);
  if (!filled) return none(loaded.files, `there is no template reports/${name}/report.md`);
  const files = [...loaded.files, filled.template];
  if (!filled.report) return none(files, 'the template has errors');

  try {
    const written = await writeReport(loaded.study, filled.report);
    const json = { ...written, reason: null, problems: problemsOf(files) };
    return { written, whyNot: undefined, files, json };
  } catch (error) {
    // Other studies can be written all the same.
    const reason = fileReason(error);
    if (reason === undefined) throw error;
    return none(files, reason);
  }
}
