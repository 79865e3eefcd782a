import { describe, expect, test } from 'vitest';
import { lookup } from '../../src/exhibit/value.ts';
import { loadStudy } from '../../src/study/load-study.ts';
import { valuesByName } from '../../src/study/values-by-name.ts';
import { change, emic, read, workspaceWith } from '../helpers/workspace.ts';
import { review, reviewFiles } from './evidence-data.ts';

const words = (text: string): string => text.replaceAll(/[ \u00a0]+/g, ' ');

describe('emic evidence', () => {
  test('shows the tree, records and mentions, what repeats, and how many records carry none', async () => {
    const { out, status, err } = await emic(review(), 'evidence');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('review (fictional): evidence for themes, codebook 2.0.0');
    expect(words(out)).toMatch(
      /Practices 0 0 0 2\n Automation 2 3 1 2\n Monitoring 1 1 0 1\nSkills 1 1 0 1\n/,
    );
    expect(out).toContain('3 of all 4 records carry at least one of the codes, 1 none.');
  });

  test('rolled up, a parent counts a record once and says so', async () => {
    const { out } = await emic(review(), 'evidence', '--roll-up');
    expect(words(out)).toMatch(/Practices 2 4 2 0\n/);
    expect(words(out.replaceAll('\n', ' '))).toContain('rows below add up to: Practices 2, not 3.');
  });

  test('by a column, what is blank last', async () => {
    const { out } = await emic(review(), 'evidence', '--by', 'year', '--format', 'csv');
    expect(out.split('\n').slice(0, 3)).toEqual([
      'code,parent,title,records,mentions,repeated,with-below,2020,2021,not-reported',
      'practices,,Practices,0,0,0,2,0,0,0',
      'automation,practices,Automation,2,3,1,2,1,1,0',
    ]);
  });

  test('a value that none of the counted records has is told in a note, and not shown as a column of zeros', async () => {
    const { out } = await emic(review(), 'evidence', '--by', 'year');
    expect(words(out)).toMatch(/Repeated Records with those below 2020 2021\n/);
    expect(words(out.replaceAll('\n', ' '))).toContain(
      'Without a column, because none of their records carries any of the codes: not reported.',
    );
  });

  test('as JSON, with what was counted', async () => {
    const { out } = await emic(review(), 'evidence', '--json', '--code', 'practices');
    expect(JSON.parse(out)).toMatchObject({
      ...{ study: 'review', fictional: true, version: '2.0.0', problems: [] },
      counts: { records: 4, coded: 2, uncited: ['PS2', 'PS4'] },
    });
  });

  test('lists the records that carry none', async () => {
    const { out } = await emic(review(), 'evidence', '--uncited', '--format', 'csv');
    expect(out.trim().split('\n')).toEqual(['record,title', 'PS4,Nothing']);
  });

  test('only one rater', async () => {
    const { out } = await emic(review(), 'evidence', '--rater', 'ben', '--format', 'csv');
    expect(out).toContain('automation,practices,Automation,1,1,0');
  });

  test.each([
    [['--by', 'yaer'], 'Did you mean "year"?'],
    [['--code', 'automaton'], 'Did you mean "automation"?'],
    [['--raters', 'bem'], 'Did you mean "ben"?'],
    [['--code-version', '3.0.0'], 'There is no codebook version "3.0.0"'],
  ])('%j is no name here', async (call, hint) => {
    const { status, err } = await emic(review(), 'evidence', ...call);
    expect(status).toBe(2);
    expect(err).toContain(hint);
  });

  test('of a study without evidence says what to declare', async () => {
    const folder = review();
    change(folder, 'corpus/review/study.yaml', '  evidence: evidence.csv\n', '');
    const { status, err } = await emic(folder, 'evidence');
    expect(status).toBe(2);
    expect(err).toContain('review declares no evidence');
  });

  test('what is wrong is told, and the rest counted', async () => {
    const evidence = `${reviewFiles['corpus/review/evidence.csv']}PS9,skills,,,,\nPS2,skils,,,,\n`;
    const { status, out, err } = await emic(review({ 'corpus/review/evidence.csv': evidence }), 'evidence');
    expect(status).toBe(1);
    expect(err).toMatch(/evidence\.csv:7:1.*there is no record "PS9"/);
    expect(err).toMatch(/evidence\.csv:8:5.*no code "skils".*did you mean "skills"/);
    expect(out).toContain('Left out because of errors: 2 rows.');
    expect(words(out)).toContain('Automation 2 3 1');
  });

  test('without a codebook codes are as they were given', async () => {
    const { 'codebooks/review/1.0.0.md': _, 'codebooks/review/2.0.0.md': __, ...files } = reviewFiles;
    const { out, status } = await emic(workspaceWith(files), 'evidence');
    expect(status).toBe(0);
    expect(out).toContain('There is no codebook: codes are as they were given, without their tree.');
    expect(words(out)).toContain('skill 1 1 0');
  });

  test('a codebook with errors makes no code unknown', async () => {
    const { err, status } = await emic(
      review({
        'codebooks/review/2.0.0.md': '---\nversion: 2\n---\n',
        'corpus/review/evidence.csv': 'record,code\nPS1,skills\n',
      }),
      'evidence',
    );
    expect(status).toBe(1);
    expect(err).toContain('codebooks/review/2.0.0.md');
    expect(err).not.toContain('unknown-code');
  });
});

