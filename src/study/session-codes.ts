import { draftVersion } from '../codebook/codebook.ts';
import type { NewCode } from '../codebook/write-codebook.ts';
import { isCoding, type LogEntry } from '../coding/log.ts';
import { FileError, fileReason } from '../file/file-error.ts';
import { quote } from '../problem/problem.ts';
import type { Remark } from '../session/remarks.ts';
import type { Staying } from '../session/staying.ts';
import { openCodebooks } from './codebooks.ts';
import { addToDraft, draftPath } from './draft.ts';
import { stateOf } from './file-state.ts';
import { usesOfCode } from './uses-of-code.ts';
import type { Workspace } from './workspace.ts';
import type { WrittenFiles } from './written-files.ts';

/** What a session does with codes of the draft. The caller holds the lock on what raters share. */
export interface SessionCodes {
  /** @returns where it stands, unless it was put below another. */
  add(code: NewCode): Promise<Remark[]>;
  /**
   * Takes out a code that this session made. The coding that it was made for is gone by now, so that a code that cannot
   * be removed is merely one that nobody uses: nothing is thrown for what the disk refuses.
   */
  remove(id: string): Promise<Staying[]>;
  /**
   * Looks whether the codes of the draft in some entries are there still: whoever made one may have undone it.
   *
   * @throws a FileError.
   */
  check(entries: readonly LogEntry[]): Promise<void>;
}

export function sessionCodes(
  workspace: Workspace,
  study: { name: string; title: string },
  files: WrittenFiles,
): SessionCodes {
  const staying = (id: string, why: string): Staying[] => [{ kind: 'code', id, why }];
  const draft = draftPath(workspace, study.name);
  /** Codes that are known to be there while the draft is in a state. */
  let seen: { state: string; ids: ReadonlySet<string> } = { state: '', ids: new Set() };
  return {
    add: async (code) => {
      const { change, after } = await addToDraft(workspace, study, code);
      files.note(`code ${code.id}`, change);
      seen = { state: await stateOf(draft), ids: new Set([code.id.normalize('NFC')]) };
      return code.parent === undefined ? [{ kind: 'placed', after }] : [];
    },
    remove: async (id) => {
      try {
        const why = await usesOfCode(workspace, study.name, id);
        if (why !== undefined) return staying(id, why);
        return (await files.takeBack(`code ${id}`)) ? [] : staying(id, 'draft.md has been changed since');
      } catch (error) {
        const reason = fileReason(error);
        if (reason === undefined) throw error;
        return staying(id, reason);
      }
    },
    check: async (entries) => {
      const codes = draftCodesOf(entries);
      if (codes.length === 0) return;
      const state = await stateOf(draft);
      if (seen.state === state && codes.every((code) => seen.ids.has(code))) return;
      const ids = await idsOf(workspace, study.name);
      if (!ids) return;
      seen = { state, ids };
      const gone = codes.find((code) => !ids.has(code));
      if (gone === undefined) return;
      throw new FileError(
        `the draft has no code ${quote(gone)} any more: whoever made it has taken it back; make it again as a new code if you need it`,
      );
    },
  };
}

/** The codes that some entries put on as codes of the draft. */
export const draftCodesOf = (entries: readonly LogEntry[]): string[] =>
  entries.flatMap((entry) =>
    isCoding(entry) && entry.version === draftVersion ? [entry.code.normalize('NFC')] : [],
  );

/** The codes of all versions; undefined where one cannot be read, for it may have any. */
async function idsOf(workspace: Workspace, study: string): Promise<ReadonlySet<string> | undefined> {
  const { files } = await openCodebooks(workspace, study);
  if (files.some(({ book }) => book === undefined)) return undefined;
  return new Set(files.flatMap(({ book }) => book?.codes.map(({ id }) => id.normalize('NFC')) ?? []));
}
