import { type Table, text } from '../../exhibit/table.ts';
import type { Passage, Reading, RoundDisagreements } from '../../study/disagreements.ts';
import { formatTime } from '../../transcript/time.ts';

/** `interview-1, turn 12, Zoë, 00:03:10`. */
export function placeLabel({ document, turn, speaker, time }: Passage): string {
  return [
    document,
    ...(turn === null ? [] : [`turn ${turn}`]),
    ...(speaker === null ? [] : [speaker]),
    ...(time === null ? [] : [formatTime(time)]),
  ].join(', ');
}

/** `tiredness / workload`; where the other rater gave nothing instead, `ranking / no code`. */
export const confusionLabel = ({ a, b }: { a: string; b: string | null }): string =>
  `${a} / ${b ?? 'no code'}`;

/** `1 passage, 2 pairs of raters`. */
export const timesLabel = (passages: number, pairs: number): string =>
  `${passages} ${passages === 1 ? 'passage' : 'passages'}, ${pairs} ${pairs === 1 ? 'pair' : 'pairs'} of raters`;

/** Which codes raters take for each other, the most frequent first. */
export function confusionsTable({ confusions, round, version }: RoundDisagreements): Table {
  return {
    id: `round-${round}-confusions`,
    caption: `Round ${round}${version === null ? '' : `, codebook ${version}`}: what was taken for what`,
    columns: [
      { key: 'one', label: 'one rater gave', align: 'left' },
      { key: 'other', label: 'the other', align: 'left' },
      { key: 'passages', label: 'passages', align: 'right' },
      { key: 'pairs', label: 'pairs of raters', align: 'right' },
    ],
    rows: confusions.map(({ a, b, count, passages }) => [
      text(a),
      text(b ?? 'no code'),
      { kind: 'count', value: passages },
      { kind: 'count', value: count },
    ]),
    notes: [
      'Every pair of raters counts. Where the one gave codes that the other did not, and the other way round, each meets each; where the other gave nothing instead, they meet no code.',
    ],
  };
}

/** Who put which code on a passage: a row a code, a column a rater, in it the words that were marked. */
export function readingsTable(passage: Passage): Table {
  return {
    id: 'passage',
    caption: '',
    columns: [
      { key: 'code', label: 'code', align: 'left' },
      ...passage.raters.map(({ rater }) => ({ key: rater, label: rater, align: 'left' as const })),
    ],
    rows: passage.codes.map(({ code, differs }) => [
      text(differs ? code : `${code} (agreed)`),
      ...passage.raters.map((reading) => text(readingOf(passage, reading, code))),
    ]),
    notes: [],
  };
}

function readingOf(passage: Passage, { given, unknown, unread, codings }: Reading, code: string): string {
  if (unread) return 'not read';
  if (unknown.includes(code)) return 'not known';
  if (!given.includes(code)) return '–';
  const own = codings.filter((coding) => coding.code === code);
  if (own.length === 0) return 'a code below it';
  return own
    .map(({ quote, memo, as }) => {
      const words = quote === passage.text ? 'all of it' : shortened(quote);
      const before = as.code === code ? '' : ` (as ${as.code} ${as.version})`;
      return `${words}${before}${memo === null ? '' : ` [memo: ${memo}]`}`;
    })
    .join(' | ');
}

/** The beginning and end of long words, cut between words where there are any; `…` is not in them. */
export function shortened(words: string, most = 64): string {
  const whole = words.replace(/\s+/gu, ' ').trim();
  const characters = [...whole];
  if (characters.length <= most) return whole;
  const half = Math.floor((most - 3) / 2);
  const head = characters.slice(0, half).join('');
  const tail = characters.slice(-half).join('');
  return `${head.replace(/(?<=\s)\S*$/u, '').trimEnd()} … ${tail.replace(/^\S*(?=\s)/u, '').trimStart()}`;
}
