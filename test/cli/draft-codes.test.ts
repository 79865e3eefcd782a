import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emic, read, write } from '../helpers/workspace.ts';
import { logOf, tinyStudy } from './coding-data.ts';

/** A draft has a code that the release before has not; ana codes with the draft, ben with the release. */
async function draftedStudy(): Promise<string> {
  const folder = tinyStudy();
  const book = read(folder, 'codebooks/tiny/1.0.0.md');
  const draft = book.replace('version: 1.0.0\ndate: 2026-01-01', 'previous: 1.0.0');
  write(folder, 'codebooks/tiny/draft.md', `${draft}\n## Fresh \`fresh\`\n\n**Definition.** New.\n`);
  await logOf(folder, 'ana', [
    ['a1', 'cold', 'rain is cold', 'draft'],
    ['a2', 'fresh', 'I like it', 'draft'],
  ]);
  await logOf(folder, 'ben', [['b1', 'weather', 'The rain is cold']]);
  return folder;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');
const left = 'The codebook that ben used has no fresh as in the draft: null for ben, not absent.';

test('agree and reconcile say in the same words which codes are not known of a rater', async () => {
  const folder = await draftedStudy();
  expect(flat((await emic(folder, 'agree', '--unit', 'turn')).out)).toContain(left);
  const { out } = await emic(folder, 'reconcile', '--by', 'ana', '--plain');
  expect(flat(out)).toContain(left);
  const json = JSON.parse((await emic(folder, 'reconcile', '--json')).out);
  expect(json).toMatchObject({ measure: 'cohen-kappa', remarks: [left] });
});

test('a code that only the draft has is told as such', async () => {
  const folder = await draftedStudy();
  const { out } = await emic(folder, 'agree', '--unit', 'turn', '--code', 'fresh', '--code-version', '1.0.0');
  expect(flat(out)).toContain(
    'Only the draft of the codebook has fresh, and 1.0.0 not: --code-version draft reads codes as the draft has them.',
  );
  expect(out).not.toContain('Codebook 1.0.0 has no code fresh');
});

test('of a draft that is gone it is not said what it had', async () => {
  const folder = await draftedStudy();
  await emic(folder, 'codebook', 'release', '--to', '1.1.0', '--reason', 'fresh: needed');
  rmSync(join(folder, 'codebooks/tiny/draft.md'));
  await logOf(folder, 'ben', [
    ['b1', 'weather', 'The rain is cold', '1.1.0'],
    ['b2', 'fresh', 'I like it', '1.1.0'],
  ]);
  const { out } = await emic(folder, 'agree', '--unit', 'turn');
  expect(flat(out)).toContain(
    'Whether the draft that ana coded with had fresh, weather as in 1.1.0 is not known: null for ana, not absent.',
  );
  expect(out).not.toContain('The codebook that ana used has no');
});
