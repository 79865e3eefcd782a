import { draftVersion } from '../codebook/codebook.ts';
import type { Table } from '../exhibit/table.ts';
import { hasErrors, quote } from '../problem/problem.ts';
import { tableToCsv } from '../render/csv.ts';
import { tableToHtml } from '../render/html-table.ts';
import { tableToLatex } from '../render/latex.ts';
import { tableToMarkdown } from '../render/markdown-table.ts';
import { safe } from '../render/safe-text.ts';
import { tableToTerminal } from '../render/terminal.ts';
import { type Coded, type OpenedCoded, openCoded, openCounted } from '../study/coded.ts';
import type { Corpus, CountingCorpus } from '../study/corpus.ts';
import { roundsOf } from '../study/rounds.ts';
import type { Workspace } from '../study/workspace.ts';
import { nearest } from '../text/nearest.ts';
import { chooseStudy, type WorkspaceArgs } from './choose-studies.ts';
import { type ExitStatus, type Io, UsageError } from './io.ts';
import { type ProblemJson, printProblems, problemsOf } from './problems.ts';

/** What the commands on codings have in common: opening, names typed by hand, tables in every format. */

export const tableFormats = ['terminal', 'markdown', 'html', 'csv', 'latex'] as const;
export type TableFormat = (typeof tableFormats)[number];

export interface CodingArgs extends WorkspaceArgs {
  json?: boolean | undefined;
  /** The codebook version that is asked for, where the command has one. */
  codeVersion?: string | undefined;
}

export interface OpenedForCommand<C extends CountingCorpus = Corpus> {
  workspace: Workspace;
  name: string;
  coded: Coded<C>;
  /** Of all files that the command needs, for its JSON. */
  problems: ProblemJson[];
  /** 1 while a file has errors: what could be read is shown all the same. */
  status: ExitStatus;
}

/**
 * Opens the study that a command is about and tells its problems; undefined where nothing can be shown.
 *
 * @param needs `names`: the command needs what there is by name only, and other problems are for `emic check`.
 */
export const openForCommand = (
  io: Io,
  args: CodingArgs,
  needs: 'all' | 'names' = 'all',
): Promise<OpenedForCommand | undefined> => openWith(io, args, needs, openCoded);

/** The same for a command that only counts. */
export const openForCounts = (
  io: Io,
  args: CodingArgs,
): Promise<OpenedForCommand<CountingCorpus> | undefined> => openWith(io, args, 'all', openCounted);

async function openWith<C extends CountingCorpus>(
  io: Io,
  args: CodingArgs,
  needs: 'all' | 'names',
  open: (workspace: Workspace, name: string) => Promise<OpenedCoded<C>>,
): Promise<OpenedForCommand<C> | undefined> {
  const { workspace, study: name } = await chooseStudy(io, args);
  const { coded, files } = await open(workspace, name);
  const all = coded && args.codeVersion === draftVersion ? coded.corpus.files : files;
  const needed = coded && needs === 'names' ? [] : all;
  const problems = problemsOf(needed);
  if (!args.json) printProblems(io, needed);
  if (!coded) {
    if (args.json) io.out(JSON.stringify({ study: name, problems }, null, 2));
    return undefined;
  }
  for (const file of args.json || needs === 'names' ? [] : coded.broken) {
    io.err(`${safe(file.path)}: left out because of its errors.`);
  }
  return { workspace, name, coded, problems, status: hasErrors(needed) ? 1 : 0 };
}

/** Each of the names, if it is one of those there are. */
export function knownNames(
  wanted: readonly string[] | undefined,
  names: readonly string[],
  what: string,
): string[] | undefined {
  return wanted?.map((one) => knownName(one, names, what));
}

export function knownName(wanted: string, names: readonly string[], what: string): string {
  const found = names.find((name) => name.normalize('NFC') === wanted.normalize('NFC'));
  if (found !== undefined) return found;
  const meant = nearest(wanted, names);
  throw new UsageError(
    safe(
      `There is no ${what} ${quote(wanted)}.${meant === undefined ? '' : ` Did you mean ${quote(meant)}?`} ${capital(what)}s: ${names.join(', ') || 'none'}.`,
    ),
  );
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Words of an option that takes several, with commas or given again and again. */
export function splitList(values: readonly (string | number)[] | undefined): string[] | undefined {
  const words = values
    ?.flatMap((value) => String(value).split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words && words.length > 0 ? [...new Set(words)] : undefined;
}

/** The round that was named; `all` where that is allowed. */
export const knownRound = ({ corpus, study }: Coded<CountingCorpus>, wanted: string | number): string =>
  knownName(String(wanted), roundsOf(corpus, study.config), 'round');

export function tableAs(table: Table, format: TableFormat, { width, color }: Io): string {
  const write = {
    terminal: (one: Table) => tableToTerminal(one, { width, color }),
    markdown: tableToMarkdown,
    html: tableToHtml,
    csv: tableToCsv,
    latex: tableToLatex,
  }[format];
  return write(table);
}

export const withFictional = (title: string, fictional: boolean): string =>
  fictional && !/fictional/i.test(title) ? `${title} (fictional)` : title;

export const plural = (n: number, what: string, many = `${what}s`): string => `${n} ${n === 1 ? what : many}`;
