import { access, constants, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatLine, type LogEntry } from '../coding/log.ts';
import { appendLines } from '../file/append-file.ts';
import { FileError, fileError, fileReason } from '../file/file-error.ts';
import { quote } from '../problem/problem.ts';
import type { Remark } from '../session/remarks.ts';
import type { Effect } from '../session/session.ts';
import type { Staying } from '../session/staying.ts';
import { openCodebooks } from './codebooks.ts';
import { draftPath } from './draft.ts';
import { stateOf } from './file-state.ts';
import { offeredCodes } from './offered-codes.ts';
import { draftCodesOf, sessionCodes } from './session-codes.ts';
import { keepBindings } from './session-memory.ts';
import { MemoChanged, writeSessionMemo } from './session-memos.ts';
import { logPath, type SessionPlace, transcriptPath } from './session-place.ts';
import type { Workspace } from './workspace.ts';
import { whileAlone } from './write-lock.ts';
import { writtenFiles } from './written-files.ts';

/** Puts on the disk what a session asks for. */
export interface SessionWriter {
  /**
   * Carries out the effects of one step: a new code before the coding that has it, and its removal after that of the coding. Nothing is written where another program
   * has changed the log or the transcript since, what was made here resting on them as they were, nor where a code of the draft is gone.
   * Files that raters share are read and replaced while no other session does.
   *
   * @returns what an undo had to leave as it was, and why; where a new code stands; the codes, where the draft has changed.
   * @throws a FileError; then all is as it was before, but for a new code that it says has stayed.
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

  const checkUnchanged = async (): Promise<void> => {
    if ((await stateOf(path)) !== known) throw changed('the log');
    if ((await stateOf(text)) !== read) throw changed('the transcript');
  };
  const append = async (entries: readonly LogEntry[]): Promise<void> => {
    await checkUnchanged();
    await appendLines(path, entries.map(formatLine), { header });
    known = await stateOf(path);
  };
  const files = writtenFiles();
  const draft = draftPath(workspace, study);
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
  const codes = sessionCodes(workspace, { name: study, title }, files);
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
        await codes.check(effect.entries);
        await append(effect.entries);
        return [];
      case 'add code':
        return codes.add(effect.code);
      case 'read codes':
        return readCodes();
      case 'remove code':
        return codes.remove(effect.id);
      case 'write memo':
        return writeMemo(effect);
      case 'keep bindings':
        await keepBindings(workspace, place, effect.bindings);
        return [];
    }
  };
  const all = async (effects: readonly Effect[]): Promise<Remark[]> => {
    // A code without the coding that it was made for would be in the way of making it again.
    if (effects.some(({ kind }) => kind === 'append')) await checkUnchanged();
    if (effects.some(({ kind }) => kind === 'add code')) await checkWritable(path);
    const remarks: Remark[] = [];
    const made: string[] = [];
    try {
      for (const effect of effects) {
        remarks.push(...(await one(effect)));
        if (effect.kind === 'add code') made.push(effect.code.id);
      }
    } catch (error) {
      for (const id of made) {
        const [left] = await codes.remove(id);
        if (left) throw withCode(error, id);
      }
      throw error;
    }
    return remarks;
  };
  return {
    append,
    write: (effects) =>
      effects.some(isShared) ? whileAlone(workspace, study, () => all(effects)) : all(effects),
  };
}

/** True for what is about files that raters share; a coding with a code of the draft is, for that may go. */
function isShared(effect: Effect): boolean {
  if (effect.kind === 'append') return draftCodesOf(effect.entries).length > 0;
  return effect.kind !== 'keep bindings' && effect.kind !== 'read codes';
}

/** An error after which a code is there without its coding. */
function withCode(error: unknown, id: string): unknown {
  const reason = fileReason(error);
  if (reason === undefined) return error;
  const more = `the new code ${quote(id)} is in the draft all the same; leave and come back to use it`;
  return new FileError(`${reason}; ${more}`, { cause: error });
}

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
