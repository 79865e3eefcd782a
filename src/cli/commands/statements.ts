import { statementLabel } from '../../exhibit/statement-labels.ts';
import { statementSentence } from '../../exhibit/statement-sentence.ts';
import { commentsTable, measuresTable, positionsTable } from '../../exhibit/statement-tables.ts';
import type { Table } from '../../exhibit/table.ts';
import { hasErrors, quote } from '../../problem/problem.ts';
import { tableToCsv } from '../../render/csv.ts';
import { tableToHtml } from '../../render/html-table.ts';
import { tableToLatex } from '../../render/latex.ts';
import { tableToMarkdown } from '../../render/markdown-table.ts';
import { safe } from '../../render/safe-text.ts';
import { tableToTerminal } from '../../render/terminal.ts';
import { wrap } from '../../render/wrap.ts';
import type { StatementResult } from '../../statements/statement-result.ts';
import { openStudy } from '../../study/open-study.ts';
import { allStatements } from '../../study/results.ts';
import { nearest } from '../../text/nearest.ts';
import type { bases, formats, shows } from '../choices.ts';
import { chooseStudy, type WorkspaceArgs } from '../choose-studies.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { statementJson } from '../statement-json.ts';

export interface StatementsArgs extends WorkspaceArgs {
  statement?: string | string[] | undefined;
  bySession?: boolean | undefined;
  base?: (typeof bases)[number] | undefined;
  show?: (typeof shows)[number] | undefined;
  format?: (typeof formats)[number] | undefined;
  json?: boolean | undefined;
}

/** `emic statements`: who stands where on each statement, and what that sums up to. */
export async function run(io: Io, args: StatementsArgs): Promise<ExitStatus> {
  const { workspace, study: name } = await chooseStudy(io, args);
  const { study, files } = await openStudy(workspace, name);
  if (!study || hasErrors(files)) {
    if (args.json) io.out(JSON.stringify({ study: name, problems: problemsOf(files) }, null, 2));
    else printProblems(io, files);
    io.err(`${safe(name)}: nothing was counted, because the data have errors.`);
    return 1;
  }
  const results = chosen(allStatements(study, args.base ?? 'participants'), [args.statement ?? []].flat());
  if (results.length === 0) throw new UsageError(`Study ${safe(name)} declares no statements.`);
  if (args.json) {
    io.out(
      JSON.stringify(
        { study: name, fictional: study.config.fictional, statements: results.map(statementJson) },
        null,
        2,
      ),
    );
    return 0;
  }
  printProblems(io, files);
  const format = args.format ?? 'terminal';
  const perStatement = format === 'terminal' && args.bySession;
  const tables = (perStatement ? tablesPerStatement(results, args) : tablesOf(results, args)).map((table) =>
    study.config.fictional ? fictional(table) : table,
  );
  if (format === 'csv' && tables.length > 1) {
    throw new UsageError(
      'A CSV file holds one table: choose it with --show positions, comments or measures.',
    );
  }
  if (format === 'terminal') {
    io.out(`${safe(study.config.title)}\n`);
    for (const result of results) {
      io.out(wrap(safe(`${result.statement.title}: ${statementSentence(result)}`), io.width).join('\n'));
    }
    io.out('');
  }
  const { width, color } = io;
  const write = {
    terminal: (table: Table) => tableToTerminal(table, { width, color }),
    markdown: tableToMarkdown,
    html: tableToHtml,
    csv: tableToCsv,
    latex: tableToLatex,
  }[format];
  io.out(tables.map((table) => write(table).trimEnd()).join('\n\n'));
  return 0;
}

function chosen(results: StatementResult[], wanted: readonly string[]): StatementResult[] {
  if (wanted.length === 0) return results;
  const ids = results.map(({ statement }) => statement.id);
  return wanted.map((id) => {
    const result = results.find(({ statement }) => statement.id === id);
    if (result) return result;
    const meant = nearest(id, ids);
    throw new UsageError(
      `There is no statement ${quote(id)}.${meant ? ` Did you mean "${meant}"?` : ''} Statements: ${ids.join(', ')}.`,
    );
  });
}

function tablesOf(results: readonly StatementResult[], args: StatementsArgs): Table[] {
  const show = args.show ?? (args.format === 'csv' ? 'positions' : 'all');
  const bySession = args.bySession ?? false;
  const hasComments = results[0]?.rows === 'comment';
  if (show === 'comments' && !hasComments) {
    throw new UsageError('The number of comments is not reported in these data: a row is a position.');
  }
  return [
    ...(show === 'positions' || show === 'all' ? [positionsTable('positions', results, bySession)] : []),
    ...(show === 'comments' || (show === 'all' && hasComments)
      ? [commentsTable('comments', results, bySession)]
      : []),
    ...(show === 'measures' || show === 'all' ? [measuresTable('measures', results, bySession)] : []),
  ];
}

/** Sessions below each other, a table for each statement: narrow enough for a terminal. */
function tablesPerStatement(results: readonly StatementResult[], args: StatementsArgs): Table[] {
  return results.flatMap((result) =>
    tablesOf([result], args).map((table) => ({
      ...table,
      caption: `${statementLabel(result.statement)}: ${table.caption}`,
      columns: table.columns.slice(1),
      rows: table.rows.map((row) => row.slice(1)),
    })),
  );
}

const fictional = (table: Table): Table => ({ ...table, caption: `${table.caption} (fictional)` });
