import type { Responses, TextsColumn } from '../../src/survey/responses.ts';

/** Responses from rows of cells, the first naming the columns; places are those of a file without quotation marks. */
export function responsesOf(header: readonly string[], ...rows: readonly (readonly string[])[]): Responses {
  const columns = header.map((name, column): TextsColumn => {
    const texts = [''];
    const firsts = [{ line: 1, column: 1 }];
    const cells = rows.map((row, line) => {
      const text = row[column] ?? '';
      if (!texts.includes(text)) {
        texts.push(text);
        const before = row.slice(0, column).reduce((sum, cell) => sum + cell.length + 1, 0);
        firsts.push({ line: line + 2, column: before + 1 });
      }
      return texts.indexOf(text);
    });
    return { kind: 'texts', name, texts, firsts, cells: Uint16Array.from(cells) };
  });
  return { n: rows.length, columns };
}
