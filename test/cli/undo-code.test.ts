import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emic, read, write } from '../helpers/workspace.ts';
import { codePlain, logOf, tinyStudy } from './coding-data.ts';

const draft = 'codebooks/tiny/draft.md';
const codeMemo = 'corpus/tiny/memos/code-cold.md';

const plain = (cwd: string, lines: readonly (string | (() => unknown))[], ...args: string[]) =>
  codePlain(cwd, 'ana', lines, ...args);

const book =
  '---\nname: Tiny\nprevious: 1.0.0\n---\n\n# Tiny\n\n## Weather `weather`\n\n### Cold `cold`\n\n## Liking `liking`\n\nEnd without a line feed';

describe('a new code that is undone', () => {
  test('goes out of the draft, which is what it was, byte for byte', async () => {
    const root = tinyStudy({ [draft]: book });
    const out = await plain(root, [
      'new code Hail below weather',
      () => {
        expect(read(root, draft)).toContain('### Hail `hail`');
        expect(read(root, draft).indexOf('Hail')).toBeLessThan(read(root, draft).indexOf('Liking'));
      },
      'undo',
    ]);
    expect(out).toContain('New code hail, in the draft below weather; it is on this passage.');
    expect(out).toContain('Undone: new code hail.');
    expect(read(root, draft)).toBe(book);
    expect((await emic(root, 'check', 'tiny')).status).toBe(0);
  });

  test('stays where a memo that may be on it cannot be read, and goes where such a memo does not name it', async () => {
    const root = tinyStudy();
    const broken = (code: string) => () =>
      write(root, 'corpus/tiny/memos/x.md', `---\ncode: ${code}\nauthor: [\n---\n\nHis.\n`);
    const out = await plain(root, ['new code Hail', broken('hail'), 'undo']);
    expect(out).toContain('The code hail stays in the draft: a memo that may be on it cannot be read.');
    await plain(root, ['new code Snow', broken('cold'), 'undo']);
    expect(read(root, draft)).not.toContain('snow');
  });

  test('takes a draft with it that was begun for it, and redoing brings it back', async () => {
    const root = tinyStudy();
    let begun = '';
    await plain(root, [
      'new code Hail',
      () => {
        begun = read(root, draft);
      },
      'undo',
      () => {
        expect(existsSync(join(root, draft))).toBe(false);
      },
      'redo',
    ]);
    expect(read(root, draft)).toBe(begun);
    expect((await emic(root, 'check', 'tiny')).status).toBe(0);
  });

  test.each<[string, string, (root: string) => unknown]>([
    [
      'another coding has it',
      'another rater has put it on',
      (root) => logOf(root, 'ben', [['b1', 'hail', 'The rain', 'draft']]),
    ],
    [
      'a memo is on it',
      'somebody has a memo on it',
      (root) => write(root, 'corpus/tiny/memos/code-hail.md', '---\ncode: hail\nauthor: ben\n---\n\nHis.\n'),
    ],
    [
      'draft.md has been changed since',
      'somebody has changed the draft',
      (root) => write(root, draft, `${read(root, draft)}\n<!-- ben -->\n`),
    ],
  ])('stays, and that is said: %s', async (why, _, meanwhile) => {
    const root = tinyStudy();
    const out = await plain(root, ['new code Hail', () => meanwhile(root), 'undo', 'code hail']);
    expect(out).toContain(`Undone: new code hail. The code hail stays in the draft: ${why}.`);
    expect(out).toContain('Coded hail.');
    expect(read(root, draft)).toContain('## Hail `hail`');
    expect((await emic(root, 'check', 'tiny')).status).toBe(0);
  });

  test('a coding of it that was removed again is in nobody’s way', async () => {
    const root = tinyStudy();
    const removed = '{"id":"b1","rev":2,"removed":true,"at":"2026-01-02T12:00:00Z"}\n';
    const meanwhile = async () => {
      const log = await logOf(root, 'ben', [['b1', 'hail', 'The rain', 'draft']]);
      write(root, 'corpus/tiny/codings/1/one/ben.jsonl', log + removed);
    };
    await plain(root, ['new code Hail', meanwhile, 'undo']);
    expect(existsSync(join(root, draft))).toBe(false);
  });
});

