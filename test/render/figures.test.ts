import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bars, DivergingBars, Figure, Intervals, StatementBoard } from '../../src/exhibit/figure.ts';
import { figureToSvg } from '../../src/render/figures/figure-to-svg.ts';
import { contrast, inkOn, levelColor, neutral, participantColors } from '../../src/render/figures/palette.ts';
import { spread } from '../../src/render/figures/spread.ts';
import { bars, board, countBars, kappas } from './fixtures.ts';
import { xmlProblem } from './well-formed.ts';

/** The text elements of a picture, in drawing order. */
function texts(figure: Figure): string[] {
  return [...figureToSvg(figure).matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text = '']) => text);
}

function rectsFilled(figure: Figure, fill: string): { x: number; width: number }[] {
  return [
    ...figureToSvg(figure).matchAll(/<rect x="([-\d.]+)"[^>]*? width="([-\d.]+)"[^>]*? fill="([^"]+)"/gu),
  ]
    .filter(([, , , color]) => color === fill)
    .map(([, x, width]) => ({ x: Number(x), width: Number(width) }));
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '<',
      '&',
      ']]>',
      '"',
      '\u0000',
      '\u001b[31m',
      '\ufffe',
      '\ud800',
      '😀',
      '漢',
      ' ',
      'a',
    ),
  }),
);

