import { join } from 'node:path';
import { fold } from '../coding/fold.ts';
import { formatLine, type LogEntry } from '../coding/log.ts';
import { placeCodings } from '../coding/place-codings.ts';
import { sha256 } from '../file/hash.ts';
import type { ComparedDocument } from '../reconciliation/compared.ts';
import { consensusOn, type Wanted } from '../reconciliation/consensus.ts';
import { type ConsensusLog, consensusLines, foreignCodings } from '../reconciliation/consensus-lines.ts';
import type { Standing } from '../reconciliation/decided.ts';
import { type Decision, formatDecision } from '../reconciliation/decision.ts';
import type { Difference } from '../reconciliation/differences.ts';
import type { Decide } from '../reconciliation/session.ts';
import { reanchorIn } from '../text/anchor.ts';
import { consensusRater } from './coded.ts';
import { type CodedDocument, type Corpus, isUsable } from './corpus.ts';
import type { StudyDecisions } from './decisions.ts';
import { OwnFiles } from './own-files.ts';
import type { Reconciliation } from './reconcile-open.ts';
import type { Workspace } from './workspace.ts';

/** The consensus of one document while it is worked on. */
interface DocumentConsensus {
  compared: ComparedDocument;
  document: CodedDocument;
  path: string;
  entries: readonly LogEntry[];
  reanchor: ReturnType<typeof reanchorIn>;
  /** What it should say, by code; made when it is first needed. */
  wanted: Map<string, Wanted[]> | undefined;
}

/**
 * Writes what is decided. A decision is on the disk before the consensus that follows from it, and says all that
 * the consensus needs: where a run ended between the two, `bringUp` completes it at the next.
 */
export class ConsensusWriter {
  private readonly reconciliation: Reconciliation;
  private readonly decisions: Pick<StudyDecisions, 'path' | 'size'>;
  private readonly documents: Map<string, DocumentConsensus>;
  private readonly standings = new Map<string, Standing>();
  private readonly files = new OwnFiles();

  constructor(
    { root }: Workspace,
    study: string,
    corpus: Corpus,
    decisions: Pick<StudyDecisions, 'path' | 'size'>,
    reconciliation: Reconciliation,
  ) {
    this.reconciliation = reconciliation;
    this.decisions = decisions;
    const { round, differences, standings } = reconciliation;
    for (const [index, difference] of differences.entries()) {
      const standing = standings[index];
      if (standing) this.standings.set(keyOf(difference), standing);
    }
    this.documents = new Map(
      reconciliation.documents.flatMap((compared) => {
        const document = corpus.documents.get(compared.document);
        if (!document) return [];
        const path = join(root, 'corpus', study, 'codings', round, document.id, `${consensusRater}.jsonl`);
        const log = consensusLog(corpus, round, document.id);
        const entries = log?.written.entries ?? [];
        const reanchor = reanchorIn(document.text);
        return [[document.id, { compared, document, path, entries, reanchor, wanted: undefined }]];
      }),
    );
  }

  /** What the consensus of each document lacks, by its path; nothing is written. */
  lacking(at: string): { path: string; lines: LogEntry[] }[] {
    return [...this.documents.values()].flatMap((one) => {
      const lines = this.linesFor(one, at);
      return lines.length > 0 ? [{ path: one.path, lines }] : [];
    });
  }

  /** The differences of the round that are not decided. */
  left(): Difference[] {
    return this.reconciliation.differences.filter(
      (one) => this.standings.get(keyOf(one))?.kind !== 'decided',
    );
  }

  /**
   * Has to be called once before anything is written, while nobody else may write.
   *
   * @throws a FileError, as writing does, where somebody else has written since the decisions were read.
   */
  async begin(): Promise<void> {
    await this.files.take(this.decisions.path, this.decisions.size);
    for (const { path } of this.documents.values()) await this.files.take(path);
    await this.files.ensureUnchanged();
  }

  /** Writes what the consensus lacks of what is decided and agreed on. */
  async bringUp(at: string): Promise<void> {
    await this.files.ensureUnchanged();
    for (const one of this.documents.values()) await this.write(one, at);
  }

  /** Writes decisions, then what follows from them. Ids have to be new. */
  async decide(decide: Decide, by: string, at: string, newId: () => string): Promise<Decision[]> {
    const decisions = decide.settlements.map((one) => this.decisionOf(one, decide, { by, at, id: newId() }));
    // Of all files before the first is written, so that a refusal leaves nothing half done.
    await this.files.ensureUnchanged();
    await this.files.append(this.decisions.path, decisions.map(formatDecision));
    for (const [index, { difference }] of decide.settlements.entries()) {
      const decision = decisions[index];
      if (!decision) continue;
      this.standings.set(keyOf(difference), { kind: 'decided', decision, others: [] });
      this.documents.get(difference.document)?.wanted?.delete(difference.code);
    }
    const touched = new Set(decisions.map(({ document }) => document));
    for (const [name, document] of this.documents) {
      // With the first decision the consensus begins, in all documents.
      if (touched.has(name) || document.wanted === undefined) await this.write(document, at);
    }
    return decisions;
  }

