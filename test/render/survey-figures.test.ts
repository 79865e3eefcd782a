import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likertFigure } from '../../src/exhibit/likert-figure.ts';
import { shareFigure } from '../../src/exhibit/share-figure.ts';
import type { HeatMap, LikertAnswers, LikertBars, ShareBars } from '../../src/exhibit/survey-figures.ts';
import { figureToSvg } from '../../src/render/figures/figure-to-svg.ts';
import {
  apartColor,
  contrast,
  inkOn,
  levelColor,
  neutral,
  paper,
  residualColor,
  shareColor,
} from '../../src/render/figures/palette.ts';
import { exhibitToHast } from '../../src/render/html-exhibit.ts';
import { reportToMarkdown } from '../../src/render/markdown.ts';
import { stringifyHtml } from '../../src/render/stringify-html.ts';
import {
  ageByVisits,
  ageByVisitsResiduals,
  fourLevels,
  longItem,
  opinions,
  opinionsByGroup,
  surveyFigures,
  visits,
  visitsByGroup,
} from './survey-fixtures.ts';
import { misplacedIn, rectsIn, sizeOf, textsIn, writtenIn } from './svg-shapes.ts';
import { xmlProblem } from './well-formed.ts';

const heads = { row: 'Item', panel: 'Group' };

/** One row of answers. */
const answered = (figure: LikertBars, answers: LikertAnswers): LikertBars => ({
  ...figure,
  rows: figure.rows.slice(0, 1),
  panels: [{ label: '', answers: [answers] }],
});

/** Where a number stands on the axis. */
const tickAt = (figure: LikertBars | ShareBars, text: string): number | undefined =>
  writtenIn(figure).findLast((one) => one.anchor === 'middle' && one.text === text)?.x;

