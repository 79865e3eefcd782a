import type { CountBy } from '../coding/count-codes.ts';
import { hasErrors } from '../problem/problem.ts';
import { safe } from '../render/safe-text.ts';
import { type ClosedAnswers, openClosedAnswers, whyNot, writersOf } from '../study/closed-answers.ts';
import type { Coded } from '../study/coded.ts';
import { type AnswersBy, answersBy, documentOfAnswers } from '../study/codes-by-answer.ts';
import type { CountingCorpus } from '../study/corpus.ts';
import type { Study } from '../study/open-study.ts';
import { knownName } from './coding-output.ts';
import { type Io, UsageError } from './io.ts';
import { printProblems } from './problems.ts';
import { showReading } from './progress.ts';

/** Respondents by their answers to the item that was named; null where they are not told apart. */
export async function groupsFor(
  io: Io,
  { study, corpus }: Coded<CountingCorpus>,
  by: readonly CountBy[],
  documents: readonly string[] | undefined,
  { item, unit }: { item?: string | undefined; unit?: string | undefined },
): Promise<AnswersBy | null | 'unread'> {
  if (!by.includes('answer')) {
    if (item !== undefined) throw new UsageError('--item goes with --by answer, or --by code,answer.');
    return null;
  }
  if (item === undefined) throw new UsageError('--by answer: by the answers to which item? Say --item NAME.');
  if (by.length > 2) throw new UsageError('--by answer goes with one other kind of row.');
  if (unit !== undefined && unit !== 'turn') {
    throw new UsageError('--by answer counts respondents, each of whose answers is one turn.');
  }
  const document = documentOfAnswers(corpus, documents);
  if (typeof document !== 'string') throw new UsageError(safe(`--by answer: ${document.refused}.`));
  const closed = await openClosed(io, study, writersOf(corpus));
  if (!closed) return 'unread';
  const name = knownName(item, namesOf(closed), 'closed question');
  const found = closed.items.find((one) => one.name === name);
  const grouped = found && answersBy(closed, corpus, document, found);
  if (!grouped) throw new TypeError(`${name} is no item`);
  if ('refused' in grouped) throw new UsageError(safe(`--item: ${grouped.refused}.`));
  return grouped;
}

/** The closed answers of a study's respondents; undefined, and told, where they cannot be read without errors. */
export async function openClosed(
  io: Io,
  study: Study,
  wanted: ReadonlySet<string>,
): Promise<ClosedAnswers | undefined> {
  const progress = showReading();
  const { closed, files } = await openClosedAnswers(study, wanted, progress.tell);
  progress.end();
  printProblems(io, files);
  if (closed && !hasErrors(files)) return closed;
  io.err(safe(`${study.name}: the survey has errors, and so nothing is said of its respondents.`));
  return undefined;
}

/** Items whose answers may stand beside somebody's words or case; another is refused, with why. */
export function knownBeside(closed: ClosedAnswers, items: readonly string[]): string[] {
  const names = namesOf(closed);
  const known = closed.survey.questionnaire.items.map(({ name }) => name);
  return items.map((item) => {
    if (known.includes(item) && !names.includes(item)) {
      throw new UsageError(safe(`--beside ${item}: ${whyNot(closed, item)}.`));
    }
    return knownName(item, names, 'closed question');
  });
}

const namesOf = ({ items }: ClosedAnswers): string[] => items.map(({ name }) => name);