describe('named values', () => {
  const ourValue = async (folder: string, ...paths: string[]) => {
    const { results, files } = await loadStudy({ root: folder }, 'review');
    expect(files.flatMap(({ messages }) => messages.map(String))).toEqual([]);
    return paths.map((path) => {
      const found = lookup(path, [...results.keys()], (name) => valuesByName(results, name));
      return found.ok ? found.value : found.reason;
    });
  };

  test.each([
    ['tree.practices.records', 2],
    ['tree.practices.mentions', 4],
    ['tree.practices.repeated', 2],
    ['tree.automation.by.2021', 1],
    ['tree.skills.records', 1],
    ['tree.by.2021', 2],
    ['tree.of.not reported', 1],
    ['tree.uncited', 1],
    ['tree.coded', 3],
    ['first.skill.records', 1],
    ['grey.records', 2],
    ['grey.codes.automation.records', 1],
    ['table.records', 3],
    ['table.citations', 4],
    ['table.uncited', 1],
    ['table.unknown', 0],
    ['table.rows.culture.records', 3],
    ['table.columns.solution.records', 1],
    ['table.rows.culture.only-here', 2],
    ['table.rows.culture.only-there', 1],
    ['table.only-here', 2],
    ['table.both', 2],
    ['reviews.counts.covered', 1],
    ['reviews.columns.challenges.counts.not covered', 1],
    ['reviews.not-reported', 1],
    ['reviews.cells.Kim.practices', 'covered'],
    ['reviews.cells.Lee.practices', { none: 'not reported' }],
    ['map.links', 1],
    ['map.nodes', 3],
    ['map.unlinked', 1],
    ['map.layers.Practices', 2],
  ])('%s', async (path, expected) => {
    expect(await ourValue(review(), path)).toEqual([expected]);
  });

  test('citations can be those of some rows', async () => {
    const folder = review();
    change(
      folder,
      'corpus/review/study.yaml',
      'columns: [record] }',
      'columns: [record], where: { heading: [culture] } }',
    );
    expect(await ourValue(folder, 'table.only-here')).toEqual([3]);
    change(
      folder,
      'corpus/review/study.yaml',
      'where: { heading: [culture] }',
      'where: { heading: [cultures] }',
    );
    expect((await emic(folder, 'check')).out).toContain('no record has "cultures"');
  });
});

test.each([
  ['links.csv', 'from,to\nautomation,d9\n', 'map'],
  ['reviews.csv', 'review,practices\nKim,x\n', 'reviews'],
])('a result on %s with an error is left out, the others stand', async (file, content, name) => {
  const { results } = await loadStudy({ root: review({ [`corpus/review/${file}`]: content }) }, 'review');
  expect(results.has(name)).toBe(false);
  expect(results.size).toBe(5);
});

