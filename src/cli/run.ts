import yargs, { type Argv } from 'yargs';
import { checkOptions } from './check-options.ts';
import { bases, formats, shows } from './choices.ts';
import type { CheckArgs } from './commands/check.ts';
import type { InitArgs } from './commands/init.ts';
import type { ReplicateArgs } from './commands/replicate.ts';
import type { StatementsArgs } from './commands/statements.ts';
import { complain } from './complain.ts';
import { agreementCommands } from './groups/agreement.ts';
import { codebookCommands } from './groups/codebook.ts';
import { codingCommands } from './groups/coding.ts';
import { importCommands } from './groups/import.ts';
import { referencesCommands } from './groups/references.ts';
import { selectionCommands } from './groups/selection.ts';
import { surveyCommands } from './groups/survey.ts';
import { guarded } from './guard-io.ts';
import { type ExitStatus, type Io, UsageError } from './io.ts';
import { optionHints } from './option-hints.ts';
import { asCommandSpells } from './rater-option.ts';

declare const EMIC_VERSION: string | undefined;

/**
 * Carries out one call of the command line. Each command is a file of its own, loaded when called.
 *
 * @returns the exit status, as `ExitStatus` says.
 */
export async function run(given: readonly string[], terminal: Io): Promise<ExitStatus> {
  const args = asCommandSpells(given, commandOf(given));
  const io = guarded(terminal);
  let status: ExitStatus = 0;
  let begun = false;
  const does = (command: () => Promise<ExitStatus>) => async (): Promise<void> => {
    begun = true;
    status = await command();
  };
  const completing = args[0] === '--get-yargs-completions';
  const names = completing ? await (await import('./complete.ts')).completionsFor(io, args.slice(2)) : [];
  const call = { io, does };
  const groups = [
    importCommands,
    codebookCommands,
    codingCommands,
    agreementCommands,
    surveyCommands,
    referencesCommands,
    selectionCommands,
  ];
  const base = yargs([...args]) as Argv;
  const parser = groups
    .reduce((parser, add) => add(parser, call), base)
    .scriptName('emic')
    .usage('$0 <command>\n\nQualitative research that can be re-run.')
    .command(
      'init [folder]',
      'make a workspace with a tiny fictional study',
      (y) =>
        y
          .positional('folder', { type: 'string', describe: 'where to make it', default: '.' })
          .option('study', {
            type: 'string',
            requiresArg: true,
            describe: 'name of the study; "library", "allotment", "choir" or "instruments" unless named',
          })
          .option('kind', {
            choices: ['focus-group', 'interviews', 'survey', 'literature-review'] as const,
            describe:
              'statements on a board; transcripts with codebook, codings and agreement; questions with responses; references, their selection and themes',
            default: 'focus-group' as const,
          })
          .option('json', json)
          .example('$0 init my-research', 'a new folder with everything in it')
          .example('$0 init --study pilot', 'one more study in the workspace here')
          .example('$0 init --kind interviews --study pilot', 'one of interviews that two people coded'),
      (argv) => does(async () => (await import('./commands/init.ts')).run(io, argv as InitArgs))(),
    )
    .command(
      'check [study]',
      'list every problem as file:line:column, with what to do',
      (y) =>
        onWorkspace(y)
          .option('fix', {
            type: 'boolean',
            describe: 'mend in the logs what needs no decision, and say what',
          })
          .example('$0 check', 'all studies of the workspace'),
      (argv) => does(async () => (await import('./commands/check.ts')).run(io, argv as CheckArgs))(),
    )
    .command(
      'statements [study]',
      'who stands where on each statement',
      (y) =>
        onWorkspace(y)
          .option('statement', {
            type: 'string',
            requiresArg: true,
            describe: 'only this statement; may stand several times',
          })
          .option('by-session', { type: 'boolean', describe: 'each session by itself as well' })
          .option('base', {
            choices: bases,
            requiresArg: true,
            describe: 'what the measures weigh',
            default: 'participants' as const,
          })
          .option('show', {
            choices: shows,
            requiresArg: true,
            describe: 'which tables',
          })
          .option('format', {
            choices: formats,
            requiresArg: true,
            default: 'terminal' as const,
          })
          .example('$0 statements focus-group --by-session', 'counts per session and in all')
          .example(
            '$0 statements focus-group --format latex --show measures > measures.tex',
            'a table for a paper',
          ),
      (argv) =>
        does(async () => (await import('./commands/statements.ts')).run(io, argv as StatementsArgs))(),
    )
    .command(
      'report [study]',
      'fill the template and write the report, its figures and tables',
      (y) => onWorkspace(y).example('$0 report focus-group', 'writes reports/focus-group/out/'),
      (argv) => does(async () => (await import('./commands/report.ts')).run(io, argv))(),
    )
    .command(
      'replicate [study]',
      'regenerate what a paper printed and compare it value by value',
      (y) =>
        onWorkspace(y)
          .option('reports', { type: 'boolean', describe: 'write the reports too' })
          .option('verbose', { type: 'boolean', describe: 'name every value, not only those that differ' })
          .example('$0 replicate focus-group --verbose', 'every value beside the paper’s')
          .epilog('Exit status: 0 every value matches or differs as documented, 1 any other difference.'),
      (argv) => does(async () => (await import('./commands/replicate.ts')).run(io, argv as ReplicateArgs))(),
    )
    .completion('completion', 'print a script that completes commands in your shell', withOwn(names))
    .demandCommand(1, 'Name a command.')
    .recommendCommands()
    .strict()
    .check(checkOptions)
    .version(typeof EMIC_VERSION === 'string' ? EMIC_VERSION : 'development')
    .help()
    .alias({ h: 'help' })
    .wrap(Math.min(io.width, 100))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UsageError([message, ...optionHints(args, optionsOf(base))].join('\n'));
    })
    .epilog('Exit status: 0 all is well, 1 findings, 2 the call itself is wrong, 3 a mistake in emic.');
  try {
    // Called by the shell's completion script; yargs answers by itself, and only when it is not given the words.
    if (completing) await parser.parseAsync();
    else
      await parser.parseAsync([...args], {}, (_error, _argv, output) => {
        if (output) io.out(output);
      });
  } catch (error) {
    return complain(io, error, args, begun ? commandOf(args) : undefined);
  }
  return status;
}

