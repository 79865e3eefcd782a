import { draftVersion } from '../codebook/codebook.ts';
import type { Unread } from '../codebook/unread.ts';
import type { Excluded, UnitKind } from '../coding/unit-codes.ts';
import { listed } from './words.ts';

/** What of a round is told of its units. */
export interface DescribedRound {
  unit: UnitKind;
  speakers: 'participants' | 'all' | readonly string[];
  onlyCoded: boolean;
  rollUp: boolean;
  minShare: number | undefined;
  /** Codes of the codebook that no compared rater used. */
  unused: readonly string[];
  remarks: readonly string[];
  units: {
    documents: readonly string[];
    excluded: Excluded;
    /** The codebook version that codes are read in, and those they were given with. */
    version: string | null;
    versions: readonly { version: string; codings: number }[];
    unread: readonly Unread[];
    /** Raters some of whose codings were made with a draft: what it had by then is not known. */
    drafted: readonly string[];
    table: { units: readonly { weight: number }[] };
  };
}

/** Said wherever agreement with the consensus is told. */
export const isNegotiated = 'consensus was negotiated by the raters: agreement with it is no reliability.';

/** A round, what the protocol has it for, and in what it departs from that. */
export interface DescribedComparison extends DescribedRound {
  round: string;
  kind: 'training' | 'reliability' | null;
  raters: readonly string[];
  departures: readonly string[];
}

/** Who was compared on what in a round, and what must be said of it, a sentence or two each. */
export function describeRound(report: DescribedComparison): string[] {
  const { round, kind, raters, departures } = report;
  const [units = '', ...left] = describeUnits(report);
  return [
    `Round ${round}${kind ? ` (${kind})` : ''}: ${raters.join(', ') || 'no rater'}; ${units}`,
    ...left,
    ...(departures.length > 0 ? [`Exploratory: ${departures.join('; ')}.`] : []),
    ...(kind === 'training'
      ? ['A training round: it shows how the codebook is learnt, not how reliable the coding is.']
      : []),
    ...mixedVersions(report.units),
  ];
}

/** All documents by name, or where they are many their number and the first. JSON has all. */
export function nameDocuments(documents: readonly string[]): string {
  if (documents.length === 0) return 'no document';
  if (documents.length <= 8) return documents.join(', ');
  return `${documents.length} documents: ${documents.slice(0, 3).join(', ')}, …`;
}

export const sentence = (words: string): string => (words.endsWith('…') ? words : `${words}.`);

/** What a round was compared on, and what was left out and why, in sentences. */
export function describeUnits(report: DescribedRound): string[] {
  const { units, unit, speakers } = report;
  const { excluded, documents, table } = units;
  const n = table.units.reduce((sum, { weight }) => sum + weight, 0);
  const whose =
    speakers === 'all'
      ? 'of all speakers'
      : speakers === 'participants'
        ? 'of participants'
        : `of ${listed(speakers)}`;
  const speakersLeft = excluded.speakers.map(
    ({ speaker, units: count }) => `${count} of ${speaker ?? 'nobody named'}`,
  );
  const unread = excluded.unread.filter(({ units }) => units > 0);
  return [
    sentence(`${plural(n, unit)} ${whose} in ${nameDocuments(documents)}`),
    ...(speakersLeft.length > 0 ? [`Speakers left out: ${speakersLeft.join(', ')}.`] : []),
    ...(excluded.blank > 0 ? [`Left out as blank: ${plural(excluded.blank, unit)}.`] : []),
    ...(report.onlyCoded
      ? [`Left out because no compared rater put any code there (--only-coded): ${excluded.uncoded}.`]
      : []),
    ...(unread.length > 0
      ? [
          `Not read, so neither coded nor uncoded: ${unread.map(({ rater, units }) => `${rater} ${units}`).join(', ')} of ${plural(n, unit)}.`,
        ]
      : []),
    ...lackingNotes(units),
    ...(excluded.unsettled > 0
      ? [
          `Not known, for a coding there is unconfirmed, in conflict, undecided or left open: ${excluded.unsettled} cells.`,
        ]
      : []),
    ...(excluded.outside > 0 ? [`${plural(excluded.outside, 'coding')} on text that is no unit here.`] : []),
    ...unreadNotes(units),
    ...(report.unused.length > 0
      ? [`Codes that nobody compared used, left out: ${report.unused.join(', ')}.`]
      : []),
    ...(report.minShare === undefined
      ? []
      : [`A code counts where it covers ${report.minShare} of a unit or more.`]),
    ...(report.rollUp ? ['A code counts for the codes above it too (--roll-up).'] : []),
    ...report.remarks,
  ];
}

/** Codes that are not known of a rater, or that could not be read, and why. */
export const describeLeftOutCodes = (units: DescribedRound['units']): string[] => [
  ...lackingNotes(units),
  ...unreadNotes(units),
];

function lackingNotes({ excluded, version, drafted }: DescribedRound['units']): string[] {
  const byRater = new Map<string, string[]>();
  for (const { rater, code, units } of excluded.lacking) {
    if (units > 0) byRater.set(rater, [...(byRater.get(rater) ?? []), code]);
  }
  const as = version === draftVersion ? 'the draft' : (version ?? 'this one');
  return [...byRater].map(([rater, codes]) => {
    const names = codes.join(', ');
    const why =
      drafted.includes(rater) && version !== draftVersion
        ? `Whether the draft that ${rater} coded with had ${names} as in ${as} is not known`
        : `The codebook that ${rater} used has no ${names} as in ${as}`;
    return `${why}: null for ${rater}, not absent.`;
  });
}

/** Codes with the same version and the same reason in one sentence. */
function unreadNotes({ unread, version }: DescribedRound['units']): string[] {
  const groups = new Map<string, { codes: string[]; codings: number; from: string; why: string }>();
  for (const { code, version: from, why: found, codings } of unread) {
    const why = whyUnread(found);
    const key = JSON.stringify([from, why]);
    const group = groups.get(key) ?? { codes: [], codings: 0, from, why };
    groups.set(key, group);
    group.codes.push(code);
    group.codings += codings;
  }
  return [...groups.values()].map(
    ({ codes, codings, from, why }) =>
      `Not read in ${version ?? 'this codebook'}: ${plural(codings, 'coding')} with ${codes.join(', ')} (${from}); ${why}.`,
  );
}

export function whyUnread(why: Unread['why']): string {
  switch (why.kind) {
    case 'undecided':
      return why.by === 'split'
        ? `split in ${why.version} into ${why.candidates.join(', ')}: a person has to decide`
        : `redefined in ${why.version}: a person has to decide`;
    case 'retired':
      return `retired in ${why.version}`;
    case 'unknown':
      return why.reason;
  }
}

/** Which versions codes were given with, where they are read in another. */
export function mixedVersions({ version, versions }: DescribedRound['units']): string[] {
  const [only, ...others] = versions;
  if (version === null || !only || (others.length === 0 && only.version === version)) return [];
  return [
    `Codes are read as codebook ${version} has them; they were given with ${versions.map((one) => `${one.version} (${one.codings} codings)`).join(', ')}.`,
  ];
}

const plural = (n: number, noun: string): string => {
  if (noun === 'spans') return `${n} ${n === 1 ? 'span' : 'spans'}`;
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
};
