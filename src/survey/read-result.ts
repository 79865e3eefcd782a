import type { ColumnHead } from './column-head.ts';
import type { DecidedColumn } from './decide-columns.ts';
import type { ToolName } from './exports/export.ts';
import type { Responses } from './responses.ts';

export interface ReadOptions {
  /** The tool that wrote the file; told by its headings unless said. */
  format?: ToolName | undefined;
  /** Names of columns to keep though they may say who people are, and of columns to leave out. */
  keep?: readonly string[] | undefined;
  /** Nothing is left out: the responses were imported before, and what may say who people are, and whether duplicates are kept, was decided then. */
  keepAll?: boolean | undefined;
  leaveOut?: readonly string[] | undefined;
  /** Keeps every response of a respondent; only the first one unless said. */
  keepDuplicates?: boolean | undefined;
  /** Names of columns whose texts are no options of anything. */
  open?: readonly string[] | undefined;
  /**
   * Cells that mean that there is no answer, which are told apart also where there are too many texts to keep; what the
   * tool writes there, and what programs do, unless said.
   */
  silent?: ReadonlySet<string> | undefined;
  /** The only columns that are kept; all that are not left out for another reason unless said. */
  only?: ReadonlySet<string> | undefined;
  /** Takes each response that is kept, as it is read. */
  each?: ((row: ResponseRow) => void) | undefined;
  /** The encoding from which the bytes were made UTF-8, for messages. */
  encoding?: string | undefined;
  isUtf8: (bytes: Uint8Array) => boolean;
  /** Takes what is kept as CSV, part by part; the next one comes when this is done with it. */
  write?: ((bytes: Uint8Array) => Promise<void>) | undefined;
}

/** A response while it is read; it is not to be kept. */
export interface ResponseRow {
  /** Its number among the responses that are kept, from 0. */
  index: number;
  /** The id of whose it is, as it stands in what is kept. */
  respondent: string;
  /** On which line of the file it begins, from 1. */
  line: number;
  /** The text in a column, as texts are kept; undefined where there is no such column. */
  textIn(column: string): string | undefined;
}

export interface ReadResponses {
  tool: ToolName;
  /** What in the file shows that. */
  because: string;
  headerRows: number;
  /** Cells that say that a question was not shown, and that it was shown and not answered. */
  notAsked: string[];
  unanswered: string[];
  /** Of all columns of the file. */
  columns: DecidedColumn[];
  /** Of those that are kept, in the order of the responses' columns. */
  heads: ColumnHead[];
  responses: Responses;
  /** Whether respondents have the ids that the tool gave them. */
  keepsIds: boolean;
  /** Rows left out, by the rule that they break. */
  leftOut: ReadonlyMap<string, number>;
  /** False where a row ended the table before the end of the file. */
  isWhole: boolean;
  /** Names of columns that turned out to say who people are, after rows of them had been taken. */
  revealing: string[];
}
