import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, emic, read, workspaceWith, write } from '../helpers/workspace.ts';

const STUDY = 'emic: 1\ntitle: Repair\nkind: literature-review\nfictional: true\n';
const BIB = `@article{ilse, title={Tools that mend themselves: a survey}, author={Ilse Brandt and Tom Reed}, year={2019}, journal={J. Repair}, doi={10.1234/A}}
@article{tom, title={Quiet benches}, author={Reed, Tom}, year={2020}, journal={J. Repair}}
@article{ilse2, title={Mending in public}, author={Brandt, Ilse}, year={2019}}
`;
const RIS =
  'TY  - JOUR\r\nAU  - Brandt, I.\r\nTI  - TOOLS THAT MEND THEMSELVES: A SURVEY\r\nPY  - 2019\r\nDO  - https://doi.org/10.1234/a\r\nAB  - What it says\r\nAN  - 77\r\nER  - \r\nTY  - JOUR\r\nAU  - Reed, T.\r\nTI  - Quite benches\r\nPY  - 2020\r\nAN  - 78\r\nER  - \r\n';

const TABLE = 'corpus/lit/references.csv';
const LIST = 'corpus/lit/duplicates.csv';
const workspace = (files: Record<string, string | Uint8Array> = {}) =>
  workspaceWith({
    'corpus/lit/study.yaml': STUDY,
    '.gitignore': 'corpus/*/originals/\n',
    'scopus.bib': BIB,
    'wos.ris': RIS,
    ...files,
  });
const importing = (folder: string, ...args: string[]) => emic(folder, 'import', 'references', ...args);
const ids = (folder: string) =>
  read(folder, TABLE)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',', 1)[0]);

