import type { SpanMeasureName } from '../agreement/spans/measure-names.ts';
import { measureSpans, type SpanMeasureOptions } from '../agreement/spans/measures.ts';
import type { SpanAgreement } from '../agreement/spans/span-agreement.ts';
import type { SharedText } from '../coding/shared-text.ts';
import { isNegotiated } from '../exhibit/agreement-words.ts';
import { pairsOf, type RoundUnits } from './agreement.ts';
import { kindOfRound, type RoundKind } from './agreement-protocol.ts';
import { layOut, logsOf, type Selection } from './agreement-round.ts';
import type { Speakers } from './agreement-units.ts';
import { consensusRater } from './coded.ts';
import type { CountingCorpus } from './corpus.ts';
import type { StudyConfig } from './schema.ts';

/** What some raters were compared on, and what came of it. */
export interface SpanComparison {
  raters: readonly string[];
  text: SharedText;
  results: SpanAgreement[];
}

/** A round compared span by span. */
export interface SpanRoundReport {
  round: string;
  kind: RoundKind;
  raters: string[];
  /** All raters together, then, where they are more than two, every pair. */
  comparisons: SpanComparison[];
  units: RoundUnits;
  speakers: Speakers;
  rollUp: boolean;
  /** The codes that were asked for; all where null. */
  only: readonly string[] | null;
  /** Codes of the codebook that no compared rater used. */
  unused: string[];
  /** In what this round departs from the protocol. */
  departures: string[];
  remarks: string[];
}

/** A round by measures on spans; each group of raters on the text that all of them have read. */
export async function reportSpans(
  corpus: CountingCorpus,
  config: StudyConfig,
  round: string,
  selection: Selection,
  rollUp: boolean,
  { measures, ...options }: SpanMeasureOptions & { measures: readonly SpanMeasureName[] },
): Promise<SpanRoundReport> {
  const logs = logsOf(corpus, round, selection);
  const layout = { unit: 'spans' as const, onlyCoded: false, rollUp, minShare: undefined };
  const { units, remarks, unused } = layOut(corpus, logs, selection, layout, config.language);
  const { kind, departures } = kindOfRound(config.protocol, round, units.documents);
  if (units.raters.includes(consensusRater)) remarks.push(isNegotiated);
  const raters = [...units.raters];
  const groups = raters.length < 2 ? [] : [raters, ...(raters.length > 2 ? pairsOf(raters) : [])];
  const comparisons: SpanComparison[] = [];
  for (const group of groups) {
    const text = units.shared(group);
    const results = await measureSpans({ raters: group, continua: text.stretches }, measures, options);
    comparisons.push({ raters: group, text, results });
  }
  const { speakers } = selection;
  const only = selection.codes ?? null;
  return { round, kind, raters, comparisons, units, speakers, rollUp, only, unused, departures, remarks };
}
