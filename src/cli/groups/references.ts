import type { Argv } from 'yargs';
import { formats } from '../choices.ts';
import type { ImportReferencesArgs } from '../commands/import-references.ts';
import type { ReferencesArgs } from '../commands/references.ts';
import type { ReferencesDuplicatesArgs } from '../commands/references-duplicates.ts';
import type { Group } from './group.ts';

/** `emic import references`. */
export const importReferences: Group = (parser: Argv, { io, does }) =>
  parser.command(
    'references <file>',
    'take over references: BibTeX, RIS, and tables of Scopus, Web of Science, IEEE Xplore, ACM, Zotero',
    (y) =>
      y
        .positional('file', { type: 'string', describe: 'the file, as it was exported' })
        .option('study', { type: 'string', describe: 'its name; not needed where there is one study' })
        .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
        .option('source', {
          type: 'string',
          requiresArg: true,
          describe: 'the database or search it is from; the name of the file unless said',
        })
        .option('format', {
          choices: ['bibtex', 'ris', 'csv'] as const,
          describe: 'what the file is; by its name unless said',
        })
        .option('encoding', {
          type: 'string',
          requiresArg: true,
          describe: 'such as windows-1252 or utf-16le; UTF-8 unless said',
        })
        .option('dry-run', { type: 'boolean', describe: 'say what would come of it and write nothing' })
        .option('tabulate', {
          type: 'boolean',
          describe: 'then count all references, as emic references does',
        })
        .option('json', { type: 'boolean', describe: 'print the result as JSON' })
        .example('$0 import references scopus.bib --source Scopus', 'one search')
        .example('$0 import references wos.ris --dry-run', 'how many of them are new')
        .epilog(
          'Records go to corpus/<study>/references.csv, those that are one work for certain as one record with all its sources. Pairs that may be one work are listed in corpus/<study>/duplicates.csv: write same or different. The file is copied as it is to corpus/<study>/originals/. An entry with something wrong is told and left out; the others are imported.\n\nExit status: 0 all is well, 1 entries were left out or nothing could be imported, 2 the call itself is wrong.',
        ),
    (argv) =>
      does(async () =>
        (await import('../commands/import-references.ts')).run(io, argv as unknown as ImportReferencesArgs),
      )(),
  );

/** Commands about references. */
export const referencesCommands: Group = (parser: Argv, { io, does }) =>
  parser.command(
    'references [study]',
    'how many references there are, by year, type and source',
    (y) =>
      y
        .command(
          'duplicates [study]',
          'apply what was decided in duplicates.csv, and look for duplicates anew',
          (z) =>
            z
              .positional('study', {
                type: 'string',
                describe: 'its name; not needed where there is one study',
              })
              .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
              .option('json', { type: 'boolean', describe: 'print the result as JSON' })
              .example('$0 references duplicates', 'after same or different was written into the list'),
          (argv) =>
            does(async () =>
              (await import('../commands/references-duplicates.ts')).run(
                io,
                argv as ReferencesDuplicatesArgs,
              ),
            )(),
        )
        .positional('study', { type: 'string', describe: 'its name; not needed where there is one study' })
        .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
        .option('format', { choices: formats, requiresArg: true, default: 'terminal' as const })
        .option('json', { type: 'boolean', describe: 'print the result as JSON' })
        .example('$0 references', 'counts of all records'),
    (argv) => does(async () => (await import('../commands/references.ts')).run(io, argv as ReferencesArgs))(),
  );
