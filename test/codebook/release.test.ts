import * as fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { checkChanges } from '../../src/codebook/check-changes.ts';
import { release as releaseDraft } from '../../src/codebook/release.ts';
import { draftText, randomCodes } from './arbitrary.ts';
import { release, sound, toldOf } from './books.ts';

const last = release('1.0.0', ['water', 'tools', 'noise']).book;
const isRetired = (_code: string): boolean => true;
const options = {
  version: '2.0.0',
  date: '2024-06-30',
  reason: () => 'as decided' as string | undefined,
  isRetired: undefined as typeof isRetired | undefined,
};

function make(value: string, more: Partial<typeof options> = {}, before: typeof last | null = last) {
  const draft = new VFile({ path: 'draft.md', value });
  return {
    released: releaseDraft(draft, before ?? undefined, { ...options, ...more }),
    told: toldOf(draft),
    draft,
  };
}

const body = `
<!-- kept -->

## water   \`water\`

**Definition.** About
water.

Tools \`tools\`
-----

**Definition.** About spades.

## Bees \`bees\`

## Birds \`birds\`
`;

test('fills in the front matter and leaves all else byte for byte', () => {
  const head = '---\n# about\nname: Gardens\nlanguage: en # English\n# the end\n---\n';
  const { released, told } = make(head + body);
  expect(told).toEqual([]);
  expect(released?.text).toBe(`---
# about
name: Gardens
version: 2.0.0
date: 2024-06-30
previous: 1.0.0
language: en # English
# the end
changes:
  - kind: retire
    code: noise
    reason: "as decided"
  - kind: add
    codes: [bees, birds]
    reason: "as decided"
  - kind: redefine
    code: tools
    meaning: changed
    reason: "as decided"
---
${body}`);
  expect(released?.draft).toBe(
    `${head.replace('name: Gardens\n', 'name: Gardens\nprevious: 2.0.0\n')}${body}`,
  );
});

test('changes that the draft declares stay as they stand, and others follow in the same way', () => {
  const declared =
    'changes: # so far\n- kind: merge # in May\n  from: [noise]\n  to: water\n  reason: >\n    seldom\n    used\n';
  const { released } = make(`---\nname: Gardens\n${declared}# end\n---\n${body}`);
  expect(released?.text).toContain(
    `${declared}- kind: add\n  codes: [bees, birds]\n  reason: "as decided"\n`,
  );
  expect(released?.draft.startsWith('---\nname: Gardens\nprevious: 2.0.0\n# end\n---\n')).toBe(true);
});

test('a list in brackets is written anew', () => {
  const declared = 'changes: [{ kind: retire, code: noise, reason: "never: used" }]\n';
  const { released } = make(`---\nname: Gardens\n${declared}---\n${body}`);
  expect(released?.text).toContain(
    'changes:\n  - kind: retire\n    code: noise\n    reason: "never: used"\n  - kind: add\n',
  );
});

test('a first version has nothing to declare', () => {
  const draft = new VFile({ value: `---\r\nname: Gardens\r\n---\r\n## A \`a\`\r\n` });
  expect(releaseDraft(draft, undefined, options)?.text).toBe(
    '---\r\nname: Gardens\r\nversion: 2.0.0\r\ndate: 2024-06-30\r\n---\r\n## A `a`\r\n',
  );
});

describe('nothing is released', () => {
  const sketch = `---\nname: Gardens\n---\n${body}`;
  test('where a difference has no reason, told at its code, or at the top for a code that is gone', () => {
    const { released, told, draft } = make(sketch, { reason: () => ' ' });
    expect(released).toBeUndefined();
    expect(told).toEqual(['2:1 no-reason', '17:1 no-reason', '19:1 no-reason', '12:1 no-reason']);
    expect(draft.messages.map(({ reason }) => reason)).toEqual([
      'a release would retire "noise", and no reason is given',
      'a release would add "bees", and no reason is given',
      'a release would add "birds", and no reason is given',
      'a release would redefine "tools", and no reason is given',
    ]);
  });

  test.each([
    ['a version that is none', { version: '2' }, '1:1 unusable-version'],
    ['a version that is not later', { version: '1.0.0' }, '1:1 unusable-version'],
    ['a date that is none', { date: 'today' }, '1:1 unusable-date'],
    ['a date that no year has', { date: '2024-13-01' }, '1:1 unusable-date'],
  ])('%s', (_, more, expected) => {
    expect(make(sketch, more)).toMatchObject({ released: undefined, told: [expected] });
  });

  test.each([
    ['an error in the draft', `${sketch}\n## Bees \`bees\`\n`, '21:9 duplicate-code'],
    [
      'a change that is not real',
      sketch.replace('Gardens\n', 'Gardens\nchanges:\n  - { kind: retire, code: sun, reason: x }\n'),
      '4:27 change-not-real',
    ],
    [
      'a draft of an older version',
      sketch.replace('Gardens\n', 'Gardens\nprevious: 0.9.0\n'),
      '3:11 not-the-predecessor',
    ],
    ['front matter in braces', `---\n{ name: Gardens }\n---\n${body}`, '1:1 front-matter-style'],
  ])('%s', (_, value, expected) => {
    expect(make(value)).toMatchObject({ released: undefined, told: [expected] });
  });
});

test('whatever changed, what is released accounts for it', () => {
  fc.assert(
    fc.property(randomCodes, randomCodes, fc.string({ minLength: 1 }), (before, after, words) => {
      const first = make(draftText(before), { version: '1.0.0' }, null).released;
      const { book } = sound(first?.text ?? '', '1.0.0.md');
      const { released, told } = make(draftText(after), { reason: () => `x${words}`, isRetired }, book);
      expect(told).toEqual([]);
      const second = sound(released?.text ?? '', '2.0.0.md');
      checkChanges(second.file, book, second.book);
      expect(second.file.messages.map(String)).toEqual([]);
      expect(second.book.changes.every(({ reason }) => reason === `x${words}`.trim())).toBe(true);
      expect(released?.text.endsWith(draftText(after).split('\n---\n')[1] ?? '?')).toBe(true);
    }),
    { numRuns: 25 },
  );
});
