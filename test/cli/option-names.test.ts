import { describe, expect, test } from 'vitest';
import { emic } from '../helpers/workspace.ts';
import { differingStudy } from './reconcile-data.ts';

describe('--rater and --raters', () => {
  test.each([
    ['agree', '--unit', 'turn', '--interval', 'none', '--json'],
    ['disagree', '--json'],
    ['codes', '--json'],
    ['quotes', '--json'],
    ['confirm', '--json'],
    ['reconcile', '--json'],
    ['codebook', 'migrate', '--dry-run', '--json'],
  ])('mean the same to %s, and both keep others out', async (...call) => {
    const folder = await differingStudy();
    const [plural, singular, joined] = await Promise.all(
      [['--raters', 'ana'], ['--rater', 'ana'], ['--rater=ana']].map((how) => emic(folder, ...call, ...how)),
    );
    expect(plural?.status).toBeLessThan(2);
    expect(singular).toEqual(plural);
    expect(joined).toEqual(plural);
    expect((await emic(folder, ...call, '--rater', 'nobody')).status).toBe(2);
  });

  test.each([
    ['codes', '--json'],
    ['quotes', '--json'],
    ['confirm', '--json'],
    ['reconcile', '--json'],
    ['codebook', 'migrate', '--dry-run', '--json'],
  ])('part names at commas for %s', async (...call) => {
    const folder = await differingStudy();
    const [parted, both] = await Promise.all(
      [
        ['--raters', 'ana,ben'],
        ['--raters', 'ana', '--raters', 'ben'],
      ].map((how) => emic(folder, ...call, ...how)),
    );
    expect(parted?.status).toBeLessThan(2);
    expect(parted).toEqual(both);
  });

  test.each(['rater', 'raters'])('--%s is who has read', async (name) => {
    const folder = await differingStudy();
    const { status, out } = await emic(folder, 'done', '--document', 'one', `--${name}`, 'ben');
    expect(out).toContain('ben has read one to its end');
    expect(status).toBe(0);
  });

  test.each([
    ['quotes', '--raters'],
    ['agree', '--raters'],
    ['done', '--rater'],
  ])('help of %s has one of them', async (command, name) => {
    const { out } = await emic('.', command, '--help');
    expect([...new Set(out.match(/--raters?\b/g))]).toEqual([name]);
  });
});

describe('an option that there is none of', () => {
  test.each([
    [['codes', '--ratrs', 'ana'], 'For --ratrs, did you mean --raters?'],
    [['agree', '--documents', 'one'], 'For --documents, did you mean --document?'],
    [['codebook', 'migrate', '--dryrun'], 'For --dryrun, did you mean --dry-run?'],
  ])('%j is told the nearest', async (call, hint) => {
    const { status, err } = await emic('.', ...call);
    expect(status).toBe(2);
    expect(err).toContain('Unknown argument');
    expect(err).toContain(hint);
  });

  test('that is like no other is told no other', async () => {
    const { err } = await emic('.', 'codes', '--xyzzy', '1');
    expect(err).toMatch(/^Unknown argument: xyzzy\n"emic --help" lists/);
  });
});
