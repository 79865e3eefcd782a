/** Where a key of a JSON object on one line stands, and its value. Columns count from 1, in UTF-16 units. */
export interface KeyColumns {
  key: number;
  value: number;
}

/** The columns of the object's own keys, not of keys further in. The line must be valid JSON. */
export function keyColumns(line: string): Map<string, KeyColumns> {
  const columns = new Map<string, KeyColumns>();
  let depth = 0;
  let key: { name: string; column: number } | undefined;
  for (const token of line.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    const [text] = token;
    if (text === '{' || text === '[') depth += 1;
    else if (text === '}' || text === ']') depth -= 1;
    else if (depth !== 1) continue;
    else if (text !== ':') key = { name: JSON.parse(text) as string, column: token.index + 1 };
    else if (key) {
      const rest = line.slice(token.index + 1);
      const spaces = rest.length - rest.trimStart().length;
      columns.set(key.name, { key: key.column, value: token.index + 2 + spaces });
      key = undefined;
    }
  }
  return columns;
}
