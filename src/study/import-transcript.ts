import { basename, dirname, join } from 'node:path';
import { VFile } from 'vfile';
import { decodeText } from '../file/decode-text.ts';
import { sha256 } from '../file/hash.ts';
import { readBytes } from '../file/read-bytes.ts';
import { addProblem, hasErrors, quote } from '../problem/problem.ts';
import { writeFrozen } from '../transcript/frozen.ts';
import { chooseFormat, type Format, readers } from '../transcript/readers/choose.ts';
import {
  countSpeakers,
  type SpeakerCount,
  type SuspectedVariant,
  suspectedVariants,
} from '../transcript/speakers.ts';
import type { Draft, Turn } from '../transcript/transcript.ts';
import { type Compared, compareWithFrozen } from './import-compare.ts';
import type { ImportContext } from './import-context.ts';
import {
  applyRenames,
  type Choices,
  combineRenames,
  decideParticipants,
  NOBODY,
  namesIn,
} from './import-decisions.ts';
import { namesLeftIn, sourceName } from './import-identities.ts';
import { chooseDocument, originalName } from './import-names.ts';
import { type ImportRecord, originalsFolder } from './imports.ts';
import { shownPath } from './workspace.ts';

/** A file to import: where it is, and how its user typed that. */
export interface Original {
  path: string;
  shown: string;
}

/** One file, read and decided about; nothing is written yet. */
export interface PlannedImport {
  /** With all problems; none of them is an error unless the import is refused. */
  file: VFile;
  status: Compared['status'];
  /** Unless the file could not be read. */
  read?: ReadImport;
}

export interface ReadImport extends Pick<Compared, 'differences' | 'codings' | 'keeps'> {
  bytes: Uint8Array;
  record: ImportRecord;
  turns: Turn[];
  speakers: ImportedSpeaker[];
  variants: SuspectedVariant[];
  participants: string[];
  /** What the reader decided, and what was left out. */
  reading: string[];
  /** What a person should know about the decisions. */
  remarks: string[];
  /** Paths as users see them. */
  transcript: string;
  original: string;
  content: string;
}

export interface ImportedSpeaker extends SpeakerCount {
  /** Names in the original, where they are others. */
  from: string[];
  participant: boolean;
}

/** Names given by the caller that are nobody's in any of the files read. */
export interface UnknownName {
  option: '--rename' | '--participants' | '--not-participants';
  name: string;
  names: string[];
}

/** Reads the files and decides about each; writes nothing. */
export async function planImports(
  context: ImportContext,
  originals: readonly Original[],
  choices: Choices,
  progress: (done: number) => void = () => {},
): Promise<{ imports: PlannedImport[]; unknown: UnknownName[] }> {
  const imports: PlannedImport[] = [];
  const unknown: UnknownName[][] = [];
  for (const original of originals) {
    const file = new VFile({ path: original.shown });
    const planned = await planImport(context, original, file, choices);
    imports.push(planned ?? { file, status: 'refused' });
    if (planned) unknown.push(planned.unknown);
    progress(imports.length);
  }
  return { imports, unknown: unknownInAll(unknown) };
}

/** With many files, a name that speaks in some of them is no mistake. */
function unknownInAll([first, ...others]: readonly UnknownName[][]): UnknownName[] {
  return (first ?? [])
    .filter(({ option, name }) =>
      others.every((one) => one.some((other) => other.option === option && other.name === name)),
    )
    .map((one) => ({
      ...one,
      names: [...new Set([one, ...others.flat()].flatMap(({ names }) => names))],
    }));
}

