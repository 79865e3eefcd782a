import type { VFile } from 'vfile';
import type { Remark } from './check-corpus.ts';
import { openSelectionAndFlow } from './open-selection-and-flow.ts';
import type { Study } from './open-study.ts';

/** Reads what a literature review has; sums of its flow that cannot be checked, or differ as is known, are returned. */
export async function checkSelection(study: Study): Promise<{ files: VFile[]; remarks: Remark[] }> {
  const { files, flow } = await openSelectionAndFlow(study);
  const remarks = (flow?.flow?.remarks ?? []).map((one): Remark => ({ file: flow?.file.path ?? '', ...one }));
  return { files, remarks };
}
