import { describe, expect, test } from 'vitest';
import { run as check } from '../../src/cli/commands/check.ts';
import { codedStudy, logOf, tinyStudy } from '../cli/coding-data.ts';
import { change, emic, read, write } from '../helpers/workspace.ts';

const anas = 'corpus/tiny/codings/1/one/ana.jsonl';
const transcript = 'corpus/tiny/transcripts/one.md';

interface Told {
  file: string;
  line: number;
  severity: string;
  rule: string;
  note: string | null;
  reason: string;
}

/** What `emic check --json` says. */
async function told(folder: string): Promise<Told[]> {
  return JSON.parse((await emic(folder, 'check', '--json')).out);
}

const brief = (problems: readonly Told[]) =>
  problems.map(({ severity, rule, line }) => `${severity} ${rule} ${line}`);

async function coded(): Promise<string> {
  const folder = tinyStudy();
  await logOf(folder, 'ana', [
    ['a1', 'cold', 'The rain is cold 🌧'],
    ['a2', 'liking', 'I like it'],
  ]);
  return folder;
}

/** Runs `emic check --fix` in this process. */
async function fix(folder: string, json = false): Promise<{ status: number; out: string }> {
  let out = '';
  const io = {
    cwd: folder,
    width: 100,
    color: false,
    err: () => {},
    out: (text: string) => {
      out += `${text}
`;
    },
  };
  return { status: await check(io, { fix: true, json }), out };
}

