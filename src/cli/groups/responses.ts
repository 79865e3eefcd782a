import type { Argv } from 'yargs';
import { toolNames } from '../../survey/exports/export.ts';
import type { ImportResponsesArgs } from '../commands/import-responses.ts';
import type { Group } from './group.ts';

/** `emic import responses`. */
export const importResponses: Group = (parser: Argv, { io, does }) =>
  parser.command(
    'responses <file>',
    'take over survey responses: Qualtrics, Google Forms, SurveyMonkey, LimeSurvey, Microsoft Forms, KoboToolbox, CSV',
    (y) =>
      y
        .positional('file', { type: 'string', describe: 'the CSV file, as it was exported' })
        .option('study', { type: 'string', describe: 'its name; not needed where there is one study' })
        .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
        .option('dry-run', { type: 'boolean', describe: 'say what would be kept and write nothing' })
        .option('format', {
          choices: toolNames,
          describe: 'the tool that wrote the file; by its headings unless said',
        })
        .option('encoding', {
          type: 'string',
          requiresArg: true,
          describe: 'such as windows-1252, utf-16le or shift_jis; UTF-8 unless said',
        })
        .option('keep', {
          ...repeated,
          describe: 'keep this column, though it may say who people are, or is an id of the tool',
        })
        .option('leave-out', { ...repeated, describe: 'leave out this column' })
        .option('keep-duplicates', {
          type: 'boolean',
          describe: 'keep every response of a respondent, not only the first',
        })
        .option('replace', {
          type: 'boolean',
          describe: 'replace responses that differ; they are kept in originals/replaced/',
        })
        .option('tabulate', { type: 'boolean', describe: 'then show the answers, as emic survey does' })
        .option('json', { type: 'boolean', describe: 'print the result as JSON' })
        .example(
          '$0 import responses export.csv --dry-run',
          'which tool wrote it, and what would be left out',
        )
        .example('$0 import responses export.csv --keep Country --study survey', 'with a column kept')
        .epilog(
          'The file is copied as it is to corpus/<study>/originals/, which git does not keep. What is kept of it is corpus/<study>/responses.csv: one row a respondent, R1, R2 and so on. Columns that may say who respondents are stay out. Rows with something wrong are told and left out; the others are imported.\n\nExit status: 0 all is well, 1 rows were left out or nothing could be imported, 2 the call itself is wrong.',
        ),
    (argv) =>
      does(async () =>
        (await import('../commands/import-responses.ts')).run(io, argv as unknown as ImportResponsesArgs),
      )(),
  );

/** Given once or more, with one value each, so that it swallows no file. */
const repeated = { type: 'string', array: true, nargs: 1 } as const;
