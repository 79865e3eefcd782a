import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { continuumFigure } from '../../src/exhibit/continuum-figure.ts';
import { figureToTerminal } from '../../src/render/figure-terminal.ts';
import { figureToSvg } from '../../src/render/figures/figure-to-svg.ts';
import { sampleSize } from '../../src/render/figures/legend.ts';
import { levelColor } from '../../src/render/figures/palette.ts';
import { axisLine } from '../../src/render/terminal-figures/continuum-axis.ts';
import { interviewFigure, manySpans, smallData } from './continuum-fixtures.ts';
import { misplacedIn, rectsIn, textsIn, writtenIn } from './svg-shapes.ts';
import { xmlProblem } from './well-formed.ts';

const plain = { width: 80, color: false };
const figure = interviewFigure();
const many = continuumFigure('many', manySpans({ raters: 6, codes: 20, each: 60, length: 30_000 }));

describe('in the terminal', () => {
  test.each([60, 80, 120])('looks as it did at %i columns', async (width) => {
    await expect(figureToTerminal(figure, { width, color: false })).toMatchFileSnapshot(
      `snapshots/continuum/terminal-${width}.txt`,
    );
  });

  test('at one position a column, every span can be read back, in the row of its rater', () => {
    fc.assert(
      fc.property(smallData({ raters: [1, 4] }), (data) => {
        const codes = new Map([...'PQRS'].map((code) => [code, code]));
        const drawn = figureToTerminal(continuumFigure('any', data, { labels: codes }), plain);
        const found = drawn.split('\n\nCodes')[0]?.split('\nd, ').slice(1).map(readBack) ?? [];
        const expected = data.continua.map(({ spans }) =>
          data.raters.map((rater, at) => [rater, ...(spans[at] ?? []).map(words).toSorted()]),
        );
        if (expected.flat(2).length > expected.flat().length) expect(found).toEqual(expected);
        else expect(drawn).toContain('Nobody marked anything.');
      }),
    );
  });

  test('a stroke of the axis stands in the column of its position', () => {
    const any = fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 120 }), fc.constantFrom(1, 20, 5000));
    fc.assert(
      fc.property(any, ([from, columns, scale]) => {
        const axis = axisLine({ from, to: from + columns * scale }, scale);
        const strokes = [...axis.matchAll(/\|(\d+)/gu)];
        expect(strokes[0]?.[1]).toBe(String(from));
        for (const { index, 1: position } of strokes) expect(Number(position)).toBe(from + index * scale);
        expect(axis.length).toBeLessThanOrEqual(Math.max(columns, 10));
      }),
    );
  });

  test.each([20, 30, 60, 80, 120])('no line is longer than a terminal of %i columns', (width) => {
    for (const one of [figure, many]) {
      const lines = figureToTerminal(one, { width, color: false }).split('\n');
      expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
    }
  });

  test('the same is said without colour', () => {
    const colored = figureToTerminal(figure, { width: 80, color: true });
    expect(colored).toContain('\u001b[33m');
    expect(colored.replace(/\u001b\[\d+m/gu, '')).toBe(figureToTerminal(figure, plain));
  });

  test('a name that reads from the right turns nothing around it', () => {
    const row = figureToTerminal(figure, plain)
      .split('\n')
      .find((line) => line.includes('\u2068'));
    expect(row).toMatch(/^\u200e\u2068עדה\u2069 +T/u);
  });

  test('one rater has no agreement, and one position is enough', () => {
    const alone = continuumFigure('f', {
      raters: ['a'],
      continua: [{ document: 'd', length: 1, spans: [[{ start: 0, end: 1, code: 'x' }]] }],
    });
    expect(figureToTerminal(alone, plain)).toMatch(/\|0\na +X\n\nCodes/u);
    for (const text of [figureToTerminal(alone, plain), ...textsIn(alone)])
      expect(text).not.toMatch(/agreement/iu);
  });

  test('what finds no lane is counted where it begins, once, and where it goes on', () => {
    const spans = Array.from({ length: 8 }, (_, at) => ({ start: 10, end: 90 + at, code: 'x' }));
    const crowded = continuumFigure('f', {
      raters: ['a'],
      continua: [{ document: 'd', length: 100, spans: [spans] }],
    });
    const text = figureToTerminal(crowded, plain);
    expect(text).toContain('Counted where they begin, and not drawn: 2 spans.');
    expect(text.match(/^ +2$/gmu)).toEqual([`${' '.repeat(21)}2`, `${' '.repeat(11)}2`]);
  });

  test('100,000 spans are a few pages, and none is lost', () => {
    const text = figureToTerminal(
      continuumFigure('huge', manySpans({ raters: 2, codes: 20, each: 50_000, length: 2_000_000 })),
      plain,
    );
    expect(text.length).toBeLessThan(12_000);
    const letters = text.split('\n').filter((line) => /^(Rater \d| ) {4}/u.test(line));
    const drawn =
      letters
        .join('')
        .replace(/Rater \d/gu, '')
        .match(/[A-Z]/gu)?.length ?? 0;
    const [, counted = ''] = /not drawn: (\d+) spans/u.exec(text) ?? [];
    // Some go on in a second line.
    expect(drawn + Number(counted)).toBeGreaterThanOrEqual(100_000);
    expect(drawn + Number(counted)).toBeLessThan(100_020);
  });
});

