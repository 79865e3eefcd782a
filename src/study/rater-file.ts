import { VFile } from 'vfile';
import { placeRows } from '../csv/placed-rows.ts';
import type { Follow } from '../evidence/tell-merged.ts';
import { decodeText } from '../file/decode-text.ts';
import { encodeAs } from '../file/encode-as.ts';
import { FileError } from '../file/file-error.ts';
import { type FileState, fileState } from '../file/file-size.ts';
import { decidedIds, type Said, saidIn, withSaid } from '../selection/decision-rows.ts';
import { readDecisions } from '../selection/read-decisions.ts';
import type { Stage } from '../selection/stage.ts';
import { changeFile, contentOf, isSame } from './file-change.ts';
import { shownPath, type Workspace } from './workspace.ts';

/** Which records a decision may be on. */
interface Offered {
  ids: ReadonlySet<string>;
  excluded: ReadonlyMap<string, string>;
  reached: ReadonlySet<string>;
  follow: Follow;
}

/** A file whose state a session rests on. */
export interface Basis {
  path: string;
  /** Before it was read. */
  state: FileState | undefined;
}

/** What a rater's file says, with what is wrong in it. */
export interface ReadRater {
  file: VFile;
  said: Map<string, Said>;
  /** Rows that decide on records that are not there, or that an earlier stage excluded: they stay, and nobody is asked about them. */
  stray: number;
  /** Its first error beside those: a row written there might contradict one that could not be read. */
  fault: string | undefined;
}

interface About {
  rater: string;
  stage: Stage;
  offered: Offered;
  /** The file of records. */
  records: Basis;
}

/** A file of one rater's decisions in a stage, as it was read or written last. */
export class RaterFile {
  readonly path: string;
  /** From the workspace's root. */
  readonly shown: string;
  private readonly workspace: Workspace;
  private readonly about: About;
  private bytes: Buffer | undefined;
  private rows = placeRows('');
  /** Why nothing can be written there: its first error. */
  private fault: string | undefined;

  constructor(workspace: Workspace, path: string, about: About) {
    this.workspace = workspace;
    this.path = path;
    this.shown = shownPath(workspace, path);
    this.about = about;
  }

  private readonly recordOf = (id: string): string => {
    const { ids, follow } = this.about.offered;
    return ids.has(id) ? id : (follow(id)?.id ?? id);
  };

  async read(): Promise<ReadRater> {
    this.bytes = await contentOf(this.path);
    const file = new VFile({ path: this.shown });
    const text = decodeText(this.bytes ?? new Uint8Array(0), file);
    this.rows = placeRows(text ?? '');
    if (text === undefined) return this.found(file, new Map(), 0);
    file.value = text;
    const { rater, stage, offered } = this.about;
    const { ids, excluded, reached, follow } = offered;
    if (text.trim() !== '') readDecisions(file, rater, stage, ids, excluded, reached, follow);
    const said = saidIn(this.rows, this.recordOf);
    const stray = decidedIds(this.rows).filter((id) => {
      const record = this.recordOf(id);
      return !ids.has(record) || excluded.has(record);
    });
    return this.found(file, said, stray.length);
  }

  private found(file: VFile, said: Map<string, Said>, stray: number): ReadRater {
    const [first] = file.messages.filter(({ fatal, ruleId }) => fatal && !strayRules.has(ruleId ?? ''));
    this.fault =
      first && [first.line === undefined ? [] : `line ${first.line}`, first.reason].flat().join(': ');
    return { file, said, stray, fault: this.fault };
  }

  /** Whether the file is no longer what was read or written here last. */
  async hasChanged(): Promise<boolean> {
    return !isSame(await contentOf(this.path), this.bytes);
  }

  /**
   * Writes what rows are to say; all of it is on the disk when this has ended.
   *
   * @throws a FileError, also where another program has changed the file, or that of the records: then nothing is written.
   */
  async write(changes: readonly { record: string; after: Said | null }[]): Promise<void> {
    if (this.fault !== undefined)
      throw new FileError(`${this.shown} has errors, which have to be mended first (${this.fault})`);
    const { path, state } = this.about.records;
    const now = await fileState(path);
    if (now?.size !== state?.size || now?.changed !== state?.changed) {
      throw new FileError(
        `${shownPath(this.workspace, path)} has changed since this session began, and the records may be others now. Leave, and begin again`,
      );
    }
    const rows = changes.reduce(
      (now, { record, after }) => withSaid(now, record, after, this.recordOf),
      this.rows,
    );
    const bytes = encodeAs(this.bytes, rows.text);
    await changeFile({ path: this.path, before: this.bytes, after: bytes });
    [this.bytes, this.rows] = [bytes, rows];
  }
}

const strayRules: ReadonlySet<string> = new Set(['unknown-record', 'excluded-earlier']);
