import type { UnitKind } from '../../coding/unit-codes.ts';
import { describeUnits } from '../../exhibit/agreement-words.ts';
import { hasErrors } from '../../problem/problem.ts';
import { reportToHtml } from '../../render/html.ts';
import { reportToMarkdown } from '../../render/markdown.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import { filesOf, layOut, logsOf, roundsWithBooks } from '../../study/agreement-round.ts';
import { spokenBy } from '../../study/coded.ts';
import { consensusRemarks, roundsWithConsensus } from '../../study/consensus-remarks.ts';
import { openCorpus } from '../../study/corpus.ts';
import { disagreementsOf, type RoundDisagreements } from '../../study/disagreements.ts';
import { openDeclared } from '../agree-open.ts';
import { listOf, speakersOf } from '../agree-options.ts';
import { select, tellLeftOut } from '../agree-round.ts';
import type { WorkspaceArgs } from '../choose-studies.ts';
import type { ExitStatus, Io } from '../io.ts';
import { tellNobodyCoded } from '../nobody-coded.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { disagreementsToTerminal } from '../tables/disagreement-text.ts';
import { disagreementsToReport } from '../tables/disagreement-tree.ts';

type List = string | string[] | undefined;

export interface DisagreeArgs extends WorkspaceArgs {
  unit?: UnitKind | undefined;
  code?: List;
  raters?: List;
  round?: List;
  document?: List;
  speakers?: List;
  format?: 'terminal' | 'markdown' | 'html' | undefined;
  json?: boolean | undefined;
}

/** `emic disagree`: the passages that raters read differently, side by side. */
export async function run(io: Io, args: DisagreeArgs): Promise<ExitStatus> {
  const opened = await openDeclared(io, args);
  if (!opened) return 1;
  const { workspace, name, study, declared } = opened;
  const { config } = study;
  const corpus = await openCorpus(workspace, name, study.roster);
  const wanted = select(corpus, config, {
    rounds: listOf(args.round),
    raters: listOf(args.raters),
    codes: listOf(args.code),
    documents: listOf(args.document),
    version: undefined,
    speakers: speakersOf(args.speakers, spokenBy(corpus)),
  });
  const touched = filesOf(corpus, wanted);
  const broken = hasErrors(touched);
  const unit = args.unit ?? config.protocol.unit ?? 'turn';
  if (corpus.logs.length === 0 && !broken) {
    const { fictional } = config;
    const problems = problemsOf([...declared, ...touched]);
    tellNobodyCoded(io, name, args, { fictional, unit, rounds: [], problems });
    return 0;
  }
  const layout = { unit, onlyCoded: false, rollUp: false, minShare: undefined };
  const asked = roundsWithBooks(corpus, wanted);
  const negotiated = roundsWithConsensus(corpus, asked, wanted.raters ?? []);
  const doubts = new Map<string, string[]>();
  for (const round of negotiated) doubts.set(round, await consensusRemarks(study, [round], corpus));
  const rounds = asked.map((round) => {
    const logs = logsOf(corpus, round, wanted);
    // Codes confused with the wanted ones are needed too, so that all are laid out.
    const all = layOut(corpus, logs, { ...wanted, codes: undefined }, layout, config.language);
    const some = wanted.codes && layOut(corpus, logs, wanted, layout, config.language);
    const found = disagreementsOf(corpus, round, all.units, logs, some?.units.table.codes);
    const remarks = [
      ...all.remarks,
      ...(some?.remarks ?? []).filter((one) => !all.remarks.includes(one)),
      ...(doubts.get(round) ?? []),
    ];
    const raters = [...all.units.raters];
    const described = describeUnits({
      ...layout,
      units: all.units,
      speakers: wanted.speakers,
      unused: [],
      remarks,
    });
    return {
      found,
      documents: all.units.documents,
      sentences: [
        `Raters: ${raters.join(', ') || 'none'}; ${described[0] ?? ''}`,
        ...described.slice(1),
        summary(found),
      ],
    };
  });

  if (args.json) {
    const results = rounds.map(({ found, documents, sentences }) => ({
      ...found,
      documents,
      remarks: sentences,
    }));
    const codes = results.map(({ codes, ...rest }) => ({
      ...rest,
      codes: codes.map(({ id, title, definition, include, exclude }) => ({
        id,
        title,
        definition,
        include,
        exclude,
      })),
    }));
    io.out(
      JSON.stringify(
        {
          study: name,
          fictional: config.fictional,
          unit,
          rounds: codes,
          problems: problemsOf([...declared, ...touched]),
        },
        null,
        2,
      ),
    );
    return broken ? 1 : 0;
  }
  printProblems(io, [...declared, ...touched]);
  if (broken) tellLeftOut(io, name, corpus, wanted);
  const title = `Where raters differ: ${config.title}${config.fictional && !/fictional/i.test(config.title) ? ' (fictional)' : ''}`;
  const format = args.format ?? 'terminal';
  if (format === 'terminal') {
    const { width } = io;
    const parts = rounds.map(({ found, sentences }) => [
      ...sentences.flatMap((sentence, index) =>
        wrap(safe(index === 0 ? `Round ${found.round}. ${sentence}` : sentence), width),
      ),
      ...(found.passages.length > 0 ? ['', disagreementsToTerminal(found, io)] : []),
    ]);
    io.out([wrap(safe(title), width).join('\n'), ...parts.map((lines) => lines.join('\n'))].join('\n\n'));
    return broken ? 1 : 0;
  }
  const report = disagreementsToReport(title, config.language, [], rounds);
  io.out(format === 'html' ? reportToHtml(report) : reportToMarkdown(report, { figurePath: (id) => id }));
  return broken ? 1 : 0;
}

function summary({ passages, raters, confusions }: RoundDisagreements): string {
  if (raters.length < 2) return 'Nothing to compare: differences need two raters.';
  if (passages.length === 0) return 'They differ nowhere.';
  const [first] = confusions;
  return `They differ in ${passages.length} ${passages.length === 1 ? 'place' : 'places'}${first ? `, most often ${first.b === null ? `on ${first.a} or no code` : `between ${first.a} and ${first.b}`}` : ''}.`;
}
