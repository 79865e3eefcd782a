import { editLine, emptyLine, lineOf } from '../text/line-editor.ts';
import { annotate, atRecord, decide, redo, undo } from './decide.ts';
import { type Act, actOf, reasonKeys } from './keys.ts';
import { findRecords } from './search.ts';
import { type Mode, nextWith, type Outcome, type Session } from './session.ts';

/** A key's name or the character it types; pasted text apart, so that it never acts. */
export type Key = string | { paste: string };

/** Rows by which a page key moves a long text. */
const PAGE = 10;

/** In UTF-16 units; a cell of a table holds no more than this in any program. */
const LONGEST = 10_000;

/** What a key does. */
export function step(before: Session, key: Key): Outcome {
  const session = { ...before, notice: null };
  const { mode } = session;
  switch (mode.kind) {
    case 'write':
      return written(session, mode, key);
    case 'reason':
      return typeof key === 'string' ? chosen(session, mode.at, key) : stay(session);
    case 'help': {
      const by = { ' ': PAGE, pagedown: PAGE, down: 1, pageup: -PAGE, b: -PAGE, up: -1 }[String(key)];
      const top = Math.max(0, mode.top + (by ?? 0));
      return stay(session, { mode: by === undefined ? { kind: 'read' } : { kind: 'help', top } });
    }
    case 'read': {
      const act = typeof key === 'string' ? actOf(key) : undefined;
      return act ? carryOut(session, act) : stay(session);
    }
  }
}

const stay = (session: Session, change: Partial<Session> = {}): Outcome => ({
  session: { ...session, ...change },
  changes: [],
});

const say = (session: Session, text: string): Outcome => stay(session, { notice: { text, refused: true } });

function carryOut(session: Session, act: Act): Outcome {
  const { at, scroll, records, stage } = session;
  const said = session.said.get(records[at]?.id ?? '');
  const write = (what: 'reason' | 'note' | 'search', text: string) =>
    stay(session, { mode: { kind: 'write', what, line: lineOf(text) } });
  const go = (to: number | undefined, without: string) =>
    to === undefined ? say(session, without) : stay(session, atRecord(to));
  switch (act) {
    case 'include':
    case 'unsure':
      return decide(session, act);
    case 'exclude':
      if (stage.reasons.length === 0) return write('reason', said?.reason ?? '');
      return stay(session, {
        mode: { kind: 'reason', at: Math.max(0, stage.reasons.indexOf(said?.reason ?? '')) },
      });
    case 'note':
      return write('note', said?.note ?? '');
    case 'undo':
      return undo(session);
    case 'redo':
      return redo(session);
    case 'next':
      return go(at + 1 < records.length ? at + 1 : undefined, 'This is the last record.');
    case 'previous':
      return go(at > 0 ? at - 1 : undefined, 'This is the first record.');
    case 'next undecided':
      return go(nextWith(session, null, 1), 'All records are decided on.');
    case 'previous undecided':
      return go(nextWith(session, null, -1), 'All records are decided on.');
    case 'next unsure':
      return go(nextWith(session, 'unsure', 1), 'There is no record of which you are unsure.');
    case 'first':
      return go(0, '');
    case 'last':
      return go(records.length - 1, '');
    case 'line down':
      return stay(session, { scroll: scroll + 1 });
    case 'line up':
      return stay(session, { scroll: Math.max(0, scroll - 1) });
    case 'page down':
      return stay(session, { scroll: scroll + PAGE });
    case 'page up':
      return stay(session, { scroll: Math.max(0, scroll - PAGE) });
    case 'find':
      return stay(session, { mode: { kind: 'write', what: 'search', line: emptyLine } });
    case 'next found':
      return found(session, (places) => places.find((place) => place > at) ?? places[0]);
    case 'previous found':
      return found(session, (places) => places.findLast((place) => place < at) ?? places.at(-1));
    case 'stop finding':
      return stay(session, { search: null });
    case 'help':
      return stay(session, { mode: { kind: 'help', top: 0 } });
    case 'leave':
      return stay(session, { over: true });
  }
}

function found(session: Session, choose: (places: readonly number[]) => number | undefined): Outcome {
  const { search } = session;
  if (!search) return say(session, '/ finds words in titles and abstracts.');
  const to = choose(search.found);
  return to === undefined
    ? say(session, `No record has “${search.words}” in its title or abstract.`)
    : stay(session, atRecord(to));
}

/** While one of the stage's reasons is chosen: nothing is decided until then. */
function chosen(session: Session, at: number, key: string): Outcome {
  const { reasons } = session.stage;
  const move = (to: number) =>
    stay(session, { mode: { kind: 'reason', at: Math.min(reasons.length - 1, Math.max(0, to)) } });
  switch (key) {
    case 'escape':
    case 'ctrl-c':
      return stay(session, { mode: { kind: 'read' } });
    case 'up':
      return move(at - 1);
    case 'down':
      return move(at + 1);
    case 'pageup':
      return move(at - PAGE);
    case 'pagedown':
      return move(at + PAGE);
  }
  const reason = reasons[key === 'enter' ? at : reasonKeys.indexOf(key)];
  return reason === undefined
    ? say(session, 'No reason has this sign. Escape does not exclude.')
    : decide(session, 'exclude', reason);
}

/** While a line is written. */
function written(session: Session, mode: Mode & { kind: 'write' }, key: Key): Outcome {
  const { what, line } = mode;
  const text = line.text.trim();
  if (key === 'escape' || key === 'ctrl-c') {
    const kept = session.said.get(session.records[session.at]?.id ?? '');
    const isNew = text !== '' && text !== (what === 'search' ? '' : (kept?.[what] ?? ''));
    const notice = isNew ? { text: `Not kept: “${text}”` } : null;
    return stay(session, { mode: { kind: 'read' }, notice });
  }
  if (key === 'enter' || key === 'ctrl-j') {
    if (what === 'note') return annotate(session, text);
    if (what === 'reason') return decide(session, 'exclude', text === '' ? null : text.normalize('NFC'));
    return searched(session, text);
  }
  const edited = editLine(line, key) ?? line;
  if (edited.text.length > LONGEST && edited.text.length > line.text.length) {
    return say(session, `That is too long: ${LONGEST} characters at most are taken here.`);
  }
  return stay(session, { mode: { ...mode, line: edited } });
}

/** Looks for words, and shows the first record from this one on that has them. */
function searched(session: Session, words: string): Outcome {
  const reading: Session = { ...session, mode: { kind: 'read' } };
  if (words === '') return stay(reading, { search: null });
  const places = findRecords(session.records, words);
  const to = places.find((place) => place >= session.at) ?? places[0];
  if (to === undefined) {
    const looking: Session = { ...reading, search: { words, found: places } };
    return say(looking, `No record has “${words}” in its title or abstract.`);
  }
  return stay(reading, { search: { words, found: places }, ...(to !== session.at && atRecord(to)) });
}
