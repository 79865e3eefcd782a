import { expect, test } from 'vitest';
import { emic, write } from '../helpers/workspace.ts';
import { codedStudy } from './coding-data.ts';

test.each([
  ['memo'],
  ['memo', '--code', 'strain', '--text', 'Compare.'],
  ['codebook', 'diff'],
  ['codebook', 'migrate', '--dry-run'],
  ['codebook', 'release', '--to', '3.0.0'],
  ['codebook', 'show'],
  ['confirm'],
  ['confirm', '--accept-moved'],
  ['sample', '--size', '2', '--seed', '1', '--dry-run'],
  ['done', '--document', 'interview-1', '--rater', 'ana', '--round', '2'],
  ['import', 'transcript', 'new.txt', '--dry-run'],
  ['status'],
  ['codes'],
  ['quotes'],
  ['cases'],
  ['agree'],
  ['disagree'],
  ['statements'],
  ['replicate'],
])('the JSON of %s %s says that the study is fictional', async (...command) => {
  const folder = codedStudy('practice');
  write(folder, 'new.txt', 'Ana: Yes.\nBen: No.\n');
  write(folder, 'codebooks/practice/draft.md', '---\nname: Room\nprevious: 2.0.0\n---\n\n## Tea `tea`\n');
  const { out } = await emic(folder, ...command, '--json');
  const found = JSON.parse(out);
  expect([found].flat()[0]).toMatchObject({ fictional: true });
});
