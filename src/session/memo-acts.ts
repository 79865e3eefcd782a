import { emptyLine } from '../text/line-editor.ts';
import { focused } from './at-cursor.ts';
import { openMemo } from './memo-mode.ts';
import { memosOn, writeCodingMemo, writeFileMemo } from './memos.ts';
import {
  type FileMemoSubject,
  type MemoSubject,
  type Moment,
  type Outcome,
  refusing,
  type Session,
  telling,
} from './session.ts';

const add = (session: Session, about: FileMemoSubject, text: string, moment: Moment): Outcome =>
  writeFileMemo(session, about, memosOn(session, about).length, text, moment);

const ofDocument = ({ text }: Session): FileMemoSubject => ({ kind: 'document', name: text.document });

export const memoActs = {
  memo: (session: Session, moment: Moment, text?: string): Outcome => {
    const coding = focused(session);
    if (!coding) return refusing(session, 'There is no coding here to write a memo on.');
    if (text !== undefined) return writeCodingMemo(session, coding.id, text, moment);
    return openMemo(session, { kind: 'coding', id: coding.id }, moment);
  },
  'memo on code': (session: Session, moment: Moment, text?: string): Outcome => {
    const code = focused(session)?.code;
    if (code === undefined) {
      if (text !== undefined)
        return refusing(session, 'There is no coding here whose code a memo could be on.');
      if (session.codes.length === 0) return refusing(session, 'There are no codes yet.');
      return {
        session: { ...session, mode: { kind: 'choose', purpose: 'memo', line: emptyLine, index: 0 } },
        effects: [{ kind: 'read codes' }],
      };
    }
    if (text !== undefined) return add(session, { kind: 'code', name: code }, text, moment);
    return openMemo(session, { kind: 'code', name: code }, moment);
  },
  'memo on document': (session: Session, moment: Moment, text?: string): Outcome =>
    text === undefined
      ? openMemo(session, ofDocument(session), moment)
      : add(session, ofDocument(session), text, moment),
  'show memos': (session: Session): Outcome => {
    const coding = focused(session);
    const subjects: [string, MemoSubject][] = [
      ...(coding
        ? [
            [`this coding of ${coding.code}`, { kind: 'coding', id: coding.id }] as [string, MemoSubject],
            [coding.code, { kind: 'code', name: coding.code }] as [string, MemoSubject],
          ]
        : []),
      [session.text.document, ofDocument(session)],
    ];
    const lines = subjects.flatMap(([name, about]) =>
      memosOn(session, about).map(({ author, date, text }) => {
        const whose = author === session.rater ? '' : `, ${author}`;
        return `Memo on ${name}${date === null ? '' : `, ${date}`}${whose}: ${text}`;
      }),
    );
    const none = `There are no memos on ${subjects.map(([name]) => name).join(', ')}.`;
    return telling(session, lines.length === 0 ? none : lines.join('\n'));
  },
};
