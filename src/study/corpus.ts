import { join } from 'node:path';
import type { VFile } from 'vfile';
import { type Codebook, draftVersion } from '../codebook/codebook.ts';
import { type CodeResolver, resolverOf } from '../codebook/resolve.ts';
import { type PlacedLog, placeLog } from '../coding/rater-log.ts';
import { type Log, readLog } from '../coding/read-log.ts';
import { spellCutTail } from '../file/cut-tail.ts';
import { sha256 } from '../file/hash.ts';
import { listFiles, listFolders } from '../file/list-files.ts';
import { readTextFile } from '../file/read-text.ts';
import { addProblem } from '../problem/problem.ts';
import type { Roster } from '../survey/tally.ts';
import { reanchorIn } from '../text/anchor.ts';
import { type CodePointIndex, indexCodePoints } from '../text/code-points.ts';
import { type Frozen, readFrozen } from '../transcript/frozen.ts';
import { readCodebooks } from './codebooks.ts';
import { editsSince } from './edits-since.ts';
import { shownPath, type Workspace } from './workspace.ts';

/** What people said and how it was coded: the transcripts, codebooks and logs of a study. */
export interface Corpus {
  /** By id, in the order of the files' names. */
  documents: ReadonlyMap<string, CodedDocument>;
  /** Every file in `codebooks/<study>/`, with its codebook where it could be read. */
  codebooks: { file: VFile; book: Codebook | undefined }[];
  /** Reads a code of one version in another. */
  codes: CodeResolver;
  /** By round, document and rater. Logs of documents that are not there are told and left out. */
  logs: StudyLog[];
  /** Who is in the participants' file; undefined where a study has none. */
  participants: readonly string[] | undefined;
  /** Every file read, with its problems. */
  files: VFile[];
}

export interface CodedDocument {
  id: string;
  frozen: Frozen;
  /** The short hash of the body, as logs have it: eight hexadecimal digits of its SHA-256. */
  hash: string;
  text: CodePointIndex;
  file: VFile;
}

export interface StudyLog extends PlacedLog {
  /** The log as it stands in its file; `log` has it in positions of the current body. */
  written: Log;
  file: VFile;
}

/** The short hash that codings carry of the body that their positions are in. */
export const shortHash = (body: string): string => sha256(body).slice(0, 8);

/**
 * Reads the transcripts, codebooks and logs of a study. Problems are on their files; everything that can be
 * read is.
 */
export async function openCorpus(workspace: Workspace, study: string, roster?: Roster): Promise<Corpus> {
  const folder = join(workspace.root, 'corpus', study);
  const read = (path: string) => readTextFile(path, shownPath(workspace, path));
  const files: VFile[] = [];

  const documents = new Map<string, CodedDocument>();
  for (const path of await listTranscripts(folder)) {
    const file = await read(path);
    files.push(file);
    const document = readDocument(file);
    if (document) documents.set(document.id, document);
  }

  const codebooks = await readCodebooks(
    workspace,
    await listFiles(join(workspace.root, 'codebooks', study), '.md'),
  );
  files.push(...codebooks.map(({ file }) => file));

  const logs: StudyLog[] = [];
  const reanchors = new Map([...documents].map(([id, { text }]) => [id, reanchorIn(text)]));
  for (const { path, round, document, rater } of await listLogs(join(folder, 'codings'))) {
    const file = await readTextFile(path, shownPath(workspace, path), spellCutTail);
    files.push(file);
    const coded = documents.get(document);
    const reanchor = reanchors.get(document);
    if (file.value === undefined || !coded || !reanchor) {
      if (file.value !== undefined) tellNoDocument(file, document, [...documents.keys()]);
      continue;
    }
    const body = { length: coded.text.length, hash: coded.hash };
    const written = readLog(file, { body, expected: { round, document, rater } });
    if (!written.header) continue;
    logs.push({ ...placeLog(written.header, written.folded, { ...body, reanchor }), written, file });
  }
  followEdits(documents, logs, reanchors);
  const books = codebooks.flatMap(({ book }) => (book ? [book] : []));
  const people = roster && roster.sessionOf.size > 0 ? [...roster.sessionOf.keys()] : undefined;
  return { documents, codebooks, codes: resolverOf(books), logs, participants: people, files };
}

