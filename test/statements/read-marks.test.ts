import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readMarks } from '../../src/statements/read-marks.ts';
import { roster, scale, statement } from './fixtures.ts';

function reading(csv: string, rows: 'comment' | 'position' = 'comment') {
  const file = new VFile({ path: 'positions.csv', value: csv });
  const marks = readMarks(file, { statements: [statement], scale, roster, rows });
  const problems = file.messages.map((one) => `${one.line}:${one.column} ${one.ruleId}`);
  return { marks, problems, file };
}

const head = 'statement,session,participant,column,comment\n';

describe('what is read', () => {
  test('a mark takes the session declared for its participant', () => {
    const { marks, problems } = reading(`${head}s,,Ana,strongly agree,Sundays\n`);
    expect(problems).toEqual([]);
    expect(marks).toEqual([
      { statement: 's', session: 'morning', person: 'Ana', position: 0, comment: 'Sundays' },
    ]);
  });

  test('an unnamed person has no session unless one is given', () => {
    const { marks } = reading(`${head}s,,?1,strongly agree,\ns,evening,?2,no opinion,\n`);
    expect(marks?.map(({ session, person }) => [session, person])).toEqual([
      [null, '?1'],
      ['evening', '?2'],
    ]);
  });

  test('columns may be typed in any case, and absent and not reported are no columns', () => {
    const { marks, problems } = reading(
      `${head}s,,Ana,Strongly  Agree,\ns,,Ben,ABSENT,\ns,,Dev,not reported,\n`,
    );
    expect(problems).toEqual([]);
    expect(marks?.map(({ position }) => position)).toEqual([0, 'absent', 'not reported']);
  });

  test('a blank participant is a mark without an author', () => {
    expect(reading(`${head}s,morning,,strongly agree,x\n`).marks?.[0]?.person).toBeNull();
  });
});

describe('what is told, with its place', () => {
  const bad: [string, string, string[]][] = [
    ['a position off the scale', 's,,Ana,strogly agree,\n', ['2:8 off-the-scale']],
    ['an undeclared participant', 's,,Anna,strongly agree,\n', ['2:4 undeclared-participant']],
    ['an undeclared statement', 'x,,Ana,strongly agree,\n', ['2:1 unknown-statement']],
    ['an undeclared session', 's,noon,Ana,strongly agree,\n', ['2:3 undeclared-session']],
    ['a session that is not the participant’s', 's,evening,Ana,strongly agree,\n', ['2:3 session-conflict']],
    ['an absence of nobody', 's,,,absent,\n', ['2:4 missing-participant']],
    ['a lone question mark', 's,,?,strongly agree,\n', ['2:4 missing-participant']],
    ['a missing position', 's,,Ana,,\n', ['2:8 off-the-scale']],
    ['the same row twice', 's,,Ana,strongly agree,x\ns,,Ana,strongly agree,x\n', ['3:1 duplicate-row']],
    ['present and absent', 's,,Ana,strongly agree,\ns,,Ana,absent,\n', ['3:8 contradiction']],
    [
      'an unnamed person in two sessions',
      's,morning,?1,no opinion,\ns,evening,?1,no opinion,\n',
      ['3:3 session-conflict'],
    ],
    [
      'more people than took part',
      's,,?1,no opinion,\ns,,?2,no opinion,\ns,,?3,no opinion,\ns,,?4,no opinion,\ns,,?5,no opinion,\n',
      ['6:1 too-many-people'],
    ],
    [
      'more people than took part in a session',
      's,evening,?1,no opinion,\ns,evening,?2,no opinion,\ns,evening,?3,no opinion,\n',
      ['4:1 too-many-people'],
    ],
  ];
  test.each(bad)('%s', (_, rows, expected) => {
    expect(reading(head + rows).problems).toEqual(expected);
  });

  test('the message names what was found, what is allowed and what was meant', () => {
    const { file } = reading(`${head}s,,Ana,strogly agree,\n`);
    const [message] = file.messages;
    expect(message).toMatchObject({
      reason: '"strogly agree" is not a column of the scale',
      actual: 'strogly agree',
      note: 'did you mean "strongly agree"?',
    });
    expect(message?.expected).toContain('no opinion');
  });

  test('a position without anybody who holds it', () => {
    expect(reading('statement,participant,column\ns,,no opinion\n', 'position').problems).toEqual([
      '2:3 missing-participant',
    ]);
  });

  test('a row with a problem does not count, and the others do', () => {
    const { marks } = reading(`${head}s,,Anna,strongly agree,\ns,,Ben,strongly agree,\n`);
    expect(marks?.map(({ person }) => person)).toEqual(['Ben']);
  });

  test('notes of which neither author nor words are known are one each', () => {
    const { marks, problems } = reading(`${head}s,,,strongly agree,\ns,,,strongly agree,\n`);
    expect(problems).toEqual([]);
    expect(marks).toHaveLength(2);
  });

  test('a session’s size is not held against people where somebody’s session is not declared', () => {
    const file = new VFile(
      `${head}${['?1', '?2', '?3'].map((who) => `s,evening,${who},no opinion,\n`).join('')}`,
    );
    const unsure = { ...roster, sessionOf: new Map([...roster.sessionOf, ['Eve', null]]) };
    readMarks(file, { statements: [statement], scale, roster: unsure, rows: 'comment' });
    expect(file.messages.map(String)).toEqual([]);
  });

  test('a file with columns and no marks is a warning', () => {
    const { problems, file } = reading(head);
    expect(problems).toEqual(['1:1 no-rows']);
    expect(file.messages[0]?.fatal).toBe(false);
  });

  test('different comments by one person in one column are two comments', () => {
    const { marks, problems } = reading(`${head}s,,Ana,strongly agree,x\ns,,Ana,strongly agree,y\n`);
    expect(problems).toEqual([]);
    expect(marks).toHaveLength(2);
  });
});
