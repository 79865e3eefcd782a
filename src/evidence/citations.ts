/** A citation within a cell: the record it names, and where it begins (UTF-16 units from the cell's start). */
export interface Citation {
  record: string;
  offset: number;
}

export interface CellCitations {
  citations: Citation[];
  /** Where a bracket opens that is not closed before the next, or a bracket closes that was not opened. */
  unbalanced: number[];
}

/**
 * The citations in a cell, in their order. In brackets they may stand within any words, `fast [PS1, PS23] but [PS4]`; a cell
 * without brackets is a list, `PS1; PS23`. Commas and semicolons part them. A bracket that is not closed is read to the next
 * bracket or the end.
 */
export function citationsIn(cell: string): CellCitations {
  if (!/[[\]]/.test(cell)) return { citations: partedAt(cell, 0), unbalanced: [] };
  const citations: Citation[] = [];
  const unbalanced: number[] = [];
  let open: number | undefined;
  const close = (end: number) => {
    if (open === undefined) return;
    citations.push(...partedAt(cell.slice(open + 1, end), open + 1));
  };
  for (const { 0: bracket, index } of cell.matchAll(/[[\]]/g)) {
    if ((bracket === '[') === (open !== undefined)) unbalanced.push(open ?? index);
    close(index);
    open = bracket === '[' ? index : undefined;
  }
  if (open !== undefined) {
    unbalanced.push(open);
    close(cell.length);
  }
  return { citations, unbalanced };
}

function partedAt(list: string, start: number): Citation[] {
  return [...list.matchAll(/[^,;]+/g)].flatMap(({ 0: part, index }) => {
    const record = part.trim().normalize('NFC');
    return record === '' ? [] : [{ record, offset: start + index + part.length - part.trimStart().length }];
  });
}
