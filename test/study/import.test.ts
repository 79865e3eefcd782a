import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { combineRenames, decideParticipants } from '../../src/study/import-decisions.ts';
import { documentName, safeDocument } from '../../src/study/import-document.ts';
import { namesLeftIn, sourceName } from '../../src/study/import-identities.ts';
import { type ImportRecord, readImports, writeImports } from '../../src/study/imports.ts';
import { readFrozen } from '../../src/transcript/frozen.ts';
import { readTranscript } from '../../src/transcript/readers/choose.ts';
import { firstDifference, wordsOf, wordsOfTurns } from '../../src/transcript/same-words.ts';
import { emic, read, workspaceWith, write } from '../helpers/workspace.ts';

const renames = (...pairs: [string, string][]) => new Map(pairs);

describe('renames', () => {
  const names = ['AJ', 'Adam Jonas', 'CD'];

  test('happen all at once, so that two names can be swapped', () => {
    const { rename } = combineRenames(names, renames(), renames(['AJ', 'CD'], ['CD', 'AJ']));
    expect([...rename]).toEqual([
      ['AJ', 'CD'],
      ['CD', 'AJ'],
    ]);
  });

  test('follow those of the import before, by the old name or the new one', () => {
    const kept = renames(['AJ', 'Adam Jonas']);
    expect([...combineRenames(names, kept, renames(['Adam Jonas', 'P1'])).rename]).toEqual([
      ['AJ', 'P1'],
      ['Adam Jonas', 'P1'],
    ]);
    expect([...combineRenames(names, kept, renames(['AJ', 'AJ'])).rename]).toEqual([]);
  });

  test('of people who do not speak are told, unless they are of the import before', () => {
    const { rename, unknown } = combineRenames(names, renames(['Zoe', 'Z']), renames(['Yan', 'Y']));
    expect(unknown).toEqual(['Yan']);
    expect(rename.size).toBe(0);
  });
});

describe('participants', () => {
  const none = renames();

  test('are all that are named unless somebody decides', () => {
    expect(decideParticipants(['Ana', 'Ben'], none, 'all', {}).participants).toBe('all');
  });

  test('may have commas in their names', () => {
    const { participants, unknown } = decideParticipants(['Ruiz, Ana', 'Ben', 'Cai'], none, 'all', {
      participants: ['Ruiz, Ana', 'Ben,Dov'],
    });
    expect(participants).toEqual(['Ruiz, Ana', 'Ben']);
    expect(unknown).toEqual(['Dov']);
  });

  test('may be named as in the original, and are renamed with it', () => {
    const rename = renames(['Ana', 'P1']);
    const { participants } = decideParticipants(['P1', 'Ben'], rename, ['Ana', 'Ben'], {
      notParticipants: ['Ben'],
    });
    expect(participants).toEqual(['P1']);
  });
});

describe('names of documents', () => {
  test.each([
    ['GMT2024 Maria & co (1).vtt', 'GMT2024-Maria-co-1'],
    ['Интервью №4.txt', 'Интервью-4'],
    ['Zoe\u0308.md', 'Zo\u00eb'],
    ['con.vtt', 'con-document'],
    ['README.md', 'README-document'],
    ['…txt', 'txt'],
    ['---.txt', ''],
  ])('%s becomes %s', (file, name) => {
    expect(documentName(file)).toBe(name);
  });

  test('are the same when made safe again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (name) => safeDocument(safeDocument(name)) === safeDocument(name),
      ),
    );
  });
});

describe('identities', () => {
  test('a source with a part of a name that was renamed takes the name of the document', () => {
    expect(sourceName('zoom_silva.vtt', 'P4', renames(['Maria Silva', 'P4']))).toBe('P4.vtt');
    expect(sourceName('zoom_silva.vtt', 'P4', renames(['M. Silva', 'Maria Silva']))).toBe('zoom_silva.vtt');
    expect(sourceName('speaker.vtt', 'P4', renames(['Speaker 1', 'Ana']))).toBe('speaker.vtt');
  });

  test('only whole words count as a name that is still said', () => {
    const turns = [{ speaker: 'P4', start: null, end: null, paragraphs: ['Ask Ana. Banana, Ana!'] }];
    expect(namesLeftIn(turns, renames(['Ana', 'P4']))).toEqual([{ name: 'Ana', times: 2 }]);
  });
});

