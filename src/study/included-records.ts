import type { VFile } from 'vfile';
import { type RecordBase, whyNot } from '../evidence/record-base.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { passed, type StageState } from '../selection/stage-state.ts';
import { openSelectionAndFlow } from './open-selection-and-flow.ts';
import type { Study } from './open-study.ts';

/** The records that count, and the files that say so, with their problems. */
export interface IncludedRecords {
  /** Null where the study has no stages: then all records count. */
  base: RecordBase | null;
  files: VFile[];
}

const found = new WeakMap<Study, Promise<IncludedRecords>>();

/** Which records every stage includes. Evidence on others is told at its line, once a study. */
export function includedRecords(study: Study): Promise<IncludedRecords> {
  const before = found.get(study) ?? read(study);
  found.set(study, before);
  return before;
}

async function read(study: Study): Promise<IncludedRecords> {
  if ((study.config.literature?.stages.length ?? 0) === 0) return { base: null, files: [] };
  const { selection } = await openSelectionAndFlow(study);
  const base = baseOf(selection.stages);
  tellEvidence(study, base);
  return { base, files: selection.files };
}

/** @param stages in their order, at least one. */
export function baseOf(stages: readonly StageState[]): RecordBase {
  const last = stages.at(-1);
  const why = new Map<string, string>();
  let unsettled = 0;
  for (const { stage, outcomes } of stages) {
    for (const [record, outcome] of outcomes) {
      if (outcome.kind === 'include') continue;
      if (outcome.kind === 'exclude') {
        why.set(record, `excluded in "${stage.label}": ${outcome.reason ?? 'no single reason'}`);
      } else {
        why.set(record, `"${stage.label}" has not settled it`);
        unsettled += 1;
      }
    }
  }
  return { included: new Set(last ? passed(last) : []), why, unsettled };
}

function tellEvidence({ literature }: Study, base: RecordBase): void {
  const { evidence, evidenceFile } = literature ?? {};
  if (!evidence || !evidenceFile) return;
  for (const { record, line } of evidence.evidence) {
    if (base.included.has(record)) continue;
    addProblem(evidenceFile, {
      rule: 'record-not-included',
      reason: `${quote(record)} is not included (${whyNot(base, record)}); this row is not counted`,
      place: { line, column: 1 },
      warning: true,
    });
  }
}
