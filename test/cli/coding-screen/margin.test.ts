import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameOf, namesByRow } from '../../../src/cli/coding-screen/bracket-names.ts';
import { type Bracket, bracketsFor } from '../../../src/cli/coding-screen/brackets.ts';
import { codingFrame } from '../../../src/cli/coding-screen/coding-frame.ts';
import { openScreen, stepScreen } from '../../../src/cli/coding-screen/coding-screen.ts';
import { layoutOf, rowsFrom } from '../../../src/cli/coding-screen/layout.ts';
import { lineText, lineWidth } from '../../../src/cli/screen/styled-line.ts';
import type { Coding } from '../../../src/coding/log.ts';
import type { Session } from '../../../src/session/session.ts';
import { openSession } from '../../../src/study/open-session.ts';
import { clock } from '../../session/sessions.ts';
import { tinyStudy } from '../coding-data.ts';

const words = 'One two three four five. Six seven eight nine ten. Eleven twelve thirteen. '.repeat(4);

async function session(spans: readonly (readonly [code: string, start: number, end: number])[]) {
  const root = tinyStudy({
    'corpus/tiny/transcripts/one.md': `---\ndocument: one\nkind: fictional\n---\n\n**Pia** [00:00:03]: ${words}\n\n**Max** [00:00:09]: Yes.\n`,
  });
  const place = { study: 'tiny', document: 'one', rater: 'ana', round: '1' };
  const { session } = await openSession({ root }, place, { show: [], version: undefined, language: 'en' });
  if (!session) throw new Error('the session could not be opened');
  const from = session.text.turns[0]?.start ?? 0;
  const codings = spans.map(
    ([code, start, end], index): Coding => ({
      ...{ id: `c${index}`, rev: 1, code, version: '1.0.0', start: from + start, end: from + end },
      ...{ quote: '', text: '', at: '2026-01-01T00:00:00Z' },
    }),
  );
  return { ...session, codings } as Session;
}

const rowsOf = (one: Session, columns = 80): string[] =>
  codingFrame(openScreen(one, columns, 23), columns).map((line) => lineText(line).trimEnd());

const margins = (one: Session): string[] =>
  rowsOf(one)
    .slice(1, 12)
    .map((line) => line.slice(59));

describe('the margin', () => {
  test('names each of several codings beside its own bracket, which is heavy there', async () => {
    const shown = margins(
      await session([
        ['weather', 0, 200],
        ['cold', 60, 190],
        ['liking', 80, 150],
      ] as const),
    );
    expect(shown.slice(0, 4)).toEqual(['  ┐ weather', '┓┐│ liking', '│┃│ cold', '┘││']);
  });

  test('is as wide as it may be, however many names and however few columns there are', async () => {
    for (const short of ['ab', 'snow', 'weather', 'precipitation']) {
      const codes = [short, 'cd', 'sun', 'a-name-that-is-longer-than-any-margin-has-columns', 'wind'];
      const one = await session(codes.map((code) => [code, 0, 20] as const));
      for (let columns = 20; columns <= 150; columns += 1) {
        for (const line of codingFrame(openScreen(one, columns, 23), columns)) {
          expect(lineWidth(line), `${columns} columns`).toBeLessThanOrEqual(columns);
        }
      }
    }
  });

  test('puts two names on a row where both codings are on no other', async () => {
    const one = await session([
      ['cold', 0, 20],
      ['liking', 5, 20],
    ] as const);
    expect(rowsOf(one, 140)[1]).toMatch(/┫┫ liking, cold$/);
  });

  test('tells a number where a name has no room, and the status line says whose it is', async () => {
    const one = await session([
      ['weather', 0, 20],
      ['cold', 0, 20],
      ['liking', 5, 20],
    ] as const);
    const rows = rowsOf(one);
    expect(rows[1]).toMatch(/\]┫┫ cold, weather \+1$/);
    expect(rows.at(-1)).toBe(' +1: liking');
  });

  test('keeps every bracket in its lane when what is above has gone out of view', async () => {
    const one = await session([
      ['weather', 0, 60],
      ['cold', 20, 130],
      ['liking', 100, 260],
    ] as const);
    const layout = layoutOf(one.text, 40);
    const lanesFrom = (row: number) =>
      bracketsFor(one, layout, rowsFrom(layout, { turn: 0, row }, 4), 3).map(({ coding, lane }) => [
        coding.code,
        lane,
      ]);
    expect(lanesFrom(0)).toEqual([
      ['weather', 0],
      ['cold', 1],
      ['liking', 0],
    ]);
    expect(lanesFrom(2)).toEqual([
      ['cold', 1],
      ['liking', 0],
    ]);
  });
});

