import { join } from 'node:path';
import type { Workspace } from './workspace.ts';

/** Whose codings of what, in which round. */
export interface SessionPlace {
  study: string;
  document: string;
  rater: string;
  round: string;
}

/** From the workspace's root. */
export const logPath = ({ study, round, document, rater }: SessionPlace): string =>
  join('corpus', study, 'codings', round, document, `${rater}.jsonl`);

export const transcriptPath = ({ study, document }: Pick<SessionPlace, 'study' | 'document'>): string =>
  join('corpus', study, 'transcripts', `${document}.md`);

/** Where a session keeps what is its own: git ignores it. */
export const ownFolder = ({ root }: Workspace, study: string): string =>
  join(root, 'reports', study, '.emic', 'coding');

/** Of those who decide on a study's differences together: one at a time, whatever the round. */
export const reconcilingLock = ({ root }: Workspace, study: string): string =>
  join(root, 'reports', study, '.emic', 'reconciling.lock');

export const ownPath = (workspace: Workspace, place: SessionPlace, ending: 'lock' | 'json'): string =>
  join(ownFolder(workspace, place.study), place.round, place.document, `${place.rater}.${ending}`);

/** Of one rater who decides on the records of a stage. */
export const screeningLock = ({ root }: Workspace, study: string, stage: string, rater: string): string =>
  join(root, 'reports', study, '.emic', 'screening', stage, `${rater}.lock`);
