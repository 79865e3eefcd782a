import { describe, expect, test } from 'vitest';
import { newCodeName } from '../../src/session/new-code-name.ts';
import { leaving } from '../../src/session/staying.ts';
import type { Key } from '../../src/session/step.ts';
import { clock, coded, codes, press, sessionOf, typed } from './sessions.ts';

const words = (text: string): Key[] => [...typed(text), 'enter'];

describe('a new code below another', () => {
  const parentOf = (keys: readonly Key[]) => press(sessionOf(), ['o', ...keys]).session.codes.at(-1)?.parent;

  test('which is chosen by part of its name, after the new one’s', () => {
    expect(parentOf([...words('Hail'), ...words('weat'), 'enter'])).toBe('weather');
    expect(parentOf([...words('Hail'), 'down', 'down', 'enter', 'enter'])).toBe('cold');
  });

  test('enter alone leaves it at the top, also after what was typed is deleted', () => {
    expect(parentOf([...words('Hail'), 'enter', 'enter'])).toBe(null);
    expect(parentOf([...words('Hail'), ...typed('we'), 'ctrl-u', 'enter', 'enter'])).toBe(null);
    expect(parentOf([...words('Hail'), 'down', 'up', 'enter', 'enter'])).toBe(null);
  });

  test('a name that is no code is not taken for the top', () => {
    const { session, effects } = press(sessionOf(), ['o', ...words('Hail'), ...words('xyz')]);
    expect(session).toMatchObject({ mode: { kind: 'choose' }, notice: { refused: true } });
    expect(effects).toEqual([]);
  });

  test('which is typed with it', () => {
    expect(parentOf([...words('Weather > Hail'), 'enter'])).toBe('weather');
    expect(parentOf([...words('hail below liking IT'), 'enter'])).toBe('liking');
  });

  test('goes to the draft with it', () => {
    const { effects } = press(sessionOf(), ['o', ...words('cold > Ice'), 'enter']);
    expect(effects[0]).toEqual({ kind: 'add code', code: { id: 'ice', title: 'Ice', parent: 'cold' } });
  });

  test('what is typed is read with care, and no name is guessed', () => {
    const name = (text: string) => newCodeName({ codes }, text);
    expect(name('Hail  storm')).toEqual({ title: 'Hail storm', parent: undefined });
    expect(name('“Life below deck”')).toEqual({ title: 'Life below deck', parent: undefined });
    expect(name('Life below deck')).toEqual({ refused: expect.stringContaining('no code “deck”') });
    expect(name('deck > Life')).toEqual({ refused: expect.stringContaining('no code “deck”') });
    expect(name('below weather')).toEqual({ title: 'below weather', parent: undefined });
  });
});

describe('undoing a new code', () => {
  const made = (now = clock()) => press(sessionOf(), ['o', ...words('Wind'), 'enter', 'enter'], now).session;

  test('takes its coding away first and then the code, in one step; redoing is the other way round', () => {
    const now = clock();
    const undone = press(made(now), ['u'], now);
    expect(undone.effects.map(({ kind }) => kind)).toEqual(['append', 'remove code']);
    expect(undone.session).toMatchObject({
      codings: [],
      codes,
      recent: [],
      notice: { text: 'Undone: new code wind.' },
    });
    const again = press(undone.session, ['U'], now);
    expect(again.effects.map(({ kind }) => kind)).toEqual(['add code', 'append']);
    expect(coded(again.session)).toEqual(['wind on “How is it?”']);
    expect(again.session.recent.map(({ code }) => code)).toEqual(['wind']);
  });

  test('where the code has to stay, it is offered on and said; redoing does not make it again', () => {
    const now = clock();
    const undone = leaving(press(made(now), ['u'], now).session, {
      ...{ kind: 'code', id: 'wind', why: 'another coding has it' },
    });
    expect(undone.notice?.text).toBe(
      'Undone: new code wind. The code wind stays in the draft: another coding has it.',
    );
    expect(undone.codes.at(-1)?.id).toBe('wind');
    const again = press(undone, ['U'], now);
    expect(again.effects.map(({ kind }) => kind)).toEqual(['append']);
    expect(coded(again.session)).toEqual(['wind on “How is it?”']);
    expect(press(again.session, ['u'], now).effects.map(({ kind }) => kind)).toEqual(['append']);
  });

  test('letters are undone too', () => {
    const now = clock();
    const bound = press(sessionOf(), ['B', ...words('cold'), 'a'], now).session;
    const { session, effects } = press(bound, ['u'], now);
    expect(session.bindings).toEqual({});
    expect(effects).toEqual([{ kind: 'keep bindings', bindings: {} }]);
  });
});
