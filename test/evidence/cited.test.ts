import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationsIn } from '../../src/evidence/citations.ts';
import { compareCited } from '../../src/evidence/compare-cited.ts';
import { readCited } from '../../src/evidence/read-cited.ts';
import { summariseCited } from '../../src/evidence/summarise-cited.ts';
import { citedNotes } from '../../src/exhibit/cited-tables.ts';
import { records, tableOf, told } from './data.ts';

describe('citations in a cell', () => {
  test.each([
    ['[PS1], [PS23]', ['PS1', 'PS23']],
    ['[PS1, PS2; PS3]', ['PS1', 'PS2', 'PS3']],
    ['PS1; PS23', ['PS1', 'PS23']],
    ['PS1,PS2 , PS3', ['PS1', 'PS2', 'PS3']],
    ['Teach people, early [PS1] and often [ PS2 ].', ['PS1', 'PS2']],
    ['', []],
    ['[]', []],
    ['; ,', []],
  ])('%s', (cell, expected) => {
    const { citations, unbalanced } = citationsIn(cell);
    expect(citations.map(({ record }) => record)).toEqual(expected);
    expect(unbalanced).toEqual([]);
    for (const { record, offset } of citations) expect(cell.slice(offset)).toMatch(new RegExp(`^${record}`));
  });

  test.each([
    ['[PS1, PS2', ['PS1', 'PS2'], [0]],
    ['one [PS1 two [PS2]', ['PS1 two', 'PS2'], [4]],
    ['PS1] and [PS2]', ['PS2'], [3]],
  ])('half a bracket: %s', (cell, expected, at) => {
    const { citations, unbalanced } = citationsIn(cell);
    expect(citations.map(({ record }) => record)).toEqual(expected);
    expect(unbalanced).toEqual(at);
  });

  test('what stands in brackets is found among any words', () => {
    const ids = fc.array(fc.constantFrom('PS1', 'PS2', 'Kim-2020', 'é 1'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(ids, { minLength: 1 }), fc.constantFrom('; ', ',', ' , '), (groups, comma) => {
        const cell = groups.map((some) => `words, more [${some.join(comma)}]`).join(' and ');
        expect(citationsIn(cell).citations.map(({ record }) => record)).toEqual(groups.flat());
      }),
    );
  });
});

const columns = { row: 'challenge', columns: ['aspect', 'solution'] };

function read(csv: string, how = columns) {
  const { file, table } = tableOf(csv);
  const cited = readCited(file, table, how, records);
  return { summary: summariseCited(cited, records), told: () => told(file) };
}

test('different records per row, per column and over all; those that are never cited', () => {
  const { summary, told } = read(
    'challenge,aspect,solution\nculture,"[PS2], [PS1, PS2]",Workshops [PS9]\nskills,PS1;PS3,\n',
  );
  expect(told()).toEqual([]);
  expect(summary.rows).toEqual([
    { row: 'culture', cited: ['PS1', 'PS2', 'PS9'], citations: 4, columns: [['PS1', 'PS2'], ['PS9']] },
    { row: 'skills', cited: ['PS1', 'PS3'], citations: 2, columns: [['PS1', 'PS3'], []] },
  ]);
  expect(summary.columns.map(({ cited }) => cited)).toEqual([['PS1', 'PS2', 'PS3'], ['PS9']]);
  expect(summary.cited).toEqual(['PS1', 'PS2', 'PS3', 'PS9']);
  expect(summary.uncited).toEqual(['PS4', 'PS5', 'PS6', 'PS7', 'PS8', 'PS10', 'PS11', 'PS12']);
});

test('rows of one name count as one', () => {
  const { summary } = read('record,heading\nPS1,culture\nPS2,skills\nPS3,culture\n', {
    row: 'heading',
    columns: ['record'],
  });
  expect(summary.rows.map(({ row, cited }) => [row, ...cited])).toEqual([
    ['culture', 'PS1', 'PS3'],
    ['skills', 'PS2'],
  ]);
});

describe('a citation that no record has is a warning where it stands, counted, and the rest is read', () => {
  test.each([
    [
      'in a list',
      'a,PS1; PS99,',
      '2:8 (warning) unknown-citation: "PS99" is cited, and no record has that id',
    ],
    [
      'in a quoted cell',
      'a,"[PS1, PS99]",',
      '2:10 (warning) unknown-citation: "PS99" is cited, and no record has that id',
    ],
    [
      'after doubled quotation marks',
      'a,"""so"" [PS1, PS99]",',
      '2:17 (warning) unknown-citation: "PS99" is cited, and no record has that id',
    ],
    [
      'in a later line of a cell',
      'a,"[PS1]\n[PS99]",',
      '3:2 (warning) unknown-citation: "PS99" is cited, and no record has that id',
    ],
  ])('%s', (_, row, message) => {
    const { summary, told } = read(`challenge,aspect,solution\n${row}\nb,PS2,\n`);
    expect(told()).toEqual([message]);
    expect(summary.unknown).toEqual([{ record: 'PS99', row: 'a', column: 'aspect' }]);
    expect(summary.cited).toEqual(['PS1', 'PS2']);
  });

  test('half a bracket too', () => {
    const { summary, told } = read('challenge,aspect,solution\na,"[PS1, PS2",\n');
    expect(told()).toEqual([
      '2:4 (warning) unbalanced-bracket: the bracket at "[PS1, PS2" has no other half',
    ]);
    expect(summary.cited).toEqual(['PS1', 'PS2']);
  });

  test('a range is not made up', () => {
    const { file, table } = tableOf('challenge,aspect,solution\na,[PS1–PS4],\n');
    const { unknown } = readCited(file, table, columns, records);
    expect(unknown).toHaveLength(1);
    expect(file.messages[0]?.note).toContain('where every id is a whole number: name each record');
  });
});

test('two tables: what the one cites in a row and the other does not', () => {
  const table = read('challenge,aspect,solution\nculture,PS1;PS2,PS3\nskills,PS4,\n').summary;
  const text = read('challenge,aspect,solution\nskills,PS4,\nculture,PS1,PS5\nother,PS6,\n').summary;
  expect(compareCited(table, text)).toEqual([
    {
      row: 'culture',
      here: ['PS1', 'PS2', 'PS3'],
      there: ['PS1', 'PS5'],
      onlyHere: ['PS2', 'PS3'],
      onlyThere: ['PS5'],
      both: ['PS1'],
    },
    { row: 'skills', here: ['PS4'], there: ['PS4'], onlyHere: [], onlyThere: [], both: ['PS4'] },
    { row: 'other', here: null, there: ['PS6'], onlyHere: [], onlyThere: ['PS6'], both: [] },
  ]);
});

test('brackets without their other half are told below the table, with how they are read', () => {
  const { summary } = read('challenge,aspect,solution\nculture,"[PS2, PS1",PS3]\n');
  expect(summary.cited).toEqual(['PS1', 'PS2']);
  expect(citedNotes(summary)).toContain(
    '2 brackets have no other half: one that opens is read to the next bracket or the end of the cell, and before one that closes nothing is.',
  );
  expect(citedNotes(read('challenge,aspect,solution\nculture,[PS2],\n').summary).join()).not.toContain(
    'bracket',
  );
});
