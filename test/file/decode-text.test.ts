import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/file/decode-text.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

function decode(content: Uint8Array): { text: string | undefined; told: string[]; file: VFile } {
  const file = new VFile({ path: 'x.csv' });
  const text = decodeText(content, file);
  const told = file.messages.map(
    (message) => `${message.line}:${message.column} ${message.ruleId} ${message.actual ?? ''}`,
  );
  return { text, told, file };
}

describe('text', () => {
  test.each([
    ['UTF-8', bytes('naïve 😀\r\n')],
    ['UTF-8 with a byte-order mark', bytes([0xef, 0xbb, 0xbf], 'naïve 😀\r\n')],
    ['UTF-16, little end first', bytes([0xff, 0xfe], [...Buffer.from('naïve 😀\r\n', 'utf16le')])],
    ['UTF-16, big end first', bytes([0xfe, 0xff], [...utf16be('naïve 😀\r\n')])],
  ])('%s', (_, content) => {
    expect(decode(content)).toMatchObject({ text: 'naïve 😀\r\n', told: [] });
  });

  test('no bytes are an empty text', () => {
    expect(decode(bytes())).toMatchObject({ text: '', told: [] });
  });

  test('only one byte-order mark is taken away', () => {
    expect(decode(bytes('\uFEFF\uFEFFa')).text).toBe('\uFEFFa');
  });
});

describe('bytes that are not UTF-8', () => {
  test.each([
    ['Windows-1252', bytes('a,b\r\ncaf', [0xe9], ',x\r\n'), '2:4 not-utf-8 0xE9'],
    ['the first byte', bytes([0x80]), '1:1 not-utf-8 0x80'],
    ['half a character at the end', bytes('a\n', [0xf0, 0x9f, 0x98]), '2:1 not-utf-8 0xF0'],
    [
      'after a byte-order mark, which has no column',
      bytes([0xef, 0xbb, 0xbf], 'a', [0xff]),
      '1:2 not-utf-8 0xFF',
    ],
    [
      'after characters U+FFFD that are really there',
      bytes('\uFFFD\uFFFDé😀', [0xe4], 'x\uFFFD'),
      '1:6 not-utf-8 0xE4',
    ],
    ['after a lone CR, which ends a line', bytes('a\rb\r\nc\n', [0xe4]), '4:1 not-utf-8 0xE4'],
    ['after U+2028, which ends none', bytes('a\u2028b', [0xe4]), '1:4 not-utf-8 0xE4'],
    ['a surrogate in UTF-8', bytes('ab', [0xed, 0xa0, 0x80]), '1:3 not-utf-8 0xED'],
  ])('%s', (_, content, expected) => {
    const { text, told, file } = decode(content);
    expect(text).toBeUndefined();
    expect(told).toEqual([expected]);
    expect(file.messages[0]?.fatal).toBe(true);
    expect(file.messages[0]?.note).toContain('CSV UTF-8');
  });

  test('are found wherever they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        fc.pre(
          !(before + after).includes('\0') &&
            !/[\ud800-\udfff]/.test(before.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')),
        );
        const lines = before.split(/\r\n|\r|\n/);
        const { told } = decode(bytes('x', before, [0xff], after));
        const column = (lines.at(-1)?.length ?? 0) + (lines.length === 1 ? 2 : 1);
        expect(told).toEqual([`${lines.length}:${column} not-utf-8 0xFF`]);
      }),
    );
  });
});

test('damaged UTF-16 is told where the damage is', () => {
  const content = bytes([0xff, 0xfe], [...Buffer.from('a\n\uFFFDb', 'utf16le')], [0x00, 0xd8], [0x41, 0x00]);
  expect(decode(content)).toMatchObject({ text: undefined, told: ['2:3 not-utf-16 '] });
  expect(decode(bytes([0xfe, 0xff], [0x00, 0x41, 0x00]))).toMatchObject({ told: ['1:2 not-utf-16 '] });
});

describe('files that are no text', () => {
  const zip = (name: string, rest = ''): Uint8Array => bytes([0x50, 0x4b, 3, 4, 20, 0, 0, 0], name, rest);

  test.each([
    ['an Excel workbook (.xlsx)', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['an Excel workbook (.xlsx)', zip('[Content_Types].xml', `${'\0'.repeat(200_000)}xl/workbook.xml\0\0`)],
    ['a Word document (.docx)', zip('[Content_Types].xml', 'word/document.xml')],
    ['an OpenDocument spreadsheet (.ods)', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['an OpenDocument text (.odt)', zip('mimetypeapplication/vnd.oasis.opendocument.text')],
    ['an Office document (such as .xlsx or .docx)', zip('[Content_Types].xml')],
    ['a zip archive', zip('data.csv')],
    ['an old Excel or Word file (.xls, .doc)', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a PDF', bytes('%PDF-1.7\n')],
    ['a PNG picture', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a])],
  ])('%s', (what, content) => {
    const { text, told, file } = decode(content);
    expect(text).toBeUndefined();
    expect(told).toEqual([`1:1 binary-file ${what}`]);
    expect(file.messages[0]).toMatchObject({ reason: `this is ${what}`, fatal: true });
  });

  test('an Excel workbook says what to do', () => {
    expect(decode(zip('xl/workbook.xml')).file.messages[0]?.note).toContain('save it as CSV UTF-8');
  });

  test('NUL bytes, at the first one', () => {
    expect(decode(bytes('a,b\nc', [0], 'd')).told).toEqual([
      '2:2 binary-file no text file: it contains NUL bytes',
    ]);
    expect(decode(bytes([0xff, 0xfe, 0x41, 0, 0, 0])).told).toEqual([
      '1:2 binary-file no text file: it contains NUL characters',
    ]);
  });
});
