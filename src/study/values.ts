import { medianLabel, patternLabel } from '../exhibit/statement-labels.ts';
import { statementSentence } from '../exhibit/statement-sentence.ts';
import { none, type Value, type Values } from '../exhibit/value.ts';
import type { Summary } from '../records/summarise.ts';
import { isNamed } from '../statements/mark.ts';
import { favourOf, type Measures } from '../statements/measures.ts';
import type { Side } from '../statements/scale.ts';
import type { StatementResult } from '../statements/statement-result.ts';
import { codingValues } from './coding-values.ts';
import { literatureValues } from './evidence-values.ts';
import type { Replication, Result } from './result.ts';
import { flowValues, selectionValues } from './selection-values.ts';
import { scaleValues, surveyValues } from './survey-values.ts';

/** The values of a result by the names that templates and published.yaml use. */
export function valuesOf(result: Result): Values {
  switch (result.from) {
    case 'records':
      return recordValues(result.summary);
    case 'statement':
      return statementValues(result.one);
    case 'statements':
      return allValues(result.all);
    case 'scales':
      return scaleValues(result.scales);
    case 'survey':
      return surveyValues(result.survey);
    case 'replication':
      return replicationValues(result.replication);
    case 'flow':
      return flowValues(result.flow);
    case 'selection':
      return selectionValues(result.stages);
    case 'evidence':
    case 'cited':
    case 'compared':
    case 'mapping':
      return literatureValues(result);
    default:
      return codingValues(result);
  }
}

function recordValues({ count, counts, blank, distinct, numbers }: Summary): Values {
  return new Map<string, Value | Values>([
    ['count', count],
    ...(counts ? [['counts', new Map<string, Value>(counts)] as const, ['blank', blank] as const] : []),
    ...(distinct === null ? [] : [['distinct', distinct] as const]),
    ...(numbers
      ? (['n', 'sum', 'mean', 'median', 'min', 'max'] as const).map(
          (name) => [name, numbers[name] ?? none('undefined')] as const,
        )
      : []),
  ]);
}

function statementValues(result: StatementResult): Values {
  const { all, scale, statement, measures, keyed } = result;
  const perColumn = (what: 'participants' | 'comments' | 'shared') =>
    new Map(scale.columns.map(({ label }, index) => [label, known(all.columns[index]?.[what])]));
  return new Map<string, Value | Values>([
    ['title', statement.title],
    ['polarity', statement.polarity],
    ['kind', statement.kind ?? none('not applicable')],
    ['sentence', statementSentence(result)],
    ['participants', known(all.participants)],
    ['marked', known(all.marked)],
    ['several', known(all.several)],
    ['no-mark', known(all.silent)],
    ['absent', all.absent],
    ['not-reported', all.notReported],
    ['columns', perColumn('participants')],
    ['comments', perColumn('comments')],
    ['shares', perColumn('shared')],
    [
      'patterns',
      new Map(all.patterns.map(({ columns, participants }) => [patternLabel(columns, scale), participants])),
    ],
    ['agree', new Map([['participants', standingOn('agree', result)]])],
    ['disagree', new Map([['participants', standingOn('disagree', result)]])],
    ...measureValues(measures),
    ['median', medianLabel(measures, scale) ?? none(measures.n === null ? 'not reported' : 'undefined')],
    ['direction', measures.direction ?? none('undefined')],
    ['keyed', new Map<string, Value>([...measureValues(keyed), ['direction', favour(keyed)]])],
    ['named', new Map(namedPositions(result))],
  ]);
}

function measureValues(measures: Measures): [string, Value][] {
  const why = measures.n === null ? 'not reported' : 'undefined';
  return [
    ['n', measures.n ?? none('not reported')],
    ['net', measures.net ?? none(why)],
    ['consensus', measures.consensus ?? none(why)],
  ];
}

function allValues(results: readonly StatementResult[]): Values {
  const kinds = new Map<string, Value>();
  const directions = new Map<string, Value>([
    ['favourable', 0],
    ['unfavourable', 0],
    ['divided', 0],
  ]);
  const increment = (counts: Map<string, Value>, key: string) =>
    counts.set(key, Number(counts.get(key) ?? 0) + 1);
  for (const { statement, keyed } of results) {
    if (statement.kind !== null) increment(kinds, statement.kind);
    const direction = favour(keyed);
    if (typeof direction === 'string') increment(directions, direction);
  }
  return new Map<string, Value | Values>([
    ['count', results.length],
    ['reversed', results.filter(({ statement }) => statement.polarity === 'reversed').length],
    ['kinds', kinds],
    ['keyed', directions],
  ]);
}

/** Counts of a replication by basis and verdict. */
function replicationValues({ summary, published }: Replication): Values {
  const verdicts = (basis: 'derived' | 'transcribed' | 'reconstructed') =>
    new Map<string, Value>(Object.entries(summary[basis]));
  return new Map<string, Value | Values>([
    ['derived', verdicts('derived')],
    ['transcribed', verdicts('transcribed')],
    ['reconstructed', verdicts('reconstructed')],
    ['not-recoverable', summary.notRecoverable],
    ['findings', published.findings.length],
  ]);
}

/** Which side of the keyed scale has more weight. */
function favour({ direction }: Measures): Value {
  if (direction === null) return none('undefined');
  return favourOf[direction];
}

/** Participants with at least one mark on a side. */
function standingOn(side: Side, { all, scale }: StatementResult): Value {
  if (all.marked === null) return none('not reported');
  return all.patterns
    .filter(({ columns }) => columns.some((index) => scale.columns[index]?.side === side))
    .reduce((sum, { participants }) => sum + participants, 0);
}

/** Where each participant stands, as far as the data name them. */
function namedPositions({ participants, marks, scale, all }: StatementResult): [string, Value][] {
  const someUnnamed = all.unattributable > 0 || marks.some(({ person }) => !isNamed(person));
  return participants.map((id) => {
    const own = marks.filter(({ person }) => person === id).map(({ position }) => position);
    const columns = own.filter((position) => typeof position === 'number');
    const absence = own.find((position) => typeof position === 'string');
    if (columns.length > 0) return [id, patternLabel(columns, scale)];
    return [id, absence ?? (someUnnamed ? none('not reported') : 'no mark')];
  });
}

const known = (value: number | null | undefined): Value => value ?? none('not reported');
