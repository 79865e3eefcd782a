import { describe, expect, test } from 'vitest';
import { change, emic, emptyFolder, read, write } from '../helpers/workspace.ts';

const positions = 'corpus/library/positions.csv';

async function library(): Promise<string> {
  const folder = emptyFolder();
  await emic(folder, 'init');
  return folder;
}

/** The counts of both statements, or undefined where nothing is counted. */
async function counts(folder: string): Promise<unknown> {
  const { out, status } = await emic(folder, 'statements', '--json');
  return status === 0 ? JSON.parse(out).statements.map(({ all }: { all: unknown }) => all) : undefined;
}

describe('files that spreadsheets write are read rightly', () => {
  const variants: [string, (csv: string) => string | Uint8Array][] = [
    ['a byte order mark', (csv) => `\uFEFF${csv}`],
    ['CRLF', (csv) => csv.replaceAll('\n', '\r\n')],
    ['semicolons', (csv) => csv.replaceAll(',', ';')],
    [
      'semicolons after Excel’s sep=',
      (csv) => `sep=;\r\n${csv.replaceAll(',', ';').replaceAll('\n', '\r\n')}`,
    ],
    ['UTF-16 as Excel’s Unicode text', (csv) => Buffer.from(`\uFEFF${csv.replaceAll(',', '\t')}`, 'utf16le')],
    ['blank lines', (csv) => `\n${csv}\n\n,,,,\n`],
    ['no line break at the end', (csv) => csv.trimEnd()],
    [
      'columns in another order and case',
      (csv) =>
        csv
          .split('\n')
          .map((line) => line.split(',').reverse().join(','))
          .join('\n')
          .replace('statement', 'Statement'),
    ],
  ];
  test.each(variants)('%s', async (_, write_) => {
    const folder = await library();
    const before = await counts(folder);
    expect(before).toBeDefined();
    write(folder, positions, write_(read(folder, positions)));
    expect((await emic(folder, 'check')).status).toBe(0);
    expect(await counts(folder)).toEqual(before);
  });

  test('a line break within quotes', async () => {
    const folder = await library();
    change(folder, positions, '"with the children"', '"with the\nchildren, and ""friends"""');
    expect((await emic(folder, 'check')).status).toBe(0);
    expect((await emic(folder, 'report')).status).toBe(0);
    expect(read(folder, 'reports/library/out/tables/participants.csv')).toContain('Ana');
  });
});

