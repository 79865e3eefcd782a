import type { CountedSource, CountedStep } from './counted-source.ts';
import type { FlowPart, Step } from './flow.ts';
import type { Phase } from './stage.ts';
import { type StageState, summariseStage } from './stage-state.ts';

const sideOf: Record<Phase, Step> = {
  screening: 'excluded-records',
  retrieval: 'not-retrieved',
  eligibility: 'excluded-reports',
};

/**
 * The steps of a flow as the stages give them. What came before screening is not in the decisions; a side box is there
 * for each phase that has stages.
 *
 * @param stages in their order, for the records of one source.
 * @param studyOf the study that a record tells of; undefined where that is not known.
 */
export function countSteps(
  stages: readonly StageState[],
  studyOf: ((record: string) => string) | undefined,
): CountedSource {
  const found = new Map<Step, CountedStep>();
  const main = (step: Step, count: number) => found.set(step, { count, parts: [], pending: 0 });
  const [first] = stages;
  if (!first) return { steps: found, screened: [], reports: [], studies: undefined };
  main('screened', first.records.length);
  for (const phase of ['screening', 'retrieval', 'eligibility'] as const) {
    const own = stages.filter(({ stage }) => stage.phase === phase);
    if (own.length > 0) found.set(sideOf[phase], leaving(own));
  }
  const after = (phase: Phase): StageState | undefined => stages.find(({ stage }) => stage.phase === phase);
  const last = stages.at(-1) ?? first;
  const included = last.records.filter((record) => last.outcomes.get(record)?.kind === 'include');
  const assessed = after('eligibility')?.records.length ?? included.length;
  main('sought', after('retrieval')?.records.length ?? assessed);
  main('assessed', assessed);
  main('included-reports', included.length);
  const studies = studyOf && [...new Set(included.map(studyOf))];
  if (studies) main('included-studies', studies.length);
  return { steps: found, screened: first.records, reports: included, studies };
}

function leaving(stages: readonly StageState[]): CountedStep {
  const summaries = stages.map(summariseStage);
  const parts = new Map<string, number>();
  const add = (name: string, count: number) => {
    if (count > 0) parts.set(name, (parts.get(name) ?? 0) + count);
  };
  for (const { reasons, withoutReason } of summaries) {
    for (const [reason, count] of reasons) add(reason, count);
    add('no single reason', withoutReason);
  }
  // Where no reasons are given at all there are no parts to tell apart.
  if (parts.size === 1 && parts.has('no single reason')) parts.clear();
  const total = (key: 'excluded' | 'open' | 'notYet') => summaries.reduce((sum, one) => sum + one[key], 0);
  return {
    count: total('excluded'),
    parts: [...parts].map(([name, count]): FlowPart => ({ name, count, place: null })),
    pending: total('open') + total('notYet'),
  };
}
