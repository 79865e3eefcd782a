import { describe, expect, test } from 'vitest';
import { keyTable } from '../../src/screening/keys.ts';
import { changedMeanwhile, refused } from '../../src/screening/notices.ts';
import { hitsIn, patternsOf } from '../../src/screening/search.ts';
import { countOf, type Session } from '../../src/screening/session.ts';
import type { Said } from '../../src/selection/decision-rows.ts';
import { include, press, session } from './review-session.ts';

const idOf = ({ records, at }: Session) => records[at]?.id;
const written = (changes: readonly { record: string; after: Said | null }[]) =>
  changes.map(({ record, after }) => [
    record,
    after?.verdict ?? null,
    after?.reason ?? null,
    after?.note ?? null,
  ]);

describe('deciding', () => {
  test('begins with the first record that is not decided on, and goes on to the next', () => {
    expect(idOf(session())).toBe('r2');
    const { session: after, changes } = press(session(), 'i', 'u');
    expect(written(changes)).toEqual([
      ['r2', 'include', null, null],
      ['r3', 'unsure', null, null],
    ]);
    expect(idOf(after)).toBe('r4');
    expect(countOf(after)).toEqual({ include: 2, exclude: 0, unsure: 1, decided: 3 });
    expect(after.notice?.text).toBe('r3: unsure');
  });

  test('an exclusion needs one of the stage’s reasons, by its sign or with the arrows', () => {
    const asked = press(session(), 'e');
    expect([asked.changes, asked.session.mode.kind, idOf(asked.session)]).toEqual([[], 'reason', 'r2']);
    expect(written(press(asked.session, '2').changes)).toEqual([['r2', 'exclude', 'no data', null]]);
    expect(written(press(asked.session, 'down', 'down', 'up', 'enter').changes)).toEqual([
      ['r2', 'exclude', 'not about choirs', null],
    ]);
    const wrong = press(asked.session, '3', { paste: '1' }, 'i');
    expect([wrong.changes, wrong.session.mode.kind]).toEqual([[], 'reason']);
    expect(press(wrong.session, 'escape').session.mode.kind).toBe('read');
  });

  test('the tenth reason has a letter', () => {
    const many = Array.from({ length: 40 }, (_, at) => `reason ${at + 1}`);
    expect(written(press(session(many), 'e', 'a').changes)[0]?.[2]).toBe('reason 10');
    expect(
      written(
        press(session(many), 'e', 'pagedown', 'pagedown', 'pagedown', 'pagedown', 'enter').changes,
      )[0]?.[2],
    ).toBe('reason 40');
  });

  test('where a stage has no reasons any may be written, or none', () => {
    expect(written(press(session([]), 'e', 'n', 'o', 'enter').changes)).toEqual([
      ['r2', 'exclude', 'no', null],
    ]);
    expect(written(press(session([]), 'e', 'enter').changes)).toEqual([['r2', 'exclude', null, null]]);
    const left = press(session([]), 'e', 'n', 'o', 'escape');
    expect([left.changes, left.session.notice?.text]).toEqual([[], 'Not kept: “no”']);
  });

  test('another decision takes the reason away and leaves the note', () => {
    const noted = press(session(), 'n', { paste: 'an\neditorial' }, 'enter', 'e', '2', 'left');
    expect(idOf(noted.session)).toBe('r2');
    expect(written(press(noted.session, 'i').changes)).toEqual([['r2', 'include', null, 'an editorial']]);
    expect(written(press(noted.session, 'n', 'ctrl-u', 'enter').changes)).toEqual([
      ['r2', 'exclude', 'no data', null],
    ]);
  });

  test('deciding the same again writes nothing; at the end it says that all is decided', () => {
    expect(press(session(), 'g', 'i').changes).toEqual([]);
    const all = press(session(), 'i', 'i', 'i').session;
    expect(all.notice?.text).toContain('All records are decided on.');
    expect(idOf(all)).toBe('r4');
  });

  test('a paste decides nothing', () => {
    expect(press(session(), { paste: 'iiq' })).toEqual({ session: session(), changes: [] });
  });
});

describe('taking back', () => {
  test('gives each row what it said before, and shows its record', () => {
    const { session: after, changes } = press(session(), 'i', 'g', 'u', 'z', 'z', 'z');
    expect(written(changes)).toEqual([
      ['r2', 'include', null, null],
      ['r1', 'unsure', null, null],
      ['r1', 'include', null, null],
      ['r2', null, null, null],
    ]);
    expect(changes.at(-1)?.after).toBeNull();
    expect([idOf(after), after.said]).toEqual(['r2', session().said]);
    expect(after.notice).toEqual({ text: 'There is nothing to take back.', refused: true });
    const again = press(after, 'r', 'r', 'r');
    expect(written(again.changes)).toEqual(written(changes.slice(0, 2)));
    expect(again.session.notice?.refused).toBe(true);
  });

  test('a new decision leaves nothing to do again', () => {
    expect(press(session(), 'i', 'z', 'u', 'r').changes).toHaveLength(3);
  });
});

describe('moving and finding', () => {
  test('record by record, and to those that are not decided on or unsure, round the end', () => {
    const places = (...keys: string[]) => idOf(press(session(), ...keys).session);
    expect(places('right')).toBe('r3');
    expect(places('j', 'j', 'j', 'j')).toBe('r4');
    expect(places('left', 'left')).toBe('r1');
    expect(places('G', 'tab')).toBe('r2');
    expect(places('shift-tab')).toBe('r4');
    expect(places('u', 'tab', 'U')).toBe('r2');
    expect(press(session(), 'U').session.notice?.refused).toBe(true);
  });

  test('finds records that have all the words, in title and abstract, whatever their case', () => {
    const find = (words: string) => press(session(), '/', { paste: words }, 'enter').session;
    expect(find('SLEEP choirs').search?.found).toEqual([1, 2]);
    expect(idOf(press(find('sleep choirs'), 'f').session)).toBe('r3');
    expect(idOf(press(find('sleep choirs'), 'f', 'f').session)).toBe('r2');
    expect(idOf(press(find('sleep choirs'), 'F').session)).toBe('r3');
    expect(find('"choirs and sleep"').search?.found).toEqual([1]);
    expect(find('(less).').search?.found).toEqual([1]);
    expect(find('nowhere').notice?.text).toBe('No record has “nowhere” in its title or abstract.');
    expect(press(find('sleep'), 'escape').session.search).toBeNull();
  });

  test('marks every one of the words', () => {
    expect(hitsIn('Choirs and sleep, choirs', patternsOf('choir choirs slee'))).toEqual([
      { start: 0, end: 6 },
      { start: 11, end: 15 },
      { start: 18, end: 24 },
    ]);
  });
});

test('what could not be written was not done, and what was typed still stands', () => {
  const before = press(session(), 'e').session;
  expect(refused(before, 'the disk is full')).toMatchObject({
    mode: { kind: 'reason' },
    said: before.said,
    notice: { text: 'Not written, and not decided: the disk is full', refused: true },
  });
});

test('what another program wrote is taken over, and nothing before it can be taken back', () => {
  const before = press(session(), 'i').session;
  const after = changedMeanwhile(before, new Map([['r3', include]]), 'ana.csv');
  expect(countOf(after).decided).toBe(1);
  expect(press(after, 'z').changes).toEqual([]);
});

test('no key has two meanings', () => {
  const keys = keyTable.flatMap((row) => [...row.keys]);
  expect(new Set(keys).size).toBe(keys.length);
});
