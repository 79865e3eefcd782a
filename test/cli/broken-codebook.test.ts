import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emic, read, write } from '../helpers/workspace.ts';
import { codedStudy } from './coding-data.ts';

const books = 'codebooks/practice';
const questions = [
  ['codes', '--round', '2'],
  ['quotes', '--code', 'funding'],
  ['agree', '--round', '2'],
  ['disagree', '--round', '2'],
  ['status'],
  ['cases'],
];

describe('a draft that has errors and that nobody codes with', () => {
  const drafts = [
    'no front matter',
    '---\nname: [Room\n---\n\n## Tea `tea`\n',
    '---\nname: Room\nprevious: 2.0.0\n---\n\n## Tea `tea`\n\n## Tea `tea`\n',
  ];
  test.each(questions)('leaves %s as it was, and is told', async (command, ...options) => {
    const folder = codedStudy('practice');
    const sound = await emic(folder, command, ...options);
    expect(sound.status).toBe(0);
    for (const draft of drafts) {
      write(folder, `${books}/draft.md`, draft);
      const { status, out, err } = await emic(folder, command, ...options);
      expect(status).toBe(0);
      expect(out).toBe(sound.out);
      expect(err).toMatch(/^codebooks\/practice\/draft\.md:\d+:\d+: warning: the draft has an error; .*\n$/);
      const { problems } = JSON.parse((await emic(folder, command, ...options, '--json')).out);
      expect(problems).toMatchObject([{ severity: 'warning', rule: 'broken-draft' }]);
    }
  });

  test('is an error where it is asked for, and where somebody codes with it', async () => {
    const folder = codedStudy('practice');
    write(folder, `${books}/draft.md`, drafts[2] ?? '');
    expect((await emic(folder, 'codes', '--code-version', 'draft')).status).toBe(1);
    expect((await emic(folder, 'check')).status).toBe(1);
    const log = 'corpus/practice/codings/2/interview-1/ana.jsonl';
    write(folder, log, read(folder, log).replace('"version":"2.0.0"', '"version":"draft"'));
    const { status, err } = await emic(folder, 'codes', '--round', '2');
    expect(status).toBe(1);
    expect(err).toContain('duplicate-code');
  });
});

describe('a version that is missing', () => {
  test('is told once, and once more for all codings that are of it', async () => {
    const folder = codedStudy('practice');
    rmSync(join(folder, books, '1.0.0.md'));
    const found: { rule: string; file: string; reason: string }[] = JSON.parse(
      (await emic(folder, 'check', '--json')).out,
    );
    expect(found.map(({ rule }) => rule)).toEqual(['missing-predecessor', 'unknown-codebook-version']);
    expect(found[1]?.reason).toBe(
      'there is no codebook version "1.0.0", and 539 codings in 9 logs are of it',
    );
  });

  test('leaves nothing to say of the round that was coded with it, which is an error', async () => {
    const folder = codedStudy('practice');
    rmSync(join(folder, books, '1.0.0.md'));
    const { status, err } = await emic(folder, 'agree', '--round', '1');
    expect(status).toBe(1);
    expect(err).toContain('Without its codebook nothing can be said of round 1.');
  });
});

test.each([['check'], ['codebook', 'check'], ['codebook', 'show'], ['codes'], ['agree']])(
  'a file in place of the folder of codebooks is an error for %s %s',
  async (...args) => {
    const folder = codedStudy('practice');
    rmSync(join(folder, books), { recursive: true });
    write(folder, books, 'codes');
    const { status, err } = await emic(folder, ...args);
    expect(status).toBe(1);
    expect(err).toMatch(/cannot read .*codebooks\/practice: a folder is expected here, and it is a file/);
  },
);
