import type { ColumnHead } from './column-head.ts';
import { type DraftedItem, draftItem } from './draft-item.ts';
import { DraftedScales } from './drafted-scales.ts';
import type { ResponseColumn, Responses } from './responses.ts';
import { NOTHING_WORDS } from './silence.ts';
import { uniqueName } from './unique-name.ts';

/** A question file as plain data, in the order in which it is to be written, with what a person should look at. */
export interface QuestionDraft {
  file: {
    emic: 1;
    missing?: string[];
    'not-asked'?: string[];
    'response-scales'?: Record<string, { levels: string[]; apart?: string[] }>;
    items: Record<string, DraftedItem['item']>;
  };
  /** Remarks to stand above a key, by the keys that lead there. */
  remarks: { path: string[]; text: string }[];
  /** Columns that are no items, because they are of the response and not an answer. */
  passedOver: string[];
}

/** Cells that mean no answer, or that it was not asked, in what one tool writes. */
export interface SilentWords {
  missing: readonly string[];
  notAsked: readonly string[];
}

/**
 * A question file drafted from what stands in the columns. It is a proposal: types are read off the answers, and what
 * everybody left out, or nobody chose, cannot be seen there.
 */
export function draftQuestions(
  heads: readonly ColumnHead[],
  { columns }: Responses,
  { missing, notAsked }: SilentWords = { missing: [], notAsked: [] },
): QuestionDraft {
  const found = silentWordsIn(columns).filter((word) => !missing.includes(word) && !notAsked.includes(word));
  const silent = new Set(['', ...missing, ...found, ...notAsked]);
  const scales = new DraftedScales(
    columns.flatMap((column) =>
      column.kind === 'texts'
        ? [[column.name, column.texts.filter((text) => !silent.has(text))] as const]
        : [],
    ),
  );
  const { items, remarks } = draftItems(heads, columns, scales, silent);
  const drafted = scales.drafted();
  const words = [...missing, ...found];
  return {
    file: {
      emic: 1,
      ...(words.length > 0 && { missing: words }),
      ...(notAsked.length > 0 && { 'not-asked': [...notAsked] }),
      ...(drafted.length > 0 && {
        'response-scales': Object.fromEntries(
          drafted.map(({ name, levels, apart }) => [name, { levels, ...(apart.length > 0 && { apart }) }]),
        ),
      }),
      items,
    },
    remarks: [
      ...(found.length > 0
        ? [{ path: ['missing'], text: 'Cells that were taken to mean that no answer was given.' }]
        : []),
      ...drafted.flatMap(({ name, remark }) =>
        remark === undefined ? [] : [{ path: ['response-scales', name], text: remark }],
      ),
      ...remarks,
    ],
    passedOver: heads.filter(({ role }) => role === 'about' || role === 'identity').map(({ name }) => name),
  };
}

function draftItems(
  heads: readonly ColumnHead[],
  columns: readonly ResponseColumn[],
  scales: DraftedScales,
  silent: ReadonlySet<string>,
) {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const items: QuestionDraft['file']['items'] = {};
  const remarks: QuestionDraft['remarks'] = [];
  const names = new Set<string>();
  const done = new Set<string>();
  for (const head of heads) {
    const column = byName.get(head.name);
    if (head.role !== 'answer' || !column || done.has(head.name)) continue;
    const options = head.option
      ? heads.filter(({ role, option }) => role === 'answer' && option?.of === head.option?.of)
      : [];
    for (const { name } of options) done.add(name);
    const { item, remark } = draftItem(head, column, options, scales, silent);
    const name = uniqueName(head.option?.of ?? head.name, names);
    items[name] = named(item, name);
    if (remark !== undefined) remarks.push({ path: ['items', name], text: remark });
  }
  return { items, remarks };
}

const silentWordsIn = (columns: readonly ResponseColumn[]): string[] => [
  ...new Set(
    columns.flatMap((column) =>
      (column.kind === 'texts' ? column.texts : column.words).filter((text) => NOTHING_WORDS.has(text)),
    ),
  ),
];

/** What a name says already is not said again. */
function named({ type, question, column, ...rest }: DraftedItem['item'], name: string): DraftedItem['item'] {
  return {
    type,
    ...(question !== undefined && question !== (column ?? name) && { question }),
    ...(column !== undefined && column !== name && { column }),
    ...rest,
  };
}
