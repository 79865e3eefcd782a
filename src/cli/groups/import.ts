import type { Argv } from 'yargs';
import type { ImportTranscriptArgs } from '../import-choices.ts';
import { importAnswers } from './answers.ts';
import type { Group } from './group.ts';
import { importReferences } from './references.ts';
import { importResponses } from './responses.ts';

/** Commands that bring in what other programs wrote. */
export const importCommands: Group = (parser: Argv, { io, does }) =>
  parser.command('import', 'bring in transcripts, survey responses and references from elsewhere', (y) =>
    [importAnswers, importResponses, importReferences]
      .reduce((parser, add) => add(parser, { io, does }), y)
      .command(
        'transcript <files..>',
        'freeze transcripts: plain text with "Name:" labels, Markdown, WebVTT, SubRip',
        (z) =>
          z
            .positional('files', {
              type: 'string',
              array: true,
              describe: 'the files, as they were exported',
            })
            .option('study', { type: 'string', describe: 'its name; not needed where there is one study' })
            .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
            .option('dry-run', { type: 'boolean', describe: 'list the speakers and write nothing' })
            .option('rename', {
              ...repeated,
              describe: 'another name for a speaker: "Old=New"; "?=New" for whoever is not named',
            })
            .option('participants', {
              ...repeated,
              describe: 'whose turns count: "Ana,Ben"; everybody who is named unless said',
            })
            .option('not-participants', { ...repeated, describe: 'whose turns do not count: "Interviewer"' })
            .option('as', { type: 'string', requiresArg: true, describe: 'the name of the document' })
            .option('format', {
              choices: ['plain-labels', 'markdown', 'web-vtt', 'sub-rip'] as const,
              describe: 'read the file as this; by its content unless said',
            })
            .option('kind', {
              choices: ['transcript', 'notes', 'fictional'] as const,
              describe: 'what the text is',
            })
            .option('title', { type: 'string', requiresArg: true, describe: 'the title of the document' })
            .option('language', { type: 'string', requiresArg: true, describe: 'such as en or pt-BR' })
            .option('date', {
              type: 'string',
              requiresArg: true,
              describe: 'when the conversation took place, such as 2024-05-01',
            })
            .option('fresh', { type: 'boolean', describe: 'leave out what was decided in the import before' })
            .option('replace', {
              type: 'boolean',
              describe: 'replace a frozen transcript that differs; it is kept in originals/replaced/',
            })
            .option('keep-codings', {
              type: 'boolean',
              describe: 'with --replace: also if it is coded; codings are looked for in the new text',
            })
            .option('json', { type: 'boolean', describe: 'print the result as JSON' })
            .example(
              '$0 import transcript zoom/P4.vtt --dry-run',
              'who speaks how much, and variants of names',
            )
            .example(
              '$0 import transcript zoom/P4.vtt --rename "Maria Silva=P4" --rename "M. Silva=P4"',
              'two names of one person, and a pseudonym',
            )
            .example('$0 import transcript zoom/*.vtt --not-participants Interviewer', 'several at once')
            .epilog(
              'The file is copied as it is to corpus/<study>/originals/, with what was decided in imports.yaml beside it; git keeps neither. The frozen text is corpus/<study>/transcripts/<document>.md. The same file again gives the same text.\n\nExit status: 0 all is well, 1 a file could not be imported, 2 the call itself is wrong.',
            ),
        (argv) =>
          does(async () =>
            (await import('../commands/import-transcript.ts')).run(
              io,
              argv as unknown as ImportTranscriptArgs,
            ),
          )(),
      )
      .demandCommand(
        1,
        'Say what to import: emic import transcript FILE…, emic import responses FILE.csv, emic import references FILE, or emic import answers',
      ),
  );

/** Given once or more, with one value each, so that it swallows no file. */
const repeated = { type: 'string', array: true, nargs: 1 } as const;
