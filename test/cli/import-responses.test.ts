import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emic, read, workspaceWith, write } from '../helpers/workspace.ts';

const STUDY = '# ours\nemic: 1\ntitle:  "Rivers"   # short\nkind: survey\n';
const FORMS =
  'Timestamp,Email Address,How often?,Which?\n5/1/2024 10:00:00,ana@example.org,Daily,"Aare, Rhine"\n5/1/2024 11:00:00,ben@example.org,Never,\n';
const KEPT =
  'respondent,Timestamp,How often?,Which?\nR1,5/1/2024 10:00:00,Daily,"Aare, Rhine"\nR2,5/1/2024 11:00:00,Never,\n';

const workspace = (files: Record<string, string | Uint8Array> = {}) =>
  workspaceWith({
    'corpus/rivers/study.yaml': STUDY,
    '.gitignore': 'corpus/*/originals/\n',
    'export.csv': FORMS,
    ...files,
  });
const importing = (folder: string, ...args: string[]) => emic(folder, 'import', 'responses', ...args);
const responses = 'corpus/rivers/responses.csv';

describe('emic import responses', () => {
  test('keeps the answers, copies the original, declares both in study.yaml, and says what was left out', async () => {
    const folder = workspace();
    const { status, out, err } = await importing(folder, 'export.csv');
    expect(err).toBe('');
    expect(status).toBe(0);
    expect(read(folder, responses)).toBe(KEPT);
    expect(read(folder, 'corpus/rivers/originals/export.csv')).toBe(FORMS);
    expect(read(folder, 'corpus/rivers/study.yaml')).toBe(
      `${STUDY}\nsurvey:\n  responses: responses.csv\n  questions: questions.yaml\n`,
    );
    expect(out).toContain('export.csv: 2 responses, 2 columns of answers, 1 about the response');
    expect(out).toContain('read as google-forms: the first column is "Timestamp" and holds times');
    expect(out).toContain('left out, unless --keep NAME: "Email Address" (e-mail)');
    expect(out).not.toContain('example.org');
    expect(readdirSync(join(folder, 'corpus/rivers')).sort()).toEqual([
      'originals',
      'questions.yaml',
      'responses.csv',
      'study.yaml',
    ]);
    const survey = await emic(folder, 'survey');
    expect(survey).toMatchObject({ status: 0, err: '' });
    expect(survey.out).toContain('How often?');
    expect(readdirSync(join(folder, 'corpus/rivers/originals'))).toEqual(['export.csv']);
  });

  test('with --tabulate shows the answers at once', async () => {
    const folder = workspace();
    const { status, out } = await importing(folder, 'export.csv', '--tabulate');
    expect(status).toBe(0);
    expect(out).toMatch(/: 2 respondents\n/);
    expect(out).toContain('How often?');
  });

  test('a column that was kept on purpose is not told again when the study is read', async () => {
    const folder = workspace();
    await importing(folder, 'export.csv', '--keep', 'Email Address');
    expect(read(folder, 'corpus/rivers/questions.yaml')).not.toContain('example.org');
    for (const command of ['survey', 'check']) {
      const { status, out, err } = await emic(folder, command);
      expect(`${out}${err}`, command).not.toMatch(/identity-column|identifies people|example\.org/);
      expect(status, command).toBe(0);
    }
  });

  test('a dry run writes nothing, and --json tells all columns', async () => {
    const folder = workspace();
    const { status, out } = await importing(folder, 'export.csv', '--dry-run', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      study: 'rivers',
      fictional: false,
      status: 'read',
      format: 'google-forms',
      encoding: 'utf-8',
      responses: 2,
      columns: [
        { name: 'Timestamp', role: 'about', leftOut: null },
        { name: 'Email Address', role: 'identity', leftOut: 'e-mail' },
        { name: 'How often?', role: 'answer', separator: ',' },
        { name: 'Which?' },
      ],
      written: [],
      problems: [],
    });
    expect(readdirSync(join(folder, 'corpus/rivers'))).toEqual(['study.yaml']);
  });

  test('the same again changes nothing; what differs is kept when it is replaced', async () => {
    const folder = workspace();
    await importing(folder, 'export.csv');
    expect((await importing(folder, 'export.csv')).out).toContain('all of it is there, and the same');
    write(folder, 'export.csv', FORMS.replace('Never', 'Weekly'));
    const refused = await importing(folder, 'export.csv');
    expect(refused.status).toBe(1);
    expect(refused.err).toContain('corpus/rivers/responses.csv is there and differs');
    expect(read(folder, responses)).toBe(KEPT);
    expect(readdirSync(join(folder, 'corpus/rivers/originals'))).toEqual(['export.csv']);
    expect((await importing(folder, 'export.csv', '--replace')).status).toBe(0);
    expect(read(folder, responses)).toBe(KEPT.replace('Never', 'Weekly'));
    expect(read(folder, 'corpus/rivers/originals/replaced/responses-1.csv')).toBe(KEPT);
    expect(readdirSync(join(folder, 'corpus/rivers/originals')).sort()).toEqual([
      'export-2.csv',
      'export.csv',
      'replaced',
    ]);
  });

  test('what a link leads to is kept and left alone', async () => {
    const folder = workspace();
    write(folder, 'elsewhere.csv', 'respondent,a\nR1,1\n');
    symlinkSync('../../elsewhere.csv', join(folder, responses));
    expect((await importing(folder, 'export.csv', '--replace')).status).toBe(0);
    expect(read(folder, 'corpus/rivers/originals/replaced/responses-1.csv')).toBe('respondent,a\nR1,1\n');
    expect(read(folder, 'elsewhere.csv')).toBe('respondent,a\nR1,1\n');
    expect(read(folder, responses)).toBe(KEPT);
  });

  test('a dry run says how the responses that are there stand to these', async () => {
    const folder = workspace();
    await importing(folder, 'export.csv');
    const same = await importing(folder, 'export.csv', '--dry-run');
    expect(same).toMatchObject({ status: 0, err: '' });
    expect(same.out).toContain('The responses that are there are the same.');
    for (const other of [FORMS.replace('Never', 'Weekly'), FORMS.slice(0, FORMS.indexOf('5/1/2024 11'))]) {
      write(folder, 'export.csv', other);
      const differs = await importing(folder, 'export.csv', '--dry-run');
      expect(differs.status).toBe(0);
      expect(differs.err).toContain(
        'corpus/rivers/responses.csv is there and differs; without --dry-run this is',
      );
      const replaced = await importing(folder, 'export.csv', '--dry-run', '--replace');
      expect(replaced.err).toContain('it would be replaced, and kept in originals/replaced/');
    }
    expect(read(folder, responses)).toBe(KEPT);
  });

  test('says of the question file that is there whether it fits the responses that come in', async () => {
    const folder = workspace();
    await importing(folder, 'export.csv');
    write(folder, 'export.csv', FORMS.replace('Never', 'Weekly'));
    const fits = await importing(folder, 'export.csv', '--replace');
    expect(fits.out).toContain('corpus/rivers/questions.yaml stays as it is.');
    expect(fits.err).toBe('');
    write(folder, 'export.csv', FORMS.replace('Which?', 'Which of them?'));
    for (const dry of [['--dry-run'], []]) {
      const { status, err } = await importing(folder, 'export.csv', '--replace', ...dry);
      expect(status).toBe(0);
      expect(err).toContain('stays as it is, and reads columns that these responses do not have: "Which?"');
      expect(err).toContain('emic survey describe rivers');
    }
  });

  test('rows with something wrong are told, and the others are imported', async () => {
    const folder = workspace({
      'export.csv': `${FORMS}5/1/2024 12:00:00,,Daily\n5/1/2024 13:00:00,,Daily,Aare\n`,
    });
    const { status, out, err } = await importing(folder, 'export.csv');
    expect(status).toBe(1);
    expect(err).toMatch(/^export\.csv:4:1: error: the row has 3 cells, the header has 4; expected 4 cells/);
    expect(out).toContain('1 row left out: 1 longer or shorter than the header');
    expect(read(folder, responses)).toBe(`${KEPT}R3,5/1/2024 13:00:00,Daily,Aare\n`);
  });

  test.each([
    ['an unclosed quote', `${FORMS}5/1/2024 12:00:00,,"Daily,Aare\n`, 'unclosed-quote'],
    ['nothing but headings', 'Timestamp,Email Address\n', 'no-responses'],
    ['a workbook', 'PK\x03\x04 xl/workbook', 'binary-file'],
  ])('%s: nothing is written', async (_, content, rule) => {
    const folder = workspace({ 'export.csv': content });
    const { status, err } = await importing(folder, 'export.csv');
    expect(status).toBe(1);
    expect(err).toContain(`[${rule}]`);
    expect(err).toContain('Nothing was written.');
    expect(existsSync(join(folder, responses))).toBe(false);
    const left = readdirSync(join(folder, 'corpus/rivers'), { recursive: true });
    expect(left.filter((name) => String(name).includes('.csv'))).toEqual([]);
    expect(read(folder, 'corpus/rivers/study.yaml')).toBe(STUDY);
  });

  test('columns can be kept and left out by name; a name that is no column’s is a wrong call', async () => {
    const folder = workspace();
    const { status, err } = await importing(folder, 'export.csv', '--keep', 'Email Adress');
    expect(status).toBe(2);
    expect(err).toContain('there is no column "Email Adress". Did you mean "Email Address"?');
    await importing(folder, 'export.csv', '--keep', 'email address', '--leave-out', 'Timestamp');
    expect(read(folder, responses).split('\n')[1]).toBe('R1,ana@example.org,Daily,"Aare, Rhine"');
  });

  test('a study that is not there, and files that cannot be read', async () => {
    const folder = workspace();
    const missing = await importing(folder, 'export.csv', '--study', 'lakes');
    expect(missing.status).toBe(2);
    expect(missing.err).toContain('emic init --kind survey --study lakes');
    const typo = await importing(folder, 'exprot.csv');
    expect(typo.status).toBe(1);
    expect(typo.err).toContain('did you mean "export.csv"?');
    expect((await importing(folder, 'corpus')).err).toContain('is a folder, not a file');
    write(folder, responses, KEPT);
    expect((await importing(folder, responses)).err).toContain('the study’s responses already');
  });
});

