import { describe, expect, test } from 'vitest';
import { change, emic, read, workspaceWith, write } from '../helpers/workspace.ts';

/** Invented members of a rowing club; two items have one question. */
const questions = `emic: 1
response-scales:
  fit: { levels: [not, hardly, partly, largely, wholly] }
  four: { levels: [never, now and then, often, always, at all times, day and night], midpoint: none }
items:
  boat: { type: single, options: [eight, four], question: Which boat? }
  early: { type: likert, scale: fit, question: Rowing is for me. }
  late: { type: likert, scale: fit, question: Rowing is for me. }
  cold: { type: likert, scale: fit, polarity: reversed, question: It is cold }
  oars: { type: multi, separator: ;, options: [left, right], question: Which oars? }
  age: { type: number, question: How old? }
  nights: { type: likert, scale: four, question: At night? }
  gone: { type: single, options: [a, b], column: Q9 }
scales:
  fit: { items: [early, late, cold] }
`;
const responses = `respondent,boat,early,late,cold,oars,age,nights
1,eight,not,wholly,hardly,left,20,never
2,eight,hardly,partly,not,left;right,30,always
3,four,wholly,wholly,wholly,,40,often
4,four,largely,largely,largely,,25,often
`;
const study = `emic: 1
title: Rowers
kind: survey
survey: { responses: responses.csv, questions: questions.yaml }
`;

const rowers = (results = '', asked = questions.replace(/ {2}gone.*\n/, '')) =>
  workspaceWith({
    'corpus/rowers/study.yaml': `${study}${results}`,
    'corpus/rowers/questions.yaml': asked,
    'corpus/rowers/responses.csv': responses,
  });

const survey = async (...args: string[]) => (await emic(rowers(), 'survey', ...args)).out;
const words = (text: string) => text.replace(/\s+/g, ' ');

async function report(results: string, ...blocks: string[]) {
  const folder = rowers(`results:\n${results}`);
  write(folder, 'reports/rowers/report.md', `---\ntitle: R\n---\n\n${blocks.join('\n\n')}\n`);
  const made = await emic(folder, 'report');
  return { ...made, page: made.status === 0 ? read(folder, 'reports/rowers/out/report.md') : '', folder };
}

describe('names of items', () => {
  test('stand in the terminal, where people have to type them', async () => {
    expect(await survey('--item', 'boat')).toContain('boat: Which boat?');
    expect(await survey('--item', 'early,late')).toMatch(
      /early: Rowing is for me[\s\S]*late: Rowing is for me/,
    );
    expect(words(await survey('--item', 'early', '--by', 'boat', '--show', 'tests'))).toContain(
      'early: Rowing',
    );
    expect(words(await survey('--scale', 'fit'))).toContain('late: Rowing');
    expect(await survey('--item', 'boat', '--format', 'markdown')).not.toContain('boat:');
  });

  test('are a column of every CSV file', async () => {
    const two = await survey('--item', 'early,late', '--format', 'csv', '--show', 'answers');
    expect(two).toMatch(/^item,question,not,.*\nearly,Rowing is for me\.,.*\nlate,Rowing is for me\.,/);
    expect(await survey('--item', 'boat', '--format', 'csv')).toMatch(/^item,answer,n,.*\nboat,eight,2,/);
    expect(await survey('--item', 'age', '--format', 'csv')).toMatch(/^item,n,.*\nage,4,/);
    const items = await survey('--scale', 'fit', '--format', 'csv', '--show', 'items');
    expect(items).toMatch(/^item,question,item-rest,.*\nearly,Rowing/);
  });
});

test('an item whose column is not there is an error and nothing else', async () => {
  const { status, out, err } = await emic(rowers('', questions), 'survey', '--item', 'gone');
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('Q9');
  expect(err).not.toMatch(/--show|undefined/);
});

describe('items that speak against their scale', () => {
  const note = 'its answers are shown as they were given';

  test('have a minus and its note wherever their answers stand as given', async () => {
    for (const args of [
      ['--item', 'early,cold', '--show', 'answers'],
      ['--item', 'cold', '--by', 'boat', '--show', 'tests'],
    ]) {
      const out = words(await survey(...args));
      expect(out).toContain('cold (−)');
      expect(out).toContain(note);
      expect(out).not.toContain('(R)');
    }
    const { page, folder } = await report(
      '  cold: { from: survey, items: [cold], by: boat }\n',
      '```figure\nresult: cold\n```',
      '```figure\nresult: cold\nshow: heat-map\n```',
    );
    expect(page.match(/It is cold \(−\)/g)?.length).toBeGreaterThanOrEqual(2);
    expect(page.match(new RegExp(note, 'g'))).toHaveLength(2);
    const svg = read(folder, 'reports/rowers/out/figures/cold.svg');
    expect(svg).toContain('Which boat? eight');
    expect(svg.match(/\(−\) speaks against the scale: shown as answered/g)).toHaveLength(1);
  });

  test('have (R) where they were turned round, and a note of that', async () => {
    const out = words(await survey('--scale', 'fit', '--show', 'items'));
    expect(out).toContain('It is cold (R)');
    expect(out).toContain('(R) reverse-keyed: answers turned round.');
  });
});

