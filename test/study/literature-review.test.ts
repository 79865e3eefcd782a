import { join } from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCodebook } from '../../src/codebook/parse-codebook.ts';
import { readCsv } from '../../src/csv/read.ts';
import { loadStudy } from '../../src/study/load-study.ts';
import { read, repository } from '../helpers/workspace.ts';

/** What the study’s files say of each other, and what its findings say of them. */

type Row = Readonly<Record<string, string>>;

function rows(name: string): Row[] {
  const table = readCsv(
    new VFile({ path: name, value: read(repository, join('corpus/literature-review', name)) }),
  );
  if (!table) throw new Error(`${name} cannot be read`);
  const names = table.header.map(({ value }) => value);
  return table.rows.map(({ cells }) =>
    Object.fromEntries(cells.map(({ value }, at) => [names[at] ?? '', value])),
  );
}

const of = (column: string, from: readonly Row[]): Set<string> =>
  new Set(from.flatMap((row) => (row[column] ? [row[column]] : [])));

const records = rows('records.csv');
const citations = rows('citations.csv');
const inTable = rows('table-5-references.csv');
const headings = rows('headings.csv');
const entries = of('id', records);

async function findings(): Promise<string> {
  const { replication } = await loadStudy({ root: repository }, 'literature-review');
  return (replication?.published.findings ?? []).map(({ what }) => what).join('\n');
}

test('entries are numbered without a gap', () => {
  expect(records.map(({ id }) => id)).toEqual(records.map((_, at) => `PS${at + 1}`));
});

test('whatever is cited, in the text or in Table 5, is an entry', () => {
  expect([...of('record', citations), ...of('record', inTable)].filter((id) => !entries.has(id))).toEqual([]);
});

test('an entry that repeats a study has the title of the entry that it repeats', async () => {
  const repeated = records.filter(({ id, study }) => id !== study);
  const titles = new Map(records.map(({ id, title }) => [id, title]));
  expect(repeated.map(({ title }) => title)).toEqual(repeated.map(({ study }) => titles.get(study ?? '')));
  const told = await findings();
  for (const { id, study } of repeated) expect(told).toMatch(new RegExp(`${study}\\b (also )?as ${id}\\b`));
});

test('the entries that are cited nowhere are as many as the finding says', async () => {
  const cited = new Set([...of('record', citations), ...of('record', inTable)]);
  const never = records.filter(({ id = '' }) => !cited.has(id));
  const otherwise = never.filter(({ id, study = '' }) => study !== id && cited.has(study));
  expect(await findings()).toContain(`Of ${entries.size} entries, ${never.length} are cited neither`);
  expect(otherwise.map(({ id }) => id)).toEqual(['PS53', 'PS57', 'PS98']);
});

test('Table 5 and the text cite differently for just the challenges that the findings name', async () => {
  const cited = (challenge: string, from: readonly Row[], column: string) =>
    of(
      'record',
      from.filter((row) => row[column] === challenge),
    );
  const differences = [...of('challenge', inTable)].flatMap((challenge) => {
    const text = cited(challenge, citations, 'heading');
    const table = cited(challenge, inTable, 'challenge');
    const only = (a: Set<string>, b: Set<string>) => [...a].filter((id) => !b.has(id)).sort();
    const [left, right] = [only(table, text), only(text, table)];
    return left.length + right.length > 0 ? [[challenge, left, right]] : [];
  });
  expect(differences).toEqual([
    ['cultural-changes', [], ['PS151']],
    ['fragmentation', ['PS127', 'PS133'], []],
    ['responsible-mlops', ['PS108'], ['PS106']],
    ['distributed-environments', [], ['PS124', 'PS125']],
  ]);
  const told = await findings();
  for (const id of differences.flatMap(([, left = [], right = []]) => [...left, ...right])) {
    expect(told).toContain(id);
  }
});

test('the references of a row of Table 5 are those that are counted', () => {
  for (const { item, references = '' } of rows('table-5.csv')) {
    const counted = inTable.filter((row) => row.item === item).map(({ record }) => record);
    expect(counted.join(', ')).toBe(references);
  }
});

test('citations and challenges stand under headings that there are, and each heading is a code', () => {
  const known = of('id', headings);
  expect([...of('heading', citations), ...of('challenge', inTable)].filter((id) => !known.has(id))).toEqual(
    [],
  );
  const path = 'codebooks/literature-review/1.0.0.md';
  const book = parseCodebook(new VFile({ path, value: read(repository, path) }));
  expect(book?.codes.map(({ id }) => id).sort()).toEqual([...known].sort());
});

test('what is not reported has no number, and what is reported has one', () => {
  const flow = rows('flow.csv');
  expect(flow.filter(({ number, reported }) => (number === '') !== (reported === 'not reported'))).toEqual(
    [],
  );
});
