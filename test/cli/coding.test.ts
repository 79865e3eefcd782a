import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, emic, read, write } from '../helpers/workspace.ts';
import { codedStudy, logOf, tinyStudy } from './coding-data.ts';

const transcript = 'corpus/tiny/transcripts/one.md';

async function coded(): Promise<string> {
  const folder = tinyStudy();
  await logOf(folder, 'ana', [
    ['a1', 'cold', 'The rain is cold 🌧'],
    ['a2', 'liking', 'I like it'],
    ['a3', 'weather', 'How is it'],
  ]);
  await logOf(folder, 'ben', [['b1', 'cold', 'cold 🌧']], 83);
  return folder;
}

describe('emic codes', () => {
  test('counts units of participants and says what is left out and not read', async () => {
    const folder = await coded();
    const { status, out } = await emic(folder, 'codes', '--json');
    expect(status).toBe(0);
    const { rows, excluded, version, fictional } = JSON.parse(out);
    expect(rows).toEqual([
      { code: 'weather', units: 0, of: 2 },
      { code: 'cold', units: 1, of: 2 },
      { code: 'liking', units: 1, of: 2 },
    ]);
    expect(version).toBe('1.0.0');
    expect(fictional).toBe(true);
    expect(excluded.speakers).toEqual([{ speaker: 'Max', units: 1 }]);
    expect(excluded.unread).toEqual([
      { rater: 'ana', units: 0 },
      { rater: 'ben', units: 1 },
    ]);
    const text = (await emic(folder, 'codes')).out;
    expect(text).toContain("Participants' turns only. Left out: 1 turn by Max.");
    expect(text).toContain('Not read, and so not known: ben 1 turn.');
    expect(text).toMatch(/Codes as in codebook\s+version 1\.0\.0\./);
    expect(text).toContain('fictional');
  });

  test('a turn without words is told as left out, as emic agree tells it', async () => {
    const folder = tinyStudy();
    change(folder, transcript, '**Pia** [00:00:09]: Nothing else.', '**Pia** [00:00:09]:');
    await logOf(folder, 'ana', [['a1', 'cold', 'cold 🌧']]);
    await logOf(folder, 'ben', []);
    expect((await emic(folder, 'codes')).out).toContain('Left out: 1 turn without words.');
    expect((await emic(folder, 'agree', '--unit', 'turn')).out).toContain('Left out as blank: 1 turn.');
  });

  test('everybody’s turns, sentences, parents and raters when asked for', async () => {
    const folder = await coded();
    const rows = async (...args: string[]) =>
      JSON.parse((await emic(folder, 'codes', '--json', ...args)).out).rows;
    expect(await rows('--speakers', 'all', '--code', 'weather')).toEqual([
      { code: 'weather', units: 1, of: 3 },
    ]);
    expect(await rows('--speakers', 'Max', '--code', 'weather')).toEqual([
      { code: 'weather', units: 1, of: 1 },
    ]);
    expect(await rows('--roll-up', '--code', 'weather')).toEqual([{ code: 'weather', units: 1, of: 2 }]);
    expect(await rows('--unit', 'sentence', '--code', 'cold')).toEqual([{ code: 'cold', units: 1, of: 3 }]);
    expect(await rows('--by', 'rater,speaker', '--raters', 'ana', '--code', 'liking,cold')).toEqual([
      { rater: 'ana', speaker: 'Pia', units: 1, of: 2 },
    ]);
  });

  test.each([
    [['--code', 'clod'], 'Did you mean "cold"?'],
    [['--raters', 'anna'], 'Did you mean "ana"?'],
    [['--speakers', 'Mac'], 'Did you mean "Max"?'],
    [['--round', '2'], 'There is no round "2"'],
    [['--by', 'coder'], 'Did you mean "code"?'],
    [['--code-version', '1.0.1'], 'Did you mean "1.0.0"?'],
    [['--unit', 'word'], 'Invalid values'],
  ])('%j is a wrong call', async (args, said) => {
    const { status, err, out } = await emic(await coded(), 'codes', ...args);
    expect(status).toBe(2);
    expect(err).toContain(said);
    expect(out).toBe('');
  });

  test('a document that nobody has begun in the round is left out and told, not counted as unread', async () => {
    const folder = codedStudy('practice');
    const first = (await emic(folder, 'codes', '--round', '1', '--by', 'rater')).out;
    expect(first).toContain('Left out, for nobody has begun to code them in round 1: focus-group.');
    expect(first).not.toContain('Not read');
    const second = (await emic(folder, 'codes', '--round', '2', '--by', 'rater')).out;
    expect(second).not.toContain('nobody has begun');
    expect(second).toContain('chloe 97 turns');
  });

  test('reads codes in the codebook that the round was coded with, and in another where asked', async () => {
    const folder = codedStudy('practice');
    const own = await emic(folder, 'codes', '--round', '1');
    expect(own.out).toContain('round 1, codebook 1.0.0');
    const { out } = await emic(folder, 'codes', '--round', '1', '--code-version', '2.0.0');
    expect(out).toMatch(/rules of 1\.0\.0 \(67\), split in 2\.0\.0 into safety-rules and\s+house-rules/);
    const then = JSON.parse(
      (await emic(folder, 'codes', '--round', '1', '--code-version', '1.0.0', '--json')).out,
    );
    expect(then.unread).toEqual([]);
    expect(then.rows.map(({ code }: { code: string }) => code)).toContain('rules');
    expect((await emic(folder, 'codes', '--code', 'money')).err).toContain(
      '"money" of 1.0.0 is "funding" in 2.0.0',
    );
  });

  test('tables in every format; two keys make a matrix, CSV stays long', async () => {
    const folder = await coded();
    const by = ['--by', 'code,rater', '--format'];
    expect((await emic(folder, 'codes', ...by, 'csv')).out.replaceAll('\r', '')).toContain(
      'code,rater,units,of,percent\n',
    );
    expect((await emic(folder, 'codes', ...by, 'markdown')).out).toMatch(/\| Code\s+\|\s+ana \| ben \|/);
    const unread = tinyStudy();
    await logOf(unread, 'ana', [['a1', 'cold', 'cold']]);
    await logOf(unread, 'ben', [], 0);
    expect((await emic(unread, 'codes', ...by, 'markdown')).out).toMatch(
      /\| cold\s+\|\s+1 \|\s+not known \|/,
    );
    expect((await emic(folder, 'codes', ...by, 'html')).out).toContain('<table>');
    expect((await emic(folder, 'codes', ...by, 'latex')).out).toContain('\\begin{');
  });

  test('a log with errors is told, left out and never taken for absence', async () => {
    const folder = await coded();
    const path = 'corpus/tiny/codings/1/one/ana.jsonl';
    write(folder, path, `${read(folder, path)}{"id":"a9","rev":1,"co`);
    const { status, out, err } = await emic(folder, 'codes');
    expect(status).toBe(1);
    expect(err).toContain(`${path}:6:`);
    expect(err).toContain('left out because of its errors');
    expect(out).toContain('Left out because of errors: corpus/tiny/codings/1/one/ana.jsonl');
    expect(out).toMatch(/ana 2 turns/);
    const json = await emic(folder, 'codes', '--json');
    expect(json.status).toBe(1);
    expect(JSON.parse(json.out).problems[0].rule).toBe('truncated-line');
    expect(json.err).toBe('');
  });
});

