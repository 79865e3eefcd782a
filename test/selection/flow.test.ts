import { describe, expect, test } from 'vitest';
import { computedSteps } from '../../src/selection/computed-steps.ts';
import { sumOfTotal } from '../../src/selection/total-sums.ts';
import { fourSources, held, twoTotals, used } from './flows.ts';

describe('a published flow with two totals for one review', () => {
  test('adds up wherever it can be checked', () => {
    const { told, flow } = used(twoTotals);
    expect(told).toEqual([]);
    const sums = flow.totals.map((total) => [total.name, sumOfTotal(flow, total), total.reported]);
    expect(sums).toEqual([
      ['academic-studies', 150, 150],
      ['grey-items', 60, 60],
      ['with-48', 198, 198],
      ['with-60', 210, 210],
    ]);
  });

  test('has computed what it does not report, and nothing where two numbers are open', () => {
    const [academic, snowballing] = used(twoTotals).flow.sources;
    expect(academic && Object.fromEntries(computedSteps(academic))).toEqual({
      removed: 1542,
      'excluded-records': 3698,
    });
    expect(snowballing && computedSteps(snowballing).size).toBe(0);
  });

  test('says of each step that cannot be checked where it is, and what is missing', () => {
    const { unchecked } = used(twoTotals);
    expect(unchecked[0]).toEqual({
      line: 8,
      column: 15,
      reason:
        'Academic literature: 5519 records identified to 3977 records screened: the 1542 between are not explained by any recorded box; records removed before screening is not reported',
    });
    expect(unchecked.map(({ line }) => line)).toEqual([8, 10, 24, 12, 18, 26, 32]);
  });

  test('and of each jump from the last box to the studies how many no box is recorded for', () => {
    const { unchecked } = used(twoTotals);
    expect(unchecked.slice(3).map(({ reason }) => reason.split(';')[0])).toEqual([
      'Academic literature: 279 reports assessed for eligibility to 132 studies included: the 147 between are not explained by any recorded box',
      'From academic studies: 39 records identified to 18 studies included: the 21 between are not explained by any recorded box',
      'Grey literature: 423 records screened to 41 studies included: the 382 between are not explained by any recorded box',
      'From grey literature: 27 records identified to 19 studies included: the 8 between are not explained by any recorded box',
    ]);
    const some = used(twoTotals.replace('excluded-reports: not reported', 'excluded-reports: 140'));
    expect(some.unchecked.find(({ line }) => line === 12)?.reason).toContain(
      'of the 147 between, 7 are not explained by any recorded box; reports of included studies is not reported',
    );
    const all = used(twoTotals.replace('excluded-reports: not reported', 'excluded-reports: 147'));
    expect(all.unchecked.map(({ line }) => line)).not.toContain(12);
    const more = used(twoTotals.replace('excluded-reports: not reported', 'excluded-reports: 148'));
    expect(more.told).toMatchObject([{ line: 12, expected: ['at most 131'] }]);
  });

  test('a third total that the paper prints does not add up', () => {
    const { told } = used(twoTotals.replace('count: 210', 'count: 220'));
    expect(told).toMatchObject([
      {
        rule: 'does-not-add-up',
        line: 52,
        reason:
          'All, as the flow has it: 150 Academic studies + 60 Grey items = 210, but 220 in all, 10 more',
        expected: ['210'],
      },
    ]);
  });
});

describe('a number that cannot be', () => {
  test.each([
    [
      'screened: 890',
      'screened: 891',
      [
        [
          8,
          'Databases: 1200 records identified, but 310 records removed before screening + 891 records screened = 1201, 1 more',
        ],
        [
          10,
          'Databases: 891 records screened, but 700 records excluded + 190 reports sought for retrieval = 890, 1 fewer',
        ],
      ],
    ],
    [
      'Scopus: 700',
      'Scopus: 690',
      [
        [
          6,
          'Databases: 1200 records identified, but 690 Scopus + 400 Web of Science + 100 PubMed = 1190, 10 fewer',
        ],
      ],
    ],
    [
      'included-studies: 60',
      'included-studies: 65',
      [
        [15, 'Databases: 64 reports of included studies, but 65 studies included, 1 more'],
        [
          56,
          'New studies: 65 Databases + 3 Registers + 2 Websites of organisations and professional associations + 6 References of the included studies = 76, but 71 in all, 5 fewer',
        ],
      ],
    ],
    [
      'not-retrieved: 6',
      'not-retrieved: 7',
      [
        [
          12,
          'Databases: 190 reports sought for retrieval, but 7 reports not retrieved + 184 reports assessed for eligibility = 191, 1 more',
        ],
      ],
    ],
  ])('%s as %s is told at each sum that has it', (from, to, expected) => {
    const { told } = used(fourSources.replace(from, to));
    expect(told.map(({ line, reason }) => [line, reason])).toEqual(expected);
  });

  test('a box larger than one before it is told over boxes that are not reported', () => {
    const { told } = used(`emic: 1
sources:
  all:
    kind: databases
    identified: 100
    removed: not reported
    screened: not reported
    excluded-records: not reported
    assessed: 120
`);
    expect(told).toMatchObject([{ line: 9, column: 15, expected: ['at most 100'] }]);
  });

  test('reasons that are more than the whole are told although one is not reported', () => {
    const { told } = used(`emic: 1
sources:
  all:
    kind: databases
    excluded-reports: { count: 10, by: { language: 8, no data: 5, other: not reported } }
`);
    expect(told).toMatchObject([{ rule: 'does-not-add-up', line: 5 }]);
  });

  test('one report may tell of several studies where that is said', () => {
    const text = fourSources
      .replace('included-studies: 3', 'included-studies: 5')
      .replace('count: 71', 'count: 73');
    expect(used(text).told).toHaveLength(1);
    const said = text.replace('kind: registers', 'kind: registers\n    several-studies: true');
    expect(used(said).told).toEqual([]);
  });
});

