import { expect, test } from 'vitest';
import { emic, emicTold, emptyFolder, read } from '../helpers/workspace.ts';

/** A study in which ana made a code while she read a participant's turn, in the draft of version 1.0.0. */
async function reading(): Promise<{ folder: string; document: string }> {
  const folder = emptyFolder();
  expect((await emic(folder, 'init', '--kind', 'interviews', '--study', 'm')).status).toBe(0);
  const document = 'ilse';
  await emic(folder, 'done', 'm', '--document', document, '--rater', 'ana');
  await coding(folder, 'ana', 'next turn', 'new code Knees below company');
  return { folder, document };
}

async function coding(folder: string, rater: string, ...lines: string[]): Promise<string> {
  const { out, err } = await emicTold(folder, lines, 'code', 'ilse', '--rater', rater, '--plain');
  expect(err).not.toContain('Not done');
  return out;
}

const rows = async (folder: string, ...args: string[]) => {
  const { out } = await emic(folder, 'codes', ...args, '--json');
  const { rows, version, remarks } = JSON.parse(out);
  return { knees: rows.find(({ code }: { code: string }) => code === 'knees'), version, remarks };
};

test('a code made while reading is told as the draft’s until it is released, and counts from then on', async () => {
  const { folder } = await reading();
  const before = await emic(folder, 'codes', 'm');
  expect(before.out.replace(/\s+/g, ' ')).toContain('knees of draft (1): only the draft has it yet');
  expect((await rows(folder, 'm', '--code-version', 'draft')).knees).toMatchObject({ units: 1 });

  const released = await emic(
    folder,
    'codebook',
    'release',
    'm',
    '--to',
    '1.1.0',
    '--reason',
    'knees: what the body says',
  );
  expect(released.status, released.err).toBe(0);
  const after = await rows(folder, 'm');
  expect(after.version).toBe('1.1.0');
  expect(after.knees).toMatchObject({ units: 1 });
  expect(after.remarks.join(' ')).toContain('Made while reading');
  expect(after.remarks.join(' ')).toContain('knees (ana)');
  expect(read(folder, 'corpus/m/codings/1/ilse/ana.jsonl')).toContain('"version":"draft"');
});

test('raters who both gave it are compared on it; one who never had it is not known', async () => {
  const { folder, document } = await reading();
  await emic(folder, 'codebook', 'release', 'm', '--to', '1.1.0', '--reason', 'knees: what the body says');
  const one = JSON.parse((await emic(folder, 'agree', 'm', '--unit', 'turn', '--json')).out);
  expect(JSON.stringify(one)).toMatch(/"knees"/);
  await emic(folder, 'done', 'm', '--document', document, '--rater', 'ben');
  await coding(folder, 'ben', 'next turn', 'code knees');
  const { out } = await emic(folder, 'agree', 'm', '--unit', 'turn', '--per-code');
  expect(out).toMatch(/knees +\d+ +1\.00/);
  expect(out).toContain('knees (ana, ben)');
});