describe('emic quotes', () => {
  test('words with document, turn, time, rater and memo', async () => {
    const folder = await coded();
    const path = 'corpus/tiny/codings/1/one/ana.jsonl';
    change(folder, path, '"quote":"I like it"', '"quote":"I like it","memo":"glad"');
    const { out, status } = await emic(folder, 'quotes');
    expect(status).toBe(0);
    expect(out).toContain('“The rain is cold 🌧”\n    Pia, one, turn 2, 00:00:03; coded by ana');
    expect(out).toContain('Memo, ana: glad');
    const [quote] = JSON.parse((await emic(folder, 'quotes', '--code', 'liking', '--json')).out).quotes;
    expect(quote).toMatchObject({
      code: 'liking',
      rater: 'ana',
      document: 'one',
      memo: 'glad',
      kind: 'fictional',
    });
    expect(quote.parts).toEqual([{ turn: 2, speaker: 'Pia', time: 3000, until: null, text: 'I like it' }]);
    const csv = (await emic(folder, 'quotes', '--rater', 'ben', '--format', 'csv')).out;
    expect(csv.trim().split('\n')).toHaveLength(2);
  });

  test('with the end of the turn, where the transcript has it, of the last one where there are several', async () => {
    const folder = tinyStudy();
    change(folder, transcript, '[00:00:03]', '[00:00:03 - 00:00:08.500]');
    change(folder, transcript, '[00:00:09]', '[00:00:09 - 00:00:10]');
    await logOf(folder, 'ana', [
      ['a1', 'liking', 'I like it'],
      ['a2', 'cold', 'like it.\n\n**Pia** [00:00:09 - 00:00:10]: Nothing'],
    ]);
    const { out } = await emic(folder, 'quotes');
    expect(out).toContain('Pia, one, turn 2, 00:00:03 - 00:00:08.500;');
    expect(out).toContain('one, turns 2-3, 00:00:03 - 00:00:10');
    const csv = (await emic(folder, 'quotes', '--code', 'liking', '--format', 'csv')).out;
    expect(csv).toContain(',time,until,speaker,');
    expect(csv).toContain(',00:00:03,00:00:08.500,Pia,');
  });

  test('raters who marked the same words stand together', async () => {
    const { out } = await emic(codedStudy('practice'), 'quotes', '--code', 'keepsakes', '--round', '2');
    expect(out).toContain('coded by ana, ben, chloe');
  });

  test('a code of an older version finds its passages under what it is called now', async () => {
    const folder = codedStudy('practice');
    const all = await emic(folder, 'quotes', '--code', 'money', '--round', 'all');
    expect(all.out).toMatch(/^funding \(\d+\)$/m);
    const { out } = await emic(folder, 'quotes', '--code', 'money', '--round', '1');
    expect(out).toMatch(/^money \(\d+\)$/m);
  });

  test('notes are never quotations, in any format', async () => {
    const folder = codedStudy('interviews');
    const terminal = (await emic(folder, 'quotes', '--code', 'use')).out;
    expect(terminal).toContain('notes, not quotations');
    expect(terminal).not.toContain('“');
    const markdown = (await emic(folder, 'quotes', '--format', 'markdown')).out;
    expect(markdown).not.toMatch(/^>/m);
    expect(markdown).toContain('notes, not quotations');
    const html = (await emic(folder, 'quotes', '--format', 'html')).out;
    expect(html).not.toContain('<blockquote');
    expect(html).toContain('notes, not quotations');
    expect((await emic(folder, 'quotes', '--format', 'csv')).out).toContain(',notes,');
    expect((await emic(codedStudy('practice'), 'quotes', '--format', 'html')).out).toContain('<blockquote');
  });

  test('what a transcript says cannot act on the terminal or the page', async () => {
    const folder = tinyStudy();
    change(folder, transcript, 'Nothing else.', 'No \u001b[31m<script>alert(1)</script> thing.');
    await logOf(folder, 'ana', [['a1', 'liking', 'No \u001b[31m<script>alert(1)</script> thing']]);
    expect((await emic(folder, 'quotes')).out).not.toContain('\u001b');
    expect((await emic(folder, 'quotes', '--format', 'html')).out).not.toContain('<script');
  });
});

