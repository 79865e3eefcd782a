import type { Choice } from './settle.ts';

/** What a person can do while reconciling, beside typing a reason. */
export type Act =
  | { act: 'choose'; choice: Choice }
  | {
      act:
        | 'only'
        | 'skip'
        | 'back'
        | 'unclear-list'
        | 'help'
        | 'leave'
        | 'up'
        | 'down'
        | 'page-up'
        | 'page-down';
    };

/** A key of the screen, the word that does the same with --plain, and what it does. */
export interface Binding {
  keys: readonly string[];
  /** Null where lines need none: moving the screen. */
  verb: string | null;
  does: string;
  act: Act;
}

/** Every key, once: the screen, its help, --plain and docs/reconciling.md take them from here. */
export const bindings: readonly Binding[] = [
  chooses('b', 'both', 'both readings hold: the codes that either gave'),
  chooses('n', 'neither', 'neither holds: none of the codes'),
  chooses('d', 'difference', 'a legitimate difference: no consensus is claimed'),
  chooses('u', 'unclear', 'the definition is unclear: for the next version of the codebook'),
  does(['o'], 'only', 'decide on this code only, or on its rivals with it', 'only'),
  does(['s', 'right'], 'skip', 'leave it for later', 'skip'),
  does(['backspace', 'left'], 'back', 'back to the one before, also to decide it anew', 'back'),
  does(['l'], 'list', 'definitions found unclear so far', 'unclear-list'),
  does(['?'], 'help', 'all keys', 'help'),
  does(['q', 'ctrl-c'], 'quit', 'leave; what is decided is kept', 'leave'),
  does(['up', 'k'], null, 'a line up', 'up'),
  does(['down', 'j'], null, 'a line down', 'down'),
  does(['pageup'], null, 'a page up', 'page-up'),
  does(['pagedown', ' '], null, 'a page down', 'page-down'),
];

/** What is said of the keys that choose a rater, which depend on who is compared. */
export const raterKeys = { keys: '1 to 9', verb: 'the name', does: 'this rater is right' } as const;

/** What keys do while a reason is typed, and the word that does it with --plain. */
export const reasonKeys: readonly Pick<Binding, 'keys' | 'verb' | 'does'>[] = [
  { keys: ['enter'], verb: null, does: 'in a reason: write the decision' },
  { keys: ['ctrl-u'], verb: null, does: 'in a reason: empty it' },
  { keys: ['escape'], verb: 'back', does: 'in a reason: take the choice back; twice where one was begun' },
  { keys: ['ctrl-c'], verb: null, does: 'in a reason: take the choice back; a second one leaves' },
  { keys: [], verb: 'quit', does: 'in a reason: leave this one undecided, and end' },
];

function chooses(key: string, verb: 'both' | 'neither' | 'difference' | 'unclear', what: string): Binding {
  return { keys: [key], verb, does: what, act: { act: 'choose', choice: { verdict: verb } } };
}

function does(
  keys: readonly string[],
  verb: string | null,
  what: string,
  act: Exclude<Act['act'], 'choose'>,
): Binding {
  return { keys, verb, does: what, act: { act } };
}

/** What a key does; raters have digits, in their order. */
export function actOfKey(key: string, raters: readonly string[]): Act | undefined {
  const rater = /^[1-9]$/.test(key) ? raters[Number(key) - 1] : undefined;
  if (rater !== undefined) return { act: 'choose', choice: { verdict: 'rater', rater } };
  return bindings.find(({ keys }) => keys.includes(key))?.act;
}

/**
 * What a line means that was typed where a decision is asked for: a rater's name, a verb, a digit, or a name in other
 * letters (`ANA`) where that is one rater's only.
 */
export function actOfLine(line: string, raters: readonly string[]): Act | undefined {
  const word = line.trim().normalize('NFC');
  const right = (rater: string): Act => ({ act: 'choose', choice: { verdict: 'rater', rater } });
  const rater = raters.find((name) => name.normalize('NFC') === word);
  if (rater !== undefined) return right(rater);
  const named = bindings.find(({ verb }) => verb === word.toLowerCase());
  const act = named?.act ?? (word === 'ctrl-c' ? undefined : actOfKey(word, raters));
  if (act) return act;
  const [only, ...others] = raters.filter((name) => folded(name) === folded(word));
  return only !== undefined && others.length === 0 ? right(only) : undefined;
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase();
