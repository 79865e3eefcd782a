import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/reconciliation/decision.ts';
import { differencesOf } from '../../src/reconciliation/differences.ts';
import { actOfLine, bindings } from '../../src/reconciliation/keys.ts';
import {
  beginSession,
  type Decide,
  decided,
  openCount,
  type Session,
  shownNow,
} from '../../src/reconciliation/session.ts';
import { type Pressed, step } from '../../src/reconciliation/step.ts';
import { compare } from './compared-data.ts';

const differences = differencesOf(
  compare({
    ana: [
      ['a1', 'cost', 0, 5],
      ['a2', 'cost', 11, 15],
      ['a3', 'cost', 22, 25],
    ],
    ben: [['b1', 'time', 0, 5]],
  }),
  new Map(),
);

const begin = (): Session =>
  beginSession(
    differences,
    differences.map(() => ({ kind: 'asked', because: [], earlier: [] })),
  );

/** A session after some keys, with all that it asked to be written. */
function press(first: Session, ...keys: Pressed[]): { session: Session; written: Decide[] } {
  const written: Decide[] = [];
  let session = first;
  for (const key of keys) {
    const stepped = step(session, key);
    session = stepped.session;
    if (stepped.decide) {
      written.push(stepped.decide);
      const decisions = stepped.decide.settlements.map(
        (_, index) => ({ id: `d${written.length}-${index}`, at: 'now', by: 'ana' }) as Decision,
      );
      session = decided(session, stepped.decide, decisions, null);
    }
  }
  return { session, written };
}

const place = (session: Session) => {
  const now = shownNow(session);
  return now && [now.difference.code, now.difference.unit.start];
};

