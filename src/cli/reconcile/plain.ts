import { fileReason } from '../../file/file-error.ts';
import { actOfLine } from '../../reconciliation/keys.ts';
import { sayLine } from '../../reconciliation/reason-line.ts';
import {
  act,
  type Decide,
  decided,
  openCount,
  type Session,
  shownNow,
} from '../../reconciliation/session.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import type { Written } from '../../study/reconcile.ts';
import { lineText } from '../screen/styled-line.ts';
import { wrapLine } from '../screen/wrap-line.ts';
import { choicesOf, verbLines } from './choices.ts';
import { describe, headingOf, type ShownDifference } from './describe.ts';
import { unwrittenInWords } from './unwritten.ts';

/** What the line-oriented way needs of the outside. */
export interface PlainIo {
  out(text: string): void;
  width: number;
  /** Lines as they are typed or come through a pipe. */
  lines: AsyncIterable<string>;
}

export interface Deciding {
  show: (session: Session) => ShownDifference | undefined;
  unclear: () => readonly string[];
  /** Writes what was decided; the decision is on the disk when this has ended. */
  write: (decide: Decide) => Promise<Written>;
}

/** Decides by lines: prints a difference, reads a word and a reason; ends with the input or with `quit`. */
export async function runPlain(
  io: PlainIo,
  first: Session,
  { show, unclear, write }: Deciding,
): Promise<Session> {
  let session = first;
  let shown: number | null | undefined;
  const tell = (text: string): void => io.out(wrap(safe(text), io.width).join('\n'));
  const present = (): void => {
    if (session.message !== null) tell(session.message);
    if (session.page === 'help') io.out(verbLines().join('\n'));
    if (session.page === 'unclear')
      io.out(unclear().map(safe).join('\n') || 'no definition was found unclear so far');
    if (session.page !== 'difference') session = { ...session, page: 'difference' };
    const at = session.at;
    const now = show(session);
    if (shown !== at && now) io.out(textOf(session, now, io.width));
    shown = at;
    if (session.asking) {
      tell(
        session.asking.confirm
          ? 'No reason? An empty line again confirms that.'
          : 'Why? (an empty line takes another to confirm; "back" takes the choice back, "quit" leaves it undecided)',
      );
    } else if (now) io.out(choicesText(now, io.width));
    else tell(endText(session, { skip: '"skip"', back: '"back"', quit: '"quit"' }));
  };
  present();
  for await (const line of io.lines) {
    const before = session;
    if (session.asking) {
      const { session: after, decide } = sayLine({ ...session, message: null }, line);
      session = after;
      if (decide) {
        const { decisions, behind } = await write(decide).catch((error: unknown) => {
          if (fileReason(error) !== undefined) tell(unwrittenInWords(decide, show(before)));
          throw error;
        });
        for (const one of decisions) tell(`Written: ${one.code} ${one.outcome}.`);
        session = decided(session, decide, decisions, behind);
      }
    } else {
      const raters = shownNow(session)?.difference.views.map(({ rater }) => rater) ?? [];
      const what = actOfLine(line, raters);
      if (what) session = act(session, what).session;
      else if (line.trim() !== '') tell(`"${line.trim()}" is no word here; "help" lists them.`);
      else continue;
    }
    if (session.isOver) break;
    // At the end, what was left for later may be taken up again.
    if (session.at === null && before.at === null) shown = undefined;
    present();
  }
  if (session.asking) tell('The input ended before a reason was given: nothing was decided on this one.');
  return session;
}

/** What the end says, with the words or keys that do something there. */
export function endText(
  session: Session,
  { skip, back, quit }: Record<'skip' | 'back' | 'quit', string>,
): string {
  const left = openCount(session);
  return left === 0
    ? `Every difference is decided. ${back} goes to the last, ${quit} ends.`
    : `${left} left for later: ${skip} goes through them, ${back} to the last, ${quit} ends.`;
}

function textOf(session: Session, now: ShownDifference, width: number): string {
  const number = (session.at ?? 0) + 1;
  const heading = `${number} of ${session.differences.length}: ${headingOf(now)}`;
  const lines = describe(now).flatMap(({ line, indent }) => wrapLine(line, width, indent).map(lineText));
  return ['', ...wrap(heading, width), '', ...lines].join('\n').replace(/\n+$/, '');
}

function choicesText({ together }: ShownDifference, width: number): string {
  const lines = choicesOf(together).flatMap(({ key, verb, does }) =>
    wrap(`${key.padEnd(2)} ${safe(verb)}: ${does}`, width),
  );
  return ['', ...lines, 'What holds? (a word or its key; "help" lists the others)'].join('\n');
}
