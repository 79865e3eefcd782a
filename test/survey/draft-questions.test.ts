import { describe, expect, test } from 'vitest';
import type { ColumnHead } from '../../src/survey/column-head.ts';
import { draftQuestions } from '../../src/survey/draft-questions.ts';
import { writeQuestions } from '../../src/survey/write-questions.ts';
import { questions } from './question-file.ts';
import { responsesOf } from './responses.ts';

const head = (name: string, more: Partial<ColumnHead> = {}): ColumnHead => ({
  name,
  question: name,
  role: 'answer',
  option: null,
  separator: null,
  ...more,
});

const agree = ['Agree', 'Strongly agree', 'Disagree', "Don't know"];
const words = [
  'I like it that way.',
  'It is what it is, really.',
  'Nobody ever asked me that.',
  'Ask my sister, she knows.',
];
const responses = responsesOf(
  ['id', 'when', 'Do you like it?', 'role', 'tools', 'pay_1', 'pay_2', 'why', 'x1', 'x2', 'x3', 'age'],
  ...Array.from({ length: 24 }, (_, at) => [
    `R${at}`,
    `2024-05-${at}`,
    agree[at % 4] ?? '',
    at % 3 === 0 ? 'Lead' : 'Maker',
    ['saw;plane', 'saw', 'plane;file'][at % 3] ?? '',
    at % 2 ? 'Cash' : '',
    at % 3 ? 'Card' : '',
    `${words[at % 4]} (${at})`,
    String(1 + (at % 5)),
    String(1 + ((at + 1) % 5)),
    String(1 + ((at * 2) % 5)),
    String(20 + at),
  ]),
);
const heads = [
  head('id', { role: 'respondent' }),
  head('when', { role: 'about' }),
  head('Do you like it?'),
  head('role', { question: 'What do you do here?' }),
  head('tools'),
  head('pay_1', { question: 'How do you pay?', option: { of: 'pay', label: 'Cash' } }),
  head('pay_2', { question: 'How do you pay?', option: { of: 'pay', label: 'Card' } }),
  ...['why', 'x1', 'x2', 'x3', 'age'].map((name) => head(name)),
];
const draft = draftQuestions(heads, responses);

describe('a drafted question file', () => {
  test('knows the type of each column, by its answers', () => {
    expect(Object.entries(draft.file.items).map(([name, { type }]) => [name, type])).toEqual([
      ['do-you-like-it', 'likert'],
      ['role', 'single'],
      ['tools', 'multi'],
      ['pay', 'multi'],
      ['why', 'open'],
      ['x1', 'likert'],
      ['x2', 'likert'],
      ['x3', 'likert'],
      ['age', 'number'],
    ]);
  });

  test('puts known levels into order, with those that nobody chose, and no opinion apart', () => {
    expect(draft.file['response-scales']).toEqual({
      'strongly-disagree-to-strongly-agree': {
        levels: ['Strongly disagree', 'Disagree', 'Agree', 'Strongly agree'],
        apart: ["Don't know"],
      },
      '1-to-5': { levels: ['1', '2', '3', '4', '5'] },
    });
  });

  test('never makes options of answers that may identify people, and says so', () => {
    const rows = Array.from({ length: 20 }, (_, at) => [
      ['Maker', 'Lead', 'me@example.org'][at % 3] ?? '',
      ['192.0.2.7;saw', '192.0.2.7', 'saw'][at % 3] ?? '',
      ['+44 20 7946 0000', 'none'][at % 2] ?? '',
    ]);
    const { file, remarks } = draftQuestions(
      [head('role'), head('from', { separator: ';' }), head('reach')],
      responsesOf(['role', 'from', 'reach'], ...rows),
    );
    expect(Object.values(file.items).map(({ type }) => type)).toEqual(['open', 'open', 'open']);
    expect(JSON.stringify({ file, remarks })).not.toMatch(/example|192|7946/);
    expect(remarks.map(({ text }) => text)).toEqual([
      'No options are listed, for some answers may identify people (e-mail).',
      'No options are listed, for some answers may identify people (IP address).',
      'No options are listed, for some answers may identify people (phone).',
    ]);
  });

  test('takes what a tool writes between options only where it stands between options', () => {
    const columns = ['age', 'said', 'uses'].map((name) => head(name, { separator: ';' }));
    const rows = Array.from({ length: 20 }, (_, at) => [
      String(20 + at),
      `Nice place number ${at}, come again; thanks`,
      ['Saw;', 'Plane;', 'Saw;Plane;'][at % 3] ?? '',
    ]);
    const { items } = draftQuestions(columns, responsesOf(['age', 'said', 'uses'], ...rows)).file;
    expect(Object.values(items).map(({ type }) => type)).toEqual(['number', 'open', 'multi']);
    expect(items.uses).toMatchObject({ separator: ';', options: ['Saw', 'Plane'] });
  });

  test('names a question of several columns by what their headings have in common', () => {
    const columns = ['Saw', 'Plane'].map((label) =>
      head(label, { question: `Which tools? [${label}]`, option: { of: 'q1', label } }),
    );
    const { items } = draftQuestions(columns, responsesOf(['Saw', 'Plane'], ['Y', ''], ['Y', 'Y'])).file;
    expect(items.q1?.question).toBe('Which tools?');
  });

  test('has the options that were ticked, most given first, or the column of each', () => {
    expect(draft.file.items.tools).toMatchObject({ separator: ';', options: ['saw', 'plane', 'file'] });
    expect(draft.file.items.pay).toMatchObject({ columns: { Cash: 'pay_1', Card: 'pay_2' } });
  });

  test('is a question file, and reads the answers it was drafted from', () => {
    const text = writeQuestions(draft);
    expect(text).toContain('# The data hold numbers only');
    const { items } = questions(text.replace('emic: 1\n', ''));
    expect(items).toHaveLength(9);
  });

  test('looks as a person reads it', () => {
    expect(writeQuestions(draft)).toMatchSnapshot();
  });
});
