import { describe, expect, test } from 'vitest';
import { decodeKeys } from '../../../src/cli/screen/key.ts';

const ESC = '\u001b';
const keys = (input: string, isLast = false) => decodeKeys(input, isLast).keys;

describe('keys as terminals send them', () => {
  test.each([
    ['letters typed in one go', 'jjK', ['j', 'j', 'K']],
    ['a letter with a combining mark is one key', 'ne\u0301t', ['n', 'e\u0301', 't']],
    ['wide characters and emoji', '日👩‍💻', ['日', '👩‍💻']],
    ['control keys', '\u0003\t\r\u007f\u0012', ['ctrl-c', 'tab', 'enter', 'backspace', 'ctrl-r']],
    ['arrows in both modes', `${ESC}[A${ESC}OB`, ['up', 'down']],
    [
      'arrows with shift, alt and control',
      `${ESC}[1;2C${ESC}[1;3D${ESC}[1;5A`,
      ['shift-right', 'alt-left', 'ctrl-up'],
    ],
    ['pages, home and end', `${ESC}[5~${ESC}[6~${ESC}[H${ESC}[4~`, ['pageup', 'pagedown', 'home', 'end']],
    ['shift and tab', `${ESC}[Z`, ['shift-tab']],
    ['alt and a letter', `${ESC}x`, ['alt-x']],
    ['a sequence that is no key', `${ESC}[?62;c${ESC}[99~j`, ['j']],
  ])('%s', (_, input, expected) => {
    expect(decodeKeys(input)).toEqual({ keys: expected, rest: '' });
  });

  test('a sequence that comes in two parts is one key', () => {
    const first = decodeKeys(`j${ESC}[1;`);
    expect(first).toEqual({ keys: ['j'], rest: `${ESC}[1;` });
    expect(keys(`${first.rest}2C`)).toEqual(['shift-right']);
  });

  test('an escape by itself is a key once nothing more comes', () => {
    expect(decodeKeys(ESC)).toEqual({ keys: [], rest: ESC });
    expect(keys(ESC, true)).toEqual(['escape']);
    expect(keys(`${ESC}${ESC}[A`)).toEqual(['escape', 'up']);
  });

  test('pasted text is no keys, also in two parts', () => {
    const first = decodeKeys(`${ESC}[200~qu`);
    expect(first.keys).toEqual([]);
    expect(keys(`${first.rest}it\r${ESC}[201~x`)).toEqual([{ paste: 'quit\r' }, 'x']);
  });
});
