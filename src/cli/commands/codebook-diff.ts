import type { Codebook } from '../../codebook/codebook.ts';
import { type Difference, diffCodebooks } from '../../codebook/diff.ts';
import { hasErrors } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import { isFictional } from '../../study/fictional.ts';
import { openStudy } from '../../study/open-study.ts';
import type { WorkspaceArgs } from '../choose-studies.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { differenceToTerminal } from '../tables/codebook-diff.ts';
import {
  bookNamed,
  type ChosenCodebooks,
  chooseCodebooks,
  counted,
  nameOf,
  titleOf,
} from './codebook-choose.ts';

export interface CodebookDiffArgs extends WorkspaceArgs {
  from?: string | undefined;
  to?: string | undefined;
  json?: boolean | undefined;
}

/** One version and the one right after it. */
interface Step {
  before: Codebook;
  after: Codebook;
  differences: Difference[];
}

/** `emic codebook diff`: what changed from one version to another, step by step, with reasons and words. */
export async function run(io: Io, args: CodebookDiffArgs): Promise<ExitStatus> {
  const chosen = await chooseCodebooks(io, args);
  const { workspace, study, books } = chosen;
  const { steps, title } = stepsOf(chosen, args);
  const names = new Set(steps.flatMap(({ before, after }) => [nameOf(before), nameOf(after)]));
  const files = books.files
    .filter(({ file, book }) => names.has(book ? nameOf(book) : (file.stem ?? '')))
    .map(({ file }) => file);
  const status = hasErrors(files) ? 1 : 0;
  if (args.json) {
    const json = steps.map(({ before, after, differences }) => ({
      from: nameOf(before),
      to: nameOf(after),
      differences: differences.map(({ change, reason, texts }) => ({
        ...change,
        reason,
        declared: reason !== null,
        texts,
      })),
    }));
    const fictional = await isFictional(workspace, study);
    io.out(JSON.stringify({ study, fictional, steps: json, problems: problemsOf(files) }, null, 2));
    return status;
  }
  printProblems(io, files);
  const { study: opened } = await openStudy(workspace, study);
  const fictional = opened?.config.fictional ?? false;
  io.out(wrap(safe(titleOf({ name: title }, fictional)), io.width).join('\n'));
  for (const { before, after, differences } of steps) {
    const open = differences.filter(({ reason }) => reason === null).length;
    const declared =
      open === 0 ? '' : `, ${open === differences.length ? 'none declared' : `${open} undeclared`}`;
    const date = after.date === null ? '' : ` of ${after.date}`;
    const said =
      differences.length === 0 ? 'no differences' : `${counted(differences.length, 'change')}${declared}`;
    io.out(`\n${safe(`${nameOf(before)} → ${nameOf(after)}${date}: ${said}`)}`);
    for (const difference of differences) io.out(`\n${differenceToTerminal(difference, io).join('\n')}`);
    if (open > 0) {
      const how = 'Merging and splitting are not to be seen in the words: declare them under "changes:".';
      io.out(`\n${wrap(how, io.width).join('\n')}`);
    }
  }
  return status;
}

/** Between two versions, every version on the way: each tells its changes against the one before. */
function stepsOf({ books }: ChosenCodebooks, args: CodebookDiffArgs): { steps: Step[]; title: string } {
  const chain: Codebook[] = [...books.releases, ...(books.draft ? [books.draft] : [])];
  const to = args.to === undefined ? chain.at(-1) : bookNamed(books, args.to);
  if (!to) throw new UsageError('No version of the codebook could be read: "emic codebook check".');
  const end = chain.findIndex((one) => nameOf(one) === nameOf(to));
  const from = args.from === undefined ? chain[end - 1] : bookNamed(books, args.from);
  if (!from) {
    const told =
      args.to === undefined
        ? `There is only one version, ${nameOf(to)}`
        : `${nameOf(to)} is the first version`;
    throw new UsageError(`${told}: there is nothing to compare it with.`);
  }
  const start = chain.findIndex((one) => nameOf(one) === nameOf(from));
  if (start >= end) {
    const told = start === end ? 'is the same version as' : 'comes after';
    throw new UsageError(`${nameOf(from)} ${told} ${nameOf(to)}: --from takes the earlier one.`);
  }
  const steps = chain.slice(start + 1, end + 1).flatMap((after, index) => {
    const before = chain[start + index];
    return before ? [{ before, after, differences: diffCodebooks(before, after, after.changes) }] : [];
  });
  return { steps, title: to.name };
}