describe('a difference that is said to be known', () => {
  const known = twoTotals.replace('count: 210', 'count: 220\n    known: The paper says 220 throughout.');

  test('is no warning, and is told with its reason', () => {
    const { told, known: said } = used(known);
    expect(told).toEqual([]);
    expect(said).toEqual([
      'All, as the flow has it: 150 Academic studies + 60 Grey items = 210, but 220 in all, 10 more; known: The paper says 220 throughout.',
    ]);
  });

  test('at a step ends the warnings of sums that end there, and no others', () => {
    const text = fourSources.replace('sought: 190', 'sought: { count: 191, known: A slip. }');
    expect(used(text).told).toMatchObject([{ rule: 'does-not-add-up', line: 12 }]);
    expect(used(text).known).toHaveLength(1);
  });

  test('where nothing differs is told', () => {
    expect(used(known.replace('count: 220', 'count: 210')).told).toMatchObject([
      { rule: 'no-difference', line: 53, column: 5 },
    ]);
  });
});

describe('a total of sources that report one of studies and reports', () => {
  const total = (first: string, rest: string) => `emic: 1
sources:
  a: { kind: databases, ${first} }
  b: { kind: other, included-reports: 6, included-studies: 5 }
totals:
  all: { of: [a, b], ${rest} }
`;
  test.each([
    [
      'more studies than there are reports',
      total('included-reports: 10', 'count: 16'),
      'all: at most 10 a + 5 b = at most 15, but 16 in all, 1 more',
      'at most 15',
    ],
    [
      'more studies than assessing left over',
      total('assessed: 30, excluded-reports: 20', 'count: 16'),
      'all: at most 10 a + 5 b = at most 15, but 16 in all, 1 more',
      'at most 15',
    ],
    [
      'fewer studies than one source has',
      total('included-reports: 10', 'count: 4'),
      'all: 5 b, but 4 in all, 1 fewer',
      'at least 5',
    ],
    [
      'fewer reports than studies',
      total('included-studies: 10', 'counts: reports, count: 15'),
      'all: at least 10 a + 6 b = at least 16, but 15 in all, 1 fewer',
      'at least 16',
    ],
  ])('%s is told', (_, text, reason, expected) => {
    expect(used(text).told).toMatchObject([
      { rule: 'does-not-add-up', line: 6, reason, expected: [expected] },
    ]);
  });

  test('what can be is not told, nor where a report may tell of several studies', () => {
    expect(used(total('included-reports: 10', 'count: 15')).told).toEqual([]);
    expect(used(total('included-reports: 10', 'count: 5')).told).toEqual([]);
    expect(used(total('included-reports: 10, several-studies: true', 'count: 50')).told).toEqual([]);
    expect(used(total('included-studies: 10', 'counts: reports, count: 16')).told).toEqual([]);
  });

  test('through a total that is not reported itself', () => {
    const text = `${total('included-reports: 10', 'removed: 2').trimEnd()}
  sum: { of: [all, { label: a letter, count: 1 }], count: 15 }
`;
    expect(used(text).told).toMatchObject([{ line: 7, expected: ['at most 14'] }]);
    expect(used(text.replace('count: 15', 'count: 14')).told).toEqual([]);
  });
});

