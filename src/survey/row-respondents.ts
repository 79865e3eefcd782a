import type { VFile } from 'vfile';
import { isClean } from '../csv/cell-names.ts';
import { MOST_TOLD, type RowStream } from '../csv/row-stream.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { cleaned } from './cleaned.ts';
import type { Decided } from './decide-columns.ts';
import type { ReadOptions } from './read-result.ts';
import { RespondentIds } from './respondent-ids.ts';

/** The text of a cell, as texts are kept. */
export interface Id {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** Says whose each response is. No two respondents have one id, also where some have none of their own. */
export class RowRespondents {
  private readonly file: VFile;
  private readonly stream: RowStream;
  private readonly decided: Decided;
  /** Whether every response of a respondent is kept; of an import, that was decided then. */
  private readonly keepsAll: boolean;
  private readonly isImported: boolean;
  private readonly ids = new RespondentIds();
  /** Ids given to those who have none, and what those are called who turn out to have such an id. */
  private readonly given = new Map<string, { id: string; line: number } | null>();
  /** The last number given behind a word. */
  private readonly numbers = new Map<string, number>();

  constructor(file: VFile, stream: RowStream, decided: Decided, options: ReadOptions) {
    this.file = file;
    this.stream = stream;
    this.decided = decided;
    this.isImported = options.keepAll === true;
    this.keepsAll = this.isImported || options.keepDuplicates === true;
  }

  /**
   * The id under which the stream's row is kept; undefined where it is left out.
   *
   * @param n how many rows were kept before.
   */
  ofRow(n: number): Id | string | undefined {
    const { decided, stream } = this;
    const numbered = `R${n + 1}`;
    if (decided.respondent === -1) return numbered;
    const id = this.cell();
    if (id.from === id.to) return this.blank(numbered);
    const before = this.ids.note(id.bytes, id.from, id.to, stream.line);
    if (before === undefined) return decided.keepsIds ? id : numbered;
    const text = this.given.size === 0 ? '' : decoder.decode(id.bytes.subarray(id.from, id.to));
    const other = this.given.get(text);
    if (other === null) return this.rename(text, before);
    this.tellDuplicate(other?.line ?? before);
    if (!this.keepsAll) return undefined;
    return decided.keepsIds ? (other?.id ?? id) : numbered;
  }

  private cell(): Id {
    const { bytes } = this.stream;
    const from = this.stream.from[this.decided.respondent] as number;
    const to = this.stream.to[this.decided.respondent] as number;
    if (from === to || isClean(bytes, from, to)) return { bytes, from, to };
    const text = cleaned(bytes, from, to);
    return { bytes: text, from: 0, to: text.length };
  }

  private blank(numbered: string): string {
    const id = this.decided.keepsIds ? this.freeId('blank') : numbered;
    if (this.decided.keepsIds) this.given.set(id, null);
    addProblem(this.file, {
      rule: 'blank-respondent',
      reason: 'the response on this line does not say which respondent it is by',
      place: this.stream.placeOf(this.decided.respondent),
      advice: `it is kept, as a respondent’s of its own${this.decided.keepsIds ? `, ${quote(id)}` : ''}`,
      warning: true,
      most: MOST_TOLD,
    });
    return id;
  }

  /** Somebody has the id that was given to a response without one. */
  private rename(text: string, before: number): string {
    const id = this.freeId(text);
    this.given.set(text, { id, line: this.stream.line });
    addProblem(this.file, {
      rule: 'id-given-before',
      reason: `the respondent of this line has the id that was given to the response of line ${before}, which has none`,
      place: this.stream.placeOf(this.decided.respondent),
      advice: `it is kept as ${quote(id)}; fill in the blank id`,
      warning: true,
      most: MOST_TOLD,
    });
    return id;
  }

  /** An id that nobody has had so far, made of a word and a number. */
  private freeId(word: string): string {
    for (let number = (this.numbers.get(word) ?? 0) + 1; ; number++) {
      const id = `${word}-${number}`;
      const bytes = encoder.encode(id);
      if (this.ids.note(bytes, 0, bytes.length, this.stream.line) !== undefined) continue;
      this.numbers.set(word, number);
      return id;
    }
  }

  private tellDuplicate(before: number): void {
    const { leftOut } = this.stream;
    const isKept = this.keepsAll;
    addProblem(this.file, {
      rule: 'duplicate-respondent',
      reason: `the response on this line is by the respondent of line ${before}`,
      place: this.stream.placeOf(this.decided.respondent),
      advice: this.advice(),
      warning: isKept,
      most: this.isImported ? 1 : MOST_TOLD,
    });
    if (!isKept) leftOut.set('duplicate-respondent', (leftOut.get('duplicate-respondent') ?? 0) + 1);
  }

  private advice(): string {
    if (this.isImported) return 'all are kept, as they stand among the responses';
    return this.keepsAll
      ? 'both are kept, as was said'
      : 'only the first is kept; --keep-duplicates keeps all';
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
