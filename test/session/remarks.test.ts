import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { farewell } from '../../src/cli/coding-screen/farewell.ts';
import { notDone, remarked } from '../../src/session/remarks.ts';
import type { Effect } from '../../src/session/session.ts';
import { step } from '../../src/session/step.ts';
import { openSession } from '../../src/study/open-session.ts';
import { sessionWriter } from '../../src/study/write-session.ts';
import { tinyStudy } from '../cli/coding-data.ts';
import { clock, press, sessionOf, typed } from './sessions.ts';

const place = { study: 'tiny', document: 'one', rater: 'ana', round: '1' };
const draft = 'codebooks/tiny/draft.md';
const codeOf = (id: string, title: string): Effect => ({ kind: 'add code', code: { id, title } });

test.each(['c', 'B', 'o', 'M'])('%s looks at the draft before codes are shown', (key) => {
  expect(step(sessionOf(), key, clock()()).effects).toEqual([{ kind: 'read codes' }]);
});

test('what came into the draft is offered behind what was known; a draft that cannot be read changes nothing', async () => {
  const root = tinyStudy();
  const { session } = await openSession({ root }, place, { show: [], version: undefined, language: 'en' });
  if (!session) throw new Error('not opened');
  const [ana, ben] = [
    await sessionWriter({ root }, place, 'Tiny'),
    await sessionWriter({ root }, { ...place, rater: 'ben' }, 'Tiny'),
  ];
  expect(await ana.write([{ kind: 'read codes' }])).toEqual([]);
  expect(await ben.write([codeOf('shared', 'Shared')])).toEqual([{ kind: 'placed', after: 'Liking' }]);
  // What a full screen does with a code that is refused.
  const refusal = await ana.write([codeOf('shared', 'Shared')]).catch((error: Error) => error.message);
  expect(refusal).toBe(`There is a code "shared" already. Nothing was added to ${draft}.`);
  const remarks = await ana.write([{ kind: 'read codes' }]);
  const after = notDone(remarks.reduce(remarked, session), String(refusal));
  expect(after.codes.map(({ id, version }) => [id, version])).toEqual([
    ...[
      ['weather', '1.0.0'],
      ['cold', '1.0.0'],
      ['liking', '1.0.0'],
    ],
    ['shared', 'draft'],
  ]);
  expect(after.notice).toMatchObject({ refused: true });
  expect(await ana.write([{ kind: 'read codes' }])).toEqual([]);
  const text = await readFile(join(root, draft), 'utf8');
  await writeFile(join(root, draft), text.replace('name: Tiny', 'name: [Tiny'));
  expect(await ana.write([{ kind: 'read codes' }])).toEqual([]);
});

test('codes keep their order, and so their colours; those that are gone are not offered', () => {
  const session = sessionOf();
  const [weather, cold, liking] = session.codes;
  if (!weather || !cold || !liking) throw new Error('three codes');
  const hail = { ...weather, id: 'hail' };
  const codes = [hail, liking, { ...weather, title: 'Weathers' }];
  expect(remarked(session, { kind: 'codes', codes }).codes).toEqual([
    ...[{ ...weather, title: 'Weathers' }, liking, hail],
  ]);
});

test('leaving is told in lines that are broken between words', () => {
  const { session } = press(sessionOf(), ['G', 'c', ...typed('cold'), 'enter']);
  const lines = farewell(sessionOf(), session, 'ana.jsonl', 60);
  expect(lines[0]).toBe('ana.jsonl: 1 coded, 1 more than before');
  expect(lines.slice(1).join(' ')).toBe(
    '1 of them beyond what you have read: they count once the log says that it was read (R, or emic done)',
  );
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
});
