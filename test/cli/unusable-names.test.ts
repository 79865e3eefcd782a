import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { change, emic, emicTold, read, write } from '../helpers/workspace.ts';
import { logOf, tinyStudy } from './coding-data.ts';

const config = 'corpus/tiny/study.yaml';

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();

const declaring = (coding: string): string => {
  const folder = tinyStudy();
  change(folder, config, 'raters: [ana, ben], rounds: [1]', coding);
  return folder;
};

describe('names that would be files elsewhere, or none on some machines', () => {
  test.each([
    ['raters: [ana, "../../evil"]', '6:25', '"../../evil" cannot be a rater’s name: it has "/" in it'],
    ['raters: [NUL]', '6:20', '"NUL" cannot be a rater’s name: it is a name that Windows keeps'],
    ['raters: [ana], rounds: [1, ".."]', '6:38', '".." cannot be a round’s name: it stands for a folder'],
    ['rounds: ["a/b"]', '6:20', '"a/b" cannot be a round’s name: it has "/" in it'],
  ])('%s in study.yaml is told where it stands, and nothing is coded', async (coding, place, reason) => {
    const folder = declaring(coding);
    const before = filesOf(folder);
    const { status, out, err } = await emic(folder, 'check', 'tiny');
    expect(status).toBe(1);
    expect(out + err).toContain(`${config}:${place}`);
    expect(out + err).toContain(reason);
    for (const call of [
      ['code', 'one', '--plain', '--rater', '../../evil'],
      ['done', '--document', 'one', '--rater', '../../evil'],
      ['confirm', '--rater', '../../evil'],
      ['memo', '--document', 'one', '--text', 'x'],
    ]) {
      expect((await emicTold(folder, ['code cold'], ...call)).status, call.join(' ')).not.toBe(0);
    }
    expect(filesOf(folder)).toEqual(before);
  });

  test.each([
    ['--rater', '../../evil'],
    ['--rater', 'con'],
    ['--rater', ' ana'],
    ['--rater', 'a:b'],
    ['--rater', 'x,y'],
    ['--round', '1,2'],
    ['--round', '..'],
    ['--round', 'a/b'],
    ['--round', 'prn.1'],
    ['--round', '.hidden'],
  ])('typed behind emic code and emic done: %s %s', async (option, name) => {
    for (const coding of ['rounds: []', 'raters: [ana, ben], rounds: [1]']) {
      const folder = declaring(coding);
      const before = filesOf(folder);
      const rest = option === '--rater' ? [] : ['--rater', 'ana'];
      const coded = await emicTold(folder, ['code cold'], 'code', 'one', '--plain', ...rest, option, name);
      expect(coded.status).toBe(2);
      expect(coded.err).toContain(`cannot be a ${option.slice(2)}’s name: it`);
      const done = await emic(folder, 'done', '--document', 'one', ...rest, option, name);
      expect(done.status).toBe(2);
      expect(done.err).toContain(`cannot be a ${option.slice(2)}’s name: it`);
      expect(filesOf(folder)).toEqual(before);
    }
  });

  test.each([
    ['raters: [ana, "Ng, Ada"]', '6:25', '"Ng, Ada" cannot be a rater’s name: it has "," in it'],
    ['rounds: ["1,2"]', '6:20', '"1,2" cannot be a round’s name: it has "," in it'],
  ])('%s, which no list of names can have, is told where it stands', async (coding, place, reason) => {
    const { status, out, err } = await emic(declaring(coding), 'check', 'tiny');
    expect(status).toBe(1);
    expect(out + err).toContain(`${config}:${place}`);
    expect(out + err).toContain(reason);
  });

  test('what is declared and can be a file is coded under that very name', async () => {
    const folder = declaring('raters: ["Zoë & Li", ben], rounds: ["second round"]');
    const { status } = await emicTold(folder, ['code cold'], 'code', 'one', '--plain', '--rater', 'Zoë & Li');
    expect(status).toBe(0);
    expect(read(folder, 'corpus/tiny/codings/second round/one/Zoë & Li.jsonl')).toContain('"cold"');
  });

  test('a log that is already there under such a name is told', async () => {
    const folder = declaring('rounds: []');
    write(
      folder,
      'corpus/tiny/codings/1/one/a:b.jsonl',
      (await logOf(folder, 'a', [])).replace('"a"', '"a:b"'),
    );
    const { status, out, err } = await emic(folder, 'check', 'tiny');
    expect(status).toBe(1);
    expect(out + err).toContain('"a:b" cannot be a rater’s name: it has ":" in it');
  });

  test('the file of a memo has a name that every disk takes, however long its subject', async () => {
    const folder = declaring('rounds: []');
    const { status, out } = await emic(folder, 'memo', '--case', 'p'.repeat(300), '--text', 'Long.');
    expect(status).toBe(0);
    expect(out.trim().length).toBeLessThan(140);
  });
});

describe('names that differ in case only', () => {
  test.each(['consensus', 'Consensus', 'CONSENSUS'])(
    'emic code --rater %s is refused, with the reason',
    async (name) => {
      for (const coding of [
        'rounds: []',
        'raters: [ana, ben], rounds: [1]',
        `raters: [ana, ${name}], rounds: [1]`,
      ]) {
        const folder = declaring(coding);
        const before = filesOf(folder);
        const { status, err } = await emicTold(
          folder,
          ['code cold'],
          'code',
          'one',
          '--plain',
          '--rater',
          name,
        );
        expect(status).toBe(2);
        expect(err).toContain(`"${name}" cannot be a rater: "consensus" is kept for what raters agree on`);
        expect(filesOf(folder)).toEqual(before);
      }
    },
  );

  test.each([
    ['raters: [Ana, ben, ana]', '6:30', '"ana" and "Ana" are one rater’s name on some machines'],
    ['raters: [ana, Consensus]', '6:25', '"Consensus" and "consensus" are one rater’s name on some machines'],
    ['rounds: [Pilot, pilot]', '6:27', '"pilot" and "Pilot" are one round’s name on some machines'],
  ])('%s is told in study.yaml', async (coding, place, reason) => {
    const { status, out, err } = await emic(declaring(coding), 'check', 'tiny');
    expect(status).toBe(1);
    expect(out + err).toContain(`${config}:${place}`);
    expect(out + err).toContain(reason);
  });

  test('a log is told beside a declared name, and beside the name kept for the consensus', async () => {
    const folder = declaring('raters: [ana], rounds: [1]');
    for (const name of ['Ana', 'Consensus']) {
      const log = (await logOf(folder, 'x', [])).replace('"x"', `"${name}"`);
      write(folder, `corpus/tiny/codings/1/one/${name}.jsonl`, log);
    }
    const { out, err } = await emic(folder, 'check', 'tiny');
    expect(out + err).toContain('the raters "Ana" and "ana" are one name on some machines');
    expect(out + err).toContain('the raters "Consensus" and "consensus" are one name on some machines');
  });

  test('neither of two such raters codes before one has another name', async () => {
    const folder = declaring('raters: [Ana, ben, ana]');
    for (const name of ['Ana', 'ana']) {
      const { status, err } = await emicTold(
        folder,
        ['code cold'],
        'code',
        'one',
        '--plain',
        '--rater',
        name,
      );
      expect(status).toBe(2);
      expect(err).toContain('are one name on some machines');
    }
  });
});
