import { readInk } from '../../coding/ink.ts';
import { status as statusOf } from '../../coding/status.ts';
import { type Coded, consensusRater, lastRound, ratersOf } from '../../study/coded.ts';
import { roundsOf } from '../../study/rounds.ts';
import {
  type CodingArgs,
  knownRound,
  openForCommand,
  type TableFormat,
  tableAs,
  withFictional,
} from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { tellNobodyCoded } from '../nobody-coded.ts';
import { type RoundStatus, statusTable } from '../tables/status.ts';

export interface StatusArgs extends CodingArgs {
  round?: string | undefined;
  format?: TableFormat | undefined;
}

/** `emic status`: who has read and coded what, and what is left. */
export async function run(io: Io, args: StatusArgs): Promise<ExitStatus> {
  const opened = await openForCommand(io, args);
  if (!opened) return 1;
  const { coded, name, problems, status } = opened;
  const all = roundsOf(coded.corpus, coded.study.config);
  const last = lastRound(coded) ?? all[0];
  if (args.round === undefined && last === undefined) {
    const { fictional } = coded.study.config;
    tellNobodyCoded(io, name, args, { fictional, rounds: [], problems });
    return status;
  }
  const rounds =
    args.round === 'all'
      ? all
      : args.round === undefined
        ? last === undefined
          ? []
          : [last]
        : [knownRound(coded, args.round)];
  const found = rounds.map((round) => statusOfRound(coded, round));
  if (args.json) {
    const { fictional } = coded.study.config;
    io.out(JSON.stringify({ study: name, fictional, rounds: found, problems }, null, 2));
    return status;
  }
  const format = args.format ?? 'terminal';
  if (format === 'csv' && found.length > 1) {
    throw new UsageError('A CSV file holds one table: choose a round with --round.');
  }
  const title = withFictional(name, coded.study.config.fictional);
  io.out(found.map((one) => tableAs(statusTable(title, one), format, io).trimEnd()).join('\n\n'));
  return status;
}

function statusOfRound(coded: Coded, round: string): RoundStatus {
  const documents = [...coded.corpus.documents.values()].map(({ id, frozen }) => ({
    document: id,
    ink: readInk(frozen.body),
  }));
  const declared = coded.study.config.coding.raters.filter((rater) => rater !== consensusRater);
  const raters = [...new Set([...declared, ...ratersOf(coded, round)])];
  const logs = coded.corpus.logs.filter(({ log }) => log.round === round);
  const lost = (document: string, rater: string) =>
    logs.find(({ log }) => log.document === document && log.rater === rater);
  const rows = statusOf(
    documents,
    raters,
    logs.map(({ log }) => log),
  );
  return {
    round,
    rows: rows.map((row) => {
      const log = lost(row.document, row.rater);
      return {
        ...row,
        lost: log?.placed.lost.length ?? 0,
        throughElsewhere: log?.throughElsewhere ?? false,
        broken: log !== undefined && coded.broken.includes(log.file),
      };
    }),
    sample: coded.study.config.protocol.sample?.documents ?? null,
  };
}
