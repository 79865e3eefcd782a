import { VFile } from 'vfile';
import { addProblem, hasErrors, quote } from '../problem/problem.ts';
import { readFrozen } from '../transcript/frozen.ts';
import { speakerName } from '../transcript/speaker-name.ts';
import type { OpenTexts } from './open-texts.ts';

/* Why answers to an open question are not frozen, told on the file of responses. */

/** False, and told, where the responses have errors, nobody answered, or ids cannot be those of speakers. */
export function mayFreeze(file: VFile, item: string, { answers }: OpenTexts): boolean {
  // A row that is left out now would come back later, among turns that are frozen.
  if (hasErrors([file])) return false;
  if (answers.length === 0) {
    addProblem(file, { rule: 'no-answers', reason: `nobody answered ${quote(item)}` });
    return false;
  }
  const seen = new Map<string, number>();
  for (const { respondent, line } of answers) {
    const before = seen.get(respondent);
    if (speakerName(respondent) !== respondent) {
      addProblem(file, {
        rule: 'respondent-name',
        place: { line, column: 1 },
        reason: `the respondent ${quote(respondent)} cannot be the speaker of a turn by this id`,
        expected: ['ids on one line, of single words or with single spaces, without asterisks'],
        suggest: false,
      });
    } else if (before !== undefined) {
      addProblem(file, {
        rule: 'same-respondent',
        reason: `two answers are by ${quote(respondent)}, on this line and on line ${before}`,
        place: { line, column: 1 },
        advice:
          'give one of them an id of its own, or import the responses again without --keep-duplicates, which keeps the first',
      });
    }
    seen.set(respondent, before ?? line);
  }
  return !hasErrors([file]);
}

/** False, and told, where the transcript that is there has not the answers to this question. */
export function mayTakePlaceOf(before: string, file: VFile, item: string, path: string): boolean {
  const found = readFrozen(new VFile({ path, value: before }))?.front;
  if (found?.item === item) return true;
  addProblem(file, {
    rule: 'other-transcript',
    reason: `${path} is there, and does not say that it has the answers to ${quote(item)}`,
    advice: 'give the question another name in the question file, or the transcript',
  });
  return false;
}