  private async write(one: DocumentConsensus, at: string): Promise<void> {
    const lines = this.linesFor(one, at);
    if (lines.length === 0) return;
    const { round } = this.reconciliation;
    const header = JSON.stringify({ emic: 1, round, document: one.document.id, rater: consensusRater });
    await this.files.append(one.path, lines.map(formatLine), { header });
    one.entries = [...one.entries, ...lines];
  }

  private linesFor(one: DocumentConsensus, at: string): LogEntry[] {
    const { compared } = this.reconciliation;
    const { document, entries, reanchor } = one;
    const wanted = one.wanted ?? new Map<string, Wanted[]>();
    one.wanted = wanted;
    for (const code of compared.table.codes) {
      if (wanted.has(code)) continue;
      const own = consensusOn(
        code,
        compared,
        one.compared,
        (id, unit, c) => this.decidedOn(id, unit, c),
        document.text,
      );
      wanted.set(code, own);
    }
    const log = stateOf(entries, document, reanchor, compared.codeOf);
    const through = Math.min(one.compared.through, document.text.length);
    const version = (code: string): string => compared.version ?? this.versionGiven(one, code);
    const body = { hash: document.hash, slice: document.text.slice };
    return consensusLines(log, { wanted: [...wanted.values()].flat(), through, version, body }, shortId, at);
  }

  private decidedOn(document: string, unit: { start: number; end: number }, code: string) {
    const standing = this.standings.get(keyOf({ document, unit, code }));
    return standing?.kind === 'decided' ? standing.decision : undefined;
  }

  /** Without a codebook: the version that somebody gave the code with. */
  private versionGiven({ compared }: DocumentConsensus, code: string): string {
    const { logs } = this.reconciliation.compared;
    const own = logs.filter(({ document }) => document === compared.document);
    return own.flatMap(({ codings }) => codings).find((coding) => coding.code === code)?.version ?? '0';
  }

  private decisionOf(
    { difference, outcome, replaces }: Decide['settlements'][number],
    { choice, why }: Decide,
    said: { by: string; at: string; id: string },
  ): Decision {
    const { round, compared, raters, isLimited } = this.reconciliation;
    const { document, kind, unit, code, marked, views } = difference;
    const body = this.documents.get(document)?.document;
    const [given] = views.flatMap(({ codings }) => codings);
    return {
      id: said.id,
      ...(replaces.length > 0 && { replaces }),
      ...{ round, document, unit: { kind, start: unit.start, end: unit.end }, code },
      version: compared.version ?? given?.version ?? '0',
      ...{ start: marked.start, end: marked.end },
      quote: body?.text.slice(marked.start, marked.end) ?? '',
      text: body?.hash ?? '',
      verdict: choice.verdict,
      ...(choice.verdict === 'rater' && { right: choice.rater }),
      outcome,
      raters: views.map(({ rater, gave, codings }) => ({
        rater,
        gave,
        codings: codings.map(({ id, rev }) => ({ id, rev })),
      })),
      ...(isLimited && { chosen: raters }),
      ...{ why, by: said.by, at: said.at },
    };
  }
}

/** The log of the consensus on a document, where there is one. */
export const consensusLog = (corpus: Corpus, round: string, document: string) =>
  corpus.logs.find(
    ({ log }) => log.rater === consensusRater && log.round === round && log.document === document,
  );

/** What speaks against writing to the consensus of a round: logs with errors, codings that were made otherwise. */
export function consensusDoubts(corpus: Corpus, round: string): { broken: string[]; foreign: string[] } {
  const own = corpus.logs.filter(({ log }) => log.rater === consensusRater && log.round === round);
  return {
    broken: own.flatMap(({ file }) => (isUsable(file) ? [] : [file.path])),
    foreign: own.flatMap(({ written, file }) =>
      foreignCodings(written.folded.codings).map(({ id }) => `${id} in ${file.path}`),
    ),
  };
}

const keyOf = ({
  document,
  unit,
  code,
}: Pick<Difference, 'document' | 'code'> & { unit: { start: number; end: number } }): string =>
  JSON.stringify([document, unit.start, unit.end, code]);

function stateOf(
  entries: readonly LogEntry[],
  { hash }: CodedDocument,
  reanchor: ReturnType<typeof reanchorIn>,
  codeOf: (code: string, version: string) => string | null,
): ConsensusLog {
  const { codings, open, conflicts, through, throughText } = fold(entries);
  const { codings: placed } = placeCodings([...codings, ...open], hash, reanchor);
  return {
    entries,
    placed: placed.map((coding) => ({ ...coding, code: codeOf(coding.code, coding.version) ?? coding.code })),
    disputed: conflicts.map(({ id }) => id),
    through,
    throughElsewhere: through !== null && throughText !== hash,
  };
}

/** Twelve letters and digits: alike on every machine for one place, and for two hardly ever. */
const shortId = (text: string): string =>
  BigInt(`0x${sha256(text).slice(0, 20)}`)
    .toString(36)
    .padStart(16, '0')
    .slice(-12);
