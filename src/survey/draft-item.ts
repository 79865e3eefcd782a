import type { ColumnHead } from './column-head.ts';
import type { DraftedScales } from './drafted-scales.ts';
import type { Identity } from './identity-heading.ts';
import { identityIn } from './identity-text.ts';
import { toNumber } from './number.ts';
import { countsOf, type ManyColumn, type ResponseColumn, type TextsColumn, wordIn } from './responses.ts';

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

/** What the questions of all options of one item begin with, where the tool puts the option behind it. */
function commonQuestion(options: readonly ColumnHead[]): string {
  const [first = '', ...others] = options.map(({ question }) => question);
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  const common = first.slice(0, length);
  const cut = length === first.length ? common : common.replace(/[\s[(:/–-]+$/u, '');
  return cut.length >= 3 ? cut : (options[0]?.option?.of ?? first);
}

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
    const question = commonQuestion(options);
    const columns = Object.fromEntries(options.map(({ name, option }) => [option?.label ?? name, name]));
    return { item: { type: 'multi', question, columns } };
  }
  if (column.kind === 'many')
    return { item: { type: allNumbers(column, silent) ? 'number' : 'open', ...said } };
  const counts = countTexts(column, silent);
  const texts = [...counts.keys()];
  if (texts.length === 0) return { item: { type: 'open', ...said }, remark: 'Nobody answered.' };
  const scale = scales.find(name, texts);
  if (scale !== undefined) return { item: { type: 'likert', ...said, scale } };
  const separator = separatorIn(texts, head.separator);
  // Options are printed and kept in git.
  const identity = firstIdentity(separator === undefined ? texts : [...texts, ...partsOf(counts, separator)]);
  if (identity !== undefined) {
    return {
      item: { type: 'open', ...said },
      remark: `No options are listed, for some answers may identify people (${identity}).`,
    };
  }
  if (separator !== undefined) {
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

function firstIdentity(texts: readonly string[]): Identity | undefined {
  for (const text of texts) {
    const found = identityIn(text);
    if (found) return found;
  }
  return undefined;
}

function allNumbers(column: ManyColumn, silent: ReadonlySet<string>): boolean {
  const { filled, numbers } = column;
  const isSilent = (word: string | undefined) => word !== undefined && silent.has(word);
  const isNumber = (at: number) => !Number.isNaN(numbers?.[at] ?? Number.NaN) || isSilent(wordIn(column, at));
  return numbers !== null && filled.every((is, at) => is === 0 || isNumber(at));
}

/** Texts that are answers, in the order of the data, and how many gave each. */
function countTexts(column: TextsColumn, silent: ReadonlySet<string>): Map<string, number> {
  const counts = countsOf(column);
  const given = column.texts.map((text, at): [string, number] => [text, counts[at] as number]);
  return new Map(given.filter(([text, count]) => !silent.has(text) && count > 0));
}

/**
 * What parts the options in a cell: what the tool is known to write, else a semicolon, for commas stand in sentences too often
 * to go by. It has to stand in some cell, and parts have to come back in other company; a tool that ends each option with
 * it needs no more than that.
 */
function separatorIn(texts: readonly string[], known: string | null): string | undefined {
  const separator = known ?? ';';
  const parts = texts.flatMap((text) => split(text, separator));
  const distinct = new Set(parts);
  if (!texts.some((text) => text.includes(separator)) || distinct.size > MOST_OPTIONS) return undefined;
  const closing = known !== null && known.trim() !== '' && texts.every((text) => text.endsWith(separator));
  // Of many texts fewer parts than texts come back; sentences that share one word do not.
  const several = parts.length > distinct.size && (texts.length < 10 || distinct.size < texts.length);
  return closing || several ? separator : undefined;
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

/** True for texts of respondents: long, or all or nearly all of them different. */
function looksWritten(counts: ReadonlyMap<string, number>): boolean {
  const texts = [...counts.keys()];
  const answered = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  if (texts.length > MOST_OPTIONS) return true;
  if (texts.length === answered && (answered >= 4 || length > 20)) return true;
  if (answered < 10) return false;
  return texts.length / answered > 0.5 && length > 12;
}