describe('memos on a code', () => {
  const both = '---\ncode: cold\nauthor: ben\ndate: 2026-01-01\n---\n\nHis.\n\n## 2026-01-02, ana\n\nMine.\n';

  test('are undone and redone; what somebody else wrote stays as it was', async () => {
    const root = tinyStudy({ [codeMemo]: both });
    let made = '';
    const out = await plain(root, [
      'code cold',
      'memo on code More.',
      () => {
        made = read(root, codeMemo);
      },
      'undo',
      () => {
        expect(read(root, codeMemo)).toBe(both);
      },
      'redo',
      'show memos',
    ]);
    expect(made).toMatch(/^[\s\S]*Mine\.\n\n## \d{4}-\d\d-\d\d, ana\n\nMore\.\n$/);
    expect(read(root, codeMemo)).toBe(made);
    expect(out).toContain('Undone: memo on cold.');
    expect(out).toContain('Memo on cold, 2026-01-02: Mine.');
    expect(out).not.toContain('His.');
  });

  test('of others are said where those are shown', async () => {
    const root = tinyStudy({ [codeMemo]: both });
    await logOf(root, 'ben', []);
    const out = await plain(root, ['code cold', 'show memos'], '--show', 'ben');
    expect(out).toContain('Memo on cold, 2026-01-01, ben: His.');
  });

  test('one that was the first disappears again, also where somebody wrote below it meanwhile', async () => {
    const root = tinyStudy();
    await plain(root, ['code cold', 'memo on code Mine.', 'undo']);
    expect(existsSync(join(root, codeMemo))).toBe(false);
    const meanwhile = () => emic(root, 'memo', 'tiny', '--code', 'cold', '--author', 'ben', '--text', 'His.');
    await plain(root, ['memo on document Short.', 'code cold', 'memo on code Mine.', meanwhile, 'undo']);
    expect(read(root, codeMemo)).toMatch(/^---\ncode: cold\n---\n\n## [\d-]+, ben\n\nHis\.\n$/);
    expect((await emic(root, 'check', 'tiny')).status).toBe(0);
  });

  test('are added in the line ends of their file', async () => {
    const before = both.replace(/\n/g, '\r\n');
    const root = tinyStudy({ [codeMemo]: before });
    await plain(root, ['code cold', 'memo on code More.\\nAnd more.']);
    const after = read(root, codeMemo);
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length)).toMatch(/^\r\n## [\d-]+, ana\r\n\r\nMore\.\r\nAnd more\.\r\n$/);
    expect(await plain(root, ['code cold', 'show memos'])).toMatch(
      /Memo on cold, [\d-]+: More\.\s+And more\./,
    );
  });

  test('one that was changed by hand meanwhile is left alone, and that is said', async () => {
    const root = tinyStudy();
    const meanwhile = () => write(root, codeMemo, read(root, codeMemo).replace('Mine.', 'Mine, by hand.'));
    const out = await plain(root, ['code cold', 'memo on code Mine.', meanwhile, 'undo', 'redo', 'undo']);
    expect(out).toContain('Undone: memo on cold. The memo on cold stays: it has been changed since.');
    expect(out).toContain('There is nothing to redo.');
    expect(out).toContain('Undone: coded cold.');
    expect(read(root, codeMemo)).toContain('Mine, by hand.');
  });
});

test('what is said names commands, not keys', async () => {
  const out = await plain(tinyStudy(), [
    'code cold',
    'remove',
    'in vivo',
    'next hit',
    'code cold',
    'change span',
    'quit',
  ]);
  expect(out).toContain('Removed cold; “undo” puts it back.');
  expect(out).toContain('“longer” takes word after word.');
  expect(out).toContain('“find WORDS” looks for words.');
  expect(out).toContain('then “change span”.');
  expect(out).toContain('(“read to here”, or emic done)');
});

test('turns that do not count as units are said, and not offered as uncoded', async () => {
  const interviewer = tinyStudy({
    'corpus/tiny/transcripts/one.md':
      '---\ndocument: one\nkind: fictional\nparticipants: [Pia]\n---\n\n**Pia**: Well.\n\n**Max**: How is it?\n\n**Pia**: The rain is cold.\n\n**Max**: Right.\n',
  });
  const out = await plain(interviewer, ['next uncoded', 'next uncoded', 'next turn']);
  expect(out).toContain('Pia, turn 3 of 4, read');
  expect(out).toContain('Every turn after this one that counts as a unit has a coding.');
  expect(out).toContain('Max, turn 4 of 4 (not counted), read');
  expect(out).not.toContain('turn 2 of 4');
});

test('where nobody who speaks is a participant, that is said', async () => {
  const stranger = tinyStudy({
    'corpus/tiny/transcripts/one.md':
      '---\ndocument: one\nkind: fictional\nparticipants: []\n---\n\n**Max**: How is it?\n\n**Max**: Right.\n',
  });
  expect(await plain(stranger, ['next uncoded'])).toContain('No turn here counts as a unit');
});

test('names of an earlier version lead to the code of today', async () => {
  const root = tinyStudy({
    'codebooks/tiny/1.1.0.md':
      '---\nname: Tiny\nversion: 1.1.0\ndate: 2026-02-01\nprevious: 1.0.0\nchanges:\n  - kind: rename\n    from: cold\n    to: chill\n    reason: clearer\n---\n\n# Tiny\n\n## Weather `weather`\n\n**Definition.** Rain and sun.\n\n### Chill `chill`\n\n**Definition.** Cold weather.\n\n## Liking `liking`\n\n**Definition.** What somebody likes.\n',
  });
  expect(await plain(root, ['code cold'])).toContain('Coded chill (was: cold).');
});
