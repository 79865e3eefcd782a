import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatLine, type LogEntry } from '../coding/log.ts';
import { appendLines } from '../file/append-file.ts';
import type { Effect } from '../session/session.ts';
import { addToDraft } from './draft.ts';
import { writeMemo } from './memos.ts';
import { keepBindings } from './session-memory.ts';
import { logPath, type SessionPlace } from './session-place.ts';
import type { Workspace } from './workspace.ts';

/** Puts on the disk what a session asks for. */
export interface SessionWriter {
  /**
   * Carries out the effects of one step, a new code before the coding that has it.
   *
   * @returns a word to the rater where another program has changed the log meanwhile; nothing is lost then.
   * @throws a FileError.
   */
  write(effects: readonly Effect[]): Promise<string | undefined>;
  append(entries: readonly LogEntry[]): Promise<string | undefined>;
}

/** @param now the time, in ISO 8601. */
export async function sessionWriter(
  workspace: Workspace,
  place: SessionPlace,
  title: string,
  now: () => string,
): Promise<SessionWriter> {
  const path = join(workspace.root, logPath(place));
  const { round, document, rater, study } = place;
  const header = formatLine({ emic: 1, round, document, rater });
  let known = await sizeOf(path);

  const append = async (entries: readonly LogEntry[]): Promise<string | undefined> => {
    const isChanged = (await sizeOf(path)) !== known;
    await appendLines(path, entries.map(formatLine), { header });
    known = await sizeOf(path);
    return isChanged
      ? 'Another program has changed the log: leave and come back to see what it did.'
      : undefined;
  };
  const one = async (effect: Effect): Promise<string | undefined> => {
    switch (effect.kind) {
      case 'append':
        return append(effect.entries);
      case 'add code':
        await addToDraft(workspace, { name: study, title }, effect.code);
        return undefined;
      case 'write memo': {
        const { about, text } = effect;
        const memo = { kind: about.kind, about: about.name, text, title: undefined };
        await writeMemo(workspace, study, { ...memo, author: rater, date: now().slice(0, 10) });
        return undefined;
      }
      case 'keep bindings':
        await keepBindings(workspace, place, effect.bindings);
        return undefined;
    }
  };
  return {
    append,
    write: async (effects) => {
      let told: string | undefined;
      for (const effect of effects) told = (await one(effect)) ?? told;
      return told;
    },
  };
}

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.size ?? 0;
