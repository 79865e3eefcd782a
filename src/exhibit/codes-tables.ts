import type { Unread } from '../codebook/unread.ts';
import type { CodeCount, CountBy } from '../coding/count-codes.ts';
import type { Excluded, UnitKind } from '../coding/unit-codes.ts';
import { SENTENCE_RULE } from '../text/segments.ts';
import { nameDocuments } from './agreement-words.ts';
import { inPercent } from './percent.ts';
import { type Cell, type Column, count, missing, number, type Table, text } from './table.ts';
import { listed } from './words.ts';

/** What a count of codes was asked for, and what it left out: all that its notes say. */
export interface CountedCodes {
  unit: UnitKind;
  round: string;
  raters: readonly string[];
  version: string | undefined;
  speakers: 'participants' | 'all' | readonly string[];
  rollUp: boolean;
  by: readonly CountBy[];
  rows: readonly CodeCount[];
  /** The closed question by whose answers respondents are told apart; null where they are not. */
  answers: AnsweredBy | null;
  excluded: Excluded;
  unread: readonly Unread[];
  /** Documents that nobody has a log of in the round. */
  untouched: readonly string[];
  /** What must be said of texts that changed since they were coded. */
  remarks: readonly string[];
  brokenLogs: readonly string[];
}

/** Respondents who answered an open question, by their answers to a closed one. */
export interface AnsweredBy {
  /** The closed question, and the document with the answers to the open one. */
  item: string;
  question: string;
  document: string;
  /** The answers that somebody gave, in the order of the questionnaire. */
  groups: readonly string[];
  /** True where somebody may be in several groups. */
  overlap: boolean;
  /** Respondents in none of the groups, and those who are not among the responses any more. */
  without: number;
  strangers: number;
}

const labels: Record<CountBy, string> = {
  code: 'Code',
  rater: 'Rater',
  document: 'Document',
  speaker: 'Speaker',
  answer: 'Answer',
};

export const unitNames: Record<UnitKind, [one: string, many: string]> = {
  turn: ['turn', 'turns'],
  paragraph: ['paragraph', 'paragraphs'],
  sentence: ['sentence', 'sentences'],
  document: ['document', 'documents'],
  character: ['character', 'characters'],
  spans: ['marked span', 'marked spans'],
};

/** A row for every combination: units that carry a code, of how many, and the share. */
export function codesTable(id: string, counted: CountedCodes): Table {
  const { by, rows } = counted;
  return {
    id,
    caption: codesCaption(counted),
    columns: [
      ...by.map((key): Column => ({ key, label: headOf(counted, key), align: 'left' })),
      { key: 'units', label: capital(countedNames(counted)[1]), align: 'right' },
      { key: 'of', label: 'Of', align: 'right' },
      { key: 'percent', label: '%', align: 'right' },
    ],
    rows: rows.map((row) => [
      ...by.map((key) => text(nameOf(row, key))),
      count(row.units),
      count(row.of),
      row.of === 0 ? missing('undefined') : number((100 * row.units) / row.of, 1),
    ]),
    notes: notesOf(counted),
  };
}

/** The first key down the side, the second across: units that carry a code, each with its base where bases differ. */
export function codesMatrix(id: string, counted: CountedCodes): Table {
  const [down = 'code', across = 'rater'] = counted.by;
  const found = counted.rows.map((row) => nameOf(row, across));
  // A rater who has read nothing has a column all the same.
  const columns = [...new Set([...namesOf(counted, across), ...found])];
  const lines = new Map<string, Map<string, CodeCount>>();
  for (const row of counted.rows) {
    const line = lines.get(nameOf(row, down)) ?? new Map<string, CodeCount>();
    lines.set(nameOf(row, down), line.set(nameOf(row, across), row));
  }
  const bases = columns.map((column) => [
    ...new Set([...lines.values()].flatMap((line) => line.get(column)?.of ?? [])),
  ]);
  const sameBases = bases.every(({ length }) => length < 2);
  const shown = ({ units, of }: CodeCount): Cell => {
    const plain = sameBases ? String(units) : `${units} of ${of}`;
    if (!counted.answers) return sameBases ? count(units) : text(plain);
    return text(of === 0 ? plain : `${plain} (${inPercent(units / of)})`);
  };
  const base = sameBases
    ? `Of ${columns.map((column, index) => `${bases[index]?.[0] ?? 0} (${column})`).join(', ')}.`
    : null;
  return {
    id,
    caption: codesCaption(counted),
    columns: [
      { key: down, label: headOf(counted, down), align: 'left' },
      ...columns.map((column): Column => ({ key: column, label: column, align: 'right' })),
    ],
    rows: [...lines].map(([line, cells]) => [
      text(line),
      ...columns.map((column) => {
        const cell = cells.get(column);
        if (!cell) return missing('not known');
        return shown(cell);
      }),
    ]),
    notes: [...(base === null ? [] : [base]), ...notesOf(counted)],
  };
}

/** What stands for a row's key: who is not named says so. */
export const nameOf = (row: CodeCount, key: CountBy): string => row[key] ?? 'not named';