describe('codings of other raters that are shown', () => {
  const long = 'a-code-whose-id-is-longer-than-any-margin';
  const shown = async (...codes: readonly [rater: string, code: string][]): Promise<Session> => {
    const one = await session(codes.map(([, code]) => [code, 0, 20] as const));
    const others = one.codings.flatMap((coding, at) => {
      const { 0: rater } = codes[at] ?? [];
      return rater === undefined || rater === 'ana' ? [] : [{ rater, codings: [coding] }];
    });
    return { ...one, others, codings: one.codings.filter((_, at) => codes[at]?.[0] === 'ana') };
  };
  const linesAt = (one: Session, columns: number, rows: number): string[] =>
    codingFrame(openScreen(one, columns, rows), columns).map((line) => lineText(line).trimEnd());

  test('are never a name of which no code is left, but counted, and named on the last line', async () => {
    const one = await shown(['chloe', 'weather'], ['ben', 'cold']);
    for (let columns = 20; columns <= 80; columns += 1) {
      const lines = linesAt(one, columns, 11);
      expect(lines.slice(1, 7).join('\n'), `${columns} columns`).not.toMatch(/: ?…/u);
      if (columns >= 30) expect(lines.at(-1), `${columns} columns`).toContain('chloe: weather, ben: cold');
    }
    expect(
      linesAt(one, 40, 11)
        .slice(1, 3)
        .map((line) => line.slice(-2)),
    ).toEqual(['+1', '+1']);
  });

  test('have their whole name on the last line, with their words', async () => {
    const one = await shown(['ben', long]);
    expect(linesAt(one, 80, 23).at(-1)).toMatch(new RegExp(`^ ben: ${long}`));
    expect(linesAt(await shown(['ben', 'cold']), 80, 23).at(-1)).toMatch(/^ ben: cold/);
    const away = { ...one, cursor: one.text.turns[1]?.start ?? 0 };
    expect(linesAt(away, 80, 23).at(-1)).toContain('? keys');
  });

  test("stand below the rater's own, and beside what else a number counts", async () => {
    const own = linesAt(await shown(['ana', 'weather'], ['ben', 'cold']), 80, 23);
    expect(own.join('\n')).toMatch(/^ weather “”[\s\S]*^ ben: cold/mu);
    const one = await shown(['ben', 'cold']);
    const [later] = (await session([['weather', 8, 20]] as const)).codings;
    const more = { ...one, codings: later ? [{ ...later, id: 'later' }] : [] };
    expect(linesAt(more, 80, 23).at(-1)).toBe(' ben: cold · +1: weather');
  });

  test("are said to be there where an act needs a coding of one's own", async () => {
    const screen = openScreen(await shown(['ben', 'cold'], ['cem', 'weather']), 80, 23);
    for (const key of ['tab', 'x', 'v'] as const) {
      expect(stepScreen(screen, key, clock()()).state.session.notice?.text).toBe(
        'There is no coding of yours here; those of ben, cem are shown and cannot be changed.',
      );
    }
  });
});

test('every name stands on a row of its own bracket or is counted there, once', () => {
  const bracket = fc
    .tuple(fc.nat(7), fc.nat(4), fc.constantFrom('a', 'a-long-name'))
    .map(([from, length, code]) => ({ coding: { code }, rater: null, from, to: Math.min(9, from + length) }));
  fc.assert(
    fc.property(fc.array(bracket, { maxLength: 14 }), (some) => {
      const brackets = some.map((one) => ({ ...one, lane: 0 }) as unknown as Bracket);
      const rows = namesByRow(brackets, 10, 20);
      const placed = rows.flatMap(({ named, hidden }) => [...named, ...hidden]);
      expect(new Set(placed).size).toBe(brackets.length);
      expect(placed.length).toBe(brackets.length);
      for (const [row, { named, hidden }] of rows.entries()) {
        for (const { from, to } of [...named, ...hidden]) expect(row >= from && row <= to).toBe(true);
        if (named.length > 1) expect(named.map(nameOf).join(', ').length).toBeLessThanOrEqual(20);
      }
    }),
  );
});

describe('whatever the size of the screen', () => {
  test.each([
    [80, 23],
    [60, 19],
    [120, 39],
    [200, 49],
    [20, 5],
    [20, 2],
    [20, 1],
  ])('%i by %i: what is written or chosen is in view, and so is the passage', async (columns, rows) => {
    const one = await session([['weather', 0, 60]] as const);
    for (const [key, label] of [
      ['c', 'Code:'],
      ['/', 'Find:'],
    ] as const) {
      const screen = stepScreen(openScreen(one, columns, rows), key, clock()()).state;
      const lines = codingFrame(screen, columns);
      expect(lines.length).toBe(rows);
      expect(lines.map(lineText).join('\n')).toContain(label);
      if (rows > 1) expect(lines.map(lineText).join('\n')).toContain('One');
    }
  });

  test('choosing takes about half of the rows', async () => {
    const one = await session([]);
    const rule = (rows: number) => {
      const screen = stepScreen(openScreen(one, 80, rows), 'c', clock()()).state;
      return codingFrame(screen, 80).findIndex((line) => lineText(line).startsWith('──'));
    };
    expect([rule(23), rule(49)]).toEqual([11, 24]);
  });

  test('the codes used last show with their digits, bound letters behind them, or below on a tall screen', async () => {
    const one: Session = {
      ...(await session([])),
      recent: [
        { code: 'weather', used: 1 },
        { code: 'cold', used: 2 },
      ],
      bindings: { w: 'liking' },
    };
    const below = (rows: number) =>
      codingFrame(openScreen(one, 80, rows), 80).map((line) => lineText(line).trimEnd());
    expect(below(23).at(-2)).toBe(' 1 weather  2 cold  w liking');
    expect(below(39).slice(-3, -1)).toEqual([' 1 weather  2 cold', ' w liking']);
  });
});
