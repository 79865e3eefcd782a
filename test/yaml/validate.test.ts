import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { studySchema } from '../../src/study/schema.ts';
import { readYaml } from '../../src/yaml/read-yaml.ts';
import { validate } from '../../src/yaml/validate.ts';

const sound = `emic: 1
title: Sundays
kind: focus-group
sessions: [1, 2]
participants:
  file: participants.csv
  id: id
statements:
  file: positions.csv
  rows: comment
  scale:
    agree: [yes, rather]
    disagree: [hardly, no]
  list:
    open: { title: Open on Sundays, polarity: positive }
results:
  open: { from: statements, statement: open }
`;

function problems(yaml: string) {
  const file = new VFile({ path: 'study.yaml', value: yaml });
  const document = readYaml(file);
  const value = document && validate(file, document, studySchema);
  return {
    value,
    told: file.messages.map((one) => `${one.line}:${one.column} ${one.ruleId}`),
    messages: file.messages,
  };
}

test('a sound study has no problems, and its sessions are texts', () => {
  const { value, told } = problems(sound);
  expect(told).toEqual([]);
  expect(value?.sessions).toEqual(['1', '2']);
});

describe('each problem has its place, what was found, what was expected and the nearest name', () => {
  const change = (from: string, to: string) => {
    expect(sound.split(from)).toHaveLength(2);
    return problems(sound.replace(from, to));
  };

  test('an unknown key', () => {
    const { told, messages } = change('title: Sundays', 'titel: Sundays\ntitle: Sundays');
    expect(told).toEqual(['2:1 unknown-key']);
    expect(messages[0]).toMatchObject({
      reason: '"titel" is not a key that is known here',
      note: 'did you mean "title"?',
    });
  });

  test('an unknown key further down, among the keys of that place', () => {
    const { told, messages } = change('polarity: positive', 'polarity: positive, polrity: reversed');
    expect(told).toEqual(['15:57 unknown-key']);
    expect(messages[0]?.expected).toEqual(['title', 'polarity', 'kind']);
    expect(messages[0]?.note).toBe('did you mean "polarity"?');
  });

  test('an unknown value', () => {
    const { told, messages } = change('polarity: positive', 'polarity: postive');
    expect(told).toEqual(['15:47 unknown-value']);
    expect(messages[0]).toMatchObject({
      expected: ['positive', 'reversed'],
      note: 'did you mean "positive"?',
    });
  });

  test('an unknown kind of result', () => {
    const { told, messages } = change('from: statements', 'from: statments');
    expect(told).toEqual(['17:17 unknown-value']);
    expect(messages[0]?.expected).toEqual([
      'participants',
      'records',
      'statements',
      'replication',
      'survey',
      'scales',
      'codes',
      'agreement',
      'spans',
      'quotes',
      'matrix',
      'flow',
      'selection',
      'evidence',
      'cited',
      'compared',
      'mapping',
    ]);
    expect(messages[0]?.note).toBe('did you mean "statements"?');
  });

  test('a key that the chosen kind of result cannot have', () => {
    const { told, messages } = change('statement: open }', 'statment: open }');
    expect(told).toEqual(['17:29 unknown-key']);
    expect(messages[0]?.expected).toEqual(['from', 'statement', 'base']);
  });

  test('a name with capitals and spaces', () => {
    const { told, messages } = change('  open: { from', '  Open it: { from');
    expect(told).toEqual(['17:3 unusable-name']);
    expect(messages[0]?.expected).toEqual(['lower case letters, digits and hyphens']);
  });

  test('a missing key, at the group that lacks it', () => {
    const { told, messages } = change('  rows: comment\n', '');
    expect(told).toEqual(['8:1 missing-key']);
    expect(messages[0]).toMatchObject({
      reason: '"statements.rows" is missing',
      expected: ['comment', 'position'],
    });
  });

  test('a value of another type', () => {
    const { told, messages } = change('title: Sundays', 'title: 12');
    expect(told).toEqual(['2:8 wrong-type']);
    expect(messages[0]).toMatchObject({
      reason: '"title" is the number 12',
      expected: ['a text'],
      note: 'put it in quotes',
    });
  });

  test('a list where a text belongs', () => {
    const { told, messages } = change('file: positions.csv', 'file: [positions.csv]');
    expect(told).toEqual(['9:9 wrong-type']);
    expect(messages[0]?.reason).toBe('"statements.file" is a list');
  });

  test('a format version from the future', () => {
    expect(change('emic: 1', 'emic: 2').told).toEqual(['1:7 unknown-value']);
  });

  test('a label twice in one scale', () => {
    const { told, messages } = change('disagree: [hardly, no]', 'disagree: [hardly, rather]');
    expect(told).toEqual(['12:5 inconsistent']);
    expect(messages[0]?.reason).toBe('"rather" stands twice in the scale');
  });

  test('a reversed statement on a lopsided scale', () => {
    const lopsided = sound
      .replace('[hardly, no]', '[no]')
      .replace('polarity: positive', 'polarity: reversed');
    expect(problems(lopsided).told).toEqual(['12:5 inconsistent']);
  });

  test('labels that differ in capitals only, and labels of spaces', () => {
    expect(change('disagree: [hardly, no]', 'disagree: [hardly, RATHER]').told).toEqual([
      '12:5 inconsistent',
    ]);
    expect(change('disagree: [hardly, no]', 'disagree: [hardly, " "]').told).toEqual(['13:24 unknown-value']);
    expect(change('disagree: [hardly, no]', 'disagree: [hardly, "not  Reported"]').told).toEqual([
      '12:5 inconsistent',
    ]);
  });

  test('one session twice, and people named by numbers', () => {
    expect(change('sessions: [1, 2]', 'sessions: [1, 2, 1]').told).toEqual(['4:18 inconsistent']);
    expect(change('  id: id\n', '  id: id\n  columns: { id: { type: number } }\n').told).toEqual([
      '8:26 inconsistent',
    ]);
  });

  test('a column named like an absence', () => {
    expect(change('disagree: [hardly, no]', 'disagree: [hardly, absent]').told).toEqual([
      '12:5 inconsistent',
    ]);
  });

  test('tabs, a key twice, an unclosed quote, and a text with a colon', () => {
    expect(change('  rows: comment', '\trows: comment').told[0]).toMatch(/^10:\d+ yaml-syntax$/);
    expect(change('title: Sundays', 'title: Sundays\ntitle: again').told).toEqual(['3:1 yaml-syntax']);
    expect(change('title: Sundays', 'title: "Sundays').told[0]).toMatch(/yaml-syntax$/);
    expect(change('title: Sundays', 'title: On Sundays: open').told[0]).toMatch(/^2:\d+ yaml-syntax$/);
  });

  test('an empty file, and a file that is a list', () => {
    expect(problems('').told).toEqual(['1:1 wrong-type']);
    expect(problems('- a\n').told).toEqual(['1:1 wrong-type']);
  });

  test('aliases that grow without bound are refused', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [name, before] of ['ba', 'cb', 'dc', 'ed'].map((pair) => [...pair])) {
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
    }
    expect(problems(bomb.join('\n')).told).toEqual(['1:1 yaml-alias']);
  });

  test.each([
    [
      'brackets that are never closed',
      `a: ${'['.repeat(20_000)}`,
      /^1:\d+ yaml-depth$/,
      'more than 100 levels',
    ],
    [
      'groups that are nested too deeply',
      `${'- '.repeat(300)}a`,
      /^1:\d+ yaml-depth$/,
      'more than 100 levels',
    ],
    ['a list as a key', 'a: 1\n? [a, b]\n: 1\n', /^2:3 yaml-key$/, 'not a list or a group'],
    ['an alias as a key', '&x a: 1\n*x : 2\n', /^2:1 yaml-key$/, 'not an alias'],
    [
      'a number and a text that are one key',
      'a: 1\nb: { 1: a, "1": b }\n',
      /^2:12 yaml-key$/,
      '"1" stands here twice',
    ],
    ['another version of YAML', '%YAML 1.1\n---\na: no\n', /^1:1 yaml-version$/, 'YAML 1.1'],
    ['an unknown directive', '%FOO bar\n---\na: 1\n', /^1:1 yaml-directive$/, 'unknown directive %FOO'],
    ['an unknown tag', 'a: !foo bar\n', /^1:9 yaml-tag$/, '"!foo" means nothing'],
    ['bytes in base 64', 'a: !!binary aGk=\n', /^1:13 yaml-tag$/, '"!!binary" means nothing'],
  ])('%s', (_, yaml, told, reason) => {
    const found = problems(yaml);
    expect(found.value).toBeUndefined();
    expect(found.told).toEqual([expect.stringMatching(told)]);
    expect(found.messages[0]?.reason).toContain(reason);
  });

  test('an entry that may be a text or a number', () => {
    const { messages } = change('sessions: [1, 2]', 'sessions: [[1], 2]');
    expect(messages[0]?.expected).toEqual(['a text', 'a number']);
  });

  test('an empty text and an empty list', () => {
    expect(change('title: Sundays', 'title: ""').messages[0]?.reason).toBe('"title": this is empty');
    expect(change('agree: [yes, rather]', 'agree: []').messages[0]?.reason).toBe(
      '"statements.scale.agree": this is empty',
    );
  });

  test('thousands of wrong entries, not one by one', () => {
    const many = Array.from({ length: 5000 }, (_, n) => `  r${n}: { from: nothing }`).join('\n');
    const { told } = problems(sound.replace(/results:[\s\S]*/, `results:\n${many}\n`));
    expect(told).toHaveLength(101);
  });

  test('__proto__ is refused as a key, wherever it stands', () => {
    expect(problems(`${sound}__proto__: { emic: 1 }\n`).told).toEqual(['18:1 yaml-key']);
  });
});

test('numbers keep the digits they were typed with', () => {
  const document = readYaml(new VFile('value: 4.20\nmap: { a: 1.0 }\n'));
  expect(document?.source(['value'])).toBe('4.20');
  expect(document?.source(['map', 'a'])).toBe('1.0');
  expect(document?.source(['map', 'b'])).toBeUndefined();
});
