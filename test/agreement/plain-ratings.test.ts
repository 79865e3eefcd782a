import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readPlainRatings } from '../../src/agreement/plain-ratings.ts';
import { type ReadOptions, readRatings } from '../../src/agreement/read-ratings.ts';
import { decodeText } from '../../src/file/decode-text.ts';

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  // One buffer for all parts, as a reader of files has it.
  const part = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const length = Math.min(size, bytes.length - at);
    part.set(bytes.subarray(at, at + length));
    yield part.subarray(0, length);
  }
}

function carefully(bytes: Uint8Array, options?: ReadOptions) {
  const file = new VFile({ path: 'ratings.csv' });
  const text = decodeText(bytes, file);
  if (text !== undefined) file.value = text;
  const ratings = text === undefined ? undefined : readRatings(file, options);
  return { ratings, told: told(file) };
}

async function plainly(bytes: Uint8Array, size: number, options?: ReadOptions) {
  const file = new VFile({ path: 'ratings.csv' });
  const ratings = await readPlainRatings(file, inParts(bytes, size), options);
  return { ratings, told: told(file) };
}

const told = ({ messages }: VFile) =>
  messages.map(({ line, column, ruleId, reason, fatal, actual, expected, note }) => ({
    ...{ line, column, ruleId, reason, fatal, actual, expected, note },
  }));

const bytesOf = (text: string, mark = false): Uint8Array =>
  new TextEncoder().encode(`${mark ? '\uFEFF' : ''}${text}`);

