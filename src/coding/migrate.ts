import { changeCoding, removeCoding } from './append.ts';
import type { Coding, Revision } from './log.ts';

/** What a code is in the version asked for, as a codebook's resolver says. */
export type CodeReading =
  | { kind: 'code'; code: string }
  | { kind: 'undecided'; by: 'split' | 'redefine'; version: string; candidates: readonly string[] }
  | { kind: 'retired'; version: string; reason: string }
  | { kind: 'unknown'; reason: string };

/** A coding that a person has to decide on; `version` is where the question arose. */
export interface Undecided {
  coding: Coding;
  by: 'split' | 'redefine';
  version: string;
  /** Codes of the version asked for. */
  candidates: readonly string[];
}

/** Every coding is in exactly one of these. */
export interface SortedCodings {
  /** The code has the name it was given. */
  same: Coding[];
  /** Read under another name: renamed or merged since. */
  followed: { coding: Coding; code: string }[];
  undecided: Undecided[];
  retired: Coding[];
  unknown: { coding: Coding; reason: string }[];
}

/** Sorts codings by what becomes of them in another version of the codebook. Nothing is changed. */
export function sortCodings(
  codings: readonly Coding[],
  read: (code: string, version: string) => CodeReading,
): SortedCodings {
  const sorted: SortedCodings = { same: [], followed: [], undecided: [], retired: [], unknown: [] };
  for (const coding of codings) {
    const reading = read(coding.code, coding.version);
    if (reading.kind === 'undecided') {
      const { by, version, candidates } = reading;
      sorted.undecided.push({ coding, by, version, candidates });
    } else if (reading.kind === 'retired') sorted.retired.push(coding);
    else if (reading.kind === 'unknown') sorted.unknown.push({ coding, reason: reading.reason });
    else if (reading.code === coding.code.normalize('NFC')) sorted.same.push(coding);
    else sorted.followed.push({ coding, code: reading.code });
  }
  return sorted;
}

/**
 * The revision that settles a coding: one of its candidates, as a code of `version`; `null` for none of them
 * takes the coding back. Passage, quote, text and memo stay as the rater wrote them.
 *
 * @throws RangeError for a code that is not a candidate.
 */
export function settle(
  { coding, candidates }: Undecided,
  code: string | null,
  version: string,
  at: string,
): Revision {
  if (code === null) return removeCoding(coding, at);
  if (!candidates.includes(code)) {
    throw new RangeError(`"${code}" is not a candidate for ${coding.id}: ${candidates.join(', ')}`);
  }
  return changeCoding(coding, { code, version }, at);
}
