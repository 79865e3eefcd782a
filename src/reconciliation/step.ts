import { actOfKey } from './keys.ts';
import { type Asking, act, backToDifference, type Session, type Stepped, say, shownNow } from './session.ts';

/** A key's name or the character it types; pasted text apart, so that it never acts. */
export type Pressed = string | { paste: string };

/** What a key does on the screen. While a reason is asked for, keys type it. */
export function step(session: Session, key: Pressed): Stepped {
  if (session.asking) return typed(session, session.asking, key);
  const raters = shownNow(session)?.difference.views.map(({ rater }) => rater) ?? [];
  const what = typeof key === 'string' ? actOfKey(key, raters) : undefined;
  if (what) return act(session, what);
  return {
    session: { ...session, ...(typeof key === 'string' && backOf(session)), message: null },
    decide: null,
  };
}

const backOf = ({ page }: Session) => (page === 'difference' ? {} : backToDifference);

function typed(session: Session, { dropping, ...asking }: Asking, key: Pressed): Stepped {
  const write = (text: string): Stepped => ({
    session: { ...session, asking: { ...asking, text, confirm: asking.confirm && text === '' } },
    decide: null,
  });
  if (typeof key !== 'string') return write(asking.text + key.paste.replace(/\s+/gu, ' '));
  switch (key) {
    case 'enter':
    case 'ctrl-j':
      return say(session, asking.text);
    case 'escape':
      if (asking.text.trim() !== '' && !dropping) {
        return { session: { ...session, asking: { ...asking, dropping: true } }, decide: null };
      }
      return act(session, { act: 'back' });
    case 'ctrl-c':
      return act(session, { act: 'back' });
    case 'backspace':
      return write(
        [...segments.segment(asking.text)]
          .slice(0, -1)
          .map(({ segment }) => segment)
          .join(''),
      );
    case 'ctrl-u':
      return write('');
    default:
      return isCharacter(key) ? write(asking.text + key) : { session: { ...session, asking }, decide: null };
  }
}

const segments = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Names of keys are of several ASCII letters. */
const isCharacter = (key: string): boolean => key.length === 1 || !/^[a-z][a-z0-9]*(-|$)/.test(key);
