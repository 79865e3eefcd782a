import type { Argv } from 'yargs';
import { measureNames } from '../../agreement/measure-names.ts';
import { formats, selectionShows } from '../choices.ts';
import type { SelectionArgs } from '../commands/selection.ts';
import type { Group } from './group.ts';

/** The command about how the records of a literature review were selected. */
export const selectionCommands: Group = (parser: Argv, { io, does }) =>
  parser.command(
    'selection [study]',
    'how records were selected: stages, agreement of raters, the flow and its sums',
    (y) =>
      y
        .positional('study', { type: 'string', describe: 'its name; not needed where there is one study' })
        .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
        .option('stage', {
          type: 'string',
          array: true,
          nargs: 1,
          describe: 'only this stage; may stand several times',
        })
        .option('agreement', {
          type: 'boolean',
          describe: 'how far the raters of each stage agree, and where they differ',
        })
        .option('measure', {
          choices: measureNames,
          requiresArg: true,
          describe: 'with --agreement: percent and Cohen’s kappa of two, Fleiss’ of all, unless named',
        })
        .option('show', { choices: selectionShows, requiresArg: true, describe: 'only these tables' })
        .option('format', { choices: formats, requiresArg: true, default: 'terminal' as const })
        .option('json', { type: 'boolean', describe: 'print the result as JSON' })
        .example('$0 selection review', 'every stage, and the flow with what does not add up')
        .example('$0 selection review --agreement --stage title', 'kappa of the first stage')
        .epilog(
          'docs/selection.md has the formats of the files.\n\nExit status: 0 all is well, 1 a file has errors or a sum of the flow does not add up and is not said to be known, 2 the call itself is wrong.',
        ),
    (argv) => does(async () => (await import('../commands/selection.ts')).run(io, argv as SelectionArgs))(),
  );
