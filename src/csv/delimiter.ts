export interface Dialect {
  delimiter: string;
  /** Offset of the first line that belongs to the table. */
  start: number;
  /** The number of that line. */
  line: number;
}

/**
 * Finds out what separates the cells: what Excel's first line `sep=;` says, otherwise the one of
 * comma, semicolon and tab that occurs most in the header outside quotes, otherwise a comma.
 * Later lines are not asked: answers are full of commas, names of columns are not.
 */
export function findDialect(text: string): Dialect {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  SEPARATOR_LINE.lastIndex = start;
  const said = SEPARATOR_LINE.exec(text);
  if (said?.[1]) return { delimiter: said[1], start: start + said[0].length, line: 2 };
  return { delimiter: mostFrequent(text, headerStart(text, start)), start, line: 1 };
}

const SEPARATOR_LINE = /sep=([,;\t|])[ \t]*(?:\r\n|\r|\n|$)/iy;

const DELIMITERS = [',', ';', '\t'];

/** The start of the first line that holds more than spaces and delimiters. */
function headerStart(text: string, from: number): number {
  let lineStart = from;
  for (let offset = from; offset < text.length; offset++) {
    const char = text.charAt(offset);
    if (char === '\n' || char === '\r') lineStart = offset + 1;
    else if (!DELIMITERS.includes(char) && char.trim() !== '') break;
  }
  return lineStart;
}

function mostFrequent(text: string, from: number): string {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  let cellStart = true;
  for (let offset = from; offset < text.length; offset++) {
    const char = text.charAt(offset);
    if (quoted || (char === '"' && cellStart)) {
      // A doubled quote closes and opens again at once, which comes to the same.
      if (char === '"') quoted = !quoted;
      cellStart = quoted === false && text.charAt(offset + 1) === '"';
      continue;
    }
    if (char === '\n' || char === '\r') break;
    const count = counts.get(char);
    if (count !== undefined) counts.set(char, count + 1);
    cellStart = count !== undefined;
  }
  let best = ',';
  for (const [delimiter, count] of counts) {
    if (count > (counts.get(best) ?? 0)) best = delimiter;
  }
  return best;
}