describe('encodings', () => {
  const text = 'id,âge,mood\na,3,très bien\nb,4,naïve\n';
  const kept = 'respondent,âge,mood\nR1,3,très bien\nR2,4,naïve\n';

  test.each([
    ['windows-1252', Buffer.from(text, 'latin1')],
    ['latin1', Buffer.from(text, 'latin1')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    [
      'macintosh',
      Buffer.from(text.replaceAll('â', '\x89').replaceAll('è', '\x8f').replaceAll('ï', '\x95'), 'latin1'),
    ],
  ])('%s, where it is declared', async (encoding, bytes) => {
    const folder = workspace({ 'export.csv': bytes });
    expect(await importing(folder, 'export.csv', '--encoding', encoding)).toMatchObject({
      status: 0,
      err: '',
    });
    expect(read(folder, responses)).toBe(kept);
    expect(readFileSync(join(folder, 'corpus/rivers/originals/export.csv')).equals(bytes)).toBe(true);
  });

  test('UTF-16 by its mark', async () => {
    const folder = workspace({ 'export.csv': Buffer.from(`\uFEFF${text}`, 'utf16le') });
    const { status, out } = await importing(folder, 'export.csv');
    expect(status).toBe(0);
    expect(out).toContain('decoded from utf-16le');
    expect(read(folder, responses)).toBe(kept);
  });

  test('Shift_JIS, with bytes that it does not know told and their row left out', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a,b\n'),
      Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
      Buffer.from(',1\nx'),
      Buffer.from([0x81, 0xff]),
      Buffer.from(',2\n'),
    ]);
    const folder = workspace({ 'export.csv': bytes });
    const { status, err } = await importing(folder, 'export.csv', '--encoding', 'shift_jis');
    expect(status).toBe(1);
    expect(err).toContain('export.csv:3:2: error: this is not shift_jis');
    expect(read(folder, responses)).toBe('respondent,a,b\nR1,日本,1\n');
  });

  test('none is guessed: bytes that are not UTF-8 are told with what to do', async () => {
    const folder = workspace({ 'export.csv': Buffer.from('id,mood\na,très bien\nb,ok\n', 'latin1') });
    const { status, err } = await importing(folder, 'export.csv');
    expect(status).toBe(1);
    expect(err).toContain(
      'export.csv:2:5: error: the byte 0xE8 is not UTF-8; if the file is in another encoding, say which: --encoding windows-1252',
    );
    expect(read(folder, responses)).toBe('respondent,mood\nR1,ok\n');
  });

  test('a label that is none, and one that the file’s mark contradicts', async () => {
    const folder = workspace({ 'export.csv': `\uFEFF${text}` });
    expect((await importing(folder, 'export.csv', '--encoding', 'ansi')).status).toBe(2);
    const { status, err } = await importing(folder, 'export.csv', '--encoding', 'windows-1252');
    expect(status).toBe(1);
    expect(err).toContain('the file begins with the mark of utf-8, and "windows-1252" was declared');
  });
});