describe('emic import references', () => {
  test('keeps columns that somebody added to the table, also of records that are merged', async () => {
    const folder = workspace();
    await importing(folder, 'scopus.bib', '--source', 'Scopus');
    const [header, first, ...others] = read(folder, TABLE).trimEnd().split('\n');
    const edited = [
      `${header},work,included`,
      `${first},W1,"yes, so"`,
      ...others.map((line) => `${line},,no`),
    ];
    write(folder, TABLE, `${edited.join('\n')}\n`);
    const { status, err } = await importing(folder, 'wos.ris', '--source', 'WoS');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const lines = read(folder, TABLE).trimEnd().split('\n');
    expect(lines[0]).toBe(`${header},work,included`);
    expect(lines[1]).toMatch(/^brandt2019,.*,Scopus; WoS,ilse; 77,W1,"yes, so"$/);
    expect(lines[2]).toMatch(/,no$/);
    expect(lines.at(-1)).toMatch(/,WoS,78,,$/);
  });

  test('writes one table, copies the original, and gives ids that stay', async () => {
    const folder = workspace();
    const { status, out, err } = await importing(folder, 'scopus.bib', '--source', 'Scopus');
    expect(err).toBe('');
    expect(status).toBe(0);
    expect(read(folder, TABLE)).toBe(
      `id,type,title,authors,year,venue,volume,issue,pages,doi,url,abstract,keywords,language,source,key
brandt2019,article,Tools that mend themselves: a survey,"Brandt, Ilse; Reed, Tom",2019,J. Repair,,,,10.1234/a,,,,,Scopus,ilse
reed2020,article,Quiet benches,"Reed, Tom",2020,J. Repair,,,,,,,,,Scopus,tom
brandt2019b,article,Mending in public,"Brandt, Ilse",2019,,,,,,,,,,Scopus,ilse2
`,
    );
    expect(read(folder, 'corpus/lit/originals/scopus.bib')).toBe(BIB);
    expect(out).toContain('scopus.bib: 3 entries read\n- 3 new, 0 in the table already by source and key');
    expect(read(folder, 'corpus/lit/study.yaml')).toBe(`${STUDY}\nliterature:\n  records: references.csv\n`);
    const again = await importing(folder, 'scopus.bib', '--source', 'Scopus');
    expect(again.out).toContain('0 new, 3 in the table already');
    expect(again.out).toContain('Nothing to write: all of it is there, and the same.');
  });

  test('merges what is one work, lists what may be, and says how many and where', async () => {
    const folder = workspace();
    await importing(folder, 'scopus.bib');
    const { status, out } = await importing(folder, 'wos.ris');
    expect(status).toBe(0);
    expect(out).toContain(
      '- 1 merged into other records: 1 same DOI\n- 1 pair to decide: 1 title spelt another way\n',
    );
    expect(out).toContain('- 4 records in all, 1 of them new\n');
    expect(out).toContain(`In ${LIST}, write "same" or "different"`);
    const again = await importing(folder, 'wos.ris');
    expect(again.out).toContain('- 1 pair to decide, 1 of earlier imports: 1 title spelt another way\n');
    expect(again.out).toContain('- 4 records in all, 0 of them new\n');
    expect(ids(folder)).toEqual(['brandt2019', 'reed2020', 'brandt2019b', 'reed2020b']);
    expect(read(folder, TABLE)).toContain(',What it says,,,scopus.bib; wos.ris,ilse; 77\n');
    expect(read(folder, LIST)).toBe(
      'record,other,why,similarity,decision,record is,other is\nreed2020,reed2020b,title spelt another way,0.92,,"Reed, Tom | 2020 | Quiet benches | J. Repair","Reed, T. | 2020 | Quite benches"\n',
    );
  });

  test('applies what was decided, keeps it, and gives no id twice', async () => {
    const folder = workspace();
    await importing(folder, 'scopus.bib');
    await importing(folder, 'wos.ris');
    change(folder, LIST, '0.92,,', '0.92,same,');
    const { status, out } = await emic(folder, 'references', 'duplicates');
    expect(status).toBe(0);
    expect(out).toContain('1 merged into other records: 1 decided');
    expect(ids(folder)).toEqual(['brandt2019', 'reed2020', 'brandt2019b']);
    expect(read(folder, TABLE)).toContain(',scopus.bib; wos.ris,tom; 78\n');
    const trace =
      'reed2020,reed2020b,title spelt another way,0.92,same,"Reed, Tom | 2020 | Quiet benches | J. Repair","Reed, T. | 2020 | Quite benches"\n';
    expect(read(folder, LIST)).toContain(trace);
    const again = await emic(folder, 'references', 'duplicates');
    expect(read(folder, LIST)).toContain(trace);
    expect(again.out).toContain('nothing merged');
    expect(again.out).toContain('Nothing to write');
    await importing(folder, 'wos.ris');
    expect(ids(folder)).toEqual(['brandt2019', 'reed2020', 'brandt2019b']);
  });

  test('two records that are different are asked about once', async () => {
    const folder = workspace();
    await importing(folder, 'scopus.bib');
    await importing(folder, 'wos.ris');
    change(folder, LIST, '0.92,,', '0.92,Different,');
    const { out } = await emic(folder, 'references', 'duplicates');
    expect(out).toContain('no pairs to decide');
    expect(ids(folder)).toHaveLength(4);
    expect(read(folder, LIST)).toContain(',0.92,different,');
  });

  test('a decision that is not understood stops everything, with its place', async () => {
    const folder = workspace();
    await importing(folder, 'scopus.bib');
    await importing(folder, 'wos.ris');
    change(folder, LIST, '0.92,,', '0.92,sane,');
    const before = read(folder, TABLE);
    const { status, err } = await emic(folder, 'references', 'duplicates');
    expect(status).toBe(1);
    expect(err).toContain('corpus/lit/duplicates.csv:2:49: error: "sane" is no decision');
    expect(err).toContain('did you mean "same"?');
    expect(read(folder, TABLE)).toBe(before);
  });

  test.each([
    [
      'another title by the same family name',
      '@article{k, title={Deep learning for cats}, author={Smith, J}, year=2019}\n',
      '@article{k, title={A survey of requirements}, author={Smith, Karl}, year=2019, abstract={On needs}}\n',
    ],
    [
      'another DOI',
      '@article{k, title={On cats}, author={Smith, J}, year=2019, doi={10.1000/a}}\n',
      '@article{k, title={On cats}, author={Smith, J}, year=2019, doi={10.1000/b}}\n',
    ],
  ])('a key that now stands for another work makes a new record: %s', async (_, before, after) => {
    const folder = workspace({ 'a.bib': before });
    await importing(folder, 'a.bib');
    const first = read(folder, TABLE);
    write(folder, 'a.bib', after);
    const { out, err } = await importing(folder, 'a.bib');
    expect(out).toContain('1 new, 0 in the table already');
    expect(err).toContain('[key-of-another]');
    expect(read(folder, TABLE).startsWith(first)).toBe(true);
  });

  test('a file with one key for two works is the same when it is imported again', async () => {
    const folder = workspace({
      'a.bib': `@article{lee, title={Alpha paper on cats}, author={Lee, A}, year=2020}
@article{lee, title={Omega paper on sailing}, author={Lee, Bo}, year=2020, doi={10.1000/q}, abstract={Sails}}
`,
    });
    await importing(folder, 'a.bib');
    const first = read(folder, TABLE);
    await importing(folder, 'a.bib');
    expect(read(folder, TABLE)).toBe(first);
  });

  test('entries that nothing names are the same when their file is imported again, whatever became of their rows', async () => {
    const nameless = 'TY  - JOUR\nAU  - Noll, B\nER  - \nTY  - JOUR\nAU  - Noll, B\nAB  - Quiet\nER  - \n';
    const untold = 'TY  - JOUR\nTI  - Tools that mend\nER  - \nTY  - JOUR\nTI  - Tools that mned\nER  - \n';
    const folder = workspace({ 'a.ris': `${nameless}${untold}` });
    await importing(folder, 'a.ris');
    expect(ids(folder)).toHaveLength(4);
    const first = read(folder, TABLE);
    await importing(folder, 'a.ris');
    expect(read(folder, TABLE)).toBe(first);
    const edited = first.replace('"Noll, B",,', '"Noll, Berta",2019,');
    write(folder, TABLE, edited);
    write(folder, LIST, 'record,other,decision\ntools-nd,tools-ndb,same\n');
    await emic(folder, 'references', 'duplicates');
    expect(ids(folder)).toHaveLength(3);
    const merged = read(folder, TABLE);
    await importing(folder, 'a.ris');
    expect(read(folder, TABLE)).toBe(merged);
  });

  test('a table whose entries have no key yet stays as it is', async () => {
    const folder = workspace({ 'a.ris': 'TY  - JOUR\nAU  - Noll, B\nER  - \n' });
    write(folder, TABLE, 'id,type,title,authors,source,key\nnoll-nd,article,,"Noll, B",a.ris,\n');
    await importing(folder, 'a.ris');
    expect(ids(folder)).toEqual(['noll-nd']);
  });

  test('two imports at once lose nothing: the second waits or says that somebody else is writing', async () => {
    const folder = workspace();
    const both = await Promise.all([importing(folder, 'scopus.bib'), importing(folder, 'wos.ris')]);
    for (const { status, err } of both) if (status !== 0) expect(err).toContain('somebody else is writing');
    const kept = both.filter(({ status }) => status === 0).length;
    expect(read(folder, TABLE).includes('scopus.bib') && read(folder, TABLE).includes('wos.ris')).toBe(
      kept === 2,
    );
  });

  test.each([
    ['given names', 'author={Wang, Li}', 'author={Wang, Xiaoming}', 'Software testing'],
    [
      'issues',
      'author={Hall, A}, number=1',
      'author={Hall, A}, number=4',
      'Introduction of the guest editors',
    ],
    [
      'venues of a short title',
      'author={Noll, B}, journal={J. Music}',
      'author={Noll, B}, journal={J. Art}',
      'Welcome',
    ],
  ])('works with one title and other %s are not merged without asking', async (_, one, other, title) => {
    const folder = workspace({
      'a.bib': `@article{a, title={${title}}, year=2020, ${one}}\n@article{b, title={${title}}, year=2020, ${other}}\n`,
    });
    await importing(folder, 'a.bib');
    expect(ids(folder)).toHaveLength(2);
  });

  test.each([
    ['Programming with C++', 'Programming with C\\#'],
    ['When $n < 3$', 'When $n > 3$'],
    ['दिन का अर्थ', 'दान का अर्थ'],
    ['かきの研究方法', 'かぎの研究方法'],
  ])('%s is not %s', async (one, other) => {
    const folder = workspace({
      'a.bib': `@article{a, title={${one}}, author={Roe, A}, year=2020}\n@article{b, title={${other}}, author={Roe, A}, year=2020}\n`,
    });
    await importing(folder, 'a.bib');
    expect(ids(folder)).toHaveLength(2);
  });

  test('what was edited in the table stays, and blanks are filled', async () => {
    const folder = workspace();
    await importing(folder, 'scopus.bib');
    change(folder, TABLE, 'Quiet benches', 'Quiet benches and loud tools');
    change(folder, TABLE, 'J. Repair,,,,10.1234/a', ',,,,10.1234/a');
    const { out } = await importing(folder, 'scopus.bib');
    expect(out.replace(/\s+/g, ' ')).toContain(
      '1 of these says something else than the table, which is kept: line 2, reed2020 (title)',
    );
    expect(read(folder, TABLE)).toContain('Quiet benches and loud tools');
    expect(read(folder, TABLE)).toContain('J. Repair,,,,10.1234/a');
  });

  test('a file that was imported already under another source is told', async () => {
    const folder = workspace({ 'again.bib': BIB });
    await importing(folder, 'scopus.bib', '--source', 'Scopus');
    const { status, err } = await importing(folder, 'again.bib', '--dry-run');
    expect(status).toBe(0);
    expect(err).toContain(
      'again.bib:1:1: warning: this very file was imported already, from "Scopus"; as "again.bib" it counts as another search',
    );
    expect((await importing(folder, 'again.bib', '--source', 'Scopus')).err).toBe('');
  });

  test('a DOI pasted into the table as a link is the DOI, and a year that is none is told', async () => {
    const folder = workspace();
    await importing(folder, 'scopus.bib');
    change(folder, TABLE, '10.1234/a', 'https://doi.org/10.1234/A');
    change(folder, TABLE, ',2020,', ',2020a,');
    const { err } = await importing(folder, 'wos.ris');
    expect(read(folder, TABLE)).toContain(',10.1234/a,');
    expect(ids(folder)).toContain('brandt2019');
    expect(read(folder, TABLE)).toContain(',scopus.bib; wos.ris,ilse; 77\n');
    expect(err).toMatch(/references\.csv:3:\d+: warning: "2020a" is no year/);
  });

  test('that a work was retracted is kept where the other record does not say it', async () => {
    const folder = workspace({
      'a.bib': '@article{r, title={[Retracted] Quiet benches}, author={Reed, Tom}, year={2020}}',
    });
    await importing(folder, 'scopus.bib');
    await importing(folder, 'a.bib');
    expect(read(folder, TABLE).split('\n')[0]).toMatch(/,note$/);
    expect(read(folder, TABLE)).toMatch(/reed2020,article,Quiet benches,.*,\[Retracted\] Quiet benches\n/);
  });

  test.each([
    ['DOI "10.1234/x"', 1001, (at: number) => `title={Work ${at}}, doi={10.1234/x}`],
    ['title "editorial"', 201, (at: number) => `title={Editorial}, author={Noll${at}, B}`],
  ])('what too many share to be compared by is told: %s', async (what, many, fields) => {
    const entries = Array.from({ length: many }, (_, at) => `@article{k${at}, ${fields(at)}, year=2020}\n`);
    const folder = workspace({ 'a.bib': entries.join('') });
    const { out } = await importing(folder, 'a.bib', '--dry-run');
    expect(out.replace(/\s+/g, ' ')).toContain(
      `not all compared with each other, for too many have the same: ${many} records with the ${what}`,
    );
    write(folder, 'a.bib', entries.slice(1).join(''));
    expect((await importing(folder, 'a.bib', '--dry-run')).out).not.toContain('not all compared');
  });

  test('a broken entry is told and left out, the others are imported, and the exit status is 1', async () => {
    const folder = workspace({ 'scopus.bib': `@article{x, title={Open\n${BIB}` });
    const { status, out, err } = await importing(folder, 'scopus.bib');
    expect(status).toBe(1);
    expect(err).toMatch(
      /^scopus\.bib:1:19: error: article "x" is left out: this brace of title is never closed/,
    );
    expect(out).toContain('3 entries read, 1 left out');
    expect(ids(folder)).toHaveLength(3);
  });

  test.each([
    [
      'in another encoding',
      Buffer.from('@article{a, title={M\xfcller}}', 'latin1'),
      '1:21: error: the byte 0xFC is not UTF-8',
    ],
    [
      'that is a spreadsheet',
      Buffer.from('PK\x03\x04xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'latin1'),
      'error: this is',
    ],
  ])('a file %s is refused', async (_, bytes, message) => {
    const folder = workspace({ 'scopus.bib': bytes });
    const { status, err } = await importing(folder, 'scopus.bib');
    expect(status).toBe(1);
    expect(err).toContain(message);
    expect(err).toContain('Nothing was written.');
    expect(existsSync(join(folder, TABLE))).toBe(false);
  });

  test.each<[string, BufferEncoding, string]>([
    ['windows-1252', 'latin1', ''],
    ['utf-16', 'utf16le', ''],
    ['UTF-16LE', 'utf16le', '\ufeff'],
  ])('--encoding %s says in what a file is written', async (encoding, written, mark) => {
    const bytes = Buffer.from(`${mark}@article{a, title={M\xfcller mends}, year={2019}}`, written);
    const folder = workspace({ 'a.bib': bytes });
    const { status, err } = await importing(folder, 'a.bib', '--encoding', encoding);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(read(folder, TABLE)).toContain(',Müller mends,,2019,');
  });

  test.each([
    ['utf-16be', '\xd8\x00\x00a', 1, 'what stands here is no text in utf-16be'],
    [
      'utf-16be',
      '\xff\xfea\x00',
      1,
      'the file begins with the mark of utf-16le, and "utf-16be" was declared',
    ],
    ['utf-9', 'a', 2, '--encoding "utf-9" is not known'],
  ])('--encoding %s of other bytes is refused', async (encoding, bytes, status, message) => {
    const folder = workspace({ 'a.bib': Buffer.from(bytes, 'latin1') });
    const refused = await importing(folder, 'a.bib', '--encoding', encoding);
    expect(refused.status).toBe(status);
    expect(refused.err).toContain(message);
  });

  test('a mark of UTF-8 at the beginning is no part of the first entry', async () => {
    const folder = workspace({ 'zotero.csv': `\ufeff${'"Key","Title"\n"A","One"\n'}` });
    const { status } = await importing(folder, 'zotero.csv');
    expect(status).toBe(0);
    expect(read(folder, TABLE)).toContain('one-nd,,One,,,,,,,,,,,,zotero.csv,A\n');
  });

  test('a dry run writes nothing, and --json has the counts and problems', async () => {
    const folder = workspace();
    const { status, out } = await importing(folder, 'wos.ris', '--dry-run', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      status: 'read',
      format: 'ris',
      entries: 2,
      added: 2,
      merged: {},
      records: 2,
    });
    expect(existsSync(join(folder, TABLE))).toBe(false);
  });

  test('a file whose name does not say what it is, is asked about', async () => {
    const folder = workspace({ export: RIS });
    expect(await importing(folder, 'export')).toMatchObject({ status: 2 });
    expect(await importing(folder, 'export', '--format', 'ris')).toMatchObject({ status: 0 });
  });

  test('emic references counts records by year, type and source', async () => {
    const folder = workspace();
    await importing(folder, 'scopus.bib');
    await importing(folder, 'wos.ris');
    const { status, out } = await emic(folder, 'references', '--format', 'csv');
    expect(status).toBe(0);
    expect(out).toContain('year,article,all\n2019,2,2\n2020,2,2\nAll,4,4\n');
    expect(out).toContain('source,entries,records\nscopus.bib,3,3\nwos.ris,2,2\n');
  });
});

