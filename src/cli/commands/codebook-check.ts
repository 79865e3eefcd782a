import { diffCodebooks } from '../../codebook/diff.ts';
import { hasErrors } from '../../problem/problem.ts';
import { openCodebooks, type StudyCodebooks } from '../../study/codebooks.ts';
import { chooseStudies, type WorkspaceArgs } from '../choose-studies.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { counted, refuseNone } from './codebook-choose.ts';

/** `emic codebook check`: every problem of the codebook's files, and of its versions together. */
export async function run(io: Io, args: WorkspaceArgs & { json?: boolean | undefined }): Promise<ExitStatus> {
  const { workspace, studies } = await chooseStudies(io, args);
  const results = [];
  for (const study of studies) {
    const books = await openCodebooks(workspace, study);
    if (args.study !== undefined) refuseNone(study, books);
    if (books.files.length > 0) results.push({ study, books, files: books.files.map(({ file }) => file) });
  }
  if (results.length === 0)
    throw new UsageError('No study here has a codebook: there is no file in codebooks/.');
  const all = results.flatMap(({ files }) => files);
  const status = hasErrors(all) ? 1 : 0;
  if (args.json) {
    const json = results.map(({ study, books, files }) => ({
      study,
      versions: books.releases.map(({ version }) => version),
      draft: books.draftFile !== undefined,
      undeclared: undeclared(books),
      problems: problemsOf(files),
    }));
    io.out(JSON.stringify({ codebooks: json }, null, 2));
    return status;
  }
  for (const { study, books, files } of results) {
    printProblems(io, files, io.out);
    const problems = problemsOf(files);
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const said =
      problems.length === 0
        ? 'no problems'
        : [
            ...(errors > 0 ? [counted(errors, 'error')] : []),
            ...(problems.length > errors ? [counted(problems.length - errors, 'warning')] : []),
          ].join(', ');
    io.out(`${study}: ${said} in ${describe(books)}`);
    const open = undeclared(books);
    if (open > 0) {
      io.out(
        `${study}: the draft has ${counted(open, 'difference')} to declare: emic codebook diff ${study}`,
      );
    }
  }
  return status;
}

/** How many differences the draft does not declare yet. */
function undeclared({ draft, releases }: StudyCodebooks): number {
  const last = releases.at(-1);
  if (!draft || !last) return 0;
  return diffCodebooks(last, draft, draft.changes).filter(({ reason }) => reason === null).length;
}

function describe({ releases, draftFile, files }: StudyCodebooks): string {
  const versions = releases.map(({ version }) => version);
  const unread = files.filter(({ book }) => !book).length;
  const parts = [
    ...(versions.length > 0
      ? [`${versions.length === 1 ? 'version' : 'versions'} ${versions.join(', ')}`]
      : []),
    ...(draftFile ? ['the draft'] : []),
    ...(unread > 0 ? [`${counted(unread, 'file')} that could not be read`] : []),
  ];
  return parts.join(' and ');
}
