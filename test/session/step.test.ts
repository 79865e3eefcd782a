import { describe, expect, test } from 'vitest';
import type { Coding } from '../../src/coding/log.ts';
import { readingText } from '../../src/session/reading-text.ts';
import type { Key } from '../../src/session/step.ts';
import { indexCodePoints } from '../../src/text/code-points.ts';
import { parseBody } from '../../src/transcript/body.ts';
import { clock, coded, hash, press, sessionOf, typed } from './sessions.ts';

const at = (keys: readonly Key[]) => {
  const { session } = press(sessionOf(), keys);
  return session.text.body.slice(session.cursor, session.cursor + 8).split(/\s/)[0];
};

const selected = (keys: readonly Key[]) => {
  const { selection, text } = press(sessionOf(), keys).session;
  return selection && text.body.slice(selection.start, selection.end);
};

describe('moving', () => {
  test.each([
    ['words', ['l', 'l'], 'it?'],
    ['words, on into the next turn', ['l', 'l', 'l'], 'The'],
    ['back again', ['l', 'l', 'l', 'h'], 'it?'],
    ['sentences, over a paragraph', ['j', 'j', 'j'], 'It'],
    ['paragraphs', ['}', '}'], 'It'],
    ['turns', ['J', 'J'], 'Nothing'],
    ['to the beginning of the turn first', ['J', 'j', 'K'], 'The'],
    ['to the end, and to the beginning', ['G', 'g'], 'How'],
    ['words that are found, whatever their case', ['/', ...typed('IT'), 'enter'], 'it?'],
    ['and where they stand next, and before', ['/', ...typed('it'), 'enter', 'n', 'n', 'N'], 'it.'],
  ])('%s', (_, keys, word) => {
    expect(at(keys)).toBe(word);
  });

  test('the next turn without a coding is the one after those that have one', () => {
    const { session } = press(sessionOf(), ['J', 's', 'c', 'enter', 'g', 'e']);
    expect(session.cursor).toBe(session.text.turns[2]?.start);
  });

  test('from coding to coding, also between two at one place', () => {
    const keys = [
      'J',
      's',
      'c',
      'enter',
      'c',
      ...typed('cold'),
      'enter',
      'G',
      'c',
      ...typed('lik'),
      'enter',
      'g',
    ];
    const { session } = press(sessionOf(), keys);
    const codeAt = (more: readonly Key[]) => {
      const { session: there } = press(session, more);
      return there.codings.find(({ id }) => id === there.focus)?.code;
    };
    expect(['f', 'f', 'f'].map((_, count) => codeAt(Array(count + 1).fill('f')))).toEqual([
      ...['weather', 'cold', 'liking'],
    ]);
    expect(codeAt(['f', 'f', 'f', 'F'])).toBe('cold');
  });
});

describe('selecting', () => {
  test.each([
    ['the sentence', ['J', 's'], 'The rain is cold 🌧.'],
    ['the next one too', ['J', 's', 's'], 'The rain is cold 🌧. I like it.'],
    ['the paragraph, and the turn', ['J', 'p'], 'The rain is cold 🌧. I like it.'],
    ['the whole turn', ['J', 't'], 'The rain is cold 🌧. I like it.\n\nIt stays.'],
    ['word by word', ['J', 'L', 'L'], 'The rain'],
    ['a word less at its end', ['J', 's', 'H'], 'The rain is'],
    ['never less than a word', ['J', 'L', 'H', 'H'], 'The'],
    ['a word less at its beginning', ['J', 's', '>'], 'rain is cold 🌧.'],
    ['a word more at its beginning', ['J', 'l', 'L', '<'], 'The rain'],
    ['nothing, after a step', ['J', 's', 'j'], null],
    ['nothing, after escape', ['J', 's', 'escape'], null],
  ])('%s', (_, keys, words) => {
    expect(selected(keys)).toBe(words);
  });
});

