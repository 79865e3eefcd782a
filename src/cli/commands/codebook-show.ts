import type { Code, Codebook } from '../../codebook/codebook.ts';
import { hasErrors, quote } from '../../problem/problem.ts';
import { tableToCsv } from '../../render/csv.ts';
import { tableToLatex } from '../../render/latex.ts';
import { openStudy } from '../../study/open-study.ts';
import type { WorkspaceArgs } from '../choose-studies.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import {
  codebookJson,
  outlineToHtml,
  outlineToMarkdown,
  outlineToTerminal,
} from '../tables/codebook-outline.ts';
import { codebookTable } from '../tables/codebook-table.ts';
import { bookNamed, chooseCodebooks, counted, nameOf, suggest, titleOf } from './codebook-choose.ts';

export const formats = ['terminal', 'markdown', 'html', 'csv', 'latex', 'json'] as const;

export interface CodebookShowArgs extends WorkspaceArgs {
  codeVersion?: string | undefined;
  code?: string[] | undefined;
  format?: (typeof formats)[number] | undefined;
  json?: boolean | undefined;
}

/** `emic codebook show` and `export`: one version of the codebook, the newest released unless named. */
export async function run(io: Io, args: CodebookShowArgs): Promise<ExitStatus> {
  const { workspace, study, books } = await chooseCodebooks(io, args);
  const newest = books.releases.at(-1) ?? books.draft;
  const book = args.codeVersion === undefined ? newest : bookNamed(books, args.codeVersion);
  const format = args.json ? 'json' : (args.format ?? 'terminal');
  const concerned = books.files.filter((one) => !book || nameOfFile(one) === nameOf(book));
  const files = concerned.map(({ file }) => file);
  const status = hasErrors(files) ? 1 : 0;
  if (!book) {
    const all = books.files.map(({ file }) => file);
    if (format === 'json') io.out(JSON.stringify({ study, problems: problemsOf(all) }, null, 2));
    else printProblems(io, all);
    io.err(`${study}: no version of the codebook could be read.`);
    return 1;
  }
  const codes = chosenCodes(book, args.code);
  const { study: opened } = await openStudy(workspace, study);
  const fictional = opened?.config.fictional ?? false;
  if (format === 'json') {
    const json = { study, fictional, ...codebookJson(book, codes), problems: problemsOf(files) };
    io.out(JSON.stringify(json, null, 2));
    return status;
  }
  printProblems(io, files);
  const title = titleOf(book, fictional);
  const version = describeVersion(book);
  const some =
    codes.length === book.codes.length
      ? counted(codes.length, 'code')
      : `${codes.length} of ${book.codes.length} codes`;
  const language = book.language ?? opened?.config.language ?? 'en';
  const outline = { title, subtitle: `Codebook ${version}: ${some}`, language, codes };
  switch (format) {
    case 'terminal':
      io.out(outlineToTerminal(outline, io));
      break;
    case 'markdown':
      io.out(outlineToMarkdown(outline));
      break;
    case 'html':
      io.out(outlineToHtml(outline));
      break;
    case 'csv':
      io.out(tableToCsv(codebookTable(book, codes, title)));
      break;
    case 'latex':
      io.out(tableToLatex(codebookTable(book, codes, `${title}: codebook ${version}`)));
  }
  return status;
}

const nameOfFile = ({ book }: { book: Codebook | undefined }): string | undefined => book && nameOf(book);

function describeVersion({ version, date }: Codebook): string {
  if (version === null) return 'draft';
  return date === null ? version : `${version} of ${date}`;
}

/** The codes named, each with all that stands below it; all where none is named. */
function chosenCodes({ codes }: Codebook, wanted: readonly string[] | undefined): Code[] {
  if (!wanted || wanted.length === 0) return codes;
  const ids = codes.map(({ id }) => id);
  const chosen = new Set(wanted.map((id) => id.normalize('NFC')));
  for (const id of chosen) {
    if (ids.includes(id)) continue;
    throw new UsageError(`There is no code ${quote(id)} in this version. ${suggest(id, ids, 'Codes')}`);
  }
  const parentOf = new Map(codes.map(({ id, parent }) => [id, parent]));
  return codes.filter(({ id }) => {
    for (let at: string | null = id; at !== null; at = parentOf.get(at) ?? null) {
      if (chosen.has(at)) return true;
    }
    return false;
  });
}
