import type { Comparison } from '../agreement/comparison.ts';
import { codesTable, pooledTable, roundLabel, unitsTable } from '../exhibit/agreement-tables.ts';
import { describeRound, nameDocuments, sentence } from '../exhibit/agreement-words.ts';
import type { Table } from '../exhibit/table.ts';
import type { Settled } from '../study/agreement-protocol.ts';
import { type RoundReport, reportRound } from '../study/agreement-round.ts';
import { unitKinds } from '../study/agreement-units.ts';
import { consensusRemarks, roundsWithConsensus } from '../study/consensus-remarks.ts';
import type { StudyConfig } from '../study/schema.ts';
import type { AgreeArgs } from './agree-args.ts';
import { departuresOf, heading, layoutOf, optionsOf, settleCall } from './agree-call.ts';
import { costsOf, ratersOf } from './agree-details.ts';
import { roundJson } from './agree-json.ts';
import { tellLeftOut } from './agree-round.ts';
import { agreeOnRounds } from './agree-rounds.ts';
import { type Block, writeBlocks } from './agree-write.ts';
import type { ExitStatus, Io } from './io.ts';
import { isUncoded, leftOutOf, openRounds, tellSwitchedOff, tellUncoded } from './open-rounds.ts';
import { printProblems, problemsOf } from './problems.ts';
import { bandsTables } from './tables/agreement-bands.ts';
import { costTable } from './tables/agreement-cost.ts';
import { explainedOverCodes, explainedTable } from './tables/agreement-explained.ts';
import { fileTable } from './tables/agreement-file.ts';
import { ratersTable } from './tables/agreement-raters.ts';

/** Agreement between the raters of a study, on units. */
export async function agreeOnStudy(io: Io, args: AgreeArgs): Promise<ExitStatus> {
  const opened = await openRounds(io, args);
  if (!opened) return 1;
  const { name, study, corpus, wanted, declared, usable, touched, problems, broken } = opened;
  const { config } = study;
  if (!config.protocol.agreement) return tellSwitchedOff(io, args, name);
  const settled = settleCall(config, args);
  if (args.later !== undefined)
    return agreeOnRounds(io, { name, study, corpus, wanted, settled, declared }, args);
  if (isUncoded(opened)) return tellUncoded(io, opened, args);

  const lowered = args.compareUnits ? unitKinds : [settled.unit];
  const reports = usable.flatMap((round) =>
    lowered.map((unit) =>
      reportRound(corpus, config, round, wanted, layoutOf(args, unit), optionsOf(args, settled)),
    ),
  );
  for (const { round, raters, remarks } of reports) {
    remarks.push(...(await consensusRemarks(study, roundsWithConsensus(corpus, [round], raters))));
  }
  const leftOut = leftOutOf(touched);
  if (args.json) {
    const head = {
      study: name,
      fictional: config.fictional,
      protocol: config.protocol,
      exploratory: departuresOf(settled, args),
    };
    const rounds = reports.map((report) => ({
      ...roundJson(report, args.bands),
      ...(args.perRater && { perRater: ratersOf(report.comparisons, 'all') }),
      ...(args.perUnit && { perUnit: costsOf(report.comparisons).flat() }),
    }));
    io.out(JSON.stringify({ ...head, rounds, leftOut, problems: problemsOf(problems) }, null, 2));
    return broken ? 1 : 0;
  }
  printProblems(io, problems);
  if (broken) tellLeftOut(io, name, corpus, wanted);
  const blocks = args.compareUnits
    ? usable.map((round) =>
        unitsBlock(
          reports.filter((report) => report.round === round),
          config,
        ),
      )
    : reports.map((report) => roundBlock(report, config, settled, args));
  const format = args.format ?? 'terminal';
  if (blocks.length > 0) writeBlocks(io, format, [heading(config, settled, args), ...blocks]);
  return broken ? 1 : 0;
}

