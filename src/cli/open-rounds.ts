import type { VFile } from 'vfile';
import { hasErrors } from '../problem/problem.ts';
import { filesOf, roundsWithBooks, type Selection } from '../study/agreement-round.ts';
import { spokenBy } from '../study/coded.ts';
import { type CountingCorpus, isUsable, openForCounting } from '../study/corpus.ts';
import type { Study } from '../study/open-study.ts';
import type { AgreeArgs } from './agree-args.ts';
import { openDeclared } from './agree-open.ts';
import { listOf, speakersOf } from './agree-options.ts';
import { select } from './agree-round.ts';
import type { ExitStatus, Io } from './io.ts';
import { tellNobodyCoded } from './nobody-coded.ts';
import { problemsOf } from './problems.ts';

/** A study whose raters are compared, what was chosen of it, and the files that the numbers rest on. */
export interface OpenedRounds {
  name: string;
  study: Study;
  corpus: CountingCorpus;
  wanted: Selection;
  /** study.yaml. */
  declared: VFile[];
  /** The chosen rounds whose codebooks can be relied on. */
  usable: string[];
  /** Transcripts, logs and codebooks. */
  touched: VFile[];
  problems: VFile[];
  /** Whether something of `touched` has errors. */
  broken: boolean;
}

/** Undefined, and told, where study.yaml has errors. */
export async function openRounds(io: Io, args: AgreeArgs): Promise<OpenedRounds | undefined> {
  const opened = await openDeclared(io, args);
  if (!opened) return undefined;
  const { workspace, name, study, declared } = opened;
  const corpus = await openForCounting(workspace, name, study.roster);
  const wanted = select(corpus, study.config, {
    rounds: listOf(args.round),
    raters: listOf(args.raters),
    codes: listOf(args.code),
    documents: listOf(args.document),
    version: args.codeVersion,
    speakers: speakersOf(args.speakers, spokenBy(corpus)),
  });
  const touched = filesOf(corpus, wanted);
  return {
    ...{ name, study, corpus, wanted, declared, touched },
    usable: roundsWithBooks(corpus, wanted),
    problems: [...declared, ...touched],
    broken: hasErrors(touched),
  };
}

export const isUncoded = ({ corpus, broken }: OpenedRounds): boolean => corpus.logs.length === 0 && !broken;

export function tellUncoded(io: Io, { name, study, problems }: OpenedRounds, args: AgreeArgs): ExitStatus {
  const { fictional, protocol } = study.config;
  const nothing = { fictional, protocol, exploratory: [], rounds: [], leftOut: [] };
  tellNobodyCoded(io, name, args, { ...nothing, problems: problemsOf(problems) });
  return 0;
}

export function tellSwitchedOff(io: Io, args: AgreeArgs, study: string): ExitStatus {
  const message =
    'The protocol in study.yaml switches agreement off (agreement: false): this analysis does not ask for it. "emic disagree" still shows where readings differ.';
  if (args.json) io.out(JSON.stringify({ study, agreement: false, message, rounds: [] }, null, 2));
  else io.out(`${study}: ${message}`);
  return 0;
}

/** Files that no number rests on, because of their errors. */
export const leftOutOf = (touched: readonly VFile[]): string[] =>
  touched.filter((file) => hasErrors([file]) && !isUsable(file)).map(({ path }) => path);