describe('emic status', () => {
  test('who has read what, and what is left', async () => {
    const folder = await coded();
    const { out, status } = await emic(folder, 'status');
    expect(status).toBe(0);
    expect(out).toMatch(/one\s+ana\s+done\s+100%\s+3\s+3/);
    expect(out).toMatch(/one\s+ben\s+begun\s+\d+%\s+1/);
    expect(out).toContain('Left for ben: the rest of one.');
  });

  test('declared raters without a log have not begun', async () => {
    const folder = tinyStudy();
    const { rounds } = JSON.parse((await emic(folder, 'status', '--json')).out);
    expect(
      rounds[0].rows.map(({ rater, state }: { rater: string; state: string }) => [rater, state]),
    ).toEqual([
      ['ana', 'not-begun'],
      ['ben', 'not-begun'],
    ]);
  });

  test('all rounds, one below the other', async () => {
    const { out } = await emic(codedStudy('practice'), 'status', '--round', 'all');
    expect(out).toContain('round 1');
    expect(out).toContain('round 2');
    expect(out).toContain('Left for chloe: focus-group.');
  });
});

describe('emic cases', () => {
  test('the matrix, and the passages behind a theme', async () => {
    const folder = codedStudy('practice');
    const { out, status } = await emic(folder, 'cases', '--format', 'markdown');
    expect(status).toBe(0);
    expect(out).toContain(
      'Sees people find out that they can; came not knowing anybody and now knows everybody. \\[2]',
    );
    const money = (await emic(folder, 'cases', '--theme', 'Money', '--evidence')).out;
    expect(money).toContain('“I’m honestly in both of the camps.”');
    expect(money).toContain('Zoë, interview-1, turn 58, 00:13:49 (interview-1:12034-12068@9ff1bc02)');
    expect(money).not.toContain('Why they stay');
    expect((await emic(folder, 'cases', '--case', 'Zoe')).err).toContain('Did you mean "Zoë"?');
    const long = (await emic(folder, 'cases', '--evidence', '--format', 'csv', '--theme', 'Money')).out;
    expect(long.trim().split('\n')).toHaveLength(11);
  });

  test('notes behind a cell are no quotations', async () => {
    const { out } = await emic(codedStudy('interviews'), 'cases', '--evidence');
    expect(out).toContain('notes, not quotations');
    expect(out).not.toContain('“');
  });

  test('a study without a matrix', async () => {
    expect((await emic(tinyStudy(), 'cases')).status).toBe(2);
  });
});

