import { quote } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import {
  appendSettled,
  type Decision,
  type Displaced,
  listDisplaced,
  listStanding,
  type Settled,
  settle,
} from '../../study/confirm.ts';
import { type LogConflict, listConflicts } from '../../study/conflicts.ts';
import type { StudyLog } from '../../study/corpus.ts';
import { nearest } from '../../text/nearest.ts';
import {
  type CodingArgs,
  knownNames,
  type OpenedForCommand,
  openForCommand,
  plural,
  splitList,
} from '../coding-output.ts';
import { chooseVariants, printConflicts } from '../confirm-conflicts.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';

export interface ConfirmArgs extends CodingArgs {
  id?: string[] | undefined;
  acceptMoved?: boolean | undefined;
  /** `ID=N`: which variant of a coding in conflict holds. */
  choose?: string[] | undefined;
  round?: string[] | undefined;
  raters?: string[] | undefined;
  document?: string[] | undefined;
}

/** `emic confirm`: lists codings whose passage is not where it was, and settles them. */
export async function run(io: Io, args: ConfirmArgs): Promise<ExitStatus> {
  const opened = await openForCommand(io, args);
  if (!opened) return 1;
  const { coded, name, problems } = opened;
  const { corpus } = coded;
  const rounds = knownNames(
    splitList(args.round),
    [...new Set(corpus.logs.map(({ log }) => log.round))],
    'round',
  );
  const raters = knownNames(
    splitList(args.raters),
    [...new Set(corpus.logs.map(({ log }) => log.rater))],
    'rater',
  );
  const documents = knownNames(splitList(args.document), [...corpus.documents.keys()], 'document');
  const isAsked = ({ log: { log } }: { log: StudyLog }): boolean =>
    (rounds?.includes(log.round) ?? true) &&
    (raters?.includes(log.rater) ?? true) &&
    (documents?.includes(log.document) ?? true);
  const displaced = listDisplaced(corpus).filter(isAsked);
  const conflicts = listConflicts(corpus).filter(isAsked);
  const variants = splitList(args.choose);
  if (variants) {
    await chooseVariants(io, opened.workspace, conflicts, variants);
    return 0;
  }
  const decisions = decisionsOf(args, displaced, (id) => listStanding(corpus, id).filter(isAsked));
  if (decisions.size === 0) {
    if (args.json)
      io.out(
        JSON.stringify(
          {
            study: name,
            fictional: coded.study.config.fictional,
            open: displaced.map(toJson),
            conflicts: conflicts.map(conflictJson),
            settled: [],
            problems,
          },
          null,
          2,
        ),
      );
    else {
      printConflicts(io, conflicts);
      printOpen(io, name, displaced);
    }
    const isOpen = conflicts.length > 0 || displaced.some(({ kind }) => kind !== 'moved');
    return isOpen ? 1 : opened.status;
  }
  return decide(io, args, opened, displaced, decisions);
}

async function decide(
  io: Io,
  args: ConfirmArgs,
  { coded, name, workspace, problems, status }: OpenedForCommand,
  displaced: readonly Displaced[],
  decisions: ReadonlyMap<Displaced, Decision>,
): Promise<ExitStatus> {
  const at = new Date().toISOString();
  const settled = [...decisions].flatMap(([one, decision]): Settled[] => {
    const document = coded.corpus.documents.get(one.log.log.document);
    if (!document) return [];
    if (coded.broken.includes(one.log.file)) {
      return [{ displaced: one, refused: 'its log has errors; mend them first, see emic check' }];
    }
    return [settle(one, decision, { corpus: coded.corpus, document }, at)];
  });
  const refused = settled.flatMap((one) => ('refused' in one ? [one] : []));
  const accepted = settled.flatMap((one) => ('revision' in one ? [one] : []));
  // All or nothing: half of what was typed done is harder to see through than none of it.
  if (refused.length === 0) await appendSettled(workspace, accepted, coded.corpus, at);
  const done = refused.length === 0 ? accepted : [];
  const settledOnes = new Set(done.map((one) => one.displaced));
  const open = displaced.filter((one) => !settledOnes.has(one));
  if (args.json) {
    io.out(
      JSON.stringify(
        {
          study: name,
          fictional: coded.study.config.fictional,
          open: open.map(toJson),
          settled: done.map(({ displaced: { log }, revision, doubts }) => ({
            file: log.file.path,
            revision,
            warnings: doubts,
          })),
          refused: refused.map((one) => ({ id: one.displaced.coding.id, reason: one.refused })),
          problems,
        },
        null,
        2,
      ),
    );
  } else {
    for (const one of refused) io.err(safe(`${one.displaced.coding.id}: ${one.refused}.`));
    if (refused.length > 0) io.err('Nothing was written.');
    for (const { displaced: one, revision, doubts } of done) {
      const what =
        'removed' in revision
          ? 'taken back'
          : 'start' in revision
            ? `now at ${revision.start}-${revision.end}, ${quote(revision.quote)}`
            : 'settled';
      io.out(safe(`${one.log.file.path}: ${one.coding.id}, ${one.coding.code}: ${what}`));
      for (const doubt of doubts) io.err(safe(`warning: ${one.coding.id}: ${doubt}.`));
    }
    if (done.some(({ doubts }) => doubts.length > 0)) {
      io.err('If that is not what was meant, give the place again with --id ID=START-END.');
    }
    if (done.length > 0) io.out(`${name}: ${plural(open.length, 'coding')} left to settle`);
  }
  return refused.length > 0 ? 1 : status;
}