const words = ({ start, end, code }: { start: number; end: number; code: string }) =>
  `${start}-${end} ${code}`;

/** Raters with the spans that their brackets stand for; each line of a block begins with a label of 9 columns. */
function readBack(block: string): string[][] {
  const raters: string[][] = [];
  for (const line of block.split('\n').slice(3)) {
    const label = line.slice(0, 11).trim();
    if (label.startsWith('Agreement')) break;
    if (label !== '') raters.push([label]);
    for (const { index, 0: bracket, 1: code } of line.slice(11).matchAll(/([PQRS])(─*┤)?/gu)) {
      raters.at(-1)?.push(`${index}-${index + bracket.length} ${code}`);
    }
  }
  return raters.map(([rater = '', ...own]) => [rater, ...own.toSorted()]);
}

describe('as a picture', () => {
  test('looks as it did', async () => {
    await expect(figureToSvg(figure)).toMatchFileSnapshot('snapshots/continuum/interview.svg');
  });

  test('has a box for every span on every line it is on, which says what it is', () => {
    const titles = [...figureToSvg(figure).matchAll(/<title>([^<]*)<\/title>/gu)].map(([, title]) => title);
    const spans = figure.parts.flatMap(({ spans }) =>
      spans.flat().map(({ start, end, code }) => `${figure.codes[code]?.label}: ${start} to ${end}`),
    );
    // Lines have 720 positions: the spans of the three raters to 1500 go on from the second in the third.
    const twice = spans.filter((one) => one.endsWith(' to 1500'));
    expect(titles.toSorted()).toEqual([...spans, ...twice].toSorted());
  });

  test('has boxes and verdicts where the axis says', () => {
    const tick = (position: string) => writtenIn(figure).find(({ text }) => text === position)?.x ?? 0;
    const step = tick('300') - tick('200');
    const [, from = 0, to = 0] =
      /<title>費用 \(cost\): 200 to 420<\/title><path d="M([\d.]+) [\d.]+H([\d.]+)/u
        .exec(figureToSvg(figure))
        ?.map(Number) ?? [];
    expect(from).toBeCloseTo(tick('200'), 1);
    expect(to).toBeCloseTo(tick('400') + step / 5, 1);
    const agreeing = rectsIn(figure, levelColor('agree', 1, 2)).filter(({ width }) => width !== sampleSize);
    expect(agreeing[0]?.x).toBeCloseTo(tick('100') - step * 0.94, 1);
    // 660 positions in all; a column has two.
    const length = agreeing.reduce((sum, { width }) => sum + width, 0);
    expect(Math.abs(length / step - 6.6)).toBeLessThan(0.05);
    expect(rectsIn(figure, levelColor('disagree', 0, 2))).toHaveLength(3 + 1);
  });

  test('has no text over another or outside', () => {
    expect(misplacedIn(figure)).toEqual([]);
    expect(misplacedIn(many)).toEqual([]);
    expect(misplacedIn(interviewFigure({ window: { from: 1234, to: 1300 } }))).toEqual([]);
  });

  test('of 100,000 spans draws what fits and counts the rest', () => {
    const huge = continuumFigure(
      'huge',
      manySpans({ raters: 2, codes: 20, each: 50_000, length: 2_000_000 }),
    );
    const svg = figureToSvg(huge);
    expect(svg.length).toBeLessThan(1_000_000);
    const counted = textsIn(huge).flatMap((text) => (/^\+\d+$/u.test(text) ? [Number(text)] : []));
    const all = (svg.match(/<title>/gu)?.length ?? 0) + counted.reduce((sum, n) => sum + n, 0);
    expect(all).toBeGreaterThanOrEqual(100_000);
    expect(all).toBeLessThan(100_020);
  });

  test('is well-formed XML whatever things are called, and however few they are', () => {
    const any = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(any, any, any, fc.nat(3), (one, other, third, length) => {
        const spans = length > 0 ? [{ start: 0, end: 1, code: one }] : [];
        const data = { raters: [other, third], continua: [{ document: third, length, spans: [spans, []] }] };
        const labels = new Map([[one, other]]);
        expect(
          xmlProblem(figureToSvg(continuumFigure('f', data, { labels, unit: third, caption: one }))),
        ).toBeUndefined();
      }),
    );
  });

  test('of no documents and of no raters says so', () => {
    for (const data of [
      { raters: ['a', 'b'], continua: [] },
      { raters: [], continua: [{ document: 'd', length: 5, spans: [] }] },
    ]) {
      const empty = continuumFigure('f', data);
      expect(textsIn(empty)).toContain('Nobody marked anything.');
      expect(figureToTerminal(empty, plain)).toContain('Nobody marked anything.');
    }
  });
});
