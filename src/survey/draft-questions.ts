import type { ColumnHead } from './column-head.ts';
import { type DraftedItem, draftItem } from './draft-item.ts';
import { DraftedScales } from './drafted-scales.ts';
import type { Responses } from './responses.ts';
import { uniqueName } from './unique-name.ts';

/** A question file as plain data, in the order in which it is to be written, with what a person should look at. */
export interface QuestionDraft {
  file: {
    emic: 1;
    respondent?: string;
    'response-scales'?: Record<string, { levels: string[]; apart?: string[] }>;
    items: Record<string, DraftedItem['item']>;
  };
  /** Remarks to stand above a response scale or an item, by its name. */
  remarks: { scales: Map<string, string>; items: Map<string, string> };
  /** Columns that are no items, because they are of the response and not an answer. */
  passedOver: string[];
}

/**
 * A question file drafted from what stands in the columns. It is a proposal: types are read off the answers, and only what
 * everybody left out or nobody chose cannot be seen there.
 */
export function draftQuestions(heads: readonly ColumnHead[], responses: Responses): QuestionDraft {
  const columns = new Map(responses.columns.map((column) => [column.name, column]));
  const respondent = heads.find(({ role }) => role === 'respondent')?.name;
  const draft: QuestionDraft = {
    file: { emic: 1, ...(respondent !== undefined && { respondent }), items: {} },
    remarks: { scales: new Map(), items: new Map() },
    passedOver: heads.filter(({ role }) => role === 'about' || role === 'identity').map(({ name }) => name),
  };
  const scales = new DraftedScales(responses.columns);
  const names = new Set<string>();
  const done = new Set<string>();
  for (const head of heads) {
    const column = columns.get(head.name);
    if (head.role !== 'answer' || !column || done.has(head.name)) continue;
    const options = head.option
      ? heads.filter((one) => one.role === 'answer' && one.option?.of === head.option?.of)
      : [];
    for (const { name } of options) done.add(name);
    const { item, remark } = draftItem(head, column, options, scales);
    const name = uniqueName(head.option?.of ?? head.name, names);
    draft.file.items[name] = named(item, name);
    if (remark !== undefined) draft.remarks.items.set(name, remark);
  }
  const found = scales.named();
  if (found.length > 0) {
    draft.file['response-scales'] = Object.fromEntries(
      found.map(({ name, levels, apart }) => [name, { levels, ...(apart.length > 0 && { apart }) }]),
    );
    for (const { name, remark } of found) if (remark !== undefined) draft.remarks.scales.set(name, remark);
  }
  // Scales stand before the items that name them.
  const { emic, respondent: id, items, ...rest } = draft.file;
  draft.file = { emic, ...(id !== undefined && { respondent: id }), ...rest, items };
  return draft;
}

/** What a name says already is not said again. */
function named({ type, question, column, ...rest }: DraftedItem['item'], name: string): DraftedItem['item'] {
  return {
    type,
    ...(question !== undefined && question !== (column ?? name) && { question }),
    ...(column !== undefined && column !== name && { column }),
    ...rest,
  };
}