describe('coding', () => {
  test('a code is chosen by part of its name; its line has the version, the words and their place', () => {
    const { session, entries } = press(sessionOf(), ['J', 's', 'c', ...typed('lik'), 'enter']);
    expect(coded(session)).toEqual(['liking on “The rain is cold 🌧.”']);
    expect(entries.at(-1)).toEqual({
      ...{ id: expect.any(String), rev: 1, code: 'liking', version: '1.0.0', start: 52, end: 71 },
      ...{ quote: 'The rain is cold 🌧.', text: 'aaaa1111', at: expect.any(String) },
    });
  });

  test('without a selection it is the sentence at the cursor', () => {
    expect(coded(press(sessionOf(), ['J', 'l', 'c', 'enter']).session)).toEqual([
      'weather on “The rain is cold 🌧.”',
    ]);
  });

  test('several codes on one passage, and by the digits of those used last', () => {
    const keys = ['s', 'c', 'enter', 'c', ...typed('cold'), 'enter', 'J', '2', 'j', '1'];
    expect(coded(press(sessionOf(), keys).session)).toEqual([
      ...['weather on “How is it?”', 'cold on “How is it?”'],
      ...['cold on “The rain is cold 🌧.”', 'weather on “I like it.”'],
    ]);
  });

  test('the same code is not put on one passage twice', () => {
    const { session, entries } = press(sessionOf(), ['s', 'c', 'enter', 'c', 'enter']);
    expect(entries).toHaveLength(1);
    expect(session.notice).toEqual({ text: 'weather is on this passage already.', refused: true });
  });

  test('a letter is given to a code, and puts it on; a letter with a use of its own is refused', () => {
    const bound = press(sessionOf(), ['B', ...typed('cold'), 'enter', 'a', 'a']);
    expect(bound.effects[0]).toEqual({ kind: 'keep bindings', bindings: { a: 'cold' } });
    expect(coded(bound.session)).toEqual(['cold on “How is it?”']);
    expect(press(sessionOf(), ['B', 'enter', 'x']).session).toMatchObject({
      bindings: {},
      notice: { refused: true },
    });
  });

  test('a coding is removed, and the log keeps it', () => {
    const { session, entries } = press(sessionOf(), ['c', 'enter', 'x']);
    expect(session.codings).toEqual([]);
    expect(entries.at(-1)).toEqual({ id: 'k0002', rev: 2, removed: true, at: expect.any(String) });
  });

  test('a coding gets another span, with its words', () => {
    const { session, entries } = press(sessionOf(), ['J', 'c', 'enter', 'v', 'H', 'v']);
    expect(coded(session)).toEqual(['weather on “The rain is”']);
    expect(entries.at(-1)).toMatchObject({ rev: 2, start: 52, end: 63, quote: 'The rain is' });
    expect(coded(press(sessionOf(), ['J', 'c', 'enter', 'v', 'H', 'escape']).session)).toEqual([
      'weather on “The rain is cold 🌧.”',
    ]);
  });

  test('a coding gets another code', () => {
    const { session, entries } = press(sessionOf(), ['c', 'enter', 'r', ...typed('cold'), 'enter']);
    expect(coded(session)).toEqual(['cold on “How is it?”']);
    expect(entries.at(-1)).toMatchObject({ rev: 2, code: 'cold' });
  });

  test('of several codings at one place, tab says which is meant', () => {
    const twice = ['s', 'c', 'enter', 'c', ...typed('cold'), 'enter'];
    expect(coded(press(sessionOf(), [...twice, 'x']).session)).toEqual(['weather on “How is it?”']);
    expect(coded(press(sessionOf(), [...twice, 'tab', 'x']).session)).toEqual(['cold on “How is it?”']);
  });

  test('a memo is kept with the coding, changed and taken away', () => {
    const memo = ['c', 'enter', 'm', ...typed('why so'), 'enter'];
    expect(press(sessionOf(), memo).session.codings[0]?.memo).toBe('why so');
    const changed = [...memo, 'm', 'ctrl-w', { paste: 'not\r\n\u0000?' }, 'enter'];
    expect(press(sessionOf(), changed).session.codings[0]?.memo).toBe('why not\n?');
    expect(press(sessionOf(), [...memo, 'm', 'ctrl-u', 'enter']).session.codings[0]).not.toHaveProperty(
      'memo',
    );
  });

  test('memos on the code and on the document are files', () => {
    const keys = ['c', 'enter', 'M', ...typed('wide'), 'enter', 'D', ...typed('short'), 'enter'];
    expect(press(sessionOf(), keys).effects.slice(1)).toEqual([
      {
        kind: 'write memo',
        memo: { about: { kind: 'code', name: 'weather' }, date: '2026-01-02', before: '', after: 'wide' },
      },
      {
        kind: 'write memo',
        memo: { about: { kind: 'document', name: 'one' }, date: '2026-01-02', before: '', after: 'short' },
      },
    ]);
  });
});

