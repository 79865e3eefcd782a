import type { QuotedPassage } from '../exhibit/quotes.ts';
import { answerOf, silenceWords } from '../survey/answer-of.ts';
import { closedItems, whyNotBeside } from '../survey/closed-items.ts';
import type { Item } from '../survey/questionnaire.ts';
import type { Survey } from '../survey/read-answers.ts';
import type { CountingCorpus } from './corpus.ts';
import type { Study } from './open-study.ts';
import { type OpenedSurvey, openSurvey, type Progress } from './open-survey.ts';

/** What respondents whose open answers are transcripts answered to closed questions. */
export interface ClosedAnswers {
  survey: Survey;
  /** By the ids of those respondents, their places in the survey's answers. */
  rows: ReadonlyMap<string, number>;
  /** Items whose answers may be shown beside what somebody wrote. */
  items: Item[];
}

/** Transcripts that are the answers to an open question, by the names of their documents. */
export const answerDocuments = ({ documents }: CountingCorpus): string[] =>
  [...documents.values()].flatMap(({ id, frozen }) => (frozen.front.item === undefined ? [] : [id]));

/**
 * Reads a survey, and where those of its respondents stand who speak in transcripts. Of a million respondents the ids of
 * these alone are kept.
 */
export async function openClosedAnswers(
  study: Study,
  corpus: CountingCorpus,
  progress?: Progress,
): Promise<OpenedSurvey & { closed: ClosedAnswers | undefined }> {
  const wanted = new Set(
    answerDocuments(corpus).flatMap(
      (id) => corpus.documents.get(id)?.frozen.turns.map(({ speaker }) => speaker) ?? [],
    ),
  );
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
