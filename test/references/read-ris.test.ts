import { expect, test } from 'vitest';
import { readRis } from '../../src/references/ris/read-ris.ts';
import { fileOf, problems } from './invented.ts';

test('reads RIS with CRLF, lines that go on, several authors and keywords', () => {
  const file = fileOf(
    'TY  - JOUR\r\nAU  - Müller, Jérôme\r\nAU  - Anna van der Berg\r\nTI  - On it\r\nT2  - J. Test\r\nPY  - 2019/05/03/\r\nVL  - 4\r\nIS  - 2\r\nSP  - 1\r\nEP  - 20\r\nDO  - 10.1/X\r\nAB  - A sign  - and more\r\n of it\r\nKW  - one\r\nKW  - two\r\nLA  - en\r\nID  - k\r\nER  - \r\n\r\n',
    'a.ris',
  );
  const { entries } = readRis(file);
  expect(problems(file)).toEqual([]);
  expect(entries).toMatchObject([
    {
      type: 'article',
      title: 'On it',
      authors: 'Müller, Jérôme; van der Berg, Anna',
      year: '2019',
      venue: 'J. Test',
      volume: '4',
      issue: '2',
      pages: '1–20',
      doi: '',
      abstract: 'A sign - and more of it',
      keywords: 'one; two',
      language: 'en',
      key: 'k',
      line: 1,
    },
  ]);
});

test('tells unknown tags, a missing ER, tags outside of records and two-digit years, and reads the rest', () => {
  const file = fileOf(
    'TI  - Lost\nTY  - JOUR\nTI  - A\nXX  - what\nPY  - 98\nTY  - XYZ\nTI  - B\nDO  - https://doi.org/10.1234/AbC\n',
    'a.ris',
  );
  const { entries } = readRis(file);
  expect(entries.map(({ title, year, type, doi }) => [title, year, type, doi])).toEqual([
    ['A', '', 'article', ''],
    ['B', '', 'other', '10.1234/abc'],
  ]);
  expect(problems(file)).toEqual([
    '1:1 outside-record',
    '2:1 no-end',
    '4:1 unknown-tag',
    '5:7 no-year-in-field',
    '6:1 no-end',
    '6:1 unknown-type',
  ]);
});

test('a file without a record is told', () => {
  const file = fileOf('PMID- 1\n', 'a.ris');
  expect(readRis(file).entries).toEqual([]);
  expect(problems(file)).toContain('1:1 no-records');
});
