import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { count, missing, number, type Table, text } from '../../src/exhibit/table.ts';
import { safe, withoutControls } from '../../src/render/safe-text.ts';
import { tableToTerminal } from '../../src/render/terminal.ts';
import { wrap } from '../../src/render/wrap.ts';
import { positions } from './fixtures.ts';

const plain = (table: Table, width = 80) => tableToTerminal(table, { width, color: false });

describe('a table in the terminal', () => {
  test('stands in columns, with captions above and notes below', () => {
    expect(plain(positions)).toBe(
      [
        'Positions on six statements about opening hours',
        '',
        'Statement                                       Answers  Mean      Kappa',
        '─────────────────────────────────────────  ────────────  ────  ─────────',
        'The library should open on Sundays                    6  4.25     −0.125',
        'Evening hours matter more than early ones            12  3.50  undefined',
        'I would come at night                      not reported     —',
        '',
        'Base: twelve members. “Mean” runs from 1 to 5.',
        '',
      ].join('\n'),
    );
  });

  test('wraps its texts where the terminal is narrow, and loses none of them', () => {
    const lines = plain(positions, 50).split('\n');
    expect(lines.filter((line) => stringWidth(line) > 50)).toEqual([]);
    expect(lines).toContain('Evening hours                  12  3.50  undefined');
    expect(lines).toContain('matter more than');
  });

  test('becomes a list where even that is too wide', () => {
    const narrow = plain(positions, 20);
    expect(narrow.split('\n').filter((line) => stringWidth(line) > 20)).toEqual([]);
    expect(narrow).toContain('Kappa: −0.125\n');
  });

  test('aligns wide and combined characters by what they take on the screen', () => {
    const table: Table = {
      ...positions,
      columns: positions.columns.slice(0, 2),
      rows: [
        [text('開館時間'), count(1)],
        [text('👩‍👧 café'), count(2)],
      ],
    };
    const ends = plain(table)
      .split('\n')
      .filter((line) => /[12]$/u.test(line))
      .map((line) => stringWidth(line));
    expect(ends).toHaveLength(2);
    expect(new Set(ends).size).toBe(1);
  });

  test('puts the decimal points of a column below one another', () => {
    const table: Table = {
      ...positions,
      columns: positions.columns.slice(1, 2),
      rows: [[count(12)], [number(2.71, 2)], [number(-0.5, 4)]],
      notes: [],
    };
    expect(plain(table).split('\n').slice(4, 7)).toEqual(['12', ' 2.71', '−0.5000']);
  });

  test('leaves out the columns of zeros that may be left out, and says so', () => {
    const zeros = { key: 'z', label: 'Absent', align: 'right', hiddenWhenZero: true } as const;
    const table: Table = {
      ...positions,
      columns: [...positions.columns.slice(0, 1), zeros],
      rows: [
        [text('a'), count(0)],
        [text('b'), count(0)],
      ],
      notes: [],
    };
    expect(plain(table)).toContain('0 in every row: Absent.');
    const unknown = plain({
      ...table,
      rows: [
        [text('a'), count(0)],
        [text('b'), missing('not reported')],
      ],
    });
    expect(unknown).toContain('0 or not reported in every row: Absent.');
  });

  test.each([
    ['a count', count(1)],
    ['a number', number(0.5, 1)],
    ['a text', text('at least 1')],
  ])('shows a column of zeros in which %s stands', (_, cell) => {
    const zeros = { key: 'z', label: 'Absent', align: 'right', hiddenWhenZero: true } as const;
    const rows = [
      [text('a'), count(0)],
      [text('b'), cell],
    ];
    const shown = plain({ ...positions, columns: [...positions.columns.slice(0, 1), zeros], rows });
    expect(shown).toContain('Absent');
    expect(shown).not.toContain('in every row');
  });

  test('says when there are no rows', () => {
    expect(plain({ ...positions, rows: [] })).toContain('(no rows)');
  });

  test('dims what is missing and keeps the words when coloured', () => {
    const coloured = tableToTerminal(positions, { width: 80, color: true });
    expect(coloured).toContain('\u001b[2mundefined\u001b[22m');
    expect(coloured.replace(/\u001b\[\d+m/gu, '')).toBe(plain(positions));
  });

  test('lets no control character through, whatever stands in the table', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 4, max: 60 }), (words, width) => {
        const nasty = `\u001b[2J\u202e\u0007${words}\u009b31m\r\n`;
        const table: Table = {
          id: 'nasty',
          caption: nasty,
          columns: [
            { key: 'a', label: nasty, align: 'left' },
            { key: 'b', label: nasty, align: 'right' },
          ],
          rows: [[text(nasty), missing('not reported')]],
          notes: [nasty],
        };
        expect(plain(table, width)).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u,
        );
      }),
    );
  });
});

describe('wrap', () => {
  test('keeps within the width and loses no letter', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 30 }), (words, width) => {
        const lines = wrap(words, width);
        expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
        expect(lines.join('').replace(/\s/gu, '')).toBe(words.replace(/\s/gu, ''));
      }),
    );
  });

  test('breaks long words between graphemes and keeps no-break spaces', () => {
    expect(wrap('👩‍👧👩‍👧👩‍👧', 4)).toEqual(['👩‍👧👩‍👧', '👩‍👧']);
    expect(wrap('at night\u00a0(R)', 10)).toEqual(['at', 'night\u00a0(R)']);
    expect(wrap('', 10)).toEqual(['']);
  });
});

describe('safe', () => {
  test('makes what a terminal would obey visible and joins lines', () => {
    expect(safe('a\u001b[31mb\u0000\u007f\u009b\u202ec\u2066')).toBe('a�[31mb����c�');
    expect(safe('a\r\nb\tc\u2028d')).toBe('a b c d');
    expect(safe('\ud800 \ufffe 😀 é')).toBe('� � 😀 é');
  });

  test('keeps layout in documents', () => {
    expect(withoutControls('a\n\tb\u001b\u0085\u2067c\u2069')).toBe('a\n\tb��\u2067c\u2069');
  });
});
