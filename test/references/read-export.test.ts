import { expect, test } from 'vitest';
import { readExport } from '../../src/references/export/read-export.ts';
import { fileOf, problems } from './invented.ts';

/** One row of each tool, with the headings that it writes. */
const exports: Record<string, [text: string, expected: object]> = {
  Scopus: [
    'Authors,Author full names,Title,Year,Source title,Volume,Issue,Art. No.,Page start,Page end,Cited by,DOI,Link,Abstract,Author Keywords,Language of Original Document,Document Type,EID\nRossi M.; Li W.,"Rossi, Maria (123); Li, Wei (45)",T,2020,J,1,2,,3,9,7,10.1234/X,https://s,A,k1; k2,English,Conference paper,2-s2.0-1\n',
    {
      authors: 'Rossi, Maria; Li, Wei',
      pages: '3–9',
      venue: 'J',
      type: 'conference paper',
      keywords: 'k1; k2',
      key: '2-s2.0-1',
      language: 'English',
    },
  ],
  'Web of Science': [
    'PT\tAU\tTI\tSO\tDT\tDE\tID\tAB\tPY\tVL\tBP\tEP\tDI\tUT\nJ\tRossi, M; Li, W\tT\tJ\tArticle; Proceedings Paper\tk1\tK2\tA\t2020\t1\t3\t9\t10.1234/X\tWOS:1\n',
    { authors: 'Rossi, M; Li, W', type: 'conference paper', keywords: 'k1; K2', key: 'WOS:1', pages: '3–9' },
  ],
  'IEEE Xplore': [
    '"Document Title",Authors,"Publication Title","Publication Year","Start Page","End Page","Abstract","DOI","IEEE Terms","Document Identifier"\nT,"M. Rossi; W. van der Li",J,2020,3,9,A,10.1234/X,k1;k2,"IEEE Conferences"\n',
    { authors: 'Rossi, M.; van der Li, W.', venue: 'J', keywords: 'k1; k2', pages: '3–9', year: '2020' },
  ],
  Zotero: [
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date","Pages","Manual Tags","Language"\n"ABC","bookSection","2020","Rossi, Maria; Li, Wei","T","J","10.1234/X","https://s","A","2020-05","3-9","k1; k2","en"\n',
    {
      authors: 'Rossi, Maria; Li, Wei',
      type: 'chapter',
      key: 'ABC',
      pages: '3–9',
      year: '2020',
      abstract: 'A',
    },
  ],
};

test.each(Object.entries(exports))('reads the headings of %s', (_, [text, expected]) => {
  const file = fileOf(text, 'a.csv');
  const { entries } = readExport(file);
  expect(problems(file)).toEqual([]);
  expect(entries).toMatchObject([{ title: 'T', year: '2020', doi: '10.1234/x', line: 2, ...expected }]);
});

test('headings that are not taken are named, and a table without titles is told', () => {
  expect(readExport(fileOf('Title,Year,Colour\nT,2020,red\n', 'a.csv')).ignored).toEqual(['Colour']);
  const file = fileOf('Colour,Year\nred,2020\n', 'a.csv');
  expect(readExport(file).entries).toEqual([]);
  expect(problems(file)).toEqual(['1:1 missing-column']);
});

test('a row that is cut off and a year of two digits are told with their place', () => {
  const file = fileOf('Title,Year\nA,98\nB\nC,2001\n', 'a.csv');
  const { entries, leftOut } = readExport(file);
  expect(entries.map(({ title, year }) => `${title} ${year}`)).toEqual(['A ', 'C 2001']);
  expect(leftOut).toBe(1);
  expect(problems(file)).toEqual(['2:3 no-year-in-field', '3:1 row-length']);
});
