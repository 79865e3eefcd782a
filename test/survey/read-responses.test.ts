import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readResponses } from '../../src/survey/read-responses.ts';
import { MOST_TEXTS } from '../../src/survey/responses.ts';
import { reading, textsOf } from './reading.ts';

test('columns and the CSV that is kept say the same, respondents being R1, R2 and so on', async () => {
  const { read, csv, told } = await reading(
    'respondent,mood,why\nid-9,good, sun \nid-7,,"wet, and\n""cold"""\nid-8,good,e\u0301te\u0301\n',
  );
  expect(told).toEqual([]);
  expect(csv).toBe('respondent,mood,why\nR1,good,sun\nR2,,"wet, and\n""cold"""\nR3,good,été\n');
  expect(read.responses.n).toBe(3);
  expect(read.responses.columns.map(textsOf)).toEqual([
    ['good', '', 'good'],
    ['sun', 'wet, and\n"cold"', 'été'],
  ]);
  expect(read.responses.columns[0]).toMatchObject({ texts: ['', 'good'], cells: Uint8Array.of(1, 0, 1) });
});

test('names that mean something to JavaScript are names and texts like any other', async () => {
  const { read, csv, told } = await reading('__proto__,constructor\ntoString,__proto__\n__proto__,\n');
  expect(told).toEqual([]);
  expect(csv).toBe('respondent,__proto__,constructor\nR1,toString,__proto__\nR2,__proto__,\n');
  expect(read.responses.columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  expect(read.responses.columns.map(textsOf)).toEqual([
    ['toString', '__proto__'],
    ['__proto__', ''],
  ]);
});

describe('a column', () => {
  test('of more than 255 texts has wider cells', async () => {
    const texts = Array.from({ length: 300 }, (_, row) => `t${row}`);
    const { read } = await reading(`a,b\n${texts.map((text) => `${text},x\n`).join('')}`);
    const [column] = read.responses.columns;
    expect(textsOf(column)).toEqual(texts);
    expect(column?.kind === 'texts' && column.cells).toBeInstanceOf(Uint16Array);
  });

  test('of more texts than options can be keeps its numbers only', async () => {
    const rows = Array.from({ length: MOST_TEXTS + 10 }, (_, row) =>
      row === 5 ? 'five' : row === 6 ? '' : `${row}.5`,
    );
    const { read } = await reading(`a,b\n${rows.map((text) => `${text},x\n`).join('')}`);
    const [column] = read.responses.columns;
    if (column?.kind !== 'many') throw new Error('it is one of texts');
    expect([...column.filled.subarray(0, 8)]).toEqual([1, 1, 1, 1, 1, 1, 0, 1]);
    expect(column.filled).toHaveLength(rows.length);
    expect([...(column.numbers?.subarray(4, 8) ?? [])]).toEqual([4.5, Number.NaN, Number.NaN, 7.5]);
    expect(column.numbers?.at(-1)).toBe(rows.length - 0.5);
    expect(column.numbers).toHaveLength(rows.length);
  });

  test('says where each text first stands, and of numbers where the first stands that is none', async () => {
    const { read } = await reading('a,n\nyes,1\n"two\nlines",x\nno,2\nyes,y\n', { open: ['n'] });
    const [a, n] = read.responses.columns;
    expect(a?.kind === 'texts' && a.firsts.slice(1)).toEqual([
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 5, column: 1 },
    ]);
    expect(n?.kind === 'many' && n.firstOther).toEqual({ text: 'x', place: { line: 4, column: 8 } });
  });

  test('that is declared open keeps none', async () => {
    const { read, csv } = await reading('why,n\nsun ,1\n,\n"a\u0301",2\n', { open: ['why', 'n'] });
    expect(csv).toBe('respondent,why,n\nR1,sun,1\nR2,á,2\n');
    expect(read.responses.columns).toEqual([
      { kind: 'many', name: 'why', filled: Uint8Array.of(1, 1), words: [], numbers: null, firstOther: null },
      {
        kind: 'many',
        name: 'n',
        filled: Uint8Array.of(1, 1),
        words: [],
        numbers: Float64Array.of(1, 2),
        firstOther: null,
      },
    ]);
  });
});

