import type { QuotedPassage } from '../exhibit/quotes.ts';
import { answerOf, silenceWords } from '../survey/answer-of.ts';
import { closedItems, whyNotBeside } from '../survey/closed-items.ts';
import type { Item } from '../survey/questionnaire.ts';
import type { Survey } from '../survey/read-answers.ts';
import type { CountingCorpus } from './corpus.ts';
import type { Study } from './open-study.ts';
import { type OpenedSurvey, openSurvey, type Progress } from './open-survey.ts';

/** What respondents answered to closed questions. */
export interface ClosedAnswers {
  survey: Survey;
  /** By the ids of those respondents who were wanted, their places in the survey's answers. */
  rows: ReadonlyMap<string, number>;
  /** Items whose answers may be shown beside what somebody wrote. */
  items: Item[];
}

/** Transcripts that are the answers to an open question, by the names of their documents. */
export const answerDocuments = ({ documents }: CountingCorpus): string[] =>
  [...documents.values()].flatMap(({ id, frozen }) => (frozen.front.item === undefined ? [] : [id]));

/** Respondents who have a turn in some of these. */
export function writersOf(corpus: CountingCorpus): Set<string> {
  const writers = new Set<string>();
  for (const id of answerDocuments(corpus)) {
    for (const { speaker } of corpus.documents.get(id)?.frozen.turns ?? []) {
      if (speaker !== null) writers.add(speaker);
    }
  }
  return writers;
}

/** Reads a survey, and where those of its respondents stand who are wanted; of a million ids these alone are kept. */
export async function openClosedAnswers(
  study: Study,
  wanted: ReadonlySet<string>,
  progress?: Progress,
): Promise<OpenedSurvey & { closed: ClosedAnswers | undefined }> {
  const rows = new Map<string, number>();
  const opened = await openSurvey(study, progress, ({ respondent, index }) => {
    if (wanted.has(respondent)) rows.set(respondent, index);
  });
  const { survey } = opened;
  return { ...opened, closed: survey && { survey, rows, items: closedItems(survey.questionnaire) } };
}

/** Passages with what each respondent who speaks in them answered to some closed items, by their names. */
export function withAnswersBeside(
  passages: readonly QuotedPassage[],
  closed: ClosedAnswers,
  items: readonly string[],
): QuotedPassage[] {
  if (items.length === 0) return [...passages];
  return passages.map((passage) => {
    const speakers = [...new Set(passage.parts.flatMap(({ speaker }) => speaker ?? []))];
    const beside = speakers.flatMap((speaker) => {
      const row = passage.isAnswer ? closed.rows.get(speaker) : undefined;
      return row === undefined ? [] : [{ speaker, answers: answersOf(closed, items, row) }];
    });
    return { ...passage, beside };
  });
}

/** What each of some cases answered to some closed items; cases that are no respondents are left out. */
export const attributesOf = (
  closed: ClosedAnswers,
  items: readonly string[],
  cases: readonly string[],
): Map<string, Record<string, string>> =>
  new Map(
    cases.flatMap((one) => {
      const row = closed.rows.get(one);
      return row === undefined ? [] : [[one, answersOf(closed, items, row)] as const];
    }),
  );

function answersOf({ survey }: ClosedAnswers, items: readonly string[], row: number): Record<string, string> {
  return Object.fromEntries(
    items.flatMap((item) => {
      const given = survey.answers.get(item);
      return given ? [[item, answerOf(given, row) ?? `(${silenceWords(given, row)})`]] : [];
    }),
  );
}

/** Why the answers to an item do not stand beside quotations. */
export function whyNot({ survey: { questionnaire } }: ClosedAnswers, name: string): string {
  const item = questionnaire.items.find((one) => one.name === name);
  return item ? `it ${whyNotBeside(item) ?? 'has no answers'}` : 'there is no such item';
}