/** The codebook of a version; `draft` is one too. */
export const bookOf = ({ codebooks }: Corpus, version: string | null | undefined): Codebook | undefined =>
  codebooks.find(({ book }) => book && (book.version ?? draftVersion) === version)?.book;

/**
 * Whether a log can be counted: a coding that cannot be read would count as absent. Equal revisions are not
 * counted either way, so that the rest of their log can be.
 */
export const isUsable = (file: VFile): boolean =>
  !file.messages.some(({ fatal, ruleId }) => fatal === true && ruleId !== 'equal-revisions');

/** Of logs that say of an earlier text how far it was read: how far that is now, and where the text grew. */
function followEdits(
  documents: Corpus['documents'],
  logs: StudyLog[],
  reanchors: ReadonlyMap<string, ReturnType<typeof reanchorIn>>,
): void {
  for (const [id, { text }] of documents) {
    const own = logs.filter(({ log }) => log.document === id);
    const reanchor = reanchors.get(id);
    if (!reanchor || !own.some(({ throughElsewhere }) => throughElsewhere)) continue;
    const written = own.map((one) => one.written);
    const since = editsSince(written, text.length, reanchor);
    for (const one of own) {
      const hash = one.throughElsewhere ? textRead(one.written) : undefined;
      if (hash === undefined) continue;
      const { grown, moved } = since(hash);
      const through = moved(one.written.folded.through ?? 0) ?? one.log.through;
      one.log = { ...one.log, through, grown };
    }
  }
}

/** The hash of the text that `through` is of. Older logs do not say; then it is that of all their codings. */
function textRead({ folded: { throughText, codings } }: Log): string | undefined {
  if (throughText !== null) return throughText;
  const [hash, ...others] = new Set(codings.map(({ text }) => text));
  return others.length === 0 ? hash : undefined;
}

/** A transcript under its own name; undefined, and told, where it cannot be used. */
export function readDocument(file: VFile): CodedDocument | undefined {
  const frozen = file.value === undefined ? undefined : readFrozen(file);
  if (!frozen) return undefined;
  const id = frozen.front.document;
  if (file.stem !== id) {
    addProblem(file, {
      rule: 'document-name',
      reason: `the document calls itself "${id}" and its file ${file.basename}`,
      place: { line: 1, column: 1 },
      advice: 'codings find a document by its name; give both the same',
    });
    return undefined;
  }
  return { id, frozen, hash: shortHash(frozen.body), text: indexCodePoints(frozen.body), file };
}

function tellNoDocument(file: VFile, document: string, documents: readonly string[]): void {
  addProblem(file, {
    rule: 'unknown-document',
    reason: `there is no transcript "${document}"`,
    place: { line: 1, column: 1 },
    found: document,
    expected: documents,
  });
}

/** Paths of a study's transcripts, by name. */
export const listTranscripts = (folder: string): Promise<string[]> =>
  listFiles(join(folder, 'transcripts'), '.md');

/** `codings/<round>/<document>/<rater>.jsonl`, in order. */
export async function listLogs(
  folder: string,
): Promise<{ path: string; round: string; document: string; rater: string }[]> {
  const logs = [];
  for (const round of await listFolders(folder)) {
    for (const document of await listFolders(join(folder, round))) {
      for (const path of await listFiles(join(folder, round, document), '.jsonl')) {
        logs.push({ path, round, document, rater: nameOf(path, '.jsonl') });
      }
    }
  }
  return logs;
}

const nameOf = (path: string, ending: string): string =>
  (path.split(/[\\/]/).at(-1) ?? '').slice(0, -ending.length);
