import { resolve } from 'node:path';
import { quote } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { openImports } from '../../study/import-context.ts';
import { type PlannedImport, planImports, type UnknownName } from '../../study/import-transcript.ts';
import { writeImport } from '../../study/write-imports.ts';
import { nearest } from '../../text/nearest.ts';
import { chooseStudyOrInit } from '../choose-studies.ts';
import { choicesOf, type ImportTranscriptArgs } from '../import-choices.ts';
import { importJson } from '../import-json.ts';
import { describeImport, summariseImports } from '../import-text.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { showProgress } from '../progress.ts';

/**
 * `emic import transcript`: copies files from elsewhere and freezes what they say. All is read and decided before
 * anything is written; then each file is written by itself, as a whole or not at all.
 */
export async function run(io: Io, args: ImportTranscriptArgs): Promise<ExitStatus> {
  const choices = choicesOf(args);
  const { workspace, study } = await chooseStudyOrInit(io, args, {
    kind: 'interviews',
    makes: 'study with transcripts',
  });
  const { context, files } = await openImports(workspace, study);
  if (!context) {
    if (args.json) io.out(JSON.stringify({ study, imports: [], problems: problemsOf(files) }, null, 2));
    else printProblems(io, files);
    io.err(
      `${study}: nothing was imported, because ${files.length > 1 ? 'these files have' : 'study.yaml has'} errors.`,
    );
    return 1;
  }

  const progress = showProgress();
  const originals = args.files.map((shown) => ({ path: resolve(io.cwd, shown), shown }));
  const { imports, unknown } = await planImports(context, originals, choices, (count) => {
    if (args.files.length > 1) progress.tell(() => `reading ${count} of ${args.files.length} files`);
  });
  progress.end();
  const [wrong] = unknown;
  if (wrong) {
    printProblems(io, unread(imports));
    throw new UsageError(unknownName(wrong));
  }

  const written = new Map<PlannedImport, string[]>();
  for (const planned of imports) {
    if (args.dryRun || planned.status === 'refused' || !planned.read) continue;
    try {
      written.set(planned, await writeImport(workspace, study, planned.read, context.records));
    } catch (error) {
      planned.status = 'refused';
      planned.file.message(error instanceof Error ? error.message : String(error), {
        ruleId: 'not-written',
        source: 'emic',
      }).fatal = true;
    }
  }

  const refused = imports.filter(({ status }) => status === 'refused');
  if (args.json) {
    const each = imports.map((planned) =>
      importJson(planned, args.dryRun ? null : (written.get(planned) ?? [])),
    );
    io.out(
      JSON.stringify(
        { study, fictional: context.fictional, dryRun: args.dryRun ?? false, imports: each, problems: [] },
        null,
        2,
      ),
    );
  } else print(io, args, imports, written);
  return refused.length > 0 ? 1 : 0;
}

function print(
  io: Io,
  args: ImportTranscriptArgs,
  imports: readonly PlannedImport[],
  written: ReadonlyMap<PlannedImport, readonly string[]>,
): void {
  const full = args.dryRun || imports.length === 1;
  printProblems(
    io,
    imports.flatMap(({ file, read }) => [file, ...(read?.codings?.broken ?? [])]),
  );
  if (!full) io.out(summariseImports(io, imports));
  for (const planned of full ? imports : []) {
    const text = describeImport(io, planned);
    if (text !== '') io.out(`${text}\n\n`);
    if (!args.dryRun && planned.status !== 'refused') printWritten(io, written.get(planned) ?? []);
  }
  const refused = imports.filter(({ status }) => status === 'refused').length;
  if (args.dryRun) io.out('Nothing was written: this was a dry run.');
  else if (imports.length > 1) {
    const same = imports.filter(({ status }) => status === 'unchanged').length;
    const counts = [
      `${imports.length - refused - same} imported`,
      ...(same > 0 ? [`${same} there already`] : []),
      ...(refused > 0 ? [`${refused} not imported`] : []),
    ];
    io.out(`${counts.join(', ')}.`);
  } else if (refused > 0) io.err('Nothing was written.');
}

function printWritten(io: Io, paths: readonly string[]): void {
  io.out(paths.length === 0 ? 'Nothing to write: all of it is there, and the same.' : 'Wrote');
  for (const path of paths) io.out(`  ${safe(path)}`);
  if (paths.some((path) => path.endsWith('imports.yaml'))) {
    io.out('What was decided is in imports.yaml; it and the originals stay out of git.');
  }
}

const unread = (imports: readonly PlannedImport[]) =>
  imports.filter(({ read }) => !read).map(({ file }) => file);

function unknownName({ option, name, names }: UnknownName): string {
  const meant = nearest(name, names);
  const speak = names.length === 0 ? 'Nobody is named' : `These speak: ${names.map(quote).join(', ')}`;
  return safe(
    `${option}: nobody is called ${quote(name)}.${meant ? ` Did you mean ${quote(meant)}?` : ''} ${speak}.`,
  );
}
