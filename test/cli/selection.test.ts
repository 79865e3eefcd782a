import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, emic, read, write } from '../helpers/workspace.ts';
import { flow, references, review, study } from '../selection/review.ts';

const json = async (folder: string, ...args: string[]) => {
  const { out, status } = await emic(folder, 'selection', ...args, '--json');
  return { ...JSON.parse(out), status };
};

describe('emic selection', () => {
  test('counts each stage, and the flow from the decisions', async () => {
    const found = await json(review());
    expect(found).toMatchObject({ status: 0, fictional: true, problems: [] });
    expect(found.stages).toMatchObject([
      { id: 'title', records: 8, included: 4, excluded: 3, open: 0, notYet: 1, withoutReason: 1 },
      { id: 'full-text', records: 4, included: 3, excluded: 1, reasons: { 'no data': 0, 'too short': 1 } },
    ]);
    const counts = (at: number) =>
      Object.fromEntries(
        found.flow.sources[at].steps.map(({ step, count }: { step: string; count: number }) => [step, count]),
      );
    expect(counts(0)).toEqual({
      ...{ identified: 9, removed: 3, screened: 6, 'excluded-records': 3, assessed: 3 },
      ...{ 'excluded-reports': 1, 'included-reports': 2, 'included-studies': 1 },
    });
    expect(counts(1)).toMatchObject({
      screened: 2,
      'excluded-records': 0,
      assessed: 1,
      'included-studies': 1,
    });
    expect(new Set(found.flow.sums.map(({ verdict }: { verdict: string }) => verdict))).toEqual(
      new Set(['adds up']),
    );
  });

  test('shows the flow as an outline, and says that the study is invented', async () => {
    const { out } = await emic(review(), 'selection');
    expect(out).toContain('Choirs and sleep (fictional)');
    expect(out).toMatch(
      / {2}Records screened \(n = 6\)\n {4}→ Records excluded \(n = 3\)\n {8}– not about choirs \(n = 1\)/,
    );
    expect(out).toMatch(/ {4}→ Records excluded \(n = 0\)\n {4}\? Records not yet settled \(n = 1\)/);
  });

  test('--agreement has kappa of the raters and where they differ', async () => {
    const { out } = await emic(review(), 'selection', '--agreement', '--stage', 'title');
    expect(out).toMatch(/ana–ben +Cohen's kappa +7 +1 +0\.86 +0\.53 +0\.696/);
    expect(out).toMatch(/r4 +decision +exclude: not about choirs +include +exclude: not about choirs/);
  });

  test('--agreement says what unsure counts as, and can count it as include', async () => {
    const folder = review();
    change(folder, 'corpus/choirs/selection/title/ben.csv', 'r7,include,,', 'r7,unsure,,');
    const call = ['selection', '--agreement', '--stage', 'title'];
    const own = await emic(folder, ...call);
    expect(own.out).toMatch(/include, exclude and unsure \(2 decisions\) are\s+categories/);
    expect(own.out).toMatch(/Cohen's kappa +7 +1 +0\.71 /);
    const asInclude = await emic(folder, ...call, '--unsure', 'include');
    expect(asInclude.out).toMatch(/unsure\s+\(2\s+decisions\)\s+counts\s+as\s+include/);
    expect(asInclude.out).toMatch(/Cohen's kappa +7 +1 +0\.86 +0\.53 +0\.696/);
    const declared = study.replace('from: selection }', 'from: selection, unsure: include }');
    write(folder, 'corpus/choirs/study.yaml', declared);
    write(
      folder,
      'reports/choirs/report.md',
      '---\ntitle: T\n---\n\n# T\n\n`= selection.title.agreement.ana-ben.cohen-kappa.value | decimals-3`\n',
    );
    expect((await emic(folder, 'report')).status).toBe(0);
    expect(read(folder, 'reports/choirs/out/report.md')).toContain('0.696');
  });

  test('--agreement takes the options of intervals', async () => {
    const call = ['selection', '--agreement', '--stage', 'title', '--interval', 'bootstrap'];
    const table = async (...more: string[]) => (await emic(review(), ...call, ...more)).out;
    const [first, again, other] = [
      await table('--seed', '1'),
      await table('--seed', '1'),
      await table('--seed', '2', '--replicates', '50', '--level', '0.5'),
    ];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(first).toContain('95%');
    expect(other).toContain('50%');
    expect(await emic(review(), 'selection', '--interval', 'analytic', '--replicates', '9')).toMatchObject({
      status: 2,
    });
  });

  test('a rater without a file is told, with the stage and the file', async () => {
    const folder = review({ 'selection/title/ben.csv': '' });
    rmSync(join(folder, 'corpus/choirs/selection/title/ben.csv'));
    const { err, status } = await emic(folder, 'selection');
    expect(err).toMatch(
      /study\.yaml:12:21: warning: "ben" has decided on nothing in stage "title": there is no corpus\/choirs\/selection\/title\/ben\.csv/,
    );
    expect(err).not.toContain('in stage "full-text": there');
    expect(status).toBe(1);
  });

  test('what was counted and what was reported are held against each other', async () => {
    const folder = review();
    change(folder, 'corpus/choirs/flow.yaml', 'reported: 6', 'reported: 7');
    const { status, err, out } = await emic(folder, 'selection');
    expect(status).toBe(1);
    expect(err).toContain(
      'corpus/choirs/flow.yaml:9:45: warning: Databases: 6 records screened as counted, but 7 as reported, 1 more',
    );
    expect(out).toContain('Records screened (n = 6, 7 reported) – does not add up');
  });

  test('a difference that is known is not warned about, and still shown', async () => {
    const folder = review();
    change(folder, 'corpus/choirs/flow.yaml', 'reported: 6', 'reported: 7, known: One was withdrawn.');
    const { status, err, out } = await emic(folder, 'selection');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.replaceAll('\n', ' ')).toContain('but 7 as reported, 1 more. Known: One was withdrawn.');
    expect((await emic(folder, 'check')).out).toMatch(
      /flow\.yaml:9:45: info: .*; known: One was withdrawn\. \[known-difference\]/,
    );
    const sums = (await json(folder)).flow.sums.filter(({ known }: { known: unknown }) => known !== null);
    expect(sums).toMatchObject([{ verdict: 'differs', known: 'One was withdrawn.' }]);
  });

  test('what is wrong in decisions is told, and the rest is counted', async () => {
    const folder = review();
    change(folder, 'corpus/choirs/selection/title/ben.csv', 'r7,include,,', 'r77,include,,');
    change(folder, 'corpus/choirs/selection/full-text/ana.csv', 'r7,include,,', 'r3,include,,');
    const found = await json(folder);
    expect(found.status).toBe(1);
    expect(found.problems).toMatchObject([
      { file: 'corpus/choirs/selection/title/ben.csv', line: 8, column: 1, rule: 'unknown-record' },
      { file: 'corpus/choirs/selection/full-text/ana.csv', line: 5, column: 1, rule: 'excluded-earlier' },
      // The one that is missing now is missing in the sum of all, too.
      { file: 'corpus/choirs/flow.yaml', rule: 'does-not-add-up' },
    ]);
    expect(found.stages).toMatchObject([
      { included: 3, notYet: 2 },
      { records: 3, included: 2 },
    ]);
  });

  test('files of nobody and of no stage are told', async () => {
    const folder = review({
      'selection/title/eve.csv': 'record,decision\nr1,include\n',
      'selection/titel/ana.csv': 'record,decision\nr1,include\n',
    });
    const { err, status } = await emic(folder, 'selection');
    expect(status).toBe(1);
    expect(err).toMatch(/title\/eve\.csv:1:1: error: "eve" is not a rater of stage "title"/);
    expect(err).toMatch(
      /study\.yaml:10:5: error: there are decisions in selection\/titel\/, and no stage "titel".*did you mean "title"/,
    );
  });

  test.each([
    [
      'records that are not there',
      'study.yaml',
      study.replace('references.csv', 'refs.csv'),
      /study\.yaml:6:12: error:.*refs\.csv/,
    ],
    [
      'a flow that is not there',
      'study.yaml',
      study.replace('flow.yaml', 'flo.yaml'),
      /study\.yaml:7:9: error:.*flo\.yaml/,
    ],
    [
      'an unknown column of studies',
      'study.yaml',
      study.replace('study: study', 'study: work'),
      /study\.yaml:8:10: error: the records have no column "work"/,
    ],
    [
      'an unknown column in a condition',
      'flow.yaml',
      flow.replace('where: { via: search }', 'where: { vie: search }'),
      /flow\.yaml:6:14: error: the records have no column "vie".*did you mean "via"/,
    ],
    [
      'a step that no stage gives',
      'flow.yaml',
      flow.replace('removed: 0', 'removed: selection'),
      /flow\.yaml:20:14: error: "removed" of "list" cannot be counted/,
    ],
    [
      'an id twice',
      'references.csv',
      references.replace('r8', 'r7'),
      /references\.csv:9:1: error: "r7" stands in line 8 already/,
    ],
    [
      'a stage out of order',
      'study.yaml',
      study
        .replace('phase: eligibility', 'phase: screening')
        .replace('label: Title and abstract', 'phase: eligibility'),
      /study\.yaml:16:14: error: a stage of screening comes before/,
    ],
  ])('%s', async (_, name, text, told) => {
    const folder = review({ [name]: text });
    const { status, err } = await emic(folder, 'selection');
    expect(err.replaceAll('\n', ' ')).toMatch(told);
    expect(status).toBe(1);
  });

  test('a flow with errors shows the errors, also where nothing else is to be shown', async () => {
    const broken = { 'flow.yaml': flow.replace('identified: 9', 'identified: nine') };
    const alone = study.replace(/ {2}stages:\n(?: {4}.*\n)+results:\n.*\n.*\n/, '');
    expect(alone).not.toContain('stages');
    const calls: [string, string[]][] = [
      [review(broken), []],
      [review(broken), ['--show', 'flow']],
      [review(broken), ['--show', 'flow', '--format', 'csv']],
      [review({ ...broken, 'study.yaml': alone }), []],
    ];
    for (const [folder, args] of calls) {
      const { status, err } = await emic(folder, 'selection', ...args);
      expect(err).toMatch(/flow\.yaml:7:17: error: "nine" is no count/);
      expect(err).toContain('the flow has errors and is not shown');
      expect(err).not.toContain('nothing of that to show');
      expect(status).toBe(1);
    }
  });

  test('a study that selects nothing is a wrong call', async () => {
    const folder = review({ 'study.yaml': 'emic: 1\ntitle: T\nkind: literature-review\n' });
    expect(await emic(folder, 'selection')).toMatchObject({ status: 2 });
    expect((await emic(review(), 'selection', '--stage', 'titel')).err).toContain('Did you mean "title"?');
  });
});

test('emic check covers decisions and the flow, each problem once, and says what cannot be checked', async () => {
  const folder = review();
  expect((await emic(folder, 'check')).out).toContain('choirs: no problems in 7 files');
  change(folder, 'corpus/choirs/selection/title/ana.csv', 'r8,unsure', 'r8,unsre');
  change(folder, 'corpus/choirs/flow.yaml', 'removed: 0', 'removed: not reported');
  const { out, status } = await emic(folder, 'check');
  expect(status).toBe(1);
  expect(out.match(/ana\.csv:9:4: error: "unsre" is no decision/g)).toHaveLength(1);
  expect(out).toMatch(
    /flow\.yaml:21:15: info: A list of choirs: 2 records identified = .* is not reported; 0 are left for it/,
  );
});

test('emic check tells once what is wrong in study.yaml', async () => {
  const folder = review({ 'selection/titel/ana.csv': 'record,decision\nr1,include\n' });
  const { out } = await emic(folder, 'check');
  expect(out.match(/no stage "titel"/g)).toHaveLength(1);
});

describe('reports and published values', () => {
  const template = `---
title: Choirs
---

# Report

\`= flow.search.computed.removed | integer\` of \`= flow.search.identified | integer\`

\`\`\`table
result: flow
\`\`\`

\`\`\`figure
result: flow
\`\`\`

\`\`\`table
result: selection
\`\`\`

\`\`\`table
result: selection
show: agreement
\`\`\`
`;
  const target = (id: string, result: string, value: string | number) =>
    `  - { id: ${id}, basis: derived, what: w, place: p, result: ${result}, value: ${value} }\n`;

  test('have the flow, the stages and their agreement by name', async () => {
    const folder = review();
    change(folder, 'corpus/choirs/flow.yaml', 'removed: { by: { duplicates: 3 } }', 'removed: not reported');
    write(folder, 'reports/choirs/report.md', template);
    write(
      folder,
      'reports/choirs/published.yaml',
      `emic: 1\ntargets:\n${[
        target('a', 'flow.totals.all.sum', 2),
        target('b', 'flow.search.by.excluded-records.no data', 1),
        target('c', 'flow.search.reported.screened', 6),
        target('d', 'selection.title.agreement.ana-ben.cohen-kappa.value', '0.696'),
        target('e', 'selection.full-text.reasons.too short', 1),
        target('f', 'flow.unchecked', 1),
        target('g', 'flow.differing', 0),
      ].join('')}`,
    );
    const replicated = await emic(folder, 'replicate', '--verbose');
    expect(replicated.err).toBe('');
    expect(replicated.status).toBe(0);
    const { status, err } = await emic(folder, 'report');
    expect(err).toBe('');
    expect(status).toBe(0);
    const report = read(folder, 'reports/choirs/out/report.md');
    expect(report).toContain('3 of 9');
    expect(report).toContain('Selection of records by stage and reason');
    expect(read(folder, 'reports/choirs/out/figures/flow.svg')).toContain('Records removed before');
  });

  test('a result of what there is not is told in study.yaml', async () => {
    const folder = review({
      'study.yaml': study.replace('from: selection }', 'from: selection, stages: [titel] }'),
    });
    expect((await emic(folder, 'check')).out).toMatch(/there is no stage "titel".*did you mean "title"/);
    const without = study.replace('  flow: flow.yaml\n', '');
    expect((await emic(review({ 'study.yaml': without }), 'check')).out).toContain('this study has no flow');
  });
});

describe('a record of several sources', () => {
  const twice = () => {
    const folder = review({
      'references.csv': references.replace('r7,Seven,list,', 'r7,Seven,search; list,'),
    });
    change(folder, 'corpus/choirs/flow.yaml', 'identified: 9', 'identified: 10');
    change(folder, 'corpus/choirs/flow.yaml', 'reported: 6', 'reported: 7');
    change(folder, 'corpus/choirs/flow.yaml', 'reported: 1 }', 'reported: 2 }');
    return folder;
  };

  test('is counted once in a total, and named where the boxes of each source have it', async () => {
    const folder = twice();
    const { status, out, err } = await emic(folder, 'selection');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('2 + 1 − 1 in common = 2');
    const note =
      '1 record is of several sources and stands in the boxes of each: r7 (Databases, A list of choirs)';
    expect(out.replaceAll(/\s+/g, ' ')).toContain(note);
    expect((await emic(folder, 'check')).out).toContain(`flow.yaml:2:1: info: ${note}; to count each in one`);
    expect((await json(folder)).flow).toMatchObject({
      shared: [{ record: 'r7', sources: ['Databases', 'A list of choirs'] }],
      totals: [{ sum: 2, removed: 1, common: ['r7'] }],
    });
  });

  test('what is written of it is held against what is counted', async () => {
    const folder = twice();
    change(
      folder,
      'corpus/choirs/flow.yaml',
      'of: [search, list], count: 2',
      'of: [search, list], removed: 2',
    );
    const { err } = await emic(folder, 'check');
    expect((await emic(folder, 'selection')).err + err).toMatch(
      /flow\.yaml:26:39: warning: the parts of "all" have 1 in common as counted \(r7\), but 2 as written here/,
    );
  });
});

test('a value that no record has is told with the nearest one, and not counted as 0 in silence', async () => {
  const folder = review();
  change(folder, 'corpus/choirs/flow.yaml', 'where: { via: list }', 'where: { via: [lists] }');
  expect((await emic(folder, 'selection')).err).toMatch(
    /flow\.yaml:18:\d+: warning: no record has "lists" in "via"; expected search or list; did you mean "list"\?/,
  );
  expect((await emic(folder, 'check')).out).toContain('no record has "lists" in "via"');
});

test('--agreement takes several measures between commas, and refuses one that there is not', async () => {
  const call = ['selection', '--agreement', '--stage', 'title', '--measure'];
  const { out } = await emic(review(), ...call, 'cohen-kappa,gwet-ac1');
  expect(out).toMatch(/ana–ben +Cohen's kappa +7 [^\n]*\n[^\n]*ana–ben +Gwet's AC1 +7 /);
  expect(await emic(review(), ...call, 'cohen-kapa')).toMatchObject({
    status: 2,
    err: expect.stringContaining('Did you mean "cohen-kappa"?'),
  });
});

describe('what --agreement says beside the numbers', () => {
  const outOf = async (folder: string, ...more: string[]) =>
    (await emic(folder, 'selection', '--agreement', ...more)).out;

  const rowsOf = (folder: string) =>
    outOf(folder, '--show', 'disagreements', '--stage', 'title', '--format', 'csv');

  test('records that are excluded for different reasons are named with them', async () => {
    expect(await rowsOf(review())).toContain(
      'r6,reason,exclude: no data,exclude: not about choirs,exclude: no single reason (settle: all)',
    );
    expect((await json(review())).stages[0].reasonsDiffering).toMatchObject([
      { record: 'r6', consensus: null, outcome: 'exclude' },
    ]);
  });

  test('the outcome of a record on which raters differ is said, also where the rule gives it', async () => {
    const folder = review();
    expect(await rowsOf(folder)).toMatch(/r4,decision,.*,exclude: not about choirs \(consensus\)/);
    rmSync(join(folder, 'corpus/choirs/selection/title/consensus.csv'));
    expect(await rowsOf(folder)).toMatch(/r4,decision,.*,not settled/);
    change(folder, 'corpus/choirs/study.yaml', 'reasons: [not', 'settle: any\n      reasons: [not');
    expect(await rowsOf(folder)).toMatch(/r4,decision,.*,include \(settle: any\)/);
  });

  test('intervals name their method, and notes their stage', async () => {
    const folder = review();
    const same = read(folder, 'corpus/choirs/selection/title/ana.csv').replace('r8,unsure,,\n', '');
    write(folder, 'corpus/choirs/selection/title/ben.csv', same);
    expect((await outOf(folder)).replaceAll(/\s+/g, ' ')).toMatch(
      /Title and abstract: all 7 records agree, which gives no interval; up to 35%/,
    );
    expect((await outOf(review())).replaceAll(/\s+/g, ' ')).toMatch(
      /Intervals: Percent agreement, analytic \(mean over units; z\); Cohen's kappa, analytic \(Fleiss/,
    );
  });
});

test('a total that only the parts give is their sum, with nothing left to explain', async () => {
  const folder = review();
  change(folder, 'corpus/choirs/flow.yaml', 'of: [search, list], count: 2', 'of: [search, list]');
  const { out } = await emic(folder, 'selection', '--show', 'flow', '--format', 'csv');
  expect(out).toMatch(/^all,Studies in all,2,[^,]*,summed,/m);
  expect(out).not.toContain('Not explained');
  expect((await emic(folder, 'check')).out).not.toContain('cannot-be-checked');
});
