import type { MeasureName } from '../../agreement/measure-names.ts';
import { measures } from '../../agreement/measures.ts';
import type { Code } from '../../codebook/codebook.ts';
import { shown } from '../../exhibit/digits.ts';
import type { Standing } from '../../reconciliation/decided.ts';
import type { Decision } from '../../reconciliation/decision.ts';
import type { Difference, View } from '../../reconciliation/differences.ts';
import { safe } from '../../render/safe-text.ts';
import { textWidth } from '../../render/text-width.ts';
import type { Surroundings } from '../../study/surroundings.ts';
import type { Span } from '../../text/code-points.ts';
import { formatTime } from '../../transcript/time.ts';
import { lineText, type Piece, type Style, type StyledLine } from '../screen/styled-line.ts';
import { wordsOf } from '../tables/disagreement-text.ts';
import { excerptOf } from './excerpt.ts';

/** What is said of one difference, a paragraph each; an empty one parts them. Widths are for whoever shows it. */
export interface Paragraph {
  line: StyledLine;
  /** Of the lines after the first. */
  indent: string;
}

/** Everything that is shown of a difference. */
export interface ShownDifference {
  difference: Difference;
  standing: Standing;
  together: readonly Difference[];
  surroundings: Surroundings;
  /** What the codebook says of the codes at stake, the one asked about first. */
  codes: readonly Code[];
  agreement: number | null;
  /** Of what the agreement is. */
  measure: MeasureName | null;
  /** Of the study: how its texts are parted into sentences. */
  language: string;
}

/** `tiredness (Cohen's kappa −0.05) · interview-2, turn 42, José, 00:10:24`, without its last parts where they do not fit. */
export function headingOf(
  { difference, surroundings, agreement, measure }: ShownDifference,
  width = Number.POSITIVE_INFINITY,
): string {
  const turn = surroundings.turns.find(({ isAsked }) => isAsked);
  const isNotes = surroundings.kind === 'notes';
  const title = measure === null ? 'agreement' : measures[measure].title;
  const how = ` (${title} ${agreement === null ? 'undefined' : shown(agreement)})`;
  const written = (parts: number): string => {
    const place = [
      ...(parts > 0 ? [difference.document] : []),
      ...(parts > 1 && turn && difference.kind !== 'document' ? [`turn ${turn.number}`] : []),
      ...(parts > 3 && turn?.speaker ? [turn.speaker] : []),
      ...(parts > 4 && turn && turn.time !== null ? [formatTime(turn.time)] : []),
      ...(parts > 0 && isNotes ? ['notes in our words'] : []),
    ];
    return safe(
      `${difference.code}${parts > 2 ? how : ''}${place.length > 0 ? ' · ' : ''}${place.join(', ')}`,
    );
  };
  const fitting = [5, 4, 3, 2, 1].map(written).find((text) => textWidth(text) <= width);
  return fitting ?? written(0);
}

/** Everything in the order in which it is read: the whole passage first. */
export const describe = (shown: ShownDifference): Paragraph[] => [
  ...because(shown.standing),
  ...turnsOf(shown),
  empty,
  ...viewsAndCodes(shown),
];

/** The same for a screen: the coded words with a little around them first, and a longer passage after all else. */
export function describeExcerptFirst(shown: ShownDifference): Paragraph[] {
  const excerpt = excerptOf(shown.surroundings, shown.difference, shown.language);
  const first = turnsOf(shown, excerpt);
  const whole = turnsOf(shown);
  const isWhole = textOf(first) === textOf(whole);
  return [
    ...because(shown.standing),
    ...first,
    empty,
    ...viewsAndCodes(shown),
    ...(isWhole ? [] : [empty, plain('The whole passage:', '', '', { bold: true }), ...whole]),
  ];
}

const textOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ line }) => lineText(line)).join('\n');

const viewsAndCodes = ({ difference, codes }: ShownDifference): Paragraph[] => [
  ...difference.views.flatMap((view, index) => viewOf(view, index, difference.code)),
  empty,
  ...codes.flatMap((code) => [
    ...wordsOf(code).map((words, index) =>
      plain(words, index === 0 ? '  ' : '    ', index === 0 ? '' : '  ', index === 0 ? { bold: true } : {}),
    ),
    ...code.examples.map((example) => plain(`Example: “${example}”`, '    ', '  ')),
  ]),
];

/** Why something that was decided is asked again, or what was decided. */
function because(standing: Standing): Paragraph[] {
  const lines =
    standing.kind === 'decided'
      ? [`Decided: ${decisionInWords(standing.decision)}`]
      : standing.kind === 'conflict'
        ? [
            'Decided in two ways, as when two branches were merged; decide again:',
            ...standing.variants.map((one) => `- ${decisionInWords(one)}`),
          ]
        : standing.because.length > 0
          ? [
              `Asked again: ${standing.because.join('; ')}.`,
              ...standing.earlier.map((one) => `- earlier: ${decisionInWords(one)}`),
            ]
          : [];
  return lines.length === 0 ? [] : [...lines.map((text) => plain(text, '  ', '', note)), empty];
}

