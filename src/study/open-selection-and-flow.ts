import type { VFile } from 'vfile';
import { type OpenedFlow, openFlow } from './open-flow.ts';
import { type OpenedSelection, openSelection } from './open-selection.ts';
import type { Study } from './open-study.ts';

/** What study.yaml says under `literature` of how records were selected, read. */
export interface SelectionAndFlow {
  selection: OpenedSelection;
  /** Undefined where no flow is named. */
  flow: OpenedFlow | undefined;
  /** Every file that was read, with its problems; study.yaml where something is wrong there. */
  files: VFile[];
}

const opened = new WeakMap<Study, Promise<SelectionAndFlow>>();

/** Reads records, decisions and flow, once a study, so that what is wrong in study.yaml is told once. */
export function openSelectionAndFlow(study: Study): Promise<SelectionAndFlow> {
  const before = opened.get(study) ?? read(study);
  opened.set(study, before);
  return before;
}

async function read(study: Study): Promise<SelectionAndFlow> {
  const selection = await openSelection(study);
  const flow = await openFlow(study, selection);
  return { selection, flow, files: [...new Set([...selection.files, ...(flow ? [flow.file] : [])])] };
}