describe('a figure of Likert items', () => {
  test('calls each side by all of its levels', async () => {
    const { folder } = await report(
      '  fit: { from: survey, items: [early] }\n',
      '```figure\nresult: fit\n```',
    );
    const svg = read(folder, 'reports/rowers/out/figures/fit.svg');
    expect(svg).toContain('not or hardly');
    expect(svg).toContain('largely or wholly');
  });

  test('says how many levels where they are too many to name', async () => {
    const { folder } = await report(
      '  nights: { from: survey, items: [nights] }\n',
      '```figure\nresult: nights\n```',
    );
    const svg = read(folder, 'reports/rowers/out/figures/nights.svg');
    expect(svg).toContain('lowest 3 levels');
    expect(svg).toContain('highest 3 levels');
  });

  test('says what it leaves out', async () => {
    const { page } = await report(
      '  some: { from: survey, items: [early, age, boat] }\n',
      '```figure\nresult: some\n```',
    );
    expect(page).toContain('Not in this figure, which has room for one kind of item: How old?; Which boat?');
  });
});

describe('a result without a figure says why, and which there are', () => {
  test.each([
    ['oars', 'by: boat, items: [oars]', '\nshow: heat-map', 'a heat map is of an item with one answer each'],
    ['boat', 'items: [boat]', '\nshow: heat-map', 'a heat map needs groups: name an item in "by"'],
    ['age', 'items: [age]', '', 'numbers and open questions stand in tables'],
  ])('%s', async (name, asked, show, why) => {
    const { status, err } = await report(
      `  ${name}: { from: survey, ${asked} }\n`,
      `\`\`\`figure\nresult: ${name}${show}\n\`\`\``,
    );
    expect(status).toBe(1);
    expect(err).toContain(`"${name}" has no figure: `);
    expect(err).toContain(why);
    expect(err).toContain('There are bars of shares');
  });
});

test('of several ticks the note is true of them', async () => {
  const note = async (...rows: string[]) => {
    const folder = rowers();
    const all = rows.map((oars, at) => `${at + 1},,,,,${oars},,\n`).join('');
    write(folder, 'corpus/rowers/responses.csv', `${responses.split('\n')[0]}\n${all}`);
    return words((await emic(folder, 'survey', '--item', 'oars')).out);
  };
  expect(await note('left;right')).toContain('2 ticks in all, so that shares add up to more than 100.');
  expect(await note('left', 'right')).toContain('who ticked something; 2 ticks in all.');
  expect(await note('left')).toContain('who ticked something; 1 tick in all.');
});

describe('groups', () => {
  test('are named by their question below pairs, without two full stops', async () => {
    expect(await survey('--item', 'early', '--by', 'boat')).toContain('Rowing is for me, by: Which boat?');
  });

  test('of an item by itself are refused', async () => {
    const { status, err } = await emic(rowers(), 'survey', '--item', 'boat', '--by', 'boat');
    expect([status, err]).toEqual([2, expect.stringContaining('is not compared by its own answers')]);
    const made = await report('  boat: { from: survey, items: [boat], by: boat }\n', 'Text.');
    expect(made.status).toBe(1);
    expect(made.err).toContain('an item is not compared by its own answers');
  });

  test('are not tested where there is one', async () => {
    const folder = rowers();
    const { out, err } = await emic(
      folder,
      'survey',
      '--item',
      'age',
      '--by',
      'boat',
      '--where',
      'boat=four',
    );
    expect(out).not.toContain('undefined');
    expect(err).toContain('No tests: there are no two groups to compare.');
  });
});

test('a condition is told by the label of its answer, also where the cell was typed', async () => {
  const folder = rowers(
    '',
    questions.replace(/ {2}gone.*\n/, '').replace('[eight, four]', '[8: eight, 4: four]'),
  );
  change(folder, 'corpus/rowers/responses.csv', '1,eight', '1,8');
  const out = words((await emic(folder, 'survey', '--item', 'age', '--where', 'boat=8')).out);
  expect(out).toContain('2 of 4 respondents, where boat is eight');
});
