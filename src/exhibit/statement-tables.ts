import type { StatementResult } from '../statements/statement-result.ts';
import type { Tally } from '../statements/tally.ts';
import { medianLabel, sessionLabel, statementLabel } from './statement-labels.ts';
import { type Cell, type Column, count, missing, number, type Table, text } from './table.ts';
import { listed, slug } from './words.ts';

/** Participants per column, for each statement in all and, on request, by session. */
export function positionsTable(id: string, results: readonly StatementResult[], bySession: boolean): Table {
  const rows = results.flatMap((result) =>
    tallies(result, bySession).map((tally): Cell[] => [
      text(statementLabel(result.statement)),
      ...(bySession ? [text(sessionLabel(tally.session))] : []),
      ...tally.columns.map((column) => known(column.participants, tally)),
      known(tally.marked, tally),
      known(tally.several, tally),
      known(tally.silent, tally),
      known(tally.absent, tally),
      known(tally.notReported, tally),
    ]),
  );
  const scale = results[0]?.scale.columns ?? [];
  return {
    id,
    caption: bySession ? 'Participants per position, by session' : 'Participants per position',
    columns: [
      words('statement', 'Statement'),
      ...(bySession ? [words('session', 'Session')] : []),
      ...columnKeys(scale).map(({ key, label }) => figures(key, label)),
      figures('with-a-mark', 'with a mark'),
      ...[
        figures('in-several-columns', 'in several'),
        figures('no-mark', 'no mark'),
        figures('absent', 'absent'),
        figures('not-reported', 'not reported'),
      ].map((column) => ({ ...column, hiddenWhenZero: true })),
    ],
    rows,
    notes: positionNotes(results, bySession),
  };
}

/** Comments per column; only for data whose rows are comments. */
export function commentsTable(id: string, results: readonly StatementResult[], bySession: boolean): Table {
  const scale = results[0]?.scale.columns ?? [];
  return {
    id,
    caption: bySession ? 'Comments per position, by session' : 'Comments per position',
    columns: [
      words('statement', 'Statement'),
      ...(bySession ? [words('session', 'Session')] : []),
      ...columnKeys(scale).map(({ key, label }) => figures(key, label)),
      figures('total', 'total'),
    ],
    rows: results.flatMap((result) =>
      tallies(result, bySession).map((tally): Cell[] => {
        const comments = tally.columns.map((column) => column.comments);
        const total = comments.reduce(
          (sum: number | null, n) => (sum === null || n === null ? null : sum + n),
          0,
        );
        return [
          text(statementLabel(result.statement)),
          ...(bySession ? [text(sessionLabel(tally.session))] : []),
          ...[...comments, total].map((n) => known(n, tally)),
        ];
      }),
    ),
    notes: reversedNote(results),
  };
}

/** Net agreement, median and consensus per statement, as answered and keyed. */
export function measuresTable(id: string, results: readonly StatementResult[], bySession: boolean): Table {
  return {
    id,
    caption: bySession
      ? 'Net agreement, median and consensus, by session'
      : 'Net agreement, median and consensus',
    columns: [
      words('statement', 'Statement'),
      ...(bySession ? [words('session', 'Session')] : []),
      figures('n', 'n'),
      figures('net', 'net agreement'),
      figures('net-keyed', 'net, keyed'),
      words('median', 'median'),
      figures('consensus', 'consensus'),
    ],
    rows: results.flatMap((result) =>
      tallies(result, bySession).map((tally) => {
        const { measures, keyed } = result.sessionMeasures[result.sessions.indexOf(tally)] ?? result;
        const median = medianLabel(measures, result.scale);
        return [
          text(statementLabel(result.statement)),
          ...(bySession ? [text(sessionLabel(tally.session))] : []),
          measures.n === null ? missing('not reported') : count(measures.n),
          value(measures.net, measures.n),
          value(keyed.net, measures.n),
          median === null ? missing(measures.n === null ? 'not reported' : 'undefined') : text(median),
          value(measures.consensus, measures.n),
        ];
      }),
    ),
    notes: [...measureNotes(results), ...reversedNote(results)],
  };
}

