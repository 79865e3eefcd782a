import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { change, copyOfStudy, emic, emptyFolder, read, workspaceWith, write } from '../helpers/workspace.ts';
import { codedStudy } from './coding-data.ts';

async function fresh(): Promise<string> {
  const folder = emptyFolder();
  expect((await emic(folder, 'init')).status).toBe(0);
  return folder;
}

describe('emic init', () => {
  test('makes a study on which check, statements, report and replicate run at once', async () => {
    const folder = await fresh();
    expect(await emic(folder, 'check')).toEqual({
      status: 0,
      out: 'library: no problems in 4 files\n',
      err: '',
    });
    expect((await emic(folder, 'statements')).out).toContain('I would come more often');
    expect((await emic(folder, 'report')).status).toBe(0);
    expect(existsSync(join(folder, 'reports/library/out/report.html'))).toBe(true);
    expect((await emic(folder, 'replicate')).out).toContain('nothing to compare with');
    expect(read(folder, '.gitattributes')).toContain('*.jsonl merge=union');
    expect(read(folder, '.gitignore')).toContain('corpus/*/originals/');
  });

  test('says fictional wherever the study shows', async () => {
    const folder = await fresh();
    await emic(folder, 'report');
    const out = 'reports/library/out';
    for (const file of readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' })) {
      // A CSV file has cells only: its name and folder say what it is.
      if (!/\.(html|md|svg|tex)$/.test(file)) continue;
      expect(read(folder, join(out, file)), file).toMatch(/fictional/i);
    }
    const captions = read(folder, `${out}/report.html`).match(/<caption>.*?<\/caption>/g);
    // Two tables, and the data behind three figures.
    expect(captions).toHaveLength(5);
    for (const caption of captions ?? []) expect(caption).toContain('(fictional)');
    expect((await emic(folder, 'statements')).out).toMatch(/fictional/);
    expect((await emic(folder, 'replicate')).out).toMatch(/fictional/);
  });

  test('overwrites nothing and writes nothing when something is in the way', async () => {
    const folder = workspaceWith({ 'corpus/library/study.yaml': 'mine' });
    const { status, err } = await emic(folder, 'init');
    expect(status).toBe(1);
    expect(err).toContain('corpus/library/study.yaml is there already');
    expect(readdirSync(folder)).toEqual(['corpus']);
    expect(read(folder, 'corpus/library/study.yaml')).toBe('mine');
  });

  test('adds what is lacking to a .gitignore that is there, once', async () => {
    const folder = workspaceWith({ '.gitignore': 'node_modules/\n.emic/' });
    await emic(folder, 'init');
    await emic(folder, 'init', '--study', 'second');
    expect(
      read(folder, '.gitignore')
        .split('\n')
        .filter((line) => line === '.emic/'),
    ).toHaveLength(1);
    expect(read(folder, '.gitignore')).toMatch(/^node_modules\/\n\.emic\/\nreports/);
  });

  test('refuses a name that cannot be a folder everywhere', async () => {
    expect((await emic(emptyFolder(), 'init', '--study', 'Über uns')).status).toBe(2);
  });
});

