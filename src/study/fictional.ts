import { readStudyFile } from './study-file.ts';
import type { Workspace } from './workspace.ts';

/** Whether a study says of itself that its people are invented; null where its study.yaml cannot be used. */
export async function isFictional(workspace: Workspace, study: string): Promise<boolean | null> {
  const { config } = await readStudyFile(workspace, study);
  return config ? config.fictional : null;
}
