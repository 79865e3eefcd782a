import { basename, extname, resolve } from 'node:path';
import { hasErrors, quote } from '../../problem/problem.ts';
import { tabulate } from '../../references/tabulate.ts';
import { safe } from '../../render/safe-text.ts';
import { isFictional } from '../../study/fictional.ts';
import {
  type ImportedReferences,
  importReferences,
  type ReferenceFormat,
} from '../../study/import-references.ts';
import { chooseStudyOrInit, type WorkspaceArgs } from '../choose-studies.ts';
import { refuseUnknownEncoding } from '../encoding-arg.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { describeImport, referenceTables } from '../references-text.ts';

export interface ImportReferencesArgs extends WorkspaceArgs {
  file: string;
  format?: ReferenceFormat | undefined;
  source?: string | undefined;
  encoding?: string | undefined;
  dryRun?: boolean | undefined;
  tabulate?: boolean | undefined;
  json?: boolean | undefined;
}

/** `emic import references`: takes over what a database or a reference manager exported, and tells duplicates. */
export async function run(io: Io, args: ImportReferencesArgs): Promise<ExitStatus> {
  const format = args.format ?? formatOf(args.file);
  const source = (args.source ?? basename(args.file)).trim();
  if (source === '') throw new UsageError('--source is empty.');
  refuseUnknownEncoding(args.encoding);
  const { workspace, study } = await chooseStudyOrInit(io, args, {
    kind: 'literature-review',
    makes: 'literature review',
  });
  const original = { path: resolve(io.cwd, args.file), shown: args.file };
  const imported = await importReferences(workspace, study, original, {
    format,
    source,
    encoding: args.encoding,
    dryRun: args.dryRun,
  });
  if (args.json)
    io.out(
      JSON.stringify(
        asJson({ study, fictional: await isFictional(workspace, study) }, format, source, imported),
        null,
        2,
      ),
    );
  else print(io, args, imported);
  return hasErrors(imported.files) ? 1 : 0;
}

function print(io: Io, args: ImportReferencesArgs, imported: ImportedReferences): void {
  printProblems(io, imported.files);
  const { status, written, updated } = imported;
  if (imported.entries > 0) io.out(`${describeImport(io, args.file, imported)}\n\n`);
  if (args.tabulate && updated) io.out(`${referenceTables(io, tabulate(updated.records), 'terminal')}\n\n`);
  if (status === 'read') io.out('Nothing was written: this was a dry run.');
  else if (status === 'refused') io.err('Nothing was written.');
  else if (written.length === 0) io.out('Nothing to write: all of it is there, and the same.');
  else {
    io.out('Wrote');
    for (const path of written) io.out(`  ${safe(path)}`);
  }
  const list = written.find((path) => path.endsWith('/duplicates.csv'));
  if (list !== undefined && updated && updated.waiting.size > 0) {
    io.out(
      `In ${safe(list)}, write "same" or "different" in the column "decision"; emic references duplicates applies it, and so does the next import.`,
    );
  }
}

function asJson(
  { study, fictional }: { study: string; fictional: boolean | null },
  format: ReferenceFormat,
  source: string,
  imported: ImportedReferences,
) {
  const { status, files, entries, leftOut, ignored, added, known, differing, updated, standing, written } =
    imported;
  return {
    study,
    fictional,
    status,
    format,
    source,
    entries,
    leftOut,
    ignored,
    added,
    known,
    differing,
    merged: Object.fromEntries(updated?.merged ?? []),
    waiting: Object.fromEntries(updated?.waiting ?? []),
    records: updated?.records.length ?? null,
    rows: imported.rows,
    earlier: imported.earlier,
    published: updated?.published ?? [],
    standing,
    passedOver: updated?.passedOver ?? [],
    written,
    problems: problemsOf(files),
  };
}

function formatOf(file: string): ReferenceFormat {
  const format = formats[extname(file).toLowerCase()];
  if (format !== undefined) return format;
  if (extname(file).toLowerCase() === '.nbib')
    throw new UsageError(
      `${quote(file)} is in the format of PubMed, which is not read: bring it into a reference manager and export RIS from there, or save the search as CSV in PubMed.`,
    );
  throw new UsageError(
    `The name of ${quote(file)} does not say what it is: .bib, .ris, .csv, .tsv or .txt do; else say --format bibtex, ris or csv.`,
  );
}

const formats: Readonly<Record<string, ReferenceFormat>> = {
  '.bib': 'bibtex',
  '.bibtex': 'bibtex',
  '.ris': 'ris',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
};