function roundBlock(report: RoundReport, config: StudyConfig, settled: Settled, args: AgreeArgs): Block {
  const { comparisons, raters, round } = report;
  const exploratory = settled.departures.length > 0 || report.departures.length > 0;
  const label = roundLabel(report, {
    id: `round-${round}`,
    threshold: settled.threshold,
    marks: [
      ...(report.kind === 'training' ? ['training'] : []),
      ...(exploratory ? ['exploratory'] : []),
      ...(config.fictional ? ['fictional'] : []),
    ],
  });
  const sentences = describeRound(report);
  if (comparisons.length === 0 || report.units.table.codes.length === 0) {
    const why =
      raters.length < 2
        ? `agreement needs two raters, there ${raters.length === 0 ? 'is none' : 'is one'}`
        : 'there is no code that they could both have given and one of them did';
    return { sentences: [...sentences, `Nothing to compare: ${why}.`], tables: [] };
  }
  const show = args.show ?? (args.format === 'csv' ? 'codes' : 'all');
  const pairs = comparisons.filter(({ all }) => !all);
  const shown = comparisons.filter(
    (one) =>
      one.all ||
      args.perCode ||
      raters.length === 2 ||
      !comparisons.some(
        ({ all, measure }) => all && (measure === one.measure || settled.measures === 'kappas'),
      ),
  );
  const tables = [
    ...(show === 'pooled'
      ? []
      : shown.map((one) => codesTable(one, one.all ? kindred(one, pairs) : [], label))),
    ...(show === 'codes' ? [] : [pooledTable(comparisons, label)]),
    ...bandsTables(
      shown.flatMap(({ codes, pooled }) => [
        ...(show === 'pooled' ? [] : codes),
        ...(show === 'codes' || !pooled ? [] : [pooled]),
      ]),
      args,
      `${label.id}-bands`,
    ),
    ...(report.sets.length > 0
      ? [
          fileTable(
            `${label.id}-sets`,
            `All codes of a unit together, as sets. ${label.label}`,
            report.sets.map(({ result }) => result),
          ),
        ]
      : []),
    ...(args.perRater ? [ratersTable(`${label.id}-raters`, ratersOf(comparisons, show))] : []),
    ...(args.perUnit ? [costTable(`${label.id}-units`, costsOf(shown))] : []),
    ...(args.explain
      ? comparisons
          .filter((one) => shown.includes(one) || !one.all)
          .flatMap((one) => explained(one, label.id))
      : []),
    ...(args.explain ? report.sets : []).map(({ result, counts }) =>
      explainedTable(result, counts, `${label.id}-sets-${result.raters.join('-')}`),
    ),
  ];
  return { sentences, tables };
}

/** The pairs to set beside a comparison of all raters: by the same measure, or any of the two kappas. */
function kindred(one: Comparison, pairs: readonly Comparison[]): Comparison[] {
  const same = pairs.filter(({ measure }) => measure === one.measure);
  return same.length > 0
    ? same
    : pairs.filter(({ measure }) => one.measure === 'fleiss-kappa' && measure === 'cohen-kappa');
}

function explained({ codes, pooled, counts, raters, measure }: Comparison, id: string): Table[] {
  const own = `${id}-${raters.join('-')}-${measure}`;
  const each = codes.flatMap((result) => {
    const found = counts.get(result.code);
    return found ? [explainedTable(result, found, `${own}-${result.code}`)] : [];
  });
  return pooled ? [...each, explainedOverCodes(pooled, codes, `${own}-pooled`)] : each;
}

function unitsBlock(reports: readonly RoundReport[], config: StudyConfig): Block {
  const [first] = reports;
  if (!first) return { sentences: [], tables: [] };
  const rows = reports.map(({ unit, comparisons }) => ({ unit, comparisons }));
  const version = first.units.version === null ? '' : `, codebook ${first.units.version}`;
  const label = `Round ${first.round}${version}${config.fictional ? ' (fictional)' : ''}`;
  return {
    sentences: [
      sentence(`Round ${first.round}: ${first.raters.join(', ')}; ${nameDocuments(first.units.documents)}`),
    ],
    tables: [unitsTable(rows, { label, id: `round-${first.round}` })],
  };
}