describe('what cannot be read is told with its place; nothing is counted and the last report stays', () => {
  const bad: [string, string | ((csv: string) => string | Uint8Array), RegExp][] = [
    [
      'a position off the scale',
      (csv) => csv.replace('Ben,no opinion', 'Ben,no opinoin'),
      /positions\.csv:4:25: error: "no opinoin" is not a column of the scale; expected .*; did you mean "no opinion"\? \[off-the-scale\]/,
    ],
    [
      'an undeclared participant',
      (csv) => csv.replace('morning,Ben,no', 'morning,Bne,no'),
      /positions\.csv:4:21: error: "Bne" is not a declared participant.*did you mean "Ben"\?/,
    ],
    [
      'an unknown column',
      (csv) => csv.replace('comment\n', 'coment\n'),
      /positions\.csv:1:38: error: .*"coment".*did you mean "comment"\?/,
    ],
    [
      'a missing column',
      (csv) => csv.replace('participant,column', 'participant,position'),
      /positions\.csv:1:1: error: there is no column "column"/,
    ],
    [
      'a duplicate row',
      (csv) =>
        csv.replace(
          'too-dear,morning,Ana',
          'more-visits,morning,Ben,no opinion,"I borrow online"\ntoo-dear,morning,Ana',
        ),
      /positions\.csv:7:1: error: this row says the same as line 4/,
    ],
    [
      'an unclosed quote',
      (csv) => csv.replace('"volunteers would help"', '"volunteers would help'),
      /positions\.csv:9:43: error: .*\[unclosed-quote\]/,
    ],
    [
      'a row that is too long',
      (csv) => csv.replace('"I borrow online"', 'I borrow, online'),
      /positions\.csv:4:\d+: error: .*\[row-length\]/,
    ],
    ['an empty file', '', /positions\.csv:1:1: error: .*\[empty-file\]/],
    [
      'a binary file',
      () => Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]),
      /positions\.csv:1:1: error: .*\[binary-file\]/,
    ],
    [
      'a file that is not UTF-8',
      () => Buffer.from('statement,column\nmore-visits,caf\xe9\n', 'latin1'),
      /positions\.csv:2:16: error: .*\[not-utf-8\]/,
    ],
  ];
  test.each(bad)('%s', async (_, broken, message) => {
    const folder = await library();
    await emic(folder, 'report');
    const page = read(folder, 'reports/library/out/report.html');
    const csv = read(folder, positions);
    write(folder, positions, typeof broken === 'string' ? broken : broken(csv));

    const check = await emic(folder, 'check');
    expect(check.status).toBe(1);
    expect(check.out).toMatch(message);
    expect((await emic(folder, 'check', '--json')).out).toContain('"severity": "error"');

    expect(await counts(folder)).toBeUndefined();
    for (const command of ['report', 'replicate']) {
      const { status, err } = await emic(folder, command);
      expect(status, command).toBe(1);
      expect(err, command).toMatch(message);
    }
    expect((await emic(folder, 'replicate', '--reports')).status).toBe(1);
    expect(read(folder, 'reports/library/out/report.html')).toBe(page);
  });

  test('a data file that is missing names the one that was meant', async () => {
    const folder = await library();
    change(folder, 'corpus/library/study.yaml', 'file: positions.csv', 'file: postions.csv');
    const { status, out } = await emic(folder, 'check');
    expect(status).toBe(1);
    expect(out).toMatch(/study\.yaml:\d+:9: error: .*did you mean "positions\.csv"\?/);
  });

  test('a data file outside the study', async () => {
    const folder = await library();
    change(folder, 'corpus/library/study.yaml', 'file: positions.csv', 'file: ../../secret.csv');
    expect((await emic(folder, 'check')).out).toMatch(/study\.yaml:\d+:9: error: .*outside the study/);
  });

  test('two participants with one id, a blank one, and one that begins with ?', async () => {
    const folder = await library();
    write(
      folder,
      'corpus/library/participants.csv',
      'id,session,visits\nAna,morning,4\nAna,morning,2\n,evening,1\n?1,evening,x\n',
    );
    const { out } = await emic(folder, 'check');
    expect(out).toMatch(/participants\.csv:3:1: error: "Ana" stands in line 2 already/);
    expect(out).toMatch(/participants\.csv:4:1: error: "id" is blank/);
    expect(out).toMatch(/participants\.csv:5:1: error: "\?1" cannot be an id/);
    expect(out).toMatch(/participants\.csv:5:12: error: "x" in column "visits" is not a number/);
  });

  test('control characters of a file do not reach the terminal', async () => {
    const folder = await library();
    change(folder, positions, 'Ben,no opinion', 'Ben,no \u001b[31mopinion');
    const { out } = await emic(folder, 'check');
    expect(out).toContain('is not a column of the scale');
    expect(out).not.toContain('\u001b');
  });

  test('what a file says is escaped in the report', async () => {
    const folder = await library();
    change(
      folder,
      'corpus/library/study.yaml',
      'title: I would come more often',
      'title: "<script>alert(1)</script>"',
    );
    change(folder, positions, 'with the children', '<img src=x onerror=alert(1)>');
    await emic(folder, 'report');
    const html = read(folder, 'reports/library/out/report.html');
    const outsideAttributes = html.replace(/="[^"]*"/g, '');
    expect(outsideAttributes).not.toMatch(/<script|<img/);
    expect(html).toContain('&#x3C;script>');
  });

  test('a column called __proto__ is a column like any other', async () => {
    const folder = await library();
    write(
      folder,
      'corpus/library/participants.csv',
      'id,session,visits,__proto__\nAna,morning,4,a\nBen,morning,1,b\nChloe,evening,8,c\nDev,evening,2,d\n',
    );
    expect((await emic(folder, 'check')).status).toBe(0);
    await emic(folder, 'report');
    expect(read(folder, 'reports/library/out/tables/participants.csv')).toContain(
      'Visits a month'.length ? '__proto__' : '',
    );
  });
});
