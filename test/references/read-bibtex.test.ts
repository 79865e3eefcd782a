import { describe, expect, test } from 'vitest';
import { readBibtex } from '../../src/references/bibtex/read-bibtex.ts';
import { fileOf, problems } from './invented.ts';

function read(text: string) {
  const file = fileOf(text);
  const { entries, leftOut } = readBibtex(file);
  return { entries, leftOut, file, problems: problems(file) };
}

describe('BibTeX', () => {
  test('reads accents, nested braces, mathematics, strings that are joined, and names with particles', () => {
    const { entries, problems } = read(`% a comment with @ in it
@string{jss = "Journal of {S}ystems"}
@comment{jabref-meta: @article{x, title={no}} }
@Article{m1,
  author = {M{\\"u}ller, J{\\'e}r{\\^o}me and van der Berg, Anna and Ken Thompson and {The Big Group}},
  title = {On the {MLOps} practice of $x^2$ teams --- a {\\v{C}}ech: {A} {N}ested {{Brace}} view},
  journal = jss # { and Software}, year = 2019, volume=007, pages = {1--20},
  doi={https://doi.org/10.1000/ABC.1}, keywords={a, b; A}, abstract="First \\& \\emph{second}
     line"
}`);
    expect(problems).toEqual([]);
    expect(entries).toEqual([
      {
        type: 'article',
        title: 'On the MLOps practice of x² teams — a Čech: A Nested Brace view',
        authors: 'Müller, Jérôme; van der Berg, Anna; Thompson, Ken; The Big Group',
        year: '2019',
        venue: 'Journal of Systems and Software',
        volume: '007',
        issue: '',
        pages: '1–20',
        doi: '10.1000/abc.1',
        url: '',
        abstract: 'First & second line',
        keywords: 'a; b',
        language: '',
        key: 'm1',
        line: 4,
      },
    ]);
  });

  test.each([
    ['{\\AA}kesson, B', 'Åkesson, B'],
    ['Bo {\\AA}kesson', 'Åkesson, Bo'],
    ['H{\\aa}kansson, B', 'Håkansson, B'],
    ['H\\aa kansson, B', 'Håkansson, B'],
    ['H\\aa{}kansson, B', 'Håkansson, B'],
    ['Lars {\\O}stergaard', 'Østergaard, Lars'],
    ['{\\L}ukasz B{\\l}a{\\.z}ej', 'Błażej, Łukasz'],
    ["Garc\\'\\i a, J", 'García, J'],
    ["Garc{\\'\\i}a, J", 'García, J'],
    ["Garc\\'{\\i}a, J", 'García, J'],
    ['Na\\"\\i f, J', 'Naïf, J'],
    ['Beno{\\^{\\i}}t, J', 'Benoît, J'],
    ['Beno\\^{\\i}t, J', 'Benoît, J'],
    ['Y{\\i}lmaz, J', 'Yılmaz, J'],
  ])('letters of their own and dotless ones: %s', (typed, name) => {
    const { entries, problems } = read(`@article{a, title={{${typed}}}, year=2020, author={${typed}}}`);
    expect(entries[0]?.authors).toBe(name);
    expect(problems).toEqual([]);
  });

  test('letters of their own in a title, in braces or not', () => {
    const { entries } = read(
      '@article{a, title={{\\aa}nd {\\AA}r \\ae \\AE{} {\\oe}{\\OE} \\o{} \\O{} Stra\\ss e \\l{} \\L{} \\"{\\i} \\v{\\j}}, year=2020}',
    );
    expect(entries[0]?.title).toBe('ånd År æÆ œŒ ø Ø Straße ł Ł ï ǰ');
  });

  test('a command that is not known is told where it stands, and kept', () => {
    const { entries, file } = read('@article{a,\n  title={On \\xyz{repair}}, year=2020}');
    expect(entries[0]?.title).toBe('On \\xyzrepair');
    expect(file.messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`)).toEqual([
      '2:3 title has the command \\xyz, which is not known and stays as it stands',
    ]);
  });

  test('an entry whose brace is never closed is told where it begins, or at the brace, and all others are read', () => {
    const { entries, leftOut, problems } = read(
      '@article{a, title={One}}\n@article{b, title = {Two {three},\n  year = 2020\n}\n@book{c, title={Four}}\n@misc{d, title="never\n@misc{e, title={Five}}\n',
    );
    expect(entries.map(({ key }) => key)).toEqual(['a', 'c', 'e']);
    expect(leftOut).toBe(2);
    expect(problems).toEqual(['2:1 broken-entry', '6:16 broken-entry']);
  });

  test('a brace that is open until the end of the file loses one entry', () => {
    const { entries, problems } = read('@article{a, title={One}}\n@article{b, title={Two');
    expect(entries.map(({ key }) => key)).toEqual(['a']);
    expect(problems).toEqual(['2:19 broken-entry']);
  });

  test('what is wrong in a field is told there, and nothing is guessed', () => {
    const { entries, problems } = read(
      '@article{a, title={A}, year = 98, journal = nowhere}\n@article{a, title={B}, title={C}, year={in press}}\n@misc{c, title={Costs $5}, year={2020a}}\n@thing{, title={D}, crossref={x}}',
    );
    expect(entries.map(({ title, year, venue, type }) => [title, year, venue, type])).toEqual([
      ['A', '', 'nowhere', 'article'],
      ['B', '', '', 'article'],
      ['Costs $5', '2020', '', 'other'],
      ['D', '', '', 'other'],
    ]);
    expect(problems).toEqual([
      '1:24 no-year-in-field',
      '1:35 unknown-string',
      '2:1 duplicate-key',
      '2:24 duplicate-field',
      '2:35 no-year-in-field',
      '3:10 latex',
      '4:1 unknown-type',
      '4:1 no-key',
      '4:21 unknown-crossref',
    ]);
  });

  test('a field without "=" costs its entry, with the place', () => {
    const { entries, file } = read('@article{a title={A}}\n@article{b, title={B}}');
    expect(entries.map(({ key }) => key)).toEqual(['b']);
    expect(file.messages.map(String)).toEqual([
      expect.stringContaining('export.bib:1:12: this article is left out: there is no "=" after "a"'),
    ]);
  });

  test('a preprint is no article, and a part of proceedings takes over their name and year', () => {
    const { entries } = read(
      '@misc{a, title={A}, eprint={1}, archiveprefix={arXiv}}\n@article{b, title={B}, journal={arXiv preprint arXiv:1234.5}}\n@inproceedings{c, title={C}, crossref={p}}\n@proceedings{p, title={Proc}, year={2001}}',
    );
    expect(entries.map(({ type, venue, year }) => [type, venue, year])).toEqual([
      ['preprint', '', ''],
      ['preprint', 'arXiv preprint arXiv:1234.5', ''],
      ['conference paper', 'Proc', '2001'],
      ['book', '', '2001'],
    ]);
  });

  test('a slip in every entry is told twenty times and counted', () => {
    const { file } = read(
      Array.from({ length: 500 }, (_, at) => `@article{k${at}, title={T}, year=9}\n`).join(''),
    );
    expect(file.messages).toHaveLength(21);
    expect(file.messages.at(-1)?.reason).toBe('480 more problems of this kind from here on');
  });
});
