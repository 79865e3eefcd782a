import type { Quote, QuotePart } from '../coding/quotes.ts';
import { formatTime } from '../transcript/time.ts';
import type { Passage, PassageGroup, Quotes } from './passages.ts';

export interface QuotedPassage extends Quote {
  kind: Passage['kind'];
  /** The code's id in the newest codebook; null where that is not known, and `why`. */
  now: string | null;
  why: string | null;
  /** True for what respondents wrote to an open question; who speaks is then one of them. */
  isAnswer: boolean;
  /** What whoever speaks answered to closed questions, where that was asked for. */
  beside?: readonly BesideAnswers[];
}

/** One respondent's answers to closed questions, by the names of items. */
export interface BesideAnswers {
  speaker: string;
  answers: Readonly<Record<string, string>>;
}

export interface QuotesOptions {
  /** Null for all rounds. */
  round: string | null;
  version: string | undefined;
  /** Codings of the same logs that are in no passage: unconfirmed, lost or in conflict. */
  leftOut: number;
  /** What was chosen among all passages, in words: `coded by ana`. */
  only?: readonly string[];
  /** What speaks against relying on them, a sentence each. */
  doubts?: readonly string[];
  /** Whether to say who coded a passage, and what they noted with it. */
  raters: boolean;
  memos: boolean;
}

export const notQuotations = 'notes, not quotations';

/** Coded passages by code; one that several raters marked alike stands once. */
export function quotesOf(passages: readonly QuotedPassage[], options: QuotesOptions): Quotes {
  const groups = new Map<string, Map<string, QuotedPassage[]>>();
  for (const passage of passages) {
    const heading = headingOf(passage);
    const group = groups.get(heading) ?? new Map<string, QuotedPassage[]>();
    groups.set(heading, group);
    const key = JSON.stringify([passage.document, passage.start, passage.end]);
    const before = group.get(key);
    if (before) before.push(passage);
    else group.set(key, [passage]);
  }
  const shown = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(
      ([heading, group]): PassageGroup => ({
        heading,
        passages: [...group.values()].flatMap((by) => passageOf(by, options)),
      }),
    );
  return { remarks: remarksOn(passages, shown, options), groups: shown };
}

function passageOf(by: readonly QuotedPassage[], options: QuotesOptions): Passage[] {
  const [first] = by;
  if (!first) return [];
  const memos = by.flatMap(({ rater, memo }) =>
    memo === null || memo.trim() === '' ? [] : [{ rater, memo }],
  );
  const coders = options.raters ? `; coded by ${ratersOf(by, options)}` : '';
  return [
    {
      kind: first.kind,
      parts: first.parts,
      credit: `${creditOf(first)}${besideOf(first)}${coders}`,
      memos: options.memos ? memos : [],
    },
  ];
}

/** `; role: Maker, trust: little`; of several speakers each with a name. */
function besideOf({ beside = [] }: QuotedPassage): string {
  return beside
    .map(({ speaker, answers }) => {
      const said = Object.entries(answers).map(([item, answer]) => `${item}: ${answer}`);
      return `; ${beside.length > 1 ? `${speaker}, ` : ''}${said.join(', ')}`;
    })
    .join('');
}

const headingOf = ({ now, code, version, why }: QuotedPassage): string =>
  now ?? `${code} (${version}, ${why === 'undecided' ? 'to be decided' : (why ?? 'unknown')})`;

function ratersOf(by: readonly QuotedPassage[], { round }: QuotesOptions): string {
  const names = by.map((one) => (round === null ? `${one.rater} (round ${one.round})` : one.rater));
  return [...new Set(names)].join(', ');
}

/** A passage as its document has it. */
export type Placed = Pick<Quote, 'document' | 'parts' | 'start' | 'end'> & { kind: Passage['kind'] };

/** Who says it where; of notes, about whom they are: `Zoë, interview-1, turn 4, 00:01:04`. */
export function creditOf(passage: Placed): string {
  const speakers = [...new Set(passage.parts.map(({ speaker }) => speaker ?? 'not named'))].join(' and ');
  const who = passage.kind === 'notes' ? `Notes on ${speakers}` : speakers;
  return `${speakers === '' ? '' : `${who}, `}${placeOf(passage)}`;
}

/** When the first turn begins and the last one ends, as far as the transcript says. */
function timesOf({ time }: QuotePart, { until }: QuotePart): string[] {
  if (time === null) return [];
  return [until === null ? formatTime(time) : `${formatTime(time)} - ${formatTime(until)}`];
}

/** `interview-1, turn 4, 00:01:04`, or with the end of the turn `00:01:04 - 00:01:09`. */
function placeOf({ document, parts, start, end }: Placed): string {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return `${document}, ${start}-${end}, outside all turns`;
  const turns = first.turn === last.turn ? `turn ${first.turn}` : `turns ${first.turn}-${last.turn}`;
  return [document, turns, ...timesOf(first, last)].join(', ');
}

function remarksOn(
  passages: readonly QuotedPassage[],
  groups: readonly PassageGroup[],
  { round, version, leftOut, only = [], doubts = [] }: QuotesOptions,
): string[] {
  const places = groups.reduce((sum, group) => sum + group.passages.length, 0);
  const notes = passages.filter(({ kind }) => kind === 'notes').map(({ document }) => document);
  return [
    `${round === null ? 'All rounds' : `Round ${round}`}: ${passages.length} ${passages.length === 1 ? 'coding' : 'codings'} of ${places} ${places === 1 ? 'passage' : 'passages'}. ${version === undefined ? 'There is no codebook: codes are as they were given.' : `Codes as in codebook version ${version}.`}`,
    ...(only.length > 0 ? [`Chosen: ${only.join('; ')}.`] : []),
    ...(leftOut > 0
      ? [
          `Left out: ${leftOut} ${leftOut === 1 ? 'coding' : 'codings'} whose words have changed or are lost, or of which two revisions differ (emic confirm).`,
        ]
      : []),
    ...(notes.length > 0
      ? [`${[...new Set(notes)].join(', ')}: ${notQuotations}. What stands there are an analyst's words.`]
      : []),
    ...doubts,
  ];
}
