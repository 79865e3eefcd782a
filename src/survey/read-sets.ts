import type { Finding } from '../problem/problem.ts';
import { type Answer, MISSING, NOT_ASKED, type SetAnswers, UNREAD } from './answers.ts';
import type { MultiItem, Option } from './questionnaire.ts';
import { numbersOf } from './read-choice.ts';
import type { TextsColumn } from './responses.ts';
import type { Silence } from './silence.ts';
import { tellUndeclared } from './undeclared.ts';

/** Several answers of each respondent, from one cell or from a column an option. */
export function readSets(
  item: MultiItem,
  columns: readonly TextsColumn[],
  silence: Silence,
  tell: (finding: Finding) => void,
): SetAnswers {
  const answers: Answer[] = [
    ...item.options.map(({ cell, label }) => ({ cell, label, apart: false })),
    ...(item.other ? [{ cell: null, label: 'other', apart: false }] : []),
  ];
  const known = new KnownSets();
  const codes =
    'column' in item.where
      ? fromOneColumn(item, item.where.separator, columns[0], silence, known, tell)
      : fromColumns(item, item.where.ticked, columns, silence, known);
  return { kind: 'sets', answers, sets: known.sets, codes };
}

/** Numbers each set once. */
class KnownSets {
  readonly sets: number[][] = [];
  private readonly numbers = new Map<string, number>();

  find(set: readonly number[]): number {
    const sorted = [...new Set(set)].sort((a, b) => a - b);
    const key = sorted.join();
    const before = this.numbers.get(key);
    if (before !== undefined) return before;
    this.numbers.set(key, this.sets.length);
    this.sets.push(sorted);
    return this.sets.length - 1;
  }
}

function fromOneColumn(
  item: MultiItem,
  separator: string,
  column: TextsColumn | undefined,
  silence: Silence,
  known: KnownSets,
  tell: (finding: Finding) => void,
): Int32Array {
  if (!column) return new Int32Array(0);
  const split = splitter(item.options, separator);
  const undeclared = new Map<string, number>();
  const codes = column.texts.map((text, at) => {
    const quiet = silence(text);
    if (quiet !== undefined)
      return quiet === MISSING && item.blank === 'nothing ticked' ? known.find([]) : quiet;
    const { options, others } = split(text);
    if (item.other && others.length > 0) return known.find([...options, item.options.length]);
    for (const other of others) if (!undeclared.has(other)) undeclared.set(other, at);
    return options.length === 0 ? UNREAD : known.find(options);
  });
  tellParts(item, column, undeclared, split, tell);
  return Int32Array.from(column.cells, (text) => codes[text] as number);
}

/** Tells each undeclared part once, wherever it stands. */
function tellParts(
  item: MultiItem,
  column: TextsColumn,
  undeclared: ReadonlyMap<string, number>,
  split: ReturnType<typeof splitter>,
  tell: (finding: Finding) => void,
): void {
  if (undeclared.size === 0 || item.other) return;
  const parts = [...undeclared.keys()];
  const numbers = new Map(parts.map((part, number) => [part, number]));
  const counts = new Float64Array(parts.length);
  const inTexts = column.texts.map((text) => split(text).others.flatMap((part) => numbers.get(part) ?? []));
  for (const text of column.cells)
    for (const part of inTexts[text] ?? []) counts[part] = (counts[part] as number) + 1;
  // As a column of parts, so that one place words the message.
  const cells = new Uint16Array(counts.reduce((sum, count) => sum + count, 0));
  let at = 0;
  for (const [part, count] of counts.entries()) {
    cells.fill(part, at, at + count);
    at += count;
  }
  const firsts = parts.map((part) => column.firsts[undeclared.get(part) ?? 0] ?? { line: 1, column: 1 });
  tellUndeclared(item, { kind: 'texts', name: column.name, texts: parts, firsts, cells }, () => true, tell);
}

/**
 * Cuts a cell into options. Options may contain the separator: at each place the longest declared option is taken, and what is
 * none goes to the next separator.
 */
export function splitter(options: readonly Option[], separator: string) {
  const parts = (text: string): string[] => text.split(separator).map((part) => part.trim());
  const numbers = new Map<string, number>();
  let longest = 1;
  for (const [text, number] of numbersOf(options)) {
    const cut = parts(text);
    longest = Math.max(longest, cut.length);
    numbers.set(cut.join(separator), number);
  }
  return (text: string): { options: number[]; others: string[] } => {
    const cut = parts(text);
    const found: number[] = [];
    const others: string[] = [];
    for (let at = 0; at < cut.length; ) {
      let length = Math.min(longest, cut.length - at);
      let number: number | undefined;
      for (; length > 0; length--) {
        number = numbers.get(cut.slice(at, at + length).join(separator));
        if (number !== undefined) break;
      }
      if (number !== undefined) found.push(number);
      else if (cut[at] !== '') others.push(cut[at] ?? '');
      at += Math.max(1, length);
    }
    return { options: found, others };
  };
}

/** What tools write in the column of an option that was not ticked. */
const unticked = new Set(['0', 'no', 'false', 'unchecked', 'not selected', 'off', 'n']);

function fromColumns(
  item: MultiItem,
  ticked: readonly string[] | null,
  columns: readonly TextsColumn[],
  silence: Silence,
  known: KnownSets,
): Int32Array {
  const n = columns[0]?.cells.length ?? 0;
  // What each cell says: not asked, nothing, not ticked, ticked.
  const meanings = columns.map(({ texts }) =>
    Uint8Array.from(texts, (text) => {
      if (ticked?.includes(text)) return TICKED;
      const quiet = silence(text);
      if (quiet === NOT_ASKED) return NEVER;
      if (quiet === MISSING) return NOTHING;
      return ticked || unticked.has(text.toLowerCase()) ? UNTICKED : TICKED;
    }),
  );
  const steps = new Steps(columns.length, known);
  const codes = new Int32Array(n);
  for (let at = 0; at < n; at++) {
    let set = 0;
    let highest = NEVER;
    for (const [option, { cells }] of columns.entries()) {
      const meaning = meanings[option]?.[cells[at] as number] as number;
      if (meaning > highest) highest = meaning;
      if (meaning === TICKED) set = steps.add(set, option);
    }
    const isEmpty = highest === NOTHING && item.blank === 'missing';
    codes[at] = highest === NEVER ? NOT_ASKED : isEmpty ? MISSING : steps.setOf(set);
  }
  return codes;
}

const NEVER = 0;
const NOTHING = 1;
const UNTICKED = 2;
const TICKED = 3;

/** Sets that grow option by option, each step looked up, so that a million rows make no lists. */
class Steps {
  private readonly options: number;
  private readonly known: KnownSets;
  private readonly members: number[][] = [[]];
  private readonly numbers: (number | undefined)[] = [];
  private readonly next: Int32Array[] = [];

  constructor(options: number, known: KnownSets) {
    this.options = options;
    this.known = known;
  }

  add(set: number, option: number): number {
    this.next[set] ??= new Int32Array(this.options);
    const row = this.next[set] as Int32Array;
    if (row[option] === 0) {
      row[option] = this.members.length;
      this.members.push([...(this.members[set] ?? []), option]);
    }
    return row[option] as number;
  }

  setOf(set: number): number {
    this.numbers[set] ??= this.known.find(this.members[set] ?? []);
    return this.numbers[set] as number;
  }
}
