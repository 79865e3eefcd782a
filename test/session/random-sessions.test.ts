import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codingFrame } from '../../src/cli/coding-screen/coding-frame.ts';
import { type CodingScreen, openScreen, stepScreen } from '../../src/cli/coding-screen/coding-screen.ts';
import { lineWidth } from '../../src/cli/screen/styled-line.ts';
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

/** Presses keys as the full screen does; everything goes to the disk. */
async function code(root: string, keys: readonly Key[]): Promise<CodingScreen> {
  const now = clock();
  const writer = await sessionWriter({ root }, place, 'Tiny', () => now().at);
  let screen = openScreen(await open(root), 80, 23);
  for (const key of keys) {
    const { state, effects } = stepScreen(screen, key, now());
    await writer.write(effects);
    screen = { ...state, session: { ...state.session, over: false } };
  }
  return screen;
}

const said = ({ codings, through }: Session) => ({
  codings: codings.map(({ at: _, rev: __, ...one }) => one),
  through,
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

test('undoing all gives the codings that there were, and redoing all those that were made', async () => {
  const root = study();
  write(root, 'corpus/tiny/codings/1/one/ana.jsonl', '');
  await fc.assert(
    fc
      .asyncProperty(anyKeys(60), async (keys) => {
        const made = await code(root, keys);
        const steps = made.session.past.length;
        const rest = ['escape', 'escape', ...Array<Key>(steps).fill('u')];
        const undone = await press(made, rest);
        expect(undone.session.codings).toEqual([]);
        const redone = await press(undone, Array<Key>(steps).fill('U'));
        expect(said(redone.session).codings).toEqual(said(made.session).codings);
      })
      .beforeEach(() => {
        for (const path of ['corpus/tiny/codings', 'codebooks/tiny/draft.md', 'reports'])
          rmSync(join(root, path), { recursive: true, force: true });
      }),
    { numRuns: 40 },
  );

  async function press(from: CodingScreen, keys: readonly Key[]): Promise<CodingScreen> {
    const now = clock();
    return keys.reduce((screen, key) => stepScreen(screen, key, now()).state, from);
  }
});
