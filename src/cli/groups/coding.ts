import type { Argv } from 'yargs';
import type { CasesArgs } from '../commands/cases.ts';
import type { CodeArgs } from '../commands/code.ts';
import type { CodesArgs } from '../commands/codes.ts';
import type { ConfirmArgs } from '../commands/confirm.ts';
import type { DoneArgs } from '../commands/done.ts';
import type { EvidenceArgs } from '../commands/evidence.ts';
import type { MemoArgs } from '../commands/memo.ts';
import type { QuotesArgs } from '../commands/quotes.ts';
import type { SampleArgs } from '../commands/sample.ts';
import type { StatusArgs } from '../commands/status.ts';
import type { Group } from './group.ts';

/** Commands about what raters coded, read and wrote. */
export const codingCommands: Group = (parser: Argv, { io, does }) =>
  parser
    .command(
      'code [document]',
      'read and code a transcript, on a full screen',
      (y) =>
        y
          .positional('document', { type: 'string', describe: 'its name' })
          .option('rater', { type: 'string', requiresArg: true, describe: 'who codes' })
          .option(
            'round',
            roundOption('which round; the last in which the rater has begun the document unless named'),
          )
          .option('show', list('other raters whose codings are shown; the log says that they were'))
          .option('plain', {
            type: 'boolean',
            describe: 'line by line, for screen readers and pipes: each line is a command, “help” lists them',
          })
          .option('code-version', {
            type: 'string',
            requiresArg: true,
            describe: 'codebook version to code with; the newest release unless named',
          })
          .option('study', {
            type: 'string',
            requiresArg: true,
            describe: 'needed where several studies have a document of this name',
          })
          .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
          .example('$0 code interview-1 --rater ana', '? shows the keys, q leaves')
          .example(
            'printf "select turn\\ncode strain\\n" | $0 code interview-1 --rater ana --plain',
            'in a pipe',
          )
          .epilog('Every coding is on the disk before it is shown. docs/coding.md has all keys.'),
      (argv) => does(async () => (await import('../commands/code.ts')).run(io, argv as CodeArgs))(),
    )
    .command(
      'codes [study]',
      'how many units carry each code, by rater, document and speaker',
      (y) =>
        onStudy(y)
          .option('by', list('rows: code, rater, document, speaker, answer'))
          .option('item', {
            type: 'string',
            requiresArg: true,
            describe: 'with --by answer: the closed question whose answers tell respondents apart',
          })
          .option('document', list('only these documents'))
          .option('unit', {
            choices: ['turn', 'paragraph', 'sentence', 'document', 'character', 'spans'] as const,
            describe: 'what is counted; without it the protocol’s unit, or turns',
          })
          .option('round', roundOption('the last one with codings unless named'))
          .option('code', list('only these codes'))
          .option('raters', list('only these raters'))
          .option('speakers', list('participants (as a rule), all, or names'))
          .option('roll-up', { type: 'boolean', describe: 'a code counts for the codes above it too' })
          .option('code-version', {
            type: 'string',
            describe: 'codebook version to read codes in; the newest unless named',
          })
          .option('format', tableFormat)
          .example('$0 codes practice --by code,rater', 'codes down, raters across')
          .example('$0 codes survey --by code,answer --item role', 'themes of open answers, by role')
          .example('$0 codes practice --by code,speaker --unit sentence --format csv', 'for other programs')
          .example('$0 codes practice --round 1 --code-version 1.0.0', 'as the codebook was then'),
      (argv) => does(async () => (await import('../commands/codes.ts')).run(io, argv as CodesArgs))(),
    )
    .command(
      'evidence [study]',
      'how many records of the literature carry each code, and in how many mentions',
      (y) =>
        onStudy(y)
          .option('by', {
            type: 'string',
            requiresArg: true,
            describe: 'records by a column of theirs, such as year',
          })
          .option('code', list('only these codes, with those below them'))
          .option('raters', list('only these raters'))
          .option('roll-up', { type: 'boolean', describe: 'a code counts for the codes above it too' })
          .option('uncited', { type: 'boolean', describe: 'list the records that carry none of the codes' })
          .option('code-version', {
            type: 'string',
            describe: 'codebook version to read codes in; the newest unless named',
          })
          .option('format', tableFormat)
          .example('$0 evidence review --roll-up', 'the tree, a theme with all below it')
          .example('$0 evidence review --by year', 'when the records are from'),
      (argv) => does(async () => (await import('../commands/evidence.ts')).run(io, argv as EvidenceArgs))(),
    )
    .command(
      'quotes [study]',
      'coded passages with document, turn, time, rater and memo',
      (y) =>
        onStudy(y)
          .option('code', list('only these codes'))
          .option('raters', list('only these raters'))
          .option('document', list('only these documents'))
          .option('round', roundOption('the last one with codings unless named; "all" for all'))
          .option('beside', list('with open answers: what the respondent answered to these closed questions'))
          .option('format', {
            choices: ['terminal', 'markdown', 'html', 'csv'] as const,
            default: 'terminal' as const,
          })
          .example('$0 quotes practice --code strain', 'who said what about it')
          .example('$0 quotes survey --beside role,trust', 'open answers beside closed ones')
          .example('$0 quotes practice --code strain --format html > strain.html', 'a page to hand round'),
      (argv) => does(async () => (await import('../commands/quotes.ts')).run(io, argv as QuotesArgs))(),
    )
    .command(
      'cases [study]',
      'the framework matrix: cases by themes, each cell a summary with its passages',
      (y) =>
        onStudy(y)
          .option('case', list('only these cases'))
          .option('theme', list('only these themes'))
          .option('beside', list('of a survey: what each case answered to these closed questions'))
          .option('evidence', { type: 'boolean', describe: 'the passages behind each cell' })
          .option('format', {
            choices: ['terminal', 'markdown', 'html', 'csv'] as const,
            default: 'terminal' as const,
          })
          .example('$0 cases practice', 'reads corpus/practice/framework.csv')
          .example('$0 cases practice --theme Money --evidence', 'one theme with what people said')
          .epilog(
            'framework.csv has the columns case, theme, summary and evidence: ids of codings, and passages such as interview-1:8004-8059, parted by spaces.',
          ),
      (argv) => does(async () => (await import('../commands/cases.ts')).run(io, argv as CasesArgs))(),
    )
    .command(
      'memo [study]',
      'list memos, or write one on a code, a case or a document',
      (y) =>
        onStudy(y)
          .option('code', { type: 'string', describe: 'on this code' })
          .option('case', { type: 'string', describe: 'on this case' })
          .option('document', { type: 'string', describe: 'on this document' })
          .option('text', { type: 'string', describe: 'what to write; "-" reads it from standard input' })
          .option('title', { type: 'string', describe: 'title of a new memo' })
          .option('author', { type: 'string', describe: 'who writes' })
          .example('$0 memo practice', 'all memos')
          .example('$0 memo practice --code strain', 'what was written about it')
          .example(
            '$0 memo practice --code strain --author ana --text "Hours alone are no strain."',
            'add to it',
          )
          .example('$0 memo practice --case Zoë --text - < note.txt', 'from a file'),
      (argv) => does(async () => (await import('../commands/memo.ts')).run(io, argv as MemoArgs))(),
    )
    .command(
      'sample [study]',
      'draw the documents that several raters code, and write them into the protocol',
      (y) =>
        onStudy(y)
          .option('size', { type: 'number', describe: 'how many documents' })
          .option('share', { type: 'number', describe: 'or which share of them, such as 0.2; rounded up' })
          .option('seed', { type: 'number', describe: 'the same seed draws the same', default: 7 })
          .option('dry-run', { type: 'boolean', describe: 'say what would be drawn, write nothing' })
          .option('again', { type: 'boolean', describe: 'replace a sample that was drawn before' })
          .example('$0 sample practice --share 0.25', 'a quarter of the documents'),
      (argv) => does(async () => (await import('../commands/sample.ts')).run(io, argv as SampleArgs))(),
    )
    .command(
      'status [study]',
      'who has read and coded what, and what is left',
      (y) =>
        onStudy(y)
          .option('round', roundOption('the last one with codings unless named; "all" for all'))
          .option('format', tableFormat)
          .example('$0 status practice --round 2', 'a row for each document and rater'),
      (argv) => does(async () => (await import('../commands/status.ts')).run(io, argv as StatusArgs))(),
    )
    .command(
      'confirm [study]',
      'settle codings in conflict, and those that moved or were lost when a transcript was edited',
      (y) =>
        onStudy(y)
          .option('id', list('ID=accept, ID=reject or ID=START-END'))
          .option('accept-moved', {
            type: 'boolean',
            describe: 'accept all whose words stand unchanged at another place',
          })
          .option('choose', list('ID=1 or ID=2: which variant of a coding in conflict holds'))
          .option('round', list('only these rounds'))
          .option('raters', list('only these raters'))
          .option('document', list('only these documents'))
          .example('$0 confirm practice', 'list them, with what stands there now')
          .example('$0 confirm practice --id z40hihzr=accept', 'a new revision at the new place')
          .example('$0 confirm practice --id z40hihzr=320-404', 'at a place of your own')
          .epilog(
            'Nothing is rewritten: what is decided is a new revision at the end of the log. ID=START-END may be given of any coding, also to put one elsewhere again.',
          ),
      (argv) => does(async () => (await import('../commands/confirm.ts')).run(io, argv as ConfirmArgs))(),
    )
    .command(
      'done [study]',
      'say how far a rater has read a document',
      (y) =>
        onStudy(y)
          .option('document', { type: 'string', requiresArg: true, describe: 'which document' })
          .option('rater', { type: 'string', requiresArg: true, describe: 'who has read it' })
          .option(
            'round',
            roundOption('which round; the last in which the rater has begun the document unless named'),
          )
          .option('through', {
            type: 'number',
            requiresArg: true,
            describe: 'to which position; its end unless named',
          })
          .example('$0 done practice --document interview-1 --rater ana', 'read to its end')
          .epilog('What is not read is not known: it is neither coded nor uncoded.'),
      (argv) => does(async () => (await import('../commands/done.ts')).run(io, argv as DoneArgs))(),
    );

const list = (describe: string) => ({ type: 'string', array: true, nargs: 1, describe }) as const;

const roundOption = (describe: string) => ({ type: 'string', describe }) as const;

const tableFormat = {
  choices: ['terminal', 'markdown', 'html', 'csv', 'latex'] as const,
  default: 'terminal' as const,
} as const;

const onStudy = (y: Argv) =>
  y
    .positional('study', { type: 'string', describe: 'its name; not needed where there is one study' })
    .option('workspace', { type: 'string', describe: 'the folder with corpus/ in it', alias: 'C' })
    .option('json', { type: 'boolean', describe: 'print the result as JSON' });