function decisionsOf(
  args: ConfirmArgs,
  displaced: readonly Displaced[],
  standing: (id: string) => Displaced[],
): Map<Displaced, Decision> {
  const decisions = new Map<Displaced, Decision>();
  for (const one of args.acceptMoved ? displaced : []) if (one.kind === 'moved') decisions.set(one, 'accept');
  for (const word of splitList(args.id) ?? []) {
    const split = word.lastIndexOf('=');
    const [id, said] = [word.slice(0, split), word.slice(split + 1)];
    const span = /^(\d+)-(\d+)$/.exec(said);
    if (split < 1 || !(span || said === 'accept' || said === 'reject')) {
      throw new UsageError(`--id takes ID=accept, ID=reject or ID=START-END, not ${quote(word)}.`);
    }
    const open = displaced.filter(({ coding }) => coding.id === id);
    const found = open.length === 0 && span ? standing(id) : open;
    const [first, second] = found;
    if (!first) {
      const ids = displaced.map(({ coding }) => coding.id);
      const meant = nearest(id, ids);
      throw new UsageError(
        safe(
          `No coding ${quote(id)} moved, is unconfirmed or lost.${meant === undefined ? '' : ` Did you mean ${quote(meant)}?`}`,
        ),
      );
    }
    if (second) {
      const files = found.map(({ log }) => log.file.path).join(', ');
      throw new UsageError(
        safe(`${quote(id)} is in several logs: ${files}. Choose with --round, --raters and --document.`),
      );
    }
    decisions.set(
      first,
      span ? { start: Number(span[1]), end: Number(span[2]) } : said === 'accept' ? 'accept' : 'reject',
    );
  }
  return decisions;
}

const conflictJson = ({ log, conflict }: LogConflict) => ({
  file: log.file.path,
  ...{ round: log.log.round, document: log.log.document, rater: log.log.rater },
  ...conflict,
});

const toJson = ({ kind, coding, log, place }: Displaced) => ({
  kind,
  file: log.file.path,
  ...{ round: log.log.round, document: log.log.document, rater: log.log.rater },
  coding,
  place,
});

const headings = {
  unconfirmed: 'Not confirmed: something like it stands here. These do not count until accepted.',
  lost: 'Lost: nothing like it stands in the text. These do not count.',
  moved: 'Moved: the same words stand elsewhere. These count.',
};

function printOpen(io: Io, name: string, displaced: readonly Displaced[]): void {
  if (displaced.length === 0) {
    io.out(`${name}: every coding stands where its log says.`);
    return;
  }
  const lines: string[] = [];
  const indented = (text: string): string[] =>
    wrap(safe(text), Math.max(20, io.width - 4)).map((line) => `    ${line}`);
  for (const kind of ['unconfirmed', 'lost', 'moved'] as const) {
    const some = displaced.filter((one) => one.kind === kind);
    if (some.length === 0) continue;
    lines.push(...wrap(headings[kind], io.width), '');
    for (const { coding, log, place } of some) {
      const { round, document, rater } = log.log;
      lines.push(
        ...wrap(
          safe(`${coding.id}  ${coding.code}, ${rater}, ${document}, round ${round}`),
          io.width - 2,
        ).map((line) => `  ${line}`),
        ...indented(`was ${coding.start}-${coding.end}: ${quoted(coding.quote)}`),
        ...(place === null
          ? []
          : indented(`now ${place.start}-${place.end}${kind === 'moved' ? '' : `: ${quoted(place.words)}`}`)),
      );
    }
    lines.push('');
  }
  lines.push('Settle them with emic confirm --id ID=accept, ID=reject or ID=START-END.');
  io.out(lines.join('\n'));
}

const quoted = (words: string): string => `“${words}”`;
