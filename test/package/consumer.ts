/**
 * A program that uses the library. It is text because `emic` resolves only where the package is
 * installed; the test compiles it against the types and runs it.
 */
export const consumer = String.raw`
import {
  consensus,
  type Figure,
  figureToSvg,
  type Mark,
  readMarks,
  type Scale,
  type Statement,
  type StatementResult,
  statementBoard,
  statementResult,
} from 'emic';
import { type Agreement, cohenKappa, encodeRatings } from 'emic/agreement';
import { VFile } from 'vfile';

const scale: Scale = {
  columns: [
    { label: 'agree', side: 'agree' },
    { label: 'disagree', side: 'disagree' },
  ],
};
const open: Statement = { id: 'open', title: 'Open on Sundays', polarity: 'positive', kind: null };
const roster = { sessionOf: new Map([['Ana', null], ['Ben', null], ['Cem', null]]), sessions: [] };
const file = new VFile({
  path: 'positions.csv',
  value: 'statement,participant,column\nopen,Ana,agree\nopen,Ben,agree\nopen,Cem,disagre\n',
});
const declared = { statements: [open], scale, roster, rows: 'position' } as const;
const marks: Mark[] = readMarks(file, declared) ?? [];
const result: StatementResult = statementResult(open, marks, scale, roster, 'position', 'participants');
const figure: Figure = statementBoard('board', result);
const counts: (number | null)[] = result.all.columns.map(({ participants }) => participants);
const consensuses: (number | null)[] = [consensus([1, 0, 1]), consensus([0, 2, 0]), consensus([])];

const kappa: Agreement = cohenKappa(encodeRatings(['ana', 'ben'], [['a', 'b', 'b'], ['a', 'b', 'a']]));

console.log(JSON.stringify({ kappa: kappa.value, counts, consensuses, problems: file.messages.map(String), svg: figureToSvg(figure) }));

// @ts-expect-error: the types are there, and not any.
export const wrong = () => consensus('five');
`;

export const consumerConfig = {
  compilerOptions: {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    types: [],
  },
  files: ['use.ts'],
};