describe('not reported', () => {
  const source = (rest: string) =>
    `emic: 1\nsources:\n  all:\n    kind: databases\n    identified: 10\n${rest}`;

  test('is never 0: what is not named between two boxes is open', () => {
    const { told, unchecked, checked } = used(source('    screened: 10\n'));
    expect(told).toEqual([]);
    expect(unchecked).toHaveLength(1);
    expect(checked[0]).toMatchObject({ verdict: 'not checked' });
  });

  test('0 is a number, and closes the sum', () => {
    const { unchecked, checked } = used(source('    removed: 0\n    screened: 10\n'));
    expect(unchecked).toEqual([]);
    expect(checked[0]).toMatchObject({ verdict: 'adds up' });
  });

  test('a count made of its parts is open while one of them is', () => {
    const removed = (by: string) =>
      used(source(`    removed: { by: { ${by} } }\n    screened: 6\n`)).flow.sources[0]?.steps[1];
    expect(removed('duplicates: 3, by a tool: 1')).toMatchObject({ count: 4, origin: 'summed' });
    expect(removed('duplicates: 3, by a tool: not reported')).toMatchObject({ count: null });
  });

  test('what the parts of a total have in common is taken off once, and open where it is not reported', () => {
    const text = fourSources.replace('count: 71', 'removed: 4\n    count: 67');
    const { flow, told } = used(text);
    expect(flow.totals.map((total) => sumOfTotal(flow, total))).toEqual([67]);
    expect(told).toEqual([]);
    expect(used(text.replace('count: 67', 'count: 71')).told).toMatchObject([{ line: 57, expected: ['67'] }]);
    const open = used(text.replace('removed: 4', 'removed: not reported'));
    expect(open.told).toEqual([]);
    expect(open.unchecked.at(-1)?.reason).toMatch(/in common is not reported; 4 are left for it$/);
  });

  test('a total of a source that does not report is open', () => {
    const text = twoTotals.replace(
      'included-studies: { count: 18, place: Section 3.2.2 }',
      'included-studies: not reported',
    );
    const { flow, told, unchecked } = used(text);
    expect(flow.totals.map((total) => sumOfTotal(flow, total))).toEqual([null, 60, 198, 210]);
    expect(told).toEqual([]);
    expect(unchecked.at(-1)?.reason).toContain('18 are left for it');
  });
});

describe('a file that is no flow', () => {
  const source = 'emic: 1\nsources:\n  a: { kind: databases, identified: 5, included-studies: 2 }\n';
  test.each([
    ['a decimal', source.replace('5', '5.5'), 3, 'not-a-count', '5.5 is no count'],
    ['less than nothing', source.replace('5', '-5'), 3, 'not-a-count', '-5 is no count'],
    ['a separator', source.replace('5', '"3,977"'), 3, 'not-a-count', 'written without separators'],
    ['another word for it', source.replace('5', 'unknown'), 3, 'not-a-count', '"unknown" is no count'],
    [
      'an unknown step',
      source.replace('identified', 'identifed'),
      3,
      'unknown-key',
      '"identifed" is not a key',
    ],
    ['an unknown kind', source.replace('databases', 'database'), 3, 'unknown-value', '"database"'],
    [
      'an unknown beginning',
      source.replace('{ kind', '{ from: b, kind'),
      3,
      'unknown-source',
      'no source "b"',
    ],
    [
      'itself as its beginning',
      source.replace('{ kind', '{ from: a, kind'),
      3,
      'unknown-source',
      'begin with itself',
    ],
    [
      'sources that begin with each other',
      `${source}  b: { kind: snowballing, from: e }\n  c: { kind: snowballing, from: d }\n  d: { kind: snowballing, from: c }\n  e: { kind: snowballing, from: c }\n`,
      5,
      'circular-source',
      'cannot begin with each other: "c" from "d" from "c"',
    ],
    [
      'a total of nothing that there is',
      `${source}totals:\n  t: { of: [a, b] }\n`,
      5,
      'unknown-source',
      'no source and no total "b"',
    ],
    ['a total of one', `${source}totals:\n  t: { of: [a] }\n`, 5, 'unknown-value', 'at least two parts'],
    [
      'a part twice',
      `${source}totals:\n  t: { of: [a, a] }\n`,
      5,
      'counted-twice',
      '"a" comes into "t" twice',
    ],
    [
      'a part in two totals',
      `${source}  b: { kind: other }\ntotals:\n  t: { of: [a, b] }\n  u: { of: [a, b] }\n`,
      7,
      'counted-twice',
      '"a" is counted in "t" and in "u"',
    ],
    [
      'a circle',
      `${source}totals:\n  t: { of: [a, u] }\n  u: { of: [a, t] }\n`,
      5,
      'circular-total',
      '"t" is a part of itself',
    ],
    [
      'an alternative to nothing',
      `${source}  b: { kind: other }\ntotals:\n  t: { of: [a, b], alternative-to: v }\n`,
      6,
      'unknown-total',
      'no other total "v"',
    ],
    [
      'a name that values have',
      source.replace('a: {', 'totals: {'),
      3,
      'unusable-name',
      '"totals" cannot be',
    ],
    ['no source', 'emic: 1\nsources: {}\n', 2, 'no-sources', 'at least one source'],
  ])('%s is told at its place', (_, text, line, rule, reason) => {
    const { told, ...found } = held(text);
    expect(found).not.toHaveProperty('flow');
    expect(told.filter((one) => one.rule === 'circular-source').length).toBeLessThan(2);
    expect(told[0]).toMatchObject({ line, rule });
    expect(told[0]?.reason).toContain(reason);
  });

  test('counting without stages is told', () => {
    expect(used(source.replace('5', 'selection')).told).toMatchObject([
      {
        rule: 'nothing-to-count',
        line: 3,
        reason: '"identified" of "a" cannot be counted: the study has no stages of selection',
      },
    ]);
  });
});