const parts = fc.constantFrom(1, 2, 3, 7, 64, 100_000);
const quoteCell = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A cell as a plain file has it: in quotes where it has to be or somebody likes them, or with spaces around. */
const written = (value: fc.Arbitrary<string>, delimiter: string): fc.Arbitrary<string> =>
  fc
    .tuple(value, fc.constantFrom('', '', '', 'quoted', 'spaced'))
    .map(([cell, how]) =>
      how === 'quoted' || /["\r\n]/.test(cell) || cell.includes(delimiter)
        ? quoteCell(cell)
        : how === 'spaced'
          ? `  ${cell} `
          : cell,
    );

const codes = fc.constantFrom(
  '',
  'cost',
  'time',
  'coût',
  'NA',
  '1',
  '10',
  '2',
  '__proto__',
  'a,b;c',
  'a "b"',
);
const memos = fc.constantFrom('', 'hm', 'Straße, 日本 🎈', 'two\nlines', 'two\r\nlines\rthree', '""');
const lineEnds = fc.constantFrom('\n', '\r\n', '\r');
const levels = fc.constantFrom(undefined, ['time', 'cost'], ['2', '1', '10', '1'], []);

const plainFile = fc
  .record({
    form: fc.constantFrom('long', 'long with more', 'wide', 'wide with documents'),
    delimiter: fc.constantFrom(',', ';', '\t'),
    end: lineEnds,
    lastEnd: fc.boolean(),
    mark: fc.boolean(),
    blank: fc.boolean(),
    units: fc.integer({ min: 0, max: 12 }),
    said: fc.boolean(),
  })
  .chain(({ form, delimiter, end, lastEnd, mark, blank, units, said }) => {
    const pairs = Array.from({ length: units }, (_, unit) =>
      ['ana', 'ben', 'Zoë'].map((rater) => ({ unit: unit % 7 === 3 ? `é ${unit}` : `u${unit}`, rater })),
    );
    const fixed = (text: string) => written(fc.constant(text), delimiter);
    const row = (cells: fc.Arbitrary<string>[]) => fc.tuple(...cells).map((all) => all.join(delimiter));
    const code = written(codes, delimiter);
    const memo = written(memos, delimiter);
    const rows =
      form === 'long'
        ? pairs.flat().map(({ unit, rater }) => row([fixed(unit), fixed(rater), code]))
        : form === 'long with more'
          ? pairs.flat().map(({ unit, rater }) => row([memo, code, fixed(rater), fixed(unit), fixed('P1')]))
          : pairs.map(([first], index) =>
              row([
                fixed(first?.unit ?? ''),
                code,
                ...(form === 'wide' ? [code] : [fixed(`P${index % 3}`), code, fc.constant('')]),
              ]),
            );
    const header =
      {
        long: ['unit', 'rater', 'code'],
        'long with more': ['memo', 'Code', 'RATER', 'unit', 'document'],
        wide: ['unit', 'ana', 'ben'],
        'wide with documents': ['unit', 'ana', 'document', 'ben', ''],
      }[form] ?? [];
    return fc.tuple(fc.tuple(...rows), fc.nat()).map(([lines, seed]) => {
      const turned = lines.map((line, at) => ({ line, key: (at * (seed % 97)) % 89 }));
      const sorted = turned.sort((a, b) => a.key - b.key).map(({ line }) => line);
      const all = [
        ...(said ? [`sep=${delimiter}`] : []),
        ...(blank && !said ? ['', `${delimiter} `] : []),
        header.join(delimiter),
        ...sorted.flatMap((line, at) => (blank && at % 3 === 0 ? [line, ' ', delimiter] : [line])),
      ];
      return bytesOf(all.join(end) + (lastEnd ? end : ''), mark);
    });
  });

describe('a plain file read from its bytes', () => {
  test('gives what the careful reader gives, with the same warnings at the same places', async () => {
    await fc.assert(
      fc.asyncProperty(plainFile, parts, levels, fc.boolean(), async (bytes, size, levels, names) => {
        const options = { levels, names };
        const plain = await plainly(bytes, size, options);
        expect(plain.ratings).toBeDefined();
        expect(plain).toEqual(carefully(bytes, options));
      }),
      { numRuns: 400 },
    );
  });
});

describe('any other file', () => {
  const pieces = fc.constantFrom(
    ...['unit', 'rater', 'code', 'document', 'unit,rater,code\n', 'unit,ana,ben\n', 'unit;rater;code\r\n'],
    ...[',', ',', ',', ';', '\t', '\n', '\n', '\n', '\r\n', '\r', '"', '""', ' ', 'sep=;\n', '%PDF-', '\0'],
    ...['1', '2', 'ana', 'ben', 'cost', 'time', 'NA', '1,ana,cost\n', '2,ben,time\n', '1,"ana","a ""b"""\n'],
    ...['é', 'e\u0301', '\u00a0', '\uFEFF', '🎈', '\u2028', '\u0085', '\v', 'a'.repeat(70)],
  );
  const text = fc
    .tuple(
      fc.constantFrom('', 'unit,rater,code\n', 'unit,ana,ben\n', 'unit,ana,document,\n'),
      fc.array(pieces),
    )
    .map(([head, rest]) => head + rest.join(''));
  const spoilt = fc
    .tuple(text, fc.boolean(), fc.option(fc.tuple(fc.nat(), fc.nat(255)), { freq: 5 }))
    .map(([text, mark, bad]) => {
      const bytes = bytesOf(text, mark);
      if (bad && bytes.length > 0) bytes[bad[0] % bytes.length] = bad[1];
      return bytes;
    });

  test('is read the same, or left to the careful reader without a word', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(spoilt, parts, levels, async (bytes, size, levels) => {
        const plain = await plainly(bytes, size, { levels });
        if (plain.ratings) expect(plain).toEqual(carefully(bytes, { levels }));
        else expect(plain.told).toEqual([]);
        if (plain.ratings) read++;
      }),
      { numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(50);
  });

  test.each([
    ['several codes on a unit', 'unit,rater,code\n1,ana,x\n1,ana,y\n'],
    ['an accent stored in two ways', 'unit,rater,code\n1,ana,é\n1,ben,e\u0301\n'],
    ['an unclosed quote', 'unit,rater,code\n1,ana,"x\n'],
    ['UTF-16', '\uFFFE'],
    ['a unit in two documents', 'unit,rater,code,document\n1,ana,x,P1\n1,ben,x,P2\n'],
    ['a unit twice in a wide file', 'unit,ana,ben\n1,x,y\n1,x,y\n'],
  ])('%s is left to it', async (_, text) => {
    expect(await plainly(bytesOf(text), 5)).toEqual({ ratings: undefined, told: [] });
  });

  test('is left to it where cells hold several codes', async () => {
    const bytes = bytesOf('unit,ana,ben\n1,x;y,x\n');
    expect((await plainly(bytes, 100, { multi: ';' })).ratings).toBeUndefined();
  });

  test('a quote that closes nowhere does not make it hold the whole file', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield bytesOf('unit,rater,code\n1,ana,"x\n');
      for (; asked < 1000; asked++) yield new Uint8Array(1 << 16).fill(0x61);
    }
    expect(await readPlainRatings(new VFile(), endless())).toBeUndefined();
    expect(asked).toBeLessThan(30);
  });
});

test('more units and codes than tables begin with', async () => {
  const rows = Array.from({ length: 40_000 }, (_, row) => {
    const unit = (row * 7919) % 20_000;
    return `u${unit},${row < 20_000 ? 'ana' : 'ben'},c${unit % 300}`;
  });
  const bytes = bytesOf(`unit,rater,code\n${rows.join('\n')}\n`);
  const plain = await plainly(bytes, 5000);
  expect(plain.ratings).toBeDefined();
  expect(plain).toEqual(carefully(bytes));
});
