import type { Argv } from 'yargs';
import { bootstrapKinds, distributions, intervalKinds } from '../../agreement/interval-kinds.ts';
import { unsureWays } from '../../selection/stage.ts';
import { formats, selectionShows } from '../choices.ts';
import type { SelectionArgs } from '../commands/selection.ts';
import type { SelectionDecideArgs } from '../commands/selection-decide.ts';
import type { Group } from './group.ts';

/** Commands about how the records of a literature review were selected. */
export const selectionCommands: Group = (parser: Argv, { io, does }) =>
  parser.command(
    'selection [study]',
    'how records were selected: stages, agreement of raters, the flow and its sums',
    (y) =>
      y
        .command(
          'decide [study]',
          'decide on the records of a stage, one by one, on a full screen',
          (z) =>
            z
              .positional('study', {
                type: 'string',
                describe: 'its name; not needed where there is one study',
              })
              .option('stage', {
                type: 'string',
                requiresArg: true,
                describe: 'not needed where there is one stage',
              })
              .option('rater', {
                type: 'string',
                requiresArg: true,
                describe: 'who decides; not needed where the stage has one rater',
              })
              .example('$0 selection decide review --stage title --rater ana', 'goes on where ana left off')
              .epilog(
                'Each decision is in corpus/<study>/selection/<stage>/<rater>.csv before the screen shows it. Other raters’ decisions are not shown. ? shows all keys.\n\nExit status: 0 all is well, 1 a file has errors, 2 the call itself is wrong.',
              ),
          (argv) =>
            does(async () =>
              (await import('../commands/selection-decide.ts')).run(io, argv as SelectionDecideArgs),
            )(),
        )
        .positional('study', { type: 'string', describe: 'its name; not needed where there is one study' })
        .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
        .option('stage', {
          type: 'string',
          array: true,
          nargs: 1,
          ...own,
          describe: 'only this stage; may stand several times',
        })
        .option('agreement', {
          type: 'boolean',
          ...own,
          describe: 'how far the raters of each stage agree, and where they differ',
        })
        .option('measure', {
          type: 'string',
          array: true,
          nargs: 1,
          ...own,
          requiresArg: true,
          describe:
            'with --agreement: percent and Cohen’s kappa of two, Fleiss’ of all, unless others are named: cohen-kappa,gwet-ac1',
        })
        .option('unsure', {
          choices: unsureWays,
          ...own,
          requiresArg: true,
          describe: 'with --agreement: unsure is a category, unless it counts as include',
        })
        .option('interval', {
          choices: intervalKinds,
          ...own,
          requiresArg: true,
          describe: 'with --agreement: the kind of interval',
        })
        .option('bootstrap', {
          choices: bootstrapKinds,
          ...own,
          requiresArg: true,
          describe: 'resample, and take the limits so',
        })
        .option('replicates', {
          type: 'number',
          ...own,
          requiresArg: true,
          describe: 'how many resamples; 1000',
        })
        .option('distribution', {
          choices: distributions,
          ...own,
          requiresArg: true,
          describe: 'analytic intervals by the normal distribution, or by t with n - 1',
        })
        .option('level', { type: 'number', ...own, requiresArg: true, describe: 'of intervals; 0.95' })
        .option('seed', { type: 'number', ...own, requiresArg: true, describe: 'for resampling' })
        .option('show', { choices: selectionShows, ...own, requiresArg: true, describe: 'only these tables' })
        .option('format', { choices: formats, ...own, requiresArg: true, default: 'terminal' as const })
        .option('json', { type: 'boolean', ...own, describe: 'print the result as JSON' })
        .example('$0 selection review', 'every stage, and the flow with what does not add up')
        .example('$0 selection review --agreement --stage title', 'kappa of the first stage')
        .epilog(
          'docs/selection.md has the formats of the files.\n\nExit status: 0 all is well, 1 a file has errors or a sum of the flow does not add up and is not said to be known, 2 the call itself is wrong.',
        ),
    (argv) => does(async () => (await import('../commands/selection.ts')).run(io, argv as SelectionArgs))(),
  );

/** Of this command, and not of the one below it. */
const own = { global: false } as const;
