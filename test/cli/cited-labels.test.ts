import { expect, test } from 'vitest';
import { change, emic, read, write } from '../helpers/workspace.ts';
import { review } from './evidence-data.ts';

test('a row named by a code goes by its title, and a file by its label; data keep the id', async () => {
  const folder = review();
  change(folder, 'corpus/review/study.yaml', 'data: table, row', 'data: table, label: Table 3, row');
  change(
    folder,
    'corpus/review/study.yaml',
    'against: { data: text,',
    'against: { data: text, label: the text,',
  );
  const block = (more: string) => `\`\`\`table\nresult: table\n${more}\`\`\`\n`;
  write(
    folder,
    'reports/review/report.md',
    `---\ntitle: R\n---\n\n${block('')}\n${block('show: differences\n')}`,
  );
  expect((await emic(folder, 'report')).err).toBe('');
  const written = read(folder, 'reports/review/out/report.md').replaceAll(/ +/g, ' ');
  expect(written).toContain('Records cited in Table 3');
  expect(written).toContain('| Only in Table 3 | Only in the text |');
  expect(written).toContain('| Skills |');
  expect(written).not.toContain('| skills |');
  expect(read(folder, 'reports/review/out/tables/table.csv')).toMatch(/^skills,/m);
});
