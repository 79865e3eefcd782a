import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyName } from '../../src/cli/screening-screen/help-page.ts';
import { keyTable, otherKeys } from '../../src/screening/keys.ts';
import { read, repository } from '../helpers/workspace.ts';

const manual = 'docs/selection.md';
const marked = /(<!-- keys -->\n)([\s\S]*)(<!-- \/keys -->)/;

test('docs/selection.md has every key of the screen, as the program has them', () => {
  const rows = [...keyTable, ...otherKeys].map(
    ({ group, keys, words }) =>
      `| ${group} | ${keys.map((key) => `\`${keyName(key)}\``).join(' ')} | ${words} |`,
  );
  const table = ['| | key | |', '|---|---|---|', ...rows].join('\n');
  const text = read(repository, manual);
  const written = text.replace(marked, (_, before, __, after) => `${before}\n${table}\n\n${after}`);
  if (process.env.EMIC_UPDATE) writeFileSync(join(repository, manual), written);
  expect(read(repository, manual)).toBe(written);
});
