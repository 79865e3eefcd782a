import { join } from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCodebook } from '../../src/codebook/parse-codebook.ts';
import { readCsv } from '../../src/csv/read.ts';
import { loadStudy } from '../../src/study/load-study.ts';
import type { Result } from '../../src/study/result.ts';
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
const citations = rows('evidence.csv');
const links = rows('links.csv');
const headings = rows('headings.csv');
const entries = of('id', records);

async function findings(): Promise<string> {
  const { replication } = await loadStudy({ root: repository }, 'literature-review');
  return (replication?.published.findings ?? []).map(({ what }) => what).join('\n');
}

async function result<From extends Result['from']>(name: string, from: From) {
  const { results } = await loadStudy({ root: repository }, 'literature-review');
  const found = results.get(name);
  if (found?.from !== from) throw new Error(`${name} is not from ${from}`);
  return found as Extract<Result, { from: From }>;
}

test('entries are numbered without a gap', () => {
  expect(records.map(({ id }) => id)).toEqual(records.map((_, at) => `PS${at + 1}`));
});

test('an entry that repeats a study has the title of the entry that it repeats', async () => {
  const repeated = records.filter(({ id, study }) => id !== study);
  const titles = new Map(records.map(({ id, title }) => [id, title]));
  expect(repeated.map(({ title }) => title)).toEqual(repeated.map(({ study }) => titles.get(study ?? '')));
  const told = await findings();
  for (const { id, study } of repeated) expect(told).toMatch(new RegExp(`${study}\\b (also )?as ${id}\\b`));
});

test('the entries that are cited nowhere are as many as the finding says, and Table 5 cites none of them', async () => {
  const { counts } = (await result('themes', 'evidence')).counted;
  const { summary } = (await result('table-5-citations', 'cited')).cited;
  expect(await findings()).toContain(
    `Of ${entries.size} entries, ${counts.uncited.length} are cited neither`,
  );
  expect(summary.cited.filter((id) => counts.uncited.includes(id))).toEqual([]);
  const never = new Set(counts.uncited);
  const otherwise = records.filter(
    ({ id = '', study = '' }) => study !== id && never.has(id) && !never.has(study),
  );
  expect(otherwise.map(({ id }) => id)).toEqual(['PS53', 'PS57', 'PS98']);
});

test('Table 5 and the text cite differently for just the challenges that the findings name', async () => {
  const { against } = (await result('table-5-citations', 'cited')).cited;
  const differences = (against?.differences ?? []).flatMap(({ row, onlyHere, onlyThere }) =>
    onlyHere.length + onlyThere.length > 0 ? [[row, onlyHere.toSorted(), onlyThere.toSorted()]] : [],
  );
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

test('each challenge of Table 5 is held against the text on it', async () => {
  const { against } = (await result('table-5-citations', 'cited')).cited;
  const challenges = headings.filter(({ group = '' }) => group.endsWith('challenge')).map(({ id }) => id);
  expect(against?.differences.map(({ row }) => row)).toEqual(challenges);
  expect(against?.differences.filter(({ here, there }) => !here || !there)).toEqual([]);
});

test('each heading is a code, and the codes beyond them are those of parts and of what stands under none', () => {
  const path = 'codebooks/literature-review/1.0.0.md';
  const book = parseCodebook(new VFile({ path, value: read(repository, path) }));
  const codes = book?.codes ?? [];
  const known = of('id', headings);
  const beyond = codes.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  expect(codes).toHaveLength(known.size + beyond.length);
  expect(beyond).toEqual([
    'definitions',
    'activities',
    'roles',
    'practices',
    'challenges',
    'socio-technical-challenges',
    'pipeline-challenges',
    'platform-challenges',
    'directions',
    'elsewhere',
  ]);
  expect([...of('challenge', rows('table-5.csv'))].filter((id) => !known.has(id))).toEqual([]);
});

test('what stands under none of the headings is cited in the introduction or the appendix', () => {
  const sections = (code: string) =>
    new Set(citations.filter((row) => row.code === code).map(({ place = '' }) => place.split(',')[0]));
  expect([...sections('elsewhere')]).toEqual(['section 1', 'appendix B.1', 'appendix B.2']);
});

test('citations of a section are numbered without a gap', () => {
  const next = new Map<string, number>();
  for (const { place = '' } of citations) {
    const [section = '', number] = place.split(', citation ');
    next.set(section, (next.get(section) ?? 0) + 1);
    expect(number, place).toBe(String(next.get(section)));
  }
});

test('a link of the mapping has the entries that are cited under both headings, and no link is missing', async () => {
  const { mapping } = await result('mapping', 'mapping');
  const category = (id: string) => headings.find((row) => row.id === id && row.group === 'practice category');
  const under = (id: string): Set<string> => {
    const own = headings.filter(
      (row) => row.id === id || (row.group === 'practice' && row.place === category(id)?.place),
    );
    return of(
      'record',
      citations.filter(({ code }) => own.some((row) => row.id === code)),
    );
  };
  const [practices, challenges, directions] = mapping.layers.map(({ nodes }) => nodes.map(({ id }) => id));
  expect([practices?.length, challenges?.length, directions?.length]).toEqual([7, 13, 10]);
  const shared = (from: readonly string[] = [], to: readonly string[] = []) =>
    from.flatMap((one) =>
      to.flatMap((other) => {
        const both = [...under(one)].filter((id) => under(other).has(id));
        return both.length > 0 ? [{ from: one, to: other, evidence: String(both.length) }] : [];
      }),
    );
  expect(links).toEqual([...shared(practices, challenges), ...shared(challenges, directions)]);
});

test('the totals of the flow begin with what the paper is said to print', async () => {
  const { flow } = (await result('flow', 'flow')).flow;
  const said = rows('totals.csv');
  for (const { name, parts } of flow.totals.filter((one) =>
    one.parts.every(({ kind }) => kind === 'number'),
  )) {
    const place = name.includes('table') ? 'table 1' : 'section 3.4';
    for (const part of parts) {
      if (part.kind !== 'number') continue;
      const printed = said.find((row) => row['said-in'] === place && row.literature === part.label);
      expect(String(part.count)).toBe(printed?.number);
    }
  }
});
