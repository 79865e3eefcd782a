/**
 * Every key of the screen while a record is read, once: the screen, its help and docs/selection.md take them from here. A
 * key is the character it types, or a name such as `enter`.
 */
export const keyTable = [
  row('Deciding', 'include', ['i'], 'include the record'),
  row('Deciding', 'exclude', ['e'], 'exclude it; then the reason'),
  row('Deciding', 'unsure', ['u'], 'unsure'),
  row('Deciding', 'note', ['n'], 'a note on it, before or after deciding'),
  row('Deciding', 'undo', ['z'], 'take the last back: a decision or a note'),
  row('Deciding', 'redo', ['r'], 'do it again'),
  row('Moving', 'next', ['right', 'j'], 'next record'),
  row('Moving', 'previous', ['left', 'k'], 'previous record'),
  row('Moving', 'next undecided', ['tab'], 'next record that you have not decided on'),
  row('Moving', 'previous undecided', ['shift-tab'], 'the one before'),
  row('Moving', 'next unsure', ['U'], 'next record of which you are unsure'),
  row('Moving', 'first', ['g', 'home'], 'first record'),
  row('Moving', 'last', ['G', 'end'], 'last record'),
  row('Moving', 'line down', ['down'], 'a long text: a line on'),
  row('Moving', 'line up', ['up'], 'a line back'),
  row('Moving', 'page down', [' ', 'pagedown'], 'some lines on'),
  row('Moving', 'page up', ['b', 'pageup'], 'some lines back'),
  row(
    'Finding',
    'find',
    ['/'],
    'find words in titles and abstracts, and mark them; words in quotes stand together',
  ),
  row('Finding', 'next found', ['f'], 'next record that has them all'),
  row('Finding', 'previous found', ['F'], 'the one before'),
  row('Finding', 'stop finding', ['escape'], 'mark nothing any more'),
  row('Leaving', 'help', ['?', 'f1'], 'these keys'),
  row('Leaving', 'leave', ['q', 'ctrl-c'], 'leave; all is saved already'),
] as const;

/** Keys while a reason, a note or words are asked for. */
export const otherKeys = [
  { group: 'A reason', keys: ['1…9', 'a…z'], words: 'the reason with this sign' },
  { group: 'A reason', keys: ['up', 'down', 'enter'], words: 'move to a reason, and take it' },
  { group: 'A reason', keys: ['escape', 'ctrl-c'], words: 'do not exclude' },
  { group: 'Writing', keys: ['enter'], words: 'keep what is written; an empty note takes the note away' },
  { group: 'Writing', keys: ['ctrl-u'], words: 'empty what stands before the caret' },
  { group: 'Writing', keys: ['escape', 'ctrl-c'], words: 'do not keep it' },
] as const;

function row<const A extends string>(group: string, act: A, keys: readonly string[], words: string) {
  return { group, act, keys, words };
}

export type Act = (typeof keyTable)[number]['act'];

const acts = new Map<string, Act>(
  keyTable.flatMap(({ keys, act }) => keys.map((key) => [key, act] as const)),
);

export const actOf = (key: string): Act | undefined => acts.get(key);

/** The signs that choose a reason, in their order. */
export const reasonKeys = [...'123456789abcdefghijklmnopqrstuvwxyz'];
