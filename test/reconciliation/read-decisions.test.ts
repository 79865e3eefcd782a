import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { type Decision, formatDecision } from '../../src/reconciliation/decision.ts';
import { readDecisions } from '../../src/reconciliation/read-decisions.ts';
import { unclearCodes } from '../../src/reconciliation/unclear.ts';
import { told } from '../csv/told.ts';

const decision: Decision = {
  ...{ id: 'd1', replaces: ['d0'], round: '1', document: 'P4', unit: { kind: 'turn', start: 0, end: 10 } },
  ...{ code: 'cost', version: '1.0.0', start: 2, end: 7, quote: 'né "so"\n', text: '9f3a21c0' },
  ...{
    verdict: 'rater',
    right: 'ana',
    outcome: 'present',
    why: '',
    by: 'ana, ben',
    at: '2026-03-01T10:00:00Z',
  },
  raters: [
    { rater: 'ana', gave: true, codings: [{ id: 'a1', rev: 2 }] },
    { rater: 'ben', gave: null, codings: [] },
  ],
};
const line = formatDecision(decision);
const file = (...lines: string[]): VFile => new VFile({ path: 'decisions.jsonl', value: lines.join('\n') });

test('what is written is read again, once, however often merging has doubled it', () => {
  const given = file(line, line, '');
  expect(readDecisions(given).decisions).toEqual([decision]);
  expect(told(given)).toEqual([]);
});

test.each([
  ['1:1 conflict-marker', '<<<<<<< HEAD'],
  ['1:1 not-json', '{"id"'],
  ['1:1 unknown-entry', '{"id":"d1","decision":"other"}'],
  ['1:1 unknown-entry', '7'],
  [`1:${line.indexOf('"present"') + 1} bad-decision`, line.replace('"present"', '"maybe"')],
  [`1:${line.indexOf('"2026') + 1} bad-decision`, line.replace('2026-03-01', '2026-02-30')],
  ['1:1 bad-decision', line.replace('"code":"cost",', '')],
  // One letter less stands before it.
  [`1:${line.indexOf('"ana"')} bad-decision`, line.replace('"verdict":"rater"', '"verdict":"both"')],
  [`1:${line.indexOf('[{"rater"') + 1} bad-decision`, line.replace('"rev":2', '"rev":0')],
])('%s is told at its place, and the other lines are read', (place, bad) => {
  const given = file(bad, line, '');
  expect(readDecisions(given).decisions).toEqual([decision]);
  expect(told(given)).toEqual([place]);
  expect(given.messages[0]?.fatal).toBe(true);
});

test('a last line that is cut off, two that share an id, and keys not known here are told', () => {
  const cut = file(line, line.slice(0, 40));
  expect(readDecisions(cut).decisions).toEqual([decision]);
  expect(told(cut)).toEqual(['2:41 truncated-line']);
  const two = file(line, line.replace('"why":""', '"why":"so"'), '');
  expect(readDecisions(two).decisions).toEqual([decision]);
  expect(told(two)).toEqual(['2:1 equal-ids']);
  const more = file(line.replace('{"id"', '{"mood":"good","id"'), '');
  expect(readDecisions(more).decisions).toEqual([decision]);
  expect(more.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([['unknown-key', false]]);
});

test('unclear definitions are listed by code, those that still stand, the most often found first', () => {
  const unclear = (id: string, code: string, more: Partial<Decision> = {}): Decision => ({
    ...decision,
    ...{ id, code, verdict: 'unclear', outcome: 'open', replaces: [] },
    ...more,
  });
  const all = [
    unclear('1', 'time'),
    unclear('2', 'cost'),
    unclear('3', 'cost'),
    unclear('4', 'care'),
    unclear('5', 'care', { verdict: 'difference', replaces: ['4'] }),
  ];
  expect(unclearCodes(all).map(({ code, decisions }) => [code, decisions.length])).toEqual([
    ['cost', 2],
    ['time', 1],
  ]);
});
