import type { SpanMeasureName } from '../agreement/spans/measure-names.ts';
import type { SpanMeasureOptions } from '../agreement/spans/measures.ts';
import { roundLabel } from '../exhibit/agreement-tables.ts';
import { whyUnread } from '../exhibit/agreement-words.ts';
import { spanFigure } from '../exhibit/span-figure.ts';
import { describeSpans, notesOnPositions } from '../exhibit/span-words.ts';
import { settle } from '../study/agreement-protocol.ts';
import { consensusRemarks, roundsWithConsensus } from '../study/consensus-remarks.ts';
import type { StudyConfig } from '../study/schema.ts';
import { reportSpans, type SpanRoundReport } from '../study/span-round.ts';
import type { AgreeArgs } from './agree-args.ts';
import { heading } from './agree-call.ts';
import { tellLeftOut } from './agree-round.ts';
import { type Block, writeBlocks } from './agree-write.ts';
import { type ExitStatus, type Io, UsageError } from './io.ts';
import { isUncoded, leftOutOf, openRounds, tellSwitchedOff, tellUncoded } from './open-rounds.ts';
import { printProblems, problemsOf } from './problems.ts';
import { spanOptionsOf, withGammaProgress } from './span-options.ts';
import { spanTables } from './tables/agreement-spans.ts';

/** Agreement between the raters of a study on the spans that they coded. */
export async function agreeOnSpans(
  io: Io,
  args: AgreeArgs,
  measures: readonly SpanMeasureName[],
): Promise<ExitStatus> {
  if (args.unit !== undefined && args.unit !== 'spans') {
    throw new UsageError(
      `${measures.join(', ')} ${measures.length === 1 ? 'is' : 'are'} of spans as they were coded, not of units: --unit spans in place of --unit ${args.unit}.`,
    );
  }
  if (args.length !== undefined) {
    throw new UsageError('--length is about a file of spans; in a study transcripts say how long they are.');
  }
  const options = spanOptionsOf(args, measures);
  const opened = await openRounds(io, args);
  if (!opened) return 1;
  const { name, study, corpus, wanted, usable, touched, problems, broken } = opened;
  const { config } = study;
  if (!config.protocol.agreement) return tellSwitchedOff(io, args, name);
  if (isUncoded(opened)) return tellUncoded(io, opened, args);

  const settled = settle<SpanMeasureName>(config.protocol, { unit: 'spans', measures, others: beside(args) });
  const reports = await withGammaProgress(options, (all) =>
    reportRounds(usable, (round) =>
      reportSpans(corpus, config, round, wanted, args.rollUp ?? false, { ...all, measures }),
    ),
  );
  for (const { round, raters, remarks } of reports) {
    remarks.push(...(await consensusRemarks(study, roundsWithConsensus(corpus, [round], raters))));
  }
  if (args.json) {
    const { fictional, protocol } = config;
    const head = { study: name, fictional, protocol, exploratory: settled.departures };
    const rounds = reports.map(spanRoundJson);
    const rest = { leftOut: leftOutOf(touched), problems: problemsOf(problems) };
    io.out(JSON.stringify({ ...head, rounds, ...rest }, null, 2));
    return broken ? 1 : 0;
  }
  printProblems(io, problems);
  if (broken) tellLeftOut(io, name, corpus, wanted);
  const blocks = reports.map((report) =>
    blockOf(report, config, settled.departures.length > 0, args, options),
  );
  if (blocks.length > 0) {
    writeBlocks(io, args.format ?? 'terminal', [heading(config, settled, args), ...blocks]);
  }
  return broken ? 1 : 0;
}

/** What changes values and no protocol fixes. */
const beside = (args: AgreeArgs): string[] => [
  ...(args.rollUp ? ['--roll-up'] : []),
  ...(args.speakers === undefined ? [] : ['--speakers']),
  ...(args.codeVersion === undefined ? [] : ['--code-version']),
  ...(args.near === undefined ? [] : ['--near']),
  ...(args.minOverlap === undefined ? [] : ['--min-overlap']),
  ...(args.gammaWeights === undefined ? [] : ['--gamma-weights']),
];

async function reportRounds(
  rounds: readonly string[],
  report: (round: string) => Promise<SpanRoundReport>,
): Promise<SpanRoundReport[]> {
  const reports: SpanRoundReport[] = [];
  for (const round of rounds) reports.push(await report(round));
  return reports;
}

function blockOf(
  report: SpanRoundReport,
  config: StudyConfig,
  departs: boolean,
  args: AgreeArgs,
  options: SpanMeasureOptions,
): Block {
  const { raters, comparisons, round } = report;
  const sentences = describeSpans(report);
  if (comparisons.length === 0) {
    const who = raters.length === 0 ? 'is none' : 'is one';
    return {
      sentences: [...sentences, `Nothing to compare: agreement needs two raters, there ${who}.`],
      tables: [],
    };
  }
  const { id, label } = roundLabel(
    { ...report, unit: 'spans' },
    {
      id: `round-${round}`,
      threshold: null,
      marks: [
        ...(report.kind === 'training' ? ['training'] : []),
        ...(departs || report.departures.length > 0 ? ['exploratory'] : []),
        ...(config.fictional ? ['fictional'] : []),
      ],
    },
  );
  const results = comparisons.flatMap((one) => one.results);
  const [first] = comparisons;
  return {
    sentences: [...sentences, ...notesOnPositions(results)],
    tables: spanTables(results, { id, label }, args, options),
    figures: args.explain && first ? [spanFigure(`${id}-drawn`, first, label)] : [],
  };
}

/** A round as `emic agree --json` gives it. */
function spanRoundJson(report: SpanRoundReport): object {
  const { round, kind, units, speakers, raters, comparisons, departures, unused, remarks } = report;
  const { documents, version, versions, unread, excluded } = units;
  return {
    round,
    kind,
    exploratory: departures,
    unit: 'spans',
    speakers,
    raters,
    documents,
    codebook: { version, codedWith: versions },
    comparisons: comparisons.map(({ raters: compared, text, results }) => ({
      raters: compared,
      continua: text.stretches.map(({ document, length, spans }) => ({
        document,
        length,
        spans: spans.map((own) => own.length),
      })),
      left: text.left,
      results,
    })),
    excluded: {
      lacking: excluded.lacking,
      unusedCodes: unused,
      unreadCodings: unread.map((one) => ({ ...one, why: whyUnread(one.why) })),
    },
    remarks,
  };
}
