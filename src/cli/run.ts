import yargs, { type Argv } from 'yargs';
import type { WorkspaceArgs } from './choose-studies.ts';
import type { InitArgs } from './commands/init.ts';
import type { ReplicateArgs } from './commands/replicate.ts';
import type { StatementsArgs } from './commands/statements.ts';
import { type ExitStatus, type Io, UsageError } from './io.ts';

declare const EMIC_VERSION: string | undefined;

/**
 * Carries out one call of the command line. Each command is a file of its own, loaded when called.
 *
 * @returns the exit status: 0 all is well, 1 findings, 2 the call itself is wrong.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const does = (command: () => Promise<ExitStatus>) => async (): Promise<void> => {
    status = await command();
  };
  const parser = yargs()
    .scriptName('emic')
    .usage('$0 <command>\n\nQualitative research that can be re-run.')
    .command(
      'init [folder]',
      'make a workspace with a tiny fictional study',
      (y) =>
        y
          .positional('folder', { type: 'string', describe: 'where to make it', default: '.' })
          .option('study', { type: 'string', describe: 'name of the study', default: 'library' })
          .option('json', json)
          .example('$0 init my-research', 'a new folder with everything in it')
          .example('$0 init --study pilot', 'one more study in the workspace here'),
      (argv) => does(async () => (await import('./commands/init.ts')).run(io, argv as InitArgs))(),
    )
    .command(
      'check [study]',
      'list every problem as file:line:column, with what to do',
      (y) => onWorkspace(y).example('$0 check', 'all studies of the workspace'),
      (argv) => does(async () => (await import('./commands/check.ts')).run(io, argv))(),
    )
    .command(
      'statements [study]',
      'who stands where on each statement',
      (y) =>
        onWorkspace(y)
          .option('statement', { type: 'string', array: true, describe: 'only these statements' })
          .option('by-session', { type: 'boolean', describe: 'each session by itself as well' })
          .option('base', {
            choices: ['participants', 'comments'] as const,
            describe: 'what the measures weigh',
            default: 'participants' as const,
          })
          .option('show', {
            choices: ['positions', 'comments', 'measures', 'all'] as const,
            describe: 'which tables',
          })
          .option('format', {
            choices: ['terminal', 'markdown', 'html', 'csv', 'latex'] as const,
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
    .completion('completion', 'print a script that completes commands in your shell', (_current, argv) =>
      studyNames(io, argv as WorkspaceArgs),
    )
    .demandCommand(1, 'Name a command.')
    .recommendCommands()
    .strict()
    .version(typeof EMIC_VERSION === 'string' ? EMIC_VERSION : 'development')
    .help()
    .alias({ h: 'help' })
    .wrap(Math.min(io.width, 100))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new UsageError(message);
    })
    .epilog('Exit status: 0 all is well, 1 findings, 2 the call itself is wrong.');
  try {
    await parser.parseAsync([...args], {}, (_error, _argv, output) => {
      if (output) io.out(output);
    });
  } catch (error) {
    return complain(io, error);
  }
  return status;
}

const json = { type: 'boolean', describe: 'print the result as JSON' } as const;

function onWorkspace(y: Argv) {
  return y
    .positional('study', { type: 'string', describe: 'its name; not needed where there is one study' })
    .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
    .option('json', json);
}

async function studyNames(io: Io, args: WorkspaceArgs): Promise<string[]> {
  const { chooseStudies } = await import('./choose-studies.ts');
  return chooseStudies(io, { workspace: args.workspace }).then(
    ({ studies }) => studies,
    () => [],
  );
}

/** Errors that are no fault of the program are one line; any other shows where it came from. */
function complain(io: Io, error: unknown): ExitStatus {
  if (error instanceof UsageError || (error instanceof Error && error.name === 'YError')) {
    io.err(`${error.message}\n"emic --help" lists the commands, "emic <command> --help" their options.`);
    return 2;
  }
  io.err(error instanceof Error ? `${error.message}` : String(error));
  return 2;
}
