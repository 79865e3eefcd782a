import { expect, test } from 'vitest';
import { columnsOf } from '../../src/coding/coding-columns.ts';
import { readInVersion, versionCodedWith } from '../../src/study/agreement-units.ts';
import { newestVersion, openCoded } from '../../src/study/coded.ts';
import type { CountingCorpus } from '../../src/study/corpus.ts';
import { roundsBegun, roundsOf } from '../../src/study/rounds.ts';
import { repository } from '../helpers/workspace.ts';

const { coded } = await openCoded({ root: repository }, 'practice');
if (!coded) throw new Error('the practice study cannot be opened');
const { corpus, study } = coded;

const log = (round: string, rater: string, document: string, ...versions: string[]) => ({
  ...{ round, rater, document, through: 10, unsettled: [] },
  columns: columnsOf(versions.map((version, start) => ({ code: 'money', version, start, end: start + 1 }))),
  origins: [...new Set(versions)],
});

test('rounds stand as study.yaml has them, then others by number', () => {
  const some: CountingCorpus = {
    ...corpus,
    logs: ['10', '9', 'pilot', '1'].flatMap((round) =>
      corpus.logs.slice(0, 1).map((one) => ({ ...one, log: log(round, 'ana', 'x') })),
    ),
  };
  const config = { ...study.config, coding: { ...study.config.coding, rounds: ['pilot', '2', '1'] } };
  expect(roundsOf(some, config)).toEqual(['pilot', '2', '1', '9', '10']);
  expect(roundsBegun(some, config)).toEqual(['pilot', '1', '9', '10']);
});

test('raters coded with the oldest version that they used on a document, and a round with the newest of these', () => {
  // Codings carried into 2.0.0 later leave the document with 1.0.0, wherever they stand in it.
  expect(versionCodedWith(corpus, [log('1', 'ana', 'x', '1.0.0', '2.0.0')])).toBe('1.0.0');
  expect(versionCodedWith(corpus, [log('1', 'ana', 'x', '2.0.0', '1.0.0')])).toBe('1.0.0');
  const two = [log('1', 'ana', 'x', '1.0.0'), log('1', 'ana', 'y', '2.0.0')];
  expect(versionCodedWith(corpus, two)).toBe('2.0.0');
  // Who coded nothing on a document had what they had elsewhere, or else what the others had.
  expect(versionCodedWith(corpus, [log('1', 'ana', 'x', '1.0.0'), log('1', 'ana', 'y')])).toBe('1.0.0');
  expect(versionCodedWith(corpus, [log('1', 'ana', 'x', '1.0.0'), log('1', 'ben', 'x')])).toBe('1.0.0');
  // Nobody coded anything: the newest there is.
  expect(versionCodedWith(corpus, [log('1', 'ana', 'x')])).toBe('2.0.0');
  expect(newestVersion(coded)).toBe('2.0.0');
});

test('whose codebook has a code: theirs on the document, else theirs elsewhere, else that of the others', () => {
  const logs = [log('1', 'ana', 'x', '2.0.0'), log('1', 'ben', 'x', '1.0.0'), log('1', 'ben', 'y', '2.0.0')];
  // 2.0.0 added the code.
  const has = (rater: string, document: string) =>
    readInVersion(corpus, logs, '2.0.0').hasCode(rater, 'keepsakes', document);
  expect([has('ana', 'x'), has('ana', 'y')]).toEqual([true, true]);
  expect([has('ben', 'x'), has('ben', 'y'), has('ben', 'z')]).toEqual([false, true, false]);
  expect(has('eva', 'x')).toBe(false);
  const nobody = readInVersion(corpus, [log('1', 'ana', 'x')], '2.0.0');
  expect(nobody.hasCode('ana', 'keepsakes', 'x')).toBe(true);
});