describe('every figure of a survey', () => {
  test.each(surveyFigures)('$id looks as it did', async (figure) => {
    await expect(figureToSvg(figure)).toMatchFileSnapshot(`snapshots/survey/${figure.id}.svg`);
  });

  test.each(surveyFigures)('$id has no text over another or outside the picture', (figure) => {
    expect(misplacedIn(figure)).toEqual([]);
  });

  test.each(surveyFigures)('$id shows its stamp above everything, and in title and description', (figure) => {
    const stamped = { ...figure, stamp: 'Reconstructed from three printed numbers' };
    const { stamp: _, ...plain } = figure;
    const svg = figureToSvg(stamped);
    expect(svg).toMatch(/<title[^>]*>\[Reconstructed from three printed numbers\] /u);
    expect(svg).toMatch(/<desc[^>]*>\[Reconstructed from three printed numbers\] /u);
    expect(textsIn(stamped)[0]).toBe('Reconstructed from three printed numbers');
    expect(textsIn(plain)).not.toContain('Reconstructed from three printed numbers');
    expect(sizeOf(stamped).height).toBeGreaterThan(sizeOf(plain as typeof figure).height);
  });

  test('says its stamp in a page and in Markdown too: in the caption and over the data', () => {
    const exhibit = { kind: 'figure', number: 1, figure: opinions } as const;
    const page = stringifyHtml(exhibitToHast(exhibit));
    expect(page).toMatch(/<figcaption><b>Figure 1\.<\/b> \[Reconstructed data: made up/u);
    expect(page).toMatch(/<caption>\[Reconstructed data: made up/u);
    const markdown = reportToMarkdown(
      {
        ...{ title: 'Hours', language: 'en', tables: [], figures: [opinions] },
        tree: { type: 'root', children: [{ type: 'exhibit', exhibit }] },
      },
      { figurePath: (id) => `${id}.svg` },
    );
    expect(markdown).toMatch(/!\[\\?\[Reconstructed data: made up/u);
    expect(markdown).toMatch(/Figure 1\. \\?\[Reconstructed data: made up/u);
    expect(markdown).toMatch(/Data behind figure 1\. \\?\[Reconstructed data: made up/u);
  });

  test('loses no word of a question of 150 characters', () => {
    expect(longItem).toHaveLength(150);
    for (const figure of [visits, opinions, ageByVisits])
      expect(textsIn(figure).join(' ')).toContain(longItem);
  });

  test('writes from the right what reads from the right, at the right of its column', () => {
    const arabic = writtenIn(visits).filter(({ text }) => /\p{sc=Arab}/u.test(text));
    expect(arabic.length).toBeGreaterThan(0);
    for (const { fromRight, right } of arabic) {
      expect(fromRight).toBe(true);
      expect(right).toBe(16 + 270);
    }
    expect(writtenIn(visits).find(({ text }) => text === 'The café')).toMatchObject({
      left: 16,
      fromRight: false,
    });
  });

  const label = fc.oneof(
    fc.string({
      maxLength: 40,
      unit: fc.constantFrom('a', 'W', ' ', 'é', '漢', 'م', '<', '&', '\u0000', ']]>'),
    }),
    fc.constantFrom(longItem, 'Yes', ''),
  );
  const whole = fc.integer({ min: 0, max: 5000 });

  test('is well-formed with no text over another, whatever is asked and answered', () => {
    const likert = fc
      .record({
        levels: fc.array(fc.record({ label, side: fc.constantFrom('disagree', 'neutral', 'agree') }), {
          minLength: 2,
          maxLength: 11,
        }),
        apart: fc.option(label),
        rows: fc.array(fc.record({ label, reversed: fc.boolean() }), { maxLength: 4 }),
        groups: fc.array(label, { minLength: 1, maxLength: 12 }),
        numbers: fc.array(whole, { minLength: 12, maxLength: 40 }),
      })
      .map(({ levels, apart, rows, groups, numbers }) => {
        let next = 0;
        const number = () => numbers[next++ % numbers.length] ?? 0;
        const panels = groups.map((name) => ({
          label: name,
          answers: rows.map(() => ({ counts: levels.map(number), apart: apart === null ? 0 : number() })),
        }));
        return likertFigure({ ...opinionsByGroup, levels, apart, rows, panels }, heads);
      });
    const shares = fc
      .record({
        rows: fc.array(label, { maxLength: 4 }),
        groups: fc.array(label, { minLength: 1, maxLength: 12 }),
        numbers: fc.array(fc.tuple(whole, whole), { minLength: 5, maxLength: 20 }),
      })
      .map(({ rows, groups, numbers }) => {
        let next = 0;
        const share = () => {
          const [one = 0, other = 0] = numbers[next++ % numbers.length] ?? [];
          return { count: Math.min(one, other), of: Math.max(one, other), low: null, high: null };
        };
        const panels = groups.map((name) => ({ label: name, shares: rows.map(share) }));
        return shareFigure({ ...visitsByGroup, rows, panels }, heads);
      });
    fc.assert(
      fc.property(fc.oneof(likert, shares), (figure) => {
        expect(xmlProblem(figureToSvg(figure))).toBeUndefined();
        expect(misplacedIn(figure)).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

describe('Likert bars', () => {
  const strongly = [levelColor('disagree', 1, 2), levelColor('agree', 1, 2)] as const;
  const mildly = [levelColor('disagree', 0, 2), levelColor('agree', 0, 2)] as const;

  test('have the middle of the neutral answers at zero', () => {
    const zero = tickAt(opinions, '0%');
    const boxes = rectsIn(opinions, neutral).slice(0, -1); // the last is in the legend
    expect(boxes).toHaveLength(3);
    for (const { x, width } of boxes) expect(x + width / 2).toBeCloseTo(zero ?? 0, 1);
  });

  test('part at zero where there is no neutral level', () => {
    const zero = tickAt(fourLevels, '0%') ?? 0;
    const rows = fourLevels.panels[0]?.answers.length ?? 0;
    for (const { x, width } of rectsIn(fourLevels, mildly[0]).slice(0, rows))
      expect(x + width).toBeCloseTo(zero, 1);
    for (const { x } of rectsIn(fourLevels, mildly[1]).slice(0, rows)) expect(x).toBeCloseTo(zero, 1);
  });

  test('are all equally long, and as long as the axis says', () => {
    const length = (figure: LikertBars) =>
      [...strongly, ...mildly, neutral]
        .flatMap((fill) => rectsIn(figure, fill).filter(({ height }) => height === 24))
        .reduce((sum, { width }) => sum + width, 0);
    const one = answered(opinions, { counts: [10, 10, 20, 30, 30], apart: 0 });
    const perCent = ((tickAt(one, '60%') ?? 0) - (tickAt(one, '0%') ?? 0)) / 60;
    expect(length(one) / perCent).toBeCloseTo(100, 0);
  });

  test('say the sums of both sides, the middle and n beside the bar', () => {
    const one = answered(opinions, { counts: [10, 11, 20, 30, 29], apart: 0 });
    expect(textsIn(one)).toEqual(expect.arrayContaining(['21%', '20%', '59%', '100']));
  });

  test('say that somebody did and somebody did not, however few', () => {
    const one = answered(opinions, { counts: [1, 0, 0, 0, 999], apart: 0 });
    expect(textsIn(one)).toEqual(expect.arrayContaining(['<1%', '>99%']));
  });

  test('write a percentage into a segment only where it fits', () => {
    const one = answered(opinions, { counts: [1, 0, 0, 0, 99], apart: 0 });
    expect(textsIn(one)).toContain('99');
    expect(textsIn(one)).not.toContain('1');
  });

  test('keep answers outside the scale out of the bar, and draw them apart as a part of all answers', () => {
    const counts = [10, 10, 20, 30, 30];
    const [none, many] = [0, 100].map((apart) => answered(opinions, { counts, apart }));
    if (!none || !many) throw new Error('no figures');
    for (const fill of [...strongly, ...mildly, neutral])
      expect(rectsIn(many, fill)).toMatchObject(rectsIn(none, fill).map(({ x, width }) => ({ x, width })));
    expect(rectsIn(none, apartColor)).toHaveLength(1); // in the legend
    expect(rectsIn(many, apartColor)).toHaveLength(2);
    expect(textsIn(many)).toContain('50%');
  });

  test('say where nobody answered', () => {
    expect(textsIn(opinions)).toContain('no answers');
    expect(textsIn(answered(opinions, { counts: [0, 0, 0, 0, 0], apart: 7 }))).toEqual(
      expect.arrayContaining(['no answers', '100%']),
    );
  });

  test('name the levels in their order, then what lies outside them', () => {
    const order = [
      'strongly disagree',
      'disagree',
      'neither agree nor disagree',
      'agree',
      'strongly agree',
      'no opinion',
    ];
    expect(textsIn(opinions).slice(-7)).toEqual([...order, '(R) reverse-keyed: answers turned round']);
  });

  test.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])('tell %i levels apart by colour', (count) => {
    const levels = Array.from({ length: count }, (_, at) => {
      const side =
        at < Math.floor(count / 2)
          ? 'disagree'
          : count % 2 === 1 && at === (count - 1) / 2
            ? 'neutral'
            : 'agree';
      return { label: `level ${at}`, side } as const;
    });
    const figure = { ...answered(fourLevels, { counts: Array(count).fill(5), apart: 0 }), levels };
    const fills = [...figureToSvg(figure).matchAll(/height="24" fill="([^"]+)"/gu)].map(([, fill]) => fill);
    expect(new Set(fills).size).toBe(count);
    expect(misplacedIn(figure)).toEqual([]);
  });

  test('draw forty rows inside the picture', () => {
    const rows = Array.from({ length: 40 }, (_, at) => ({
      label: at % 2 ? longItem : `Item ${at}`,
      reversed: false,
    }));
    const answers = rows.map((_, at) => ({ counts: [at, 40 - at, 5, 5, 5], apart: at }));
    expect(misplacedIn({ ...opinionsByGroup, rows, panels: [{ label: '', answers }] })).toEqual([]);
  });
});

describe('shares', () => {
  const fill = levelColor('agree', 1, 3);

  test('are as long as the axis says, with whiskers from one end of the interval to the other', () => {
    const zero = tickAt(visits, '0%') ?? 0;
    const perCent = ((tickAt(visits, '80%') ?? 0) - zero) / 80;
    const [first] = rectsIn(visits, fill);
    expect((first?.width ?? 0) / perCent).toBeCloseTo(75, 1);
    const [, from, to] =
      /d="M([\d.]+) [\d.]+V[\d.]+M[\d.]+ [\d.]+H([\d.]+)M/u.exec(figureToSvg(visits)) ?? [];
    expect((Number(from) - zero) / perCent).toBeCloseTo(64.5, 1);
    expect((Number(to) - zero) / perCent).toBeCloseTo(83.2, 1);
    expect(textsIn(visits)).toContain('95% Wilson interval');
  });

  test('say percentage, count and base, and where nobody was asked', () => {
    expect(textsIn(visits)).toEqual(
      expect.arrayContaining(['75%', '60 of 80', '<1%', '1 of 320', 'no answers']),
    );
  });

  test('name a base that all rows have once', () => {
    const one = { ...visits, panels: [{ label: '', shares: visits.panels[0]?.shares.slice(0, 4) ?? [] }] };
    expect(textsIn(one)).toEqual(expect.arrayContaining(['n, of 80', '60']));
  });

  test('have no whiskers where there is no interval', () => {
    const shares = (visits.panels[0]?.shares ?? []).map((share) => ({ ...share, low: null, high: null }));
    expect(figureToSvg({ ...visits, interval: null, panels: [{ label: '', shares }] })).not.toContain(
      '<path',
    );
  });
});

describe('panels', () => {
  test('have one scale: the same share is as long in each', () => {
    const twenty = rectsIn(visitsByGroup, levelColor('agree', 1, 3)).map(({ width }) => width);
    const half = twenty.filter((_, at) => [3, 4, 10, 11].includes(at));
    expect(half).toHaveLength(4);
    for (const width of half) expect(width).toBeCloseTo(half[0] ?? 0, 1);
  });

  test('say their group and its n, also where it is not the same in every row', () => {
    expect(textsIn(visitsByGroup)).toEqual(
      expect.arrayContaining(['Under 18', 'n = 40', '65 and older', 'n = 40–42', 'Staff']),
    );
    expect(textsIn(opinionsByGroup)).toEqual(expect.arrayContaining(['n = 100', 'n = 80–140']));
  });

  test('share their labels: once for every line of panels', () => {
    expect(textsIn(visitsByGroup).filter((text) => text === 'A quiet place')).toHaveLength(2);
    const two = { ...visitsByGroup, panels: visitsByGroup.panels.slice(0, 2) };
    expect(textsIn(two).filter((text) => text === 'A quiet place')).toHaveLength(1);
    expect(textsIn(visitsByGroup).filter((text) => text === visitsByGroup.axis)).toHaveLength(1);
  });

  test.each([2, 7, 12])('are all there where there are %i', (count) => {
    const panels = Array.from({ length: count }, (_, at) => ({
      label: `Group ${at}`,
      shares: visitsByGroup.panels[0]?.shares ?? [],
    }));
    const figure = { ...visitsByGroup, panels };
    expect(textsIn(figure).filter((text) => text.startsWith('Group '))).toHaveLength(count);
    expect(misplacedIn(figure)).toEqual([]);
  });
});

describe('a heat map', () => {
  const cellRects = (figure: HeatMap, fill: string) =>
    rectsIn(figure, fill).filter(({ height }) => height > 20 && height < 300);

  test('gives the count and the percentage of the row in each cell, and nothing but 0 in an empty one', () => {
    expect(textsIn(ageByVisits)).toEqual(expect.arrayContaining(['30', '75%', '400', '44%', '<1%']));
    expect(textsIn(ageByVisits)).not.toContain('0 (0%)');
    expect(cellRects(ageByVisits, paper)).toHaveLength(5);
    expect(textsIn(ageByVisits).filter((text) => text === '0')).toHaveLength(5);
  });

  test('gives n of every row, every column and all', () => {
    const sums = [
      'n = 442',
      'n = 327',
      'n = 216',
      'n = 6',
      'n = 991',
      'n = 40',
      'n = 911',
      'n = 40',
      'n = 0',
    ];
    expect(textsIn(ageByVisits).filter((text) => text.startsWith('n = '))).toEqual(sums);
  });

  test('is darker the higher the percentage, up to the end that the legend names', () => {
    const luminance = (share: number) => contrast(shareColor(share), '#000000');
    expect(luminance(0)).toBeGreaterThan(luminance(0.5));
    expect(luminance(0.5)).toBeGreaterThan(luminance(1));
    expect(textsIn(ageByVisits)).toContain('80%');
    expect(cellRects(ageByVisits, shareColor(0.75 / 0.8))).toHaveLength(1);
  });

  test('shows residuals with their sign and by class, and none where there is none', () => {
    expect(textsIn(ageByVisitsResiduals)).toEqual(expect.arrayContaining(['+4.0', '−6.8', '+9.9', '−0.5']));
    expect(cellRects(ageByVisitsResiduals, residualColor(9))).toHaveLength(1);
    expect(cellRects(ageByVisitsResiduals, residualColor(-9))).toHaveLength(1);
    expect(cellRects(ageByVisitsResiduals, paper)).toHaveLength(4);
    expect([-2, 0, 2].map(residualColor)).toEqual(Array(3).fill(shareColor(0)));
    expect(new Set([-4.1, -4, 0, 4, 4.1].map(residualColor)).size).toBe(5);
  });

  test('grows where columns are many, their names long and their numbers large', () => {
    const labels = Array.from({ length: 16 }, (_, at) => `Donaudampfschifffahrtsgesellschaft ${at}`);
    const wide = {
      ...ageByVisits,
      across: { title: 'Land', labels },
      counts: [labels.map((_, at) => at * 1_000_000)],
    };
    const large = { ...wide, across: { title: 'Land', labels: labels.map((_, at) => String(at)) } };
    expect(misplacedIn({ ...large, counts: [labels.map(() => 1_234_567_890)] })).toEqual([]);
    expect(misplacedIn(wide)).toEqual([]);
    expect(sizeOf(wide).width).toBeGreaterThan(960);
  });
});

describe('the colours of survey figures', () => {
  test('leave 4.5:1 between what is written and what it is written on', () => {
    const levels = (['agree', 'disagree'] as const).flatMap((side) =>
      Array.from({ length: 5 }, (_, strength) => levelColor(side, strength, 5)),
    );
    const shares = Array.from({ length: 101 }, (_, at) => shareColor(at / 100));
    for (const fill of [...levels, ...shares, ...[-5, -3, 0, 3, 5].map(residualColor)]) {
      expect(contrast(fill, inkOn(fill)), fill).toBeGreaterThanOrEqual(4.5);
    }
  });
});
