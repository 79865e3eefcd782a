import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { emicInTerminal, hasTerminal } from '../helpers/in-terminal.ts';
import { read, write } from '../helpers/workspace.ts';
import { decisions, differingStudy, linesOf, reconcile } from './reconcile-data.ts';

const call = ['reconcile', '--by', 'ana'];

describe.skipIf(!hasTerminal)(
  'emic reconcile in a terminal (skipped where util-linux script is absent)',
  () => {
    test('decides by keys, and gives the terminal back', async () => {
      const folder = await differingStudy();
      const { seen, type, ended, after } = emicInTerminal(folder, call);
      await seen('3 left');
      type('2');
      await seen('Why');
      type('rain is weather\r');
      await seen('1 left');
      // What the screen shows is on the disk.
      expect(linesOf(folder, decisions)).toMatchObject([
        { code: 'cold', outcome: 'absent', right: 'ben', why: 'rain is weather' },
        { code: 'weather', outcome: 'present' },
      ]);
      type('q');
      expect(await ended).toBe(0);
      expect(after()).toContain('1 difference of round 1 left to decide');
    }, 60_000);

    test('says that somebody else decided meanwhile, and once more at its end what was not written', async () => {
      const folder = await differingStudy();
      // What git brings meanwhile, decided on another machine.
      const elsewhere = await differingStudy();
      await reconcile(elsewhere, ['ana', 'cold it is', 'quit']);
      const { seen, type, ended, after, shown } = emicInTerminal(folder, call);
      await seen('3 left');
      write(folder, decisions, read(elsewhere, decisions));
      type('2');
      await seen('Why');
      type('rain is weather\r');
      await seen('Not written. Leave and call emic reconcile anew: ');
      expect(shown()).not.toContain('Enter tries again');
      type('\u0003');
      await seen('The reason was: “rain is weather”');
      type('\u0003');
      expect(await ended).toBe(0);
      expect(after().replace(/\s+/g, ' ')).toContain(
        'Not written: cold in one, turn 2, “ben is right”, with the reason “rain is weather”.',
      );
      expect(linesOf(folder, decisions).map(({ why }) => why)).toEqual(['cold it is', 'cold it is']);
    }, 60_000);

    test.each([
      [40, 12],
      [24, 8],
      [12, 4],
      [2, 2],
    ])(
      'at %i columns and %i rows shows what there is room for, no line too long, and still decides',
      async (columns, rows) => {
        const folder = await differingStudy();
        const { type, ended, shown } = emicInTerminal(folder, call, { columns, rows });
        await expect.poll(shown, { timeout: 20_000 }).toContain('\u001b[?2026l');
        const frames = shown().split('\u001b[?1049h')[1] ?? '';
        const lines = stripVTControlCharacters(frames).split(/\r?\n/);
        expect(lines.length).toBeLessThan(rows + 1);
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns);
        type('2so\r');
        await expect.poll(() => linesOfOr(folder), { timeout: 20_000 }).toHaveLength(2);
        type('q');
        expect(await ended).toBe(0);
      },
      60_000,
    );
  },
);

/** Of the decisions there are so far. */
function linesOfOr(folder: string): unknown[] {
  try {
    return linesOf(folder, decisions);
  } catch {
    return [];
  }
}
