import type { VFile } from 'vfile';
import { codesTable, pooledTable, roundLabel } from '../exhibit/agreement-tables.ts';
import { describeUnits, isNegotiated } from '../exhibit/agreement-words.ts';
import { hasErrors } from '../problem/problem.ts';
import { type Change, compareRounds, type TwoRounds } from '../study/agreement-over-time.ts';
import type { Settled } from '../study/agreement-protocol.ts';
import { filesOf, type Selection } from '../study/agreement-round.ts';
import { consensusRemarks, roundsWithConsensus } from '../study/consensus-remarks.ts';
import type { CountingCorpus } from '../study/corpus.ts';
import type { Study } from '../study/open-study.ts';
import type { AgreeArgs } from './agree-args.ts';
import { heading, layoutOf, optionsOf } from './agree-call.ts';
import { comparisonJson, differencesJson } from './agree-json.ts';
import { chooseNames } from './agree-options.ts';
import { ratersOfBoth } from './agree-over-time.ts';
import { tellLeftOut } from './agree-round.ts';
import { type Block, writeBlocks } from './agree-write.ts';
import { type ExitStatus, type Io, UsageError } from './io.ts';
import { printProblems, problemsOf } from './problems.ts';
import { type Difference, differencesTable } from './tables/agreement-differences.ts';

interface Opened {
  name: string;
  study: Study;
  corpus: CountingCorpus;
  wanted: Selection;
  settled: Settled;
  declared: readonly VFile[];
}

/** `emic agree --round 1 --later 2`: each rater with themself over time, and what became of agreement between raters. */
export async function agreeOnRounds(
  io: Io,
  { name, study, corpus, wanted, settled, declared }: Opened,
  args: AgreeArgs,
): Promise<ExitStatus> {
  const { config } = study;
  if (args.metric !== undefined && args.metric !== 'nominal') {
    throw new UsageError(`--metric ${args.metric} is told of one round; leave out --later, or --metric.`);
  }
  const rounds = roundsOf(corpus, wanted, args);
  const both = { ...wanted, rounds };
  const touched = filesOf(corpus, both);
  const problems = [...declared, ...touched];
  const broken = hasErrors(touched);
  const found = compareRounds(
    corpus,
    config,
    rounds,
    both,
    layoutOf(args, settled.unit),
    optionsOf(args, settled),
  );
  found.remarks.push(
    ...(await remarksOnConsensus(study, roundsWithConsensus(corpus, rounds, wanted.raters ?? []))),
  );
  const changes = found.changes.map((change) => differenceOf(change, rounds));
  if (args.json) {
    const head = { study: name, fictional: config.fictional, protocol: config.protocol, rounds };
    const same = found.same.map(({ rater, comparison }) => ({
      rater,
      ...comparisonJson(comparison),
    }));
    const rest = { documents: found.units.documents, remarks: found.remarks, problems: problemsOf(problems) };
    io.out(JSON.stringify({ ...head, intraRater: same, change: differencesJson(changes), ...rest }, null, 2));
    return broken ? 1 : 0;
  }
  printProblems(io, problems);
  if (broken) tellLeftOut(io, name, corpus, both);
  writeBlocks(io, args.format ?? 'terminal', [
    heading(config, settled, args),
    blockOf(found, changes, settled),
  ]);
  return broken ? 1 : 0;
}

/** What goes for every number that the consensus has a part in. */
const remarksOnConsensus = async (study: Study, rounds: readonly string[]): Promise<string[]> => [
  ...(rounds.length > 0 ? [isNegotiated] : []),
  ...(await consensusRemarks(study, rounds)),
];

function roundsOf(corpus: CountingCorpus, wanted: Selection, { round, later }: AgreeArgs): [string, string] {
  const known = [...new Set(corpus.logs.map(({ log }) => log.round))];
  const [second = ''] = chooseNames('round', [later ?? ''], known);
  const before = round === undefined ? wanted.rounds.slice(0, wanted.rounds.indexOf(second)) : wanted.rounds;
  const first = before.at(-1);
  if (first === undefined || (round !== undefined && wanted.rounds.length !== 1)) {
    throw new UsageError(
      `Name the earlier round too: emic agree --round 1 --later ${second}. There are rounds ${known.join(', ')}.`,
    );
  }
  if (first === second) throw new UsageError(`--round and --later are both ${second}; name two rounds.`);
  return [first, second];
}

function differenceOf(
  { measure, code, first, second, test }: Change,
  rounds: readonly [string, string],
): Difference {
  return {
    measure: code === undefined ? `pooled ${measure}` : measure,
    ...(code !== undefined && { code }),
    raters: ratersOfBoth({ first, second }),
    ...{ first: `round ${rounds[0]}`, second: `round ${rounds[1]}`, test },
  };
}

function blockOf(found: TwoRounds, changes: readonly Difference[], settled: Settled): Block {
  const { rounds, same, units } = found;
  const [compared, ...left] = describeUnits(found);
  const label = roundLabel(
    { round: `${rounds[0]} and ${rounds[1]}`, unit: found.unit, units },
    { id: 'over-time', threshold: settled.threshold, marks: [] },
  );
  const some = found.units.table.codes.length > 0;
  return {
    sentences: [
      `Round ${rounds[0]}, then round ${rounds[1]}, on the documents coded in both: ${compared}`,
      ...left,
      ...(same.length === 0
        ? ['Nobody coded in both rounds, so that nobody can be compared with themself.']
        : []),
      ...(changes.length === 0 ? ['Change of agreement needs two raters in each round.'] : []),
    ],
    tables: some
      ? [
          ...same.map(({ comparison }) => codesTable(comparison, [], label)),
          ...(same.length > 0
            ? [
                pooledTable(
                  same.map(({ comparison }) => comparison),
                  label,
                ),
              ]
            : []),
          ...(changes.length > 0
            ? [
                differencesTable(
                  'agreement-change',
                  `Agreement between raters in round ${rounds[0]} and round ${rounds[1]}`,
                  changes,
                ),
              ]
            : []),
        ]
      : [],
  };
}
