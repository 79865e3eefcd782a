import { longest, quoted } from './longest.ts';
import { codeCalled } from './palette.ts';
import type { Session } from './session.ts';

/** The name of a new code, and below which it is to stand: its id, or undefined where nothing was said. */
export type NewCodeName = { title: string; parent: string | undefined } | { refused: string };

/**
 * Reads `Name`, `Parent > Name` and `Name below Parent`. What stands in quotation marks is a name as a whole.
 */
export function newCodeName(session: Pick<Session, 'codes'>, typed: string): NewCodeName {
  const words = typed.trim().replace(/\s+/gu, ' ');
  if (words.length > longest.search) return { title: words, parent: undefined };
  const quotedBelow = /^(["“][^"“”]+["”]) below (.+)$/iu.exec(words);
  const quotedAbove = /^(.+?) ?> ?(["“][^"“”]+["”])$/u.exec(words);
  const above = /^(.+?) ?> ?([^>]+)$/u.exec(words);
  const below = /^(.+) below (.+)$/iu.exec(words);
  if (quotedBelow?.[1] && quotedBelow[2]) return placed(session, quotedBelow[1], quotedBelow[2]);
  if (isQuoted(words)) return { title: unquoted(words), parent: undefined };
  if (quotedAbove?.[1] && quotedAbove[2]) return placed(session, quotedAbove[2], quotedAbove[1]);
  if (above?.[1] && above[2]) return placed(session, above[2], above[1]);
  if (below?.[1] && below[2]) return placed(session, below[1], below[2]);
  return { title: words, parent: undefined };
}

const isQuoted = (words: string): boolean => /^["“].+["”]$/u.test(words);

const unquoted = (words: string): string => (isQuoted(words) ? words.slice(1, -1).trim() : words);

function placed(session: Pick<Session, 'codes'>, name: string, above: string): NewCodeName {
  const [title, wanted] = [unquoted(name), unquoted(above)];
  const parent = codeCalled(session, wanted);
  if (parent) return { title, parent: parent.id };
  const advice = isQuoted(name) ? '' : '; if all of it is the name, put it in quotation marks';
  return { refused: `There is no code ${quoted(wanted)} for ${quoted(title)} to be below${advice}.` };
}
