import { expect, test } from 'vitest';
import { countEvidence } from '../../src/evidence/count-evidence.ts';
import type { TreeCode } from '../../src/evidence/evidence.ts';
import { evidenceFigure } from '../../src/exhibit/evidence-figure.ts';
import { figureToSvg } from '../../src/render/figures/figure-to-svg.ts';
import type { FigureSlot } from '../../src/report/slots.ts';
import type { Study } from '../../src/study/open-study.ts';
import { figureOf } from '../../src/study/result-figures.ts';
import { records, tree } from '../evidence/data.ts';

const said = {
  version: '1',
  unreadable: false,
  raters: null,
  where: [],
  unread: [],
  leftOut: 0,
  duplicates: 0,
};
const evidence = [
  { record: 'PS1', code: 'automation', place: 'p. 1' },
  { record: 'PS1', code: 'automation', place: 'p. 2' },
].map((one) => ({ ...one, field: null, quote: null, rater: null }));

const counted = (codes: readonly TreeCode[]) => ({
  counts: countEvidence(evidence, codes, records, { rollUp: true }),
  ...said,
});

test('one record is no "1 records", and what all figures would repeat is said in a line', () => {
  const figure = evidenceFigure('t', counted(tree));
  expect(figure?.description).toContain(
    'automation: 1 record, 2 mentions; monitoring: 0 records, 0 mentions',
  );
  expect(figure?.notes).toEqual([
    '1 of all 12 records carry at least one of the codes, 11 none. A code counts with those below it.',
  ]);
});

test('each number of a bar stands on paper, so that no line of the grid runs through it', () => {
  const figure = evidenceFigure('t', counted(tree));
  if (!figure) throw new Error('no figure');
  const svg = figureToSvg(figure);
  // As many strips of paper as bars, which are two a code.
  expect(
    svg.match(/<rect[^>]*fill="#ffffff"[^>]*><\/rect><text|<rect[^>]*fill="#ffffff"[^>]*\/?><text/g),
  ).toHaveLength(2 * tree.length);
});

test('a tree with too many codes for one picture says how many and what to do', () => {
  const many = ['practices', 'challenges'].flatMap((id) => [
    { id, title: id, parent: null, depth: 0 },
    ...Array.from({ length: 50 }, (_, at) => ({ id: `${id}-${at}`, title: id, parent: id, depth: 1 })),
  ]);
  const slot = { result: 'themes' } as FigureSlot;
  const refused = figureOf(slot, { from: 'evidence', counted: counted(many) }, {} as Study);
  expect(refused).toMatchObject({
    problem: expect.stringMatching(
      /102 codes, and no more than 80 bars .* "themes-practices: \{ from: evidence, codes: \[practices\] \}" \(branches: practices, challenges\)/,
    ),
  });
});
