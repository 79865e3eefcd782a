import { join } from 'node:path';
import { VFile } from 'vfile';
import { draftVersion } from '../codebook/codebook.ts';
import { isRevision, isThrough, type LogEntry, type Through } from '../coding/log.ts';
import { compareTimes } from '../coding/time.ts';
import { listed } from '../exhibit/words.ts';
import { readBytes } from '../file/read-bytes.ts';
import { readTextFile } from '../file/read-text.ts';
import { hasErrors } from '../problem/problem.ts';
import { newSession } from '../session/new-session.ts';
import { readingText } from '../session/reading-text.ts';
import type { Session } from '../session/session.ts';
import { countedSpeakers } from '../transcript/counted-speakers.ts';
import { openCodebooks } from './codebooks.ts';
import { type CodedDocument, isUsable, readDocument } from './corpus.ts';
import { earlierNames } from './earlier-names.ts';
import { offeredCodes } from './offered-codes.ts';
import { remember } from './session-memory.ts';
import { readSessionMemos } from './session-memos.ts';
import { logPath, type SessionPlace, transcriptPath } from './session-place.ts';
import { currentBody, readCarefully, type StudyLog } from './study-log.ts';
import { exists, shownPath, type Workspace } from './workspace.ts';

export interface SessionOptions {
  /** Raters whose codings are shown. */
  show: readonly string[];
  /** The codebook version to code with; the newest release where it is undefined. */
  version: string | undefined;
  language: string | undefined;
  /** Who is in the participants' file; undefined where a study has none. */
  participants?: readonly string[] | undefined;
  /** Keys, unless told. */
  by?: Session['by'];
}

/** The session where it could be opened, and a draft and memos with problems; else the files whose problems are in the way. */
export type OpenedSession =
  | { session: Session; files: VFile[]; notice: string | null }
  | { session: undefined; files: VFile[] };

/** Reads what one rater needs to code one document: its text, the codebook, their log, and logs that are shown. */
export async function openSession(
  workspace: Workspace,
  place: SessionPlace,
  options: SessionOptions,
): Promise<OpenedSession> {
  const { study, rater, round } = place;
  const path = join(workspace.root, transcriptPath(place));
  const file = await readTextFile(path, shownPath(workspace, path));
  const document = readDocument(file);
  if (!document) return { session: undefined, files: [file] };
  const codebooks = await openCodebooks(workspace, study);
  const own = await readOwn(workspace, place, document);
  const others = await Promise.all(
    options.show.map(async (other) => ({
      rater: other,
      log: await readOwn(workspace, { ...place, rater: other }, document),
    })),
  );
  const { draft, draftFile } = codebooks;
  const idle = codebooks.releases.length > 0 && options.version !== draftVersion ? draftFile : undefined;
  const unread = codebooks.files.flatMap(({ file, book }) => (book || file === idle ? [] : [file]));
  const broken = [own, ...others.map(({ log }) => log)].flatMap(({ file }) => (isUsable(file) ? [] : [file]));
  const files = [...unread, ...broken];
  if (files.length > 0) return { session: undefined, files };

  const { memos, broken: brokenMemos } = await readSessionMemos(workspace, place, [rater, ...options.show]);
  const brokenDraft = draftFile && hasErrors([draftFile]) ? [draftFile] : [];
  const leftOut = [
    ...(brokenDraft.length > 0 && !draft ? [noDraft] : []),
    ...(brokenMemos.length > 0 ? [noMemos(brokenMemos)] : []),
  ];
  const notice = leftOut.join(' ') || null;
  const entries = own.read?.written.entries ?? [];
  const said = lastThrough(entries);
  const offered = offeredCodes(codebooks, options.version);
  const memory = await remember(workspace, place, document.hash);
  const session = newSession({
    text: readingText(
      {
        document: place.document,
        kind: document.frozen.front.kind,
        hash: document.hash,
        body: document.text,
      },
      document.frozen.turns,
      document.frozen.front.language ?? options.language,
      countedSpeakers(document.frozen, options.participants),
    ),
    ...{ rater, round },
    codes: offered,
    earlier: earlierNames(codebooks, offered),
    memos,
    codings: own.read?.log.codings ?? [],
    revisions: revisionsOf(entries),
    others: others.map(({ rater, log }) => ({ rater, codings: log.read?.log.codings ?? [] })),
    through: own.read?.log.through ?? 0,
    throughAt: said?.at ?? null,
    ...memory,
    ...(options.by && { by: options.by }),
    notice: [notice, own.read && noticeOf(own.read)].filter(Boolean).join(' ') || null,
  });
  return { session, files: [...brokenDraft, ...brokenMemos], notice };
}

const noDraft = 'The draft is left out, and takes no new codes until it is mended.';

function noMemos(files: readonly VFile[]): string {
  const names = listed(files.map(({ basename }) => basename ?? ''));
  return files.length === 1
    ? `The memos in ${names} are left out until it is mended.`
    : `The memos in ${names} are left out until these are mended.`;
}

/** A log that need not be there; without `read`, it is not. */
async function readOwn(
  workspace: Workspace,
  place: SessionPlace,
  { text, hash }: CodedDocument,
): Promise<{ file: VFile; read: StudyLog | undefined }> {
  const path = join(workspace.root, logPath(place));
  const file = new VFile({ path: shownPath(workspace, path) });
  if (!(await exists(path))) return { file, read: undefined };
  const bytes = await readBytes(path, file);
  // An empty log is one that is about to begin.
  if (!bytes || bytes.length === 0) return { file, read: undefined };
  return { file, read: readCarefully({ ...place, file, bytes, body: currentBody({ text, hash }) }) };
}

function revisionsOf(entries: readonly LogEntry[]): Map<string, number> {
  const revisions = new Map<string, number>();
  for (const entry of entries) {
    if (isRevision(entry)) revisions.set(entry.id, Math.max(entry.rev, revisions.get(entry.id) ?? 0));
  }
  return revisions;
}

const lastThrough = (entries: readonly LogEntry[]): Through | undefined =>
  entries
    .filter(isThrough)
    .sort((a, b) => compareTimes(a.at, b.at))
    .at(-1);

/** What the rater has to know of their own log. */
function noticeOf({ log, written, lost, placed, throughElsewhere }: StudyLog): string | null {
  const waiting = placed.unconfirmed.length + lost;
  const conflicts = written.folded.conflicts.length;
  const told = [
    ...(waiting > 0 ? [`${waiting} of your codings wait for "emic confirm" and are not shown`] : []),
    ...(conflicts > 0 ? [`${conflicts} are in conflict and are not shown`] : []),
    ...(throughElsewhere ? ['how far you have read is estimated: the text has changed'] : []),
  ];
  return told.length === 0 ? null : `${log.rater}: ${told.join('; ')}.`;
}
