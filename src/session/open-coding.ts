import { draftVersion } from '../codebook/codebook.ts';
import { idFor } from '../codebook/id.ts';
import type { Span } from '../text/code-points.ts';
import { how } from './keys.ts';
import { putCode, putNewCode } from './put-code.ts';
import { type ReadingText, sentenceAt } from './reading-text.ts';
import { type Moment, type OfferedCode, type Outcome, refusing, type Session } from './session.ts';

/** Words of a participant that are longer than this make no name. */
const longestName = 80;

/** The code of a title, whatever the case, and however its accents are stored. */
export function codeNamed({ codes }: Session, title: string): OfferedCode | undefined {
  const name = tidy(title).toLowerCase();
  return codes.find((code) => tidy(code.title).toLowerCase() === name);
}

/** What there is to say of a name that is too long for one. */
export const tooLong = ({ length }: string): string | undefined =>
  length > longestName
    ? `That is too long for a name: ${length} characters, and ${longestName} at most.`
    : undefined;

const tidy = (title: string): string => title.normalize('NFC').trim().replace(/\s+/gu, ' ');

export interface NewCode {
  title: string;
  /** The id of the code that it is to stand below; null for the top. */
  parent: string | null;
  definition: string;
}

/** Makes a new code, in the draft, and puts it on the passage. */
export function makeCode(session: Session, { title, parent, definition }: NewCode, moment: Moment): Outcome {
  const name = tidy(title);
  if (name === '') return refusing(session, 'A code needs a name.');
  const long = tooLong(name);
  if (long !== undefined) return refusing(session, long);
  const same = codeNamed(session, name);
  if (same) return refusing(session, `There is a code ${same.id} of this name.`);
  const taken = session.codes.map((code) => code.id);
  const id = idFor(name, taken);
  const code: OfferedCode = {
    ...{ include: [], exclude: [], examples: [], version: draftVersion },
    ...{ id, title: name, parent, definition: definition.trim() || null },
  };
  const where = parent === null ? '' : ` below ${parent}`;
  return putNewCode(session, code, moment, `New code ${id}, in the draft${where}; it is on this passage.`);
}

/** The same, the selected words being the name. */
export function codeInVivo(session: Session, moment: Moment): Outcome {
  const { selection } = session;
  if (!selection) {
    const longer = how(session, 'longer');
    return refusing(session, `Select the words that are to be the name: ${longer} takes word after word.`);
  }
  const words = nameIn(session.text, selection);
  const same = codeNamed(session, words);
  if (same) return putCode(session, same, moment);
  return makeCode(session, { title: words, parent: null, definition: '' }, moment);
}

/** Selected words as a name; where they end as a sentence does, without its full stop. */
function nameIn(text: ReadingText, { start, end }: Span): string {
  const words = text.body.slice(start, end).replace(/\s+/gu, ' ').trim();
  return sentenceAt(text, end - 1).end === end ? words.replace(/(?<![.\s])[.。]$/u, '') : words;
}
