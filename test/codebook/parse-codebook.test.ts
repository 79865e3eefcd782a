import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseCodebook } from '../../src/codebook/parse-codebook.ts';
import { read, sound, toldOf } from './books.ts';

const head = '---\nname: Gardens\n---\n';

const garden = `---
name: Gardens
version: 1.0.0
date: 2024-05-31
language: en
---

# How to read this

Anything may stand here.

# Work

## Shared work \`shared-work\`

**Definition.** Doing *something* in the garden
together, see [the rules](rules.md).

It may be one afternoon.

**Include.** Digging; watering.

- mending the *fence*
- \`compost\`

**Exclude:** 

1. parties

> We all came with spades. <!-- P4 -->

> And with cake.

**Note.** Discussed in May.

- not a part

### Seasons

#### Winter work \`winter-work\`

What is done in winter.

## \`paths\`
`;

test('headings that end in inline code are codes, with their place in the hierarchy and all parts', () => {
  const { book } = sound(garden, '1.0.0.md');
  expect(book).toMatchObject({ name: 'Gardens', version: '1.0.0', date: '2024-05-31', language: 'en' });
  expect(book.codes).toEqual([
    {
      id: 'shared-work',
      title: 'Shared work',
      parent: null,
      depth: 0,
      definition: 'Doing something in the garden together, see the rules.\n\nIt may be one afternoon.',
      include: ['Digging; watering.', 'mending the fence', 'compost'],
      exclude: ['parties'],
      examples: ['We all came with spades.', 'And with cake.'],
      place: { line: 14, column: 1 },
    },
    {
      id: 'winter-work',
      title: 'Winter work',
      parent: 'shared-work',
      depth: 1,
      definition: 'What is done in winter.',
      include: [],
      exclude: [],
      examples: [],
      place: { line: 40, column: 1 },
    },
    expect.objectContaining({ id: 'paths', title: 'paths', parent: null, definition: null }),
  ]);
});

test('line endings of other systems and a byte order mark make no difference', () => {
  const plain = sound(garden, '1.0.0.md').book;
  const other = sound(`\uFEFF${garden.replaceAll('\n', '\r\n')}`, '1.0.0.md').book;
  expect(other.codes).toEqual(plain.codes);
});

test('ids hold letters of any script and digits; an accent typed in two ways is one id', () => {
  const { book } = sound(`${head}## A \`coût-2\`\n\n## B \`работа\`\n\n## C \`कार्य\`\n\n## D \`7\`\n`);
  expect(book.codes.map(({ id }) => id)).toEqual(['coût-2', 'работа', 'कार्य', '7']);
  expect(sound(`${head}## A \`cafe\u0301\`\n`).book.codes[0]?.id).toBe('caf\u00e9');
  expect(read(`${head}## A \`caf\u00e9\`\n\n## B \`cafe\u0301\`\n`).told).toEqual(['6:6 duplicate-code']);
});

test('markers of another language, with the punctuation inside or outside the bold words', () => {
  const { book } = sound(`---
name: Huertos
markers:
  definition: [Definición]
  include: [Incluye, "Cuándo usarlo:"]
  note: [Historia]
---
## Agua \`agua\`

**Definición.** El riego.

**INCLUYE**: pozos

**Cuándo usarlo:** lluvia

**Historia.** Nada.
`);
  expect(book.codes[0]).toMatchObject({ definition: 'El riego.', include: ['pozos', 'lluvia'] });
});

test('a parent named in a paragraph counts for more than the nesting', () => {
  const { book } = sound(
    `${head}## A \`a\`\n\n### B \`b\`\n\n**Parent.** \`c\`\n\n### C \`c\`\n\n#### D \`d\`\n\n**Parent:** b\n`,
  );
  expect(book.codes.map(({ id, parent, depth }) => [id, parent, depth])).toEqual([
    ['a', null, 0],
    ['b', 'c', 2],
    ['c', 'a', 1],
    ['d', 'b', 3],
  ]);
});

test('a long bold sentence is no marker', () => {
  const { book } = sound(`${head}## A \`a\`\n\n**People said this again and again.** Often.\n`);
  expect(book.codes[0]?.definition).toBe('People said this again and again. Often.');
});