describe('exit status and usage', () => {
  test('help and version are fine', async () => {
    const { status, out } = await emic('.', '--help');
    expect(status).toBe(0);
    for (const command of ['init', 'check', 'statements', 'report', 'replicate', 'completion'])
      expect(out).toContain(command);
    expect((await emic('.', 'replicate', '--help')).out).toContain('--verbose');
    expect((await emic('.', '--version')).status).toBe(0);
  });

  test.each([
    [['stetements'], 'Did you mean statements?'],
    [['check', '--jason'], 'Unknown argument: jason'],
    [[], 'Name a command.'],
    [['statements', 'focus-group', '--show', 'everything'], 'Invalid values'],
    [['replicate', 'focus-grup'], 'Did you mean "focus-group"?'],
    [['statements', 'focus-group', '--statement', 'statment-1'], 'Did you mean "statement-1"?'],
    [['statements', 'focus-group', '--show', 'comments'], 'not reported'],
    [['statements', 'focus-group', '--format', 'csv', '--show', 'all'], 'one table'],
  ])('%j is a wrong call and says why', async (args, said) => {
    const { status, err, out } = await emic(copyOfStudy('focus-group'), ...args);
    expect(status).toBe(2);
    expect(err).toContain(said);
    expect(out).toBe('');
  });

  test('outside a workspace', async () => {
    const { status, err } = await emic(emptyFolder(), 'check');
    expect(status).toBe(2);
    expect(err).toContain('There is no workspace');
  });

  test('from a folder within the workspace', async () => {
    const root = copyOfStudy('focus-group');
    expect((await emic(join(root, 'corpus/focus-group'), 'check')).status).toBe(0);
  });

  test('with several studies, one has to be named where the command is about one', async () => {
    const root = copyOfStudy('focus-group');
    await emic(root, 'init');
    const { status, err } = await emic(root, 'statements');
    expect(status).toBe(2);
    expect(err).toContain('focus-group, library');
    expect((await emic(root, 'check')).out).toMatch(/focus-group: no problems[\s\S]*library: no problems/);
  });

  test('completion offers commands and studies', async () => {
    const root = copyOfStudy('focus-group');
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    onTestFinished(() => log.mockRestore());
    const completed = async (...words: string[]) => {
      log.mockClear();
      expect((await emic(root, '--get-yargs-completions', 'emic', ...words)).status).toBe(0);
      return log.mock.calls.flat();
    };
    expect(await completed('rep')).toEqual(expect.arrayContaining(['report', 'replicate']));
    expect(await completed('replicate', '')).toContain('focus-group');
    expect(await completed('replicate', 'x')).not.toContain('focus-group');
    expect(await completed('replicate', '--ver')).toContain('--verbose');
    expect((await emic(root, 'completion')).out).toContain('emic');
  });

  test.each([
    [
      ['statements', 'practice', '--statement', ''],
      ['booking', 'sitting', 'tin', 'one-head'],
    ],
    [['codes', 'practice', '--code', 'st'], ['strain']],
    [['codes', '--study', 'practice', '--code', 'st'], ['strain']],
    [['codes', '--code', 'st'], ['strain']],
    [['quotes', 'practice', '--rater', 'b'], ['ben']],
    [['agree', 'practice', '--raters', 'c'], ['chloe']],
    [
      ['agree', 'practice', '--round', ''],
      ['1', '2'],
    ],
    [['quotes', '--document', 'f'], ['focus-group']],
    [['codes', '--study', ''], ['practice']],
    [
      ['codes', '--code-version', ''],
      ['1.0.0', '2.0.0'],
    ],
  ])('completion offers the values of an option: %j', async (words, names) => {
    const root = codedStudy('practice');
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    onTestFinished(() => log.mockRestore());
    expect((await emic(root, '--get-yargs-completions', 'emic', ...words)).status).toBe(0);
    expect(log.mock.calls.flat()).toEqual(names);
  });

  test('completion offers no name that a shell or a terminal would act upon', async () => {
    const root = codedStudy('practice');
    change(
      root,
      'corpus/practice/study.yaml',
      'raters: [ana, ben, chloe]',
      'raters: [ana, "c d", "b$(e)", "f`g`", "h&i", José]',
    );
    rmSync(join(root, 'corpus/practice/codings'), { recursive: true });
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    onTestFinished(() => log.mockRestore());
    await emic(root, '--get-yargs-completions', 'emic', 'codes', '--raters', '');
    expect(log.mock.calls.flat()).toEqual(['ana', 'José']);
  });
});

describe('emic statements', () => {
  test('shows what the sentences of the paper say', async () => {
    const { out, status } = await emic(copyOfStudy('focus-group'), 'statements');
    expect(status).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Monitoring: Of six participants, one stands in “partially agree”, two in “partially disagree” and one in “strongly disagree”; where the other two stand is not reported.',
    );
  });

  test('--json has counts, their base, and null for what is not reported', async () => {
    const { out } = await emic(
      copyOfStudy('focus-group'),
      'statements',
      '--json',
      '--statement',
      'statement-4',
    );
    const { statements } = JSON.parse(out);
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({
      id: 'statement-4',
      polarity: 'reversed',
      all: { participants: 6, withAMark: 4, notReported: 2, noMark: 0, absent: 0 },
      measures: { base: 'participants', n: 4, net: -0.5, keyed: { net: 0.5, direction: 'agree' } },
    });
    expect(statements[0].all.columns[0]).toEqual({
      label: 'strongly agree',
      side: 'agree',
      participants: 0,
      comments: null,
      shared: 0,
    });
  });

  test('a session of which only some marks are known shows lower bounds', async () => {
    const { out } = await emic(
      copyOfStudy('focus-group'),
      'statements',
      '--by-session',
      '--format',
      'csv',
      '--statement',
      'statement-6',
    );
    expect(out).toBe(
      [
        'statement,session,strongly-agree,partially-agree,partially-disagree,strongly-disagree,no-opinion,with-a-mark,in-several-columns,no-mark,absent,not-reported',
        'MLOps principles in general,2,not reported,not reported,at least 1,not reported,not reported,at least 1,not reported,not reported,not reported,not reported',
        'MLOps principles in general,not reported,5,0,0,0,0,5,0,not reported,0,0',
        'MLOps principles in general,all,5,0,1,0,0,6,0,0,0,0',
        '',
      ].join('\n'),
    );
  });

  test.each(['markdown', 'html', 'latex'])('--format %s', async (format) => {
    const { out, status } = await emic(copyOfStudy('focus-group'), 'statements', '--format', format);
    expect(status).toBe(0);
    expect(out).toMatch(
      { markdown: /^\| Monitoring \(−\) +\|/m, html: /<table/, latex: /\\toprule/ }[format] ?? /never/,
    );
  });
});

