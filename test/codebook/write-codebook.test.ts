import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCode, codeAbove } from '../../src/codebook/write-codebook.ts';
import { draftText, randomCodes } from './arbitrary.ts';
import { sound } from './books.ts';

const head = '---\nname: Gardens\n---\n';

describe('a new code', () => {
  test('at the end of the file, on the level of the highest codes', () => {
    expect(addCode(`${head}\n# Group\n\n## A \`a\`\n\n### B \`b\``, { title: 'New', id: 'new' })).toBe(
      `${head}\n# Group\n\n## A \`a\`\n\n### B \`b\`\n\n## New \`new\`\n`,
    );
    expect(addCode(head, { title: 'New', id: 'new', definition: 'One.\n\nTwo.' })).toBe(
      `${head}\n## New \`new\`\n\n**Definition.** One.\n\nTwo.\n`,
    );
  });

  test('behind the last at the top, before what follows without codes', () => {
    const before = `${head}# Group\n\n## A \`a\`\n\n### B \`b\`\n`;
    const after = '\n# How it came about\n\nBy talking.\n';
    const text = addCode(before + after, { title: 'New', id: 'new' });
    expect(text).toBe(`${before}\n## New \`new\`\n${after}`);
    expect([codeAbove(text, 'new'), codeAbove(text, 'b'), codeAbove(text, 'a')]).toEqual(['A', 'A', null]);
  });

  test('below its parent, before the comment on the next code', () => {
    const before = `${head}## A \`a\`\n\n- x   \n\n### B \`b\`\n`;
    const after = '\n\n<!-- C is new -->\n\n## C `c`\n';
    expect(addCode(before + after, { title: 'New', id: 'new', parent: 'a' })).toBe(
      `${before}\n### New \`new\`\n${after}`,
    );
  });

  test('names its parent where headings cannot go deeper', () => {
    const deep = `${head}## A \`a\`\n\n###### F \`f\`\n`;
    const text = addCode(deep, { title: 'New', id: 'new', parent: 'f', definition: 'x' });
    expect(text).toBe(`${deep}\n###### New \`new\`\n\n**Parent.** f\n\n**Definition.** x\n`);
    expect(sound(text).book.codes.at(-1)).toMatchObject({ id: 'new', parent: 'f', depth: 2 });
  });

  test('with the line endings and the byte order mark of the file', () => {
    const text = `\uFEFF${head}## A \`a\`\n\n## B \`b\`\n`.replaceAll('\n', '\r\n');
    expect(addCode(text, { title: 'New', id: 'new', parent: 'a' })).toBe(
      text.replace('`a`\r\n', '`a`\r\n\r\n### New `new`\r\n'),
    );
  });

  test('cannot have an id that is none or is taken, an unknown parent, or stand in a block left open', () => {
    const text = `${head}## A \`a\`\n`;
    const add = (id: string, parent?: string, before = text) => addCode(before, { title: 'New', id, parent });
    expect(() => add('a b')).toThrow(/cannot be an id/);
    expect(() => add('A')).toThrow(/already/);
    expect(() => add('b', 'c')).toThrow(/no code "c"/);
    expect(() => add('b', undefined, `${text}\n\`\`\`\nopen`)).toThrow(/never closed/);
    expect(() => add('b', 'a', `${text}\n<!-- open`)).toThrow(/never closed/);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '*',
          '_',
          '**',
          '`',
          '# ',
          '- ',
          '1. ',
          '> ',
          '[a](b)',
          '<b>',
          '&amp;',
          'http://a.b/c_d',
          '~~',
          '| a |',
        ],
        ...[
          'www.a.b/*c*',
          'a@b.co',
          '\\',
          '---',
          '+',
          'word',
          ' ',
          '**Include.** ',
          '![x](y)',
          '[^1]',
          '\n\n',
          '\n\n1. ',
          '\n\n- ',
          '=',
          '\n',
        ],
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

test('adding a code leaves every byte that is there, and the words read back as they are', () => {
  fc.assert(
    fc.property(randomCodes, fc.nat(), anyText, anyText, fc.boolean(), (codes, at, title, words, crlf) => {
      const plain = `${draftText(codes)}\n<!-- a last word -->\n`;
      const text = crlf ? plain.replaceAll('\n', '\r\n') : plain;
      const parent = codes[at % (codes.length + 1)]?.id;
      const result = addCode(text, { title, id: 'new', parent, definition: words });

      const length = result.length - text.length;
      const start = commonStart(text, result);
      expect(result.slice(0, start) + result.slice(start + length)).toBe(text);

      const old = sound(text).book;
      const { book } = sound(result);
      const strip = (list: typeof book.codes) => list.map(({ place: _, ...code }) => code);
      expect(strip(book.codes.filter(({ id }) => id !== 'new'))).toEqual(strip(old.codes));
      const squeeze = (value: string) => value.replace(/\s+/gu, ' ').trim();
      const added = book.codes.find(({ id }) => id === 'new');
      expect(added?.parent ?? undefined).toBe(parent);
      expect(added?.title).toBe(squeeze(title) || 'new');
      expect(squeeze(added?.definition ?? '')).toBe(squeeze(words));
    }),
    { numRuns: 50 },
  );
});

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