describe('new codes', () => {
  test('a new code goes to the draft before the coding that has it', () => {
    const keys = ['o', ...typed('Not my job!'), 'enter', 'enter', ...typed('Who does it.'), 'enter'];
    const { session, effects } = press(sessionOf(), keys);
    expect(effects).toEqual([
      { kind: 'add code', code: { id: 'not-my-job', title: 'Not my job!', definition: 'Who does it.' } },
      { kind: 'append', entries: [expect.objectContaining({ code: 'not-my-job', version: 'draft' })] },
    ]);
    expect(session.codes.at(-1)).toMatchObject({ id: 'not-my-job', version: 'draft' });
  });

  test('in vivo, the selected words are its name; without any it is refused', () => {
    const { effects, session } = press(sessionOf(), ['J', 'j', 's', 'i']);
    expect(effects.slice(-2)).toMatchObject([
      { kind: 'add code', code: { id: 'i-like-it', title: 'I like it' } },
      { kind: 'append' },
    ]);
    expect(coded(session)).toEqual(['i-like-it on “I like it.”']);
    expect(press(sessionOf(), ['i']).effects).toEqual([]);
  });

  test('where nothing that was typed is a code, ctrl-o makes it one', () => {
    const keys = ['c', ...typed('Wind'), 'enter', 'ctrl-o', 'enter', 'enter'];
    expect(coded(press(sessionOf(), keys).session)).toEqual(['wind on “How is it?”']);
  });

  test('a study without a codebook is begun with a code of its own', () => {
    const { session } = press(sessionOf({ codes: [] }), ['c', 'o', ...typed('Rain'), 'enter', 'enter']);
    expect(coded(session)).toEqual(['rain on “How is it?”']);
  });
});

describe('undo and redo', () => {
  const keys = ['J', 'c', 'enter', 'm', ...typed('x'), 'enter', 'v', 'H', 'v', 'x'];

  test('step by step back to nothing, and forward again; the log only grows', () => {
    const now = clock();
    const made = press(sessionOf(), keys, now);
    const undone = press(made.session, ['u'], now);
    expect(coded(undone.session)).toEqual(['weather on “The rain is”']);
    const all = press(undone.session, ['u', 'u', 'u'], now);
    expect(all.session.codings).toEqual([]);
    expect(all.entries.map((entry) => ('rev' in entry ? entry.rev : 0))).toEqual([6, 7, 8]);
    expect(press(all.session, ['U', 'ctrl-r', 'U'], now).session.codings[0]).toMatchObject({
      ...{ quote: 'The rain is', memo: 'x', rev: 11 },
    });
    expect(press(all.session, ['u'], now).session.notice?.text).toBe('There is nothing to undo.');
  });

  test('something new after an undo ends what could be redone', () => {
    const { session } = press(sessionOf(), [...keys, 'u', 'G', 'c', 'enter', 'U']);
    expect(session.notice?.text).toBe('There is nothing to redo.');
  });

  test('an id that was removed in an earlier session is not used again', () => {
    const { session } = press(sessionOf({ revisions: new Map([['k0002', 2]]) }), ['c', 'enter']);
    expect(session.codings[0]?.id).toBe('k00022');
  });
});

describe('how far was read', () => {
  const read = (keys: readonly Key[], through = 0) => press(sessionOf({ through }), keys).session.through;

  test('a paragraph is read once the next one is begun, step by step', () => {
    const { text } = sessionOf();
    expect(read(['j'])).toBe(text.turns[0]?.end);
    expect(read(['j', 'j'])).toBe(text.turns[0]?.end);
    expect(read(['j', 'j', 'j'])).toBe(text.turns[1]?.paragraphs[0]?.end);
    expect(read(['j', 'j', 'j', 'j'])).toBe(text.turns[1]?.end);
    expect(read([' '])).toBe(text.turns[1]?.end);
    expect(read(['J', 'J', 'J'])).toBe(text.body.length);
  });

  test('what was never in view is not said to be read, however far the cursor moves on', () => {
    const { text } = sessionOf();
    const [first, second] = text.turns;
    const sees = (start: number, end: number, keys: readonly Key[]) =>
      press(sessionOf(), keys, clock({ start, end })).session.through;
    // Of the second turn, all that was in view is its first paragraph.
    const end = second?.paragraphs[0]?.end ?? 0;
    expect(sees(0, end, ['J', 'J', 'J'])).toBe(end);
    expect(sees(0, (first?.end ?? 0) - 4, ['J', 'J', 'J'])).toBe((first?.end ?? 0) - 4);
    expect(sees(second?.start ?? 0, text.body.length, ['G', 'l', 'l'])).toBe(0);
  });

  test('the end of a paragraph of many screens counts once it was in view, row after row', () => {
    const words = Array.from({ length: 40 }, (_, at) => `w${at}`).join(' ');
    const long = `**Max**: ${words}.\n`;
    const text = readingText(
      { document: 'one', kind: 'fictional', hash, body: indexCodePoints(long) },
      parseBody(long),
    );
    let session = sessionOf({ text });
    const start = text.turns[0]?.start ?? 0;
    for (let from = start; from < long.length; from += 30) {
      session = press(
        session,
        ['l'],
        clock({ start: from, end: Math.min(from + 30, long.length - 1) }),
      ).session;
    }
    expect(session.through).toBe(0);
    const shown = { start: long.length - 31, end: long.length - 1 };
    expect(press(session, ['G', 'l'], clock(shown)).session.through).toBe(text.body.length);
    expect(press(sessionOf({ text }), ['G', 'l'], clock(shown)).session.through).toBe(0);
  });

  test('what was jumped over is never said to be read', () => {
    expect(read(['G'])).toBe(0);
    expect(read(['G', 'k', 'j'])).toBe(0);
    expect(read(['J', 'G', 'g', 'j'])).toBe(sessionOf().text.turns[0]?.end);
    expect(read(['/', ...typed('stays'), 'enter', 'j'])).toBe(0);
    expect(read(['e', 'J'])).toBe(0);
  });

  test('going back takes nothing away', () => {
    expect(read(['J', 'J', 'g'])).toBe(read(['J', 'J']));
  });

  test('R says so of what is before it, and takes back what is after it', () => {
    const { text } = sessionOf();
    expect(read(['G', 'R'])).toBe(text.body.length);
    expect(read(['R'], text.body.length)).toBe(text.turns[0]?.end);
    expect(read(['R', 'u'], text.body.length)).toBe(text.body.length);
    // What was read by going on after R stays read when R is undone, and reading goes on.
    expect(read(['R', 'J', 'J', 'u'])).toBe(text.turns[1]?.end);
    expect(read(['R', 'J', 'J', 'u', 'J'])).toBe(text.body.length);
    expect(read(['R', 'u'])).toBe(0);
    expect(read(['R', 'u', 'J'])).toBe(text.turns[0]?.end);
  });

  test('it is never said at an earlier time than before, for the latest holds', () => {
    const { entries } = press(sessionOf({ throughAt: '2030-01-01T00:00:00Z' }), ['J', 'J']);
    expect(entries.map((entry) => ('at' in entry ? entry.at : null))).toEqual([
      ...['2030-01-01T00:00:00.001Z', '2030-01-01T00:00:00.002Z'],
    ]);
  });
});