describe('respondents that come twice', () => {
  const twice = 'respondent,a\nx,1\ny,2\nx,3\n,4\n';

  test('are told with both lines and without their id, and the first is kept', async () => {
    const { read, csv, told, file } = await reading(twice);
    expect(csv).toBe('respondent,a\nR1,1\nR2,2\nR3,4\n');
    expect(told).toEqual(['4:1 duplicate-respondent', '5:1 blank-respondent (warning)']);
    expect(file.messages[0]?.reason).toBe('the response on this line is by the respondent of line 2');
    expect([...read.leftOut]).toEqual([['duplicate-respondent', 1]]);
  });

  test('are kept where that is said, and so are ids', async () => {
    const { csv, told } = await reading(twice, { keepDuplicates: true, keep: ['respondent'] });
    expect(csv).toBe('respondent,a\nx,1\ny,2\nx,3\nblank-1,4\n');
    expect(told[0]).toBe('4:1 duplicate-respondent (warning)');
  });

  test('are kept of an import, which kept them, and told once', async () => {
    const { read, csv, told } = await reading('respondent,a\nx,1\nx,2\nx,3\nx,4\n', {
      ...{ format: 'plain', keepAll: true },
    });
    expect(csv).toBe('respondent,a\nx,1\nx,2\nx,3\nx,4\n');
    expect(read.leftOut.size).toBe(0);
    expect(told).toEqual(['3:1 duplicate-respondent (warning)', '4:1 duplicate-respondent (warning)']);
  });

  test('are none where an id is blank, whichever ids others have', async () => {
    const { csv, told } = await reading('respondent,a\nR2,1\n,2\nblank-2,3\n,4\n,5\n', {
      keep: ['respondent'],
    });
    expect(csv).toBe('respondent,a\nR2,1\nblank-1,2\nblank-2,3\nblank-3,4\nblank-4,5\n');
    expect(told).toEqual([3, 5, 6].map((line) => `${line}:1 blank-respondent (warning)`));
  });

  test('are none where an id is the one that was given to a blank before: it is kept under another', async () => {
    const text = 'respondent,a\n,1\nblank-1,2\ny,3\nblank-1,4\n';
    const { csv, read, file, told } = await reading(text, { keep: ['respondent'] });
    expect(csv).toBe('respondent,a\nblank-1,1\nblank-1-1,2\ny,3\n');
    expect(told.slice(1)).toEqual(['3:1 id-given-before (warning)', '5:1 duplicate-respondent']);
    expect(file.messages[1]?.reason).toBe(
      'the respondent of this line has the id that was given to the response of line 2, which has none',
    );
    expect(file.messages[2]?.reason).toBe('the response on this line is by the respondent of line 3');
    expect([...read.leftOut]).toEqual([['duplicate-respondent', 1]]);
    const all = await reading(text, { keep: ['respondent'], keepDuplicates: true });
    expect(all.csv).toBe('respondent,a\nblank-1,1\nblank-1-1,2\ny,3\nblank-1-1,4\n');
  });

  test('are found among many', async () => {
    const ids = Array.from({ length: 50_000 }, (_, row) => `p${row}`);
    const { told } = await reading(
      `respondent,a\n${[...ids, 'p31', 'p49999'].map((id) => `${id},1\n`).join('')}`,
    );
    expect(told).toEqual(['50002:1 duplicate-respondent', '50003:1 duplicate-respondent']);
  });
});

describe('what says who people are', () => {
  test.each([
    ['Email', 'e-mail'],
    ['What is your e-mail address?', 'e-mail'],
    ['Dirección de correo electrónico', 'e-mail'],
    ['メールアドレス', 'e-mail'],
    ['이름', 'name'],
    ['Vor- und Nachname', 'name'],
    ['RecipientFirstName', 'name'],
    ['Your name (optional)', 'name'],
    ['Please tell us your name', 'name'],
    ['Your name (for the raffle)', 'name'],
    ['Tel. no.', 'phone'],
    ['lat_gps', 'coordinates'],
    ['postcode', 'address'],
    ['contact', 'contact details'],
    ['Handynummer', 'phone'],
    ['Numéro de téléphone', 'phone'],
    ['IP-Adresse', 'IP address'],
    ['Latitude', 'coordinates'],
    ['Matrikelnummer', 'number of a person'],
    ['Student ID', 'number of a person'],
  ])('is left out by its heading: %s', async (heading, kind) => {
    const { read, csv, told } = await reading(`"${heading}",a\nsecret,1\n`);
    expect(csv).toBe('respondent,a\nR1,1\n');
    expect(read.columns[0]).toMatchObject({ leftOut: kind, head: { role: 'identity' } });
    expect(told).toEqual([]);
  });

  test.each([
    'How do you name your branches?',
    'Do you read e-mail at night?',
    'Address space used',
    'Mobile apps',
    'Name for the team',
    'Contact with customers',
  ])('is not what a question is about: %s', async (heading) => {
    expect((await reading(`"${heading}"\nyes\n`)).read.heads).toHaveLength(1);
  });

  test.each([
    ['e-mail', 'ana@example.org', 'ben@example.net'],
    ['IP address', '203.0.113.7', '2001:db8::1'],
    ['coordinates', '46.94809,7.44744', '46.20222, 6.14569'],
    ['phone', '+41 31 000 00 00', '0041310000001'],
  ])('is left out by what its cells hold: %s', async (kind, one, other) => {
    const { read, csv } = await reading(`x,a\n"${one}",1\n,2\n"${other}",3\n`);
    expect(read.columns[0]?.leftOut).toBe(kind);
    expect(csv).toBe('respondent,a\nR1,1\nR2,2\nR3,3\n');
  });

  test('is kept where that is said', async () => {
    const { csv, told } = await reading('Email,a\nana@example.org,1\n', { keep: ['email'] });
    expect(csv).toBe('respondent,Email,a\nR1,ana@example.org,1\n');
    expect(told).toEqual([]);
  });

  test('is told where somebody typed it into an answer, and not repeated', async () => {
    const { told, file } = await reading('why\nsun\nrain\n"ask me: ana@example.org"\n');
    expect(told).toEqual(['4:1 identity-in-answer (warning)']);
    expect(JSON.stringify(file.messages)).not.toContain('example.org');
  });

  test('is found also where a column begins to hold it late', async () => {
    const many = Array.from({ length: 1000 }, (_, row) => `,p${row}@example.org\n`).join('');
    const { read, told } = await reading(`a,x\n${'1,\n'.repeat(70_000)}${many}`);
    expect(read.revealing).toEqual(['x']);
    expect(told).toEqual(['70002:2 identity-column']);
  });
});

