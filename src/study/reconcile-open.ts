import type { MeasureName } from '../agreement/measure-names.ts';
import type { Coding } from '../coding/log.ts';
import { isCoding } from '../coding/log.ts';
import { compareText } from '../coding/time.ts';
import type { UnitKind } from '../coding/unit-codes.ts';
import { type Compared, type ComparedDocument, comparedDocuments } from '../reconciliation/compared.ts';
import { type Now, type Standing, standingsOf } from '../reconciliation/decided.ts';
import type { Decision } from '../reconciliation/decision.ts';
import { type Difference, differencesOf } from '../reconciliation/differences.ts';
import { reanchorIn } from '../text/anchor.ts';
import { compareRaters, type RoundUnits } from './agreement.ts';
import { layOut, logsOf, type Selection } from './agreement-round.ts';
import { readerOf } from './agreement-units.ts';
import { consensusRater } from './coded.ts';
import { type Corpus, isUsable, type StudyLog } from './corpus.ts';
import type { StudyConfig } from './schema.ts';

/** What is to be reconciled, and what is known of it. */
export interface Reconciliation {
  round: string;
  unit: UnitKind;
  raters: readonly string[];
  /** Whether they are not all of the round, as was asked for. */
  isLimited: boolean;
  units: RoundUnits;
  compared: Compared;
  documents: readonly ComparedDocument[];
  /** All differences of the round, worst code first. */
  differences: readonly Difference[];
  standings: readonly Standing[];
  /** Agreement per code before reconciliation, by which they are ordered; null where it is undefined. */
  agreement: ReadonlyMap<string, number | null>;
  /** Of that agreement: Cohen's kappa of two raters, Fleiss' of more; null where there are not two. */
  measure: MeasureName | null;
  /** What is said of the logs, and of codes that are left out. */
  remarks: readonly string[];
}

/** What protocol and call say should be compared. */
export interface ReconcileScope {
  round: string;
  raters: readonly string[];
  /** Whether somebody who has a log in the round is left out, as was asked for: decisions record it. */
  isLimited?: boolean;
  unit: UnitKind;
}

/** The differences of a round, and which of them decisions settle; nothing is written. */
export function reconciliationOf(
  corpus: Corpus,
  config: StudyConfig,
  decisions: readonly Decision[],
  { round, raters, isLimited = false, unit }: ReconcileScope,
): Reconciliation {
  const selection: Selection = {
    ...{ rounds: [round], raters: [...raters], codes: undefined, version: undefined },
    ...{ documents: [...corpus.documents.keys()], speakers: 'participants' as const },
  };
  const logs = logsOf(corpus, round, selection);
  const layout = { unit, onlyCoded: false, rollUp: false, minShare: undefined };
  const { units, remarks } = layOut(corpus, logs, selection, layout, config.language);
  const compared: Compared = {
    ...{ round, version: units.version, table: units.table, hasCode: units.hasCode },
    logs: logs.map(({ log }) => log),
    codeOf: codeReader(corpus, units.version),
  };
  const [all] = units.raters.length > 1 ? compareRaters(units, { measures: 'kappas', interval: 'none' }) : [];
  const agreement = new Map(all?.codes.map(({ code, value }) => [code, value]));
  const documents = comparedDocuments(compared);
  const differences = differencesOf(compared, agreement, documents);
  return {
    ...{ round, unit, raters: units.raters, isLimited, units, compared, documents, differences, agreement },
    ...{ measure: all?.measure ?? null, remarks },
    standings: standingsOf(
      differences,
      decisions.filter((one) => one.round === round),
      nowOf(corpus, compared.codeOf, logs),
    ),
  };
}

/** What a code is called in a version; the code itself where the study has no codebook. */
export function codeReader(corpus: Corpus, target: string | null): Now['codeOf'] {
  if (target === null) return (code) => code;
  const resolve = readerOf(corpus, target);
  return (code, version) => {
    const found = resolve(code, version);
    return found.kind === 'code' ? found.code : null;
  };
}

function nowOf(corpus: Corpus, codeOf: Now['codeOf'], logs: readonly StudyLog[]): Now {
  const anchors = new Map<string, ReturnType<typeof reanchorIn>>();
  const revisions = new Map<string, Coding>();
  for (const { log, written } of logs) {
    for (const entry of written.entries.filter(isCoding)) {
      revisions.set(JSON.stringify([log.document, log.rater, entry.id, entry.rev]), entry);
    }
  }
  return {
    codeOf,
    placeOf: ({ document, text, start, end, quote }) => {
      const body = corpus.documents.get(document);
      if (!body) return null;
      if (text === body.hash) return { start, end, isSameText: true };
      const reanchor = anchors.get(document) ?? reanchorIn(body.text);
      anchors.set(document, reanchor);
      const found = reanchor({ start, end, quote });
      return found.kind === 'same' || found.kind === 'moved'
        ? { start: found.start, end: found.end, isSameText: false }
        : null;
    },
    revisionOf: ({ document, rater }, id, rev) => revisions.get(JSON.stringify([document, rater, id, rev])),
  };
}

/** Logs of a round that cannot be used: what their raters said is not known. */
export const brokenLogs = (corpus: Corpus, round: string): StudyLog[] =>
  corpus.logs.filter(({ log, file }) => log.round === round && !isUsable(file));

/** Who has a log in a round, as study.yaml orders them, then by name. */
export function ratersIn(corpus: Corpus, { coding }: StudyConfig, round: string): string[] {
  const found = new Set(corpus.logs.flatMap(({ log }) => (log.round === round ? [log.rater] : [])));
  found.delete(consensusRater);
  const declared = coding.raters.filter((rater) => found.has(rater));
  return [...new Set([...declared, ...[...found].sort(compareText)])];
}
