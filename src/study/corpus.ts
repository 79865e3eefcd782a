import { join } from 'node:path';
import { VFile } from 'vfile';
import { type Codebook, draftVersion } from '../codebook/codebook.ts';
import { type CodeResolver, resolverOf } from '../codebook/resolve.ts';
import { ahead, UNDER_WAY } from '../file/ahead.ts';
import { decodeText } from '../file/decode-text.ts';
import { fileState } from '../file/file-size.ts';
import { sha256 } from '../file/hash.ts';
import { listFiles, listFolders } from '../file/list-files.ts';
import { readBytes } from '../file/read-bytes.ts';
import { readTextFile } from '../file/read-text.ts';
import { addProblem } from '../problem/problem.ts';
import type { Roster } from '../statements/tally.ts';
import { type CodePointIndex, indexCodePoints } from '../text/code-points.ts';
import { type Frozen, readFrozen } from '../transcript/frozen.ts';
import { readCodebooks } from './codebooks.ts';
import { followEdits } from './follow-edits.ts';
import {
  type CountedLog,
  type CurrentBody,
  currentBody,
  type FoundLog,
  readCarefully,
  readForCounting,
  type StudyLog,
} from './study-log.ts';
import { shownPath, type Workspace } from './workspace.ts';

export type { CountedLog, StudyLog } from './study-log.ts';

/** What people said and how it was coded: the transcripts, codebooks and logs of a study. */
export interface Corpus extends CountingCorpus {
  logs: StudyLog[];
}

/** The same without words, ids and memos of codings: all that counting needs, in a tenth of the space. */
export interface CountingCorpus {
  /** By id, in the order of the files' names. */
  documents: ReadonlyMap<string, CodedDocument>;
  /** Every file in `codebooks/<study>/`, with its codebook where it could be read. */
  codebooks: { file: VFile; book: Codebook | undefined }[];
  /** Reads a code of one version in another. */
  codes: CodeResolver;
  /** By round, document and rater. Logs of documents that are not there are told and left out. */
  logs: CountedLog[];
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

/** The short hash that codings carry of the body that their positions are in. */
export const shortHash = (body: string): string => sha256(body).slice(0, 8);

/**
 * Reads the transcripts, codebooks and logs of a study. Problems are on their files; everything that can be
 * read is.
 */
export const openCorpus = (workspace: Workspace, study: string, roster?: Roster): Promise<Corpus> =>
  open(workspace, study, roster, readCarefully);

/**
 * The same for counting only, with the same outcome in a fraction of time and space: a tidy log is read in
 * bytes, and what has to be looked at with care is read as `openCorpus` does, log by log.
 */
export const openForCounting = (
  workspace: Workspace,
  study: string,
  roster?: Roster,
): Promise<CountingCorpus> => open(workspace, study, roster, readForCounting);

async function open<L extends CountedLog>(
  workspace: Workspace,
  study: string,
  roster: Roster | undefined,
  readOne: (found: FoundLog) => L | undefined,
): Promise<CountingCorpus & { logs: L[] }> {
  const folder = join(workspace.root, 'corpus', study);
  const files: VFile[] = [];

  const documents = new Map<string, CodedDocument>();
  const read = (path: string) => readTextFile(path, shownPath(workspace, path));
  for await (const file of ahead(await listTranscripts(folder), read)) {
    files.push(file);
    const document = readDocument(file);
    if (document) documents.set(document.id, document);
  }

  const codebooks = await readCodebooks(
    workspace,
    await listFiles(join(workspace.root, 'codebooks', study), '.md'),
  );
  files.push(...codebooks.map(({ file }) => file));

  const logs: L[] = [];
  const places = new Map<VFile, LogPlace>();
  const bodyOf = bodies();
  const listed = await listLogs(join(folder, 'codings'));
  const buffers = Array.from({ length: UNDER_WAY + 1 }, () => new Uint8Array(1 << 20));
  const opened = ahead(listed, async (place, index) => {
    const file = new VFile({ path: shownPath(workspace, place.path) });
    const state = await fileState(place.path).catch(() => undefined);
    const bytes = await readBytes(place.path, file, buffers[index % buffers.length]);
    return { place, file, bytes, state };
  });
  for await (const { place, file, bytes, state } of opened) {
    files.push(file);
    places.set(file, place);
    const document = documents.get(place.document);
    if (document && bytes) {
      const log = readOne({ ...place, file, bytes, body: bodyOf(document) });
      if (log) logs.push({ ...log, state });
    } else if (bytes && decodeText(bytes, file) !== undefined) {
      tellNoDocument(file, place.document, [...documents.keys()]);
    }
  }
  await followEdits(documents, logs, async ({ file }, body) => {
    const place = places.get(file);
    const again = new VFile({ path: file.path });
    const bytes = place && (await readBytes(place.path, again));
    return bytes && readCarefully({ ...place, file: again, bytes, body });
  });
  const books = codebooks.flatMap(({ book }) => (book ? [book] : []));
  return {
    documents,
    codebooks,
    codes: resolverOf(books),
    logs,
    participants: listedParticipants(roster),
    files,
  };
}

/** Who is in the participants' file; undefined where a study has none. */
export const listedParticipants = (roster: Roster | undefined): readonly string[] | undefined =>
  roster && roster.sessionOf.size > 0 ? [...roster.sessionOf.keys()] : undefined;

/** Logs of one document stand beside each other, so that one body at a time is enough. */
function bodies(): (document: CodedDocument) => CurrentBody {
  let last: { document: CodedDocument; body: CurrentBody } | undefined;
  return (document) => {
    if (last?.document !== document) last = { document, body: currentBody(document) };
    return last.body;
  };
}

/** The codebook of a version; `draft` is one too. */
export const bookOf = (
  { codebooks }: Pick<CountingCorpus, 'codebooks'>,
  version: string | null | undefined,
): Codebook | undefined =>
  codebooks.find(({ book }) => book && (book.version ?? draftVersion) === version)?.book;

/**
 * Whether a log can be counted: a coding that cannot be read would count as absent. Equal revisions are not
 * counted either way, so that the rest of their log can be.
 */
export const isUsable = (file: VFile): boolean =>
  !file.messages.some(({ fatal, ruleId }) => fatal === true && ruleId !== 'equal-revisions');

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

/** Where a log is, and whose it is by its path. */
export interface LogPlace {
  path: string;
  round: string;
  document: string;
  rater: string;
}

/** `codings/<round>/<document>/<rater>.jsonl`, in order. */
export async function listLogs(folder: string): Promise<LogPlace[]> {
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
