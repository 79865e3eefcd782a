import { readdirSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  copyOfRepository,
  emic,
  emicTold,
  emptyFolder,
  read,
  repository,
  write,
} from '../helpers/workspace.ts';

const tutorial = read(repository, 'docs/tutorial.md');

/** Each command of the tutorial, in order: its words, and the exit status that a remark behind it announces. */
const commands = [...tutorial.matchAll(/^ {4}emic (.+?)(?: +# exit (\d))?$/gm)].map(
  ([, line = '', status = '0']) => ({
    line,
    words: [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    status: Number(status),
  }),
);

test('every command of the tutorial runs as it stands, one after the other', async () => {
  const workspace = copyOfRepository();
  for (const [, name = '', content = ''] of tutorial.matchAll(/```\w+ file=(\S+)\n([\s\S]*?)```/g)) {
    write(workspace, name, content);
  }
  expect(commands.length).toBeGreaterThan(15);
  for (const { line, words, status } of commands) {
    const ran = await emic(workspace, ...words);
    expect({ line, status: ran.status, err: ran.err }).toMatchObject({ line, status });
    expect(ran.out, line).not.toBe('');
  }
  // These open a full screen, for which a test has no terminal; line by line they do the same.
  const screens = [...tutorial.matchAll(/`emic (code \S+ --rater [^`]+)`/g)].map(([, line = '']) => line);
  const [practice, ...others] = screens.filter((line) => !line.includes('NAME'));
  expect(others).toEqual([]);
  const ran = await emic(workspace, ...(practice ?? '').split(' '), '--plain');
  expect(ran).toMatchObject({ status: 0, err: '' });
}, 60_000);

test('an interview study can be begun without a codebook, as the tutorial says', async () => {
  const workspace = copyOfRepository();
  await emic(workspace, 'init', '--kind', 'interviews', '--study', 'allotment');
  rmSync(`${workspace}/codebooks/allotment/1.0.0.md`);
  rmSync(`${workspace}/corpus/allotment/codings`, { recursive: true });
  const [name = ''] = readdirSync(`${workspace}/corpus/allotment/transcripts`);
  const document = name.replace(/\.md$/, '');
  const typed = ['new code Waiting for water', 'next turn', 'code waiting'];
  const ran = await emicTold(workspace, typed, 'code', document, '--rater', 'ana', '--plain');
  expect(ran.status).toBe(0);
  expect(ran.out).toContain('Coded waiting-for-water.');
  expect(read(workspace, 'codebooks/allotment/draft.md')).toContain(
    '## Waiting for water `waiting-for-water`',
  );
});

test('a survey can be begun as the tutorial says', async () => {
  const workspace = emptyFolder();
  await emic(workspace, 'init', '--kind', 'survey', '--study', 'choir');
  const [, steps = ''] = /## Begin a survey([\s\S]*?)\n## /.exec(tutorial) ?? [];
  const study = 'corpus/choir/study.yaml';
  const report = 'reports/choir/report.md';
  expect(steps).toMatch(/take out the line `fictional: true`\s+and the section `results`/);
  expect(steps).toMatch(/take out everything\s+below the head/);

  rmSync(`${workspace}/corpus/choir/responses.csv`);
  rmSync(`${workspace}/corpus/choir/questions.yaml`);
  const text = read(workspace, study)
    .replace('fictional: true\n', '')
    .replace(/\n# Results[\s\S]*$/, '');
  write(workspace, study, text.replace('everybody', 'self-selected'));
  write(workspace, report, '---\ntitle: Ours\n---\n');
  const begun = await emic(workspace, 'check', 'choir');
  expect(begun.status).toBe(0);
  expect(begun.out).toContain('neither responses.csv nor questions.yaml is there yet');

  write(workspace, 'ours.csv', 'part,views\nhigh,yes\nlow,no\nhigh,yes\nlow,yes\nhigh,no\n');
  expect(await emic(workspace, 'import', 'responses', 'ours.csv', '--study', 'choir')).toMatchObject({
    status: 0,
    err: '',
  });
  expect((await emic(workspace, 'check', 'choir')).out).toContain('choir: no problems');
  const [example = ''] = /^ {7}results:\n.*$/m.exec(steps) ?? [];
  expect(example).toContain('part: { from: survey');
  write(workspace, study, `${read(workspace, study)}\n${example.replaceAll(/^ {7}/gm, '')}\n`);
  write(workspace, report, '---\ntitle: Ours\n---\n\n```table\nresult: part\n```\n');
  expect(await emic(workspace, 'report', 'choir')).toMatchObject({ status: 0, err: '' });
  expect(read(workspace, 'reports/choir/out/report.md')).not.toMatch(/fictional/i);
});

test('the tutorial says what is true of the study', async () => {
  const workspace = copyOfRepository();
  expect((await emic(workspace, 'agree', 'practice', '--unit', 'turn', '--round', '1')).out).toContain(
    'Band (Fleiss 1981): fair to good.',
  );
  const second = await emic(workspace, 'agree', 'practice', '--unit', 'turn', '--round', '2', '--json');
  const comparisons: { pooled: { value: number } }[] = JSON.parse(second.out).rounds[0].comparisons;
  expect(comparisons.map(({ pooled }) => pooled.value)).toEqual([1, 1, 1, 1]);
  const views = ['--item', 'welcome,watch,learnt,in-the-way,wait', '--by', 'before', '--json'];
  const { tests } = JSON.parse((await emic(workspace, 'survey', 'practice', ...views)).out);
  const { p, adjusted } = tests[0].outcome;
  expect(tutorial).toContain(
    `*I felt welcome* has a p of\n${p.toFixed(3)} by itself, and of ${adjusted.toFixed(3)} among`,
  );
  const { scales } = JSON.parse((await emic(workspace, 'survey', 'practice', '--json')).out);
  expect(tutorial).toContain(`wide with ${scales[0].n} people`);
});