describe('deciding by keys', () => {
  test('a choice asks for its reason, is written with it, and settles rivals too', () => {
    const asked = press(begin(), '1');
    expect(asked).toMatchObject({ written: [], session: { asking: { choice: { rater: 'ana' } } } });
    const { session, written } = press(asked.session, 'i', 't', ' ', 'é', '😀', 'x', 'backspace', 'enter');
    expect(written).toMatchObject([
      {
        ...{ choice: { verdict: 'rater', rater: 'ana' }, why: 'it é😀' },
        settlements: [
          { difference: { code: 'cost' }, outcome: 'present', replaces: [] },
          { difference: { code: 'time' }, outcome: 'absent', replaces: [] },
        ],
      },
    ]);
    expect(openCount(session)).toBe(2);
    expect(place(session)).toEqual(['cost', 11]);
  });

  test('an empty reason has to be confirmed, and typing takes that back', () => {
    expect(press(begin(), 'd', 'enter').written).toEqual([]);
    expect(press(begin(), 'd', 'enter', 'enter').written).toMatchObject([{ why: '' }]);
    expect(press(begin(), 'd', 'enter', 'x', 'backspace', 'enter').written).toEqual([]);
    expect(press(begin(), 'd', 'enter', { paste: 'two\nlines' }, 'enter').written).toMatchObject([
      { why: 'two lines' },
    ]);
  });

  test('escape takes the choice back, and keys while a reason is typed do nothing else', () => {
    const { session, written } = press(begin(), 'b', 'q', 's', '1', 'escape', 'escape');
    expect(written).toEqual([]);
    expect(session).toMatchObject({ asking: null, isOver: false });
    expect(place(session)).toEqual(['cost', 0]);
    expect(press(begin(), 'b', 'escape').session.asking).toBeNull();
  });

  test('a reason that was begun is dropped by a second escape only, and any other key goes on with it', () => {
    const once = press(begin(), '1', ...'hours', 'escape').session;
    expect(once.asking).toMatchObject({ text: 'hours', dropping: true });
    const on = press(once, 'f1').session;
    expect(on.asking).toMatchObject({ text: 'hours' });
    expect(press(on, '!', 'escape').session.asking).toMatchObject({ text: 'hours!', dropping: true });
    expect(press(once, 'escape').session).toMatchObject({
      asking: null,
      message: expect.stringContaining('“hours”'),
    });
    expect(press(once, 'enter').written).toMatchObject([{ why: 'hours' }]);
  });

  test('what is taken back is told with its reason; ctrl-c leaves the reason first, and then the screen', () => {
    const once = press(begin(), '1', ...'hours', 'ctrl-c').session;
    expect(once).toMatchObject({ asking: null, isOver: false, message: expect.stringContaining('“hours”') });
    expect(press(once, 'ctrl-c').session.isOver).toBe(true);
    expect(press(begin(), '1', 'escape').session.message).toBeNull();
  });

  test.each(['?', 'l'])(
    'of a page opened by %s every key only goes back, but for those that scroll',
    (opens) => {
      const opened = press(begin(), opens).session;
      const scrolls = ['up', 'k', 'down', 'j', 'pageup', 'pagedown', ' '];
      for (const key of scrolls) expect(press(opened, key).session.page, key).toBe(opened.page);
      const others = bindings.flatMap(({ keys }) => keys).filter((key) => !scrolls.includes(key));
      for (const key of [...others, '1', 'escape', 'enter', 'x', 'f1']) {
        expect(press(opened, 'down', key), key).toEqual({ session: begin(), written: [] });
      }
    },
  );

  test('the code alone is decided where that is asked for', () => {
    const { written, session } = press(begin(), 'o', 'n', 'w', 'enter');
    expect(written[0]?.settlements.map(({ difference }) => difference.code)).toEqual(['cost']);
    expect(openCount(session)).toBe(3);
    expect(session.only).toBe(false);
  });

  test('what is skipped comes again at the end, and back goes to decide anew what was decided together', () => {
    const end = press(begin(), 's', 's', 's', 's').session;
    expect(place(end)).toBeUndefined();
    expect(place(press(end, 's').session)).toEqual(['cost', 0]);
    expect(place(press(end, 'backspace').session)).toEqual(['time', 0]);
    const { written } = press(begin(), '1', 'x', 'enter', 'backspace', '2', 'y', 'enter');
    expect(written[1]?.settlements).toMatchObject([
      { outcome: 'absent', replaces: ['d1-0'] },
      { outcome: 'present', replaces: ['d1-1'] },
    ]);
  });

  test('a rater of whom the code is not known cannot be right', () => {
    const unknown = differencesOf(
      compare({ ana: [['a1', 'cost', 0, 5]], ben: [], chloe: [['c', 'time', 0, 5]] }, [['chloe', 'cost']]),
      new Map(),
    );
    const session = beginSession(
      unknown,
      unknown.map(() => ({ kind: 'asked', because: [], earlier: [] })),
    );
    expect(press(session, '3').session).toMatchObject({
      asking: null,
      message: expect.stringContaining('chloe'),
    });
  });

  test('any keys in any order leave a session that can go on, and write each decision with its choice', () => {
    const keys = fc.oneof(
      fc.constantFrom<Pressed>(
        ...bindings.flatMap((one) => one.keys),
        '1',
        '2',
        '3',
        'enter',
        'escape',
        'f1',
      ),
      fc.string({ unit: 'grapheme' }).map((paste) => ({ paste })),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 200 }), (pressed) => {
        const { session, written } = press(begin(), ...pressed);
        const settled = new Set(
          written.flatMap((one) => one.settlements.map(({ difference }) => difference)),
        );
        expect(openCount(session)).toBe(differences.length - settled.size);
        for (const { settlements } of written) expect(settlements.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

test('no key and no word means two things', () => {
  const keys = bindings.flatMap((one) => one.keys);
  expect(new Set(keys).size).toBe(keys.length);
  const verbs = bindings.flatMap(({ verb }) => verb ?? []);
  expect(new Set(verbs).size).toBe(verbs.length);
});

test('a line is a verb, a key, a number or a name; a rater’s name goes before a verb', () => {
  const raters = ['ana', 'both'];
  expect(actOfLine(' Neither ', raters)).toMatchObject({ choice: { verdict: 'neither' } });
  expect(actOfLine('n', raters)).toMatchObject({ choice: { verdict: 'neither' } });
  expect(actOfLine('2', raters)).toMatchObject({ choice: { rater: 'both' } });
  expect(actOfLine('both', raters)).toMatchObject({ choice: { rater: 'both' } });
  expect(actOfLine('ANA', raters)).toMatchObject({ choice: { rater: 'ana' } });
  expect(actOfLine('Ben', ['ben', 'BEN'])).toBeUndefined();
  expect(actOfLine('BEN', ['ben', 'BEN'])).toMatchObject({ choice: { rater: 'BEN' } });
  expect(actOfLine('3', raters)).toBeUndefined();
  expect(actOfLine('nonsense', raters)).toBeUndefined();
});
