import { type Answers, MISSING, NOT_ASKED } from './answers.ts';

/**
 * What one respondent answered to a closed item, in labels: `Maker`, or of several answers `lathe; saw`. Where there is no
 * answer, null.
 */
export function answerOf(given: Answers, respondent: number): string | null {
  const code = given.codes[respondent] as number;
  if (code < 0 || given.kind === 'open') return null;
  if (given.kind === 'numbers') return String(given.values[respondent]);
  if (given.kind === 'choice') return given.answers[code]?.label ?? null;
  const labels = (given.sets[code] ?? []).flatMap((answer) => given.answers[answer]?.label ?? []);
  return labels.length === 0 ? 'none of these' : labels.join('; ');
}

/** Why there is no answer. */
export function silenceWords(given: Answers, respondent: number): string {
  const code = given.codes[respondent];
  return code === NOT_ASKED ? 'not asked' : code === MISSING ? 'no answer' : 'not known';
}
