import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codingFrame } from '../../src/cli/coding-screen/coding-frame.ts';
import {
  type CodingScreen,
  openScreen,
  showing,
  stepScreen,
} from '../../src/cli/coding-screen/coding-screen.ts';
import { lineWidth } from '../../src/cli/screen/styled-line.ts';
import { remarked } from '../../src/session/remarks.ts';
import type { Session } from '../../src/session/session.ts';
import type { Key } from '../../src/session/step.ts';
import { openSession } from '../../src/study/open-session.ts';
import { sessionWriter } from '../../src/study/write-session.ts';
import { tinyStudy } from '../cli/coding-data.ts';
import { emic, write } from '../helpers/workspace.ts';
import { anyKeys } from './random-keys.ts';
import { body, clock } from './sessions.ts';

const place = { study: 'tiny', document: 'one', rater: 'ana', round: '1' };

/** EMIC_SEQUENCES=1000 runs the full number, which takes minutes. */
const sequences = Number(process.env.EMIC_SEQUENCES ?? 25);
const keysEach = 500;

const study = () =>
  tinyStudy({
    'corpus/tiny/transcripts/one.md': `---\ndocument: one\nkind: fictional\nparticipants: [Pia]\n---\n\n${body}`,
  });

async function open(root: string): Promise<Session> {
  const options = { show: [], version: undefined, language: 'en' };
  const { session, files } = await openSession({ root }, place, options);
  if (!session) throw new Error(files.flatMap(({ messages }) => messages.map(String)).join('\n'));
  return session;
}

/** What carries out what sessions ask for, one after the other, on the disk. */
async function coder(root: string) {
  const now = clock();
  const writer = await sessionWriter({ root }, place, 'Tiny');
  /** Presses keys as the full screen does. */
  return async (from: CodingScreen, keys: readonly Key[]): Promise<CodingScreen> => {
    let screen = from;
    for (const key of keys) {
      const { state, effects } = stepScreen(screen, key, now());
      const remarks = await writer.write(effects);
      expect(remarks.filter(({ kind }) => kind === 'code' || kind === 'memo')).toEqual([]);
      screen = showing(state, { ...remarks.reduce(remarked, state.session), over: false });
    }
    return screen;
  };
}

async function code(root: string, keys: readonly Key[]): Promise<CodingScreen> {
  const press = await coder(root);
  return press(openScreen(await open(root), 80, 23), keys);
}

const said = ({ codings, through, memos }: Session) => ({
  codings: codings.map(({ at: _, rev: __, ...one }) => one),
  through,
  memos: memos.map((one) => JSON.stringify(one)).sort(),
});

test(`whatever ${keysEach} keys are pressed: nothing throws, emic check finds no error, and the log says what the screen did`, async () => {
  const root = study();
  await fc.assert(
    fc
      .asyncProperty(anyKeys(keysEach), async (keys) => {
        const screen = await code(root, keys);
        const lines = codingFrame(screen, 80);
        expect(lines.length).toBeLessThanOrEqual(23);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(80);
        const { status, out, err } = await emic(root, 'check', 'tiny');
        expect(status, out + err).toBe(0);
        expect(said(await open(root))).toEqual(said(screen.session));
      })
      .beforeEach(() => {
        for (const path of [
          'corpus/tiny/codings',
          'codebooks/tiny/draft.md',
          'corpus/tiny/memos',
          'reports',
        ]) {
          rmSync(join(root, path), { recursive: true, force: true });
        }
      }),
    { numRuns: sequences, endOnFailure: sequences > 100 },
  );
}, 600_000);

/** All that undoing gives back: what was read since stays read, and the log keeps its history. */
const undoable = ({ codings, codes, memos, bindings, recent }: Session) => ({
  ...{ codings: codings.map(({ at: _, rev: __, ...one }) => one), codes, memos, bindings, recent },
});

/** Every file of the study but the logs, with its content. */
function filesIn(root: string): Record<string, string> {
  const all = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !one.name.endsWith('.jsonl') && !one.parentPath.includes('reports'))
    .map((one) => join(one.parentPath, one.name));
  return Object.fromEntries(all.map((path) => [path, readFileSync(path, 'latin1')]));
}

const draft =
  '---\r\nname: Tiny\r\nprevious: 1.0.0\r\n---\r\n\r\n# Tiny\r\n\r\n## Weather `weather`\r\n\r\n### Cold `cold`\r\n\r\n## Liking `liking`\r\n<!-- mine -->';

const begun: [string, Record<string, string>][] = [
  ['without a draft and memos', {}],
  [
    'with a draft and memos of several people',
    {
      'codebooks/tiny/draft.md': draft,
      'corpus/tiny/memos/code-cold.md':
        '---\ncode: cold\nauthor: ben\n---\nBen’s.\n\n## 2026-01-02, ana\n\nMine.\n\n\n## 2026-01-03, ben\nHis.\n\n',
      'corpus/tiny/memos/code-weather.md': '---\r\ncode: weather\r\nauthor: ana\r\n---\r\n\r\nOf all kinds',
      'corpus/tiny/memos/document-one.md': '---\ndocument: one\nauthor: ana\ndate: 2026-01-02\n---\n\nShort.',
    },
  ],
];

test.each(begun)(
  'undoing all gives everything back as it was, redoing all what was made, and again: %s',
  async (_, files) => {
    const root = study();
    await fc.assert(
      fc
        .asyncProperty(anyKeys(80), async (keys) => {
          for (const [path, content] of Object.entries(files)) write(root, path, content);
          const press = await coder(root);
          const before = openScreen(await open(root), 80, 23);
          const there = filesIn(root);
          const made = await press(await press(before, keys), ['escape', 'escape', 'U']);
          const steps = made.session.past.length;
          const redone = made.session.future.length;
          const filesMade = filesIn(root);
          let screen = made;
          for (const _ of [1, 2]) {
            screen = await press(screen, Array<Key>(steps).fill('u'));
            expect(undoable(screen.session)).toEqual(undoable(before.session));
            expect(filesIn(root)).toEqual(there);
            screen = await press(screen, Array<Key>(steps).fill('U'));
            expect(undoable(screen.session)).toEqual(undoable(made.session));
            expect(filesIn(root)).toEqual(filesMade);
            expect(screen.session.future).toHaveLength(redone);
          }
        })
        .beforeEach(() => {
          for (const path of [
            'corpus/tiny/codings',
            'codebooks/tiny/draft.md',
            'corpus/tiny/memos',
            'reports',
          ])
            rmSync(join(root, path), { recursive: true, force: true });
        }),
      { numRuns: Math.max(20, sequences) },
    );
  },
  600_000,
);
