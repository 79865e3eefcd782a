import { UsageError } from './io.ts';

/** Options that may stand several times though each time with one value only. */
const repeatable = ['statement'];

/** Refuses an option that stands twice where only one can hold, and one with an empty value. */
export function checkOptions(argv: Readonly<Record<string, unknown>>, declared: { array?: unknown }): true {
  const lists = new Set([
    ...repeatable,
    ...(Array.isArray(declared.array) ? declared.array.map(String) : []),
  ]);
  for (const [name, value] of Object.entries(argv)) {
    if (name === '_' || name === '$0') continue;
    if (Array.isArray(value) && !lists.has(kebab(name))) {
      throw new UsageError(`${option(name)} stands here ${times(value.length)}; give it once.`);
    }
    if ([value].flat().includes('')) throw new UsageError(`${option(name)} is empty; give it a value.`);
  }
  return true;
}

/** yargs gives each option in both spellings. */
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const option = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

const times = (n: number): string => (n === 2 ? 'twice' : `${n} times`);