const anyText = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text !== '__proto__');
const anyRecord: fc.Arbitrary<ImportRecord> = fc.record({
  document: anyText,
  original: anyText,
  source: anyText,
  sha256: fc.constant('0'.repeat(64)),
  format: fc.constantFrom('web-vtt', 'plain-labels'),
  kind: fc.constantFrom('transcript', 'notes'),
  participants: fc.oneof(fc.constant('all' as const), fc.array(anyText)),
  title: fc.option(anyText, { nil: undefined }),
  date: fc.option(anyText, { nil: undefined }),
  language: fc.constant(undefined),
  rename: fc.array(fc.tuple(anyText, anyText)).map((pairs) => new Map(pairs)),
});

test('decisions are read back as they were written, whatever people are called', async () => {
  const root = workspaceWith({ 'corpus/s/study.yaml': '' });
  const wellFormed = (text: string) => JSON.parse(JSON.stringify(text)) as string;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyRecord, { selector: ({ document }) => document, maxLength: 3 }),
      async (all) => {
        write(root, 'corpus/s/originals/imports.yaml', writeImports(all));
        const { file, records } = await readImports({ root }, 's');
        expect(file?.messages.map(String)).toEqual([]);
        for (const record of all) {
          const back = records?.get(wellFormed(record.document));
          expect(JSON.stringify(back?.participants)).toBe(JSON.stringify(record.participants));
          expect([...(back?.rename ?? [])].sort()).toEqual([...record.rename].sort());
          expect(back?.original).toBe(record.original);
          expect(back?.title).toBe(record.title);
        }
      },
    ),
    { numRuns: 50 },
  );
});

const SHARED = process.env.EMIC_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const FOLDER = join(SHARED, 'data/transcripts');
const samples = ['awsbites', 'bitcoin', 'changelog', 'talkpython', 'zoom'].flatMap((folder) =>
  existsSync(FOLDER)
    ? readdirSync(join(FOLDER, folder))
        .filter((name) => !name.endsWith('.json'))
        .map((name) => `${folder}/${name}`)
    : [],
);

describe.skipIf(samples.length === 0)('the samples (skipped where the shared data are not there)', () => {
  // That the readers keep the words of these files is shown in test/transcript/samples.test.ts.
  test.each(samples.length > 0 ? samples : ['the shared data'])(
    '%s is frozen with its words, and again with the same bytes',
    async (sample) => {
      const root = workspaceWith({ 'corpus/s/study.yaml': 'emic: 1\ntitle: S\nkind: interviews\n' });
      const path = join(FOLDER, sample);
      const value = readFileSync(path, 'utf8');
      const { status, err, out } = await emic(root, 'import', 'transcript', path, '--as', 'x', '--json');
      expect(status, err).toBe(0);
      const [imported] = JSON.parse(out).imports;
      const content = read(root, imported.transcript);
      const file = new VFile({ path: 'x.md', value: content });
      const frozen = readFrozen(file);
      const characters = [...(frozen?.body ?? '')];
      const words = (frozen?.turns ?? []).flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ start, end }) => wordsOf(characters.slice(start, end).join(''))),
      );
      const draft = readTranscript(new VFile({ path, value }));
      expect(firstDifference(wordsOfTurns(draft?.turns ?? []), words)).toBeUndefined();
      expect(file.messages).toEqual([]);
      expect(readFileSync(join(root, imported.original)).equals(readFileSync(path))).toBe(true);
      const again = JSON.parse((await emic(root, 'import', 'transcript', path, '--as', 'x', '--json')).out);
      expect(again.imports[0]).toMatchObject({ status: 'unchanged', written: [] });
    },
  );
});
