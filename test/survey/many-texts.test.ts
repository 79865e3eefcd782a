import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/problem/problem.ts';
import { MISSING, NOT_ASKED, UNREAD } from '../../src/survey/answers.ts';
import { draftQuestions } from '../../src/survey/draft-questions.ts';
import { readAnswers } from '../../src/survey/read-answers.ts';
import { MOST_TEXTS } from '../../src/survey/responses.ts';
import { silentWordsOf } from '../../src/survey/silence.ts';
import { questions } from './question-file.ts';
import { reading } from './reading.ts';

const numbers = Array.from({ length: MOST_TEXTS + 10 }, (_, row) => `${row}.5`);

async function read(text: string, cells: readonly string[]) {
  const questionnaire = questions(text);
  const open = questionnaire.items.flatMap(({ type, name }) => (type === 'open' ? [name] : []));
  const silent = silentWordsOf(questionnaire);
  const { read } = await reading(`a,b\n${cells.map((cell) => `${cell},x\n`).join('')}`, { open, silent });
  const findings: Finding[] = [];
  const { answers } = readAnswers(questionnaire, read.responses, (finding) => findings.push(finding));
  return { given: answers.get('a'), findings };
}

describe('words that mean no answer are told apart among more texts than options can be', () => {
  const words = 'missing: [NA, -99]\nnot-asked: ["-66"]\nitems:\n  a: ';

  test.each([
    ['before them', (cells: string[]) => [...cells, ...numbers]],
    ['after them', (cells: string[]) => [...numbers, ...cells]],
  ])('%s, as numbers', async (_, among) => {
    const cells = ['NA', '-66', '', 'x', '-99', 'NA', '7', '-66'];
    const all = among(cells);
    const { given, findings } = await read(`${words}{ type: number }`, all);
    if (given?.kind !== 'numbers') throw new Error('no numbers');
    const at = all.indexOf('NA');
    const codes = [MISSING, NOT_ASKED, MISSING, UNREAD, MISSING, MISSING, 0, NOT_ASKED];
    expect([...given.codes.slice(at, at + cells.length)]).toEqual(codes);
    expect(given.codes.filter((code) => code !== 0)).toHaveLength(7);
    expect(given.values[at + 4]).toBeNaN();
    expect(findings).toMatchObject([
      {
        reason: '1 answer to "a" is no number, "x" here first',
        place: { line: at + 5, column: 1 },
      },
    ]);
  });

  test('and none of them, and no part of an address, is told as what is no number', async () => {
    const address = `please write about this and all that you find there to ${'me '.repeat(8)}ana@example.org`;
    for (const cells of [
      [...numbers.slice(0, MOST_TEXTS - 1), 'NA', address],
      [address, 'NA', ...numbers],
    ]) {
      const { findings } = await read(`${words}{ type: number }`, cells);
      expect(findings).toMatchObject([
        {
          reason: '1 answer to "a" is no number, here first',
          place: { line: cells.indexOf(address) + 2 },
        },
      ]);
    }
  });

  test('in open answers', async () => {
    const { given } = await read(`${words}{ type: open }`, ['so', 'NA', '', '-66', 'NAN', '-99']);
    expect([...(given?.codes ?? [])]).toEqual([0, MISSING, MISSING, NOT_ASKED, 0, MISSING]);
  });

  test('also more of them than a byte can tell', async () => {
    const many = Array.from({ length: 300 }, (_, at) => `code${at}`);
    const { given, findings } = await read(`missing: [${many.join(', ')}]\nitems:\n  a: { type: number }`, [
      ...numbers,
      ...many,
    ]);
    expect(given?.codes.filter((code) => code === MISSING)).toHaveLength(300);
    expect(findings).toEqual([]);
  });

  test('and a draft takes them for none, and the column for numbers', async () => {
    const { read } = await reading(`a,b\n${['NA', ...numbers].map((cell) => `${cell},x\n`).join('')}`);
    expect(draftQuestions(read.heads, read.responses).file).toMatchObject({
      missing: ['NA'],
      items: { a: { type: 'number' } },
    });
  });
});