/** The names of all options of the command that was called, which yargs has and its types leave out. */
const optionsOf = (at: Argv): string[] =>
  Object.keys((at as Argv & { getOptions(): { key: Record<string, unknown> } }).getOptions().key);

/** The words of the command itself; undefined where options come first. */
function commandOf([first = '', second = '']: readonly string[]): string | undefined {
  if (first.startsWith('-')) return undefined;
  const isOfTwo =
    first === 'codebook' || first === 'import' || (first === 'selection' && second === 'decide');
  return isOfTwo ? `${first} ${second}` : first;
}

const json = { type: 'boolean', describe: 'print the result as JSON' } as const;

function onWorkspace(y: Argv) {
  return y
    .positional('study', { type: 'string', describe: 'its name; not needed where there is one study' })
    .option('workspace', {
      type: 'string',
      requiresArg: true,
      describe: 'the folder with corpus/ in it',
      alias: 'C',
    })
    .option('json', json);
}

type Fallback = (
  current: string,
  argv: unknown,
  own: (then: (error: Error | null, completions: string[] | undefined) => unknown) => unknown,
  done: (completions: string[]) => unknown,
) => void;

/** The given completions where there are some, else those that yargs has by itself. */
const withOwn =
  (more: readonly string[]): Fallback =>
  (_current, _argv, own, done) => {
    if (more.length > 0) done([...more]);
    else own((_error, completions = []) => done(completions));
  };
