/**
 * Plain words as Markdown that reads back as the same words: one line, with what would be markup, a link or
 * a character reference escaped.
 */
export function escapeWords(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*[\]<>~|]/gu, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replace(/:(?=\/\/)|(?<=www)\.|@/giu, '\\$&');
}

/** The same, safe at the beginning of a line too, where `-`, `1.` or `#` would open a list or a heading. */
export function escapeParagraph(text: string): string {
  return escapeWords(text)
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replace(/^[-+=#]/u, '\\$&');
}
