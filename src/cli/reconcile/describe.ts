import type { Code } from '../../codebook/codebook.ts';
import type { Standing } from '../../reconciliation/decided.ts';
import type { Decision } from '../../reconciliation/decision.ts';
import type { Difference, View } from '../../reconciliation/differences.ts';
import { safe } from '../../render/safe-text.ts';
import type { Surroundings, SurroundingTurn } from '../../study/surroundings.ts';
import { formatTime } from '../../transcript/time.ts';
import type { Piece, Style, StyledLine } from '../screen/styled-line.ts';
import { wordsOf } from '../tables/disagreement-text.ts';

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
}

/** `tiredness (agreement 0.31) · interview-2, turn 42, José, 00:10:24`. */
export function headingOf({ difference, surroundings, agreement }: ShownDifference): string {
  const turn = surroundings.turns.find(({ isAsked }) => isAsked);
  const place = [
    difference.document,
    ...(turn && difference.kind !== 'document' ? [`turn ${turn.number}`] : []),
    ...(turn?.speaker ? [turn.speaker] : []),
    ...(turn && turn.time !== null ? [formatTime(turn.time)] : []),
    ...(surroundings.kind === 'notes' ? ['notes in our words'] : []),
  ];
  const how = agreement === null ? 'agreement undefined' : `agreement ${agreement.toFixed(2)}`;
  return safe(`${difference.code} (${how}) · ${place.join(', ')}`);
}

export function describe(shown: ShownDifference): Paragraph[] {
  const { difference, standing, surroundings, codes } = shown;
  return [
    ...because(standing),
    ...surroundings.turns.flatMap((turn) => turnOf(turn, difference)),
    empty,
    ...difference.views.flatMap((view, index) => viewOf(view, index, difference.code)),
    empty,
    ...codes.flatMap((code) => [
      ...wordsOf(code).map((words, index) =>
        plain(words, index === 0 ? '  ' : '    ', index === 0 ? '' : '  ', index === 0 ? { bold: true } : {}),
      ),
      ...code.examples.map((example) => plain(`Example: “${example}”`, '    ', '  ')),
    ]),
  ];
}

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

function turnOf(turn: SurroundingTurn, { views, unit }: Difference): Paragraph[] {
  const speaker = `${turn.speaker ?? '?'}: `;
  const marks = views.flatMap(({ codings }) => codings);
  return turn.paragraphs.map(({ start, text }, index): Paragraph => {
    const label: Piece = {
      text: index === 0 ? safe(speaker) : '',
      style: turn.isAsked ? { bold: true } : { dim: true },
    };
    return { line: [label, ...markedPieces(text, start, marks, turn.isAsked ? unit : null)], indent: '  ' };
  });
}

/** Words that somebody coded are underlined, and what is outside of the unit is dim. */
function markedPieces(
  text: string,
  start: number,
  marks: readonly { start: number; end: number }[],
  unit: { start: number; end: number } | null,
): Piece[] {
  const pieces: { text: string; isMarked: boolean; isInside: boolean }[] = [];
  let at = start;
  for (const character of text) {
    const isInside = unit !== null && unit.start <= at && at < unit.end;
    const isMarked = marks.some((one) => one.start <= at && at < one.end);
    const last = pieces.at(-1);
    if (last && last.isMarked === isMarked && last.isInside === isInside) last.text += character;
    else pieces.push({ text: character, isMarked, isInside });
    at += 1;
  }
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