describe('decisions that contradict each other', () => {
  const ROWS = 'record,other,decision\n';
  const three = (dois = ['', '', '']) =>
    workspace({
      [TABLE]: `id,title,authors,year,doi\na,Mending in public,"Brandt, I",2019,${dois[0]}\nb,Mending in ${dois[1] ? 'public' : 'private'},"Reed, T",2016,${dois[1]}\nc,Mending in ${dois[2] ? 'public' : 'Paris'},"Lee, B",2013,${dois[2]}\nd,Tools,"Lee, B",2001,\ne,Benches,"Lee, B",2001,\n`,
    });

  test.each([
    [
      'two rows that say the same',
      ['', '', ''],
      `${ROWS}a,c,same\nc,b,same\na,b,different\n`,
      ':4:1: error: a and b are different here, but a and c are the same (line 2), and c and b are the same (line 3)',
    ],
    [
      'a DOI',
      ['', '10.1234/x', '10.1234/x'],
      `${ROWS}a,b,different\na,c,same\n`,
      'error: a and b are different here, but a and c are the same (line',
    ],
    [
      'both decisions on one pair',
      ['', '', ''],
      `${ROWS}a,b,different\nb,a,same\n`,
      ':2:1: error: a and b are different here, but b and a are the same (line 3)',
    ],
  ])('%s: told with their rows, and only what is beside them is merged', async (_, dois, list, message) => {
    const folder = three(dois);
    write(folder, LIST, `${list}d,e,same\n`);
    const checked = await emic(folder, 'check');
    expect(checked.out).toContain('[decisions-contradict]');
    const { status, err } = await emic(folder, 'references', 'duplicates');
    expect(status).toBe(1);
    expect(err).toContain(message);
    expect(ids(folder)).toEqual(['a', 'b', 'c', 'd']);
    const kept = read(folder, LIST);
    expect((await emic(folder, 'references', 'duplicates')).err).toBe(err);
    expect(read(folder, LIST)).toBe(kept);
    write(folder, LIST, read(folder, LIST).replace(',different', ','));
    expect(await emic(folder, 'references', 'duplicates')).toMatchObject({ status: 0, err: '' });
    expect(ids(folder).length).toBeLessThan(4);
  });

  test('the lines are those of the list as it was written', async () => {
    const folder = three(['10.1234/x', '10.1234/x', '10.1234/x']);
    write(folder, LIST, `${ROWS}a,b,different\n`);
    expect((await emic(folder, 'check')).out).toContain('[decisions-contradict]');
    const { err } = await emic(folder, 'references', 'duplicates');
    const line = Number(/duplicates\.csv:(\d+):1: error: a and b are different/.exec(err)?.[1]);
    expect(read(folder, LIST).split('\n')[line - 1]).toMatch(/^a,b,.*different/);
    expect(err).toContain('a and c have the same DOI, and b and c have the same DOI');
    expect(read(folder, LIST)).toContain('and decisions contradict it');
  });

  test('a decision that comes after the records were merged', async () => {
    const folder = three();
    write(folder, TABLE, 'id,title\na,Mending\n');
    write(folder, LIST, `${ROWS}a,b,same\nb,a,different\n`);
    const { err } = await emic(folder, 'references', 'duplicates');
    expect(err).toContain('b and a are different here, but a and b are the same (line 2)');
    expect(err).toContain('restored from git');
  });
});

