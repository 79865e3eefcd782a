import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCodes } from '../../src/coding/count-codes.ts';
import { formatLine, type LogEntry } from '../../src/coding/log.ts';
import type { UnitKind } from '../../src/coding/unit-codes.ts';
import { compareRaters, unitsOfRound } from '../../src/study/agreement.ts';
import { unitKinds, versionCodedWith } from '../../src/study/agreement-units.ts';
import {
  type Coded,
  codesOfUnits,
  newestVersion,
  openCoded,
  openCounted,
  ratersOf,
} from '../../src/study/coded.ts';
import type { CountingCorpus } from '../../src/study/corpus.ts';
import { emptyFolder, write } from '../helpers/workspace.ts';

const raters = ['ana', 'ben', 'eva'];

const words = ['it costs too much', 'we like it', 'né, 😀 maybe', 'so "what" now', 'nobody asked us'];

/** Turns by two people and an interviewer, some without words. */
const bodyOf = (turns: readonly number[]): string =>
  turns.map((word, index) => `**${['P1', 'P2', 'I'][index % 3]}**: ${words[word] ?? ''}\n`).join('\n');

const document = fc.record({
  turns: fc.array(fc.nat(words.length), { minLength: 2, maxLength: 7 }),
  /** Words of another body that was coded first; null where the text was never edited. */
  before: fc.option(fc.array(fc.nat(words.length), { minLength: 2, maxLength: 7 }), { freq: 2, nil: null }),
});

const given = fc.record({
  id: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6'),
  rev: fc.integer({ min: 1, max: 2 }),
  removed: fc.nat(6).map((one) => one === 0),
  code: fc.constantFrom('cost', 'time', 'money', 'use', 'ease'),
  version: fc.constantFrom('1.0.0', '1.0.0', '2.0.0'),
  start: fc.nat(80),
  size: fc.integer({ min: 1, max: 30 }),
  /** 0: of an earlier body; 1: words that do not stand there. */
  luck: fc.nat(12),
});

const log = fc.record({
  codings: fc.array(given, { maxLength: 8 }),
  through: fc.option(fc.nat(160), { nil: null }),
  broken: fc.nat(15).map((one) => one === 0),
});

const study = fc.array(
  fc.record({ document, logs: fc.tuple(...raters.map(() => fc.option(log, { nil: null }))) }),
  { minLength: 1, maxLength: 6 },
);

type Given = typeof study extends fc.Arbitrary<infer T> ? T : never;

const book = (version: string, changes: string, codes: readonly string[]): string => `---
name: Invented (fictional)
version: ${version}
date: 2025-0${version[0]}-01
${changes}
---

# Invented (fictional)

## Group

${codes.map((code) => `### About ${code} \`${code}\`\n\n**Definition.** What is said of it.\n`).join('\n')}`;

const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex').slice(0, 8);

const at = '2025-03-01T09:30:00Z';

function writeStudy(root: string, documents: Given): void {
  write(root, 'corpus/s/study.yaml', 'emic: 1\nkind: interviews\ntitle: Invented\nfictional: true\n');
  write(root, 'codebooks/s/1.0.0.md', book('1.0.0', 'changes: []', ['cost', 'time', 'use', 'ease']));
  write(
    root,
    'codebooks/s/2.0.0.md',
    book(
      '2.0.0',
      [
        'changes:',
        '  - { kind: rename, from: cost, to: money, reason: a better name }',
        '  - { kind: split, from: use, to: [use-at-work, use-at-home], reason: two things }',
      ].join('\n'),
      ['money', 'time', 'use-at-work', 'use-at-home', 'ease'],
    ),
  );
  for (const [index, { document: one, logs }] of documents.entries()) {
    const name = `d${index + 1}`;
    const body = bodyOf(one.turns);
    const participants = index % 2 === 0 ? 'participants:\n  - P1\n  - P2\n' : '';
    write(
      root,
      `corpus/s/transcripts/${name}.md`,
      `---\ndocument: ${name}\nkind: fictional\n${participants}---\n\n${body}`,
    );
    for (const [r, rater] of raters.entries()) {
      const own = logs[r];
      if (!own) continue;
      const lines = own.codings.map((coding) => formatLine(entryOf(coding, body, one.before)));
      if (own.through !== null) {
        const through = Math.min(own.through, [...body].length);
        lines.push(formatLine({ through, text: hashOf(body), at }));
      }
      const header = formatLine({ emic: 1, round: '1', document: name, rater });
      const file = [header, ...lines, ...(own.broken ? ['{"id":'] : [])].join('\n');
      write(root, `corpus/s/codings/1/${name}/${rater}.jsonl`, `${file}\n`);
    }
  }
}

