import { parseBody } from './body.ts';
import type { Turn } from './transcript.ts';

/** What a respondent wrote to an open question. */
export interface WrittenAnswer {
  respondent: string;
  text: string;
}

/**
 * Answers as turns, one a respondent, and how many of them are new. Those who have a turn in the body that is there keep
 * its place; the others come after them.
 */
export function answerTurns(
  answers: readonly WrittenAnswer[],
  bodyBefore: string | undefined,
): { turns: Turn[]; added: number } {
  const before = parseBody(bodyBefore ?? '');
  const place = new Map(before.map(({ speaker }, at) => [speaker, at]));
  const placed = answers.map((answer, at) => ({
    answer,
    at: place.get(answer.respondent) ?? before.length + at,
  }));
  return {
    turns: placed
      .sort((a, b) => a.at - b.at)
      .map(({ answer: { respondent, text } }) => ({
        ...{ speaker: respondent, start: null, end: null },
        paragraphs: [text],
      })),
    added: placed.filter(({ at }) => at >= before.length).length,
  };
}
