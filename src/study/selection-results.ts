import type { VFile } from 'vfile';
import type { IntervalOptions } from '../agreement/interval.ts';
import type { MeasureName } from '../agreement/measure-names.ts';
import type { DescribedStage } from '../exhibit/selection-tables.ts';
import { hasErrors } from '../problem/problem.ts';
import { disagreementsOf, reasonsDifferingOf } from '../selection/disagreements.ts';
import type { UnsureAs } from '../selection/stage.ts';
import { stageAgreement } from '../selection/stage-agreement.ts';
import { type StageState, summariseStage } from '../selection/stage-state.ts';
import type { OpenedFlow } from './open-flow.ts';
import type { OpenedSelection } from './open-selection.ts';
import { openSelectionAndFlow } from './open-selection-and-flow.ts';
import type { Study } from './open-study.ts';
import type { Result } from './result.ts';
import { ResultNames } from './result-names.ts';

export interface SelectionResults {
  results: Map<string, Result>;
  files: VFile[];
}

/** Computes every result that study.yaml names on the selection; without any its files are not read. */
export async function selectionResults(study: Study): Promise<SelectionResults> {
  const results = new Map<string, Result>();
  const wanted = Object.entries(study.config.results).filter(
    ([, { from }]) => from === 'flow' || from === 'selection',
  );
  if (wanted.length === 0) return { results, files: [] };
  const { selection, flow, files } = await openSelectionAndFlow(study);
  const others = files.filter((file) => file !== study.declared.file);
  if (hasErrors([...others, study.declared.file])) return { results, files: others };
  for (const [name] of wanted) {
    const result = resultOf(study, name, selection, flow);
    if (result) results.set(name, result);
  }
  return { results, files: others };
}

function resultOf(
  study: Study,
  name: string,
  { stages }: OpenedSelection,
  flow: OpenedFlow | undefined,
): Result | undefined {
  const config = study.config.results[name];
  const names = new ResultNames(study, name);
  if (config?.from === 'flow') {
    if (flow?.flow) return { from: 'flow', flow: flow.flow };
    return names.refuse('from', 'no-flow', 'this study has no flow: name its file under "literature"');
  }
  if (config?.from !== 'selection') return undefined;
  if (stages.length === 0) {
    return names.refuse('from', 'no-stages', 'this study has no stages of selection under "literature"');
  }
  const ids = stages.map(({ stage }) => stage.id);
  const wanted = names.known('stages', config.stages, ids, 'stage') ?? ids;
  if (names.failed) return undefined;
  const own = stages.filter(({ stage }) => wanted.includes(stage.id));
  return {
    from: 'selection',
    stages: own.map((state) =>
      describeStage(state, {
        measures: config.measure && [config.measure],
        unsure: config.unsure,
      }),
    ),
  };
}

/** How the agreement of a stage is counted. */
export interface StageOptions extends IntervalOptions {
  measures?: readonly MeasureName[] | undefined;
  unsure?: UnsureAs | undefined;
}

export const describeStage = (state: StageState, { measures, ...options }: StageOptions): DescribedStage => ({
  stage: state.stage,
  summary: summariseStage(state),
  unsure: options.unsure ?? 'category',
  agreement: stageAgreement(state, measures, options),
  disagreements: disagreementsOf(state),
  reasonsDiffering: reasonsDifferingOf(state),
});