function entryOf(
  {
    id,
    rev,
    removed,
    code,
    version,
    start,
    size,
    luck,
  }: Given[number]['logs'] extends never
    ? never
    : NonNullable<Given[number]['logs'][number]>['codings'][number],
  body: string,
  before: readonly number[] | null,
): LogEntry {
  if (removed) return { id, rev, removed, at };
  const from = luck === 0 && before ? bodyOf(before) : body;
  const points = [...from];
  const first = start % (points.length - 1);
  const quote = points.slice(first, first + size).join('');
  const end = first + [...quote].length;
  return {
    ...{ id, rev, code, version, start: first, end, at, text: hashOf(from) },
    quote: luck === 1 ? `${quote}?` : quote,
  };
}

/** All that the commands say, of what was opened in one of two ways. */
function results(coded: Coded<CountingCorpus>, unit: UnitKind, rollUp: boolean, onlyCoded: boolean): unknown {
  const { corpus } = coded;
  const logs = corpus.logs.filter(({ file }) => !coded.broken.includes(file));
  const version = versionCodedWith(
    corpus,
    logs.map(({ log: one }) => one),
  );
  const units = unitsOfRound(corpus, {
    ...{ unit, logs, raters, speakers: 'participants' as const, onlyCoded, rollUp, version, language: 'en' },
  });
  const { codes, unread } = codesOfUnits(coded, {
    ...{ unit, round: '1', raters: ratersOf(coded, '1'), speakers: 'all' as const, rollUp },
    version: newestVersion(coded),
  });
  return {
    files: corpus.files.map(({ path, messages }) => [path, messages.map(({ reason }) => reason)]),
    logs: corpus.logs.map(({ log: one, lost, throughElsewhere }) => [
      ...[one.rater, one.document, one.through, one.columns, one.unsettled],
      ...[lost, throughElsewhere],
    ]),
    version,
    excluded: units.excluded,
    unread: units.unread,
    versions: units.versions,
    comparisons: compareRaters(units, { measures: 'kappas', replicates: 30 }),
    counts: countCodes(codes, ['code', 'rater', 'document', 'speaker']),
    left: [codes.excluded, unread],
  };
}

test('logs read for counting give all that logs read with care give, whatever the state of a study', async () => {
  let tidy = 0;
  let untidy = 0;
  await fc.assert(
    fc.asyncProperty(
      study,
      fc.constantFrom(...unitKinds),
      fc.boolean(),
      fc.boolean(),
      async (documents, ...how) => {
        const root = emptyFolder();
        writeStudy(root, documents);
        const careful = (await openCoded({ root }, 's')).coded;
        const counting = (await openCounted({ root }, 's')).coded;
        if (!careful || !counting) throw new Error('the study cannot be opened');
        expect(careful.corpus.codebooks.flatMap(({ file }) => file.messages.map(String))).toEqual([]);
        expect(results(counting, ...how)).toEqual(results(careful, ...how));
        for (const { file } of counting.corpus.logs) {
          if (file.value === undefined) tidy += 1;
          else untidy += 1;
        }
      },
    ),
    { numRuns: 100 },
  );
  expect(Math.min(tidy, untidy)).toBeGreaterThan(50);
}, 60_000);
