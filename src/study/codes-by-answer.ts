import type { AnswerGroup } from '../coding/count-by-answer.ts';
import type { AnsweredBy } from '../exhibit/codes-tables.ts';
import { groupsBy } from '../survey/groups.ts';
import type { Item } from '../survey/questionnaire.ts';
import { answerDocuments, type ClosedAnswers } from './closed-answers.ts';
import type { CountingCorpus } from './corpus.ts';

/** Those who answered an open question, by their answers to a closed one. */
export interface AnswersBy {
  groups: AnswerGroup[];
  about: AnsweredBy;
}

/** What is wrong with a question, and which key of it is to blame. */
export interface Refused {
  refused: string;
  key: 'item' | 'documents';
}

/** The one document whose answers are counted: the one that is named, else the only one there is. */
export function documentOfAnswers(
  corpus: CountingCorpus,
  named: readonly string[] | undefined,
): string | Refused {
  const all = answerDocuments(corpus);
  const [only, ...others] = named ?? all;
  if (only === undefined) {
    return { refused: 'there are no open answers here yet: emic import answers', key: 'documents' };
  }
  if (others.length > 0) {
    return {
      refused: `name one question of ${(named ?? all).join(', ')}: each has its own base`,
      key: 'documents',
    };
  }
  if (!all.includes(only)) {
    return { refused: `"${only}" is not the answers to an open question`, key: 'documents' };
  }
  return only;
}

/** Groups the respondents who have a turn in a document by their answers to one item. */
export function answersBy(
  { survey, rows }: ClosedAnswers,
  corpus: CountingCorpus,
  document: string,
  item: Item,
): AnswersBy | Refused {
  const kind = survey.answers.get(item.name)?.kind;
  if (kind !== 'choice' && kind !== 'sets') {
    return { refused: `"${item.name}" has no answers to make groups by`, key: 'item' };
  }
  const turns = corpus.documents.get(document)?.frozen.turns ?? [];
  const speakers = turns.map(({ speaker }) => speaker ?? '');
  const distinct = new Set(speakers);
  if (distinct.size < speakers.length) {
    return {
      refused: `somebody has two turns in "${document}", where each respondent ought to have one: was it edited?`,
      key: 'documents',
    };
  }
  const known = [...distinct].flatMap((speaker) => {
    const row = rows.get(speaker);
    return row === undefined ? [] : [{ speaker, row }];
  });
  const meant = new Uint8Array(survey.respondents);
  for (const { row } of known) meant[row] = 1;
  const grouping = groupsBy(survey, item.name, meant);
  return {
    groups: grouping.groups.map((group) => ({
      label: group.label,
      speakers: new Set(known.flatMap(({ speaker, row }) => (group.rows[row] === 1 ? [speaker] : []))),
    })),
    about: {
      item: item.name,
      question: item.question,
      document,
      groups: grouping.groups.map(({ label }) => label),
      overlap: grouping.overlap,
      without: grouping.without,
      strangers: distinct.size - known.length,
    },
  };
}
