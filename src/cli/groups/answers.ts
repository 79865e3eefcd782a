import type { Argv } from 'yargs';
import type { ImportAnswersArgs } from '../commands/import-answers.ts';
import type { Group } from './group.ts';

/** `emic import answers`. */
export const importAnswers: Group = (parser: Argv, { io, does }) =>
  parser.command(
    'answers [items..]',
    'freeze the answers to open questions of a survey as transcripts, to be coded',
    (y) =>
      y
        .positional('items', {
          type: 'string',
          array: true,
          describe: 'open questions, by their names in the question file; all of them unless named',
        })
        .option('study', { type: 'string', describe: 'its name; not needed where there is one study' })
        .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
        .option('dry-run', { type: 'boolean', describe: 'say what would be frozen and write nothing' })
        .option('replace', {
          type: 'boolean',
          describe: 'replace answers that have changed; what is there is kept in originals/replaced/',
        })
        .option('keep-codings', {
          type: 'boolean',
          describe: 'with --replace: also if they are coded; codings are looked for in the new text',
        })
        .option('json', { type: 'boolean', describe: 'print the result as JSON' })
        .example('$0 import answers why --study survey', 'the answers to one question')
        .epilog(
          'The transcript is corpus/<study>/transcripts/<item>.md: a turn for each respondent who answered, by the id in responses.csv. Later responses are added at its end.\n\nExit status: 0 all is well, 1 something could not be frozen, 2 the call itself is wrong.',
        ),
    (argv) =>
      does(async () =>
        (await import('../commands/import-answers.ts')).run(io, argv as unknown as ImportAnswersArgs),
      )(),
  );