/** Whose weight the measures are about; the same words wherever they are shown. */
export const baseNote = (results: readonly StatementResult[]): string[] => [
  results[0]?.measures.base === 'comments'
    ? 'Base: comments on the scale (n); every comment weighs 1.'
    : 'Base: participants standing on the scale (n). One in several columns weighs 1, shared equally between them.',
];

/** Why some statements have no measures. */
export const reasonNotes = (results: readonly StatementResult[]): string[] =>
  results.flatMap(({ statement, measures }) =>
    measures.reason ? [`${statement.title}: ${measures.reason}.`] : [],
  );

const measureNotes = (results: readonly StatementResult[]): string[] => [
  ...baseNote(results),
  'Net agreement is agreeing less disagreeing, over n. Consensus is Tastle and Wierman’s (2007), from 0 to 1. Columns outside the scale, such as no opinion, have no part in these.',
  ...reasonNotes(results),
];

function reversedNote(results: readonly StatementResult[]): string[] {
  return results.some(({ statement }) => statement.polarity === 'reversed')
    ? [
        '(−) marks a reverse-keyed statement, as it was answered: disagreeing with it is the favourable answer.',
      ]
    : [];
}

/** The tallies to show: sessions that nothing is known about are left to a note. */
function tallies({ all, sessions }: StatementResult, bySession: boolean): Tally[] {
  if (!bySession) return [all];
  const known = sessions.filter(hasSomething);
  const onlyUnknown = known.every(({ session }) => session.kind === 'unknown');
  return onlyUnknown ? [all] : [...known, all];
}

const hasSomething = (tally: Tally): boolean =>
  tally.complete ||
  tally.columns.some(({ participants }) => participants !== 0) ||
  tally.absent + tally.notReported > 0;

function positionNotes(results: readonly StatementResult[], bySession: boolean): string[] {
  const partial = bySession
    ? results.filter(({ sessions }) => sessions.some(({ complete }) => !complete))
    : [];
  const unplaced = results.filter(({ all }) => all.notReported > 0);
  return [
    'A participant in several columns counts once in each.',
    ...(results[0]?.rows === 'position' ? ['The number of comments is not reported.'] : []),
    ...(unplaced.length > 0
      ? [`Not everybody’s position is reported on ${titles(unplaced)}: all counts are of those that are.`]
      : []),
    ...(partial.length > 0
      ? [
          `The session of some or all positions is not reported on ${titles(partial)}: what is known of a session is a lower bound, and a session of which nothing is known has no row.`,
        ]
      : []),
    ...reversedNote(results),
  ];
}

const titles = (results: readonly StatementResult[]): string =>
  listed(results.map(({ statement }) => statement.title));

/** A count, or what is known of it: sessions with marks missing have lower bounds only. */
function known(value: number | null, tally: Tally): Cell {
  if (value === null) return missing('not reported');
  if (tally.complete) return count(value);
  return value === 0 ? missing('not reported') : text(`at least ${value}`);
}

function value(measured: number | null, n: number | null): Cell {
  if (measured === null) return missing(n === null ? 'not reported' : 'undefined');
  return number(measured, 2);
}

/** A heading for each column of the scale in a CSV file; labels without letters are numbered. */
const columnKeys = (scale: readonly { label: string }[]) =>
  scale.map(({ label }, index) => {
    const key = slug(label);
    return { key: key === '' || ownKeys.has(key) ? `column-${index + 1}` : key, label };
  });

const ownKeys = new Set(
  'statement session with-a-mark in-several-columns no-mark absent not-reported total'.split(' '),
);

const words = (key: string, label: string): Column => ({ key, label, align: 'left' });
const figures = (key: string, label: string): Column => ({ key, label, align: 'right' });