const note: Style = { colour: 'yellow' };

/** `ana is right: present (ana and ben, 2026-03-09: “hours are named”)`. */
export function decisionInWords({ verdict, right, outcome, by, at, why }: Decision): string {
  const what = {
    rater: `${right ?? ''} is right, the code is ${outcome}`,
    both: 'both, the code is present',
    neither: 'neither, the code is absent',
    difference: 'a legitimate difference, no consensus',
    unclear: 'the definition is unclear, no consensus',
  }[verdict];
  return `${what} (${by}, ${at.slice(0, 10)}${why === '' ? ', no reason given' : `: “${why}”`})`;
}

/** Turns with their speakers, whole or as far as they are in `kept`. */
function turnsOf({ surroundings, difference }: ShownDifference, kept?: readonly Span[]): Paragraph[] {
  const { views, unit } = difference;
  const marks = views.flatMap(({ codings }) => codings);
  return surroundings.turns.flatMap((turn) => {
    const style: Style = turn.isAsked ? { bold: true } : { dim: true };
    const paragraphs = turn.paragraphs.flatMap(({ start, text }) => {
      const pieces = markedPieces(text, start, marks, turn.isAsked ? unit : null, kept);
      return pieces.length > 0 ? [pieces] : [];
    });
    return paragraphs.map((pieces, index): Paragraph => {
      const label: Piece = { text: index === 0 ? safe(`${turn.speaker ?? '?'}: `) : '', style };
      return { line: [label, ...pieces], indent: '  ' };
    });
  });
}

/** Words that somebody coded are underlined, and what is outside of the unit is dim. */
function markedPieces(
  text: string,
  start: number,
  marks: readonly { start: number; end: number }[],
  unit: { start: number; end: number } | null,
  kept?: readonly Span[],
): Piece[] {
  const pieces: { text: string; isMarked: boolean; isInside: boolean }[] = [];
  let at = start;
  let isLeftOut = false;
  for (const character of text) {
    if (kept && !kept.some((one) => one.start <= at && at < one.end)) {
      if (!isLeftOut)
        pieces.push({ text: pieces.length > 0 ? ' … ' : '… ', isMarked: false, isInside: false });
      isLeftOut = true;
      at += 1;
      continue;
    }
    isLeftOut = false;
    const isInside = unit !== null && unit.start <= at && at < unit.end;
    const isMarked = marks.some((one) => one.start <= at && at < one.end);
    const last = pieces.at(-1);
    if (last && last.isMarked === isMarked && last.isInside === isInside) last.text += character;
    else pieces.push({ text: character, isMarked, isInside });
    at += 1;
  }
  if (isLeftOut && pieces.length === 1) return [];
  return pieces.map(
    ({ text: words, isMarked, isInside }): Piece => ({
      text: safe(words),
      ...(isMarked ? { style: marked } : isInside ? {} : { style: dim }),
    }),
  );
}

const marked: Style = { underline: true, colour: 'cyan' };
const dim: Style = { dim: true };

function viewOf({ rater, gave, codings, others }: View, index: number, code: string): Paragraph[] {
  const said = gave === null ? `not known of ${code}` : gave ? code : `not ${code}`;
  const head: Paragraph = {
    line: [
      { text: `${index + 1} ` },
      { text: safe(rater), style: { bold: true } },
      { text: safe(`: ${said}`), ...(gave ? { style: { colour: 'green' as const } } : {}) },
      ...(gave === true && codings.length === 0 ? [{ text: ' (a coding that reaches in)' }] : []),
    ],
    indent: '    ',
  };
  return [
    head,
    ...codings.flatMap((one) => wordsAndMemo(one.quote, one.memo, '')),
    ...others.flatMap(({ coding, code: other }) =>
      wordsAndMemo(coding.quote, coding.memo, `also ${other ?? `${coding.code} (${coding.version})`}: `),
    ),
  ];
}

const wordsAndMemo = (quote: string, memo: string | undefined, before: string): Paragraph[] => [
  plain(`${before}“${shortened(quote)}”`, '      ', '    ', before === '' ? {} : dim),
  ...(memo ? [plain(`memo: ${memo}`, '      ', '    ', { colour: 'magenta' })] : []),
];

/** The whole words stand above, in the passage. */
const shortened = (quote: string): string => {
  const characters = [...quote];
  return characters.length <= 160
    ? quote
    : `${characters.slice(0, 110).join('')} … ${characters.slice(-40).join('')}`;
};

const plain = (text: string, indent: string, before = '', style?: Style): Paragraph => ({
  line: [{ text: `${before}${safe(text)}`, ...(style && { style }) }],
  indent,
});

const empty: Paragraph = { line: [], indent: '' };
