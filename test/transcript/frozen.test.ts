import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/problem/problem.ts';
import {
  bodyOf,
  type FrontMatter,
  placeInBody,
  readFrozen,
  writeFrozen,
} from '../../src/transcript/frozen.ts';

const BODY = '**P4** [00:01:02]: Hello 😀.\n\nMore.\n';
const FILE = `---\ndocument: P4\nkind: transcript\nparticipants:\n  - P4\n---\n\n${BODY}`;

const fileOf = (value: string): VFile => new VFile({ path: 'P4.md', value });

const told = (file: VFile): string[] =>
  file.messages.map(
    ({ line, column, ruleId, fatal }) => `${line}:${column} ${ruleId}${fatal ? '' : ' (warning)'}`,
  );

test('the body begins after the front matter and its empty line', () => {
  const file = fileOf(FILE);
  const frozen = readFrozen(file);
  expect(file.messages).toEqual([]);
  expect(frozen).toMatchObject({
    front: { document: 'P4', participants: ['P4'] },
    body: BODY,
    linesBefore: 7,
  });
  expect(bodyOf(FILE)).toBe(BODY);
  expect(frozen && placeInBody(frozen, 0)).toEqual({ line: 8, column: 1 });
  expect(frozen && placeInBody(frozen, [...BODY].indexOf('M'))).toEqual({ line: 10, column: 1 });
});

test('whatever the front matter says is read as it was written', () => {
  const value = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.string({ minLength: 1, unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text)),
    fc.constantFrom(
      'null',
      'Yes',
      '2024-03-01',
      '12',
      '1e5',
      'a: b',
      '# no',
      '- x',
      'P4 (host)',
      '---',
      '\u0085',
      'a #b',
      '~',
    ),
  );
  const front: fc.Arbitrary<FrontMatter> = fc.record(
    {
      document: value,
      kind: fc.constantFrom('transcript' as const, 'notes' as const, 'fictional' as const),
      title: value,
      date: value,
      language: value,
      source: value,
      sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
      participants: fc.array(value),
    },
    { requiredKeys: ['document', 'kind'] },
  );
  fc.assert(
    fc.property(front, (written) => {
      const file = fileOf(writeFrozen({ front: written, turns: [] }));
      expect(readFrozen(file)?.front).toEqual(written);
      expect(hasErrors([file])).toBe(false);
    }),
    { numRuns: 500 },
  );
});

describe('a file that is not right', () => {
  test('CR LF and a byte order mark change no position, and CR LF is told', () => {
    const file = fileOf(`\ufeff${FILE.replaceAll('\n', '\r\n')}`);
    expect(readFrozen(file)?.body).toBe(BODY);
    expect(told(file)).toEqual(['1:5 line-ends (warning)']);
    expect(bodyOf(FILE.replaceAll('\n', '\r\n'))).toBe(BODY);
  });

  test.each<[what: string, text: string, told: string[]]>([
    ['empty', '', ['1:1 missing-front-matter']],
    ['no front matter', BODY, ['1:1 missing-front-matter']],
    ['front matter that is not closed', '---\ndocument: P4\n\n**P4**: Hello', ['1:1 missing-front-matter']],
    ['broken YAML', '---\ndocument: [P4\n---\n\n', ['3:1 yaml-syntax']],
    ['a key that is unknown', FILE.replace('kind:', 'sort:'), ['2:1 missing-key', '3:1 unknown-key']],
    ['a kind that is unknown', FILE.replace('kind: transcript', 'kind: transcripts'), ['3:7 unknown-value']],
    ['a hash that is none', FILE.replace('kind', 'sha256: abc\nkind'), ['3:9 unknown-value']],
  ])('%s', (_, text, expected) => {
    const file = fileOf(text);
    expect(readFrozen(file)).toBeUndefined();
    expect(told(file).map((one) => one.replace(/^\d+:\d+ (?=yaml)/, '3:1 '))).toEqual(expected);
  });

  test.each<[what: string, body: string, told: string[]]>([
    ['a label without its colon', '**P4**: Hi.\n\n**Ana** Hello.\n', ['10:1 unread-label (warning)']],
    ['a label with a time that is none', '**P4** [noon]: Hi.\n\n**P4**: Hi.', ['8:1 unread-label (warning)']],
    ['61 seconds', '**P4** [00:00:61]: Hi.\n', ['8:9 broken-time (warning)']],
    ['an end before the start', '**P4** [00:00:05 - 00:00:01]: Hi.\n', ['8:1 end-before-start (warning)']],
    ['a participant who says nothing', '**P5**: Hi.\n', ['5:5 silent-participant (warning)']],
    ['text that only looks like a label', '**P4**: Hi.\n\n **Ana** Hello.\n', []],
  ])('%s is told, and the rest is read', (_, body, expected) => {
    const file = fileOf(FILE.replace(BODY, body));
    expect(readFrozen(file)?.body).toBe(body);
    expect(told(file)).toEqual(expected);
  });

  test('notes are about people who do not speak in them', () => {
    const file = fileOf(FILE.replace('transcript', 'notes').replace(BODY, 'The paper reports that …\n'));
    expect(readFrozen(file)?.turns).toHaveLength(1);
    expect(file.messages).toEqual([]);
  });
});
