import pc from 'picocolors';
import type { VFile } from 'vfile';
import { hasErrors } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { checkFramework } from '../../study/cases.ts';
import { checkCorpus, type Remark } from '../../study/check-corpus.ts';
import { checkDecisions } from '../../study/check-decisions.ts';
import { checkDuplicates } from '../../study/check-duplicates.ts';
import { checkMemos } from '../../study/check-memos.ts';
import { checkSelection } from '../../study/check-selection.ts';
import { checkSurvey } from '../../study/check-survey.ts';
import { openCorpus } from '../../study/corpus.ts';
import { type FixedFile, fixStudy } from '../../study/fix.ts';
import { loadStudy } from '../../study/load-study.ts';
import type { Workspace } from '../../study/workspace.ts';
import { fillReport } from '../../study/write-report.ts';
import { chooseStudies, type WorkspaceArgs } from '../choose-studies.ts';
import type { ExitStatus, Io } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';

export interface CheckArgs extends WorkspaceArgs {
  json?: boolean | undefined;
  fix?: boolean | undefined;
}

/** `emic check`: every problem of a study's files, the template and published.yaml included. */
export async function run(io: Io, args: CheckArgs): Promise<ExitStatus> {
  const { workspace, studies } = await chooseStudies(io, args);
  const fixed: FixedFile[] = [];
  const all: VFile[] = [];
  const remarks: Remark[] = [];
  for (const name of studies) {
    if (args.fix) {
      const did = await fixStudy(workspace, name, new Date().toISOString());
      fixed.push(...did);
      if (!args.json) printFixed(io, name, did);
    }
    const checked = await checkStudy(workspace, name);
    all.push(...checked.files);
    remarks.push(...checked.remarks);
    if (!args.json) printChecked(io, name, checked);
  }
  if (args.json) {
    const found = [
      ...problemsOf(all),
      ...remarks.map(({ file, line, column, rule, reason }) => ({
        ...{ file, line, column, severity: 'info', rule, reason },
        ...{ found: null, expected: [], note: null },
      })),
    ];
    io.out(JSON.stringify(args.fix ? { fixed, problems: found } : found, null, 2));
  }
  return hasErrors(all) ? 1 : 0;
}

interface Checked {
  files: VFile[];
  remarks: Remark[];
  computed: boolean;
}

async function checkStudy(workspace: Workspace, name: string): Promise<Checked> {
  const loaded = await loadStudy(workspace, name);
  const usable = loaded.study && !hasErrors(loaded.files);
  const filled = usable && loaded.study ? await fillReport(loaded.study, loaded) : undefined;
  const corpus = loaded.coded?.corpus ?? (await openCorpus(workspace, name));
  const remarks = loaded.study ? checkCorpus(loaded.study, corpus) : [];
  const decided = loaded.study ? await checkDecisions(loaded.study, corpus) : undefined;
  remarks.push(...(decided?.remarks ?? []));
  const selection = loaded.study ? await checkSelection(loaded.study) : undefined;
  remarks.push(...(selection?.remarks ?? []));
  const framework = loaded.study ? await checkFramework(loaded.study, corpus) : undefined;
  const files = [
    ...loaded.files,
    ...(loaded.study ? await checkSurvey(loaded.study, loaded.survey) : []),
    ...(filled ? [filled.template] : []),
    ...corpus.files,
    ...(framework ? [framework] : []),
    ...(decided?.file ? [decided.file] : []),
    ...(selection?.files ?? []),
    ...(await checkDuplicates(workspace, name)),
    ...(await checkMemos(workspace, name, corpus)),
  ];
  return { files: mergedByPath(files), remarks, computed: loaded.computed };
}

/** A file that was read twice, for its records and as a matrix, stands once, with each problem once. */
function mergedByPath(files: readonly VFile[]): VFile[] {
  const byPath = new Map<string, VFile>();
  for (const file of files) {
    const before = byPath.get(file.path);
    if (!before) byPath.set(file.path, file);
    else {
      const told = new Set(before.messages.map(keyOf));
      before.messages.push(...file.messages.filter((message) => !told.has(keyOf(message))));
    }
  }
  return [...byPath.values()];
}

const keyOf = ({ line, column, ruleId, reason }: VFile['messages'][number]): string =>
  JSON.stringify([line, column, ruleId, reason]);

function printFixed(io: Io, name: string, fixed: readonly FixedFile[]): void {
  for (const { file, did } of fixed) for (const one of did) io.out(safe(`${file}: fixed: ${one}`));
  if (fixed.length === 0) io.out(`${safe(name)}: nothing that --fix can do without a decision`);
}

function printChecked(io: Io, name: string, { files, remarks, computed }: Checked): void {
  printProblems(io, files, io.out);
  const colors = pc.createColors(io.color);
  for (const { file, line, column, reason, rule } of remarks) {
    io.out(`${colors.bold(safe(`${file}:${line}:${column}`))}: info: ${safe(reason)} [${rule}]`);
  }
  const problems = problemsOf(files);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const said =
    problems.length === 0
      ? 'no problems'
      : `${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}`;
  const unread = computed ? '' : '; the report and published.yaml are read once the data have no errors';
  io.out(`${safe(name)}: ${said} in ${count(files.length, 'file')}${unread}`);
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