describe('every figure', () => {
  test('the check for well-formed XML sees what is wrong', () => {
    for (const broken of [
      '<a>',
      '<a></b>',
      '<a x=1/>',
      '<a x="<"/>',
      '<a>&nbsp;</a>',
      '<a>\u0001</a>',
      '<a>]]></a>',
      '<a x="1" x="2"/>',
      '<a/><a/>',
      '<a><b id="i"/><b id="i"/></a>',
    ]) {
      expect(xmlProblem(broken), broken).toBeDefined();
    }
    expect(xmlProblem('<a x="1"><b/>text &amp; &#x3C;</a>')).toBeUndefined();
  });

  test.each([board, bars, countBars, kappas])(
    '$kind has a role, and a title and a description that name it',
    (figure) => {
      const svg = figureToSvg(figure);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 [\d.]+ [\d.]+"/u);
      expect(svg).toContain('role="img"');
      expect(svg).toContain(`aria-labelledby="${figure.id}--title ${figure.id}--description"`);
      expect(svg).toContain(`<title id="${figure.id}--title">${figure.caption}</title>`);
      expect(svg).toContain(`<desc id="${figure.id}--description">${figure.description}</desc>`);
    },
  );

  test.each([board, bars, countBars, kappas])('$kind draws its own background over the whole', (figure) => {
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(figureToSvg(figure)) ?? [];
    expect(figureToSvg(figure)).toContain(`<rect width="${width}" height="${height}" fill="#ffffff" />`);
  });

  test.each([board, bars, countBars, kappas])('$kind has no number with more than two decimals', (figure) => {
    expect(figureToSvg(figure)).not.toMatch(/="[^"]*\d\.\d{3}/u);
  });

  test('is well-formed XML whatever people wrote', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (one, other, third) => {
        const wall: StatementBoard = {
          ...board,
          caption: one,
          description: other,
          columns: board.columns.map((column) => ({ ...column, label: third })),
          participants: [one],
          marks: [
            { column: 0, participant: one, label: other, comment: third },
            { column: 1, participant: null, label: one },
          ],
        };
        const chart: DivergingBars = {
          ...bars,
          caption: third,
          unit: one,
          levels: bars.levels.map((level) => ({ ...level, label: other })),
          rows: [{ label: one, reversed: true, values: [1, 2, 3, 4, 5], remark: third }],
        };
        const counts: Bars = {
          ...{ ...countBars, caption: one, description: third, unit: other, series: [one, third] },
          rows: [{ label: other, values: [1, null], remark: one }],
        };
        const points: Intervals = {
          ...{ ...kappas, caption: one, description: third, axis: other },
          threshold: { value: 0.5, label: third },
          rows: [{ label: one, value: null, low: null, high: null, remark: other, summary: true }],
        };
        expect(xmlProblem(figureToSvg(counts))).toBeUndefined();
        expect(xmlProblem(figureToSvg(points))).toBeUndefined();
        expect(xmlProblem(figureToSvg(wall))).toBeUndefined();
        expect(xmlProblem(figureToSvg(chart))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test('looks as it did', async () => {
    await expect(figureToSvg(board)).toMatchFileSnapshot('snapshots/statement-board.svg');
    await expect(figureToSvg(bars)).toMatchFileSnapshot('snapshots/diverging-bars.svg');
    await expect(figureToSvg(countBars)).toMatchFileSnapshot('snapshots/bars.svg');
    await expect(figureToSvg(kappas)).toMatchFileSnapshot('snapshots/intervals.svg');
  });
});

describe('bars', () => {
  const drawn = figureToSvg(countBars);

  test('are as long as what they count, and say it at their end', () => {
    const [seven] = rectsFilled(countBars, participantColors[0]);
    const [twelve] = rectsFilled(countBars, participantColors[1]);
    expect((seven?.width ?? 0) / (twelve?.width ?? 1)).toBeCloseTo(7 / 12, 3);
    expect(texts(countBars)).toEqual(expect.arrayContaining(['7', '12', '3', '0', '1', 'of 18']));
  });

  test('have none for what is not known, and say so', () => {
    // Ada's two bars and Bo's two, and a sample for each in the legend.
    const isStrip = (one: string) => /fill="#ffffff"/.test(one);
    const own = (drawn.match(/<rect [^>]*>/gu) ?? []).slice(1).filter((one) => !isStrip(one));
    expect(own).toHaveLength(4 + 2);
    expect(texts(countBars)).toContain('not known');
  });
});

describe('intervals', () => {
  test('give value and bounds in figures, with a true minus sign', () => {
    expect(texts(kappas)).toEqual(
      expect.arrayContaining(['−0.10 (−0.36 to 0.16)', '0.82 (0.61 to 1.00)', '0.66']),
    );
  });

  test('reach below zero where a value does, and mark the threshold', () => {
    const x = (label: string) => {
      const [, at] = new RegExp(`<text x="([\\d.]+)"[^>]*>${label}<`, 'u').exec(figureToSvg(kappas)) ?? [];
      return Number(at);
    };
    expect(x('−0.2')).toBeLessThan(x('0'));
    expect((x('threshold 0.7') - x('0')) / (x('1') - x('0'))).toBeCloseTo(0.7, 3);
  });

  test('have no point without a value, and say why', () => {
    expect(figureToSvg(kappas).match(/<circle /gu)).toHaveLength(3);
    expect(texts(kappas)).toContain('undefined: nobody gave it');
  });
});

describe('a statement board', () => {
  test('says how many marks stand under each heading', () => {
    expect(texts(board).filter((text) => /marks?$/u.test(text))).toEqual([
      '4 marks',
      '3 marks',
      'no marks',
      '4 marks',
      '1 mark',
      '1 mark',
    ]);
  });

  test('keeps a participant to one colour', () => {
    const fill = participantColors[4];
    const squares = rectsFilled(board, fill);
    expect(squares).toHaveLength(3); // M5 twice on the wall and once in the legend
  });

  test('gives the ninth participant the first colour in another shape', () => {
    expect(figureToSvg(board)).toMatch(/fill="#e69f00"[^>]*rx="2"/u);
    expect(figureToSvg(board)).toMatch(/fill="#e69f00"[^>]*rx="1[89]\.?\d*"/u);
  });

  test('names in the legend only who appears, and marks without a name only where there are any', () => {
    const one = { ...board, marks: [{ column: 0, participant: 'M2', label: 'a' }] };
    expect(texts(one).slice(-1)).toEqual(['M2']);
    expect(texts(one)).not.toContain('not attributed in the source');
    expect(texts(board)).toContain('not attributed in the source');
    expect(texts({ ...board, marks: [] }).at(-1)).toBe('no marks');
  });

  test('shows the words on a note when it is pointed at', () => {
    expect(figureToSvg(board)).toContain('<title>staff need a day &#x3C;off> &#x26; rest</title>');
  });

  test('draws two hundred marks inside the picture', () => {
    const marks = Array.from({ length: 200 }, (_, index) => ({
      column: index % 3 === 0 ? 0 : 3,
      participant: null,
      label: `?${index}`,
    }));
    const svg = figureToSvg({ ...board, marks });
    const height = Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/u.exec(svg)?.[1]);
    const bottoms = [...svg.matchAll(/ y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/gu)].map(
      ([, y, size]) => Number(y) + Number(size),
    );
    expect(bottoms.length).toBeGreaterThan(200);
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(height);
    for (const { label } of marks) expect(svg).toContain(`>${label}</text>`);
  });

  test('keeps a label too long for its note in the hint', () => {
    const label = 'the-member-with-the-very-long-name-nobody-can-write-on-a-note';
    const svg = figureToSvg({ ...board, marks: [{ column: 0, participant: null, label, comment: 'hm' }] });
    expect(svg).toContain(`<title>${label}: hm</title>`);
  });

  test('refuses a mark in a column that is not there', () => {
    const lost = { ...board, marks: [{ column: 9, participant: null, label: '?' }] };
    expect(() => figureToSvg(lost)).toThrow('column 9');
  });
});

describe('diverging bars', () => {
  const strongly = { no: levelColor('disagree', 1, 2), yes: levelColor('agree', 1, 2) };
  const mild = { no: levelColor('disagree', 0, 2), yes: levelColor('agree', 0, 2) };
  const row = (values: number[]) => ({
    ...bars,
    rows: [{ label: 'x', reversed: false, values, remark: '' }],
  });

  test('puts disagreement left of the centre, agreement right, and the strongest outermost', () => {
    const chart = row([2, 2, 0, 2, 2]);
    const zero = Number(/<line x1="([\d.]+)"[^>]*stroke="#1a1a1a"/u.exec(figureToSvg(chart))?.[1]);
    const at = (fill: string) => rectsFilled(chart, fill)[0]?.x ?? Number.NaN;
    expect(at(strongly.no)).toBeLessThan(at(mild.no));
    expect(at(mild.no)).toBeLessThan(zero);
    expect(at(mild.yes)).toBeCloseTo(zero, 1);
    expect(at(mild.yes)).toBeLessThan(at(strongly.yes));
  });

  test('centres the neutral answers on zero', () => {
    const chart = row([1, 0, 4, 1, 0]);
    const zero = Number(/<line x1="([\d.]+)"[^>]*stroke="#1a1a1a"/u.exec(figureToSvg(chart))?.[1]);
    const between = rectsFilled(chart, neutral)[0] ?? { x: 0, width: 0 };
    expect(between.x + between.width / 2).toBeCloseTo(zero, 1);
  });

  test('prints every value above zero, also where its segment is too narrow', () => {
    const narrow = row([0.5, 0.25, 0.5, 0.5, 90.5]);
    expect(texts(narrow).filter((text) => text === '0.5')).toHaveLength(3);
    expect(texts(narrow)).toContain('0.25');
    expect(texts(narrow)).toContain('90.5');
  });

  test('has whole, positive numbers on both sides of its axis', () => {
    const start = texts(bars).indexOf('members');
    const ticks = texts(bars)
      .slice(0, start)
      .filter((text) => /^\d+$/u.test(text))
      .slice(-9);
    expect(ticks).toEqual(['8', '6', '4', '2', '0', '2', '4', '6', '8', '10'].slice(-9));
  });

  test('marks the reversed rows and explains the mark, only where there are any', () => {
    expect(texts(bars).filter((text) => text.endsWith('(R)'))).toHaveLength(2);
    expect(texts(bars)).toContain('(R) reverse-keyed: answers turned round');
    expect(texts(row([1, 1, 1, 1, 1])).join()).not.toContain('(R)');
  });

  test('loses no word of a long label or remark', () => {
    const all = texts(bars).join(' ').replaceAll('\u00a0', ' ');
    expect(all).toContain(bars.rows[1]?.label);
    expect(all).toContain('2 not reported; 1 without an opinion');
  });

  test('survives rows without answers and levels on one side only', () => {
    expect(texts(row([0, 0, 0, 0, 0]))).toContain('none');
    expect(xmlProblem(figureToSvg({ ...bars, rows: [] }))).toBeUndefined();
    expect(figureToSvg(row([0, 0, 0, 3, 1]))).not.toContain('NaN');
  });
});

describe('colours', () => {
  test('leave 4.5:1 between what is written and what it is written on', () => {
    const levels = (['agree', 'disagree'] as const).flatMap((side) =>
      [1, 2, 3, 4].flatMap((count) =>
        Array.from({ length: count }, (_, strength) => levelColor(side, strength, count)),
      ),
    );
    for (const fill of [...participantColors, ...levels, neutral]) {
      expect(contrast(fill, inkOn(fill)), fill).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
});

describe('spread', () => {
  test('moves boxes apart around where they were, and leaves the others alone', () => {
    expect(spread([10, 12, 100], [8, 8, 8])).toEqual([7, 15, 100]);
    expect(spread([], [])).toEqual([]);
  });

  test('never leaves one over another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 }))),
        (boxes) => {
          const centres = boxes.map(([centre]) => centre).sort((a, b) => a - b);
          const widths = boxes.map(([, width]) => width);
          const places = spread(centres, widths);
          places.slice(1).forEach((place, index) => {
            const apart = ((widths[index] ?? 0) + (widths[index + 1] ?? 0)) / 2;
            expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(apart - 1e-6);
          });
        },
      ),
    );
  });
});
