import type { Argv } from 'yargs';
import { bootstrapKinds, distributions, intervalKinds } from '../../agreement/interval-kinds.ts';
import { measureNames } from '../../agreement/measure-names.ts';
import { unsureWays } from '../../selection/stage.ts';
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
        .option('unsure', {
          choices: unsureWays,
          requiresArg: true,
          describe: 'with --agreement: unsure is a category, unless it counts as include',
        })
        .option('interval', {
          choices: intervalKinds,
          requiresArg: true,
          describe: 'with --agreement: the kind of interval',
        })
        .option('bootstrap', {
          choices: bootstrapKinds,
          requiresArg: true,
          describe: 'resample, and take the limits so',
        })
        .option('replicates', { type: 'number', requiresArg: true, describe: 'how many resamples; 1000' })
        .option('distribution', {
          choices: distributions,
          requiresArg: true,
          describe: 'analytic intervals by the normal distribution, or by t with n - 1',
        })
        .option('level', { type: 'number', requiresArg: true, describe: 'of intervals; 0.95' })
        .option('seed', { type: 'number', requiresArg: true, describe: 'for resampling' })
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