describe('headings that cannot be read end the reading', () => {
  test.each([
    ['bytes that are not UTF-8', Buffer.from('na\xefve,b\n1,2\n', 'latin1'), '1:3 not-utf-8'],
    ['UTF-16 without its mark', Buffer.from('a,b\n1,2\n', 'utf16le'), '1:2 not-utf-8'],
    ['an unclosed quote', Buffer.from('a,"b\n1,2\n'), '1:3 unclosed-quote'],
    ['nothing', Buffer.from(' \n\n'), '1:1 empty-file'],
  ])('%s', async (_, bytes, problem) => {
    const { read, told } = await reading(bytes);
    expect(read).toBeUndefined();
    expect(told).toEqual([problem]);
  });

  test('a second header row of another length', async () => {
    const { read, told } = await reading('V1,V2,Q1\nResponseID,ResponseSet\nR_1,x,1\n');
    expect(read).toBeUndefined();
    expect(told).toEqual(['2:1 row-length']);
  });
});

test('data in a column without a name are told', async () => {
  const { told, csv } = await reading(`a,b,\n${'1,2,\n'.repeat(300)}1,2,3\n`);
  expect(told).toEqual(['302:5 unnamed-column']);
  expect(csv.startsWith('respondent,a,b\nR1,1,2\n')).toBe(true);
});

test('any table, in parts of any size, gives the columns that were written', async () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'yes', 'no', 'toString', 'a;b', '-1.5', 'e\u0301', '日本', ' x '),
    fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', ' ', 'å'), maxLength: 5 }),
  );
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 10 }),
    );
  const kept = (text: string) => text.trim().normalize('NFC');
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 50 }), async (cells, part) => {
      const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
      const names = (cells[0] ?? []).map((_, column) => `q${column}`);
      const text = [names, ...cells].map((row) => `${row.map(quoted).join(',')}\n`).join('');
      const rows = cells.filter((row) => row.some((cell) => cell.trim() !== ''));
      const { read, csv, told } = await reading(text, {}, part);
      expect(told.filter((one) => !one.endsWith('no-responses'))).toEqual([]);
      expect(read.responses.columns.map(textsOf)).toEqual(
        names.map((_, at) => rows.map((row) => kept(row[at] ?? ''))),
      );
      const again = await reading(csv, { format: 'plain' });
      expect(again.csv).toBe(csv);
      expect(again.read.responses.columns.map(textsOf)).toEqual(read.responses.columns.map(textsOf));
    }),
    { numRuns: 300 },
  );
});

test('what cannot be written ends the reading, also while the next part is awaited', async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', note);
  async function* slowly() {
    for (const rows of ['a,b\n', '1,2\n'.repeat(100_000), '3,4\n', '5,6\n']) {
      yield Buffer.from(rows);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  const write = () => Promise.reject(new Error('read-only'));
  const file = new VFile({ path: 'export.csv' });
  await expect(readResponses(file, slowly(), { isUtf8: () => true, write })).rejects.toThrow('read-only');
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});
