import { join } from 'node:path';
import type { VFile } from 'vfile';
import { type CsvTable, readCsv } from '../csv/read.ts';
import { readTextFile } from '../file/read-text.ts';
import { addProblem, type Place } from '../problem/problem.ts';
import { type ColumnDeclaration, readRecords, recordsOf } from '../records/read-records.ts';
import { columnAt, type Records } from '../records/records.ts';
import type { Mark } from '../statements/mark.ts';
import { readMarks } from '../statements/read-marks.ts';
import type { Scale, Statement } from '../statements/scale.ts';
import type { Roster } from '../statements/tally.ts';
import type { YamlDocument } from '../yaml/read-yaml.ts';
import { type Literature, openLiterature, recordId } from './open-literature.ts';
import type { StudyConfig } from './schema.ts';
import { readStudyFile } from './study-file.ts';
import { shownPath, type Workspace } from './workspace.ts';

/** A study as read from disk: what is declared and the data, not yet any result. */
export interface Study {
  name: string;
  workspace: Workspace;
  config: StudyConfig;
  participants: Records | null;
  roster: Roster;
  statements: Statement[];
  scale: Scale | null;
  marks: Mark[];
  records: ReadonlyMap<string, Records>;
  /** Data files cell by cell, those of which a result tells places. */
  tables: ReadonlyMap<string, PlacedTable>;
  literature: Literature | null;
  /** Where keys of study.yaml stand, for problems found later. */
  declared: { file: VFile; place: (path: readonly PropertyKey[]) => Place };
}

/** A data file with the place of every cell. */
export interface PlacedTable {
  file: VFile;
  table: CsvTable;
}

/** The study as far as it could be read, and every file that was read, with its problems. */
export interface Opened {
  study: Study | undefined;
  files: VFile[];
}

/** Reads `corpus/<name>/study.yaml` and every data file that it names. */
export async function openStudy(workspace: Workspace, name: string): Promise<Opened> {
  const folder = join(workspace.root, 'corpus', name);
  const { file, document, config } = await readStudyFile(workspace, name);
  if (!document || !config) return { study: undefined, files: [file] };

  const data = new DataFiles(workspace, folder, file, document);
  const participants = await readParticipants(config, data);
  const roster = rosterOf(config, participants, file, document);
  const statements = statementsOf(config);
  const scale = scaleOf(config);
  const marks = scale ? await readPositions(config, data, { statements, scale, roster }) : [];
  const records = new Map<string, Records>();
  const tables = new Map<string, PlacedTable>();
  const placed = dataWithPlaces(config);
  for (const [key, declaration] of Object.entries(config.data)) {
    const source = await data.read(['data', key, 'file'], declaration.file);
    const columns = columnsFor(declaration.columns, roster, statements);
    const table = source && readCsv(source);
    if (!table) continue;
    const id = declaration.id ?? (declaration.file === config.literature?.records ? recordId : undefined);
    records.set(key, recordsOf(source, table, columns, id, declaration.missing));
    if (placed.has(key)) tables.set(key, { file: source, table });
  }
  const literature = await openLiterature({ workspace, study: name, config, records }, (key, file) =>
    data.read(['literature', key], file),
  );
  return {
    study: {
      name,
      workspace,
      config,
      participants,
      roster,
      statements,
      scale,
      marks,
      records,
      tables,
      literature: literature.literature,
      declared: { file, place: document.place },
    },
    files: [file, ...data.files, ...literature.files],
  };
}

/** Data files are named relative to the study's folder and stay inside it. */
class DataFiles {
  readonly files: VFile[] = [];
  private readonly workspace: Workspace;
  private readonly folder: string;
  private readonly declaredIn: VFile;
  private readonly document: YamlDocument;

  constructor(workspace: Workspace, folder: string, declaredIn: VFile, document: YamlDocument) {
    this.workspace = workspace;
    this.folder = folder;
    this.declaredIn = declaredIn;
    this.document = document;
  }

  async read(key: PropertyKey[], name: string): Promise<VFile | undefined> {
    const path = join(this.folder, name);
    const shown = shownPath(this.workspace, path);
    if (!shown.startsWith(`${shownPath(this.workspace, this.folder)}/`)) {
      addProblem(this.declaredIn, {
        rule: 'outside-the-study',
        reason: `"${name}" lies outside the study's folder`,
        place: this.document.place(key),
        advice: 'data files stand beside study.yaml or in a folder below it',
      });
      return undefined;
    }
    const file = await readTextFile(path, shown);
    const [missing] = file.messages;
    if (missing?.ruleId === 'missing-file') {
      // There is no place in a file that is not there; the place to mend is where it is named.
      addProblem(this.declaredIn, {
        rule: 'missing-file',
        reason: missing.reason,
        place: this.document.place(key),
        found: missing.actual,
        expected: missing.expected,
        ...(name === 'references.csv' && { advice: 'emic import references FILE makes it', suggest: false }),
      });
      return undefined;
    }
    this.files.push(file);
    return file.value === undefined ? undefined : file;
  }
}

