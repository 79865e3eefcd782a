import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { giveIds } from '../../src/references/ids.ts';
import { columns, originsOf, type Reference, writeOrigins } from '../../src/references/reference.ts';
import { readReferences, writeReferences } from '../../src/references/references-table.ts';
import { fileOf, problems, reference } from './invented.ts';

/** Any text in one line, as readers leave it. */
const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) =>
  text
    .replace(/[\s<>\u200b\ufeff]+/g, ' ')
    .trim()
    .normalize('NFC'),
);

const text = (records: readonly Reference[]) => Buffer.from(writeReferences(records)).toString();

describe('references.csv', () => {
  test('keeps every field of every record', () => {
    const record = fc.record(Object.fromEntries(columns.map((column) => [column, cell])));
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (some) => {
        const records = some.map((one, at) => ({ ...one, id: `r${at}` }) as Reference);
        const file = fileOf(text(records), 'references.csv');
        expect(readReferences(file)).toEqual(records);
      }),
    );
  });

  test('keeps the source and key of each entry of a record', () => {
    const part = fc.tuple(cell, cell).map(([source, key]) => ({ source: `s${source}`, key }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (origins) => {
        expect(originsOf(writeOrigins(origins))).toEqual(origins);
      }),
    );
  });

  test('may lack columns that are blank; an id that stands twice is told', () => {
    const file = fileOf('title,id\nA,x\nB,x\n', 'references.csv');
    expect(readReferences(file)).toBeUndefined();
    expect(problems(file)).toEqual(['3:1 record-id']);
    expect(readReferences(fileOf('title,id\nA,x\n'))).toEqual([
      reference({ id: 'x', title: 'A', source: '' }),
    ]);
  });
});

test('ids are of family name and year, and never one that was given before', () => {
  const people = ['Müller, J', 'Müller, K', 'van der Berg, A', '', 'Łukasz', 'Müller, L'];
  const records = people.map((authors, at) =>
    reference({
      authors,
      year: at === 4 ? '' : '2019',
      title: 'On the practice',
      id: at === 1 ? 'muller2019' : '',
    }),
  );
  expect(giveIds(records, ['muller2019b']).map(({ id }) => id)).toEqual([
    'muller2019c',
    'muller2019',
    'vanderberg2019',
    'practice2019',
    'lukasz-nd',
    'muller2019d',
  ]);
});
