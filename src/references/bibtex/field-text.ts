import { parse } from '@citation-js/plugin-bibtex/lib/input/value.js';
import { oneLine } from '../clean.ts';
import { spellLetters } from './letters.ts';

/** What a value says once LaTeX's commands, accents, braces and ligatures are read; undefined where they cannot be. */
export function fieldText(value: string): string | undefined {
  if (!SPECIAL.test(value)) return oneLine(value);
  try {
    return oneLine(parse(spellLetters(value), 'title') as string);
  } catch {
    return undefined;
  }
}

/** Names as `Family, Given; …`, with particles before the family name; undefined where they cannot be read. */
export function fieldNames(value: string): string | undefined {
  if (value.trim() === '') return '';
  try {
    const names = parse(spellLetters(value.trim()), 'author') as Extract<
      ReturnType<typeof parse>[number],
      object
    >[];
    return names
      .map(({ family = '', given = '', prefix = '', suffix = '' }) => {
        const whole = prefix === '' ? family : `${prefix} ${family}`;
        return oneLine([whole, given, suffix].filter((part) => part !== '').join(', '));
      })
      .filter((name) => name !== '')
      .join('; ');
  } catch {
    return undefined;
  }
}

/** Nothing else in a value has a meaning of its own. */
const SPECIAL = /[\\{}$~]|--|``|''/;
