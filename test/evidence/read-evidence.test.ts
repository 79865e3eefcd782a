import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { records, told, tree } from './data.ts';

const ids = tree.map(({ id }) => id);

function read(csv: string) {
  const file = new VFile({ path: 'evidence.csv', value: csv });
  const refuseCode = (code: string) =>
    ids.includes(code) ? undefined : { reason: `no code "${code}"`, expected: ids };
  return { file, told: () => told(file), evidence: readEvidence(file, { records, refuseCode }) };
}

test('what is not known may be blank, or have no column', () => {
  const { evidence, told } = read('record,code\nPS1,skills\nPS2,people\n');
  expect(told()).toEqual([]);
  expect(evidence?.evidence[0]).toEqual({
    line: 2,
    ...{ record: 'PS1', code: 'skills', field: null, quote: null, place: null, rater: null },
  });
});

describe('one that cannot stand is told at its place and left out, the rest is read', () => {
  test.each([
    ['a record that is not there', 'PSX1,skills,,,', '3:1 unknown-record: there is no record "PSX1"'],
    ['a blank record', ',skills,,,', '3:1 unknown-record: the record is blank'],
    ['a code that is not there', 'PS1,skils,,,', '3:5 unknown-code: no code "skils"'],
    ['a blank code', 'PS1,,,,', '3:5 unknown-code: the code is blank'],
    [
      'a field that records do not have',
      'PS1,skills,titel,,',
      '3:12 unknown-field: records have no field "titel"',
    ],
    [
      'a quote that does not stand in its field',
      'PS1,skills,title,monitoring,',
      '3:18 quote-not-there: "monitoring" does not stand in the title of "PS1"',
    ],
  ])('%s', (_, row, message) => {
    const { evidence, told } = read(`record,code,field,quote,place\nPS2,people,,,\n${row}\nPS3,people,,,\n`);
    expect(told()).toEqual([message]);
    expect(evidence?.evidence.map(({ record }) => record)).toEqual(['PS2', 'PS3']);
    expect(evidence?.leftOut).toBe(1);
  });

  test('both a record and a code', () => {
    const { told, evidence } = read('record,code\nPSX,nothing\n');
    expect(told()).toHaveLength(2);
    expect(evidence?.leftOut).toBe(1);
  });

  test('every one is counted where they are many', () => {
    const { evidence, told } = read(`record,code\n${'PSX,skills\n'.repeat(500)}PS1,skills\n`);
    expect(evidence).toMatchObject({ leftOut: 500, evidence: [{ record: 'PS1' }] });
    expect(told()).toHaveLength(101);
    expect(told().at(-1)).toContain('400 more problems');
  });
});

test.each([
  ['in the full text, which is not here', 'full-text', 'anything'],
  ['in a field that is blank in this record', 'abstract', 'anything'],
  [
    'with spaces, dashes and quotation marks as another program writes them',
    'abstract',
    'drift - ""slowly"", and',
  ],
])('a quote is not held against what is not there: %s', (_, field, quote) => {
  const record = quote === 'anything' ? 'PS2' : 'PS1';
  const { told, evidence } = read(`record,code,field,quote\n${record},skills,${field},"${quote}"\n`);
  expect(told()).toEqual([]);
  expect(evidence?.evidence).toHaveLength(1);
});

test('a row that stands twice is a warning and counts once', () => {
  const { told, evidence } = read('record,code,place\nPS1,skills,p. 1\nPS1,skills,p. 2\nPS1,skills,p. 1\n');
  expect(told()).toEqual(['4:1 (warning) duplicate-evidence: line 2 says the same; this one is not counted']);
  expect(evidence).toMatchObject({ duplicates: 1, leftOut: 0 });
  expect(evidence?.evidence).toHaveLength(2);
});

test('without its columns nothing is read, and the file says which are missing', () => {
  const { told, evidence } = read('id,code\nPS1,skills\n');
  expect(evidence).toBeUndefined();
  expect(told()[0]).toContain('there is no column "record"');
});
