import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { change, emic, workspaceWith, write } from '../helpers/workspace.ts';

/** Ten invented visitors of a library. */
const responses = `respondent,part,trust,queue,uses,visits,why
R1,Reader,Agree,Agree,Books;Quiet,4,It is warm.
R2,Reader,Strongly agree,Disagree,Books,10,
R3,Reader,Agree,Don't know,"Books;Tea, cakes",2,The cakes.
R4,Reader,Disagree,Agree,Quiet,1,
R5,Staff,Strongly agree,Strongly agree,Quiet;Books,,
R6,Staff,Agree,Agree,,20,
R7,Staff,Strongly agree,Agree,Books,20,Work.
R8,Staff,Strongly agree,Strongly agree,Books;Quiet,22,
R9,,Neutral,Neutral,Quiet,3,
R10,Reader,,,Books,5,
`;
const study = `emic: 1
title: Visitors of a library
kind: survey
fictional: true
survey: { responses: responses.csv, questions: questions.yaml }
results:
  uses: { from: survey, items: [uses] }
  both: { from: survey, items: [trust, queue] }
  trust-by-part: { from: survey, items: [trust], by: part }
  readers: { from: survey, items: [trust], where: { part: Reader } }
  liking: { from: scales }
`;
const questions = `emic: 1
response-scales:
  agree:
    levels: [Strongly disagree, Disagree, Neutral, Agree, Strongly agree]
    apart: [Don't know]
items:
  part: { type: single, options: [Reader, Staff] }
  trust: { type: likert, scale: agree, question: I trust the staff. }
  queue: { type: likert, scale: agree, polarity: reversed, question: The queue is long. }
  uses: { type: multi, separator: ;, options: [Books, Quiet, 'Tea, cakes'] }
  visits: { type: number, min: 0 }
  why: { type: open }
scales:
  liking: { items: [trust, queue] }
`;
const library = (): string =>
  workspaceWith({
    'corpus/library/study.yaml': study,
    'corpus/library/questions.yaml': questions,
    'corpus/library/responses.csv': responses,
  });

interface Json {
  items: {
    item: { name: string };
    all: {
      base: Record<string, number>;
      shares: Record<string, number | string>[];
      ordinal: Record<string, unknown>;
      numbers: Record<string, unknown>;
    };
    groups: { group: string; base: Record<string, number> }[];
  }[];
  tests: { item: { name: string }; outcome: Record<string, unknown> }[];
  scales: { n: number; alpha: { raw: number } }[];
  problems: { line: number; column: number; reason: string }[];
}

async function json(folder: string, ...args: string[]): Promise<Json> {
  const { out } = await emic(folder, 'survey', ...args, '--json');
  return JSON.parse(out);
}

