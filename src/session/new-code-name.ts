import { longest, quoted } from './longest.ts';
import { codeCalled } from './palette.ts';
import type { Session } from './session.ts';

/** The name of a new code, and below which it is to stand: its id, or undefined where nothing was said. */
export type NewCodeName = { title: string; parent: string | undefined } | { refused: string };

/**
 * Reads `Name`, `Parent > Name` and `Name below Parent`; in quotation marks all of it is the name.
 */
export function newCodeName(session: Pick<Session, 'codes'>, typed: string): NewCodeName {
  const words = typed.trim().replace(/\s+/gu, ' ');
  const whole = /^["“](.+)["”]$/u.exec(words)?.[1];
  if (whole !== undefined) return { title: whole, parent: undefined };
  if (words.length > longest.search) return { title: words, parent: undefined };
  const above = /^(.+?) ?> ?([^>]+)$/u.exec(words);
  const below = /^(.+) below (.+)$/iu.exec(words);
  if (above?.[1] && above[2]) return placed(session, above[2], above[1]);
  if (below?.[1] && below[2]) return placed(session, below[1], below[2]);
  return { title: words, parent: undefined };
}

function placed(session: Pick<Session, 'codes'>, title: string, above: string): NewCodeName {
  const parent = codeCalled(session, above);
  if (parent) return { title, parent: parent.id };
  return {
    refused: `There is no code ${quoted(above)} for ${quoted(title)} to be below; if all of it is the name, put it in quotation marks.`,
  };
}
