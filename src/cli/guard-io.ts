import { withoutControls } from '../render/safe-text.ts';
import type { Io } from './io.ts';

/**
 * An output that no text of a study can steer: control characters and bidirectional overrides never reach the
 * terminal, whatever format they stand in. In JSON they are escaped, so that nothing is lost; elsewhere they become
 * a visible `�`. Our own colours stay.
 */
export const guarded = (io: Io): Io => ({
  ...io,
  out: (text) => io.out(guard(text, io.color)),
  err: (text) => io.err(guard(text, io.color)),
});

function guard(text: string, color: boolean): string {
  if (!RISKY.test(text)) return text;
  if (isJson(text)) return text.replace(EACH, escaped);
  if (!color) return shown(text);
  return text
    .split(OWN_COLOURS)
    .map((part, at) => (at % 2 === 1 ? part : shown(part)))
    .join('');
}

/** A carriage return by itself would write over what stands on the line. */
const shown = (text: string): string => withoutControls(text).replace(/\r(?!\n)/g, '�');

/** What JSON.stringify leaves as it is and a terminal may act upon, with line breaks and tabs left out. */
const RISKY = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const EACH = new RegExp(RISKY, 'gu');
const OWN_COLOURS = /(\u001b\[[0-9;]*m)/u;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Raw C0 characters may not stand in JSON, so that text which has them outside of strings is none. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
