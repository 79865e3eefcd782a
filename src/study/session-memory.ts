import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFiles } from '../file/write-files.ts';
import { ownFolder, ownPath, type SessionPlace } from './session-place.ts';
import type { Workspace } from './workspace.ts';

/** What a rater finds again on coming back; none of it is part of the study. */
export interface Memory {
  /** Where the cursor was; undefined where that is not known, or the text is another one now. */
  cursor: number | undefined;
  /** Letters that apply a code. */
  bindings: Record<string, string>;
}

const bindingsPath = (workspace: Workspace, { study, rater }: SessionPlace): string =>
  join(ownFolder(workspace, study), `${rater}.json`);

/** @param text the short hash of the body. */
export async function remember(workspace: Workspace, place: SessionPlace, text: string): Promise<Memory> {
  const left = await readJson(ownPath(workspace, place, 'json'));
  const kept = await readJson(bindingsPath(workspace, place));
  const bindings = Object.entries(kept).filter((one): one is [string, string] => typeof one[1] === 'string');
  return {
    cursor: left.text === text && Number.isInteger(left.cursor) ? Number(left.cursor) : undefined,
    bindings: Object.fromEntries(bindings),
  };
}

export const keepCursor = (
  workspace: Workspace,
  place: SessionPlace,
  left: { cursor: number; text: string },
): Promise<void> =>
  writeFiles([{ path: ownPath(workspace, place, 'json'), content: `${JSON.stringify(left)}\n` }]);

export const keepBindings = (
  workspace: Workspace,
  place: SessionPlace,
  bindings: Readonly<Record<string, string>>,
): Promise<void> =>
  writeFiles([{ path: bindingsPath(workspace, place), content: `${JSON.stringify(bindings, null, 2)}\n` }]);

/** Nothing where there is no such file, or none that can be read: it is only a convenience. */
async function readJson(path: string): Promise<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
