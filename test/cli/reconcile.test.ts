import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, copyOfStudy, emic, emicTold, read, write } from '../helpers/workspace.ts';
import { logOf, tinyStudy } from './coding-data.ts';
import {
  consensus,
  decisions,
  differingStudy,
  linesOf,
  listed,
  logPath,
  reconcile,
} from './reconcile-data.ts';

const cells = async (folder: string, raters: string) =>
  JSON.parse(
    (await emic(folder, 'agree', '--unit', 'turn', '--raters', raters, '--interval', 'none', '--json')).out,
  );

describe('emic reconcile --plain', () => {
  test('shows the passage in its surroundings, who coded what, and the codebook', async () => {
    const { out, status } = await reconcile(await differingStudy(), []);
    expect(status).toBe(0);
    expect(out).toContain(
      'round 1, unit turn, for the protocol names none, raters ana, ben, codebook 1.0.0.',
    );
    expect(out).toContain('3 differences in 1 document: 0 decided, 3 to decide.');
    expect(out).toContain("1 of 3: cold (Cohen's kappa ");
    expect(out).toContain('one, turn 2, Pia, 00:00:03');
    expect(out).toContain('Max: How is it?');
    expect(out).toContain('Pia: The rain is cold 🌧. I like it.');
    expect(out).toContain('Pia: Nothing else.');
    expect(out).toMatch(/1 ana: cold\n {4}“rain is cold”/);
    expect(out).toMatch(/2 ben: not cold\n {4}also weather: “The rain is cold”/);
    expect(out).toContain('Cold (cold): Cold weather.');
    expect(out).toContain('1 ana: cold, not weather');
    expect(out).toContain('d difference: cold, weather left open');
  });

  test('says where the differences are that are left, when those asked about are decided or none', async () => {
    const folder = await differingStudy();
    write(
      folder,
      'corpus/tiny/transcripts/two.md',
      read(folder, 'corpus/tiny/transcripts/one.md').replace('document: one', 'document: two'),
    );
    const none = await reconcile(folder, [], 'two');
    const flat = none.out.replace(/\s+/g, ' ');
    expect(flat).toContain('No difference in two; 3 in all.');
    expect(flat).toContain('Nothing is left to decide in two. Left in round 1: 3 differences in one');
    const other = await reconcile(folder, ['ben', 'so', 'quit'], '--code', 'cold,weather');
    expect(other.out.replace(/\s+/g, ' ')).toContain(
      'Nothing is left to decide of cold, weather. Left in round 1: 1 difference in one (liking)',
    );
  });

  test('looking writes nothing', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['help', 'skip', 'quit']);
    await listed(folder);
    expect(existsSync(join(folder, decisions))).toBe(false);
    expect(existsSync(join(folder, consensus))).toBe(false);
  });

  test('a decision records who, when, why, on what, and under which codebook; the originals stay', async () => {
    const folder = await differingStudy();
    const before = [read(folder, logPath('ana')), read(folder, logPath('ben'))];
    const { out } = await reconcile(folder, ['ben', 'rain is weather', 'quit']);
    expect(out).toContain('Written: cold absent.');
    expect(out).toContain('Written: weather present.');
    expect([read(folder, logPath('ana')), read(folder, logPath('ben'))]).toEqual(before);
    const start = read(folder, 'corpus/tiny/transcripts/one.md').split('---\n\n')[1]?.indexOf('rain is cold');
    expect(linesOf(folder, decisions)[0]).toMatchObject({
      ...{ decision: 'reconciliation', round: '1', document: 'one', code: 'cold', version: '1.0.0' },
      ...{ start, quote: 'rain is cold', verdict: 'rater', right: 'ben', outcome: 'absent' },
      ...{ why: 'rain is weather', by: 'ana', at: expect.stringMatching(/^\d{4}-/) },
      raters: [
        { rater: 'ana', gave: true, codings: [{ id: 'a1', rev: 1 }] },
        { rater: 'ben', gave: false, codings: [] },
      ],
    });
    expect((await emic(folder, 'check')).out).toContain('no problems');
  });

  test('the consensus has what was decided and agreed on, and what is undecided is neither there nor absent', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'so', 'quit']);
    const said = linesOf(folder, consensus).map(({ code, quote, open }) => [code, quote, open]);
    expect(said).toContainEqual(['weather', 'The rain is cold', undefined]);
    expect(said).toContainEqual(['liking', 'I like it', undefined]);
    expect(said).toContainEqual(['liking', 'Nothing else', true]);
    expect(said.some(([code]) => code === 'cold')).toBe(false);
    const { rounds } = await cells(folder, 'ana,consensus');
    const [{ codes }] = rounds[0].comparisons;
    const n = Object.fromEntries(codes.map((one: { code: string; n: number }) => [one.code, one.n]));
    expect(n).toEqual({ cold: 2, weather: 2, liking: 1 });
    const quotes = await emic(folder, 'quotes', '--rater', 'consensus', '--code', 'liking');
    expect(quotes.out).toContain('I like it');
    expect(quotes.out).not.toContain('Nothing else');
    expect((await emic(folder, 'codes', '--raters', 'consensus')).status).toBe(0);
  });

  test('a legitimate difference claims nothing; an unclear definition is listed, and a release reminds of it', async () => {
    const folder = await differingStudy();
    await reconcile(folder, [
      'only',
      'difference',
      'two readings',
      'skip',
      'unclear',
      'what is weather?',
      'quit',
    ]);
    const open = linesOf(folder, consensus).filter((one) => one.open === true);
    expect(open.map(({ code }) => code).sort()).toEqual(['cold', 'liking', 'weather']);
    const unclear = await emic(folder, 'reconcile', '--unclear');
    expect(unclear.out).toMatch(
      /weather \(codebook 1\.0\.0\), once\n.*“The rain is cold”: what is weather\?/,
    );
    expect(unclear.out).not.toContain('cold (codebook');
    const book = read(folder, 'codebooks/tiny/1.0.0.md');
    write(
      folder,
      'codebooks/tiny/draft.md',
      book
        .replace('version: 1.0.0\ndate: 2026-01-01', 'previous: 1.0.0')
        .replace('Rain and sun.', 'Rain, sun and wind.'),
    );
    const released = await emic(
      folder,
      'codebook',
      'release',
      '--to',
      '1.1.0',
      '--reason',
      'weather: was unclear',
    );
    expect(`${released.out}${released.err}`).toMatch(/found unclear.*weather/);
  });

  test('what is decided is not asked again, and the last decision shows agreement before and after', async () => {
    const folder = await differingStudy();
    const first = await reconcile(folder, ['ben', 'so', 'quit']);
    expect(first.out).toContain('1 difference of round 1 left to decide');
    const second = await reconcile(folder, ['ana', 'so', 'quit']);
    expect(second.out).toContain('2 of 3: liking');
    const told = second.out.replaceAll(/\s+/g, ' ');
    expect(told).toMatch(
      /before and after reconciliation when raters .* before ana–ben .* after ana–consensus/,
    );
    expect(told).toContain('before: the raters by themselves. This is reliability');
    expect(told).toContain(
      'after: negotiated agreement, each rater with the consensus that they negotiated.',
    );
    const third = await reconcile(folder, []);
    expect(third.out).toContain('3 differences in 1 document: 3 decided, 0 to decide.');
    expect(third.out).toContain('before and after reconciliation');
    const json = await listed(folder);
    expect(json.differences.map(({ state }: { state: string }) => state)).toEqual([
      'decided',
      'decided',
      'decided',
    ]);
    expect(json.reliability.map(({ raters }: { raters: string[] }) => raters)).toEqual([['ana', 'ben']]);
    expect(json.negotiated.map(({ raters }: { raters: string[] }) => raters)).toEqual([
      ['ana', 'consensus'],
      ['ben', 'consensus'],
    ]);
  });

  test('is asked again, and says why, when a rater changes what was decided on', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'so', 'ana', 'so', 'quit']);
    const coding = linesOf(folder, logPath('ana')).find(({ id }) => id === 'a3');
    write(
      folder,
      logPath('ana'),
      `${read(folder, logPath('ana'))}${JSON.stringify({ ...coding, rev: 2, memo: 'now sure' })}\n`,
    );
    expect((await emic(folder, 'check')).out).toContain('1 decision of round 1 no longer holds');
    const again = await reconcile(folder, ['neither', 'no', 'quit']);
    expect(again.out).toContain('Asked again: ana has changed the coding a3 since.');
    expect(again.out).toContain('earlier: ana is right, the code is present (ana, ');
    expect(linesOf(folder, decisions).at(-1)).toMatchObject({
      replaces: [linesOf(folder, decisions)[2]?.id],
      outcome: 'absent',
    });
    expect((await emic(folder, 'check')).out).toContain('no problems');
    expect(
      (await listed(folder)).differences.every(({ state }: { state: string }) => state === 'decided'),
    ).toBe(true);
  });

  test('going back decides anew, and the consensus follows', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'so', 'back', 'ana', 'after all', 'quit']);
    expect((await listed(folder)).differences.slice(0, 2)).toMatchObject([
      { code: 'cold', state: 'decided', decisions: [{ outcome: 'present' }] },
      { state: expect.any(String) },
    ]);
    const { rows } = JSON.parse((await emic(folder, 'codes', '--raters', 'consensus', '--json')).out);
    const units = Object.fromEntries(
      rows.map((one: { code: string; units: number }) => [one.code, one.units]),
    );
    expect(units).toMatchObject({ cold: 1, liking: 1 });
    expect(units.weather ?? 0).toBe(0);
    expect((await emic(folder, 'check')).out).toContain('no problems');
  });

  test('--all goes through what is decided too', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'so', 'ana', 'so', 'quit']);
    const { out } = await reconcile(folder, ['skip', 'neither', 'after all', 'quit'], '--all');
    expect(out).toContain('1 of 3: cold');
    expect(out).toContain('Decided: ben is right, the code is absent (ana, ');
    expect((await listed(folder)).differences[1]).toMatchObject({
      code: 'liking',
      decisions: [{ outcome: 'absent' }],
    });
    expect((await emic(folder, 'check')).out).toContain('no problems');
  });

  test('a consensus that lacks what was decided is told, and completed at the next start', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'so', 'ana', 'so', 'quit']);
    const whole = linesOf(folder, consensus);
    const text = read(folder, consensus);
    for (const kept of [1, 2, whole.length - 1]) {
      write(folder, consensus, `${text.split('\n').slice(0, kept).join('\n')}\n`);
      expect((await emic(folder, 'check')).out).toContain('[consensus-behind]');
      await reconcile(folder, []);
      expect((await emic(folder, 'check')).out).toContain('no problems');
      const { rows } = JSON.parse((await emic(folder, 'codes', '--raters', 'consensus', '--json')).out);
      expect(rows.map(({ code, units }: { code: string; units: number }) => [code, units])).toEqual(
        expect.arrayContaining([
          ['weather', 1],
          ['liking', 2],
        ]),
      );
    }
  });

  test.each([
    ['at the same second', () => new Date().toISOString().replace(/\.\d+Z$/, 'Z')],
    ['by a clock that was ahead', () => '2099-01-01T00:00:00Z'],
  ])('how far it has read is said again though it was said %s', async (_, at) => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'so', 'ana', 'so', 'quit']);
    const [{ through, text }] = linesOf(folder, consensus).filter((line) => 'through' in line) as [
      { through: number; text: string },
    ];
    // Of two at one moment the one that claims less wins.
    for (const second of [0, 1]) {
      const less = { through: 5, text, at: new Date(Date.parse(at()) + second * 1000).toISOString() };
      write(folder, consensus, `${read(folder, consensus)}${JSON.stringify(less)}\n`);
    }
    expect((await emic(folder, 'check')).out).toContain('[consensus-behind]');
    await reconcile(folder, []);
    expect(linesOf(folder, consensus).at(-1)).toMatchObject({ through });
    expect((await emic(folder, 'check')).out).toContain('no problems');
    const whole = read(folder, consensus);
    await reconcile(folder, []);
    expect(read(folder, consensus)).toBe(whole);
  });

  test('a transcript edited since keeps its decisions where the words still stand', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'so', 'ana', 'so', 'quit']);
    change(folder, 'corpus/tiny/transcripts/one.md', 'How is it?', 'How is it today, then?');
    const { differences } = await listed(folder);
    expect(differences.map(({ state }: { state: string }) => state)).toEqual([
      'decided',
      'decided',
      'decided',
    ]);
    await reconcile(folder, []);
    const { out } = await emic(folder, 'codes', '--raters', 'consensus', '--json');
    expect(JSON.parse(out).rows.find(({ code }: { code: string }) => code === 'weather')).toMatchObject({
      units: 1,
    });
  });

  test('a renamed code keeps its decisions', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'so', 'ana', 'so', 'quit']);
    const book = read(folder, 'codebooks/tiny/1.0.0.md');
    write(
      folder,
      'codebooks/tiny/2.0.0.md',
      book
        .replace('version: 1.0.0', 'version: 2.0.0\nprevious: 1.0.0')
        .replace(
          'date: 2026-01-01',
          'date: 2026-02-01\nchanges:\n  - { kind: rename, from: cold, to: chill, reason: clearer }',
        )
        .replace('`cold`', '`chill`'),
    );
    const coding = linesOf(folder, logPath('ana')).find(({ id }) => id === 'a1');
    expect((await emic(folder, 'check')).status).toBe(0);
    expect(
      (await listed(folder)).differences.every(({ state }: { state: string }) => state === 'decided'),
    ).toBe(true);
    write(
      folder,
      logPath('ben'),
      read(folder, logPath('ben')).replaceAll('"version":"1.0.0"', '"version":"2.0.0"'),
    );
    const { differences, version } = await listed(folder);
    expect(version).toBe('2.0.0');
    expect(coding?.code).toBe('cold');
    expect(
      differences.map(({ code, state }: { code: string; state: string }) => [code, state]),
    ).toContainEqual(['chill', 'decided']);
  });

  test('what is left open stays open when its code is split', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['only', 'difference', 'so', 'skip', 'difference', 'so', 'quit']);
    const book = read(folder, 'codebooks/tiny/1.0.0.md');
    write(
      folder,
      'codebooks/tiny/2.0.0.md',
      book
        .replace('version: 1.0.0', 'version: 2.0.0\nprevious: 1.0.0')
        .replace(
          'date: 2026-01-01',
          'date: 2026-02-01\nchanges:\n  - { kind: split, from: weather, to: [rain, sun], reason: two things }\n  - { kind: move, code: cold, from: weather, to: null, reason: it stands alone }',
        )
        .replace('## Weather `weather`', '## Rain `rain`\n\n**Definition.** Rain.\n\n## Sun `sun`')
        .replace('### Cold', '## Cold'),
    );
    expect((await emic(folder, 'codebook', 'check')).out).toContain('no problems');
    await emic(folder, 'codebook', 'migrate', '--rater', 'ben', '--split', 'weather=rain');
    const agreed = await emic(
      folder,
      ...[
        'agree',
        '--unit',
        'turn',
        '--raters',
        'ben,consensus',
        '--code-version',
        '2.0.0',
        '--interval',
        'none',
      ],
      '--json',
    );
    const [{ codes }] = JSON.parse(agreed.out).rounds[0].comparisons;
    expect(codes.find(({ code }: { code: string }) => code === 'rain')).toMatchObject({ n: 1 });
  });

  test('raters who differ nowhere have their consensus at once', async () => {
    const folder = tinyStudy();
    await logOf(folder, 'ana', [['a1', 'cold', 'rain is cold']]);
    await logOf(folder, 'ben', [['b1', 'cold', 'cold']]);
    const { out, status } = await reconcile(folder, []);
    expect(status).toBe(0);
    expect(out).toContain('They differ nowhere');
    expect(linesOf(folder, consensus)[1]).toMatchObject({ code: 'cold', quote: 'rain is cold' });
  });

  test('three raters: the raters of the decisions so far are taken again, and another is asked about anew', async () => {
    const folder = copyOfStudy('practice');
    const args = ['reconcile', '--round', '1', '--by', 'ana', '--plain', '--code', 'tiredness'];
    const first = await emicTold(folder, ['both', 'so', 'quit'], ...args, '--raters', 'ana,ben');
    expect(first.out).toContain('Not compared: chloe');
    const json = await listed(folder, '--round', '1');
    expect(json.raters).toEqual(['ana', 'ben']);
    const all = await listed(folder, '--round', '1', '--raters', 'ana,ben,chloe');
    expect(all.differences.flatMap(({ because }: { because: string[] }) => because)).toContain(
      'chloe was not compared then',
    );
    expect((await emic(folder, 'check')).out).toContain('no problems');
  });
});