describe('emic sample', () => {
  test('draws, writes into study.yaml with comments kept, and draws the same again', async () => {
    const folder = codedStudy('practice');
    const file = 'corpus/practice/study.yaml';
    const before = read(folder, file);
    expect((await emic(folder, 'sample', '--share', '0.5', '--dry-run')).out).toContain(
      'Nothing was written',
    );
    expect(read(folder, file)).toBe(before);
    const { status, err } = await emic(folder, 'sample', '--share', '0.5');
    expect(status).toBe(0);
    expect(err).toContain('a sample is drawn before coding begins');
    const after = read(folder, file);
    expect(after.replace(/\n {2}sample:\n(?: {4}.*\n)+/, '\n')).toBe(before);
    expect(after).toMatch(/\n {2}sample:\n {4}seed: 7\n {4}size: 2\n {4}from: 4\n {4}documents:/);
    expect((await emic(folder, 'check')).status).toBe(0);
    expect((await emic(folder, 'sample', '--size', '2')).out).toContain('has this sample already');
    expect((await emic(folder, 'status')).out).toContain('*');
  });

  test('another sample is refused unless asked for, and departs from the protocol', async () => {
    const folder = codedStudy('practice');
    await emic(folder, 'sample', '--size', '2');
    const before = read(folder, 'corpus/practice/study.yaml');
    const { status, err } = await emic(folder, 'sample', '--size', '3');
    expect(status).toBe(1);
    expect(err).toContain('--again');
    expect(read(folder, 'corpus/practice/study.yaml')).toBe(before);
    const again = await emic(folder, 'sample', '--size', '3', '--again', '--json');
    expect(again.status).toBe(0);
    expect(JSON.parse(again.out).remarks[0]).toContain('departs from the protocol');
    expect(read(folder, 'corpus/practice/study.yaml')).toContain('size: 3');
  });

  test.each([
    [['--size', '9']],
    [['--share', '2']],
    [[]],
    [['--size', '1', '--share', '0.1']],
    [['--size', '1', '--seed', '-1']],
  ])('%j is a wrong call', async (args) =>
    expect((await emic(codedStudy('practice'), 'sample', ...args)).status).toBe(2),
  );
});

