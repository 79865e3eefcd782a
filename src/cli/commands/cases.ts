import { hasErrors } from '../../problem/problem.ts';
import { readFramework } from '../../study/cases.ts';
import { attributesOf } from '../../study/closed-answers.ts';
import { matrixOf } from '../../study/matrix.ts';
import { knownBeside, openClosed } from '../answer-groups.ts';
import {
  type CodingArgs,
  knownNames,
  openForCommand,
  splitList,
  tableAs,
  withFictional,
} from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import {
  casesCsv,
  casesTable,
  casesToHtml,
  casesToMarkdown,
  casesToTerminal,
  NOTHING,
  type ShownMatrix,
} from '../tables/cases.ts';

export interface CasesArgs extends CodingArgs {
  case?: string[] | undefined;
  theme?: string[] | undefined;
  beside?: string[] | undefined;
  evidence?: boolean | undefined;
  format?: 'terminal' | 'markdown' | 'html' | 'csv' | undefined;
}

/** `emic cases`: the framework matrix, with the passages behind it if asked for. */
export async function run(io: Io, args: CasesArgs): Promise<ExitStatus> {
  const opened = await openForCommand(io, args);
  if (!opened) return 1;
  const { coded, name } = opened;
  const { study } = coded;
  const read = await readFramework(study);
  if (!read) {
    throw new UsageError(
      `Study ${name} has no corpus/${name}/framework.csv: a file with the columns case, theme, summary, evidence.`,
    );
  }
  const { file, framework } = read;
  if (!args.json) printProblems(io, [file]);
  const problems = [...opened.problems, ...problemsOf([file])];
  if (!framework) {
    if (args.json) io.out(JSON.stringify({ study: name, problems }, null, 2));
    return 1;
  }
  // Names may have commas in them, so that these lists are not split.
  const cases = knownNames(args.case, framework.cases, 'case') ?? framework.cases;
  const themes = knownNames(args.theme, framework.themes, 'theme') ?? framework.themes;
  const items = splitList(args.beside) ?? [];
  const closed = items.length > 0 ? await openClosed(io, study, new Set(cases)) : undefined;
  if (items.length > 0 && !closed) return 1;
  const beside = closed
    ? { items: knownBeside(closed, items), answers: attributesOf(closed, items, cases) }
    : NOTHING;
  const matrix: ShownMatrix = {
    beside,
    title: withFictional(study.config.title, study.config.fictional),
    language: study.config.language,
    ...matrixOf(coded.corpus, framework, { cases, themes }),
  };
  const { cells } = matrix;
  const status: ExitStatus = hasErrors([file]) ? 1 : opened.status;
  if (args.json) {
    const { fictional } = study.config;
    const attributes = closed ? { attributes: Object.fromEntries(beside.answers) } : {};
    io.out(
      JSON.stringify({ study: name, fictional, cases, ...attributes, themes, cells, problems }, null, 2),
    );
    return status;
  }
  const table = casesTable(matrix);
  const write = {
    terminal: () => (args.evidence ? casesToTerminal(matrix, io) : tableAs(table, 'terminal', io)),
    markdown: () => (args.evidence ? casesToMarkdown(matrix) : tableAs(table, 'markdown', io)),
    html: () => (args.evidence ? casesToHtml(matrix) : tableAs(table, 'html', io)),
    csv: () => (args.evidence ? casesCsv(matrix) : tableAs(table, 'csv', io)),
  }[args.format ?? 'terminal'];
  io.out(write());
  return status;
}
