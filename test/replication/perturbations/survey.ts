import { read, repository } from '../../helpers/workspace.ts';
import type { Perturbations } from './perturbations.ts';

const [header = '', ...respondents] = read(repository, 'corpus/survey/responses.csv').trim().split('\n');
const columns = header.split(',');

type Row = Readonly<Record<string, string>>;

/** The first respondent of whom something holds gets another answer, or is taken out. */
function respondent(holds: (row: Row) => boolean, column?: string, answer = '') {
  const from = respondents.find((line) => holds(rowOf(line))) ?? '';
  const cells = from.split(',').map((cell, at) => (columns[at] === column ? answer : cell));
  return { file: 'responses.csv', from: `${from}\n`, to: column === undefined ? '' : `${cells.join(',')}\n` };
}

const rowOf = (line: string): Row =>
  Object.fromEntries(line.split(',').map((cell, at) => [columns[at] ?? '', cell]));

/** Two neighbours in the question file change places in the data. */
const exchanged = (from: string, to: string) => ({ file: 'questions.yaml', from, to });

const isPipeline = ({ maturity }: Row): boolean => maturity === 'pipeline-centric';

export const survey: Perturbations = {
  'obstacle-count': {
    file: 'obstacles.csv',
    from: 'p,Unclear',
    to: 'q,Another obstacle,another\np,Unclear',
  },
  'channel-count': { file: 'channels.csv', from: 'LinkedIn,', to: 'Another channel,,\nLinkedIn,' },
  'goal-count': {
    file: 'named.csv',
    from: 'goals,optimizing models,3',
    to: 'problems,optimizing models,3',
  },
  'class-count': { file: 'named.csv', from: 'maturity,data-centric', to: 'role,data-centric' },

  respondents: respondent((row) => !isPipeline(row)),
  countries: exchanged('      - country 63 (not printed)\n', '    apart: [country 63 (not printed)]\n'),
  continents: respondent(() => true, 'continent', 'Antarctica'),
  both: respondent(
    (row) => !isPipeline(row) && row.role === 'any other role (not printed)',
    'role',
    'both models and infrastructure',
  ),
  'data-first': exchanged(
    '- time series\n      - kind 3 (not printed)',
    '- kind 3 (not printed): time series\n      - time series: kind 3 (not printed)',
  ),
  'problems-first': exchanged(
    '- computer vision\n      - problem 4 (not printed)',
    '- problem 4 (not printed): computer vision\n      - computer vision: problem 4 (not printed)',
  ),
  'goals-first': goals('developing models for production use', 'deploying models to production'),
  'goals-second': goals('deploying models to production', 'optimizing models'),
  'goals-third': goals('optimizing models', 'proving the potential of machine learning'),
  'goals-fourth': goals('proving the potential of machine learning', 'goal 5 (not printed)'),
  'obstacles-first': exchanged(
    "column: a, scale: relevance, question: 'Lack of data' }\n  messiness: { type: likert, column: b,",
    "column: b, scale: relevance, question: 'Lack of data' }\n  messiness: { type: likert, column: a,",
  ),
  'obstacles-next': exchanged(
    "column: c, scale: relevance, question: 'Accessibility of data' }\n  data-scientists: { type: likert, column: d,",
    "column: d, scale: relevance, question: 'Accessibility of data' }\n  data-scientists: { type: likert, column: c,",
  ),
  'pipeline-centric': respondent(
    (row) =>
      isPipeline(row) &&
      row.team !== '11-30' &&
      row.role !== 'both models and infrastructure' &&
      row.employees?.endsWith('(not printed)') === true,
    'maturity',
    'model-centric',
  ),
  'model-centric-most': exchanged(
    '- data-centric\n      - model-centric',
    '- model-centric: data-centric\n      - data-centric: model-centric',
  ),
  'pipeline-centric-least': exchanged(
    '    options:\n      - data-centric\n',
    '    apart: [data-centric]\n    options:\n',
  ),
  'pipeline-team': respondent(
    (row) => isPipeline(row) && row.team === '11-30',
    'team',
    'fewer than 11 (not printed)',
  ),
  'pipeline-role': respondent(
    (row) => isPipeline(row) && row.role === 'both models and infrastructure',
    'role',
    'any other role (not printed)',
  ),
  'pipeline-employees': respondent(
    (row) => isPipeline(row) && row.employees === '1001+',
    'employees',
    'fewer than 151 (not printed)',
  ),
};

/** Each of two goals is read as the other, and both stand where they stood. */
function goals(one: string, other: string) {
  return exchanged(`- ${one}\n      - ${other}\n`, `- ${other}: ${one}\n      - ${one}: ${other}\n`);
}
