import { usualDissimilarity } from '../agreement/spans/alignable.ts';
import type { SpanMeasureOptions } from '../agreement/spans/measures.ts';
import type { SpanAgreement } from '../agreement/spans/span-agreement.ts';
import type { LeftOfText, SharedText } from '../coding/shared-text.ts';
import {
  type DescribedRound,
  describeLeftOutCodes,
  mixedVersions,
  nameDocuments,
  sentence,
} from './agreement-words.ts';
import { listed } from './words.ts';

/** Coefficients on spans by their full names. */
const names: Readonly<Record<string, string>> = {
  'u-alpha': 'u-alpha (Krippendorff 2016)',
  'u-alpha-binary': 'u-alpha: marked or not',
  'cu-alpha': 'cu-alpha: codes alone',
  'ku-alpha': 'ku-alpha: one code',
  'alpha-u': 'alpha_U (Krippendorff 1995)',
  gamma: 'Gamma: places and codes',
  'gamma-cat': 'gamma-cat: codes alone',
  'gamma-k': 'gamma-k: one code',
  'boundary-similarity': 'Boundary similarity',
  'boundary-pi': 'Boundary pi: beyond chance',
  'boundary-f1': 'Boundary F1',
  'span-f1-exact': 'F1: same place and code',
  'span-f1-overlap': 'F1: overlapping, same code',
  'span-f1-character': 'F1: characters with a code',
  'unitising-f1': 'F1: places, any code',
  'coding-agreement': 'Same codes, matched places',
};

export const nameOfCoefficient = (measure: string): string => names[measure] ?? measure;

/** What of a round on spans is told of its text. */
export interface DescribedSpans {
  round: string;
  kind: 'training' | 'reliability' | null;
  raters: readonly string[];
  speakers: DescribedRound['speakers'];
  rollUp: boolean;
  /** The codes that were asked for; all where null. */
  only: readonly string[] | null;
  comparisons: readonly { raters: readonly string[]; text: SharedText }[];
  units: DescribedRound['units'];
  unused: readonly string[];
  departures: readonly string[];
  remarks: readonly string[];
}

/** Who was compared on which text in a round, and what must be said of it, a sentence or two each. */
export function describeSpans(report: DescribedSpans): string[] {
  const { round, kind, raters, comparisons, units } = report;
  const [whole, ...pairs] = comparisons;
  return [
    `Round ${round}${kind ? ` (${kind})` : ''}: ${raters.join(', ') || 'no rater'}; ${whole ? describeText(whole.text, report) : sentence(nameDocuments(units.documents))}`,
    ...(whole ? describeLeft(whole.text.left) : []),
    ...otherTexts(whole?.text, pairs),
    ...describeLeftOutCodes(units),
    ...(report.unused.length > 0
      ? [`Codes that nobody compared used, left out: ${report.unused.join(', ')}.`]
      : []),
    ...(report.only ? [`Only spans with ${listed(report.only)}.`] : []),
    ...(report.rollUp ? ['A span counts for the codes above its own too (--roll-up).'] : []),
    ...report.remarks,
    ...(report.departures.length > 0 ? [`Exploratory: ${report.departures.join('; ')}.`] : []),
    ...(kind === 'training'
      ? ['A training round: it shows how the codebook is learnt, not how reliable the coding is.']
      : []),
    ...mixedVersions(units),
  ];
}

function describeText({ stretches }: SharedText, { speakers }: Pick<DescribedSpans, 'speakers'>): string {
  const whose =
    speakers === 'all'
      ? 'of all speakers'
      : speakers === 'participants'
        ? 'of participants'
        : `of ${listed(speakers)}`;
  const documents = [...new Set(stretches.map(({ document }) => document))];
  const parts =
    stretches.length > documents.length ? `, in ${stretches.length} stretches that all have read` : '';
  return `${characters(lengthOf(stretches))} ${whose}, turn joined to turn without labels and times, in ${sentence(`${nameDocuments(documents)}${parts}`)}`;
}

function describeLeft({ speakers, unread, unsettled, clipped, outside, lacking }: LeftOfText): string[] {
  const codes = [...new Set(lacking.map(({ code }) => code))];
  const lost = lacking.reduce((sum, { codings }) => sum + codings, 0);
  return [
    ...(speakers.length > 0
      ? [
          `Speakers left out: ${speakers.map(({ speaker, length }) => `${characters(length)} of ${speaker ?? 'nobody named'}`).join(', ')}.`,
        ]
      : []),
    ...(unread > 0 ? [`Left out, for not all have read it: ${characters(unread)}.`] : []),
    ...(unsettled > 0
      ? [
          `Left out, for a coding there is unconfirmed, in conflict, undecided or left open: ${characters(unsettled)}.`,
        ]
      : []),
    ...(clipped > 0
      ? [
          `Cut off where ${clipped === 1 ? 'it reaches' : 'they reach'} into text that is left out: ${codings(clipped)}.`,
        ]
      : []),
    ...(outside > 0 ? [`Not compared, for they are on text that is left out: ${codings(outside)}.`] : []),
    ...(lost > 0
      ? [
          `Not compared where a rater’s codebook does not have the code: ${codings(lost)} with ${codes.join(', ')}.`,
        ]
      : []),
  ];
}

/** Where two have read more than all. */
function otherTexts(whole: SharedText | undefined, pairs: DescribedSpans['comparisons']): string[] {
  const length = lengthOf(whole?.stretches ?? []);
  const other = pairs.filter(({ text }) => lengthOf(text.stretches) !== length);
  if (other.length === 0) return [];
  const each = other.map(({ raters, text }) => `${raters.join('–')} ${characters(lengthOf(text.stretches))}`);
  return [`Two raters are compared on what both have read: ${each.join(', ')}.`];
}

const lengthOf = (stretches: SharedText['stretches']): number =>
  stretches.reduce((sum, { length }) => sum + length, 0);

const characters = (n: number): string => `${n} character${n === 1 ? '' : 's'}`;
const codings = (n: number): string => `${n} coding${n === 1 ? '' : 's'}`;

/** With which settings values were computed. */
export function settingNotes(
  results: readonly SpanAgreement[],
  { near = 2, minimum = 0.5, dissimilarity = usualDissimilarity, seed = 1 }: SpanMeasureOptions,
): string[] {
  const { positional, categorical } = dissimilarity;
  const has = (measure: string): boolean => results.some((one) => one.measure === measure);
  return [
    ...(has('gamma')
      ? [`gamma: places weigh ${positional} and codes ${categorical}; random continua from seed ${seed}.`]
      : []),
    ...(has('boundary-similarity')
      ? [`A near miss: boundaries of one code fewer than ${near} places apart.`]
      : []),
    ...(has('span-f1-overlap')
      ? [`Overlapping: two spans share ${minimum} of their joint length or more.`]
      : []),
  ];
}

/** Where positions are told. */
export const positionsNote =
  'Positions count from the beginning of the text compared, not of the transcript.';

/** That note, where a reason names positions. */
export const notesOnPositions = (results: readonly SpanAgreement[]): string[] =>
  results.some(({ reason }) => reason !== null && /\d–\d/.test(reason)) ? [positionsNote] : [];
