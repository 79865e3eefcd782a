/**
 * Every key of the coding screen, once: help, the manual and the verbs of `--plain` come from here. A key is the
 * character it types, or a name such as `enter`, `shift-right` or `ctrl-r`.
 */
export const keyTable = [
  // Moving
  row('Moving', 'next word', ['l', 'right'], 'next word'),
  row('Moving', 'previous word', ['h', 'left'], 'previous word'),
  row('Moving', 'next sentence', ['j', 'down'], 'next sentence'),
  row('Moving', 'previous sentence', ['k', 'up'], 'previous sentence'),
  row('Moving', 'next paragraph', ['}'], 'next paragraph'),
  row('Moving', 'previous paragraph', ['{'], 'previous paragraph'),
  row('Moving', 'next turn', ['J', ']'], 'next turn'),
  row('Moving', 'previous turn', ['K', '['], 'previous turn, or the beginning of this one'),
  row('Moving', 'next page', [' ', 'pagedown', 'ctrl-f'], 'a page on'),
  row('Moving', 'previous page', ['b', 'pageup', 'ctrl-b'], 'a page back'),
  row('Moving', 'first', ['g', 'home'], 'the beginning'),
  row('Moving', 'last', ['G', 'end'], 'the end'),
  row('Moving', 'next uncoded', ['e'], 'next turn that counts, without a coding of yours'),
  row('Moving', 'previous uncoded', ['E'], 'previous turn without one'),
  row('Moving', 'next coding', ['f'], 'next coding'),
  row('Moving', 'previous coding', ['F'], 'previous coding'),
  row('Moving', 'find', ['/'], 'find words', 'WORDS'),
  row('Moving', 'next hit', ['n'], 'where they stand next'),
  row('Moving', 'previous hit', ['N'], 'where they stand before'),
  // Selecting
  row('Selecting', 'select sentence', ['s'], 'the sentence; again, the next one too'),
  row('Selecting', 'select paragraph', ['p'], 'the paragraph; again, the next one too'),
  row('Selecting', 'select turn', ['t'], 'the turn; again, the next one too'),
  row('Selecting', 'longer', ['L', 'shift-right'], 'end one word later; select the word'),
  row('Selecting', 'shorter', ['H', 'shift-left'], 'end one word earlier'),
  row('Selecting', 'start earlier', ['<', 'shift-up'], 'start one word earlier'),
  row('Selecting', 'start later', ['>', 'shift-down'], 'start one word later'),
  row('Selecting', 'deselect', ['escape'], 'select nothing'),
  // Coding
  row('Coding', 'code', ['c'], 'choose a code by part of its name', 'CODE'),
  row('Coding', 'recent', ['1…9'], 'a recent code, by its digit', 'DIGIT'),
  row('Coding', 'bind', ['B'], 'give a code a letter of its own', 'LETTER CODE'),
  row('Coding', 'new code', ['o'], 'make a new code, in the draft, and put it on', 'TITLE [below CODE]'),
  row('Coding', 'in vivo', ['i'], 'the same, the selected words being its name'),
  row('Coding', 'other coding', ['tab'], 'act on the next of several codings here'),
  row('Coding', 'remove', ['x', 'delete'], 'take the coding off'),
  row('Coding', 'change code', ['r'], 'give the coding another code', 'CODE'),
  row('Coding', 'change span', ['v'], 'change what the coding is on: v or enter when it is right'),
  row('Coding', 'undo', ['u'], 'undo'),
  row('Coding', 'redo', ['ctrl-r', 'U'], 'redo'),
  // Memos
  row('Memos', 'memo', ['m'], 'memo on the coding', 'TEXT'),
  row('Memos', 'memo on code', ['M'], 'memos on the coding’s code, or on one you choose', 'TEXT'),
  row('Memos', 'memo on document', ['D'], 'memos on the document', 'TEXT'),
  row('Memos', 'show memos', [], 'what your memos here, on the code and on the document say'),
  // Reading
  row('Reading', 'read to here', ['R'], 'you have read to here, and no further'),
  row('Reading', 'help', ['?', 'f1'], 'these keys'),
  row('Reading', 'quit', ['q', 'ctrl-c'], 'leave; all is saved already'),
] as const;

function row<const V extends string>(
  group: string,
  verb: V,
  keys: readonly string[],
  words: string,
  argument?: string,
) {
  return { group, verb, keys, words, argument };
}

/** What an act is called, in `--plain` too. */
export type Verb = (typeof keyTable)[number]['verb'];

/** Keys while a code is chosen, or a line or a memo is written. */
export const otherKeys = [
  {
    group: 'Choosing a code',
    keys: ['up', 'down', 'tab'],
    words: 'go through the codes; type to narrow them down',
  },
  { group: 'Choosing a code', keys: ['enter'], words: 'take the code' },
  { group: 'Choosing a code', keys: ['ctrl-o'], words: 'make what you typed a new code' },
  { group: 'Choosing a code', keys: ['escape', 'ctrl-c'], words: 'none' },
  { group: 'Writing', keys: ['enter'], words: 'done' },
  { group: 'Writing', keys: ['left', 'right', 'home', 'end'], words: 'go along the line' },
  { group: 'Writing', keys: ['ctrl-u', 'ctrl-w'], words: 'delete to the beginning, or a word' },
  { group: 'Writing', keys: ['escape', 'ctrl-c'], words: 'leave it as it was' },
  { group: 'Writing a memo', keys: ['enter'], words: 'keep it; without words it is taken away' },
  { group: 'Writing a memo', keys: ['ctrl-j', 'alt-enter'], words: 'begin a new line' },
  { group: 'Writing a memo', keys: ['up', 'down'], words: 'go to the row above or below' },
  {
    group: 'Writing a memo',
    keys: ['pageup', 'pagedown'],
    words: 'the memo before or after on the same; after the last, a new one',
  },
  {
    group: 'Writing a memo',
    keys: ['escape', 'ctrl-c'],
    words: 'leave it as it was; twice where something was written',
  },
] as const;

const byKey = new Map<string, Verb>(keyTable.flatMap(({ verb, keys }) => keys.map((key) => [key, verb])));

/** What a key does while reading; undefined for a key that does nothing, or that a person may bind. */
export const verbOf = (key: string): Verb | undefined => byKey.get(key);

/** True for a letter that has no use of its own. */
export const isFree = (key: string): boolean => /^\p{L}$/u.test(key) && !byKey.has(key);

/** The free letters of the Latin alphabet. */
export const freeLetters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter(isFree);

/** A key as it is written in help: `space`, `shift-right`. */
export const keyName = (key: string): string => (key === ' ' ? 'space' : key);

/** How to do something, for a message: the key on the screen, the command in `--plain`. */
export function how({ by }: { by: 'keys' | 'commands' }, verb: Verb): string {
  const row = keyTable.find((one) => one.verb === verb);
  const key = row?.keys[0];
  if (by === 'keys' && key !== undefined) return keyName(key);
  return row?.argument === undefined ? `“${verb}”` : `“${verb} ${row.argument}”`;
}