export function codesCaption(counted: CountedCodes): string {
  const { unit, by, round, version, answers } = counted;
  const carry = answers
    ? `Respondents whose answer to ${answers.document} carries a code`
    : `${capital(unitNames[unit][1])} that carry a code`;
  const keys = by.map((key) => (key === 'answer' ? (answers?.item ?? '') : labels[key].toLowerCase()));
  return `${carry}, by ${listed(keys)}, round ${round}${version === undefined ? '' : `, codebook ${version}`}`;
}

/** Names of a key that have a place though nothing is known of them: raters who have read nothing, answers of whom nobody was read. */
export const namesOf = ({ raters, answers }: CountedCodes, key: CountBy): readonly string[] =>
  key === 'rater' ? raters : key === 'answer' ? (answers?.groups ?? []) : [];

const headOf = ({ answers }: CountedCodes, key: CountBy): string =>
  key === 'answer' ? (answers?.question ?? labels[key]) : labels[key];

/** What is counted, in words. */
export const countedNames = ({ unit, answers }: CountedCodes): [one: string, many: string] =>
  answers ? ['respondent', 'respondents'] : unitNames[unit];

/** What was counted and what was left out, a sentence or two each. */
export function notesOf(counted: CountedCodes): string[] {
  const { unit, raters, version, excluded, unread, untouched, brokenLogs, rollUp, by } = counted;
  const units = (n: number): string => `${n} ${countedNames(counted)[n === 1 ? 0 : 1]}`;
  const merged = raters.length > 1 && !by.includes('rater');
  const notes = [
    `Raters: ${raters.join(', ')}${merged ? '; a unit counts where at least one of them put the code' : ''}. ${version === undefined ? 'There is no codebook: codes are as they were given.' : `Codes as in codebook version ${version}.`}${rollUp ? ' A code counts for the codes above it too.' : ''}`,
    speakersNote(counted, units),
    ...answersNotes(counted),
  ];
  if (unit === 'sentence') notes.push(`Sentences are parted by rule ${SENTENCE_RULE}.`);
  if (excluded.blank > 0) notes.push(`Left out: ${units(excluded.blank)} without words.`);
  if (untouched.length > 0) {
    notes.push(
      `Left out, for nobody has begun to code them in round ${counted.round}: ${nameDocuments(untouched)}.`,
    );
  }
  const unreadBy = excluded.unread.filter((one) => one.units > 0);
  if (unreadBy.length > 0) {
    notes.push(
      `Not read, and so not known: ${unreadBy.map((one) => `${one.rater} ${units(one.units)}`).join(', ')}.`,
    );
  }
  if (excluded.lacking.length > 0) {
    const codes = [...new Set(excluded.lacking.map(({ code }) => code))];
    notes.push(
      `Not in the codebook that a rater used, and so not known: ${listed([...new Set(excluded.lacking.map(({ rater }) => rater))])} for ${listed(codes)}.`,
    );
  }
  if (excluded.unsettled > 0) {
    notes.push(
      `Not known because a coding there is in conflict or not confirmed (emic confirm), or left open: ${units(excluded.unsettled)}.`,
    );
  }
  if (excluded.outside > 0) {
    notes.push(
      `${excluded.outside} ${excluded.outside === 1 ? 'coding touches' : 'codings touch'} no unit counted here: on labels, or on speakers left out.`,
    );
  }
  if (unread.length > 0) {
    const total = unread.reduce((sum, { codings }) => sum + codings, 0);
    notes.push(
      `${total} ${total === 1 ? 'coding has' : 'codings have'} no code in version ${version ?? ''}: ${unread.map(unreadText).join('; ')}.`,
    );
  }
  notes.push(...counted.remarks);
  if (brokenLogs.length > 0) notes.push(`Left out because of errors: ${brokenLogs.join(', ')}.`);
  return notes;
}

function answersNotes({ answers }: CountedCodes): string[] {
  if (!answers) return [];
  const { item, question, document, overlap, without, strangers } = answers;
  return [
    `Columns are the answers to ${item}${question === item ? '' : `, ${JSON.stringify(question)}`}. Percentages are of those with this answer who also answered ${document} and whose answer was read.`,
    ...(overlap ? ['A respondent may be in several groups.'] : []),
    ...(without > 0 ? [`In none of the groups: ${without} who answered ${document}.`] : []),
    ...(strangers > 0
      ? [`Not among the responses any more: ${strangers} who answered ${document} (emic import answers).`]
      : []),
  ];
}

function speakersNote({ speakers, excluded }: CountedCodes, units: (n: number) => string): string {
  const whose =
    speakers === 'all'
      ? "Everybody's turns"
      : speakers === 'participants'
        ? "Participants' turns only"
        : `Turns by ${listed(speakers)} only`;
  const out = excluded.speakers.map((one) => `${units(one.units)} by ${one.speaker ?? 'people not named'}`);
  return `${whose}.${out.length > 0 ? ` Left out: ${out.join(', ')}.` : ''}`;
}

export function unreadText({ code, version, codings, why }: Unread): string {
  const named = `${code} of ${version} (${codings})`;
  switch (why.kind) {
    case 'undecided':
      return `${named}, ${why.by === 'split' ? `split in ${why.version} into ${listed(why.candidates)}` : `another meaning since ${why.version}`}, to be decided with emic codebook migrate`;
    case 'retired':
      return `${named}, retired in ${why.version}`;
    case 'unknown':
      return `${named}: ${why.reason}`;
  }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
