import type { ColumnHead } from './column-head.ts';
import type { DraftedScales } from './drafted-scales.ts';
import { toNumber } from './number.ts';
import type { ResponseColumn, TextsColumn } from './responses.ts';

/** An item as the question file writes it. */
export interface DraftedItem {
  item: {
    type: 'single' | 'likert' | 'multi' | 'number' | 'open';
    question?: string;
    column?: string;
    scale?: string;
    separator?: string;
    options?: string[];
    columns?: Record<string, string>;
    other?: true;
  };
  remark?: string;
}

/** More options than this are words of respondents, not of the questionnaire. */
const MOST_OPTIONS = 100;

export function draftItem(
  head: ColumnHead,
  column: ResponseColumn,
  options: readonly ColumnHead[],
  scales: DraftedScales,
  silent: ReadonlySet<string>,
): DraftedItem {
  const { question, name } = head;
  const said = { question, column: name };
  if (options.length > 0) {
    const columns = Object.fromEntries(options.map(({ name, option }) => [option?.label ?? name, name]));
    return { item: { type: 'multi', question, columns } };
  }
  if (column.kind === 'many') return { item: { type: allNumbers(column) ? 'number' : 'open', ...said } };
  const counts = countTexts(column, silent);
  const texts = [...counts.keys()];
  if (texts.length === 0) return { item: { type: 'open', ...said }, remark: 'Nobody answered.' };
  const scale = scales.find(name, texts);
  if (scale !== undefined) return { item: { type: 'likert', ...said, scale } };
  const separator = head.separator ?? separatorIn(texts);
  if (separator !== undefined && separator !== null) {
    return {
      item: { type: 'multi', ...said, separator, options: partsOf(counts, separator) },
      ...partsRemark(separator),
    };
  }
  if (texts.every((text) => !Number.isNaN(toNumber(text)))) {
    if (texts.length > 7) return { item: { type: 'number', ...said } };
    const ascending = texts.sort((a, b) => Number(a) - Number(b));
    return {
      item: { type: 'single', ...said, options: ascending },
      remark: 'Numbers: say what they mean, or make it type: number.',
    };
  }
  if (looksWritten(counts)) return { item: { type: 'open', ...said } };
  const byCount = [...counts].sort(([, a], [, b]) => b - a).map(([text]) => text);
  return { item: { type: 'single', ...said, options: byCount } };
}

const allNumbers = ({ filled, numbers }: Extract<ResponseColumn, { kind: 'many' }>): boolean =>
  numbers !== null && filled.every((is, at) => !is || !Number.isNaN(numbers[at]));

/** Texts that are answers, in the order of the data, and how many gave each. */
export function countTexts({ texts, cells }: TextsColumn, silent: ReadonlySet<string>): Map<string, number> {
  const counts = new Float64Array(texts.length);
  for (const text of cells) counts[text] = (counts[text] as number) + 1;
  const given = texts.map((text, at): [string, number] => [text, counts[at] as number]);
  return new Map(given.filter(([text, count]) => !silent.has(text) && count > 0));
}

/** A semicolon parts options if parts come back in other company; commas stand in sentences too often to go by. */
function separatorIn(texts: readonly string[]): ';' | undefined {
  const several = texts.filter((text) => text.includes(';'));
  if (several.length === 0) return undefined;
  const parts = new Set(texts.flatMap((text) => split(text, ';')));
  const repeated = texts.flatMap((text) => split(text, ';')).length > parts.size;
  return repeated && parts.size <= MOST_OPTIONS ? ';' : undefined;
}

const split = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function partsOf(counts: ReadonlyMap<string, number>, separator: string): string[] {
  const parts = new Map<string, number>();
  for (const [text, count] of counts) {
    for (const part of split(text, separator)) parts.set(part, (parts.get(part) ?? 0) + count);
  }
  return [...parts].sort(([, a], [, b]) => b - a).map(([part]) => part);
}

const partsRemark = (separator: string): { remark?: string } =>
  separator === ','
    ? {
        remark:
          'Options that contain a comma were cut at it: put their parts together again, in quotation marks.',
      }
    : {};

/** True for texts of respondents: long, or nearly all of them different. */
function looksWritten(counts: ReadonlyMap<string, number>): boolean {
  const texts = [...counts.keys()];
  const answered = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  if (texts.length > MOST_OPTIONS) return true;
  if (answered < 10) return length > 20 && texts.length === answered;
  return texts.length / answered > 0.5 && length > 12;
}
