import { expect, test } from 'vitest';
import { directionOf, inDirection } from '../../../src/cli/screen/direction.ts';
import { lineToAnsi, lineWidth } from '../../../src/cli/screen/styled-line.ts';

test.each([
  ['שלום API', 'rtl'],
  ['API שלום', 'ltr'],
  ['“2024: مرحبا', 'rtl'],
  ['2024 – !', 'ltr'],
  ['Ünlü', 'ltr'],
])('the first letter of “%s” makes it %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});

test('a row of a right-to-left paragraph is turned as a whole, though it begins with Latin letters', () => {
  const row = inDirection([{ text: 'API v2 ' }, { text: 'זה', style: { bold: true } }], 'rtl', '   ');
  expect(row.map(({ text }) => text).join('')).toBe('\u2067API v2 זה   \u2069\u200e');
  expect(lineWidth(row)).toBe(12);
});

test('right-to-left words in a left-to-right paragraph stay where they are said', () => {
  const row = inDirection([{ text: 'שלום and so on' }], 'ltr', '  ');
  expect(row.map(({ text }) => text).join('')).toBe('\u2066שלום and so on\u2069  ');
});

test('what stands beside each other on a line stays so: every piece is isolated, and none twice', () => {
  const row = inDirection([{ text: 'שלום' }], 'rtl', ' ');
  const line = [{ text: ' דנה   ' }, ...row, { text: '┐ ' }, { text: 'קוד', style: { bold: true } }];
  expect(lineToAnsi(line, false)).toBe(
    '\u200e \u2066דנה\u2069   \u2067שלום \u2069\u200e┐ \u001b[1m\u2066קוד\u2069\u001b[0m',
  );
  expect(lineToAnsi([{ text: 'Zoë says' }], false)).toBe('Zoë says');
});
