import { oneLine } from './clean.ts';

/**
 * A person's name as `Family, Given`. With a comma it stays as it is. Without one, `Rossi M.` and `Rossi MA` end in
 * initials, as Scopus and Web of Science write them; any other order is the given name first, with the family name from
 * the first particle in small letters on (`Anna van der Berg`). One word alone, and a group in braces, is a name as it is.
 */
export function familyFirst(text: string): string {
  const name = oneLine(text.replace(ID, ''));
  const words = name.split(' ');
  if (words.length === 1 || name.includes(',')) return name.replace(/\s*,\s*/g, ', ').replace(/, $/, '');
  const last = words.at(-1) as string;
  if (INITIALS.test(last) && words.slice(0, -1).some((word) => /\p{Ll}|\p{Lu}{3}/u.test(word)))
    return `${words.slice(0, -1).join(' ')}, ${last}`;
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && PARTICLE.test(word));
  const family = particle === -1 ? words.length - 1 : particle;
  return `${words.slice(family).join(' ')}, ${words.slice(0, family).join(' ')}`;
}

/** Names in one cell, parted by semicolons, or by ` and `. Blank ones are no names. */
export const namesIn = (text: string): string =>
  text
    .split(text.includes(';') ? ';' : /\s+and\s+/)
    .map(familyFirst)
    .filter((name) => name !== '')
    .join('; ');

/** Scopus writes the author's number behind the name. */
const ID = /\s*\(\d+\)\s*$/;
const INITIALS = /^(?:(?:\p{Lu}\p{M}*\.-?)+|\p{Lu}{1,3})$/u;
const PARTICLE = /^(?:von|van|der|den|de|del|della|di|da|dos|das|do|du|la|le|ter|ten|zu|zur|af|el|al)$/;
