import type { FlowStep, Step } from './flow.ts';

/** What was counted of a step in decisions. */
export type CountedStep = Pick<FlowStep, 'count' | 'parts' | 'pending'>;

/** What decisions give of a source. */
export interface CountedSource {
  steps: ReadonlyMap<Step, CountedStep>;
  /** Ids of the records, of those that are included, and of the studies that these tell of; undefined where that is not known. */
  screened: readonly string[];
  reports: readonly string[];
  studies: readonly string[] | undefined;
}
