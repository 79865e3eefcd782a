import * as z from 'zod';
import { composedOptions } from './composed-options.ts';
import type { ChoiceItem, Item, MultiItem, Option, Questionnaire } from './questionnaire.ts';
import { numbersOf } from './read-choice.ts';

/** A question file: `questions.yaml` of a survey study. Every key is listed in docs/surveys.md. */

const words = z.string().regex(/\S/, 'this is empty');
/** Numbers and true or false stand in cells as text. */
const cell = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => String(value).trim().normalize('NFC'));
const cells = z.union([cell.transform((one) => [one]), z.array(cell)]);

/** A cell, or a cell with the label that it is shown by. */
const option = z.union([
  cell.transform((one): Option => ({ cell: one, label: one })),
  z
    .record(z.string(), z.union([z.string(), z.number(), z.null()]))
    .refine(
      (pair) => Object.keys(pair).length === 1,
      'write one option a line, such as "1: Strongly disagree"',
    )
    .transform((pair): Option => {
      const [[key = '', label] = []] = Object.entries(pair);
      return { cell: key.trim().normalize('NFC'), label: String(label ?? key).normalize('NFC') };
    }),
]);
const options = z.array(option);

const responseScale = {
  levels: options.min(2, 'a scale has two levels at least'),
  /** A level's cell or label, or `none`. The middle of an odd number of levels unless said. */
  midpoint: cell.optional(),
  apart: options.default([]),
};

const name = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, 'letters, digits, hyphens and underlines');

const any = {
  question: words.optional(),
  'asked-if': z.record(name, cells).optional(),
  /** Its answers say who respondents are: they stand beside nobody's words. */
  identity: z.boolean().default(false),
};
const column = words.optional();

const item = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('single'),
    ...any,
    column,
    options: options.min(1),
    apart: options.default([]),
    other: z.boolean().default(false),
  }),
  z.strictObject({
    type: z.literal('likert'),
    ...any,
    column,
    scale: name.optional(),
    levels: responseScale.levels.optional(),
    midpoint: responseScale.midpoint,
    apart: options.optional(),
    polarity: z.enum(['positive', 'reversed']).default('positive'),
  }),
  z.strictObject({
    type: z.literal('multi'),
    ...any,
    column,
    separator: z.string().min(1).optional(),
    options: options.min(1).optional(),
    columns: z.record(z.string(), words).optional(),
    ticked: cells.optional(),
    blank: z.enum(['missing', 'nothing ticked']).default('missing'),
    other: z.boolean().default(false),
  }),
  z.strictObject({
    type: z.literal('number'),
    ...any,
    column,
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({ type: z.literal('open'), ...any, column }),
]);

type RawItem = z.output<typeof item>;
type RawScale = z.output<z.ZodObject<typeof responseScale>>;

export const questionFileSchema = z
  .strictObject({
    emic: z.literal(1),
    missing: cells.default([]),
    'not-asked': cells.default([]),
    'response-scales': z.record(name, z.strictObject(responseScale)).default({}),
    items: z.record(name, item),
    scales: z
      .record(
        name,
        z.strictObject({ title: words.optional(), items: z.array(name).min(2, 'name two items at least') }),
      )
      .default({}),
  })
  .superRefine((file, context) => {
    const complain = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const before = new Set<string>();
    const used = new Map<string, string>();
    for (const [key, one] of Object.entries(file.items)) {
      const path = ['items', key];
      checkOptions(one, file['response-scales'], path, complain);
      for (const gate of Object.keys(one['asked-if'] ?? {})) {
        if (!before.has(gate)) {
          complain(
            [...path, 'asked-if', gate],
            `${JSON.stringify(gate)} is no item that stands before this one`,
          );
        }
      }
      const columns = one.type === 'multi' && one.columns ? Object.values(one.columns) : [one.column ?? key];
      for (const name of columns) {
        const other = used.get(name);
        if (other !== undefined)
          complain(path, `column ${JSON.stringify(name)} is read by ${JSON.stringify(other)} already`);
        used.set(name, key);
      }
      before.add(key);
    }
    for (const [key, { items }] of Object.entries(file.scales)) {
      for (const [index, member] of items.entries()) {
        const found = Object.hasOwn(file.items, member) ? file.items[member] : undefined;
        const path = ['scales', key, 'items', index];
        if (!found) complain(path, `${JSON.stringify(member)} is no item of this file`);
        else if (found.type !== 'likert' && found.type !== 'number') {
          complain(
            path,
            `${JSON.stringify(member)} is ${found.type}: a scale adds up Likert items or numbers`,
          );
        }
        if (items.indexOf(member) !== index) complain(path, `${JSON.stringify(member)} stands here twice`);
      }
    }
  });

type RawFile = z.output<typeof questionFileSchema>;
type Complain = (path: PropertyKey[], message: string) => void;

