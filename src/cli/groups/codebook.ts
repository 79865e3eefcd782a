import type { Argv } from 'yargs';
import type { CodebookDiffArgs } from '../commands/codebook-diff.ts';
import type { CodebookMigrateArgs } from '../commands/codebook-migrate.ts';
import type { CodebookReleaseArgs } from '../commands/codebook-release.ts';
import type { CodebookShowArgs } from '../commands/codebook-show.ts';
import type { Group } from './group.ts';

/** `emic codebook …`: the codes, their versions, and codings across versions. */
export const codebookCommands: Group = (parser: Argv, { io, does }) =>
  parser.command('codebook', 'show, check, compare, release and export the codebook', (group) =>
    group
      .command(
        'show [study]',
        'the codes with definition, include, exclude, examples',
        (y) =>
          onVersion(y)
            .option('code', {
              type: 'string',
              array: true,
              nargs: 1,
              describe: 'only these, and the codes below them',
            })
            .option('format', {
              choices: ['terminal', 'markdown', 'html', 'csv', 'latex'] as const,
              default: 'terminal' as const,
            })
            .option('json', json)
            .example('$0 codebook show practice', 'the newest released version')
            .example('$0 codebook show practice --code turning-away', 'one code and those below it'),
        (argv) =>
          does(async () =>
            (await import('../commands/codebook-show.ts')).run(io, argv as CodebookShowArgs),
          )(),
      )
      .command(
        'check [study]',
        'every problem of the versions and the draft',
        (y) =>
          onWorkspace(y)
            .option('json', json)
            .example('$0 codebook check', 'the codebooks of all studies')
            .epilog('Exit status: 0 no errors, 1 errors.'),
        (argv) => does(async () => (await import('../commands/codebook-check.ts')).run(io, argv))(),
      )
      .command(
        'diff [study]',
        'what changed between versions, and why',
        (y) =>
          onWorkspace(y)
            .option('from', { type: 'string', describe: 'the earlier version; the one before by default' })
            .option('to', { type: 'string', describe: 'the later version, or draft; the last by default' })
            .option('json', json)
            .example('$0 codebook diff practice --from 1.0.0 --to 2.0.0', 'two versions, word by word')
            .example('$0 codebook diff practice', 'the last version against the one before')
            .epilog('Words removed are [-like this-], words added {+like this+}, or in colour.'),
        (argv) =>
          does(async () =>
            (await import('../commands/codebook-diff.ts')).run(io, argv as CodebookDiffArgs),
          )(),
      )
      .command(
        'migrate [study]',
        'codings that a split or a redefinition left undecided',
        (y) =>
          onWorkspace(y)
            .option('to', {
              type: 'string',
              describe: 'the version to read codings as; the newest by default',
            })
            .option('raters', {
              type: 'string',
              array: true,
              nargs: 1,
              describe: 'only codings of these raters',
            })
            .option('round', {
              type: 'string',
              array: true,
              nargs: 1,
              describe: 'only codings of these rounds',
            })
            .option('decide', {
              type: 'string',
              array: true,
              nargs: 1,
              describe: 'ID=code: what one coding becomes; ID=none takes it back',
            })
            .option('split', {
              type: 'string',
              array: true,
              nargs: 1,
              describe: 'old-code=new-code: what all undecided codings of a code become',
            })
            .option('keep', {
              type: 'string',
              array: true,
              nargs: 1,
              describe: 'redefined codes whose codings all stay as they are',
            })
            .option('dry-run', { type: 'boolean', describe: 'write nothing, say what would be written' })
            .option('json', json)
            .example('$0 codebook migrate practice --raters ana', 'what ana has to decide')
            .example('$0 codebook migrate practice --split rules=house-rules --decide k7=safety-rules', '')
            .epilog(
              'Renaming, merging, moving and retiring need no decision. Decisions are appended to the logs as new revisions; nothing else is written.\nExit status: 0 nothing is undecided, 1 something is.',
            ),
        (argv) =>
          does(async () =>
            (await import('../commands/codebook-migrate.ts')).run(io, argv as CodebookMigrateArgs),
          )(),
      )
      .command(
        'release [study]',
        'make a version of the draft, its changes named',
        (y) =>
          onWorkspace(y)
            .option('to', { type: 'string', demandOption: true, describe: 'the new version, such as 2.1.0' })
            .option('date', { type: 'string', describe: 'its date, such as 2026-01-31; today by default' })
            .option('reason', {
              type: 'string',
              array: true,
              nargs: 1,
              describe: "'code-id: why', for what the draft does not declare",
            })
            .option('retire', {
              type: 'string',
              array: true,
              nargs: 1,
              describe: 'a code that is retired indeed, though another looks like what became of it',
            })
            .option('json', json)
            .example('$0 codebook release practice --to 2.1.0', 'says what lacks a reason')
            .example("$0 codebook release practice --to 2.1.0 --reason 'tea: it came up'", ''),
        (argv) =>
          does(async () =>
            (await import('../commands/codebook-release.ts')).run(io, argv as unknown as CodebookReleaseArgs),
          )(),
      )
      .command(
        'export [study]',
        'a version for elsewhere, to standard output',
        (y) =>
          onVersion(y)
            .option('format', {
              choices: ['csv', 'markdown', 'html', 'latex', 'json'] as const,
              demandOption: true,
            })
            .option('json', { ...json, describe: 'the same as --format json' })
            .example('$0 codebook export practice --format csv > codebook.csv', 'a table of the codes')
            .example('$0 codebook export practice --format html > codebook.html', 'a page of its own'),
        (argv) =>
          does(async () =>
            (await import('../commands/codebook-show.ts')).run(io, argv as CodebookShowArgs),
          )(),
      )
      .demandCommand(1, 'Name what to do with the codebook: show, check, diff, migrate, release or export.')
      .recommendCommands()
      .strict(),
  );

const json = { type: 'boolean', describe: 'print the result as JSON' } as const;

function onWorkspace(y: Argv) {
  return y
    .positional('study', { type: 'string', describe: 'its name; not needed where there is one study' })
    .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' });
}

const onVersion = (y: Argv) =>
  onWorkspace(y).option('code-version', {
    type: 'string',
    describe: 'a version, or draft; the newest released by default',
  });