describe('emic reconcile refuses', () => {
  test('to decide without a name, and to open a full screen in a pipe', async () => {
    const folder = await differingStudy();
    const nobody = await emicTold(folder, ['1', 'so'], 'reconcile', '--plain');
    expect(nobody).toMatchObject({ status: 2, err: expect.stringContaining('--by NAME') });
    const pipe = await emic(folder, 'reconcile', '--by', 'ana');
    expect(pipe).toMatchObject({ status: 2, err: expect.stringContaining('--plain') });
  });

  test('names that are not there', async () => {
    const folder = await differingStudy();
    for (const [args, said] of [
      [['two'], 'There is no document "two"'],
      [['--raters', 'ana,bem'], 'Did you mean "ben"?'],
      [['--code', 'colt'], 'Did you mean "cold"?'],
      [['--round', '7'], 'There is no round "7"'],
    ] as const) {
      expect(await reconcile(folder, [], ...args)).toMatchObject({
        status: 2,
        err: expect.stringContaining(said),
      });
    }
  });

  test('to decide on logs and decisions that cannot be read, and on codings made by hand', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'so', 'quit']);
    const whole = read(folder, decisions);
    write(folder, decisions, whole.slice(0, -20));
    const cut = await reconcile(folder, ['1', 'so']);
    expect(cut).toMatchObject({ status: 1, err: expect.stringContaining('decisions.jsonl has errors') });
    expect((await emic(folder, 'check', '--fix')).out).toContain('decisions.jsonl');
    const mended = await reconcile(folder, []);
    expect(mended.status).toBe(0);

    const hand = { ...linesOf(folder, consensus)[1], id: 'k1' };
    write(folder, consensus, `${read(folder, consensus)}${JSON.stringify(hand)}\n`);
    expect(await reconcile(folder, [])).toMatchObject({ status: 1, err: expect.stringContaining('k1 in') });

    write(folder, logPath('ben'), read(folder, logPath('ben')).slice(0, -20));
    expect(await reconcile(folder, [])).toMatchObject({
      status: 1,
      err: expect.stringContaining(logPath('ben')),
    });
  });

  test('to go through differences that somebody else goes through, until they leave', async () => {
    const folder = await differingStudy();
    let second: Awaited<ReturnType<typeof reconcile>> | undefined;
    const first = await told(folder, async function* () {
      second = await reconcile(folder, ['ana', 'mine', 'quit']);
      yield* ['ben', 'yours', 'quit'];
    });
    expect(second).toMatchObject({ status: 1, err: expect.stringContaining('somebody is reconciling') });
    expect(first.status).toBe(0);
    expect(linesOf(folder, decisions).map(({ why }) => why)).toEqual(['yours', 'yours']);
    expect((await reconcile(folder, ['ana', 'after you', 'quit'])).status).toBe(0);
    expect((await emic(folder, 'check')).out).toContain('no problems');
  });

  test('to write over what came into the files in the meantime, whichever of them it is', async () => {
    for (const path of [decisions, consensus]) {
      const folder = await differingStudy();
      await reconcile(folder, ['ben', 'before', 'quit']);
      const { status, err } = await told(folder, async function* () {
        write(folder, path, `${read(folder, path)}\n`);
        yield* ['ben', 'yours', 'quit'];
      });
      expect({ status, err }).toMatchObject({ status: 1, err: expect.stringContaining(path) });
      expect(err).toContain('somebody else has written to it');
      expect(read(folder, decisions)).not.toContain('yours');
    }
  });
});

/** `emic reconcile --plain` by ben, with lines that are typed while other things happen. */
async function told(folder: string, lines: () => AsyncGenerator<string>) {
  const { run } = await import('../../src/cli/run.ts');
  const io = { cwd: folder, width: 100, color: false, lines, out: () => undefined };
  let err = '';
  const status = await run(['reconcile', '--by', 'ben', '--plain'], {
    ...io,
    err: (text) => {
      err += text;
    },
  });
  return { status, err };
}
