import { countByAnswer } from '../../coding/count-by-answer.ts';
import { type CountBy, countCodes } from '../../coding/count-codes.ts';
import type { UnitKind } from '../../coding/unit-codes.ts';
import { type CountedCodes, codesMatrix, codesTable } from '../../exhibit/codes-tables.ts';
import {
  type Coded,
  type CodesQuestion,
  codesOfUnits,
  consensusRater,
  lastRound,
  ratersOf,
  speakersOf,
  versionOfRound,
} from '../../study/coded.ts';
import { consensusRemarks, roundsWithConsensus } from '../../study/consensus-remarks.ts';
import { bookOf, type CountingCorpus } from '../../study/corpus.ts';
import { groupsFor } from '../answer-groups.ts';
import {
  type CodingArgs,
  knownName,
  knownNames,
  knownRound,
  openForCounts,
  splitList,
  type TableFormat,
  tableAs,
  withFictional,
} from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { tellNobodyCoded } from '../nobody-coded.ts';

export interface CodesArgs extends CodingArgs {
  by?: string[] | undefined;
  unit?: UnitKind | undefined;
  round?: string | undefined;
  code?: string[] | undefined;
  raters?: string[] | undefined;
  speakers?: string[] | undefined;
  document?: string[] | undefined;
  /** The closed question whose answers `--by answer` tells apart. */
  item?: string | undefined;
  rollUp?: boolean | undefined;
  format?: TableFormat | undefined;
}

const keys: readonly CountBy[] = ['code', 'rater', 'document', 'speaker', 'answer'];

/** `emic codes`: how many units carry each code, by rater, document and speaker. */
export async function run(io: Io, args: CodesArgs): Promise<ExitStatus> {
  const opened = await openForCounts(io, args);
  if (!opened) return 1;
  const { coded, name, problems, status } = opened;
  const round = args.round === undefined ? lastRound(coded) : knownRound(coded, args.round);
  if (round === undefined || coded.corpus.logs.length === 0) {
    const { fictional } = coded.study.config;
    tellNobodyCoded(io, name, args, { fictional, round: null, rows: [], problems });
    return status;
  }
  const by = (knownNames(splitList(args.by), keys, 'kind of row') ?? ['code']) as CountBy[];
  const version =
    args.codeVersion === undefined
      ? versionOfRound(coded, round)
      : knownName(args.codeVersion, coded.corpus.codes.versions, 'codebook version');
  const everyone = ratersOf(coded, round);
  const named = knownNames(splitList(args.document), [...coded.corpus.documents.keys()], 'document');
  const grouped = await groupsFor(io, coded, by, named, args);
  if (grouped === 'unread') return 1;
  const question: CodesQuestion = {
    unit: grouped ? 'turn' : (args.unit ?? coded.study.config.protocol.unit ?? 'turn'),
    round,
    raters:
      knownNames(
        splitList(args.raters),
        [...new Set([...everyone, ...coded.study.config.coding.raters, consensusRater])],
        'rater',
      ) ?? everyone,
    codes: knownCodes(coded, splitList(args.code), version),
    documents: grouped ? [grouped.about.document] : named,
    speakers: chosenSpeakers(coded, splitList(args.speakers)),
    rollUp: args.rollUp ?? false,
    version,
  };
  const { codes, unread, untouched, remarks } = codesOfUnits(coded, question);
  const doubts = await consensusRemarks(
    coded.study,
    roundsWithConsensus(coded.corpus, [round], question.raters),
  );
  const counted: CountedCodes = {
    ...question,
    by: [...new Set(by)],
    rows: grouped ? countByAnswer(codes, by, grouped.groups) : countCodes(codes, by),
    answers: grouped?.about ?? null,
    excluded: codes.excluded,
    unread,
    untouched,
    remarks: [...remarks, ...doubts],
    brokenLogs: coded.broken.map(({ path }) => path),
  };
  if (args.json) {
    const fictional = coded.study.config.fictional;
    io.out(
      JSON.stringify({ study: name, fictional, ...counted, version: version ?? null, problems }, null, 2),
    );
    return status;
  }
  const format = args.format ?? 'terminal';
  const wide = counted.by.length === 2 && format !== 'csv';
  const table = wide ? codesMatrix('codes', counted) : codesTable('codes', counted);
  const whose = withFictional(name, coded.study.config.fictional);
  io.out(
    tableAs(
      { ...table, caption: `${whose}: ${table.caption.charAt(0).toLowerCase()}${table.caption.slice(1)}` },
      format,
      io,
    ),
  );
  return status;
}

function chosenSpeakers(
  coded: Coded<CountingCorpus>,
  wanted: string[] | undefined,
): CountedCodes['speakers'] {
  const [only, ...others] = wanted ?? ['participants'];
  if (others.length === 0 && (only === 'all' || only === 'participants')) return only;
  return knownNames(wanted, speakersOf(coded), 'speaker') ?? 'participants';
}

/** Codes by their ids in a version; one that had another id is told what it is now. */
export function knownCodes(
  coded: Coded<CountingCorpus>,
  wanted: string[] | undefined,
  version: string | undefined,
): string[] | undefined {
  const { codes: resolver, logs } = coded.corpus;
  const used = logs.flatMap(({ log }) => log.columns.kinds.map(({ code }) => code));
  const ids = bookOf(coded.corpus, version)?.codes.map(({ id }) => id) ?? [...new Set(used)].sort();
  return wanted?.map((code) => {
    if (version === undefined || ids.includes(code.normalize('NFC'))) return knownName(code, ids, 'code');
    for (const older of resolver.versions.toReversed()) {
      const now = resolver.resolve(code, older, version);
      if (now.kind === 'code') throw new UsageError(`"${code}" of ${older} is "${now.code}" in ${version}.`);
      if (now.kind === 'retired')
        throw new UsageError(`"${code}" of ${older} was retired in ${now.version}.`);
      if (now.kind === 'undecided') {
        throw new UsageError(
          `"${code}" of ${older} may be ${now.candidates.join(' or ')} in ${version}; --code-version ${older} counts it as it was.`,
        );
      }
    }
    return knownName(code, ids, 'code');
  });
}