describe('emic survey', () => {
  test('counts each answer, with those who gave none apart', async () => {
    const { items } = await json(library());
    const [part, trust, queue, uses, visits, why] = items;
    expect(part?.all.base).toMatchObject({ respondents: 10, answered: 9, missing: 1 });
    expect(trust?.all.shares.map(({ count }) => count)).toEqual([0, 1, 1, 3, 4]);
    expect(queue?.all.base).toMatchObject({ answered: 8, apart: 1, missing: 1 });
    expect(uses?.all.shares.map(({ label, count }) => [label, count])).toEqual([
      ['Books', 7],
      ['Quiet', 5],
      ['Tea, cakes', 1],
    ]);
    expect(uses?.all.base).toMatchObject({ answered: 9, missing: 1 });
    // 1 2 3 4 5 10 20 20 22: R-7 puts quartiles at the third, fifth and seventh.
    expect(visits?.all.numbers).toMatchObject({ min: 1, q1: 3, median: 5, q3: 20, max: 22 });
    expect(why?.all.base).toMatchObject({ answered: 3, missing: 7 });
  });

  test('gives shares Wilson’s interval, as R’s prop.test without correction', async () => {
    const { items } = await json(library(), '--item', 'part');
    const [reader] = items[0]?.all.shares ?? [];
    // R 4.2.2: prop.test(5, 9, correct = FALSE)$conf.int
    expect(reader).toMatchObject({ count: 5 });
    expect(Number(reader?.low)).toBeCloseTo(0.2666512935, 9);
    expect(Number(reader?.high)).toBeCloseTo(0.8112214789, 9);
  });

  test('sums up an ordered item', async () => {
    const { items } = await json(library(), '--item', 'trust');
    // Levels 2 3 4 4 4 5 5 5 5.
    expect(items[0]?.all.ordinal).toMatchObject({
      q1: 4,
      median: 4,
      q3: 5,
      top: { count: 7 },
      bottom: { count: 1 },
      net: 6 / 9,
    });
  });

  test('compares groups, with a test that fits and the size of the difference', async () => {
    const { items, tests } = await json(library(), '--item', 'trust,uses,visits', '--by', 'part');
    expect(items[0]?.groups.map(({ group, base }) => [group, base.answered])).toEqual([
      ['Reader', 4],
      ['Staff', 4],
    ]);
    expect(tests.map(({ item, outcome }) => [item.name, outcome.test ?? outcome.reason])).toEqual([
      ['trust', 'Mann-Whitney'],
      ['uses', 'Fisher exact'],
      ['uses', 'Fisher exact'],
      ['uses', 'Fisher exact'],
      ['visits', 'Mann-Whitney'],
    ]);
    for (const { outcome } of tests) expect(outcome.effect).toBeDefined();
    const { out } = await emic(library(), 'survey', '--item', 'trust', '--by', 'part');
    expect(out).toMatchSnapshot();
  });

  test('counts only whom a condition holds for, and says so', async () => {
    const { out } = await emic(library(), 'survey', '--item', 'trust', '--where', 'part=Reader');
    expect(out).toContain('Visitors of a library (fictional): 5 of 10 respondents, where part is Reader');
    const both = await json(library(), '--item', 'trust', '--where', 'part=Reader', '--where', 'part=Staff');
    expect(both.items[0]?.all.base.respondents).toBe(9);
  });

  test('tells how far the items of a scale go together, reversed ones turned round', async () => {
    const { scales } = await json(library(), '--scale', 'liking');
    // R 4.2.2 and psych 2.2.9: alpha() of trust and 6 - queue, the eight who answered both
    expect(scales[0]?.n).toBe(8);
    expect(scales[0]?.alpha.raw).toBeCloseTo(-0.333333333333, 11);
  });

  test('tests nothing of reconstructed answers, and says so over every table', async () => {
    const folder = library();
    change(
      folder,
      'corpus/library/study.yaml',
      'questions: questions.yaml }',
      'questions: questions.yaml, reconstructed: true }',
    );
    const { out, err } = await emic(folder, 'survey', '--item', 'trust', '--by', 'part');
    expect(out).not.toContain('Mann-Whitney');
    expect(out.match(/Reconstructed answers, not those of the respondents\./g)).toHaveLength(2);
    expect(err).toContain('No tests: the answers are reconstructed');
  });

  test('says below tests that respondents chose themselves, where study.yaml does', async () => {
    const folder = library();
    change(
      folder,
      'corpus/library/study.yaml',
      'questions: questions.yaml }',
      'questions: questions.yaml, sample: self-selected }',
    );
    const { out } = await emic(folder, 'survey', '--item', 'trust', '--by', 'part');
    expect(out).toContain('The respondents chose themselves');
  });

  test('tells an answer off the scale with line and column, counts the rest, and ends with 1', async () => {
    const folder = library();
    change(folder, 'corpus/library/responses.csv', 'R4,Reader,Disagree', 'R4,Reader,Disagre');
    const { status, out, err } = await emic(folder, 'survey', '--item', 'trust');
    expect(status).toBe(1);
    expect(err).toContain(
      'corpus/library/responses.csv:5:11: error: "Disagre" is no level of "trust"; once;',
    );
    expect(err).toContain('did you mean "Disagree"?');
    expect(out).toMatch(/Level|trust/);
    expect((await json(folder, '--item', 'trust')).items[0]?.all.base).toMatchObject({
      answered: 8,
      unread: 1,
    });
  });

  test('counts an answer that is not declared as unread in the tables too, not as missing', async () => {
    const folder = library();
    change(folder, 'corpus/library/responses.csv', 'R4,Reader,Disagree', 'R4,Reader,Disagre');
    const { out } = await emic(folder, 'survey', '--item', 'trust', '--format', 'csv');
    expect(out).toMatch(/,n,apart,missing,unread,not-asked\n/);
    expect(out).toMatch(/,8,0,1,1,0\n/);
  });

  test('as CSV gives one table, whose numbers are numbers', async () => {
    const tests = await emic(
      library(),
      'survey',
      '--item',
      'trust',
      '--by',
      'part',
      '--show',
      'tests',
      '--format',
      'csv',
    );
    expect(tests.status).toBe(0);
    expect(tests.out.split('\n')[0]).toBe(
      'item,question,test,n,statistic,df,p,adjusted,effect,size,interval-low,interval-high',
    );
    expect(tests.out).toMatch(/,Mann-Whitney,8,3\.5,[^,]*,0\.2\d+,/);
    const scales = await emic(library(), 'survey', '--scale', 'liking', '--format', 'csv');
    expect(scales.out).toMatch(/^scale,items,n,/);
    const several = await emic(library(), 'survey', '--format', 'csv');
    expect(several.status).toBe(2);
  });

  test('shows a group outside the choice, and does not compare it', async () => {
    const folder = library();
    change(folder, 'corpus/library/questions.yaml', '[Reader, Staff] }', '[Reader], apart: [Staff] }');
    const { items, tests } = await json(folder, '--item', 'trust', '--by', 'part');
    expect(items[0]?.groups.map(({ group }) => group)).toEqual(['Reader', 'Staff']);
    expect(tests).toEqual([]);
  });

  test.each([
    ['an item that is not there', ['--item', 'trsut'], 'There is no item "trsut". Did you mean "trust"?'],
    ['groups by numbers', ['--by', 'visits'], '--by visits: groups are made by choices'],
    [
      'an answer that is not there',
      ['--where', 'part=Reeder'],
      'There is no answer "Reeder". Did you mean "Reader"?',
    ],
    ['a condition without an answer', ['--where', 'part'], '--where "part": write an item and an answer'],
  ])('refuses %s', async (_, args, message) => {
    const { status, err } = await emic(library(), 'survey', ...args);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  test('of a study without a survey says how to get one', async () => {
    const folder = workspaceWith({ 'corpus/s/study.yaml': 'emic: 1\ntitle: S\nkind: survey\n' });
    const { status, err } = await emic(folder, 'survey');
    expect(status).toBe(1);
    expect(err).toContain(
      'no survey is declared in this study; emic import responses FILE.csv brings one in',
    );
  });
});

describe('emic survey of a file', () => {
  const names = 'name,email,part,trust\n';
  const people = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'];
  const export_ =
    names +
    people
      .map(
        (one, at) =>
          `${one},${one}@example.org,${at % 2 ? 'Staff' : 'Reader'},${at % 3 ? 'Agree' : 'Strongly disagree'}\n`,
      )
      .join('');

  test('reads what was asked off the answers, writes nothing, and shows nobody', async () => {
    const folder = workspaceWith({ 'export.csv': export_ });
    const { status, out, err } = await emic(folder, 'survey', 'export.csv');
    expect(status).toBe(0);
    expect(out).toContain('export.csv: 6 respondents');
    expect(out).toMatch(/Reader +3 +50\.0/);
    expect(out + err).not.toMatch(/Ana|example\.org/);
    expect(err).toContain('"emic survey describe FILE" prints it');
    expect(readdirSync(folder)).toEqual(['export.csv']);
  });

  test('takes a question file, such as the one that describe prints', async () => {
    const folder = workspaceWith({ 'export.csv': export_ });
    const described = await emic(folder, 'survey', 'describe', 'export.csv');
    expect(described.status).toBe(0);
    write(
      folder,
      'questions.yaml',
      described.out.replace('type: single', 'type: single\n    question: What are you here?'),
    );
    const { status, out, err } = await emic(
      folder,
      'survey',
      'export.csv',
      '--questions',
      'questions.yaml',
      '--item',
      'part',
    );
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('What are you here?');
  });
});

describe('results on a survey', () => {
  test('stand in a report as tables, figures and values', async () => {
    const folder = library();
    write(
      folder,
      'reports/library/report.md',
      [
        '---\ntitle: Library\n---',
        '`= uses.counts.Books` of `= uses.n` came for books, first of all `= uses.first.1`; scale n `= liking.liking.n`.',
        '```table\nresult: both\n```',
        '```table\nresult: both\nshow: in-sum\n```',
        '```table\nresult: trust-by-part\nshow: tests\n```',
        '```table\nresult: liking\n```',
        '```figure\nresult: uses\n```',
        '```figure\nresult: both\n```',
        '```figure\nresult: trust-by-part\nshow: heat-map\n```',
      ].join('\n\n'),
    );
    const { status, err } = await emic(folder, 'report');
    expect(err).toBe('');
    expect(status).toBe(0);
    const report = readFileSync(`${folder}/reports/library/out/report.md`, 'utf8');
    expect(report).toContain('7 of 9 came for books, first of all Books; scale n 8.');
    for (const figure of ['uses', 'both', 'trust-by-part']) {
      expect(existsSync(`${folder}/reports/library/out/figures/${figure}.svg`)).toBe(true);
    }
  });

  test('that name what is not there are told at their place in study.yaml', async () => {
    const folder = library();
    change(folder, 'corpus/library/study.yaml', 'items: [uses]', 'items: [usses]');
    change(folder, 'corpus/library/study.yaml', 'part: Reader', 'part: Reeder');
    const { status, err } = await emic(folder, 'replicate');
    expect(status).toBe(1);
    expect(err).toContain('study.yaml:7:');
    expect(err).toContain('there is no item "usses"');
    expect(err).toContain('"Reeder" is no answer to "part"');
  });
});

const BFI = '../shared/data/survey/bfi.csv';

test.skipIf(!existsSync(BFI))(
  'scales of a public inventory are those of R’s psych (skipped where it is not at hand)',
  async () => {
    const csv = readFileSync(BFI, 'utf8');
    const rows = readFileSync('../shared/data/survey/EXPECTED_bfi_alpha.csv', 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const letters = { agree: 'A', conscientious: 'C', extraversion: 'E', neuroticism: 'N', openness: 'O' };
    const reversed = new Set(['A1', 'C4', 'C5', 'E1', 'E2', 'O2', 'O5']);
    const items = Object.values(letters).flatMap((letter) =>
      [1, 2, 3, 4, 5].map((number) => `${letter}${number}`),
    );
    const file = [
      'emic: 1\nmissing: [NA]\nresponse-scales: { six: { levels: [1, 2, 3, 4, 5, 6] } }\nitems:',
      ...items.map(
        (item) =>
          `  ${item}: { type: likert, scale: six${reversed.has(item) ? ', polarity: reversed' : ''} }`,
      ),
      'scales:',
      ...Object.entries(letters).map(
        ([name, letter]) =>
          `  ${name}: { items: [${items.filter((item) => item.startsWith(letter)).join(', ')}] }`,
      ),
    ].join('\n');
    const folder = workspaceWith({
      'corpus/bfi/study.yaml':
        'emic: 1\ntitle: BFI\nkind: survey\nsurvey: { responses: bfi.csv, questions: questions.yaml }\n',
      'corpus/bfi/questions.yaml': `${file}\n`,
      'corpus/bfi/bfi.csv': csv,
    });
    const { scales } = await json(folder, '--scale', Object.keys(letters).join());
    for (const [at, row] of rows.entries()) {
      const [, , , , n, alpha] = row.split(',').map(Number);
      expect(scales[at]?.n).toBe(n);
      expect(scales[at]?.alpha.raw).toBeCloseTo(alpha ?? Number.NaN, 12);
    }
  },
);

describe('emic check of a survey that no result is about', () => {
  const unused = () => {
    const folder = library();
    write(folder, 'corpus/library/study.yaml', study.slice(0, study.indexOf('results:')));
    return folder;
  };

  test('is clean where its files are', async () => {
    expect(await emic(unused(), 'check')).toMatchObject({
      status: 0,
      out: 'library: no problems in 3 files\n',
    });
  });

  test.each([
    ['a type that there is none', 'type: single', 'type: sinlge', 'questions.yaml:7:'],
    ['a column that is not there', 'why: { type: open }', 'why: { type: open, column: Q9 }', 'Q9'],
  ])('tells %s', async (_, from, to, told) => {
    const folder = unused();
    change(folder, 'corpus/library/questions.yaml', from, to);
    const { status, out } = await emic(folder, 'check');
    expect([status, out]).toEqual([1, expect.stringContaining(told)]);
  });

  test('tells responses and questions that are gone', async () => {
    for (const gone of ['responses.csv', 'questions.yaml']) {
      const folder = unused();
      rmSync(`${folder}/corpus/library/${gone}`);
      const { status, out } = await emic(folder, 'check');
      expect([status, out]).toEqual([1, expect.stringContaining(`corpus/library/${gone}`)]);
    }
  });

  test('warns where neither is there yet, and says what brings them in', async () => {
    const folder = unused();
    for (const gone of ['responses.csv', 'questions.yaml']) rmSync(`${folder}/corpus/library/${gone}`);
    const { status, out } = await emic(folder, 'check');
    expect(status).toBe(0);
    expect(out).toContain('warning: a survey is declared, and neither responses.csv nor questions.yaml');
    expect(out).toContain('emic import responses FILE.csv --study library');
  });
});
