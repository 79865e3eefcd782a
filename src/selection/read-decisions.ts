import type { VFile } from 'vfile';
import { type CsvCell, type CsvTable, findColumn, readCsv, requireColumns } from '../csv/read.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { type Decision, type RaterDecisions, type Stage, type Verdict, verdicts } from './stage.ts';

/** Among more records than these no near name is looked for: that would take longer than all else. */
const MOST_NAMES = 2000;

/** So many are told one by one. */
const MOST_TOLD = 5;

/**
 * Reads a rater's decisions in a stage: `record`, `decision` (include, exclude or unsure) and, if there are, `reason` and
 * `note`; where both are there, other columns are the rater's own. A row with a problem is told and left out. A blank decision is none yet.
 *
 * @param records the ids that there are.
 * @param excluded those that an earlier stage excluded, and which one that was.
 * @param reached those that every earlier stage includes.
 * @param follow what a record that was merged is by now, and where that is written.
 */
export function readDecisions(
  file: VFile,
  rater: string,
  stage: Stage,
  records: ReadonlySet<string>,
  excluded: ReadonlyMap<string, string>,
  reached: ReadonlySet<string> = records,
  follow: (id: string) => { id: string; where: string } | undefined = () => undefined,
): RaterDecisions {
  const decisions = new Map<string, Decision & { was?: string }>();
  /** The line of each row, by the id that stands in it; also of those that decide nothing. */
  const lines = new Map<string, number>();
  const table = readCsv(file);
  const columns =
    table && requireColumns(file, table, ['record', 'decision'], ['reason', 'note', ...ownColumns(table)]);
  if (!table || !columns) return { rater, decisions };
  const names = records.size <= MOST_NAMES ? [...records] : undefined;
  for (const { line, cells } of table.rows) {
    const cell = (name: string): CsvCell =>
      cells[columns.get(name) ?? -1] ?? { value: '', place: { line, column: 1 } };
    const record = cell('record');
    const named = record.value.normalize('NFC');
    const merged = records.has(named) ? undefined : follow(named);
    const id = merged?.id ?? named;
    const tell = (rule: string, reason: string, at = record, more = {}) =>
      addProblem(file, { rule, reason, place: at.place, ...more });
    const before = decisions.get(id);
    const was = merged && `${quote(named)} was merged into ${quote(id)} (${merged.where})`;
    const earlier = excluded.get(id);
    const sameId = lines.get(named);
    lines.set(named, sameId ?? line);
    if (!records.has(id)) {
      const reason = id === '' ? 'the record is missing' : `there is no record ${quote(id)}`;
      tell('unknown-record', reason, record, { found: id || undefined, expected: names });
    } else if (earlier !== undefined) {
      tell(
        'excluded-earlier',
        `${quote(id)} was excluded in stage ${quote(earlier)} and cannot be decided on here`,
        record,
        {
          advice: 'take the row out, or change what was decided there',
        },
      );
    } else if (sameId !== undefined) {
      tell('duplicate-decision', `${quote(named)} stands in line ${sameId} already`);
    } else if (before) {
      const both = [before.was, was].filter((one) => one !== undefined).join(', ');
      const verdict = readVerdict(file, cell('decision'));
      const reason = verdict && readReason(file, cell('reason'), verdict, stage);
      if (verdict === before.verdict && reason === before.reason) {
        tell('merged-record', `${both}; line ${before.place.line} decides the same`, record, {
          warning: true,
        });
      } else if (verdict !== undefined && reason !== undefined) {
        tell('merged-differ', `${both}, and line ${before.place.line} decides otherwise`, record, {
          found: verdict,
          suggest: false,
          advice: `one decision holds for ${quote(id)}: take the other row out`,
        });
      }
    } else {
      const verdict = readVerdict(file, cell('decision'));
      const reason = verdict && readReason(file, cell('reason'), verdict, stage);
      if (verdict === undefined || reason === undefined) continue;
      if (was !== undefined) {
        tell('merged-record', `${was}; this decision counts there`, record, {
          advice: `write ${quote(id)} here to settle it`,
          warning: true,
          most: MOST_TOLD,
        });
      }
      if (!reached.has(id)) {
        tell('not-settled-before', `an earlier stage has not settled ${quote(id)} yet`, record, {
          advice: 'this decision counts once it has',
          warning: true,
          most: MOST_TOLD,
        });
      }
      decisions.set(id, {
        record: id,
        verdict,
        reason,
        note: cell('note').value || null,
        place: record.place,
        ...(was !== undefined && { was }),
      });
    }
  }
  return { rater, decisions };
}

/** A column that nothing is known of may be one of these two misspelt, unless they are there. */
const ownColumns = (table: CsvTable): string[] =>
  ['reason', 'note'].every((name) => findColumn(table, name) !== -1)
    ? table.header.map(({ value }) => value)
    : [];

function readVerdict(file: VFile, { value, place }: CsvCell): Verdict | undefined {
  const verdict = verdicts.find((one) => one === value.toLowerCase());
  if (verdict === undefined && value !== '') {
    addProblem(file, {
      rule: 'unknown-decision',
      reason: `${quote(value)} is no decision`,
      place,
      found: value,
      expected: verdicts,
    });
  }
  return verdict;
}

/** Null without one; undefined, and told, for one that the stage does not have. */
function readReason(
  file: VFile,
  { value, place }: CsvCell,
  verdict: Verdict,
  stage: Stage,
): string | null | undefined {
  const reason = value.normalize('NFC');
  if (reason === '') {
    if (verdict !== 'exclude' || stage.reasons.length === 0) return null;
    addProblem(file, {
      rule: 'missing-reason',
      reason: 'a record is excluded without a reason',
      place,
      expected: stage.reasons,
      warning: true,
    });
    return null;
  }
  if (verdict === 'include') {
    addProblem(file, {
      rule: 'unexpected-reason',
      reason: `a record is included, and has the reason ${quote(value)} for excluding it`,
      place,
      advice: 'what speaks for a record is a note',
    });
    return undefined;
  }
  if (stage.reasons.length === 0 || stage.reasons.includes(reason)) return reason;
  addProblem(file, {
    rule: 'unknown-reason',
    reason: `${quote(value)} is no reason of stage ${quote(stage.id)}`,
    place,
    found: value,
    expected: stage.reasons,
  });
  return undefined;
}
