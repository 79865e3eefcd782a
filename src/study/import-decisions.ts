import type { Format } from '../transcript/readers/choose.ts';
import { JOINED } from '../transcript/readers/join-utterances.ts';
import { speakerName } from '../transcript/speaker-name.ts';
import { renameSpeakers } from '../transcript/speakers.ts';
import type { Draft, Turn } from '../transcript/transcript.ts';
import type { Kind } from './imports.ts';

/** What the caller decides about an import; what is left out is as it was last time, else the default. */
export interface Choices {
  as?: string | undefined;
  format?: Format | undefined;
  /** From a name to a name; see `combineRenames`. */
  rename: ReadonlyMap<string, string>;
  /** Each a name, or several with commas between. */
  participants?: readonly string[] | undefined;
  notParticipants?: readonly string[] | undefined;
  kind?: Kind | undefined;
  title?: string | undefined;
  language?: string | undefined;
  date?: string | undefined;
  /** Leaves out of account what was decided last time. */
  fresh?: boolean | undefined;
  replace?: boolean | undefined;
  keepCodings?: boolean | undefined;
}

/** Stands in a rename for whoever is not named. */
export const NOBODY = '?';

/** Names in the order in which they first speak; `?` if some words are nobody's. */
export const namesIn = (turns: readonly Turn[]): string[] => [
  ...new Set(turns.map(({ speaker }) => speaker ?? NOBODY)),
];

/**
 * The renames of last time and those given now as one, from names in the original. All of them happen at once, so
 * that two names can be swapped. A name given now may be one of the original or one that last time gave.
 *
 * @returns the renames that concern the original, and the names that were given and are nobody's.
 */
export function combineRenames(
  names: readonly string[],
  kept: ReadonlyMap<string, string>,
  given: ReadonlyMap<string, string>,
): { rename: Map<string, string>; unknown: string[] } {
  const rename = new Map<string, string>();
  const used = new Set<string>();
  for (const name of names) {
    const before = kept.get(name) ?? name;
    const key = given.has(name) ? name : before;
    const after = given.get(key) ?? before;
    if (given.has(key)) used.add(key);
    const plain = speakerName(after);
    if (plain !== null && plain !== name) rename.set(name, plain);
  }
  return { rename, unknown: [...given.keys()].filter((name) => !used.has(name)) };
}

/**
 * The turns with their new names. In captions, where a turn is whatever pieces of one speaker follow one another,
 * neighbours that two names of one person parted become one turn. A turn of labelled text stays as its writer has
 * it. Words and paragraphs stay as they are.
 */
export function applyRenames({ turns, decisions }: Draft, rename: ReadonlyMap<string, string>): Turn[] {
  const nobody = rename.get(NOBODY);
  const renamed = renameSpeakers(turns, rename).map((turn) =>
    turn.speaker === null && !turn.heading && nobody !== undefined ? { ...turn, speaker: nobody } : turn,
  );
  if (!decisions.includes(JOINED)) return renamed;
  const joined: Turn[] = [];
  for (const [at, turn] of renamed.entries()) {
    const last = joined.at(-1);
    const [before, now] = [turns[at - 1]?.speaker, turns[at]?.speaker];
    const parted = before !== null && now !== null && before !== now;
    if (!last || !parted || last.speaker !== turn.speaker) joined.push({ ...turn });
    else {
      last.paragraphs = [...last.paragraphs, ...turn.paragraphs];
      last.start ??= turn.start;
      if (last.start !== null && turn.end !== null) last.end = Math.max(last.end ?? turn.end, turn.end);
    }
  }
  return joined;
}

/** Several names in one text: a name that is known as a whole may have commas in it. */
export const splitNames = (texts: readonly string[], known: ReadonlySet<string>): string[] =>
  texts.flatMap((text) =>
    known.has(text.trim())
      ? [text.trim()]
      : text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])),
  );

/**
 * Whose turns count. Names may be those of the original or of the transcript.
 *
 * @returns `all` where nobody decided anything, and the names that were given and are nobody's.
 */
export function decideParticipants(
  speakers: readonly string[],
  rename: ReadonlyMap<string, string>,
  kept: 'all' | readonly string[],
  { participants, notParticipants }: Pick<Choices, 'participants' | 'notParticipants'>,
): { participants: 'all' | string[]; unknown: string[] } {
  const known = new Set([...speakers, ...rename.keys()]);
  const asNow = (name: string): string => (speakers.includes(name) ? name : (rename.get(name) ?? name));
  const listed = (texts: readonly string[] | undefined): string[] =>
    splitNames(texts ?? [], known).map(asNow);
  const named = listed(participants);
  const excluded = listed(notParticipants);
  const unknown = [...named, ...excluded].filter((name) => !speakers.includes(name));
  const before = kept === 'all' ? undefined : kept.map(asNow);
  const chosen = participants ? named : before;
  if (!chosen && !notParticipants) return { participants: 'all', unknown };
  return {
    participants: speakers.filter((name) => (chosen?.includes(name) ?? true) && !excluded.includes(name)),
    unknown,
  };
}
