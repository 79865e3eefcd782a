import { expect, test } from 'vitest';
import { statementSentence } from '../../src/exhibit/statement-sentence.ts';
import type { Mark } from '../../src/statements/mark.ts';
import { statementResult } from '../../src/statements/statement-result.ts';
import { mark, roster, scale, statement } from '../statements/fixtures.ts';

const sentence = (...marks: Mark[]): string =>
  statementSentence(statementResult(statement, marks, scale, roster, 'comment', 'participants'));

test.each([
  [
    'everybody in one column',
    [mark('Ana', 0), mark('Ben', 0), mark('Chloe', 0), mark('Dev', 0)],
    'All four participants stand in “strongly agree”.',
  ],
  [
    'somebody in two columns',
    [mark('Ana', 0), mark('Ben', 0), mark('Ben', 1), mark('Chloe', 1), mark('Dev', 1)],
    'Of four participants, one stands in “strongly agree” only, one in both “strongly agree” and “partially agree” and two in “partially agree” only.',
  ],
  [
    'absent, not reported and silent are told apart',
    [mark('Ana', 0), mark('Ben', 'absent'), mark('Chloe', 'not reported')],
    'Of four participants, one stands in “strongly agree”; one placed no mark; one was absent; where the other one stands is not reported.',
  ],
  ['nobody', [], 'Nobody placed a mark.'],
  [
    'nothing reported',
    ['Ana', 'Ben', 'Chloe', 'Dev'].map((who) => mark(who, 'not reported')),
    'Where the four participants stand is not reported.',
  ],
  [
    'marks without an author',
    [mark(null, 0)],
    'Some marks have no author in the data, so participants are not counted.',
  ],
])('%s', (_, marks, expected) => {
  expect(sentence(...marks)).toBe(expected);
});
