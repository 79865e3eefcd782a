import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { placeLog } from '../coding/rater-log.ts';
import { readLog } from '../coding/read-log.ts';
import { spellCutTail } from '../file/cut-tail.ts';
import { readTextFile } from '../file/read-text.ts';
import { reanchorIn } from '../text/anchor.ts';
import { indexCodePoints } from '../text/code-points.ts';
import { shortHash } from './corpus.ts';
import { shownPath, type Workspace } from './workspace.ts';

/** What becomes of a document's codings with another body. */
export interface CodingsFate {
  logs: number;
  raters: string[];
  codings: number;
  /** Those whose quote stands where it stood, and elsewhere. */
  same: number;
  moved: number;
  /** Something like the quote is there: a person has to confirm the place. */
  unconfirmed: number;
  lost: number;
  /** Logs with errors, with their problems. */
  broken: VFile[];
}

/** Places all codings of a document in a body that is to replace its own; undefined if nobody coded it. */
export async function fateOfCodings(
  workspace: Workspace,
  study: string,
  document: string,
  body: string,
): Promise<CodingsFate | undefined> {
  const folder = join(workspace.root, 'corpus', study, 'codings');
  const text = indexCodePoints(body);
  const now = { length: text.length, hash: shortHash(body) };
  const reanchor = reanchorIn(text);
  const fate: CodingsFate = {
    logs: 0,
    raters: [],
    codings: 0,
    same: 0,
    moved: 0,
    unconfirmed: 0,
    lost: 0,
    broken: [],
  };
  for (const round of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, round, document))) {
      if (!name.endsWith('.jsonl')) continue;
      const path = join(folder, round, document, name);
      const file = await readTextFile(path, shownPath(workspace, path), spellCutTail);
      const rater = name.slice(0, -'.jsonl'.length);
      fate.logs++;
      if (!fate.raters.includes(rater)) fate.raters.push(rater);
      const log =
        file.value === undefined ? undefined : readLog(file, { expected: { round, document, rater } });
      if (file.messages.some(({ fatal }) => fatal)) fate.broken.push(file);
      if (!log?.header) continue;
      const { placed } = placeLog(log.header, log.folded, { ...now, reanchor });
      fate.codings += log.folded.codings.length;
      fate.moved += placed.moved.length;
      fate.same += placed.codings.length - placed.moved.length;
      fate.unconfirmed += placed.unconfirmed.length;
      fate.lost += placed.lost.length;
    }
  }
  return fate.logs === 0 ? undefined : fate;
}

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.')).sort();
