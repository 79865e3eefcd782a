import { fold } from '../coding/fold.ts';
import type { LogEntry } from '../coding/log.ts';
import { placeCodings } from '../coding/place-codings.ts';
import { sha256 } from '../file/hash.ts';
import type { Compared, ComparedDocument } from '../reconciliation/compared.ts';
import { consensusOn, type DecidedOn } from '../reconciliation/consensus.ts';
import { type ConsensusLog, consensusLines } from '../reconciliation/consensus-lines.ts';
import { entriesByCode } from '../reconciliation/entries-by-code.ts';
import { reanchorIn } from '../text/anchor.ts';
import type { CodedDocument } from './corpus.ts';

/** What the consensus on a document is made of. */
export interface ConsensusSources {
  compared: Compared;
  on: ComparedDocument;
  document: CodedDocument;
  decidedOn: DecidedOn;
}

/**
 * The consensus of one document while it is worked on: what its log says, and what it lacks. The whole log is
 * compared with what it should say once; from then on only the codes that something was decided on.
 */
export class DocumentConsensus {
  readonly path: string;
  /** Of its log when it was read, in bytes. */
  readonly size: number;
  private readonly sources: ConsensusSources;
  private readonly entries: readonly LogEntry[];
  private readonly reanchor: ReturnType<typeof reanchorIn>;
  /** The log by codes, from when it says all that it should. */
  private byCode: Map<string, LogEntry[]> | undefined;
  /** Codes that something was decided on since it did. */
  private readonly decided = new Set<string>();

  /** @param log as it was read, its size in bytes; where there is none, empty. */
  constructor(
    { path, size, entries }: { path: string; size: number; entries: readonly LogEntry[] },
    sources: ConsensusSources,
  ) {
    this.path = path;
    this.size = size;
    this.entries = entries;
    this.sources = sources;
    this.reanchor = reanchorIn(sources.document.text);
  }

  get document(): string {
    return this.sources.document.id;
  }

  get isBehind(): boolean {
    return this.byCode === undefined || this.decided.size > 0;
  }

  /** To be told of every decision on a code of the document. */
  decide(code: string): void {
    this.decided.add(code);
  }

  /** What the log lacks; the same until `wrote` takes it up. */
  lines(at: string): LogEntry[] {
    const { compared, on, document, decidedOn } = this.sources;
    const { byCode } = this;
    const codes = byCode ? [...this.decided] : compared.table.codes;
    const entries = byCode ? codes.flatMap((code) => byCode.get(code) ?? []) : this.entries;
    const wanted = codes.flatMap((code) => consensusOn(code, compared, on, decidedOn, document.text));
    const through = Math.min(on.through, document.text.length);
    const version = (code: string): string => compared.version ?? this.versionGiven(code);
    const body = { hash: document.hash, slice: document.text.slice };
    const log = this.stateOf(entries);
    // How far was read is said once, with all the rest.
    const said = byCode ? { ...log, through, throughElsewhere: false } : log;
    return consensusLines(said, { wanted, through, version, body }, shortId, at);
  }

  /** To be told once what was lacking is on the disk. */
  wrote(lines: readonly LogEntry[]): void {
    const { codeOf } = this.sources.compared;
    const { byCode } = this;
    if (byCode) {
      const before = [...this.decided].flatMap((code) => byCode.get(code) ?? []);
      for (const [code, own] of entriesByCode([...before, ...lines], codeOf)) byCode.set(code, own);
    } else this.byCode = entriesByCode([...this.entries, ...lines], codeOf);
    this.decided.clear();
  }

  private stateOf(entries: readonly LogEntry[]): ConsensusLog {
    const { hash } = this.sources.document;
    const { codeOf } = this.sources.compared;
    const { codings, open, conflicts, through, throughText } = fold(entries);
    const { codings: placed } = placeCodings([...codings, ...open], hash, this.reanchor);
    return {
      entries,
      placed: placed.map((coding) => ({
        ...coding,
        code: codeOf(coding.code, coding.version) ?? coding.code,
      })),
      disputed: conflicts.map(({ id }) => id),
      through,
      throughElsewhere: through !== null && throughText !== hash,
    };
  }

  /** Without a codebook: the version that somebody gave the code with. */
  private versionGiven(code: string): string {
    const { compared, on } = this.sources;
    const own = compared.logs.filter(({ document }) => document === on.document);
    return own.flatMap(({ codings }) => codings).find((coding) => coding.code === code)?.version ?? '0';
  }
}

/** Twelve letters and digits: alike on every machine for one place, and for two hardly ever. */
const shortId = (text: string): string =>
  BigInt(`0x${sha256(text).slice(0, 20)}`)
    .toString(36)
    .padStart(16, '0')
    .slice(-12);
