import { VFile } from 'vfile';
import type { Code, Codebook } from '../../src/codebook/codebook.ts';
import { parseCodebook } from '../../src/codebook/parse-codebook.ts';

/** Reads a codebook from its text and tells problems as `line:column rule`. */
export function read(value: string, path = 'draft.md') {
  const file = new VFile({ path, value });
  const book = parseCodebook(file);
  return { file, book, told: toldOf(file) };
}

export const toldOf = (file: VFile): string[] =>
  file.messages.map((one) => `${one.line}:${one.column} ${one.ruleId}`);

/** A codebook that has to be free of problems. */
export function sound(value: string, path = 'draft.md'): { file: VFile; book: Codebook } {
  const { file, book, told } = read(value, path);
  if (!book || told.length > 0)
    throw new Error(`Not a sound codebook: ${file.messages.join('; ')}\n${value}`);
  return { file, book };
}

/** A released codebook on gardening together: one heading a code, with the id as its title and its words. */
export function version(number: string, codes: readonly (string | Partial<Code>)[], changes = '', more = '') {
  const body = codes.map((code) => {
    const { id, title, definition, parent } = typeof code === 'string' ? { id: code } : { id: 'x', ...code };
    return `## ${title ?? id} \`${id}\`\n\n${parent ? `**Parent.** ${parent}\n\n` : ''}**Definition.** ${definition ?? `About ${id}.`}\n`;
  });
  const head = `---\nname: Gardens\nversion: ${number}\ndate: 2024-05-31\n${more}${changes === '' ? '' : `changes:\n${changes}`}---\n`;
  return `${head}\n${body.join('\n')}`;
}

export const release = (...args: Parameters<typeof version>) => sound(version(...args), `${args[0]}.md`);