describe('emic check on what was coded', () => {
  test('the studies of this repository are sound', async () => {
    expect((await emic(codedStudy('practice'), 'check')).out).toMatch(/practice: no problems in \d+ files/);
    expect(brief(await told(codedStudy('interviews'))).filter((one) => one.startsWith('error'))).toEqual([]);
  });

  test('moved is to know, perhaps is a warning, lost is an error', async () => {
    const folder = await coded();
    change(folder, transcript, 'How is it?', 'So how is it today?');
    expect(brief(await told(folder))).toEqual([
      'warning read-elsewhere 1',
      'info moved-coding 2',
      'info moved-coding 3',
    ]);
    expect((await emic(folder, 'check')).status).toBe(0);
    change(folder, transcript, 'The rain is cold', 'The rains is cold');
    change(folder, transcript, 'I like it', 'Goodbye then, all of you');
    expect(brief(await told(folder))).toEqual([
      'warning read-elsewhere 1',
      'warning unconfirmed-coding 2',
      'error lost-coding 3',
    ]);
    expect((await emic(folder, 'check')).status).toBe(1);
  });

  test.each([
    ['consensus', 'reserved-rater'],
    ['Consensus', 'confusable-raters'],
    ['CONSENSUS', 'confusable-raters'],
  ])('a declared rater called %s, which is kept for the consensus', async (name, rule) => {
    const folder = await coded();
    change(folder, 'corpus/tiny/study.yaml', 'raters: [ana, ben]', `raters: [ana, ben, ${name}]`);
    const problems = await told(folder);
    expect(problems).toMatchObject([{ rule, severity: 'error', line: 6 }]);
    expect(problems[0]?.note).toContain('choose another name');
  });

  test('raters and rounds that are not declared, and names that are one on some machines', async () => {
    const folder = await coded();
    write(folder, 'corpus/tiny/codings/1/one/Anna.jsonl', read(folder, anas).replace('"ana"', '"Anna"'));
    const [problem] = await told(folder);
    expect(problem).toMatchObject({ rule: 'undeclared-rater', line: 1, severity: 'error' });
    expect(problem?.note).toContain('did you mean "ana"?');
    change(folder, 'corpus/tiny/study.yaml', 'raters: [ana, ben], rounds: [1]', 'rounds: [training]');
    write(folder, 'corpus/tiny/codings/1/one/Ana.jsonl', read(folder, anas).replace('"ana"', '"Ana"'));
    const rules = (await told(folder)).map(({ rule, file }) => `${rule} ${file.split('/').at(-1)}`);
    expect(rules).toContain('undeclared-round Ana.jsonl');
    expect(rules).toContain('confusable-raters ana.jsonl');
    const transcript = read(folder, 'corpus/tiny/transcripts/one.md');
    write(folder, 'corpus/tiny/transcripts/One.md', transcript.replace('document: one', 'document: One'));
    const names = (await told(folder)).map(({ rule, file }) => `${rule} ${file.split('/').at(-1)}`);
    expect(names).toContain('confusable-documents one.md');
  });

  test('a code or codebook version that there is not, with the nearest', async () => {
    const folder = tinyStudy();
    await logOf(folder, 'ana', [
      ['a1', 'clod', 'cold'],
      ['a2', 'liking', 'I like it', '1.0.1'],
    ]);
    const problems = await told(folder);
    expect(brief(problems)).toEqual(['error unknown-code 2', 'error unknown-codebook-version 3']);
    expect(problems.map(({ note }) => note)).toEqual(['did you mean "cold"?', 'did you mean "1.0.0"?']);
  });

  test('a codebook that cannot be read does not make its codes unknown', async () => {
    const folder = await coded();
    change(folder, 'codebooks/tiny/1.0.0.md', 'version: 1.0.0', 'version: one');
    const rules = (await told(folder)).map(({ rule }) => rule);
    expect(rules.length).toBeGreaterThan(0);
    expect(rules).not.toContain('unknown-code');
    expect(rules).not.toContain('unknown-codebook-version');
  });

  test('what the protocol names has to be there', async () => {
    const folder = await coded();
    const yaml = read(folder, 'corpus/tiny/study.yaml');
    write(
      folder,
      'corpus/tiny/study.yaml',
      `${yaml}protocol:\n  reliability: [2]\n  sample: { seed: 7, size: 1, from: 1, documents: [onne] }\n`,
    );
    const problems = await told(folder);
    expect(brief(problems)).toEqual(['error undeclared-round 8', 'error unknown-document 9']);
    expect(problems[1]?.note).toContain('did you mean "one"?');
  });

  test('equal revisions that differ, conflict markers and a memo on nothing', async () => {
    const folder = await coded();
    const log = read(folder, anas);
    const other = (log.split('\n')[1] ?? '').replace('"cold"', '"liking"');
    write(folder, anas, `${log}${other}\n<<<<<<< HEAD\n`);
    write(folder, 'corpus/tiny/memos/code-colt.md', '---\ncode: colt\n---\n\nCold.\n');
    const problems = await told(folder);
    expect(brief(problems)).toEqual([
      'error equal-revisions 5',
      'error conflict-marker 6',
      'warning unknown-code 2',
    ]);
  });

  describe('the framework matrix', () => {
    const matrix = (evidence: string) => ({
      'corpus/tiny/framework.csv': `case,theme,summary,evidence\nPia,Weather,She minds it.,${evidence}\n`,
    });

    async function cell(evidence: string, edit?: (folder: string) => void): Promise<Told[]> {
      const folder = tinyStudy(matrix(evidence));
      await logOf(folder, 'ana', [['a1', 'cold', 'The rain is cold 🌧']]);
      edit?.(folder);
      return (await told(folder)).filter(({ file }) => file.endsWith('framework.csv'));
    }

    test('evidence that stands is no problem', async () => {
      const { shortHash } = await import('../../src/study/corpus.ts');
      const text = read(tinyStudy(), transcript).split('---\n\n')[1] ?? '';
      expect(await cell(`a1 one:52-70@${shortHash(text)}`)).toEqual([]);
    });

    test('a place that does not say of which text it is, is a warning, once for a document', async () => {
      const said = await cell('a1 one:52-70 one:60-70 one:52-55');
      expect(brief(said)).toEqual(['warning evidence-without-hash 2']);
      expect(said[0]?.reason).toContain('"one:52-70" and 2 more places in "one"');
    });

    test.each([
      ['a2', 'error unknown-evidence 2'],
      ['one:52-700', 'error evidence-out-of-range 2'],
      ['two:1-2', 'error evidence-without-document 2'],
      ['one:53-70', 'warning evidence-changed 2'],
      ['one:52-70@01234567', 'warning evidence-changed 2'],
    ])('%s is told', async (evidence, said) => {
      expect(brief(await cell(evidence))).toEqual([said]);
    });

    test('a coding that was removed, lost or whose words changed', async () => {
      const removal = '{"id":"a1","rev":2,"removed":true,"at":"2026-01-03T10:00:00Z"}\n';
      const removed = await cell('a1', (folder) => write(folder, anas, read(folder, anas) + removal));
      expect(brief(removed)).toEqual(['error evidence-removed 2']);
      const changed = await cell('a1', (folder) => change(folder, transcript, 'The rain is', 'The rains is'));
      expect(brief(changed)).toEqual(['warning evidence-unconfirmed 2']);
      const lost = await cell('a1', (folder) => change(folder, transcript, 'The rain is cold 🌧', 'Well'));
      expect(brief(lost)).toEqual(['error evidence-lost 2']);
      const moved = await cell('a1', (folder) =>
        change(folder, transcript, 'How is it?', 'How is it today?'),
      );
      expect(moved).toEqual([]);
    });
  });
});

