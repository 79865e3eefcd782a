import { join } from 'node:path';
import { areConfusable } from '../coding/rater-names.ts';
import { quote } from '../problem/problem.ts';
import { safe } from '../render/safe-text.ts';
import { consensusRater } from '../study/coded.ts';
import { type LogPlace, listLogs, listTranscripts } from '../study/corpus.ts';
import { openStudy, type Study } from '../study/open-study.ts';
import { roundMeant, roundsOf } from '../study/rounds.ts';
import type { SessionPlace } from '../study/session-place.ts';
import type { Workspace } from '../study/workspace.ts';
import { nearest } from '../text/nearest.ts';
import { chooseStudies } from './choose-studies.ts';
import { type Io, UsageError } from './io.ts';
import { nameOfFile } from './name-of-file.ts';
import { printProblems } from './problems.ts';

export interface PlaceArgs {
  document?: string | undefined;
  study?: string | undefined;
  workspace?: string | undefined;
  rater?: string | undefined;
  round?: string | number | undefined;
}

export interface ChosenPlace {
  workspace: Workspace;
  study: Study;
  place: SessionPlace;
  /** Everybody who has coded in this study, or is declared to. */
  raters: readonly string[];
}

/**
 * Whose codings of what, in which round, from what was typed. Undefined, and told, where study.yaml cannot be used.
 *
 * @throws a UsageError that lists what there is.
 */
export async function choosePlace(io: Io, args: PlaceArgs): Promise<ChosenPlace | undefined> {
  const { workspace, name, document } = await chooseDocument(io, args);
  const { study, files } = await openStudy(workspace, name);
  if (!study) {
    printProblems(io, files);
    return undefined;
  }
  const logs = await listLogs(join(workspace.root, 'corpus', name, 'codings'));
  const declared = study.config.coding.raters;
  const raters = [...new Set([...declared, ...logs.map(({ rater }) => rater)])].filter(
    (rater) => rater !== consensusRater,
  );
  const rater = chooseRater(args.rater, declared, raters);
  const round = chooseRound(args.round, study, logs, { document, rater });
  return { workspace, study, place: { study: name, document, rater, round }, raters };
}

/** The document that was named, in the one study that has it. */
async function chooseDocument(
  io: Io,
  args: PlaceArgs,
): Promise<{ workspace: Workspace; name: string; document: string }> {
  const { workspace, studies } = await chooseStudies(io, args);
  const all: { name: string; document: string }[] = [];
  for (const name of studies) {
    for (const path of await listTranscripts(join(workspace.root, 'corpus', name))) {
      all.push({ name, document: path.replace(/^.*[\\/]/, '').replace(/\.md$/, '') });
    }
  }
  const names = [...new Set(all.map(({ document }) => document))];
  const wanted = args.document?.normalize('NFC');
  const found = all.filter(({ document }) => document.normalize('NFC') === wanted);
  const [one, other] = found;
  if (one && !other) return { workspace, ...one };
  if (other) {
    const where = found.map(({ name }) => name).join(', ');
    throw new UsageError(
      safe(`Several studies have a document ${quote(wanted ?? '')}: name one with --study. ${where}.`),
    );
  }
  throw new UsageError(safe(unknown('document', wanted, names, 'emic import transcript makes one.')));
}

function chooseRater(
  wanted: string | undefined,
  declared: readonly string[],
  raters: readonly string[],
): string {
  if (wanted === undefined) {
    const [only, second] = raters;
    if (only !== undefined && second === undefined) return only;
    throw new UsageError(safe(unknown('rater', undefined, raters, 'Give your own name with --rater.')));
  }
  nameOfFile('rater', wanted);
  if (areConfusable(wanted, consensusRater)) {
    throw new UsageError(
      safe(
        `${quote(wanted)} cannot be a rater: "${consensusRater}" is kept for what raters agree on in the end.`,
      ),
    );
  }
  if (declared.length > 0 && !raters.includes(wanted)) {
    throw new UsageError(
      safe(`${unknown('rater', wanted, raters, '')} A new one is added in study.yaml under "coding".`),
    );
  }
  const other = raters.find((rater) => rater !== wanted && areConfusable(rater, wanted));
  if (other !== undefined) {
    throw new UsageError(
      safe(
        `${quote(other)} and ${quote(wanted)} are one name on some machines; only one of them can be a rater.`,
      ),
    );
  }
  return wanted;
}

function chooseRound(
  wanted: string | number | undefined,
  { config }: Study,
  logs: readonly LogPlace[],
  whose: { document: string; rater: string },
): string {
  const known = { logs: logs.map((log) => ({ log })) };
  const rounds = roundsOf(known, config);
  if (wanted !== undefined) {
    const round = nameOfFile('round', String(wanted).normalize('NFC'));
    if (rounds.includes(round)) return round;
    if (config.coding.rounds.length === 0) return round;
    throw new UsageError(safe(unknown('round', round, rounds, '')));
  }
  const meant = rounds.length === 0 ? '1' : roundMeant(known, config, whose);
  if (meant !== undefined) return meant;
  throw new UsageError(safe(unknown('round', undefined, rounds, '')));
}

function unknown(what: string, wanted: string | undefined, known: readonly string[], advice: string): string {
  const there = known.length === 0 ? `There is no ${what} yet.` : `There are ${known.join(', ')}.`;
  const option = what === 'document' ? ', behind "emic code"' : ` with --${what}`;
  if (wanted === undefined) return `Name a ${what}${option}. ${there} ${advice}`.trim();
  const meant = nearest(wanted, known);
  const hint = meant === undefined ? there : `Did you mean ${quote(meant)}?`;
  return `There is no ${what} ${quote(wanted)}. ${hint} ${advice}`.trim();
}
