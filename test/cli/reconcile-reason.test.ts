import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decisions, differingStudy, linesOf, reconcile } from './reconcile-data.ts';

describe('at "Why?", emic reconcile --plain', () => {
  test.each(['quit', 'Quit ', 'q'])('takes %j for leaving, and writes nothing', async (word) => {
    const folder = await differingStudy();
    const { out, status } = await reconcile(folder, ['1', word]);
    expect(status).toBe(0);
    expect(out).toContain('3 differences of round 1 left to decide');
    expect(out).not.toContain('Written');
    expect(existsSync(join(folder, decisions))).toBe(false);
  });

  test('takes "back" for the choice again, in any letters', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['1', 'Back', 'ben', 'rain is weather', 'quit']);
    expect(linesOf(folder, decisions)[0]).toMatchObject({ right: 'ben', why: 'rain is weather' });
  });

  test.each(['both', 'help', 'n', '2', 'ana', 'BEN'])(
    'asks again where the reason is only %j, and says how to give it',
    async (word) => {
      const folder = await differingStudy();
      const { out } = await reconcile(folder, ['1', word, `reason: ${word}`, 'quit']);
      expect(out.replace(/\s+/g, ' ')).toContain(
        `"${word}" is a word of this command, and not taken for a reason: say "reason: ${word}" if it is one.`,
      );
      expect(linesOf(folder, decisions)[0]).toMatchObject({ right: 'ana', why: word });
    },
  );

  test('keeps a reason that begins with such a word, and takes what stands behind "reason:"', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['1', 'both are cold', '1', 'Reason: she says so', 'quit']);
    expect(linesOf(folder, decisions).map(({ why }) => why)).toEqual([
      'both are cold',
      'both are cold',
      'she says so',
    ]);
  });

  test.each(['reason:', ' Reason:  '])('takes %j for none, which is asked about', async (line) => {
    const folder = await differingStudy();
    const { out } = await reconcile(folder, ['1', line, '', 'quit']);
    expect(out).toContain('No reason? An empty line again confirms that.');
    expect(linesOf(folder, decisions).map(({ why }) => why)).toEqual(['', '']);
  });

  test('a rater is meant by a name in other letters too', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ANA', 'so', 'quit']);
    expect(linesOf(folder, decisions)[0]).toMatchObject({ right: 'ana' });
  });
});
