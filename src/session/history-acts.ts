import { redo, undo } from './history.ts';
import { goTo } from './movement.ts';
import {
  type Change,
  type Moment,
  type Outcome,
  refusing,
  type Session,
  telling,
  type Undoable,
} from './session.ts';

/** At the place of a change, so that it is seen. */
function shown(
  outcome: Outcome | undefined,
  session: Session,
  act: Undoable | undefined,
  what: 'undo' | 'redo',
): Outcome {
  if (!outcome || !act) return refusing(session, `There is nothing to ${what}.`);
  const coding = act.changes.find((change) => change.kind === 'coding');
  const place = (coding?.before ?? coding?.after)?.start;
  const there = place === undefined ? outcome.session : goTo(outcome.session, place);
  const did = what === 'undo' ? 'Undone' : 'Done again';
  const [first] = act.changes;
  return {
    ...telling({ ...there, focus: coding?.id ?? null }, `${did}: ${first ? said(first) : 'nothing'}.`),
    effects: outcome.effects,
  };
}

function said(change: Change): string {
  switch (change.kind) {
    case 'through':
      return 'how far you have read';
    case 'code':
      return `new code ${change.after?.id ?? ''}`;
    case 'memo':
      return `memo on ${change.about.name}`;
    case 'bindings':
      return 'a letter for a code';
    case 'coding':
      if (change.before === null) return `coded ${change.after?.code ?? ''}`;
      if (change.after === null) return `removed ${change.before.code}`;
      return change.before.memo === change.after.memo
        ? `change of ${change.before.code}`
        : `memo on a coding of ${change.before.code}`;
  }
}

export const historyActs = {
  undo: (session: Session, moment: Moment): Outcome =>
    shown(undo(session, moment), session, session.past.at(-1), 'undo'),
  redo: (session: Session, moment: Moment): Outcome =>
    shown(redo(session, moment), session, session.future.at(-1), 'redo'),
};
