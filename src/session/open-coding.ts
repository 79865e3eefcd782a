import { draftVersion } from '../codebook/codebook.ts';
import { idFor } from '../codebook/id.ts';
import { putCode } from './put-code.ts';
import { type Moment, type OfferedCode, type Outcome, refusing, type Session, telling } from './session.ts';

/** Words of a participant that are longer than this make no name. */
const longestName = 80;

/** The code of a name, whatever the case. */
export function codeNamed({ codes }: Session, title: string): OfferedCode | undefined {
  const name = title.trim().replace(/\s+/gu, ' ').toLowerCase();
  return codes.find((code) => code.title.toLowerCase() === name);
}

/** Makes a new code, in the draft, and puts it on the passage. */
export function makeCode(session: Session, title: string, definition: string, moment: Moment): Outcome {
  const name = title.trim().replace(/\s+/gu, ' ');
  if (name === '') return refusing(session, 'A code needs a name.');
  if (name.length > longestName) {
    return refusing(
      session,
      `That is too long for a name: ${name.length} characters, and ${longestName} at most.`,
    );
  }
  const same = codeNamed(session, name);
  if (same) return refusing(session, `There is a code ${same.id} of this name.`);
  const taken = session.codes.map((code) => code.id);
  const meaning = definition.trim();
  const code = { id: idFor(name, taken), title: name, ...(meaning !== '' && { definition: meaning }) };
  const offered: OfferedCode = {
    ...{ definition: null, include: [], exclude: [], examples: [], version: draftVersion },
    ...code,
  };
  const put = putCode({ ...session, codes: [...session.codes, offered] }, offered, moment);
  return {
    ...telling(put.session, `New code ${code.id}, in the draft; it is on this passage.`),
    effects: [{ kind: 'add code', code }, ...put.effects],
  };
}

/** The same, the selected words being the name. */
export function codeInVivo(session: Session, moment: Moment): Outcome {
  const { selection, text } = session;
  if (!selection)
    return refusing(session, 'Select the words that are to be the name: L takes word after word.');
  const words = text.body.slice(selection.start, selection.end).replace(/\s+/gu, ' ').trim();
  const same = codeNamed(session, words);
  if (same) return putCode(session, same, moment);
  return makeCode(session, words, '', moment);
}
