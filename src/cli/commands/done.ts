import { quote } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { ratersOf } from '../../study/coded.ts';
import { sayRead } from '../../study/done.ts';
import { roundMeant, roundsOf } from '../../study/rounds.ts';
import { nearest } from '../../text/nearest.ts';
import { type CodingArgs, openForCommand } from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { nameOfFile } from '../name-of-file.ts';

export interface DoneArgs extends CodingArgs {
  document?: string | undefined;
  rater?: string | undefined;
  round?: string | undefined;
  through?: number | undefined;
}

/** `emic done`: says how far a rater has read a document. */
export async function run(io: Io, args: DoneArgs): Promise<ExitStatus> {
  const opened = await openForCommand(io, args);
  if (!opened) return 1;
  const { coded, workspace, name } = opened;
  if (args.rater !== undefined) nameOfFile('rater', args.rater);
  if (args.round !== undefined) nameOfFile('round', String(args.round));
  const { documents } = coded.corpus;
  const id = oneOf('document', args.document, [...documents.keys()]);
  const document = documents.get(id);
  if (!document) return 1;
  const rater = oneOf('rater', args.rater, ratersOf(coded));
  const { config } = coded.study;
  const meant = args.round ?? roundMeant(coded.corpus, config, { document: id, rater });
  const round = oneOf('round', meant, roundsOf(coded.corpus, config));
  const end = document.text.length;
  const through = args.through ?? end;
  if (!Number.isInteger(through) || through < 0 || through > end) {
    throw new UsageError(`--through takes a position from 0 to ${end}, the end of ${id}.`);
  }
  const path = await sayRead(workspace, name, { round, document, rater, through }, new Date().toISOString());
  if (args.json)
    io.out(
      JSON.stringify(
        {
          study: name,
          fictional: config.fictional,
          file: path,
          round,
          document: id,
          rater,
          through,
        },
        null,
        2,
      ),
    );
  else
    io.out(
      safe(
        `${path}: in round ${round}, ${rater} has read ${id} ${through === end ? 'to its end' : `to ${through} of ${end}`}`,
      ),
    );
  return 0;
}

function oneOf(what: string, value: string | undefined, known: readonly string[]): string {
  const there = known.length === 0 ? `There is no ${what} yet.` : `There are ${known.join(', ')}.`;
  if (value === undefined) throw new UsageError(safe(`Name a ${what} with --${what}. ${there}`));
  if (known.includes(value)) return value;
  const meant = nearest(value, known);
  throw new UsageError(
    safe(
      `There is no ${what} ${quote(value)}. ${meant === undefined ? there : `Did you mean ${quote(meant)}?`}`,
    ),
  );
}