test('emic references counts the records that study.yaml names elsewhere, and says that they are invented', async () => {
  const folder = workspaceWith({
    'corpus/lit/study.yaml':
      'emic: 1\ntitle: Repair\nkind: literature-review\nfictional: true\nliterature: { records: records.csv }\n',
    'corpus/lit/records.csv': 'id,Year,theme\n1,2019,a\n2,2019,b\n3,2020,c\n',
  });
  const { status, out } = await emic(folder, 'references');
  expect(status).toBe(0);
  expect(out).toContain('lit (fictional)');
  expect(out).toContain('records.csv, which study.yaml names as the records');
  const counted = JSON.parse((await emic(folder, 'references', '--json')).out);
  expect(counted).toMatchObject({ fictional: true, records: 3, years: ['2019', '2020'], cells: [[2], [1]] });
  expect((await emic(folder, 'references', 'duplicates')).err).toContain('has no references yet');
});

test('the JSON of an import and of duplicates says that the study is fictional', async () => {
  const folder = workspaceWith({
    'corpus/lit/study.yaml': 'emic: 1\ntitle: Repair\nkind: literature-review\nfictional: true\n',
    'a.bib': '@article{a, title={On repair}, year=2019}\n',
  });
  const imported = await emic(folder, 'import', 'references', 'a.bib', '--json');
  expect(JSON.parse(imported.out)).toMatchObject({ fictional: true, added: 1 });
  const decided = await emic(folder, 'references', 'duplicates', '--json');
  expect(JSON.parse(decided.out)).toMatchObject({ fictional: true, records: 1 });
});

test('a file of PubMed is refused with the formats to export', async () => {
  const folder = workspaceWith({
    'corpus/lit/study.yaml': 'emic: 1\ntitle: Repair\nkind: literature-review\n',
    'a.nbib': 'PMID- 1\n',
  });
  const { status, err } = await emic(folder, 'import', 'references', 'a.nbib');
  expect(status).toBe(2);
  expect(err.replace(/\s+/g, ' ')).toContain('export RIS from there, or save the search as CSV in PubMed');
});

test('a table of references that is not there yet is said to come by an import', async () => {
  const folder = workspaceWith({
    'corpus/lit/study.yaml':
      'emic: 1\ntitle: Repair\nkind: literature-review\nliterature: { records: references.csv }\n',
  });
  const { status, out } = await emic(folder, 'check');
  expect(status).toBe(1);
  expect(out).toContain('emic import references FILE makes it');
});
