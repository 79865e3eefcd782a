import { readFile } from 'node:fs/promises';
import type { VFile } from 'vfile';
import type { NewFile } from '../file/write-files.ts';
import { addProblem } from '../problem/problem.ts';
import { bodyOf } from '../transcript/frozen.ts';
import { type CodingsFate, fateOfCodings } from './import-codings.ts';
import type { ImportContext } from './import-context.ts';
import type { Choices } from './import-decisions.ts';
import { describeDifference } from './import-difference.ts';
import { keepReplaced } from './keep-replaced.ts';
import { shownPath } from './workspace.ts';

/** How an import stands to the transcript that is there. */
export interface Compared {
  status: 'new' | 'unchanged' | 'replaces' | 'refused';
  /** In what the two differ. */
  differences: string[];
  /** What becomes of codings, where there are some and the body differs. */
  codings?: CodingsFate | undefined;
  /** Where the transcript that is replaced is kept, as it is; the path as users see it. */
  keeps?: NewFile | undefined;
}

/**
 * Holds an import against the transcript at its path. A transcript that differs is replaced only where that was
 * said, and a coded one whose body differs only where that was said too; else the import is refused, on `file`.
 *
 * @param another what else can be done, in words.
 */
export async function compareWithFrozen(
  { workspace, study }: Pick<ImportContext, 'workspace' | 'study'>,
  file: VFile,
  planned: { document: string; path: string; content: string },
  { replace, keepCodings }: Pick<Choices, 'replace' | 'keepCodings'>,
  another = 'import it under another name with --as NAME, or ',
): Promise<Compared> {
  const { document, path, content } = planned;
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return { status: 'new', differences: [] };
  const before = bytes.toString('utf8');
  if (before.replace(/\r\n?/g, '\n') === content) return { status: 'unchanged', differences: [] };
  const { body, phrases: differences } = describeDifference(before, content);
  const codings = body ? await fateOfCodings(workspace, study, document, bodyOf(content) ?? '') : undefined;
  const differs = `${shownPath(workspace, path)} is frozen and differs: ${differences.join('; ')}`;
  if (!replace) {
    addProblem(file, {
      rule: 'frozen-differs',
      reason: differs,
      advice: `${another}replace what is there with --replace${codings ? ` --keep-codings (${tellFate(codings)})` : ''}`,
    });
    return { status: 'refused', differences, codings };
  }
  if (codings && !keepCodings) {
    addProblem(file, {
      rule: 'coded-already',
      reason: `${differs}; and ${codings.raters.join(', ')} coded it`,
      advice: `${another}add --keep-codings, and the codings are looked for in the new text: ${tellFate(codings)}`,
    });
    return { status: 'refused', differences, codings };
  }
  const kept = await keepReplaced(workspace, study, document, bytes);
  const keeps = { ...kept, path: shownPath(workspace, kept.path) };
  return { status: 'replaces', differences, codings, keeps };
}

/** What re-anchoring does, in words. */
export function tellFate({ codings, same, moved, unconfirmed, lost, broken }: CodingsFate): string {
  const unread = broken.length === 0 ? '' : `; ${broken.length} of the logs cannot be read in full`;
  return `of ${codings} codings ${same} stay where they are, ${moved} move with their words, ${unconfirmed} have to be confirmed, ${lost} are lost${unread}; no log is changed`;
}