describe('sentences that do not begin with a letter', () => {
  test.each([
    'He came. “Quoted one.” Then he left. No more.',
    'He came. (Laughs.) Then? (pause) It is so.',
    'Well. 🙂 You can. 👻',
    '*Sighs.* Yes. ♪ Music. Go on.',
    '¿Qué? ¡No! Sí.',
  ])('are passed by, forwards and back: %s', (words) => {
    const own = `**Max**: ${words}\n\n**Pia**: Right.\n`;
    const text = readingText(
      { document: 'one', kind: 'fictional', hash, body: indexCodePoints(own) },
      parseBody(own),
    );
    const there = press(sessionOf({ text }), Array<Key>(12).fill('j')).session;
    expect(there.notice?.text).toBe('This is the end.');
    const back = press(there, Array<Key>(12).fill('k')).session;
    expect(back.notice?.text).toBe('This is the beginning.');
    const all = press(sessionOf({ text }), Array<Key>(12).fill('j')).session;
    expect(all.through).toBe(text.body.length);
  });
});

describe('at a prompt', () => {
  test('ctrl-c leaves the prompt, and only then the program', () => {
    for (const keys of [['c'], ['m'], ['o'], ['/'], ['?']] as const) {
      const asked = press(press(sessionOf(), ['c', 'enter']).session, keys).session;
      const left = press(asked, ['ctrl-c']).session;
      expect(left).toMatchObject({ mode: { kind: 'read' }, over: false });
      expect(press(left, ['ctrl-c']).session.over).toBe(true);
    }
  });

  test('a name that there is already puts that code on, without asking what it means', () => {
    const { session, effects } = press(sessionOf(), ['o', ...typed('liking IT'), 'enter']);
    expect(session.codings.map(({ code }) => code)).toEqual(['liking']);
    expect(effects.map(({ kind }) => kind)).toEqual(['append']);
    expect(session.mode.kind).toBe('read');
  });

  test('enter by itself chooses no code', () => {
    expect(press(sessionOf(), ['enter']).session.mode.kind).toBe('read');
  });
});

test('a session begins where the rater left off, else behind what was read', () => {
  const { text } = sessionOf();
  expect(sessionOf({ cursor: 56 }).cursor).toBe(56);
  expect(sessionOf({ through: text.turns[0]?.end ?? 0 }).cursor).toBe(text.turns[1]?.start);
});

test('codings of others are shown and cannot be changed', () => {
  const other = { ...press(sessionOf(), ['c', 'enter']).session.codings[0], id: 'b1' } as Coding;
  const session = sessionOf({ others: [{ rater: 'ben', codings: [other] }] });
  for (const key of ['x', 'm', 'v', 'r']) {
    expect(press(session, [key])).toMatchObject({ effects: [], session: { notice: { refused: true } } });
  }
});

test('pasted text is not taken for keys', () => {
  expect(press(sessionOf(), [{ paste: 'cx1q' }])).toMatchObject({ effects: [], session: { over: false } });
});
