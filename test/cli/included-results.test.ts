import { expect, test } from 'vitest';
import { change, emic, read, write } from '../helpers/workspace.ts';
import { review } from '../selection/review.ts';

/** r1, r2 and r7 of eight are included, r8 is not settled. */
function withResults(results: string, blocks: string): string {
  const folder = review({
    'references.csv':
      'id,title,via,study,year\nr1,One,search,s1,2019\nr2,Two,search,s1,2021\nr3,Three,search,,2018\nr4,Four,search,,2019\nr5,Five,search,,2019\nr6,Six,search,,2019\nr7,Seven,list,,2021\nr8,Eight,list,,2020\n',
  });
  change(
    folder,
    'corpus/choirs/study.yaml',
    'results:\n',
    `data: { refs: { file: references.csv, id: id }, other: { file: other.csv } }\nresults:\n${results}`,
  );
  write(folder, 'corpus/choirs/other.csv', 'x\n1\n');
  write(folder, 'reports/choirs/report.md', `---\ntitle: T\n---\n\n# T\n\n${blocks}`);
  return folder;
}

const table = (result: string, more = '') => `\`\`\`table\nresult: ${result}\n${more}\`\`\`\n\n`;

const report = async (folder: string): Promise<string> => {
  const { status, err } = await emic(folder, 'report');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return read(folder, 'reports/choirs/out/report.md');
};

test('included records are counted by year and listed, with how many they are', async () => {
  const text = await report(
    withResults(
      '  years: { from: records, data: refs, included: true, count-by: year }\n  kept: { from: records, data: refs, included: true }\n  late: { from: records, data: refs, included: true, where: { year: 2021 } }\n  all: { from: records, data: refs, count-by: year }\n',
      `${table('years')}${table('kept', 'columns: [id, title]\n')}${table('late')}${table('all')}\`= kept.count\` kept`,
    ),
  );
  expect(text).toMatch(/\| 2019 +\| +1 \|\n\| 2020 +\| +0 \|\n\| 2021 +\| +2 \|/);
  expect(text).toMatch(/\| r1 +\| One +\|\n\| r2 +\| Two +\|\n\| r7 +\| Seven +\|/);
  expect(text).toContain('Of 3 included records.');
  expect(text).toContain('2 of 3 included records.');
  expect(text).toContain('Only included records count; for 1 record this is not settled yet.');
  expect(text).toContain('Of all 8 records, included or not.');
  expect(text).toContain('3 kept');
});

test('what is included of other records, or without stages, nobody knows, and it is told', async () => {
  const folder = withResults('  other: { from: records, data: other, included: true }\n', 'x\n');
  expect((await emic(folder, 'report')).err).toMatch(
    /study\.yaml:21:50: error: result "other": "other" is not the file of records of "literature"/,
  );
});

test('counts have a figure of bars in the order of years, and a list is told what would give it one', async () => {
  const folder = withResults(
    '  years: { from: records, data: refs, count-by: year }\n  kept: { from: records, data: refs }\n',
    table('years').replace('table', 'figure'),
  );
  const text = await report(folder);
  expect(text).toContain('figures/years.svg');
  expect(text).toContain('Of all 8 records, included or not.');
  const shown = [...read(folder, 'reports/choirs/out/figures/years.svg').matchAll(/>(20\d\d)</g)];
  expect(shown.map(([, year]) => year)).toEqual(['2018', '2019', '2020', '2021']);
  write(folder, 'reports/choirs/report.md', `# T\n\n${table('kept').replace('table', 'figure')}`);
  expect((await emic(folder, 'report')).err).toContain('"count-by" counts it by a column');
});

test('the label of a result is its caption', async () => {
  const text = await report(
    withResults(
      '  years: { from: records, data: refs, count-by: year, label: When they appeared }\n',
      table('years'),
    ),
  );
  expect(text).toContain('When they appeared (fictional)');
});
