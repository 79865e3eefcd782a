import fc from 'fast-check';
import { keyTable } from '../../src/session/keys.ts';
import type { Key } from '../../src/session/step.ts';

const named = [
  ...keyTable.flatMap(({ keys }) => keys.filter((key) => key !== '1…9')),
  ...[
    'tab',
    'enter',
    'escape',
    'backspace',
    'up',
    'down',
    'ctrl-o',
    'ctrl-u',
    'ctrl-w',
    'alt-x',
    'f9',
    'ctrl-j',
    'alt-enter',
  ],
].filter((key) => !['q', 'ctrl-c', '?', 'f1'].includes(key));

/** Keys as somebody would press them who does not look: mostly acts, some letters, now and then a paste. */
export const anyKey: fc.Arbitrary<Key> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom<Key>(...named) },
  { weight: 3, arbitrary: fc.constantFrom<Key>(...'123456789') },
  { weight: 3, arbitrary: fc.constantFrom<Key>(...'adwqzaxcoldékß日🌧"\\') },
  // What makes and changes codings, again and again.
  {
    weight: 8,
    arbitrary: fc.constantFrom<Key>(
      'enter',
      'c',
      's',
      'L',
      'x',
      'v',
      'u',
      'ctrl-r',
      'j',
      'i',
      'm',
      'o',
      'M',
      'D',
    ),
  },
  // Out of a line or a list that was opened, so that not all of the rest is typed into it.
  { weight: 8, arbitrary: fc.constantFrom<Key>('enter', 'escape') },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }).map((paste) => ({ paste })) },
  { weight: 1, arbitrary: fc.constantFrom<Key>('?', 'q') },
);

export const anyKeys = (length: number): fc.Arbitrary<Key[]> =>
  fc.array(anyKey, { minLength: length, maxLength: length });
