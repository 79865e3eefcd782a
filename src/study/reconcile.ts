import { join } from 'node:path';
import { formatLine, type LogEntry } from '../coding/log.ts';
import { fileReason } from '../file/file-error.ts';
import type { FileState } from '../file/file-size.ts';
import { foreignCodings } from '../reconciliation/consensus-lines.ts';
import type { Standing } from '../reconciliation/decided.ts';
import { type Decision, formatDecision } from '../reconciliation/decision.ts';
import type { Difference } from '../reconciliation/differences.ts';
import type { Decide } from '../reconciliation/session.ts';
import type { Span } from '../text/code-points.ts';
import { consensusRater } from './coded.ts';
import { type Corpus, isUsable } from './corpus.ts';
import type { StudyDecisions } from './decisions.ts';
import { DocumentConsensus } from './document-consensus.ts';
import { OwnFiles } from './own-files.ts';
import type { Reconciliation } from './reconcile-open.ts';
import { logPath } from './session-place.ts';
import type { Workspace } from './workspace.ts';

/** What became of a decision. */
export interface Written {
  /** On the disk. */
  decisions: Decision[];
  /** Why the consensus that follows could not be written, too; null where it was. */
  behind: string | null;
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
  /** The raters' logs of the round, as they were when they were read. */
  private readonly sources: readonly [path: string, state: FileState][];
  private readonly bodies: Corpus['documents'];
  private failure: string | null = null;

  constructor(
    { root }: Workspace,
    study: string,
    corpus: Corpus,
    decisions: Pick<StudyDecisions, 'path' | 'size'>,
    reconciliation: Reconciliation,
  ) {
    this.reconciliation = reconciliation;
    this.decisions = decisions;
    this.bodies = corpus.documents;
    const { round, differences, standings } = reconciliation;
    for (const [index, difference] of differences.entries()) {
      const standing = standings[index];
      if (standing) this.standings.set(keyOf(difference), standing);
    }
    this.sources = corpus.logs.flatMap(({ log, state }) =>
      log.round === round && log.rater !== consensusRater && state
        ? [[join(root, logPath({ study, round, document: log.document, rater: log.rater })), state]]
        : [],
    );
    this.documents = new Map(
      reconciliation.documents.flatMap((compared) => {
        const document = corpus.documents.get(compared.document);
        if (!document) return [];
        const path = join(root, 'corpus', study, 'codings', round, document.id, `${consensusRater}.jsonl`);
        const log = consensusLog(corpus, round, document.id);
        const as = { path, size: log?.state?.size ?? 0, entries: log?.written.entries ?? [] };
        const sources = {
          compared: reconciliation.compared,
          on: compared,
          document,
          decidedOn: (id: string, unit: Span, code: string) => this.decidedOn(id, unit, code),
        };
        return [[document.id, new DocumentConsensus(as, sources)]];
      }),
    );
  }

  /** What the consensus of each document lacks, by its path; nothing is written. */
  lacking(at: string): { path: string; lines: LogEntry[] }[] {
    return [...this.documents.values()].flatMap((one) => {
      const lines = one.lines(at);
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
    this.files.take(this.decisions.path, this.decisions.size);
    for (const { path, size } of this.documents.values()) this.files.take(path, size);
    for (const [path, state] of this.sources) this.files.takeRead(path, state);
    await this.files.ensureUnchanged();
  }

  /**
   * Writes what the consensus lacks of what is decided and agreed on.
   *
   * @returns why not all of it could be written; null where it was. The next decision tries again.
   * @throws a FileError where somebody else has written since the decisions were read.
   */
  async bringUp(at: string): Promise<string | null> {
    await this.files.ensureUnchanged();
    return this.follow(at);
  }

  /** Why the consensus lacks something that could not be written; null where it lacks nothing. */
  get behind(): string | null {
    return this.failure;
  }

  /**
   * Writes decisions, then what follows from them, and what an earlier call could not write of that. Ids have to be new.
   *
   * @throws a FileError where the decisions could not be written: then nothing was.
   */
  async decide(decide: Decide, by: string, at: string, newId: () => string): Promise<Written> {
    const decisions = decide.settlements.map((one) => this.decisionOf(one, decide, { by, at, id: newId() }));
    // Of all files before the first is written, so that a refusal leaves nothing half done.
    await this.files.ensureUnchanged();
    await this.files.append(this.decisions.path, decisions.map(formatDecision));
    for (const [index, { difference }] of decide.settlements.entries()) {
      const decision = decisions[index];
      if (!decision) continue;
      this.standings.set(keyOf(difference), { kind: 'decided', decision, others: [] });
      this.documents.get(difference.document)?.decide(difference.code);
    }
    return { decisions, behind: await this.follow(at) };
  }

  /**
   * Writes what follows from decisions that are on the disk; with the first of them the consensus begins, in all
   * documents.
   *
   * @returns why not all of it could be written.
   */
  private async follow(at: string): Promise<string | null> {
    const reasons: string[] = [];
    for (const one of this.documents.values()) {
      if (!one.isBehind) continue;
      try {
        await this.write(one, at);
      } catch (error) {
        const reason = fileReason(error);
        if (reason === undefined) throw error;
        reasons.push(reason);
      }
    }
    this.failure = reasons[0] ?? null;
    return this.failure;
  }

  private async write(one: DocumentConsensus, at: string): Promise<void> {
    const lines = one.lines(at);
    const { round } = this.reconciliation;
    const document = one.document;
    const header = JSON.stringify({ emic: 1, round, document, rater: consensusRater });
    if (lines.length > 0) await this.files.append(one.path, lines.map(formatLine), { header });
    one.wrote(lines);
  }

  private decidedOn(document: string, unit: { start: number; end: number }, code: string) {
    const standing = this.standings.get(keyOf({ document, unit, code }));
    return standing?.kind === 'decided' ? standing.decision : undefined;
  }

  private decisionOf(
    { difference, outcome, replaces }: Decide['settlements'][number],
    { choice, why }: Decide,
    said: { by: string; at: string; id: string },
  ): Decision {
    const { round, compared, raters, isLimited } = this.reconciliation;
    const { document, kind, unit, code, marked, views } = difference;
    const body = this.bodies.get(document);
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
