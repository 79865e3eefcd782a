/**
 * What a person does at a terminal. A string is a key: the character that it types (`a`, `A`, `é`, ` `), or its name
 * (`enter`, `up`, `shift-right`, `ctrl-f`, `alt-x`). Pasted text is apart, so that it never acts as keys.
 */
export type Key = string | { paste: string };

export interface Decoded {
  keys: Key[];
  /** What is not yet a whole key: the beginning of a sequence. */
  rest: string;
}

/**
 * The keys in what a terminal sent. Several may come at once, and a sequence in two parts.
 *
 * @param isLast true when nothing more is coming: an escape by itself is then the key.
 */
export function decodeKeys(input: string, isLast = false): Decoded {
  const keys: Key[] = [];
  let at = 0;
  while (at < input.length) {
    const found = input.charCodeAt(at) === 0x1b ? escapeAt(input, at, isLast) : plainAt(input, at);
    if (!found) return { keys, rest: input.slice(at) };
    if (found.key !== undefined) keys.push(found.key);
    at = found.end;
  }
  return { keys, rest: '' };
}

interface Found {
  /** Undefined for a sequence that is no key known here. */
  key: Key | undefined;
  end: number;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function plainAt(input: string, at: number): Found {
  const unit = input.charCodeAt(at);
  if (unit < 0x20 || unit === 0x7f) return { key: controlKey(unit), end: at + 1 };
  if (unit < 0x7f && (input.charCodeAt(at + 1) || 0) < 0x7f) return { key: input.charAt(at), end: at + 1 };
  const [first] = graphemes.segment(input.slice(at, at + 64));
  const key = first?.segment ?? input.charAt(at);
  return { key, end: at + key.length };
}

function controlKey(unit: number): string {
  const named: Record<number, string> = { 8: 'ctrl-h', 9: 'tab', 13: 'enter', 127: 'backspace' };
  return named[unit] ?? `ctrl-${unit === 0 ? 'space' : String.fromCharCode(unit + 0x60)}`;
}

/** A sequence that begins with an escape; undefined while it may go on. */
function escapeAt(input: string, at: number, isLast: boolean): Found | undefined {
  const next = input.charAt(at + 1);
  if (next === '') return isLast ? { key: 'escape', end: at + 1 } : undefined;
  if (next === '[') return controlSequenceAt(input, at, isLast);
  if (next === 'O') {
    const letter = input.charAt(at + 2);
    if (letter === '') return isLast ? { key: 'alt-O', end: at + 2 } : undefined;
    return { key: byLetter[letter], end: at + 3 };
  }
  if (next === '\u001b') return { key: 'escape', end: at + 1 };
  const { key, end } = plainAt(input, at + 1);
  return { key: typeof key === 'string' ? `alt-${key}` : undefined, end };
}

const PASTE_BEGINS = '\u001b[200~';
const PASTE_ENDS = '\u001b[201~';

function controlSequenceAt(input: string, at: number, isLast: boolean): Found | undefined {
  if (input.startsWith(PASTE_BEGINS, at)) {
    const end = input.indexOf(PASTE_ENDS, at);
    if (end >= 0) {
      return { key: { paste: input.slice(at + PASTE_BEGINS.length, end) }, end: end + PASTE_ENDS.length };
    }
    return isLast ? { key: { paste: input.slice(at + PASTE_BEGINS.length) }, end: input.length } : undefined;
  }
  const match = /^\u001b\[([0-9;?<>=]*)([ -/]*)([@-~])/.exec(input.slice(at, at + 40));
  if (!match) {
    const isBegun = /^\u001b\[[0-9;?<>=]*[ -/]*$/.test(input.slice(at, at + 40));
    if (isBegun && !isLast) return undefined;
    return { key: isLast && input.length === at + 2 ? 'alt-[' : undefined, end: at + 2 };
  }
  const [whole, parameters = '', , final = ''] = match;
  const [first = '', modifier = ''] = parameters.split(';');
  const name = final === '~' ? byNumber[first] : byLetter[final];
  const key = name === undefined ? undefined : final === 'Z' ? name : withModifier(name, Number(modifier));
  return { key, end: at + whole.length };
}

/** xterm's: one more than the sum of 1 for shift, 2 for alt and 4 for control. */
function withModifier(name: string, modifier: number): string {
  const bits = modifier > 1 ? modifier - 1 : 0;
  return `${bits & 4 ? 'ctrl-' : ''}${bits & 2 ? 'alt-' : ''}${bits & 1 ? 'shift-' : ''}${name}`;
}

const byLetter: Record<string, string> = {
  ...{ A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end', M: 'enter', Z: 'shift-tab' },
  ...{ P: 'f1', Q: 'f2', R: 'f3', S: 'f4' },
};

const byNumber: Record<string, string> = {
  ...{ 1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end' },
  ...{ 11: 'f1', 12: 'f2', 13: 'f3', 14: 'f4', 15: 'f5', 17: 'f6', 18: 'f7', 19: 'f8', 20: 'f9', 21: 'f10' },
};
