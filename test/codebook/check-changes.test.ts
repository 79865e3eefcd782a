import { describe, expect, test } from 'vitest';
import { checkChanges } from '../../src/codebook/check-changes.ts';
import { release, toldOf } from './books.ts';

const before = release('1.0.0', [
  'water',
  'paths',
  'tools',
  { id: 'noise', parent: 'paths' },
  { id: 'shade', parent: 'water' },
]).book;

/** The codes of the version before, changed by what the test says. */
const codes = (replace: Record<string, object | null> = {}, add: readonly (string | object)[] = []) => [
  ...before.codes.flatMap(({ id, parent }) => {
    const changed = replace[id];
    return changed === null ? [] : [{ id, parent, ...changed }];
  }),
  ...add,
];

function check(now: ReturnType<typeof codes>, changes = '') {
  const { file, book } = release('2.0.0', now, changes);
  checkChanges(file, before, book);
  return { told: toldOf(file), reasons: file.messages.map(({ reason }) => reason) };
}

const change = (fields: string) => `  - { ${fields}, reason: because }\n`;

describe('changes that say all that happened have no problem', () => {
  const nothing = codes();
  test.each([
    ['nothing', nothing, ''],
    ['a code added', codes({}, ['bees']), change('kind: add, codes: [bees]')],
    [
      'a code renamed, its title too, and its child with it',
      codes({ water: { id: 'rain' }, shade: { parent: 'rain' } }),
      change('kind: rename, from: water, to: rain') + change('kind: redefine, code: rain, meaning: same'),
    ],
    [
      'two codes that become a new one',
      codes({ tools: null, noise: null }, ['things']),
      change('kind: merge, from: [tools, noise], to: things'),
    ],
    [
      'a code that joins another, whose words grow',
      codes({ tools: null, paths: { definition: 'Paths and tools.' } }),
      change('kind: merge, from: [tools], to: paths'),
    ],
    [
      'a code split into itself and a new one',
      codes({ tools: { definition: 'Spades only.' } }, ['machines']),
      change('kind: split, from: tools, to: [tools, machines]'),
    ],
    ['a code retired', codes({ tools: null }), change('kind: retire, code: tools')],
    [
      'the code above retired and its child moved up',
      codes({ paths: null, noise: { parent: null } }),
      change('kind: retire, code: paths') + change('kind: move, code: noise, from: paths, to: null'),
    ],
    [
      'a code renamed, moved and redefined at once',
      codes({ noise: { id: 'sound', parent: 'tools', definition: 'All that is heard.' } }),
      change('kind: rename, from: noise, to: sound') +
        change('kind: move, code: sound, from: paths, to: tools') +
        change('kind: redefine, code: sound'),
    ],
    [
      'a title changed',
      codes({ noise: { title: 'Noises' } }),
      change('kind: redefine, code: noise, meaning: same'),
    ],
  ])('%s', (_, now, changes) => {
    expect(check(now, changes).reasons).toEqual([]);
  });
});

describe('a difference that no change accounts for', () => {
  test('a code that is new, at its heading', () => {
    expect(check(codes({}, ['bees']))).toEqual({
      told: ['31:1 undeclared-change'],
      reasons: ['the code "bees" is new since 1.0.0, and no change says where it comes from'],
    });
  });

  test('a code that is gone, at the changes, or where they would be', () => {
    expect(check(codes({ tools: null })).told).toEqual(['2:1 undeclared-change']);
    expect(check(codes({ tools: null }, ['bees']), change('kind: add, codes: [bees]'))).toEqual({
      told: ['5:1 undeclared-change'],
      reasons: ['the code "tools" of 1.0.0 is gone, and no change says what became of it'],
    });
  });

  test('a code that is still there though it is said to be gone', () => {
    expect(check(codes(), change('kind: retire, code: water')).told).toEqual(['9:1 undeclared-change']);
  });

  test('a code that moved', () => {
    expect(check(codes({ shade: { parent: null } }))).toEqual({
      told: ['25:1 undeclared-change'],
      reasons: ['the code "shade" was below "water" in 1.0.0 and is now at the top, and no change says so'],
    });
  });

  test('words that changed', () => {
    expect(check(codes({ water: { title: 'Rain', definition: 'Rain.' } }))).toEqual({
      told: ['7:1 undeclared-change'],
      reasons: ['the code "water" has another title, definition than in 1.0.0, and no change says so'],
    });
  });

  test('words that changed with a renaming: only the title goes without saying', () => {
    const renamed = change('kind: rename, from: tools, to: spades');
    const title = { id: 'spades', title: 'Spades', definition: 'About tools.' };
    expect(check(codes({ tools: title }), renamed).told).toEqual([]);
    expect(check(codes({ tools: { ...title, definition: 'x' } }), renamed).told).toEqual([
      '17:1 undeclared-change',
    ]);
  });
});

