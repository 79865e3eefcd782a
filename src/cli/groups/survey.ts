import type { Argv } from 'yargs';
import { surveyShows } from '../choices.ts';
import type { SurveyArgs } from '../commands/survey.ts';
import type { SurveyDescribeArgs } from '../commands/survey-describe.ts';
import type { Group } from './group.ts';

/** Commands about surveys. */
export const surveyCommands: Group = (parser: Argv, { io, does }) =>
  parser.command(
    'survey [study]',
    'what respondents answered: shares, medians, groups and tests, scales',
    (y) =>
      y
        .command(
          'describe [study]',
          'draft a question file from the answers',
          (z) =>
            z
              .positional('study', {
                type: 'string',
                describe: 'its name, or a file that a survey tool exported',
              })
              .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
              .example('$0 survey describe export.csv > questions.yaml', 'of any export'),
          (argv) =>
            does(async () =>
              (await import('../commands/survey-describe.ts')).run(io, argv as SurveyDescribeArgs),
            )(),
        )
        .positional('study', {
          type: 'string',
          describe: 'its name, or a file that a survey tool exported; not needed where there is one study',
        })
        .option('questions', {
          type: 'string',
          requiresArg: true,
          describe: 'with a file: what was asked; drafted from the answers unless given',
        })
        .option('encoding', {
          type: 'string',
          requiresArg: true,
          describe: 'with a file: such as windows-1252; UTF-8 unless said',
        })
        .option('keep-duplicates', {
          type: 'boolean',
          describe: 'with a file: keep every response of a respondent, not only the first',
        })
        .option('item', list('only these items, in this order'))
        .option('scale', list('only the reliability of these scales'))
        .option('by', { type: 'string', requiresArg: true, describe: 'groups: by the answers to this item' })
        .option(
          'where',
          list('only who gave an answer: "role=Manager"; the same item again is an alternative'),
        )
        .option('show', {
          choices: surveyShows,
          describe: 'only this kind of table',
        })
        .option('mean', { type: 'boolean', describe: 'means and standard deviations too' })
        .option('pairs', { type: 'boolean', describe: 'with three groups or more: compare each two of them' })
        .option('format', {
          choices: ['terminal', 'markdown', 'html', 'csv', 'latex'] as const,
          default: 'terminal' as const,
        })
        .option('json', { type: 'boolean', describe: 'print the result as JSON' })
        .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
        .example('$0 survey practice', 'every item')
        .example('$0 survey export.csv', 'an export, at once and without a study')
        .example('$0 survey practice --item welcome --by before', 'one item by group, tested')
        .epilog('docs/surveys.md says what each number is, and has the keys of the question file.'),
    (argv) => does(async () => (await import('../commands/survey.ts')).run(io, argv as SurveyArgs))(),
  );

const list = (describe: string) => ({ type: 'string', array: true, nargs: 1, describe }) as const;
