import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readFrozen } from '../../src/transcript/frozen.ts';
import { change, copyOfStudy, emic, read, write } from '../helpers/workspace.ts';
import { codeAnswers, RESPONSES, workshop } from './survey-data.ts';

const WHY = 'corpus/shop/transcripts/why.md';

/** Each respondent with what the frozen file has them say, paragraph by paragraph, without the space that marks a line as text. */
function said(folder: string): [string | null, string[]][] {
  const frozen = readFrozen(new VFile({ path: WHY, value: read(folder, WHY) }));
  const characters = [...(frozen?.body ?? '')];
  return (frozen?.turns ?? []).map(({ speaker, paragraphs }) => [
    speaker,
    paragraphs.map(({ start, end }) => characters.slice(start, end).join('').replaceAll('\n **', '\n**')),
  ]);
}

const withWhy = (answers: readonly string[]): string =>
  `respondent,role,tools,trust,why,email\n${answers
    .map((text, at) => `R${at + 1},Maker,saw,3,"${text.replaceAll('"', '""')}",x1\n`)
    .join('')}`;

test('who answered an open question has a turn, with the paragraphs they wrote', async () => {
  const folder = workshop();
  const { status, out } = await emic(folder, 'import', 'answers');
  expect(status).toBe(0);
  expect(out).toContain('why: 4 answers of 5 respondents.');
  expect(said(folder)).toEqual([
    ['R1', ['It breaks.', 'Often.']],
    ['R2', ['Too loud']],
    ['R4', ['It breaks and is loud']],
    ['R5', ['Nothing']],
  ]);
  const frozen = readFrozen(new VFile({ path: WHY, value: read(folder, WHY) }));
  expect(frozen?.front).toMatchObject({
    ...{ document: 'why', title: 'Why do you say so?', kind: 'fictional', item: 'why', participants: 'all' },
  });
  expect((await emic(folder, 'check')).status).toBe(0);
});

test('the same responses again give the same bytes', async () => {
  const folder = workshop();
  await emic(folder, 'import', 'answers', 'why');
  const before = read(folder, WHY);
  const { status, out } = await emic(folder, 'import', 'answers', 'why');
  expect({ status, same: read(folder, WHY) === before }).toEqual({ status: 0, same: true });
  expect(out).toContain('there, and the same');
});

test('words that mean no answer make no turn, and a dry run writes nothing', async () => {
  const folder = workshop();
  change(folder, 'corpus/shop/questions.yaml', 'emic: 1\n', 'emic: 1\nmissing: [Nothing]\n');
  const { out } = await emic(folder, 'import', 'answers', '--dry-run', '--json');
  expect(JSON.parse(out)).toMatchObject({ dryRun: true, imports: [{ answers: 3, written: [] }] });
  expect(readdirSync(join(folder, 'corpus/shop'))).not.toContain('transcripts');
});

test('later responses come after those that are coded, which stay where they are', async () => {
  const folder = workshop();
  await emic(folder, 'import', 'answers', 'why');
  codeAnswers(folder, 'ana', [['aaaaaaa1', 'noise', 'Too loud']]);
  const before = read(folder, WHY);
  // The tool lists the new ones first.
  const [head = '', ...rows] = RESPONSES.split('\n');
  write(folder, 'corpus/shop/responses.csv', [head, 'R6,Owner,saw,1,Cheap,x1', ...rows].join('\n'));
  const { status, out } = await emic(folder, 'import', 'answers', 'why');
  expect({ status, out }).toMatchObject({ status: 0, out: expect.stringContaining('1 of them new') });
  expect(read(folder, WHY)).toBe(`${before}\n**R6**: Cheap\n`);
  const codes = JSON.parse((await emic(folder, 'codes', '--json')).out);
  // What came later she has not read.
  expect(codes.rows).toContainEqual({ code: 'noise', units: 1, of: 4 });
  expect(codes.excluded.unread).toEqual([{ rater: 'ana', units: 1 }]);
  // Nothing is an estimate, for nothing was put in between.
  expect(codes.remarks).toEqual([]);
});

test.each([
  ['a changed answer', 'Too loud', 'Far too loud'],
  ['a paragraph more in the last answer', 'Nothing', '"Nothing\n\nat all"'],
  ['an answer that is gone', 'It breaks and is loud', ''],
])('%s is frozen only where that was said, and the text before is kept', async (_, from, to) => {
  const folder = workshop();
  await emic(folder, 'import', 'answers', 'why');
  codeAnswers(folder, 'ana', [['aaaaaaa1', 'noise', 'Too loud']]);
  const before = read(folder, WHY);
  change(folder, 'corpus/shop/responses.csv', from, to);
  const refused = await emic(folder, 'import', 'answers', 'why');
  expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('--replace --keep-codings') });
  expect(read(folder, WHY)).toBe(before);
  const half = await emic(folder, 'import', 'answers', 'why', '--replace');
  expect(half).toMatchObject({ status: 1, err: expect.stringContaining('ana coded it') });
  const { status, out } = await emic(folder, 'import', 'answers', 'why', '--replace', '--keep-codings');
  expect({ status, out }).toMatchObject({ status: 0, out: expect.stringContaining('Of its codings: of 1') });
  const [kept = ''] = readdirSync(join(folder, 'corpus/shop/originals/replaced'));
  expect(read(folder, `corpus/shop/originals/replaced/${kept}`)).toBe(before);
  expect(read(folder, WHY)).not.toBe(before);
});

test('answers that look like a transcript come back as they were written', async () => {
  const odd = [
    '**Ana**: no label\n**Ben** [00:00:01]: none either',
    '---\ndocument: other\n---',
    '[00:01:02] Max: hello\n# no heading\n\n**?**:',
    '** **\n> quoted, “and” "so"',
  ];
  const folder = workshop({ 'corpus/shop/responses.csv': withWhy(odd) });
  expect((await emic(folder, 'import', 'answers')).status).toBe(0);
  expect(said(folder)).toEqual([
    ['R1', [odd[0]]],
    ['R2', [odd[1]]],
    ['R3', ['[00:01:02] Max: hello\n# no heading', '**?**:']],
    ['R4', [odd[3]]],
  ]);
  expect((await emic(folder, 'check')).out).toContain('no problems');
});

test('whatever respondents write, each has one turn with these words', async () => {
  const piece = fc.constantFrom(
    '**',
    'R2',
    ': ',
    '[00:01:02]',
    '\n',
    '\n\n',
    '---',
    'title: x',
    'ä🌧',
    '*',
    '"',
    ',',
  );
  const answer = fc.array(piece, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
  const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 5 }), async (answers) => {
      fc.pre(answers.some((text) => text.trim() !== ''));
      const folder = workshop({ 'corpus/shop/responses.csv': withWhy(answers) });
      const { status, err } = await emic(folder, 'import', 'answers');
      expect(err).toBe('');
      expect(status).toBe(0);
      expect(said(folder).map(([who, paragraphs]) => [who, words(paragraphs.join('\n\n'))])).toEqual(
        answers.flatMap((text, at) => (text.trim() === '' ? [] : [[`R${at + 1}`, words(text)]])),
      );
    }),
    { numRuns: 60 },
  );
});

test('reconstructed answers are refused, for nobody real is given words', async () => {
  const folder = workshop();
  change(folder, 'corpus/shop/study.yaml', 'responses: ', 'reconstructed: true, responses: ');
  const { status, err } = await emic(folder, 'import', 'answers');
  expect({ status, err }).toMatchObject({ status: 2, err: expect.stringContaining('nobody real') });
});

test.each([
  ['a closed question', ['role'], 2, 'closed question'],
  ['an unknown one', ['wy'], 2, 'Did you mean "why"?'],
])('%s is refused', async (_, items, status, told) => {
  const found = await emic(workshop(), 'import', 'answers', ...items);
  expect(found).toMatchObject({ status, err: expect.stringContaining(told) });
});

test('another transcript of the name is left as it is', async () => {
  const folder = workshop({ [WHY]: '---\ndocument: why\nkind: fictional\n---\n\n**Ana**: Hello.\n' });
  const before = read(folder, WHY);
  const { status, err } = await emic(folder, 'import', 'answers', '--replace');
  expect({ status, err }).toMatchObject({
    status: 1,
    err: expect.stringContaining('does not say that it has'),
  });
  expect(read(folder, WHY)).toBe(before);
});

test('responses with a row that cannot be read are not frozen', async () => {
  const folder = workshop({ 'corpus/shop/responses.csv': `${RESPONSES}R6,Maker\n` });
  const { status, err } = await emic(folder, 'import', 'answers');
  expect(status).toBe(1);
  expect(err).toContain('responses.csv:');
  expect(readdirSync(join(folder, 'corpus/shop'))).not.toContain('transcripts');
});

test.each([
  ['a question without its column', ',why,', ',because,', 'missing-column'],
  ['an id that no label can hold', 'R2,', 'R*2,', 'respondent-name'],
])('%s is told', async (_, from, to, rule) => {
  const folder = workshop();
  change(folder, 'corpus/shop/responses.csv', from, to);
  const { status, out } = await emic(folder, 'import', 'answers', '--json');
  expect(status).toBe(1);
  expect(JSON.parse(out).imports[0].problems).toContainEqual(expect.objectContaining({ rule }));
});

test('two answers by one respondent are told with both lines and ways out', async () => {
  const folder = workshop({
    'corpus/shop/responses.csv':
      'respondent,role,tools,trust,why,email\nR1,,,,"One\n\ntwo",\nR2,,,,Three,\nR1,,,,Four,\n',
  });
  const { status, err } = await emic(folder, 'import', 'answers');
  expect(status).toBe(1);
  expect(err).toContain('responses.csv:6:1: error: two answers are by "R1", on this line and on line 2');
  expect(err).toContain('without --keep-duplicates');
});

test('the answers of practice are by the ids that its responses have', async () => {
  const folder = copyOfStudy('practice');
  expect(await emic(folder, 'import', 'answers')).toMatchObject({ status: 0, err: '' });
  const frozen = read(folder, 'corpus/practice/transcripts/remark.md');
  expect(frozen).toContain('**V02**: Lovely people, cold room.');
});
