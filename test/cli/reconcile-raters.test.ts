import { describe, expect, test } from 'vitest';
import { change, emic, read, write } from '../helpers/workspace.ts';
import { logOf, tinyStudy } from './coding-data.ts';
import { decisions, linesOf, listed, logPath, reconcile, transcript } from './reconcile-data.ts';

/** Everything is read, and every code given once has an id of its rater's. */
const logOn = (folder: string, document: string, rater: string, codings: readonly [string, string][]) =>
  logOf(
    folder,
    rater,
    codings.map(([code, words], index) => [`${rater}${index}`, code, words]),
    undefined,
    document,
  );

/** `ilse` is read by ben and cem, and only ben gives `liking` there; `marek` by ana too, who alone does not give it. */
async function threeRaters(): Promise<string> {
  const folder = tinyStudy({
    ...transcript('ilse', 'The house is calm.'),
    ...transcript('marek', 'The street is still.'),
  });
  change(folder, 'corpus/tiny/study.yaml', 'raters: [ana, ben]', 'raters: [ana, ben, cem]');
  await logOn(folder, 'ilse', 'ben', [['liking', 'calm']]);
  await logOn(folder, 'ilse', 'cem', []);
  await logOn(folder, 'marek', 'ana', []);
  await logOn(folder, 'marek', 'ben', [['liking', 'still']]);
  await logOn(folder, 'marek', 'cem', [['liking', 'street is still']]);
  return folder;
}

const states = async (folder: string) =>
  (await listed(folder)).differences.map(({ document, state }: Record<string, string>) => [document, state]);

describe('the raters of a round', () => {
  test('are compared though the decisions so far are of a document that one of them has no log on', async () => {
    const folder = await threeRaters();
    await reconcile(folder, ['ben', 'calm is liked', 'quit'], 'ilse');
    const again = await reconcile(folder, ['quit']);
    expect(again.out).toContain('raters ana, ben, cem');
    expect(again.out).not.toContain('Not compared');
    expect(await states(folder)).toEqual([
      ['ilse', 'decided'],
      ['marek', 'asked'],
    ]);
    const said = linesOf(folder, logPath('consensus', 'marek')).filter(({ code }) => code === 'liking');
    expect(said.map(({ quote, open }) => [quote, open])).toEqual([['street is still', true]]);
    expect((await emic(folder, 'check')).out).toContain('no problems');
  });

  test('a consensus that claims what one of them disputes is told by emic check, and opened again', async () => {
    const folder = await threeRaters();
    const ana = 'corpus/tiny/codings/1/marek/ana.jsonl';
    const whole = read(folder, ana);
    write(folder, ana, read(folder, 'corpus/tiny/codings/1/marek/ben.jsonl').replace('"ben"', '"ana"'));
    await reconcile(folder, ['ben', 'calm is liked', 'quit'], 'ilse');
    expect(linesOf(folder, logPath('consensus', 'marek'))[1]).toMatchObject({
      code: 'liking',
      quote: 'still',
    });
    expect(linesOf(folder, logPath('consensus', 'marek'))[1]).not.toHaveProperty('open');
    write(folder, ana, whole);
    expect((await emic(folder, 'check')).out).toContain('[consensus-behind]');
    await reconcile(folder, ['quit']);
    expect((await emic(folder, 'check')).out).toContain('no problems');
    const { out } = await emic(folder, 'quotes', '--rater', 'consensus', '--document', 'marek');
    expect(out).not.toContain('still');
  });

  test('one who begins a document later makes what was decided there asked again, and open meanwhile', async () => {
    const folder = await threeRaters();
    await reconcile(folder, ['ben', 'calm is liked', 'quit'], 'ilse');
    await logOn(folder, 'ilse', 'ana', []);
    const { out } = await emic(folder, 'check');
    expect(out).toContain('1 decision of round 1 no longer holds');
    expect(out).toContain('[consensus-behind]');
    const again = await reconcile(folder, ['quit'], 'ilse');
    expect(again.out).toContain('Asked again: ana was not compared then');
    const quotes = await emic(folder, 'quotes', '--rater', 'consensus');
    expect(quotes.out).not.toContain('calm');
  });

  test('limited by --raters are recorded, and taken again by reconcile and check', async () => {
    const folder = await threeRaters();
    await logOn(folder, 'ilse', 'ana', []);
    await reconcile(folder, ['ben', 'calm is liked', 'quit'], 'ilse', '--raters', 'ben,cem');
    expect(linesOf(folder, decisions)[0]).toMatchObject({ chosen: ['ben', 'cem'] });
    const again = await reconcile(folder, []);
    expect(again.out).toContain('Not compared: ana');
    expect((await emic(folder, 'check')).out).toContain('no problems');
  });

  test('all named with --raters are no limit: who begins later is compared', async () => {
    const folder = await threeRaters();
    await reconcile(folder, ['ben', 'so', 'quit'], 'ilse', '--raters', 'cem,ben,ana');
    expect(linesOf(folder, decisions)[0]).not.toHaveProperty('chosen');
    await logOn(folder, 'ilse', 'ana', []);
    expect((await listed(folder)).raters).toEqual(['ana', 'ben', 'cem']);
  });

  test('of decisions limited on one branch and not on another are all', async () => {
    const folder = await threeRaters();
    await reconcile(folder, ['ben', 'so', 'quit'], 'ilse', '--raters', 'ben,cem');
    const limited = read(folder, decisions);
    const { chosen: _, ...all } = linesOf(folder, decisions)[0] ?? {};
    write(folder, decisions, `${limited}${JSON.stringify({ ...all, id: 'other' })}\n`);
    expect((await listed(folder)).raters).toEqual(['ana', 'ben', 'cem']);
  });

  test('are not left out any more once they have decided: nothing is written', async () => {
    const folder = await threeRaters();
    await reconcile(folder, ['ben', 'calm is liked', 'quit'], 'ilse');
    const before = [read(folder, decisions), read(folder, logPath('consensus', 'marek'))];
    const { status, err } = await reconcile(folder, ['ben', 'so'], '--raters', 'ben,cem');
    expect(status).toBe(1);
    expect(err).toContain('Round 1 was decided on with ana too');
    expect([read(folder, decisions), read(folder, logPath('consensus', 'marek'))]).toEqual(before);
    expect((await listed(folder, '--raters', 'ben,cem')).raters).toEqual(['ben', 'cem']);
  });
});
