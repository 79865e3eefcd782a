import { editLine } from '../text/line-editor.ts';
import { codeActs } from './code-acts.ts';
import { refusingLonger } from './longest.ts';
import { openMemo } from './memo-mode.ts';
import { askMeaning, askName, nameCode } from './new-code-mode.ts';
import { matching } from './palette.ts';
import { changeCode, putCode } from './put-code.ts';
import {
  type FoundCode,
  type Key,
  type Mode,
  type Moment,
  type Outcome,
  refusing,
  type Session,
  unchanged,
} from './session.ts';

type ChooseMode = Extract<Mode, { kind: 'choose' }>;

/** What a key does while a code is chosen by part of its name. */
export function whileChoosing(session: Session, mode: ChooseMode, key: Key, moment: Moment): Outcome {
  const { line, index } = mode;
  const reading: Session = { ...session, mode: { kind: 'read' } };
  const found = matching(session, line.text);
  const first = firstIndex(mode, line.text);
  const at = (to: number): Outcome =>
    unchanged({ ...session, mode: { ...mode, index: Math.max(first, Math.min(found.length - 1, to)) } });
  switch (key) {
    case 'escape':
      return unchanged(mode.purpose === 'parent' ? askName(reading, mode.typed) : reading);
    case 'down':
    case 'tab':
    case 'ctrl-n':
      return at(index + 1);
    case 'up':
    case 'shift-tab':
    case 'ctrl-p':
      return at(index - 1);
    case 'pagedown':
      return at(index + 8);
    case 'pageup':
      return at(index - 8);
    case 'ctrl-o':
      if (mode.purpose === 'parent') break;
      return line.text.trim() === ''
        ? codeActs['new code'](reading, moment)
        : nameCode(reading, line.text, moment);
    case 'enter': {
      const code = found[index];
      if (code) return chosen(reading, mode, code, moment);
      if (mode.purpose !== 'parent')
        return refusing(session, 'No code is like that; ctrl-o makes it a new one.');
      return index === -1
        ? unchanged(askMeaning(reading, mode.title, null))
        : refusing(session, 'No code is like that; without a name it stands at the top.');
    }
  }
  const edited = editLine(line, key);
  if (!edited) return unchanged(session);
  const tooLong = refusingLonger(session, 'name', line, edited);
  if (tooLong) return tooLong;
  return unchanged({ ...session, mode: { ...mode, line: edited, index: firstIndex(mode, edited.text) } });
}

/** Where nothing was typed, a new code stands below none. */
const firstIndex = ({ purpose }: ChooseMode, typed: string): number =>
  purpose === 'parent' && typed.trim() === '' ? -1 : 0;

function chosen(session: Session, mode: ChooseMode, code: FoundCode, moment: Moment): Outcome {
  switch (mode.purpose) {
    case 'apply':
      return putCode(session, code, moment);
    case 'change':
      return changeCode(session, code, moment);
    case 'bind':
      return unchanged({ ...session, mode: { kind: 'letter', code: code.id } });
    case 'memo':
      return openMemo(session, { kind: 'code', name: code.id }, moment);
    case 'parent':
      return unchanged(askMeaning(session, mode.title, code.id));
  }
}