describe('emic check --fix', () => {
  test('does what needs no decision and says what; without it nothing is rewritten', async () => {
    const folder = await coded();
    const broken = `${read(folder, anas)}{"id":"a9","rev":1,"co`;
    write(folder, anas, broken);
    expect((await emic(folder, 'check')).status).toBe(1);
    expect(read(folder, anas)).toBe(broken);
    const { status, out } = await fix(folder);
    expect(status).toBe(0);
    expect(out).toContain(`${anas}: fixed: set the part of line 5 that is cut off aside`);
    expect(read(folder, anas)).toContain('"unread":"{\\"id\\":\\"a9\\"');
    expect((await emic(folder, 'codes')).status).toBe(0);
    expect((await fix(folder)).out).toContain('nothing that --fix can do');
  });

  describe('gives places in the framework matrix the hash of their text', () => {
    const matrix = 'corpus/tiny/framework.csv';
    const rows =
      '\ufeffcase,theme,summary,evidence\r\nPia,"Of one:52-70,\nmostly",She minds it.,"a1 one:52-70 one:60-70@01234567"\r\nPia,More,So.,one:52-70\r\n';

    test('where nothing was edited since anything was coded, and nowhere else', async () => {
      const folder = await coded();
      write(folder, matrix, rows);
      const { out } = await fix(folder);
      expect(out).toContain(`${matrix}: fixed: one:52-70 now says of which text it is: @`);
      const hash = /: @([0-9a-f]{8})/.exec(out)?.[1];
      expect(read(folder, matrix)).toBe(
        rows
          .replace('a1 one:52-70 ', `a1 one:52-70@${hash} `)
          .replace('So.,one:52-70', `So.,one:52-70@${hash}`),
      );
      const rules = (await told(folder)).map(({ rule }) => rule);
      expect(rules).not.toContain('evidence-without-hash');
    });

    test('not where a coding is of an earlier text, or there is none', async () => {
      const folder = await coded();
      write(folder, matrix, rows);
      change(folder, transcript, 'Nothing else', 'Nothing more');
      await fix(folder);
      expect(read(folder, matrix)).toBe(rows);
      const silent = tinyStudy({ [matrix]: rows });
      await fix(silent);
      expect(read(silent, matrix)).toBe(rows);
    });
  });

  test('sets a last line aside that ends within a character, with its bytes', async () => {
    const folder = await coded();
    const log = read(folder, anas);
    const cut = Buffer.from(`${log}{"id":"a9","quote":"Nichts für`).subarray(0, -2);
    write(folder, anas, cut);
    expect(brief(await told(folder))).toContain('error truncated-line 5');
    expect((await fix(folder)).status).toBe(0);
    expect(read(folder, anas)).toBe(`${log}{"unread":"{\\"id\\":\\"a9\\",\\"quote\\":\\"Nichts f<C3>"}\n`);
  });

  test('leaves what somebody has to decide', async () => {
    const folder = await coded();
    const log = read(folder, anas);
    const conflict = `${log}${(log.split('\n')[1] ?? '').replace('"cold"', '"liking"')}\n`;
    write(folder, anas, conflict);
    const { status, out } = await fix(folder, true);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ fixed: [], problems: [{ rule: 'equal-revisions' }] });
    expect(read(folder, anas)).toBe(conflict);
  });
});
