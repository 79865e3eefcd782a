import type { RecordBase } from '../evidence/record-base.ts';
import { addProblem } from '../problem/problem.ts';
import { checkQuestion } from '../records/check-question.ts';
import type { Records } from '../records/records.ts';
import { type Question, summarise } from '../records/summarise.ts';
import type { Mark } from '../statements/mark.ts';
import type { Base } from '../statements/measures.ts';
import { type StatementResult, statementResult } from '../statements/statement-result.ts';
import type { Study } from './open-study.ts';
import { ofReview } from './records-of-review.ts';
import type { Replication, Result } from './result.ts';
import type { ResultConfig } from './schema.ts';

/**
 * Computes every result that study.yaml names on records and statements. One that asks for something that is not there is
 * told, at its place in study.yaml, and left out.
 *
 * @param base the included records of a review; null where it has no stages.
 */
export function computeResults(study: Study, base: RecordBase | null): Map<string, Result> {
  const results = new Map<string, Result>();
  const computed = new Map<Base, StatementResult[]>();
  const statements = (base: Base) => {
    const all = computed.get(base) ?? allStatements(study, base);
    computed.set(base, all);
    return all;
  };
  for (const [name, config] of Object.entries(study.config.results)) {
    let result: Result | undefined;
    if (config.from === 'statements') result = ofStatements(study, name, config, statements(config.base));
    else if (config.from === 'participants' || config.from === 'records') {
      result = ofRecords(study, name, config, base);
    }
    if (result) results.set(name, result);
  }
  return results;
}

/** The results about the comparison itself, which can only be had after the others were compared. */
export function replicationResults(study: Study, replication: Replication | null): Map<string, Result> {
  const results = new Map<string, Result>();
  for (const [name, config] of Object.entries(study.config.results)) {
    if (config.from !== 'replication') continue;
    if (replication) results.set(name, { from: 'replication', show: config.show, replication });
    else
      tell(
        study,
        ['results', name, 'from'],
        'no-published',
        `there is no reports/${study.name}/published.yaml to compare with`,
      );
  }
  return results;
}

/** Every statement of the study, whether a named result asks for it or not. */
export function allStatements(study: Study, base: Base): StatementResult[] {
  const { scale, config, roster } = study;
  if (!scale || !config.statements) return [];
  const { rows } = config.statements;
  const marks = new Map(study.statements.map(({ id }): [string, Mark[]] => [id, []]));
  for (const mark of study.marks) marks.get(mark.statement)?.push(mark);
  return study.statements.map((statement) =>
    statementResult(statement, marks.get(statement.id) ?? [], scale, roster, rows, base),
  );
}

type RecordsConfig = Extract<ResultConfig, { from: 'participants' | 'records' }>;

function ofStatements(
  study: Study,
  name: string,
  config: Extract<ResultConfig, { from: 'statements' }>,
  all: StatementResult[],
): Result | undefined {
  if (all.length === 0) {
    tell(study, ['results', name, 'from'], 'no-statements', 'no statements are declared in this study');
    return undefined;
  }
  if (config.statement === undefined) return { from: 'statements', all };
  const one = all.find(({ statement }) => statement.id === config.statement);
  if (one) return { from: 'statement', one };
  addProblem(study.declared.file, {
    rule: 'unknown-statement',
    reason: `"${config.statement}" is not a statement of this study`,
    place: study.declared.place(['results', name, 'statement']),
    found: config.statement,
    expected: study.statements.map(({ id }) => id),
  });
  return undefined;
}

function ofRecords(
  study: Study,
  name: string,
  config: RecordsConfig,
  included: RecordBase | null,
): Result | undefined {
  const all = recordsFor(study, name, config);
  const own =
    all &&
    (config.from === 'records'
      ? ofReview(study, name, { ...config, records: all }, included)
      : { records: all, of: null });
  if (!own) return undefined;
  const { records, of } = own;
  const question: Question = {
    where: config.where,
    countBy: config['count-by'],
    distinct: config.distinct,
    number: config.number,
  };
  const problems = checkQuestion(records, question);
  for (const { path, reason, found, expected, warning } of problems) {
    addProblem(study.declared.file, {
      rule: 'question',
      reason: `result "${name}": ${reason}`,
      place: study.declared.place(['results', name, ...path]),
      found,
      expected,
      warning,
    });
  }
  const numeric = records.columns.find((column) => column.name === config.number);
  if (numeric && numeric.type !== 'number') {
    tell(
      study,
      ['results', name, 'number'],
      'not-a-number-column',
      `column "${numeric.name}" is not declared as type: number`,
    );
    return undefined;
  }
  if (problems.some(({ warning }) => !warning)) return undefined;
  return {
    from: 'records',
    summary: summarise(records, question),
    countedBy: config['count-by'] ?? null,
    of,
  };
}

function recordsFor(study: Study, name: string, config: RecordsConfig): Records | undefined {
  if (config.from === 'participants') {
    // A file that could not be read was told when it was opened.
    if (!study.config.participants) {
      tell(study, ['results', name, 'from'], 'no-participants', 'no participants are declared in this study');
    }
    return study.participants ?? undefined;
  }
  if (!Object.hasOwn(study.config.data, config.data)) {
    addProblem(study.declared.file, {
      rule: 'unknown-data',
      reason: `"${config.data}" is not declared under data`,
      place: study.declared.place(['results', name, 'data']),
      found: config.data,
      expected: Object.keys(study.config.data),
    });
  }
  return study.records.get(config.data);
}

function tell(study: Study, path: string[], rule: string, reason: string): void {
  addProblem(study.declared.file, { rule, reason, place: study.declared.place(path) });
}
