import { describe, expect, test } from 'vitest';
import { fuzzyScore } from '../../src/session/fuzzy.ts';
import { matching, named } from '../../src/session/palette.ts';
import { noteUse } from '../../src/session/recent.ts';
import type { OfferedCode, Session } from '../../src/session/session.ts';
import { editLine, lineOf } from '../../src/text/line-editor.ts';
import { press, sessionOf } from './sessions.ts';

const offer = (id: string, title = id): OfferedCode => ({
  ...{ id, title, version: '1.0.0', definition: null, include: [], exclude: [], examples: [] },
});

const ids = ['tool-cost', 'cost-of-time', 'discount', 'pride-in-skill', 'waiting-parts', 'paris'];
const among = (typed: string, recent: Session['recent'] = []) =>
  matching({ codes: ids.map((id) => offer(id)), recent, earlier: [] }, typed).map(({ id }) => id);

describe('codes by part of their name', () => {
  test.each([
    [
      'at its beginning before further on, and before inside a word',
      'co',
      ['cost-of-time', 'tool-cost', 'discount'],
    ],
    ['in words of it that begin so', 'p s', ['pride-in-skill', 'paris', 'waiting-parts']],
    ['letters that begin its words', 'pis', ['pride-in-skill', 'paris']],
    ['whatever the case and the accents', 'PARÍS', ['paris']],
    ['letters in their order only', 'tsoc', []],
  ])('%s', (_, typed, expected) => {
    expect(among(typed)).toEqual(expected);
  });

  test('nothing typed: those used last, then the codebook’s order', () => {
    const recent = noteUse(noteUse([], 'paris'), 'discount');
    expect(among('', recent)).toEqual([
      'discount',
      'paris',
      ...ids.filter((id) => !/^(?:disc|paris)/.test(id)),
    ]);
  });

  test('a better match is never worse for being in a longer name than a worse one', () => {
    expect(fuzzyScore('cost', 'cost of living in a town')).toBeGreaterThan(
      fuzzyScore('cost', 'discost') ?? 0,
    );
  });

  test('by name, one code has to be meant', () => {
    const session = {
      ...sessionOf(),
      codes: [offer('cold'), offer('cold-feet', 'Cold feet'), offer('rain')],
    };
    expect(named(session, 'COLD')).toMatchObject({ id: 'cold' });
    expect(named(session, 'cold feet')).toMatchObject({ id: 'cold-feet' });
    expect(named(session, 'feet')).toMatchObject({ id: 'cold-feet' });
    expect(named(session, 'col')).toMatchObject({ candidates: [{ id: 'cold' }, { id: 'cold-feet' }] });
    expect(named(session, 'rn')).toMatchObject({ candidates: [{ id: 'rain' }] });
  });
});

test('a code keeps its digit while it is among the nine; a new one takes that of the longest unused', () => {
  const nine = [...'abcdefghi'].reduce<Session['recent']>(noteUse, []);
  expect(nine.map(({ code }) => code).join('')).toBe('abcdefghi');
  expect(
    noteUse(noteUse(nine, 'a'), 'j')
      .map(({ code }) => code)
      .join(''),
  ).toBe('ajcdefghi');
});

describe('writing a line', () => {
  const edited = (text: string, ...keys: Parameters<typeof editLine>[1][]) =>
    keys.reduce((line, key) => editLine(line, key) ?? line, lineOf(text));

  test('characters are whole, whatever they are made of', () => {
    expect(edited('ae\u0301👩‍💻', 'backspace').text).toBe('ae\u0301');
    expect(edited('ae\u0301👩‍💻', 'left', 'left', 'delete').text).toBe('a👩‍💻');
    expect(edited('bc', 'home', 'right', 'x', 'end', 'y').text).toBe('bxcy');
  });

  test('words and all of it can be deleted', () => {
    expect(edited('one two ', 'ctrl-w').text).toBe('one ');
    expect(edited('one two', 'left', 'ctrl-u').text).toBe('o');
  });
});

test('letters from the middles of several words are no name', () => {
  expect(fuzzyScore('tir', 'waiting parts')).toBeUndefined();
  expect(fuzzyScore('wrkl', 'workload')).toBeGreaterThan(0);
  expect(fuzzyScore('wp', 'waiting parts')).toBeGreaterThan(0);
});

describe('what is not quite a name', () => {
  test('a typing mistake finds the nearest names, but only where nothing has what was typed', () => {
    expect(among('pairs')).toEqual(['paris']);
    expect(among('discuont')).toEqual(['discount']);
    expect(among('wating-pa')).toEqual(['waiting-parts']);
    expect(among('paris')).toEqual(['paris']);
    expect(among('zzzzz')).toEqual([]);
  });

  const earlier = [
    { id: 'fees', title: 'Fees to pay', to: ['tool-cost'] },
    { id: 'money', title: 'Money', to: ['discount', 'tool-cost'] },
  ];
  const known = { codes: ids.map((id) => offer(id)), recent: [], earlier };

  test('names of earlier versions lead to what became of their codes, behind names of today', () => {
    expect(matching(known, 'fees').map(({ id, was }) => [id, was])).toEqual([['tool-cost', 'fees']]);
    expect(matching(known, 'to pay').map(({ id, was }) => [id, was])).toEqual([['tool-cost', 'Fees to pay']]);
    expect(
      matching({ ...known, earlier: [{ id: 'cost', title: 'Cost', to: ['paris'] }] }, 'cost').map(
        ({ id }) => id,
      ),
    ).toEqual([...['cost-of-time', 'tool-cost', 'paris']]);
  });

  test('by name, an earlier one is taken where it leads to one code', () => {
    expect(named(known, 'Fees')).toMatchObject({ id: 'tool-cost', was: 'fees' });
    expect(named(known, 'money')).toMatchObject({ candidates: [{ id: 'tool-cost' }, { id: 'discount' }] });
    expect(named(known, 'discuont')).toMatchObject({ candidates: [{ id: 'discount' }] });
  });

  test('it is said when such a code is put on', () => {
    const session = sessionOf({ earlier: [{ id: 'storm', title: 'Storm', to: ['weather'] }] });
    expect(press(session, ['c', ...'storm', 'enter']).session.notice?.text).toBe(
      'Coded weather (was: storm).',
    );
  });
});