describe('each problem is told at its place', () => {
  test.each([
    ['no front matter', '# Codes\n', ['1:1 missing-front-matter']],
    ['front matter that is no YAML', '---\nname: [\n---\n', ['2:8 yaml-syntax']],
    ['an unknown key', '---\nname: A\nverzion: 1\n---\n', ['3:1 unknown-key']],
    ['a version that is none', '---\nname: A\nversion: "2"\n---\n', ['3:10 unknown-value']],
    ['a date that is none', '---\nname: A\ndate: 31.5.2024\n---\n', ['3:7 unknown-value']],
    ['a change of an unknown kind', '---\nname: A\nchanges:\n  - kind: renam\n---\n', ['4:11 unknown-value']],
    [
      'a change without a reason',
      '---\nname: A\nchanges:\n  - kind: retire\n    code: a\n---\n',
      ['4:5 missing-key'],
    ],
    [
      'a change with an id that is none',
      '---\nname: A\nchanges:\n  - { kind: retire, code: a b, reason: x }\n---\n',
      ['4:27 unknown-value'],
    ],
    ['two codes with one id', `${head}## A \`x\`\n\n### B \`x\`\n`, ['6:7 duplicate-code']],
    ['two ids that differ in case', `${head}## A \`x\`\n\n### B \`X\`\n`, ['6:7 duplicate-code']],
    ['an id of a blank', `${head}## A \` \`\n`, ['4:6 empty-id']],
    ['an id of nothing', `${head}## A title \`\`\n`, ['4:12 empty-id']],
    ['an id with a space', `${head}## A \`a b\`\n`, ['4:6 unusable-id']],
    ['inline code before a full stop', `${head}## A \`a\`.\n`, ['4:1 not-a-code']],
    ['an unknown marker', `${head}## A \`a\`\n\n**Defintion.** x\n`, ['6:1 unknown-marker']],
    ['an unknown parent', `${head}## Aa \`aa\`\n\n**Parent.** bb\n`, ['6:1 unknown-parent']],
    ['its own parent', `${head}## A \`a\`\n\n**Parent.** a\n`, ['6:1 parent-cycle']],
    ['an empty parent', `${head}## A \`a\`\n\n**Parent.**\n`, ['6:1 empty-parent']],
    [
      'two parents',
      `${head}## A \`a\`\n\n### B \`b\`\n\n**Parent.** a\n\n**Parent.** a\n`,
      ['10:1 second-parent'],
    ],
    [
      'a circle of parents',
      `${head}## A \`a\`\n\n**Parent.** b\n\n## B \`b\`\n\n**Parent.** a\n`,
      ['6:1 parent-cycle'],
    ],
    [
      'a marker for two parts',
      '---\nname: A\nmarkers:\n  include: [In]\n  exclude: [Out, in]\n---\n',
      ['5:18 ambiguous-marker'],
    ],
    ['a draft with a version', '---\nname: A\nversion: 1.0.0\n---\n', ['3:1 version-of-draft']],
  ])('%s', (_, text, told) => {
    expect(read(text).told).toEqual(told);
  });

  test('a released file without a version or a date, or with another version than in its name', () => {
    expect(read(head, '1.0.0.md').told).toEqual(['2:1 missing-key', '2:1 missing-key']);
    expect(read(head, '1.0.0.md').book?.version).toBe('1.0.0');
    expect(read(head, 'old.md').book).toBeUndefined();
    const other = '---\nname: A\nversion: 1.0.0\ndate: 2024-05-31\n---\n';
    expect(read(other, '1.1.0.md').told).toEqual(['3:10 version-differs']);
    expect(read(other, 'old.md').told).toEqual([]);
  });

  test('both places of a double id, and the rest of the codebook is there', () => {
    const { book, file } = read(`${head}## A \`x\`\n\n**Definition.** First.\n\n## B \`x\`\n\n### C \`c\`\n`);
    expect(String(file.messages[0])).toBe('draft.md:8:6: the id "x" is already the id of the code at 4:6');
    expect(book?.codes.map(({ id, definition }) => [id, definition])).toEqual([
      ['x', 'First.'],
      ['c', null],
    ]);
  });

  test('suggestions: an id that could be, a marker and a parent that are near', () => {
    const { file } = read(
      `${head}## A \`Own Time\`\n\n## B \`water\`\n\n**Inclde.** x\n\n**Parent.** watr\n`,
    );
    expect(file.messages.map(({ note }) => note)).toEqual(
      [
        'for example "own-time"; a heading that ends in inline code is a code',
        expect.stringContaining('did you mean "include"?'),
        null,
      ].map((one) => one ?? undefined),
    );
    const near = read(`${head}## A \`water\`\n\n## B \`b\`\n\n**Parent.** watr\n`).file;
    expect(near.messages[0]?.note).toBe('did you mean "water"?');
  });

  test('problems of the codes are told even where the front matter is unusable', () => {
    expect(read('---\nnam: A\n---\n## A `x`\n\n**Etwas.** y\n\n## B `x`\n').told).toEqual([
      '2:1 missing-key',
      '2:1 unknown-key',
      '8:6 duplicate-code',
    ]);
  });

  test('an unknown marker is a warning only, and its text is no part of the definition', () => {
    const { book, file } = read(`${head}## A \`a\`\n\n**Definition.** x\n\n**Defintion.** y\n\nz\n`);
    expect(file.messages[0]?.fatal).toBe(false);
    expect(book?.codes[0]?.definition).toBe('x');
  });
});

test('a file can be read as a draft whatever its name', () => {
  const file = new VFile({ path: 'proposal.md', value: head });
  expect(parseCodebook(file, { draft: true })?.version).toBeNull();
  expect(toldOf(file)).toEqual([]);
});
