import type { Finding } from '../problem/problem.ts';
import { type Answer, MISSING, NOT_ASKED, type SetAnswers, UNREAD } from './answers.ts';
import { identityIn } from './identity-text.ts';
import type { MultiItem, Option } from './questionnaire.ts';
import { numbersOf } from './read-choice.ts';
import { recode, type TextsColumn } from './responses.ts';
import type { Silence } from './silence.ts';
import { tellCounted } from './undeclared.ts';

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
  const found =
    'column' in item.where
      ? fromOneColumn(item, item.where.separator, columns[0], silence, tell)
      : fromColumns(item, item.where.ticked, columns, silence);
  return { kind: 'sets', answers, ...found };
}

type FoundSets = Pick<SetAnswers, 'sets' | 'codes'>;

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
  tell: (finding: Finding) => void,
): FoundSets {
  const known = new KnownSets();
  if (!column) return { sets: known.sets, codes: new Int32Array(0) };
  const split = splitter(item.options, separator);
  const undeclared = new Map<string, number>();
  const declared = numbersOf(item.options);
  const codes = column.texts.map((text, at) => {
    // As for one choice: a declared answer may look like a word for nothing.
    const quiet = declared.has(text) ? undefined : silence(text);
    // A word for missing is no blank cell, whatever that means.
    if (quiet === MISSING && text === '' && item.blank === 'nothing ticked') return known.find([]);
    if (quiet !== undefined) return quiet;
    const { options, others } = split(text);
    if (item.other && others.length > 0) return known.find([...options, item.options.length]);
    for (const other of others) if (!undeclared.has(other)) undeclared.set(other, at);
    return options.length === 0 ? UNREAD : known.find(options);
  });
  const others = column.texts.map((text, at) =>
    (codes[at] as number) >= 0 || codes[at] === UNREAD ? split(text).others : [],
  );
  tellParts(item, column, undeclared, others, tell);
  return { sets: known.sets, codes: recode(column, codes, new Int32Array(column.cells.length)) };
}

/** Tells each undeclared part once, wherever it stands. */
function tellParts(
  item: MultiItem,
  column: TextsColumn,
  undeclared: ReadonlyMap<string, number>,
  others: readonly (readonly string[])[],
  tell: (finding: Finding) => void,
): void {
  if (undeclared.size === 0 || item.other) return;
  const parts = [...undeclared.keys()];
  const numbers = new Map(parts.map((part, number) => [part, number]));
  const counts = new Float64Array(parts.length);
  const inTexts = others.map((own) => own.flatMap((part) => numbers.get(part) ?? []));
  // A phone number that was cut at its spaces is none by its parts.
  const revealing = new Set(others.flatMap((own, at) => (identityIn(column.texts[at] ?? '') ? own : [])));
  for (const text of column.cells)
    for (const part of inTexts[text] ?? []) counts[part] = (counts[part] as number) + 1;
  tellCounted(
    item,
    [...undeclared].map(([found, text], at) => ({
      ...{ found, place: column.firsts[text], count: counts[at] as number, isHidden: revealing.has(found) },
    })),
    tell,
  );
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
): FoundSets {
  const n = columns[0]?.cells.length ?? 0;
  // What each cell says: not asked, nothing, missing, not ticked, ticked.
  const meanings = columns.map(({ texts }) =>
    Uint8Array.from(texts, (text) => {
      if (ticked?.includes(text)) return TICKED;
      const quiet = silence(text);
      if (quiet === NOT_ASKED) return NEVER;
      if (quiet === MISSING) return text === '' ? NOTHING : NO_ANSWER;
      return ticked || unticked.has(text.toLowerCase()) ? UNTICKED : TICKED;
    }),
  );
  const ticks = new TickedSets(columns.length);
  const codes = new Int32Array(n);
  for (let at = 0; at < n; at++) {
    ticks.clear();
    let highest = NEVER;
    for (const [option, { cells }] of columns.entries()) {
      const meaning = meanings[option]?.[cells[at] as number] as number;
      if (meaning > highest) highest = meaning;
      if (meaning === TICKED) ticks.tick(option);
    }
    const isMissing = highest === NO_ANSWER || (highest === NOTHING && item.blank === 'missing');
    codes[at] = highest === NEVER ? NOT_ASKED : isMissing ? MISSING : ticks.find();
  }
  return { sets: ticks.sets, codes };
}

const NEVER = 0;
const NOTHING = 1;
const NO_ANSWER = 2;
const UNTICKED = 3;
const TICKED = 4;

/** Numbers sets by their bits, so that what is kept grows with the distinct sets alone, and not with what they begin with. */
class TickedSets {
  readonly sets: number[][] = [];
  private readonly numbers = new Map<string, number>();
  private readonly bits: Uint16Array;

  constructor(options: number) {
    this.bits = new Uint16Array(Math.ceil(options / 16));
  }

  clear(): void {
    this.bits.fill(0);
  }

  tick(option: number): void {
    this.bits[option >> 4] = (this.bits[option >> 4] as number) | (1 << (option & 15));
  }

  /** The number of the set of what was ticked since it was cleared. */
  find(): number {
    let key = '';
    for (const bits of this.bits) key += String.fromCharCode(bits);
    const before = this.numbers.get(key);
    if (before !== undefined) return before;
    this.numbers.set(key, this.sets.length);
    this.sets.push(membersOf(this.bits));
    return this.sets.length - 1;
  }
}

function membersOf(bits: Uint16Array): number[] {
  const members: number[] = [];
  for (let option = 0; option < bits.length * 16; option++) {
    if (((bits[option >> 4] as number) >> (option & 15)) & 1) members.push(option);
  }
  return members;
}