describe('a change that is not real, at the id concerned', () => {
  const now = codes({ tools: null }, ['bees']);
  const all = change('kind: retire, code: tools') + change('kind: add, codes: [bees]');
  test.each([
    ['an unknown code added', 'kind: add, codes: [water2]', '8:26 change-not-real'],
    ['an old code added', 'kind: add, codes: [water]', '8:26 change-not-real'],
    ['a code added twice', 'kind: add, codes: [bees]', '8:26 change-not-real'],
    ['an unknown code renamed', 'kind: rename, from: watr, to: bees', '8:27 change-not-real'],
    ['renamed to an unknown code', 'kind: rename, from: tools, to: bes', '8:38 change-not-real'],
    ['renamed to itself', 'kind: rename, from: water, to: water', '8:38 change-not-real'],
    ['an unknown code merged', 'kind: merge, from: [toools], to: water', '8:27 change-not-real'],
    ['merged with nothing', 'kind: merge, from: [water], to: water', '8:26 change-not-real'],
    ['an unknown code split', 'kind: split, from: sun, to: [water, bees]', '8:26 change-not-real'],
    ['an unknown code retired', 'kind: retire, code: rain', '8:27 change-not-real'],
    ['a code retired twice', 'kind: retire, code: tools', '8:27 change-not-real'],
    ['an unknown code moved', 'kind: move, code: tools, from: null, to: water', '8:25 change-not-real'],
    ['a move that was none', 'kind: move, code: noise, from: paths, to: water', '8:5 change-not-real'],
    ['a new code moved', 'kind: move, code: bees, from: null, to: water', '8:25 change-not-real'],
    ['a new code redefined', 'kind: redefine, code: bees', '8:29 change-not-real'],
    ['words that did not change', 'kind: redefine, code: water', '8:29 change-not-real'],
  ])('%s', (_, fields, told) => {
    expect(check(now, all + change(fields)).told).toContain(told);
  });

  test('a move with other parents than the real ones', () => {
    const moved = codes({ noise: { parent: 'water' } });
    const { told } = check(moved, change('kind: move, code: noise, from: tools, to: paths'));
    expect(told).toEqual(['6:38 change-not-real', '6:49 change-not-real']);
  });

  test('a code that two changes dispose of', () => {
    const { told, reasons } = check(
      codes({ tools: { id: 'spades', title: 'tools', definition: 'About tools.' } }),
      change('kind: rename, from: tools, to: spades') +
        change('kind: merge, from: [noise, tools], to: water'),
    );
    expect(told).toContain('7:34 change-not-real');
    expect(reasons).toContain('another change, rename, already says what became of "tools"');
  });

  test('a renaming to a code that was there, and two renamings to one code, are merges', () => {
    const gone = codes({ tools: null, noise: null }, ['bees']);
    expect(check(gone, change('kind: rename, from: tools, to: water')).told[0]).toBe('6:38 change-not-real');
    const twice =
      change('kind: rename, from: tools, to: bees') + change('kind: rename, from: noise, to: bees');
    expect(check(gone, twice).told).toContain('7:38 change-not-real');
  });
});

test('without a version before, changes other than additions are not real and nothing is missing', () => {
  const { file, book } = release(
    '1.0.0',
    ['a'],
    change('kind: add, codes: [a]') + change('kind: retire, code: b'),
  );
  checkChanges(file, undefined, book);
  expect(toldOf(file)).toEqual(['7:27 change-not-real']);
});
