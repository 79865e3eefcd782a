import pc from 'picocolors';
import { hasErrors } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import type { Outcome } from '../../replication/compare.ts';
import { holds } from '../../replication/summary.ts';
import { type Loaded, loadStudy } from '../../study/load-study.ts';
import type { Replication } from '../../study/result.ts';
import { chooseStudies, type WorkspaceArgs } from '../choose-studies.ts';
import type { ExitStatus, Io } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { describeReplication } from '../replication-text.ts';
import type { ReportOutcome } from '../try-report.ts';
import { describeWritten } from '../written-text.ts';

export interface ReplicateArgs extends WorkspaceArgs {
  reports?: boolean | undefined;
  verbose?: boolean | undefined;
  json?: boolean | undefined;
}

/** `emic replicate`: regenerates what a paper printed and says, value by value, what matches. */
export async function run(io: Io, args: ReplicateArgs): Promise<ExitStatus> {
  const { workspace, studies } = await chooseStudies(io, args);
  const outcomes = [];
  let sound = true;
  for (const name of studies) {
    const loaded = await loadStudy(workspace, name);
    // Filling and rendering are loaded only when a report is wanted.
    const report = args.reports
      ? await (await import('../try-report.ts')).tryReport(workspace, name, loaded)
      : undefined;
    const fine = isSound(loaded, report, args);
    sound &&= fine;
    if (args.json) outcomes.push(toJson(name, loaded, report));
    else print(io, name, loaded, report, args);
  }
  if (args.json) io.out(JSON.stringify(outcomes, null, 2));
  return sound ? 0 : 1;
}

/** A study without a paper to compare with is no finding unless it was asked for by name. */
function isSound(
  { files, replication }: Loaded,
  report: ReportOutcome | undefined,
  args: ReplicateArgs,
): boolean {
  if (hasErrors(report?.files ?? files) || (report && !report.written)) return false;
  return replication ? holds(replication.summary) : args.study === undefined;
}

function print(
  io: Io,
  name: string,
  loaded: Loaded,
  report: ReportOutcome | undefined,
  args: ReplicateArgs,
): void {
  const colors = pc.createColors(io.color);
  const { study, replication } = loaded;
  printProblems(io, report?.files ?? loaded.files);
  const title = study ? `  ${safe(study.config.title)}${study.config.fictional ? ' (fictional)' : ''}` : '';
  io.out(`${colors.bold(safe(name))}${title}`);
  if (replication)
    io.out(describeReplication(replication, { colors, verbose: args.verbose ?? false, width: io.width }));
  else if (hasErrors(loaded.files)) io.out('  nothing was compared, because its files have errors');
  else io.out(`  ${safe(`no reports/${name}/published.yaml: nothing to compare with`)}`);
  if (report?.written) io.out(indent(describeWritten('reports', report.written)));
  else if (report) io.err(`  ${safe(report.whyNot ?? '')}`);
  io.out('');
}

const indent = (text: string): string => text.replace(/^/gm, '  ');

function toJson(
  name: string,
  { study, files, replication }: Loaded,
  report: ReportOutcome | undefined,
): object {
  return {
    study: name,
    fictional: study?.config.fictional ?? null,
    summary: replication && summaryJson(replication),
    targets: replication?.outcomes.map(targetJson) ?? [],
    findings: replication?.published.findings ?? [],
    problems: problemsOf(report?.files ?? files),
    ...(report && { reports: report.json.written, kept: report.json.kept, reason: report.json.reason }),
  };
}

const summaryJson = ({ summary }: Replication): object => ({ ...summary, holds: holds(summary) });

function targetJson({ target, cells, remark }: Outcome): object {
  return {
    id: target.id,
    basis: target.basis,
    what: target.what,
    place: target.place,
    values: cells,
    because: target.basis === 'not recoverable' ? target.because : (target.differs?.because ?? null),
    remark: remark ?? null,
  };
}
