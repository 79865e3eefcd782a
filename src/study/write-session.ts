import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatLine, type LogEntry } from '../coding/log.ts';
import { appendLines } from '../file/append-file.ts';
import { FileError, fileError, fileReason } from '../file/file-error.ts';
import type { Remark } from '../session/remarks.ts';
import type { Effect } from '../session/session.ts';
import type { Staying } from '../session/staying.ts';
import { openCodebooks } from './codebooks.ts';
import { addToDraft, draftPath } from './draft.ts';
import { offeredCodes } from './offered-codes.ts';
import { keepBindings } from './session-memory.ts';
import { MemoChanged, writeSessionMemo } from './session-memos.ts';
import { logPath, type SessionPlace, transcriptPath } from './session-place.ts';
import { usesOfCode } from './uses-of-code.ts';
import type { Workspace } from './workspace.ts';
import { writtenFiles } from './written-files.ts';

/** Puts on the disk what a session asks for. */
export interface SessionWriter {
  /**
   * Carries out the effects of one step: a new code before the coding that has it, and its removal after that of the coding. Nothing is written where another program
   * has changed the log or the transcript since: what was made here rests on them as they were.
   *
   * @returns what an undo had to leave as it was, and why; where a new code stands; the codes, where the draft has changed.
   * @throws a FileError.
   */
  write(effects: readonly Effect[]): Promise<Remark[]>;
  append(entries: readonly LogEntry[]): Promise<void>;
}

export async function sessionWriter(
  workspace: Workspace,
  place: SessionPlace,
  title: string,
  /** The codebook version to code with; the newest release where it is undefined. */
  version?: string,
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
  const draft = draftPath(workspace, study);
  const files = writtenFiles();
  let seen = await stateOf(draft);
  /** A draft that cannot be read leaves the codes as they are. */
  const readCodes = async (): Promise<Remark[]> => {
    const now = await stateOf(draft);
    if (now === seen) return [];
    seen = now;
    const books = await openCodebooks(workspace, study);
    if (now !== 'none' && !books.draft) return [];
    return [{ kind: 'codes', codes: offeredCodes(books, version) }];
  };
  const addCode = async (code: Extract<Effect, { kind: 'add code' }>['code']): Promise<Remark[]> => {
    // A code without the coding that it was made for would be in the way of making it again.
    await checkWritable(path);
    let after: string | null = null;
    await files.note(`code ${code.id}`, draft, async () => {
      after = await addToDraft(workspace, { name: study, title }, code);
      return draft;
    });
    return code.parent === undefined ? [{ kind: 'placed', after }] : [];
  };
  /** The coding is gone by now, so that a code that cannot be removed is merely one that nobody uses. */
  const removeCode = async (id: string): Promise<Staying[]> => {
    const why = await usesOfCode(workspace, study, id);
    if (why !== undefined) return [{ kind: 'code', id, why }];
    try {
      const isDone = await files.takeBack(`code ${id}`);
      return isDone ? [] : [{ kind: 'code', id, why: 'draft.md has been changed since' }];
    } catch (error) {
      const reason = fileReason(error);
      if (reason === undefined) throw error;
      return [{ kind: 'code', id, why: reason }];
    }
  };
  const writeMemo = async ({ memo, isUndo }: Extract<Effect, { kind: 'write memo' }>): Promise<Staying[]> => {
    try {
      await writeSessionMemo(workspace, place, memo, files);
      return [];
    } catch (error) {
      if (!isUndo || !(error instanceof MemoChanged)) throw error;
      const { written } = error;
      return [{ kind: 'memo', name: memo.about.name, why: 'it has been changed since', written }];
    }
  };
  const one = async (effect: Effect): Promise<Remark[]> => {
    switch (effect.kind) {
      case 'append':
        await append(effect.entries);
        return [];
      case 'add code':
        return addCode(effect.code);
      case 'read codes':
        return readCodes();
      case 'remove code':
        return removeCode(effect.id);
      case 'write memo':
        return writeMemo(effect);
      case 'keep bindings':
        await keepBindings(workspace, place, effect.bindings);
        return [];
    }
  };
  return {
    append,
    write: async (effects) => {
      const remarks: Remark[] = [];
      for (const effect of effects) remarks.push(...(await one(effect)));
      return remarks;
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