describe('emic memo', () => {
  test('lists, writes and adds without overwriting', async () => {
    const folder = codedStudy('practice');
    expect((await emic(folder, 'memo')).out).toContain('code strain: Why tiredness and workload became one');
    const path = 'corpus/practice/memos/code-strain.md';
    const before = read(folder, path);
    expect(
      (await emic(folder, 'memo', '--code', 'strain', '--author', 'ana', '--text', 'More: <b>.')).out,
    ).toBe(`Added to ${path}\n`);
    expect(read(folder, path)).toMatch(/^## \d{4}-\d\d-\d\d, ana\n\nMore: <b>\.\n$/m);
    expect(read(folder, path).startsWith(before.trimEnd())).toBe(true);
    await emic(
      folder,
      'memo',
      '--case',
      'José',
      '--text',
      'Quiet: and busy',
      '--title',
      'A: b #c',
      '--author',
      'ben',
    );
    expect(read(folder, 'corpus/practice/memos/case-jose.md')).toMatch(
      /^---\ncase: José\n---\n\n## A: b #c · \d{4}-\d\d-\d\d, ben\n\nQuiet: and busy\n$/,
    );
    const listing = (await emic(folder, 'memo', '--case', 'José')).out;
    expect(listing).toMatch(/^case José: A: b #c \(ben, [\d-]+\)\n.*case-jose\.md\n\nQuiet: and busy\n$/);
    const { memos } = JSON.parse((await emic(folder, 'memo', '--case', 'José', '--json')).out);
    expect(memos).toMatchObject([
      { kind: 'case', about: 'José', title: 'A: b #c', author: 'ben', body: 'Quiet: and busy' },
    ]);
    expect((await emic(folder, 'check')).status).toBe(0);
  });

  test('a title goes into one line, and no author is no author', async () => {
    const folder = tinyStudy();
    await emic(folder, 'memo', '--case', 'Zoë', '--text', 'x', '--title', 'One\n## 2026-01-02, ben');
    const { memos } = JSON.parse((await emic(folder, 'memo', '--case', 'Zoë', '--json')).out);
    expect(memos).toMatchObject([{ title: 'One ## 2026-01-02, ben', author: null, body: 'x' }]);
  });

  test('words under a heading are read as those in front matter are, with later ones below', async () => {
    const rest = 'Mine.\n\n# A part\n\n## Of mine\n\n## 2026-01-03, ben\n\nHis.';
    const folder = tinyStudy({
      'corpus/tiny/memos/code-cold.md': `---\ncode: cold\ntitle: T · U\nauthor: ana\ndate: 2026-01-02\n---\n\n${rest}\n`,
      'corpus/tiny/memos/code-liking.md': `---\r\ncode: liking\r\n---\r\n\r\n## T · U · 2026-01-02, ana\r\n\r\n${rest.replace(/\n/g, '\r\n')}`,
    });
    const { memos } = JSON.parse((await emic(folder, 'memo', '--json')).out);
    const said = { title: 'T · U', author: 'ana', date: '2026-01-02', body: rest };
    expect(memos).toEqual([
      { kind: 'code', about: 'cold', ...said, path: 'corpus/tiny/memos/code-cold.md' },
      { kind: 'code', about: 'liking', ...said, path: 'corpus/tiny/memos/code-liking.md' },
    ]);
  });

  test('two names with one file name get two files', async () => {
    const folder = tinyStudy();
    await emic(folder, 'memo', '--case', 'Zoë', '--text', 'first');
    await emic(folder, 'memo', '--case', 'ZOE!', '--text', 'second');
    expect(read(folder, 'corpus/tiny/memos/case-zoe.md')).toContain('first');
    expect(existsSync(join(folder, 'corpus/tiny/memos/case-zoe-2.md'))).toBe(true);
  });

  test.each([
    [['--code', 'strian'], 'Did you mean "strain"?'],
    [['--code', 'strain', '--case', 'Zoë'], 'one thing'],
    [['--text', 'x'], 'Say what the memo is on'],
    [['--code', 'strain', '--text', ' '], 'no text'],
    [['--document', 'interview-4'], 'Did you mean'],
    [['--case', 'Nobody', '--author', 'ana', '--text', 'hi'], 'There is no case "Nobody". Cases: '],
    [['--case', 'Jose', '--text', 'hi'], 'Did you mean "José"?'],
    [['--code', 'nothing', '--text', 'hi'], 'There is no code "nothing". Codes: '],
    [['--document', 'nothing', '--text', 'hi'], 'There is no document "nothing". Documents: '],
  ])('%j is a wrong call and writes nothing', async (args, said) => {
    const folder = codedStudy('practice');
    const memos = () => readdirSync(join(folder, 'corpus/practice/memos'));
    const before = memos();
    const { status, err } = await emic(folder, 'memo', ...args);
    expect(status).toBe(2);
    expect(err).toContain(said);
    expect(memos()).toEqual(before);
  });

  test('where no participants are declared, a new case is told and written', async () => {
    const folder = tinyStudy();
    await emic(folder, 'memo', '--case', 'Zoë', '--text', 'first');
    const { status, err } = await emic(folder, 'memo', '--case', 'Somebody', '--text', 'second');
    expect(status).toBe(0);
    expect(err).toContain('"Somebody" is a new case; so far there are Zoë.');
    expect(existsSync(join(folder, 'corpus/tiny/memos/case-somebody.md'))).toBe(true);
  });
});

describe('emic confirm', () => {
  async function edited(): Promise<string> {
    const folder = await coded();
    // Everything moves; one passage changes a little, one is gone.
    change(folder, transcript, 'How is it?', 'So, how is it going?');
    change(folder, transcript, 'The rain is cold 🌧', 'The rains is cold 🌧');
    return folder;
  }

  test('lists what moved, is not confirmed and is lost', async () => {
    const folder = await edited();
    const { out, status } = await emic(folder, 'confirm');
    expect(status).toBe(1);
    expect(out).toMatch(
      /Not confirmed[\s\S]*a1 cold, ana, one, round 1[\s\S]*now \d+-\d+: “The rains is cold/,
    );
    expect(out).toMatch(/Moved:[\s\S]*a2 liking/);
    const { open } = JSON.parse((await emic(folder, 'confirm', '--json')).out);
    expect(
      open.map(({ kind, coding }: { kind: string; coding: { id: string } }) => [coding.id, kind]),
    ).toEqual(
      expect.arrayContaining([
        ['a1', 'unconfirmed'],
        ['a2', 'moved'],
        ['b1', 'moved'],
      ]),
    );
  });

  test('accepting, placing and rejecting append; nothing before is touched', async () => {
    const folder = await edited();
    const path = 'corpus/tiny/codings/1/one/ana.jsonl';
    const before = read(folder, path);
    const { status, out } = await emic(
      folder,
      'confirm',
      '--id',
      'a1=accept',
      '--id',
      'a3=reject',
      '--accept-moved',
    );
    expect(status).toBe(0);
    expect(out).toContain('a3, weather: taken back');
    const after = read(folder, path);
    expect(after.startsWith(before)).toBe(true);
    const added = after
      .slice(before.length)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(added).toHaveLength(3);
    // What was read is still estimated: settling codings does not say that anybody read what was put in.
    expect((await emic(folder, 'check')).out).toContain('read-elsewhere');
    expect(added.find(({ id }) => id === 'a1')).toMatchObject({
      rev: 2,
      code: 'cold',
      quote: 'The rains is cold 🌧',
    });
    expect(added.find(({ id }) => id === 'a3')).toMatchObject({ rev: 2, removed: true });
    expect((await emic(folder, 'confirm')).out).toContain('every coding stands where its log says');
    expect((await emic(folder, 'quotes', '--code', 'cold')).out).toContain('“The rains is cold 🌧”');
  });

  test('a place of one’s own has to be in the text, and one refusal stops all', async () => {
    const folder = await edited();
    const path = 'corpus/tiny/codings/1/one/ana.jsonl';
    const before = read(folder, path);
    const { status, err } = await emic(folder, 'confirm', '--id', 'a1=0-9999', '--id', 'a2=accept');
    expect(status).toBe(1);
    expect(err).toContain('Nothing was written');
    expect(read(folder, path)).toBe(before);
    expect((await emic(folder, 'confirm', '--id', 'a1=21-35')).status).toBe(0);
    expect(read(folder, path)).not.toBe(before);
  });

  test('a place that cuts words, or that no participant says, is written with a warning, and can be given again', async () => {
    const folder = await edited();
    const text = read(folder, transcript).split('---\n\n')[1] ?? '';
    const at = (words: string, [before, after] = [0, 0]) => {
      const start = [...text.slice(0, text.indexOf(words))].length;
      return `${start + before}-${start + [...words].length + after}`;
    };
    const place = (where: string) => emic(folder, 'confirm', '--id', `a1=${where}`);

    const cut = await place(at('rains is cold', [2, -1]));
    expect(cut.status).toBe(0);
    expect(cut.out).toContain('"ins is col"');
    expect(cut.err.replace(/\s+/g, ' ')).toContain(
      `warning: a1: ${at('rains is cold', [2, -1])} begins or ends within a word: there stands "ins is col", and the whole words are at ${at('rains is cold')}, "rains is cold".`,
    );
    expect(cut.err).toContain('give the place again');
    expect((await place(at('how is it going'))).err).toContain(
      'is what is said by Max, not among the participants',
    );
    expect((await place(at('[00:00:09]'))).err).toContain(
      "is a speaker's name, a time or other text outside",
    );
    expect((await place(at('cold 🌧. I like it.\n\n**Pia**'))).err).toContain('takes in a speaker');
    expect((await place(at('I like it.\n\n**Pia** [00:00:09]: Nothing else'))).err).toBe('');
    const { settled } = JSON.parse(
      (await emic(folder, 'confirm', '--json', '--id', `a2=${at('Nothing', [1, 0])}`)).out,
    );
    expect(settled[0].warnings).toEqual([expect.stringContaining('within a word')]);
    expect((await emic(folder, 'quotes', '--code', 'liking')).out).toContain('othing');
  });

  test.each([
    [['--id', 'a1'], 'ID=accept'],
    [['--id', 'zzzzzz=accept'], 'No coding "zzzzzz"'],
    [['--rater', 'anna'], 'Did you mean "ana"?'],
  ])('%j is a wrong call', async (args, said) => {
    const { status, err } = await emic(await edited(), 'confirm', ...args);
    expect(status).toBe(2);
    expect(err).toContain(said);
  });
});
