import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { emicInTerminal, hasTerminal } from '../helpers/in-terminal.ts';
import { change, emic, read, write } from '../helpers/workspace.ts';
import { ben, references, review } from '../selection/review.ts';

const file = 'corpus/choirs/selection/title/ben.csv';
const call = (stage: string, rater: string) => ['selection', 'decide', '--stage', stage, '--rater', rater];

test('without a terminal says how the file looks that does the same, and that the call is wrong', async () => {
  const { status, err } = await emic(review(), ...call('title', 'ben'));
  expect(status).toBe(2);
  expect(err).toContain('corpus/STUDY/selection/STAGE/RATER.csv');
  expect(err).toContain('record,decision,reason,note\n');
});

describe.skipIf(!hasTerminal)(
  'emic selection decide in a terminal (skipped where util-linux script is absent)',
  () => {
    test('goes on where the rater left off; what is shown as decided is on the disk', async () => {
      const folder = review();
      const { seen, type, ended, after, shown } = emicInTerminal(folder, call('title', 'ben'));
      await seen('8/8 r8');
      expect(shown()).toContain('7 of 8 decided: 5 included, 2 excluded, 0 unsure');
      type('e2');
      await seen('r8: excluded, no data');
      expect(read(folder, file)).toBe(`${ben}r8,exclude,no data,\n`);
      type('nshort\r');
      await seen('Note on');
      expect(read(folder, file)).toBe(`${ben}r8,exclude,no data,short\n`);
      type('zz');
      await seen('Taken back: r8 is not decided.');
      expect(read(folder, file)).toBe(ben);
      type('u');
      await seen('r8: unsure');
      type('q');
      expect(await ended).toBe(0);
      expect(after().replace(/\s+/g, ' ')).toContain(
        `${file}: 8 of 8 decided: 5 included, 2 excluded, 1 unsure, 1 more than before.`,
      );
      expect((await emic(folder, 'check')).status).toBe(0);
    }, 60_000);

    test('shows nothing of what another rater decided on the same records', async () => {
      const folder = review();
      change(
        folder,
        'corpus/choirs/selection/title/ana.csv',
        'r8,unsure,,',
        'r8,exclude,no data,seen by ana',
      );
      const { seen, type, ended, shown } = emicInTerminal(folder, call('title', 'ben'));
      await seen('8/8 r8');
      type('kkkkkkk');
      await seen('1/8 r1');
      type('q');
      expect(await ended).toBe(0);
      expect(shown()).not.toMatch(/ana|no data/);
    }, 60_000);

    test('offers what earlier stages included, and says what it leaves out', async () => {
      const folder = review();
      const { seen, type, ended } = emicInTerminal(folder, call('full-text', 'ana'));
      await seen('1/4 r1');
      await seen('Not asked about: 3 excluded in an earlier stage, 1 not yet');
      type('q');
      expect(await ended).toBe(0);
    }, 60_000);

    test('leaves out records that were merged, and keeps the rows on them', async () => {
      const folder = review({
        'selection/title/ben.csv': `${ben}r9,include,,\n`,
        'duplicates.csv': 'record,other,why,similarity,decision\nr1,r9,same words in another order,1,same\n',
      });
      const { seen, type, ended, shown } = emicInTerminal(folder, call('title', 'ben'));
      await seen('Not asked about: 1 merged into others.');
      expect(shown()).not.toContain('1 row of');
      type('i');
      await seen('r8: included');
      type('q');
      expect(await ended).toBe(0);
      expect(read(folder, file)).toBe(`${ben}r9,include,,\nr8,include,,\n`);
    }, 60_000);

    test('keeps columns, order and line ends that somebody gave the file', async () => {
      const own = '\ufeffnote;decision;reason;record;mood\r\n;include;;r1;good\r\n';
      const folder = review({ 'selection/title/ben.csv': own });
      const { seen, type, ended } = emicInTerminal(folder, call('title', 'ben'));
      await seen('2/8 r2');
      type('i');
      await seen('r2: included');
      type('gu');
      await seen('r1: unsure');
      type('q');
      expect(await ended).toBe(0);
      expect(read(folder, file)).toBe(`${own.replace('include', 'unsure')};include;;r2;\r\n`);
      expect((await emic(folder, 'check')).status).toBe(0);
    }, 60_000);

    test('notices that another program has changed the file, writes nothing over it, and goes on with it', async () => {
      const folder = review();
      const { seen, type, ended, after } = emicInTerminal(folder, call('title', 'ben'));
      await seen('8/8 r8');
      const theirs = ben.replace('r1,include,,', 'r1,unsure,,from elsewhere');
      write(folder, file, theirs);
      type('i');
      await seen('another program has changed');
      expect(read(folder, file)).toBe(theirs);
      await seen('7 of 8 decided: 4 included, 2 excluded, 1 unsure');
      type('i');
      await seen('r8: included');
      expect(read(folder, file)).toBe(`${theirs}r8,include,,\n`);
      write(folder, file, `${theirs}r8,maybe,,\n`);
      type('gi');
      await seen('it has errors now');
      await seen('not counted, for the file has errors: line 9');
      type('i');
      await seen('mended first (line 9: "maybe" is no decision)');
      expect(read(folder, file)).toBe(`${theirs}r8,maybe,,\n`);
      type('q');
      expect(await ended).toBe(0);
      const told = after().replace(/\s+/g, ' ');
      expect(told).toContain(
        `${file}: not counted, for the file has errors: line 9: "maybe" is no decision.`,
      );
      expect(told).not.toContain('than before');
    }, 60_000);

    test('what cannot be written is not shown as decided', async () => {
      const folder = review();
      const { seen, type, ended, shown } = emicInTerminal(folder, call('title', 'ben'));
      await seen('8/8 r8');
      rmSync(join(folder, file));
      mkdirSync(join(folder, file));
      type('i');
      await seen('Not written, and not decided');
      expect(shown()).not.toContain('r8: included');
      type('q');
      expect(await ended).toBe(0);
    }, 60_000);

    test('killed at any moment, what had been shown is in a file that can be read', async () => {
      const records = Array.from({ length: 60 }, (_, at) => `k${at},Title ${at},search,\n`);
      const folder = review({
        'references.csv': `id,title,via,study\n${records.join('')}`,
        'selection/title/ana.csv': 'record,decision\n',
        'selection/title/ben.csv': 'record,decision\n',
        'selection/title/consensus.csv': 'record,decision\n',
        'selection/full-text/ana.csv': 'record,decision\n',
      });
      const locks = join(folder, 'reports/choirs/.emic/screening/title');
      let most = 0;
      for (const wait of [5, 20, 45, 80]) {
        const { seen, type, ended, shown } = emicInTerminal(folder, call('title', 'ben'));
        await seen('/60 k');
        const [lock = ''] = readdirSync(locks).filter((name) => name.endsWith('.lock'));
        const { pid } = JSON.parse(read(folder, `reports/choirs/.emic/screening/title/${lock}`));
        for (let key = 0; key < 10; key += 1) type('i');
        await expect.poll(shown).toContain(': included');
        await new Promise((resolve) => setTimeout(resolve, wait));
        process.kill(pid, 'SIGKILL');
        await ended;
        const claimed = [...shown().matchAll(/(k\d+): included/g)].map(([, id]) => id);
        const text = read(folder, file);
        for (const id of claimed) expect(text).toContain(`\n${id},include\n`);
        expect(claimed.length).toBeGreaterThan(0);
        most = Math.max(most, text.split('\n').length);
      }
      expect(most).toBeGreaterThan(5);
      const { problems } = JSON.parse((await emic(folder, 'selection', '--json')).out);
      expect(problems.filter((one: { severity: string }) => one.severity === 'error')).toEqual([]);
    }, 60_000);

    test('one session a rater: a second one is told who has the file', async () => {
      const folder = review();
      const first = emicInTerminal(folder, call('title', 'ben'));
      await first.seen('8/8 r8');
      const second = emicInTerminal(folder, call('title', 'ben'));
      expect(await second.ended).toBe(1);
      expect(second.shown().replace(/\s+/g, ' ')).toContain('somebody is screening this already');
      first.type('q');
      expect(await first.ended).toBe(0);
    }, 60_000);

    test('says how to go on where a lock does not say who has it', async () => {
      const lock = 'reports/choirs/.emic/screening/title/ben.lock';
      const folder = review();
      write(folder, lock, '');
      const { ended, shown } = emicInTerminal(folder, call('title', 'ben'));
      expect(await ended).toBe(1);
      const told = shown().replace(/\s+/g, ' ');
      expect(told).toContain('it is not known who');
      expect(told).toContain('ben.lock does not say: if nobody is, delete that file');
    }, 60_000);

    test('says at the end that another program has changed the file since', async () => {
      const folder = review();
      const { seen, type, ended, after } = emicInTerminal(folder, call('title', 'ben'));
      await seen('8/8 r8');
      write(folder, file, `${ben}r8,include,,\n`);
      type('q');
      expect(await ended).toBe(0);
      expect(after().replace(/\s+/g, ' ')).toContain('Another program has changed that file since');
    }, 60_000);

    test('notices that the records have changed, and decides on none of them', async () => {
      const folder = review();
      const { seen, type, ended } = emicInTerminal(folder, call('title', 'ben'));
      await seen('8/8 r8');
      write(folder, 'corpus/choirs/references.csv', references.replace('r8,Eight,list,\n', ''));
      type('i');
      await seen('references.csv has changed');
      type('q');
      expect(await ended).toBe(0);
      expect(read(folder, file)).toBe(ben);
    }, 60_000);

    test.each([
      [['--rater', 'ben'], 'Say which stage with --stage: title, full-text.'],
      [['--stage', 'title'], 'Say who decides with --rater: ana, ben.'],
      [['--stage', 'title', '--rater', 'consensus'], 'here one rater decides'],
      [['--stage', 'titel', '--rater', 'ben'], 'There is no stage "titel"'],
    ])(
      'refuses %j',
      async (options, words) => {
        const { ended, shown } = emicInTerminal(review(), ['selection', 'decide', ...options]);
        expect(await ended).toBe(2);
        expect(shown().replace(/\s+/g, ' ')).toContain(words);
      },
      60_000,
    );

    test('opens no file with errors, and says where they are', async () => {
      const folder = review({ 'selection/title/ben.csv': `${ben}r8,maybe,,\n` });
      const { ended, shown } = emicInTerminal(folder, call('title', 'ben'));
      expect(await ended).toBe(1);
      expect(stripVTControlCharacters(shown())).toContain(`${file}:9:4: error: "maybe" is no decision`);
      expect(shown()).not.toContain('\u001b[?1049h');
    }, 60_000);
  },
);