describe('emic replicate', () => {
  test('matches, or differs as documented: exit 0', async () => {
    const { status, out } = await emic(copyOfStudy('focus-group'), 'replicate', 'focus-group');
    expect(status).toBe(0);
    expect(out).toMatch(/\d+ derived values match/);
    expect(out).toMatch(/2 derived values differ as documented/);
    expect(out).toMatch(/64 cells transcribed/);
    expect(out).toMatch(/4 targets not recoverable/);
    expect(out).not.toContain('DIFFER');
  });

  test('any other difference is named, with both values and the place: exit 1', async () => {
    const root = copyOfStudy('focus-group');
    change(root, 'corpus/focus-group/participants.csv', 'P3,1,', 'P3,2,');
    const { status, out } = await emic(root, 'replicate');
    expect(status).toBe(1);
    expect(out).toContain('2 DERIVED VALUES DIFFER');
    expect(out).toContain('sessions, 1: paper 3, ours 2 (Section 3, p. 307)');
  });

  test('a documented difference that has gone is a difference', async () => {
    const root = copyOfStudy('focus-group');
    change(root, 'corpus/focus-group/participants.csv', 'Very High,High,DS', 'Very High,Medium,DS');
    const { status, out } = await emic(root, 'replicate');
    expect(status).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'ours is what the paper prints, although a difference is documented',
    );
  });

  test('--json has every value with its verdict, and --verbose names them', async () => {
    const root = copyOfStudy('focus-group');
    const [study] = JSON.parse((await emic(root, 'replicate', '--json')).out);
    expect(study.summary).toMatchObject({
      holds: true,
      notRecoverable: 4,
      transcribed: { match: 64, differs: 0 },
    });
    expect(study.targets.find((one: { id: string }) => one.id === 'table-1').values).toHaveLength(48);
    const verbose = (await emic(root, 'replicate', '--verbose')).out;
    for (const { id } of study.targets.filter((one: { basis: string }) => one.basis === 'derived'))
      expect(verbose).toContain(id);
  });

  test('a target that names nothing is a problem of published.yaml', async () => {
    const root = copyOfStudy('focus-group');
    change(root, 'reports/focus-group/published.yaml', 'result: years.min', 'result: years.mim');
    const { status, err } = await emic(root, 'replicate');
    expect(status).toBe(1);
    expect(err).toMatch(/published\.yaml:\d+:13: error: .*"years" has no "mim".*did you mean "min"\?/);
  });

  test('a study named without a paper to compare with is a finding', async () => {
    const folder = await fresh();
    expect((await emic(folder, 'replicate')).status).toBe(0);
    expect((await emic(folder, 'replicate', 'library')).status).toBe(1);
  });
});

describe('emic report', () => {
  const out = 'reports/focus-group/out';

  test('writes a page, Markdown, and every figure and table', async () => {
    const root = copyOfStudy('focus-group');
    const [outcome] = JSON.parse((await emic(root, 'report', '--json')).out);
    expect(outcome.reason).toBeNull();
    for (const path of outcome.written) expect(statSync(join(root, path)).size, path).toBeGreaterThan(0);
    expect(outcome.written).toContain(`${out}/figures/statement-6.svg`);
    expect(outcome.written).toContain(`${out}/tables/participants.csv`);
  });

  test('makes the page that was looked at', async () => {
    const folder = await fresh();
    await emic(folder, 'report');
    await expect(read(folder, 'reports/library/out/report.html')).toMatchFileSnapshot(
      'snapshots/library-report.html',
    );
  });

  test('is the same to the byte when run again', async () => {
    const root = copyOfStudy('focus-group');
    await emic(root, 'report');
    const first = read(root, `${out}/report.html`);
    await emic(root, 'report');
    expect(read(root, `${out}/report.html`)).toBe(first);
  });

  test('quotes nobody: remarks are told in our words', async () => {
    const root = copyOfStudy('focus-group');
    await emic(root, 'report');
    const html = read(root, `${out}/report.html`);
    expect(html).not.toMatch(/<blockquote|<q>/);
    expect(html).toContain('not quoted');
  });

  test('a template that cannot be filled leaves the last good report in place', async () => {
    const root = copyOfStudy('focus-group');
    await emic(root, 'report');
    const before = read(root, `${out}/report.html`);
    change(root, 'reports/focus-group/report.md', '`= statement-3.sentence`', '`= statement-3.sentense`');
    const { status, err } = await emic(root, 'report');
    expect(status).toBe(1);
    expect(err).toMatch(
      /report\.md:\d+:\d+: error: "statement-3" has no "sentense".*did you mean "sentence"\?/,
    );
    expect(read(root, `${out}/report.html`)).toBe(before);
  });

  test('a page edited by hand is kept beside the new one', async () => {
    const root = copyOfStudy('focus-group');
    await emic(root, 'report');
    write(root, `${out}/report.md`, 'my own words\n');
    expect((await emic(root, 'report')).out).toContain('report.edited.md');
    expect(read(root, `${out}/report.edited.md`)).toBe('my own words\n');
    expect(read(root, `${out}/report.md`)).toContain('Deployment frequency');
  });

  test('a study without a template', async () => {
    const root = copyOfStudy('focus-group');
    rmSync(join(root, 'reports/focus-group/report.md'));
    const { status, err } = await emic(root, 'report');
    expect(status).toBe(1);
    expect(err).toContain('there is no template reports/focus-group/report.md');
  });
});