/** The data of which a result reads cells in their places. */
const dataWithPlaces = ({ results }: StudyConfig): Set<string> =>
  new Set(
    Object.values(results).flatMap((result) => {
      if (result.from === 'cited') return [result.data, ...(result.against ? [result.against.data] : [])];
      if (result.from === 'mapping') return [result.links];
      return result.from === 'compared' ? [result.data] : [];
    }),
  );

async function readParticipants(config: StudyConfig, data: DataFiles): Promise<Records | null> {
  const declaration = config.participants;
  if (!declaration) return null;
  const file = await data.read(['participants', 'file'], declaration.file);
  if (!file) return null;
  const columns = new Map<string, ColumnDeclaration>(Object.entries(declaration.columns));
  if (declaration.session !== undefined && config.sessions.length > 0) {
    columns.set(declaration.session, {
      ...columns.get(declaration.session),
      levels: config.sessions,
      what: 'a declared session',
    });
  }
  const records = readRecords(file, columns, declaration.id, declaration.missing);
  if (records?.rows.length === 0) {
    addProblem(file, {
      rule: 'no-rows',
      reason: 'there are columns and no participants',
      place: { line: 1, column: 1 },
    });
  }
  return records ?? null;
}

/** Columns that hold participants, statements or sessions may hold declared ones only. */
function columnsFor(
  declared: StudyConfig['data'][string]['columns'],
  roster: Roster,
  statements: readonly Statement[],
): Map<string, ColumnDeclaration> {
  const names = {
    participant: [...roster.sessionOf.keys()],
    statement: statements.map(({ id }) => id),
    session: [...roster.sessions],
  };
  return new Map(
    Object.entries(declared).map(([name, { label, type, levels }]): [string, ColumnDeclaration] =>
      type === 'participant' || type === 'statement' || type === 'session'
        ? [name, { label, levels: names[type], what: `a declared ${type}` }]
        : [name, { label, type, levels }],
    ),
  );
}

function rosterOf(
  config: StudyConfig,
  participants: Records | null,
  file: VFile,
  document: YamlDocument,
): Roster {
  const declaration = config.participants;
  const sessionOf = new Map<string, string | null>();
  if (participants && declaration) {
    const id = columnAt(participants, declaration.id);
    const session = declaration.session === undefined ? -1 : columnAt(participants, declaration.session);
    for (const row of participants.rows) {
      const own = row[session];
      sessionOf.set(String(row[id] ?? ''), own === null || own === undefined ? null : String(own));
    }
    if (declaration.session !== undefined && config.sessions.length === 0) {
      addProblem(file, {
        rule: 'undeclared-sessions',
        reason: 'participants have a session column and no sessions are declared',
        place: document.place(['participants', 'session']),
        advice: 'add a line such as "sessions: [1, 2]"',
      });
    }
  }
  return { sessionOf, sessions: config.sessions };
}

const statementsOf = (config: StudyConfig): Statement[] =>
  Object.entries(config.statements?.list ?? {}).map(([id, { title, polarity, kind }]) => ({
    id,
    title,
    polarity,
    kind: kind ?? null,
  }));

function scaleOf(config: StudyConfig): Scale | null {
  if (!config.statements) return null;
  const { agree, neutral, disagree, apart } = config.statements.scale;
  const columns = (labels: string[], side: 'agree' | 'neutral' | 'disagree' | 'apart') =>
    labels.map((label) => ({ label, side }));
  return {
    columns: [
      ...columns(agree, 'agree'),
      ...columns(neutral, 'neutral'),
      ...columns(disagree, 'disagree'),
      ...columns(apart, 'apart'),
    ],
  };
}

async function readPositions(
  config: StudyConfig,
  data: DataFiles,
  declared: { statements: Statement[]; scale: Scale; roster: Roster },
): Promise<Mark[]> {
  const declaration = config.statements;
  if (!declaration) return [];
  const file = await data.read(['statements', 'file'], declaration.file);
  // Without participants every mark would seem to be somebody undeclared.
  if (declared.roster.sessionOf.size === 0) return [];
  return (file && readMarks(file, { ...declared, rows: declaration.rows })) ?? [];
}