function checkOptions(
  one: RawItem,
  scales: RawFile['response-scales'],
  path: string[],
  complain: Complain,
): void {
  if (one.type === 'multi') {
    if (one.columns && (one.column !== undefined || one.separator !== undefined || one.options)) {
      complain(path, 'say either "columns", one an option, or "column", "separator" and "options"');
    } else if (!one.columns && (one.separator === undefined || !one.options)) {
      complain(path, 'several answers in one cell need a "separator" and "options"; else name "columns"');
    }
    if (one.columns && one.other) {
      complain(
        [...path, 'other'],
        '"other" is for cells of several answers: give its column a name under "columns"',
      );
    }
    const all = one.options ?? Object.keys(one.columns ?? {}).map((label) => ({ cell: label, label }));
    const where = [...path, one.options ? 'options' : 'columns'];
    checkTwice(all, where, complain, one.other);
    if (one.separator === undefined) return;
    for (const text of composedOptions(all, one.separator)) {
      complain(
        where,
        `${JSON.stringify(text)} cannot be told from other options side by side, which ${JSON.stringify(one.separator)} parts`,
      );
    }
    return;
  }
  if (one.type === 'single') {
    checkTwice([...one.options, ...one.apart], [...path, 'options'], complain, one.other);
    return;
  }
  if (one.type !== 'likert') return;
  if ((one.scale === undefined) === (one.levels === undefined)) {
    complain(path, 'a Likert item needs either "scale" or "levels"');
    return;
  }
  if (one.scale !== undefined && !Object.hasOwn(scales, one.scale)) {
    complain([...path, 'scale'], `there is no response scale ${JSON.stringify(one.scale)}`);
    return;
  }
  const scale = scaleOf(one, scales);
  checkTwice([...scale.levels, ...scale.apart], path, complain, false);
  if (scale.midpoint !== undefined && scale.midpoint !== 'none' && midpointOf(scale) === null) {
    complain([...path, 'midpoint'], `${JSON.stringify(scale.midpoint)} is none of the levels`);
  }
}

/** @param other whether texts that are none of these are counted under the label "other". */
function checkTwice(all: readonly Option[], path: PropertyKey[], complain: Complain, other: boolean): void {
  const seen = new Set<string>();
  const labels = new Map<string, string>();
  for (const { cell, label } of all) {
    if (cell === '') complain(path, 'an option is empty');
    if (seen.has(cell)) complain(path, `${JSON.stringify(cell)} stands here twice`);
    const before = labels.get(label);
    if (before !== undefined && before !== cell) {
      complain(
        path,
        `${JSON.stringify(before)} and ${JSON.stringify(cell)} have the same label, ${JSON.stringify(label)}`,
      );
    }
    if (other && label === 'other') {
      complain(path, '"other" is what all other texts are called: take it out, or "other: true"');
    }
    seen.add(cell);
    labels.set(label, cell);
  }
}

/** The questionnaire that a file, held against the schema, declares. */
export function questionnaireOf(file: RawFile): Questionnaire {
  const scales = file['response-scales'];
  return {
    missing: file.missing,
    notAsked: file['not-asked'],
    items: Object.entries(file.items).map(([name, one]) => itemOf(name, one, scales)),
    scales: Object.entries(file.scales).map(([name, { title, items }]) => ({
      name,
      title: title ?? name,
      items,
    })),
  };
}

function itemOf(name: string, one: RawItem, scales: RawFile['response-scales']): Item {
  const column = one.column ?? name;
  const any = {
    name,
    question: one.question ?? column,
    identity: one.identity,
    askedIf: Object.entries(one['asked-if'] ?? {}).map(([item, answers]) => ({ item, answers })),
  };
  switch (one.type) {
    case 'single': {
      const { type, options, apart, other } = one;
      return { ...any, type, column, options, apart, other, midpoint: null, reversed: false };
    }
    case 'likert': {
      const scale = scaleOf(one, scales);
      return {
        ...any,
        type: 'likert',
        column,
        options: scale.levels,
        midpoint: midpointOf(scale),
        apart: scale.apart,
        reversed: one.polarity === 'reversed',
        other: false,
      } satisfies ChoiceItem;
    }
    case 'multi': {
      const labels = Object.entries(one.columns ?? {});
      return {
        ...any,
        type: 'multi',
        options: one.options ?? labels.map(([label]) => ({ cell: label, label })),
        where: one.columns
          ? { columns: labels.map(([, column]) => column), ticked: one.ticked ?? null }
          : { column, separator: one.separator ?? ';' },
        blank: one.blank,
        other: one.other,
      } satisfies MultiItem;
    }
    case 'number':
      return { ...any, type: 'number', column, min: one.min ?? null, max: one.max ?? null };
    case 'open':
      return { ...any, type: 'open', column };
  }
}

type RawLikert = Extract<RawItem, { type: 'likert' }>;

/** The scale that an item names, with what it says otherwise itself. */
function scaleOf(one: RawLikert, scales: RawFile['response-scales']): RawScale {
  const named = one.scale === undefined ? undefined : scales[one.scale];
  return {
    levels: one.levels ?? named?.levels ?? [],
    midpoint: one.midpoint ?? named?.midpoint,
    apart: one.apart ?? named?.apart ?? [],
  };
}

function midpointOf({ levels, midpoint }: RawScale): number | null {
  if (midpoint === 'none') return null;
  if (midpoint === undefined) return levels.length % 2 === 1 ? (levels.length - 1) / 2 : null;
  return numbersOf(levels).get(midpoint) ?? null;
}