async function planImport(
  context: ImportContext,
  original: Original,
  file: VFile,
  choices: Choices,
): Promise<(PlannedImport & { unknown: UnknownName[] }) | undefined> {
  const { workspace, study } = context;
  if (dirname(original.path) === join(workspace.root, 'corpus', study, 'transcripts')) {
    addProblem(file, {
      rule: 'frozen-already',
      reason: 'this is a frozen transcript already',
      advice: `to import it again, name its original, in ${shownPath(workspace, originalsFolder(workspace, study))}/`,
    });
    return undefined;
  }
  const bytes = await readBytes(original.path, file);
  const text = bytes && decodeText(bytes, file);
  if (!bytes || text === undefined) return undefined;
  file.value = text;
  const hash = sha256(bytes);

  const document = chooseDocument(context, file, hash, choices);
  if (document === undefined) return undefined;
  const kept = choices.fresh ? undefined : context.records.get(document);
  const format = choices.format ?? (kept?.sha256 === hash ? kept.format : undefined) ?? chooseFormat(file);
  const draft = format && readers[format](file);
  if (!draft || hasErrors([file])) return undefined;

  const decided = decide(context, { document, hash, format, draft, kept, choices, file });
  const { record, turns, rename, participants, unknown, remarks } = decided;
  const language = record.language ?? context.language;
  const same = kept?.sha256 === hash ? kept : undefined;
  const name = basename(original.path);
  const from = same?.source ?? name;
  const source = sourceName(from, document, rename);
  if (source !== from) {
    remarks.push(
      `the file's name holds a name that was renamed; the transcript gives its source as ${quote(source)}`,
    );
  }
  const said = namesLeftIn(turns, rename).map(
    ({ name, times }) => `${quote(name)} (${times === 1 ? 'once' : `${times} times`})`,
  );
  if (said.length > 0) {
    remarks.push(`the words still say ${said.join(', ')}, for importing never changes words`);
  }
  const path = join(workspace.root, 'corpus', study, 'transcripts', `${document}.md`);
  const content = writeFrozen({
    front: {
      document,
      title: record.title,
      date: record.date,
      kind: record.kind,
      language: record.language,
      source,
      sha256: hash,
      ...(participants.length > 0 || record.participants !== 'all' ? { participants } : {}),
    },
    turns,
  });
  const stored = await originalName(context, same?.original ?? name, record, bytes);
  const planned = { document, path, content };
  const { status, ...compared } = await compareWithFrozen(context, file, planned, choices);
  const read: ReadImport = {
    bytes,
    record: { ...record, source, original: stored },
    turns,
    speakers: speakersOf(turns, rename, participants, language),
    variants: suspectedVariants(namesIn(turns).filter((one) => one !== NOBODY)),
    participants,
    reading: draft.decisions,
    remarks,
    transcript: shownPath(workspace, path),
    original: shownPath(workspace, join(originalsFolder(workspace, study), stored)),
    content,
    ...compared,
  };
  return { file, status, read, unknown };
}

interface Facts {
  document: string;
  hash: string;
  format: Format;
  draft: Draft;
  kept: ImportRecord | undefined;
  choices: Choices;
  file: VFile;
}

/** What was decided now, last time, or not at all, in this order. */
function decide(context: ImportContext, { document, hash, format, draft, kept, choices, file }: Facts) {
  const names = namesIn(draft.turns);
  const { rename, unknown } = combineRenames(names, kept?.rename ?? new Map(), choices.rename);
  const turns = applyRenames(draft, rename);
  const speakers = namesIn(turns).filter((name) => name !== NOBODY);
  const decided = decideParticipants(speakers, rename, kept?.participants ?? 'all', choices);
  const participants = decided.participants === 'all' ? speakers : decided.participants;
  const record: Omit<ImportRecord, 'original' | 'source'> = {
    document,
    sha256: hash,
    format,
    rename,
    participants: decided.participants,
    kind: choices.kind ?? kept?.kind ?? (context.fictional ? 'fictional' : 'transcript'),
    title: choices.title ?? kept?.title,
    language: choices.language ?? kept?.language,
    date: choices.date ?? kept?.date,
  };
  const remarks: string[] = [];
  if (choices.kind === undefined && !kept && context.fictional) {
    remarks.push('its kind is fictional, as the study is; if people really said this: --kind transcript');
  }
  if (kept && kept.sha256 !== hash) {
    remarks.push(
      `this file differs from the one that ${quote(document)} was imported from; what was decided then is used again (--fresh leaves it out)`,
    );
  } else if (kept) remarks.push('decided as in the import before (--fresh leaves that out)');
  if (participants.length === 0 && speakers.length > 0) {
    addProblem(file, {
      rule: 'no-participant',
      reason: 'none of the participants speaks in this file, so none of its turns counts',
      expected: speakers,
      warning: true,
    });
  }
  const option = choices.participants ? '--participants' : '--not-participants';
  return {
    record,
    turns,
    rename,
    participants,
    remarks,
    unknown: [
      ...unknown.map((name): UnknownName => ({ option: '--rename', name, names })),
      ...decided.unknown.map((name): UnknownName => ({ option, name, names: speakers })),
    ],
  };
}

function speakersOf(
  turns: readonly Turn[],
  rename: ReadonlyMap<string, string>,
  participants: readonly string[],
  language: string,
): ImportedSpeaker[] {
  return countSpeakers(turns, language).map((counted) => ({
    ...counted,
    from: [...rename].filter(([, to]) => to === counted.speaker).map(([from]) => from),
    participant: counted.speaker !== null && participants.includes(counted.speaker),
  }));
}
