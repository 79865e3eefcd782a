import type { Finding } from '../problem/problem.ts';
import { type Answers, MISSING, NOT_ASKED, type OpenAnswers } from './answers.ts';
import { columnsOf, type Item, isChoice, type Questionnaire } from './questionnaire.ts';
import { readChoice } from './read-choice.ts';
import { readNumbers } from './read-numbers.ts';
import { readSets } from './read-sets.ts';
import { type ResponseColumn, type Responses, recode } from './responses.ts';
import { type Silence, silenceIn, silenceOf } from './silence.ts';

export interface Survey {
  questionnaire: Questionnaire;
  respondents: number;
  /** By the names of items. */
  answers: ReadonlyMap<string, Answers>;
}

/**
 * Reads the answers of all respondents to all items. What an item does not allow is told once for each different text, where it
 * first stands and how often, and all else is read. An item whose column is not there is told and left out.
 *
 * @param tell takes what is wrong with the responses.
 */
export function readAnswers(
  questionnaire: Questionnaire,
  responses: Responses,
  tell: (finding: Finding) => void,
): Survey {
  const columns = new Map(responses.columns.map((column) => [column.name, column]));
  const answers = new Map<string, Answers>();
  for (const item of questionnaire.items) {
    const lacking = columnsOf(item).filter((name) => !columns.has(name));
    for (const name of lacking) tellNoColumn(item, name, [...columns.keys()], tell);
    if (lacking.length > 0) continue;
    const own = columnsOf(item).flatMap((name) => columns.get(name) ?? []);
    const read = readItem(item, own, questionnaire, tell);
    if (!read) continue;
    passOver(item, read, answers, tell);
    answers.set(item.name, read);
  }
  return { questionnaire, respondents: responses.n, answers };
}

function readItem(
  item: Item,
  columns: readonly ResponseColumn[],
  questionnaire: Questionnaire,
  tell: (finding: Finding) => void,
): Answers | undefined {
  const [first] = columns;
  if (!first) return undefined;
  const silence = silenceOf(questionnaire);
  if (item.type === 'open') return readOpen(first, silence);
  if (item.type === 'number') return readNumbers(item, first, silence, tell);
  const texts = columns.flatMap((column) => (column.kind === 'texts' ? [column] : []));
  if (texts.length < columns.length) {
    const column = columns.find(({ kind }) => kind === 'many')?.name ?? '';
    tell({
      rule: 'too-many-answers',
      reason: `column ${JSON.stringify(column)} has more than 65,535 different texts, which is no ${item.type} item`,
      advice: 'declare it as open or number',
    });
    return undefined;
  }
  const [one] = texts;
  if (!one) return undefined;
  return isChoice(item) ? readChoice(item, one, silence, tell) : readSets(item, texts, silence, tell);
}

function readOpen(column: ResponseColumn, silence: Silence): OpenAnswers {
  if (column.kind === 'many') {
    const codes = new Int8Array(column.filled.length);
    for (let at = 0; at < codes.length; at++) codes[at] = silenceIn(column, at, silence) ?? 0;
    return { kind: 'open', codes };
  }
  const codes = column.texts.map((text) => silence(text) ?? 0);
  return { kind: 'open', codes: recode(column, codes, new Int8Array(column.cells.length)) };
}

/** Who was not asked has not left anything out; who answered all the same is counted, and told. */
function passOver(
  item: Item,
  own: Answers,
  before: ReadonlyMap<string, Answers>,
  tell: (finding: Finding) => void,
): void {
  const { codes } = own;
  const blank = blankSet(item, own);
  for (const { item: gate, answers } of item.askedIf) {
    const given = before.get(gate);
    if (!given) continue;
    const holds = holdsFor(given, answers);
    let nevertheless = 0;
    for (let at = 0; at < codes.length; at++) {
      if (holds(at)) continue;
      if (codes[at] === MISSING || codes[at] === blank) codes[at] = NOT_ASKED;
      else if ((codes[at] as number) >= 0) nevertheless++;
    }
    if (nevertheless > 0) {
      tell({
        rule: 'answered-though-not-asked',
        reason: `${nevertheless} answered ${JSON.stringify(item.name)} though their answer to ${JSON.stringify(gate)} says that it was not asked`,
        advice: 'they are counted; look at "asked-if" in the question file',
        warning: true,
      });
    }
  }
}

/** The code of a row without a tick, where that stands for a blank one; MISSING where there is no such code. */
function blankSet(item: Item, own: Answers): number {
  if (item.type !== 'multi' || item.blank !== 'nothing ticked' || own.kind !== 'sets') return MISSING;
  const empty = own.sets.findIndex((set) => set.length === 0);
  return empty === -1 ? MISSING : empty;
}

/** Whether a respondent gave one of these answers, by its cell, or by its label where no other has that as its cell. */
export function holdsFor(given: Answers, labels: readonly string[]): (respondent: number) => boolean {
  const { codes } = given;
  if (given.kind === 'numbers') {
    const wanted = new Set(labels.map(Number));
    return (at) => codes[at] === 0 && wanted.has(given.values[at] as number);
  }
  if (given.kind === 'open') return () => false;
  const cells = new Set(given.answers.map(({ cell }) => cell));
  const wanted = given.answers.map(
    ({ label, cell }) =>
      (cell !== null && labels.includes(cell)) || (labels.includes(label) && !cells.has(label)),
  );
  const yes =
    given.kind === 'choice' ? wanted : given.sets.map((set) => set.some((answer) => wanted[answer]));
  return (at) => (codes[at] as number) >= 0 && yes[codes[at] as number] === true;
}

export function tellNoColumn(
  item: Item,
  column: string,
  columns: readonly string[],
  tell: (finding: Finding) => void,
): void {
  tell({
    rule: 'missing-column',
    reason: `item ${JSON.stringify(item.name)} is read from a column ${JSON.stringify(column)}, and there is none`,
    place: { line: 1, column: 1 },
    found: column,
    expected: columns,
  });
}