describe('emic check', () => {
  test('finds nothing in a sound review', async () => {
    const { status, out } = await emic(review(), 'check');
    expect(out).toContain('review: no problems');
    expect(status).toBe(0);
  });

  test.each([
    ['evidence.csv', 'record,code\nPSX,skills\n', /evidence\.csv:2:1: error: .*no record "PSX"/, 1],
    ['records.csv', 'id,year,kind\nPS1,soon,grey\n', /records\.csv:2:5: error: .*not a number/, 1],
    [
      'records.csv',
      'id,year,kind\nPS1,2020,grey\nPS1,2021,grey\n',
      /records\.csv:3:1: error: .*in line 2 already/,
      1,
    ],
    [
      'table.csv',
      'challenge,aspect,solution\nculture,[PSX],\n',
      /table\.csv:2:10: warning: .*"PSX" is cited/,
      0,
    ],
    [
      'reviews.csv',
      'review,practices,challenges\nKim,●,x\n',
      /reviews\.csv:2:7: error: .*"x" is not a declared/,
      1,
    ],
    ['links.csv', 'from,to\nautomation,d9\n', /links\.csv:2:12: error: .*"d9" is in no layer/, 1],
    [
      'directions.csv',
      'id,label\nautomation,Care\n',
      /study\.yaml:.*"automation" stands in "Practices" and in "Directions"/,
      1,
    ],
  ])('covers %s', async (file, content, message, expected) => {
    const { status, out } = await emic(review({ [`corpus/review/${file}`]: content }), 'check');
    expect(out).toMatch(message);
    expect(status).toBe(expected);
  });

  test('tells what is wrong in tables and links while the evidence has errors, once each', async () => {
    const folder = review({
      'corpus/review/evidence.csv': 'record,code,place\nPS9,automation,p. 3\n',
      'corpus/review/links.csv': 'from,to\nautomation,d9\n',
      'corpus/review/reviews.csv': 'review,practices,challenges\nKim,●,◐\n',
      'corpus/review/table.csv': 'challenge,aspect,solution\nculture,[PSX],\n',
    });
    const { status, out } = await emic(folder, 'check');
    expect(status).toBe(1);
    for (const told of [
      /evidence\.csv:2:1: error: .*"PS9"/g,
      /links\.csv:2:12: error: .*"d9" is in no layer/g,
      /reviews\.csv:2:7: error: .*"◐"/g,
      /table\.csv:2:\d+: warning: .*"PSX" is cited/g,
    ]) {
      expect(out.match(told), String(told)).toHaveLength(1);
    }
  });

  test('of a table says nothing while what it refers to has errors itself', async () => {
    const folder = review({
      'corpus/review/records.csv': 'id,year,kind,title\nPS1,soon,grey,A\nPS2,2021,grey,B\nPS2,2021,grey,C\n',
      'corpus/review/directions.csv': 'id,label\nd1,Care,more\n',
    });
    const { out } = await emic(folder, 'check');
    expect(out).toMatch(/records\.csv:\d+:\d+: error/);
    expect(out).toMatch(/directions\.csv:2/);
    expect(out).not.toMatch(/(table|text|links)\.csv:/);
  });

  test.each([
    ['by: year }\n  first', 'by: yeer }\n  first', 'there is no column "yeer"'],
    ['version: 1.0.0', 'version: 1.1.0', 'there is no version "1.1.0"'],
    ['kind: grey', 'kind: gray', 'no record has "gray"'],
    ['row: challenge', 'row: chalenge', 'there is no column "chalenge"'],
    ['symbols: coverage }', 'symbols: cover }', 'there is no scale "cover"'],
    ['below: practices', 'below: practises', 'there is no code "practises"'],
    ['links: links,', 'links: link,', 'there is no data "link"'],
  ])('tells what a result asks for and is not there: %s', async (from, to, message) => {
    const folder = review();
    change(folder, 'corpus/review/study.yaml', from, to);
    const { out } = await emic(folder, 'check');
    expect(out).toMatch(/study\.yaml:\d+:\d+/);
    expect(out).toContain(message);
  });
});

test('a report has the tables and figures, and says what is not known', async () => {
  const blocks = [
    'table\nresult: tree',
    'figure\nresult: tree',
    'table\nresult: tree\nshow: uncited',
    'table\nresult: table',
    'table\nresult: table\nshow: differences',
    'table\nresult: table\nshow: uncited',
    'table\nresult: reviews',
    'table\nresult: reviews\nshow: counts',
    'figure\nresult: map',
    'table\nresult: map',
  ].map((block) => `\`\`\`${block}\n\`\`\`\n`);
  const template = `---\ntitle: Review\n---\n\nOf \`= tree.records\` records.\n\n${blocks.join('\n')}`;
  const folder = review({
    'reports/review/report.md': template,
    'corpus/review/text.csv': `${reviewFiles['corpus/review/text.csv']}PS3,other\n`,
  });
  const { status, err } = await emic(folder, 'report');
  expect(err).toBe('');
  expect(status).toBe(0);
  const written = words(read(folder, 'reports/review/out/report.md'));
  expect(written).toContain('Of 4 records.');
  expect(written).toContain('| culture | 1 | PS2, PS3 | PS4 |');
  expect(written).toContain('| other | 0 | no such row | PS3 |');
  expect(written).toContain('| Lee | not reported | not recoverable |');
  expect(written).toContain('●: covered; ○: not covered.');
  expect(written).toContain('Linked to nothing: Monitoring.');
  expect(read(folder, 'reports/review/out/figures/map.svg')).toContain('>Automation</text>');
});

test('show that a result has not is told with those that it has', async () => {
  const template = '---\ntitle: Review\n---\n\n```table\nresult: tree\nshow: differences\n```\n';
  const { err, status } = await emic(review({ 'reports/review/report.md': template }), 'report');
  expect(status).toBe(1);
  expect(err).toContain('"tree" has no table "differences"');
});
