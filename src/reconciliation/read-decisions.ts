import type { VFile } from 'vfile';
import * as z from 'zod';
import { keyColumns } from '../coding/key-columns.ts';
import { conflictMarker } from '../coding/read-log.ts';
import { isTime } from '../coding/time.ts';
import { addProblem, type Finding, type Place, quote } from '../problem/problem.ts';
import { type Decision, formatDecision, outcomes, verdicts } from './decision.ts';

/** The decisions of a study in the order of their lines, each once, with where each stands. */
export interface DecisionLog {
  decisions: Decision[];
  places: ReadonlyMap<Decision, Place>;
}

const name = z.string().min(1);
const position = z.int().min(0);

const line = z
  .object({
    id: name,
    decision: z.literal('reconciliation'),
    replaces: z.array(name).optional(),
    round: name,
    document: name,
    unit: z.object({
      kind: z.enum(['turn', 'paragraph', 'sentence', 'document', 'character', 'spans']),
      start: position,
      end: position,
    }),
    code: name,
    version: name,
    start: position,
    end: position,
    quote: name,
    text: name,
    verdict: z.enum(verdicts),
    right: name.optional(),
    outcome: z.enum(outcomes),
    raters: z.array(
      z.object({
        rater: name,
        gave: z.boolean().nullable(),
        codings: z.array(z.object({ id: name, rev: z.int().min(1) })),
      }),
    ),
    chosen: z.array(name).optional(),
    why: z.string(),
    by: name,
    at: z.string().refine(isTime, 'expected a time such as 2025-03-01T09:30:00Z'),
  })
  .refine(({ verdict, right }) => (verdict === 'rater') === (right !== undefined), {
    path: ['right'],
    message: 'the verdict "rater" names who is right, and no other does',
  });

const known = Object.keys(line.shape);

/**
 * Reads `decisions.jsonl`. Every problem is told at its line and column, and all other lines are read. Errors:
 * `not-json`, `truncated-line`, `conflict-marker`, `unknown-entry`, `bad-decision`, `equal-ids`. Warnings:
 * `unknown-key`, `unread-line` for what `emic check --fix` has set aside.
 */
export function readDecisions(file: VFile): DecisionLog {
  const found = new Map<string, { decision: Decision; line: number }>();
  const lines = String(file)
    .replace(/^\uFEFF/, '')
    .split('\n');
  for (const [index, raw] of lines.entries()) {
    const text = raw.replace(/\r$/, '');
    if (text.trim() === '') continue;
    const tell = (finding: Finding, column = 1): void =>
      addProblem(file, { ...finding, place: { line: index + 1, column } });
    const decision = readLine(text, index === lines.length - 1, tell);
    const before = decision && found.get(decision.id);
    if (before && formatDecision(before.decision) !== formatDecision(decision)) {
      tell({
        rule: 'equal-ids',
        reason: `the decision ${quote(decision.id)} says something else here than in line ${before.line}`,
        advice: 'give one of them another id',
      });
    } else if (decision && !before) found.set(decision.id, { decision, line: index + 1 });
  }
  const all = [...found.values()];
  return {
    decisions: all.map(({ decision }) => decision),
    places: new Map(all.map((one) => [one.decision, { line: one.line, column: 1 }])),
  };
}

type Tell = (finding: Finding, column?: number) => void;

function readLine(text: string, isLast: boolean, tell: Tell): Decision | undefined {
  if (conflictMarker.test(text)) {
    tell({
      rule: 'conflict-marker',
      reason: 'a merge left a conflict marker here',
      found: text,
      advice: 'both sides are kept: let "emic check --fix" take the marker lines out',
    });
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (isLast) {
      tell(
        {
          rule: 'truncated-line',
          reason: 'the last line is cut off',
          found: text,
          advice: '"emic check --fix" sets it aside; emic reconcile asks again',
        },
        text.length + 1,
      );
    } else {
      tell({
        rule: 'not-json',
        reason: 'this line is not JSON',
        found: text,
        advice: 'every line is one JSON object; restore it from an earlier version of the file',
      });
    }
    return undefined;
  }
  const given: object = typeof value === 'object' && value !== null ? value : {};
  if ('unread' in given) {
    tell({
      rule: 'unread-line',
      reason: 'a line that was cut off is kept here, and not read',
      found: String(given.unread),
      advice: 'decide again with emic reconcile, then delete this line',
      warning: true,
    });
    return undefined;
  }
  if (!('decision' in given) || given.decision !== 'reconciliation') {
    tell({
      rule: 'unknown-entry',
      reason: 'this line is no decision that is known here',
      found: text,
      advice: 'a decision of emic reconcile has "decision":"reconciliation"',
    });
    return undefined;
  }
  return held(text, given, tell);
}

/** Holds a line against its shape. */
function held(text: string, given: object, tell: Tell): Decision | undefined {
  const parsed = line.safeParse(given);
  const columns = keyColumns(text);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const [key] = path;
      const column = typeof key === 'string' ? columns.get(key)?.value : undefined;
      tell({ rule: 'bad-decision', reason: `${quote(path.join('.'))}: ${message}` }, column);
    }
    return undefined;
  }
  for (const key of Object.keys(given).filter((one) => !known.includes(one))) {
    tell(
      {
        rule: 'unknown-key',
        reason: `${quote(key)} is not known here`,
        ...{ found: key, expected: known, advice: 'it is kept', warning: true },
      },
      columns.get(key)?.key,
    );
  }
  const { decision: _, replaces, right, chosen, ...rest } = parsed.data;
  return {
    ...rest,
    ...(replaces && { replaces }),
    ...(right !== undefined && { right }),
    ...(chosen && { chosen }),
  };
}
