import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { figureToTerminal } from '../../src/render/figure-terminal.ts';
import { kappas } from './fixtures.ts';
import {
  ageByVisits,
  fourLevels,
  longItem,
  opinions,
  opinionsByGroup,
  surveyFigures,
  visits,
  visitsByGroup,
} from './survey-fixtures.ts';

const plain = { width: 80, color: false };

test.each([visits, visitsByGroup, opinions, opinionsByGroup, fourLevels])(
  '$id looks as it did in a terminal of 80 columns',
  async (figure) => {
    await expect(figureToTerminal(figure, plain)).toMatchFileSnapshot(`snapshots/survey/${figure.id}.txt`);
  },
);

test.each([30, 50, 60, 80, 200])('no line is longer than a terminal of %i columns', (width) => {
  for (const figure of surveyFigures) {
    const lines = figureToTerminal(figure, { width, color: false }).split('\n');
    expect(Math.max(...lines.map((line) => stringWidth(line))), figure.id).toBeLessThanOrEqual(width);
  }
});

test('every level has a character of its own, and the bars part where the answers do', () => {
  const [, row = ''] = figureToTerminal(fourLevels, plain).split('\n').slice(2);
  const bar = /1+2+3+4+/u.exec(row)?.[0] ?? '';
  const share = (mark: string) => bar.split(mark).length - 1;
  expect(share('4') / bar.length).toBeCloseTo(0.4, 1);
  expect(share('1') / bar.length).toBeCloseTo(0.1, 1);
  expect(row).toMatch(/30% .* 70% +100$/u);
});

test('the same is said without colour', () => {
  const colored = figureToTerminal(opinions, { width: 80, color: true });
  expect(colored).toContain('\u001b[33m');
  expect(colored.replace(/\u001b\[\d+m/gu, '')).toBe(figureToTerminal(opinions, plain));
});

test('a stamp stands before everything else, and no word of a long question is lost', () => {
  const text = figureToTerminal(opinions, plain);
  expect(text.startsWith('[Reconstructed data: made up')).toBe(true);
  const labels = text.split('\n').map((line) => line.slice(0, 28).trim());
  expect(labels.join(' ').replaceAll(/\s+/gu, ' ')).toContain(longItem);
  expect(figureToTerminal({ ...ageByVisits, stamp: 'Reconstructed' }, plain)).toContain('[Reconstructed] ');
});

test('other kinds, and every kind on a narrow terminal, are their data as a table', () => {
  expect(figureToTerminal(kappas, plain)).toContain('Evening hours matter more than early ones');
  expect(figureToTerminal(visits, { width: 40, color: false })).toContain('From %');
});
