import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatLine, type LogEntry } from '../coding/log.ts';
import { appendLines } from '../file/append-file.ts';
import { FileError, fileError } from '../file/file-error.ts';
import type { Effect } from '../session/session.ts';
import { addToDraft } from './draft.ts';
import { writeMemo } from './memos.ts';
import { keepBindings } from './session-memory.ts';
import { logPath, type SessionPlace, transcriptPath } from './session-place.ts';
import type { Workspace } from './workspace.ts';

/** Puts on the disk what a session asks for. */
export interface SessionWriter {
  /**
   * Carries out the effects of one step, a new code before the coding that has it. Nothing is written where another program
   * has changed the log or the transcript since: what was made here rests on them as they were.
   *
   * @throws a FileError.
   */
  write(effects: readonly Effect[]): Promise<void>;
  append(entries: readonly LogEntry[]): Promise<void>;
}

/** @param now the time, in ISO 8601. */
export async function sessionWriter(
  workspace: Workspace,
  place: SessionPlace,
  title: string,
  now: () => string,
): Promise<SessionWriter> {
  const path = join(workspace.root, logPath(place));
  const text = join(workspace.root, transcriptPath(place));
  const { round, document, rater, study } = place;
  const header = formatLine({ emic: 1, round, document, rater });
  const read = await stateOf(text);
  let known = await stateOf(path);

  const append = async (entries: readonly LogEntry[]): Promise<void> => {
    if ((await stateOf(path)) !== known) throw changed('the log');
    if ((await stateOf(text)) !== read) throw changed('the transcript');
    await appendLines(path, entries.map(formatLine), { header });
    known = await stateOf(path);
  };
  const one = async (effect: Effect): Promise<void> => {
    switch (effect.kind) {
      case 'append':
        return append(effect.entries);
      case 'add code':
        // A code without the coding that it was made for would be in the way of making it again.
        await checkWritable(path);
        return addToDraft(workspace, { name: study, title }, effect.code);
      case 'write memo': {
        const { about } = effect;
        const memo = { kind: about.kind, about: about.name, text: effect.text, title: undefined };
        await writeMemo(workspace, study, { ...memo, author: rater, date: now().slice(0, 10) });
        return;
      }
      case 'keep bindings':
        await keepBindings(workspace, place, effect.bindings);
    }
  };
  return {
    append,
    write: async (effects) => {
      for (const effect of effects) await one(effect);
    },
  };
}

/** How large a file is and when it was written last; the same string as long as nobody writes it. */
const stateOf = async (path: string): Promise<string> => {
  const found = await stat(path).catch(() => undefined);
  return found ? `${found.size} ${found.mtimeMs}` : 'none';
};

const changed = (what: string): FileError =>
  new FileError(`another program has changed ${what}; leave and come back, and go on from there`);

async function checkWritable(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await access((await stateOf(path)) === 'none' ? dirname(path) : path, constants.W_OK);
  } catch (error) {
    throw fileError('cannot write', path, error);
  }
}
