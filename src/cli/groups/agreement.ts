import type { Argv } from 'yargs';
import { schemes } from '../../agreement/bands.ts';
import { bootstrapKinds, distributions, intervalKinds } from '../../agreement/interval-kinds.ts';
import { measureNames } from '../../agreement/measure-names.ts';
import { spanMeasureNames } from '../../agreement/spans/measure-names.ts';
import { weightNames } from '../../agreement/weights.ts';
import type { AgreeArgs } from '../agree-args.ts';
import type { DisagreeArgs } from '../commands/disagree.ts';
import type { ReconcileArgs } from '../commands/reconcile.ts';
import type { Call, Group } from './group.ts';

const units = ['turn', 'paragraph', 'sentence', 'document', 'character', 'spans'] as const;

/** Commands about agreement. */
export const agreementCommands: Group = (parser: Argv, { io, does }: Call) =>
  parser
    .command(
      'agree [study]',
      'how far raters agree: per code, pooled, pairwise and over all',
      (y) =>
        common(y, 'a study’s name, or a file: ratings (unit,rater,code or a column a rater) or spans')
          .option('unit', {
            choices: units,
            describe: 'what is compared; no default, unless the protocol names one',
          })
          .option('measure', {
            type: 'string',
            describe: `one or more of ${measureNames.join(', ')}; or, of spans, ${spanMeasureNames.join(', ')}`,
            requiresArg: true,
          })
          .option('weights', {
            type: 'string',
            describe: `how near categories count: ${weightNames.join(', ')}, or a CSV file with a matrix`,
            requiresArg: true,
          })
          .option('weights-by', {
            choices: ['rank', 'value'] as const,
            describe: 'weigh by the order of categories, or by the numbers that they are',
          })
          .option('metric', {
            choices: ['nominal', 'ordinal', 'interval', 'ratio', 'masi', 'jaccard'] as const,
            describe:
              'how far apart categories are, for Krippendorff’s alpha; masi and jaccard for sets of codes',
          })
          .option('missing', {
            choices: ['pairwise', 'listwise'] as const,
            describe: 'ratings file: units with two ratings or more, or only those that all rated',
          })
          .option('only-coded', { type: 'boolean', describe: 'only units with any code by a compared rater' })
          .option('roll-up', { type: 'boolean', describe: 'a code counts for the codes above it too' })
          .option('min-overlap', {
            type: 'number',
            describe:
              'the least share of a unit that a code has to cover; for span-f1, of two spans that they have in common',
            requiresArg: true,
          })
          .option('code-version', {
            type: 'string',
            describe: 'read all codes as this codebook version has them',
            requiresArg: true,
          })
          .option('per-code', {
            type: 'boolean',
            describe: 'each pair of raters code by code; for a file, each category',
          })
          .option('per-rater', { type: 'boolean', describe: 'each rater against the rest' })
          .option('per-unit', { type: 'boolean', describe: 'which units cost most' })
          .option('compare', {
            type: 'boolean',
            describe: 'ratings file: tests every two of the values for a difference, on the same units',
          })
          .option('later', {
            type: 'string',
            describe: 'a later round, or ratings file: each rater with themself, and the change of agreement',
            requiresArg: true,
          })
          .option('plan', {
            type: 'boolean',
            describe: 'how many units are needed, for --kappa, --prevalence and --half-width',
          })
          .option('kappa', {
            type: 'number',
            describe: '--plan: the kappa that is expected',
            requiresArg: true,
          })
          .option('prevalence', {
            type: 'number',
            describe: '--plan: the share of units that carry the code',
            requiresArg: true,
          })
          .option('half-width', {
            type: 'number',
            describe: '--plan: half of the width of the interval that is wanted',
            requiresArg: true,
          })
          .option('show', { choices: ['codes', 'pooled', 'all'] as const, describe: 'which tables' })
          .option('interval', {
            choices: intervalKinds,
            describe: 'auto resamples documents where there are five or more',
          })
          .option('bootstrap', {
            choices: bootstrapKinds,
            describe: 'resample, and take the limits so',
          })
          .option('replicates', { type: 'number', describe: 'how many resamples; 1000', requiresArg: true })
          .option('distribution', {
            choices: distributions,
            describe: 'analytic intervals by the normal distribution, or by t with n - 1',
          })
          .option('level', { type: 'number', describe: 'of intervals; 0.95', requiresArg: true })
          .option('bands', {
            choices: Object.keys(schemes),
            describe: 'how likely the true value lies in each band of these',
          })
          .option('seed', { type: 'number', describe: 'for resampling', requiresArg: true })
          .option('explain', {
            type: 'boolean',
            describe: 'the worked calculation, with the 2x2 tables; of spans a drawing of each rater’s',
          })
          .option('compare-units', { type: 'boolean', describe: 'pooled kappa by every unit (exploratory)' })
          .option('levels', {
            type: 'string',
            describe: 'ratings file: the categories in their order',
            requiresArg: true,
          })
          .option('na', {
            type: 'string',
            describe: 'ratings file: what stands for a missing rating, beside an empty cell: NA,99',
            requiresArg: true,
          })
          .option('multi', {
            type: 'string',
            describe: 'ratings file: what parts several codes in a cell',
            requiresArg: true,
          })
          .option('near', {
            type: 'number',
            describe: 'boundary-similarity: boundaries fewer characters apart are a near miss; 2',
            requiresArg: true,
          })
          .option('gamma-weights', {
            type: 'string',
            describe: 'gamma: how much places and codes count; 3,1',
            requiresArg: true,
          })
          .option('samples', {
            type: 'number',
            describe: 'gamma: how many random continua are drawn first; 30',
            requiresArg: true,
          })
          .option('precision', {
            type: 'number',
            describe: 'gamma: how well the expected disorder has to be known; 0.02',
            requiresArg: true,
          })
          .option('length', {
            type: 'number',
            describe: 'file of spans: how long each document is, where no column length says it',
            requiresArg: true,
          })
          .option('format', {
            choices: ['terminal', 'markdown', 'html', 'csv', 'latex'] as const,
            describe: 'how to write it',
          })
          .example('$0 agree --unit turn', 'every round: per code, worst first, then pooled')
          .example(
            '$0 agree practice --unit turn --round 1 --raters ana,ben --explain',
            'how each kappa comes about',
          )
          .example(
            '$0 agree ratings.csv --measure cohen-kappa --weights quadratic --levels low,middle,high',
            'a file from elsewhere',
          )
          .example(
            '$0 agree --unit spans --measure u-alpha,gamma,span-f1 --per-code',
            'whether raters cut the text alike',
          )
          .example('$0 agree spans.csv --length 4200', 'the same of a file: document,rater,start,end,code')
          .example('$0 agree --round 1 --later 2', 'each rater over time, and what became of agreement')
          .example('$0 agree --plan --kappa 0.7 --half-width 0.1', 'how many units two raters need'),
      (argv) => does(async () => (await import('../commands/agree.ts')).run(io, argv as AgreeArgs))(),
    )
    .command(
      'disagree [study]',
      'passages where raters differ, side by side, most frequent confusion first',
      (y) =>
        common(y, 'its name; not needed where there is one study')
          .option('unit', { choices: units, describe: 'what a passage is; the protocol’s unit, else turn' })
          .option('format', {
            choices: ['terminal', 'markdown', 'html'] as const,
            describe: 'how to write it',
          })
          .example('$0 disagree --code workload', 'everything about one code, with the codebook’s words')
          .example(
            '$0 disagree practice --round 1 --format html > differences.html',
            'a page to go through together',
          ),
      (argv) => does(async () => (await import('../commands/disagree.ts')).run(io, argv as DisagreeArgs))(),
    )
    .command(
      'reconcile [document]',
      'settle differences between raters one by one: the consensus, with who decided what and why',
      (y) =>
        y
          .positional('document', { type: 'string', describe: 'only this document' })
          .option('study', { type: 'string', describe: 'its name; not needed where there is one study' })
          .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
          .option('by', {
            type: 'string',
            describe: 'who decides; recorded with every decision',
            requiresArg: true,
          })
          .option('round', {
            type: 'string',
            describe: 'the last one with codings unless named',
            requiresArg: true,
          })
          .option('raters', list('who is compared; as decided so far, or all, unless named'))
          .option('code', list('only these codes'))
          .option('all', { type: 'boolean', describe: 'decided differences too, to decide them anew' })
          .option('plain', { type: 'boolean', describe: 'line by line, for screen readers and pipes' })
          .option('unclear', { type: 'boolean', describe: 'list the definitions that were found unclear' })
          .option('json', {
            type: 'boolean',
            describe: 'print the differences and decisions as JSON, and decide nothing',
          })
          .example('$0 reconcile --round 1 --by "ana and ben"', 'worst code first, on a full screen')
          .example('$0 reconcile interview-1 --round 1 --raters ana,ben --by ana --plain', 'line by line')
          .example('$0 reconcile --unclear', 'what the next version of the codebook should make clear')
          .epilog(
            'What the raters coded stays as it is. Decisions are lines of corpus/<study>/decisions.jsonl, and the consensus is a rater of that name beside the others. Agreement with it is negotiated, and no reliability.',
          ),
      (argv) => does(async () => (await import('../commands/reconcile.ts')).run(io, argv as ReconcileArgs))(),
    );

const list = (describe: string) => ({ type: 'string', array: true, nargs: 1, describe }) as const;

/** What both commands choose from. */
function common(y: Argv, study: string) {
  return y
    .positional('study', { type: 'string', describe: study })
    .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
    .option('code', { type: 'string', describe: 'only these codes, parted by commas', requiresArg: true })
    .option('raters', { type: 'string', describe: 'only these raters, parted by commas', requiresArg: true })
    .option('round', { type: 'string', describe: 'only these rounds', requiresArg: true })
    .option('document', { type: 'string', describe: 'only these documents', requiresArg: true })
    .option('speakers', {
      type: 'string',
      describe: '"all", or names; else participants only',
      requiresArg: true,
    })
    .option('json', { type: 'boolean', describe: 'print the result as JSON' });
}
