import { hasErrors } from '../../problem/problem.ts';
import {
  type Evidence,
  evidenceFinder,
  type FoundEvidence,
  type FrameworkCell,
  readFramework,
} from '../../study/cases.ts';
import { type Coded, turnsOf } from '../../study/coded.ts';
import { type CodingArgs, knownNames, openForCommand, tableAs, withFictional } from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import {
  casesCsv,
  casesTable,
  casesToHtml,
  casesToMarkdown,
  casesToTerminal,
  type ShownCell,
  type ShownEvidence,
} from '../tables/cases.ts';

export interface CasesArgs extends CodingArgs {
  case?: string[] | undefined;
  theme?: string[] | undefined;
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
  const find = evidenceFinder(coded.corpus);
  const cells = framework.cells
    .filter((cell) => cases.includes(cell.case) && themes.includes(cell.theme))
    .map((cell) => shown(coded, cell, find));
  const about = {
    title: withFictional(study.config.title, study.config.fictional),
    language: study.config.language,
    cases,
    themes,
  };
  const status: ExitStatus = hasErrors([file]) ? 1 : opened.status;
  if (args.json) {
    const { fictional } = study.config;
    io.out(JSON.stringify({ study: name, fictional, cases, themes, cells, problems }, null, 2));
    return status;
  }
  const table = casesTable(about, cells);
  const write = {
    terminal: () => (args.evidence ? casesToTerminal(about, cells, io) : tableAs(table, 'terminal', io)),
    markdown: () => (args.evidence ? casesToMarkdown(about, cells) : tableAs(table, 'markdown', io)),
    html: () => (args.evidence ? casesToHtml(about, cells) : tableAs(table, 'html', io)),
    csv: () => (args.evidence ? casesCsv(cells) : tableAs(table, 'csv', io)),
  }[args.format ?? 'terminal'];
  io.out(write());
  return status;
}

function shown(coded: Coded, cell: FrameworkCell, find: (evidence: Evidence) => FoundEvidence): ShownCell {
  return {
    case: cell.case,
    theme: cell.theme,
    summary: cell.summary,
    evidence: cell.evidence.map((one): ShownEvidence => {
      const found = find(one);
      if (found.kind !== 'here') return { written: one.written, problem: found.reason, passage: null };
      const document = coded.corpus.documents.get(found.document);
      const parts = document
        ? turnsOf(document).flatMap((turn, index) => {
            const [from, to] = [Math.max(turn.start, found.start), Math.min(turn.end, found.end)];
            const text = from < to ? document.text.slice(from, to).trim() : '';
            const { speaker, time, until } = turn;
            return text === '' ? [] : [{ turn: index + 1, speaker, time, until, text }];
          })
        : [];
      const { document: id, start, end } = found;
      const kind = document?.frozen.front.kind ?? 'transcript';
      return { written: one.written, problem: null, passage: { document: id, kind, start, end, parts } };
    }),
  };
}
