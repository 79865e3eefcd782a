import { describe, expect, test } from 'vitest';
import { diffCodebooks } from '../../src/codebook/diff.ts';
import { findKin } from '../../src/codebook/kin.ts';
import { sound } from './books.ts';

interface Sketch {
  id: string;
  definition?: string;
  example?: string;
}

function book(...codes: Sketch[]) {
  const body = codes.map(({ id, definition, example }) =>
    [
      `## ${id} \`${id}\``,
      ...(definition ? [`**Definition.** ${definition}`] : []),
      ...(example ? [`> ${example}`] : []),
    ].join('\n\n'),
  );
  return sound(`---\nname: Gardens\n---\n\n${body.join('\n\n')}\n`).book;
}

function kin(before: Sketch[], after: Sketch[]) {
  const [old, now] = [book(...before), book(...after)];
  const open = diffCodebooks(old, now).map(({ change }) => change);
  return findKin(old, now, open).map(({ code, like, change }) => ({
    code: code.id,
    like: like.map((one) => `${one.code.id}: ${one.in.join(' ')}`),
    change,
  }));
}

const tea = { id: 'tea', definition: 'Somebody boils the kettle for the others.' };

describe('a code that is gone', () => {
  test('and one with a word of its name is probably renamed', () => {
    expect(kin([{ id: 'rules' }, tea], [{ id: 'house-rules' }, tea])).toEqual([
      {
        code: 'rules',
        like: ['house-rules: name'],
        change: { kind: 'rename', from: 'rules', to: 'house-rules' },
      },
    ]);
  });

  test('and one of its stem, or spelt nearly so, too', () => {
    expect(kin([{ id: 'tired' }], [{ id: 'tiredness' }])).toHaveLength(1);
    expect(kin([{ id: 'colour' }], [{ id: 'color' }])).toHaveLength(1);
  });

  test('and several with words of its definition are a split', () => {
    const was = { id: 'strife', definition: 'Quarrels about spades, paths and watering.' };
    const now = [
      { id: 'one', definition: 'Quarrels about paths and spades.' },
      { id: 'two', definition: 'Quarrels about watering, and spades.' },
    ];
    expect(kin([was], now)).toMatchObject([
      { change: { kind: 'split', from: 'strife', to: ['one', 'two'] } },
    ]);
  });

  test('with an example that a code there before took over is merged into it', () => {
    const spade = { id: 'spade', example: 'Whose is this?' };
    const after = [{ ...tea, example: 'Whose is  this?' }];
    expect(kin([spade, tea], after)).toMatchObject([
      { like: ['tea: examples'], change: { kind: 'merge', from: ['spade'], to: 'tea' } },
    ]);
    // One that had the example all along took over nothing.
    expect(kin([spade, ...after], after)).toEqual([]);
  });

  test('and an unlike one are two things', () => {
    expect(kin([{ id: 'noise', definition: 'Somebody is loud.' }, tea], [{ id: 'bees' }, tea])).toEqual([]);
  });

  test('shares no name with another by a word that most codes have', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((one) => ({ id: `theme-${one.repeat(9)}` }));
    expect(kin([...many, { id: 'theme-noise' }], [...many, { id: 'theme-butterflies' }])).toEqual([]);
  });
});
