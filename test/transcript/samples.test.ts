import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseBody, writeBody } from '../../src/transcript/body.ts';
import { readTranscript } from '../../src/transcript/readers/choose.ts';
import { firstDifference, wordsOf } from '../../src/transcript/same-words.ts';

const SHARED = process.env.EMIC_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const FOLDER = join(SHARED, 'data/transcripts');

/*
 * Per kind of file, what is not words, said once more and apart from the readers: a few replacements that know
 * these samples only.
 */
const captions = (text: string): string =>
  text
    .replace(/^WEBVTT\n/, '')
    .replace(/(?:^\d+\n)?^[\d:.]+ --> .*$/gm, '')
    .replace(/<v [^>]*>/g, '');
const timedLines = (text: string): string => text.replace(/^\d\d:\d\d:\d\d /gm, '').replace(/<v [^>]*>/g, '');
const saved = (text: string): string => text.replace(/^\[[^\]]*\] \d\d:\d\d:\d\d$/gm, '');
const page = (text: string): string =>
  text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^#+ /gm, '')
    .replace(/^\\\[00:18\\\]$/m, '')
    .replace(
      /^(?:\*\*(?!Break|Outro)[^*]+:\*\*|(?:Jonas|John|Pieter|AJ|CD|M|[A-Z][\w ]+ \([A-Z]+\)):)(?: \\\[[\d:.]+\\\])?/gm,
      '',
    )
    .replace(/\*\*([^*]+:)\*\*/g, '$1')
    .replace(/(?<!\\)\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<(https?:[^>]*)>/g, '$1')
    .replace(/\\(?=[[\]])|`/g, '');

const SAMPLES: readonly [
  path: string,
  words: (text: string) => string,
  speakers: (string | null)[],
  turns: number,
][] = [
  ['awsbites/1.vtt', captions, [null], 6],
  ['awsbites/100.vtt', captions, [null], 25],
  ['bitcoin/2020-01-28-pieter-wuille-part1.md', page, [null, 'Jonas', 'John', 'Pieter'], 120],
  [
    'bitcoin/2020-11-30-carl-dong-reproducible-builds.md',
    page,
    [null, 'Adam Jonas (AJ)', 'Carl Dong (CD)', 'AJ', 'CD', 'Murch (M)', 'M'],
    77,
  ],
  ['changelog/big-tent-s1e6.md', page, ['Mat Ryer', 'Matt Toback', 'Nayana Shetty', null], 129],
  ['changelog/changelog--friends-125.md', page, ['Adam Stacoviak', 'Techno Tim'], 295],
  ['changelog/js-party-15.md', page, ['Mikeal Rogers', 'Alex Sexton', 'Kyle Simpson', null], 113],
  ['changelog/practical-ai-285.md', page, ['Daniel Whitenack'], 1],
  ['talkpython/000_tptm_introducing_the_show.txt', timedLines, [null], 4],
  ['talkpython/000_tptm_introducing_the_show.vtt', captions, [null], 4],
  [
    'talkpython/527-mcp-servers-for-python-devs.txt',
    timedLines,
    ['Speaker 1', 'Speaker 2', 'Speaker 3'],
    168,
  ],
  ['talkpython/527-mcp-servers-for-python-devs.vtt', captions, ['Speaker 1', 'Speaker 2', 'Speaker 3'], 168],
  ['talkpython/555-marimo-pair.txt', timedLines, ['Michael Kennedy', 'Trevor Manz', null], 120],
  ['talkpython/555-marimo-pair.vtt', captions, ['Michael Kennedy', 'Trevor Manz', null], 120],
  ['zoom/input_example.txt', saved, ['Johnny Doe', 'Janet Dough'], 8],
];

describe.skipIf(!existsSync(FOLDER))('the samples (skipped where the shared data are not there)', () => {
  test.each(SAMPLES)('%s keeps its words, in order, and has its speakers', (path, words, speakers, turns) => {
    const value = readFileSync(join(FOLDER, path), 'utf8');
    const file = new VFile({ path, value });
    const body = writeBody(readTranscript(file)?.turns ?? []);
    const found = parseBody(body);
    const all = [...body];
    const frozen = found.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ start, end }) => wordsOf(all.slice(start, end).join(''))),
    );
    expect(firstDifference(wordsOf(words(value)), frozen)).toBeUndefined();
    expect([...new Set(found.map(({ speaker }) => speaker))]).toEqual(speakers);
    expect(found).toHaveLength(turns);
    expect(file.messages.filter(({ fatal }) => fatal)).toEqual([]);
  });
});
