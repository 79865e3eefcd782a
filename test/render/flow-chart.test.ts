import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowChart } from '../../src/exhibit/flow-chart.ts';
import { tableToCsv } from '../../src/render/csv.ts';
import { figureToTerminal } from '../../src/render/figure-terminal.ts';
import { figureToSvg } from '../../src/render/figures/figure-to-svg.ts';
import { caution, paper } from '../../src/render/figures/palette.ts';
import { fourSources, twoTotals, used } from '../selection/flows.ts';
import { misplacedIn, type Rect, rectsIn, textsIn, writtenIn } from './svg-shapes.ts';
import { xmlProblem } from './well-formed.ts';

const drawn = (id: string, text: string) => flowChart(id, used(text));
const charts = [
  drawn('two-totals', twoTotals),
  drawn('four-sources', fourSources),
  drawn('not-adding-up', fourSources.replace('screened: 890', 'screened: 891')),
];

const overlap = (one: Rect, other: Rect): boolean =>
  Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 0.01 &&
  Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y) > 0.01;

/** The boxes, without the paper of the whole picture. */
const boxesIn = (figure: (typeof charts)[number]): Rect[] => [
  ...rectsIn(figure, paper).slice(1),
  ...rectsIn(figure, caution.fill),
];

describe('a selection flow', () => {
  test.each(charts)('$id looks as it did', async (figure) => {
    await expect(figureToSvg(figure)).toMatchFileSnapshot(`snapshots/flow/${figure.id}.svg`);
  });

  test.each(charts)(
    '$id is XML, with no text over another or outside the picture, and no box over another',
    (figure) => {
      expect(xmlProblem(figureToSvg(figure))).toBeUndefined();
      expect(misplacedIn(figure)).toEqual([]);
      const boxes = boxesIn(figure);
      const over = boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => overlap(one, other)));
      expect(over).toEqual([]);
    },
  );

  test.each(charts)('$id has every count within a box, not broken', (figure) => {
    const boxes = boxesIn(figure);
    const counts = writtenIn(figure).filter(({ text }) => /n\u00a0=\u00a0\d/.test(text));
    expect(counts.length).toBeGreaterThan(10);
    for (const { text, left, right, top, bottom } of counts) {
      expect(text).toMatch(/\(n\u00a0=\u00a0\d+[),]/);
      const inside = boxes.some(
        ({ x, y, width, height }) => left >= x && right <= x + width && top >= y && bottom <= y + height,
      );
      expect(inside, text).toBe(true);
    }
  });

  test('what is not reported is said so, with what the other boxes give, and never 0', () => {
    const words = textsIn(drawn('a', twoTotals)).join(' ').replaceAll('\u00a0', ' ');
    expect(words).toContain('Records excluded (not reported, 3698 by the other boxes)');
    expect(words).toContain('Reports excluded (not reported)');
    expect(words).not.toContain('n = 0');
    expect(textsIn(drawn('a', fourSources)).join(' ').replaceAll('\u00a0', ' ')).toContain(
      'Reports not retrieved (n = 0)',
    );
  });

  test('a box that does not add up is marked, and a note says how', () => {
    const figure = drawn('a', twoTotals.replace('count: 210', 'count: 220'));
    expect(rectsIn(figure, caution.fill)).toHaveLength(1);
    expect(textsIn(figure)).toContain('does not add up');
    expect(figure.notes).toContain(
      'Does not add up. All, as the flow has it: 150 Academic studies + 60 Grey items = 210, but 220 in all, 10 more.',
    );
    expect(rectsIn(drawn('a', twoTotals), caution.fill)).toEqual([]);
  });

  test('of up to five sources is read on a page: text of 8 pt or more in a line of 16 cm', () => {
    const sources = Array.from(
      { length: 5 },
      (_, at) => `  s${at}: { kind: other, identified: 5, removed: 2, screened: 3 }\n`,
    );
    for (let count = 1; count <= 5; count++) {
      const figure = drawn('a', `emic: 1\nsources:\n${sources.slice(0, count).join('')}`);
      const svg = figureToSvg(figure);
      const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
      const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
      const points = (16 / 2.54) * 72;
      expect(sizes.length).toBeGreaterThan(5 * count);
      expect((Math.min(...sizes) * points) / width).toBeGreaterThanOrEqual(8);
      expect(misplacedIn(figure)).toEqual([]);
    }
  });

  test('several parts that are not reported stand together', () => {
    const removed = 'by: { video: not reported, duplicates: not reported }';
    const words = drawn('a', twoTotals.replace(/by: \{ video.*\}/, `${removed} }`)).columns[2]?.boxes[0]
      ?.side;
    expect(words?.parts).toEqual(['not reported: video, duplicates']);
  });

  test('what is not yet settled stands apart from what was excluded, so that the reasons make their sum', () => {
    const { flow, checked } = used(fourSources);
    const step = flow.sources[0]?.steps.find((one) => one.step === 'excluded-reports');
    if (!step) throw new Error();
    step.pending = 3;
    const figure = flowChart('a', { flow, checked });
    const row = figure.columns[0]?.boxes[3];
    expect(row?.side?.parts.join()).not.toContain('settled');
    expect(row?.unsettled?.lines).toEqual(['Reports not yet settled (n\u00a0=\u00a03)']);
    expect(misplacedIn(figure)).toEqual([]);
    expect(figureToSvg(figure).match(/stroke-dasharray/g)).toHaveLength(1);
    expect(tableToCsv(figure.data)).toContain('\nDatabases,Reports not yet settled,3,');
    expect(figureToTerminal(figure, { width: 80, color: false })).toContain(
      '    ? Reports not yet settled (n = 3)',
    );
  });

  test('notes have what does not add up first, and in one what is not checked', () => {
    const { notes } = drawn('a', twoTotals.replace('count: 210', 'count: 220'));
    expect(notes).toHaveLength(3);
    expect(notes[0]).toMatch(/^Does not add up\./);
    expect(notes[1]).toBe(
      'Not explained by any recorded box: Academic literature, 1542 from 5519 to 3977, 3698 from 3977 to 279 and 147 from 279 to 132; Grey literature, 30 from 453 to 423 and 382 from 423 to 41; From academic studies, 21 from 39 to 18; From grey literature, 8 from 27 to 19.',
    );
  });

  test('totals of totals, over a level that they go past, lie beside each other', () => {
    const text = `${twoTotals}  everything:
    of: [with-60, { label: a letter, count: 1 }]
  also:
    of: [grey-snowballing, with-48]
`;
    const figure = drawn('deep', text);
    const boxes = boxesIn(figure);
    expect(boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => overlap(one, other)))).toEqual(
      [],
    );
    expect(misplacedIn(figure)).toEqual([]);
  });

  test('totals of printed numbers alone stand below those that lines lead to', () => {
    const printed = `${twoTotals}  printed:
    label: As printed
    of: [{ label: academic, count: 150 }, { label: grey, count: 48 }]
    alternative-to: with-60
`;
    const written = writtenIn(drawn('printed', printed));
    expect(written.map(({ text }) => text)).toContain(
      'Totals of printed numbers, not made of the boxes above',
    );
    expect(textsIn(drawn('a', twoTotals)).join(' ')).not.toContain('not made of the boxes');
    const top = (words: string) => written.find(({ text }) => text.startsWith(words))?.top ?? Number.NaN;
    expect(top('As printed')).toBeGreaterThan(top('All, as the flow'));
    const left = (id: string, text: string) =>
      writtenIn(drawn(id, text)).find((one) => one.text.startsWith('Academic studies'))?.left;
    expect(left('b', printed)).toBe(left('a', twoTotals));
  });

  test('labels of any length and script stay in their boxes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), (label) => {
        const { flow, checked } = used(fourSources);
        const [source] = flow.sources;
        const total = flow.totals[0];
        if (!source || !total) throw new Error();
        source.label = label;
        total.label = label;
        const part = source.steps[1]?.parts[0];
        if (part) part.name = label;
        const figure = flowChart('a', { flow, checked });
        expect(misplacedIn(figure)).toEqual([]);
        expect(xmlProblem(figureToSvg(figure))).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('has the same as a table, with what the other steps give and the place', () => {
    const csv = tableToCsv(drawn('a', twoTotals).data);
    expect(csv).toContain('Academic literature,Records screened,3977,not applicable,reported,Section 3.2.2');
    expect(csv).toContain('Academic literature,Records excluded,not reported,3698,not applicable,');
    expect(csv).toContain('"All, as the flow has it",Studies in all,210,210,reported,');
  });

  test('is an outline in the terminal, no line of it too wide', () => {
    for (const figure of charts) {
      const text = figureToTerminal(figure, { width: 60, color: false });
      expect(text.split('\n').filter((line) => line.length > 60)).toEqual([]);
      expect(text).toMatch(/^ {2}Records screened \(n = \d+\)/m);
    }
    expect(figureToTerminal(drawn('a', twoTotals), { width: 100, color: false })).toContain(
      '  All, as the flow has it (n = 210)\n    150 + 60 = 210\n    – an alternative to “All, as the abstract has it”\n',
    );
  });
});
