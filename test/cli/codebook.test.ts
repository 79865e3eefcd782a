import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseCodebook } from '../../src/codebook/parse-codebook.ts';
import { change, copyOfStudy, emic, read, write } from '../helpers/workspace.ts';

const books = 'codebooks/practice';

/** The fictional study with its codebook, in a workspace of its own. */
const practice = (): string => copyOfStudy('practice');

/** The study without its codebooks. */
function withoutBooks(): string {
  const folder = practice();
  rmSync(join(folder, books), { recursive: true });
  return folder;
}

/** The same with a draft that goes on from 2.0.0: one code renamed, one reworded, one new. */
function withDraft(): string {
  const folder = practice();
  const text = read(folder, `${books}/2.0.0.md`).replace(/^---\n[\s\S]*?\n---\n/, '');
  const head = '---\nname: The Mending Room (fictional)\nprevious: 2.0.0\n---\n';
  const draft = text
    .replace('### Company `company`', '### Company `being-together`')
    .replace('Being given something to do;', 'Being given a task;');
  write(folder, `${books}/draft.md`, `${head}${draft}\n### Tea \`tea\`\n\n**Definition.** The kettle.\n`);
  return folder;
}

/** Every file of a workspace with its content. */
function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: false });
  return Object.fromEntries(
    names.flatMap((name) => {
      try {
        return [[name, readFileSync(join(folder, name), 'utf8')]];
      } catch {
        return [];
      }
    }),
  );
}

const json = async (folder: string, ...args: string[]) => {
  const { out, status, err } = await emic(folder, 'codebook', ...args, '--json');
  return { status, err, result: JSON.parse(out) };
};

describe('emic codebook', () => {
  test('without a codebook says so and where one goes', async () => {
    const folder = withoutBooks();
    for (const action of [
      ['show'],
      ['check', 'practice'],
      ['diff'],
      ['migrate'],
      ['release', '--to', '1.0.0'],
      ['export', '--format', 'csv'],
    ]) {
      const { status, err, out } = await emic(folder, 'codebook', ...action);
      expect({ status, out }, action.join(' ')).toEqual({ status: 2, out: '' });
      expect(err, action.join(' ')).toMatch(/no codebook: there is no file in codebooks\/practice/);
    }
    expect((await emic(folder, 'codebook', 'check')).err).toContain('No study here has a codebook');
  });

  test.each([
    [[], 'Name what to do with the codebook'],
    [['shw'], 'Did you mean show?'],
    [['show', '--code-version', '2.0.1'], 'Did you mean "2.0.0"? Versions: 1.0.0, 2.0.0.'],
    [['show', '--code', 'compny'], 'Did you mean "company"?'],
    [['diff', '--from', '2.0.0', '--to', '1.0.0'], '--from takes the earlier one'],
    [['diff', '--to', '1.0.0'], '1.0.0 is the first version'],
    [['export'], 'Missing required argument: format'],
    [['release', '--to', '2.1'], 'three numbers with dots'],
    [['release', '--to', '2.1.0'], 'There is no draft to release. Copy codebooks/practice/2.0.0.md'],
    [['migrate', '--to', '3.0.0'], 'There is no version "3.0.0"'],
    [['migrate', '--to', 'draft'], 'A draft still changes'],
    [['migrate', '--rater', 'anna'], 'Did you mean "ana"? Raters: ana, ben, chloe.'],
    [['migrate', '--split', 'rules'], 'write --split old-code=new-code'],
    [['migrate', '--split', 'rulez=house-rules'], 'Did you mean "rules"?'],
    [['migrate', '--split', 'rules=house-rule'], 'Did you mean "house-rules"?'],
    [['migrate', '--keep', 'rules'], 'was split, not redefined'],
    [['migrate', '--decide', '06nbrvkn=house-rules'], 'Did you mean "06nbrvkm"?'],
    [['migrate', '--decide', 'z40hihzr=company'], '"z40hihzr" is not undecided in 2.0.0'],
    [['migrate', '--decide', '06nbrvkm=company'], 'Candidates: safety-rules, house-rules'],
  ])('%j is a wrong call and says why', async (args, said) => {
    const folder = practice();
    const before = snapshot(folder);
    const { status, err, out } = await emic(folder, 'codebook', ...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(said);
    expect(snapshot(folder)).toEqual(before);
  });
});

describe('emic codebook show', () => {
  test('shows the newest version with its hierarchy and every part of a definition', async () => {
    const { status, out, err } = await emic(practice(), 'codebook', 'show');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('Codebook 2.0.0 of 2025-11-21: 13 codes');
    expect(out).toMatch(/^turning-away: Turning away\n {2}A visitor[\s\S]*\n {2}Include: Queues/m);
    expect(out).toMatch(/^ {2}waiting-parts: Waiting for parts\n {4}Mending stops/m);
    expect(out).toContain('    > it’s five weeks for one coupling');
    expect(out).not.toContain('money: Money');
  });

  test('shows a version that is named, and a code with those below it', async () => {
    const folder = practice();
    expect((await emic(folder, 'codebook', 'show', '--code-version', '1.0.0')).out).toContain('\nmoney: ');
    const { result } = await json(folder, 'show', '--code', 'turning-away');
    expect(result.codes.map(({ id }: { id: string }) => id)).toEqual(['turning-away', 'waiting-parts']);
    expect(result.codes[1]).toMatchObject({
      parent: 'turning-away',
      depth: 1,
      exclude: [expect.any(String)],
    });
  });

  test('shows the draft where nothing is released', async () => {
    const folder = withDraft();
    const all = await json(folder, 'show', '--code-version', 'draft');
    expect(all.result).toMatchObject({ version: null, previous: '2.0.0', fictional: true });
    const alone = withoutBooks();
    write(alone, `${books}/draft.md`, '---\nname: New\n---\n\n## Tea `tea`\n');
    expect((await emic(alone, 'codebook', 'show')).out).toBe(
      'New (fictional)\nCodebook draft: one code\n\ntea: Tea\n',
    );
  });

  test('shows what can be read of a file with errors, and tells them', async () => {
    const folder = practice();
    change(folder, `${books}/2.0.0.md`, '### Company `company`', '### Company `not-wasting`');
    const { status, out, err } = await emic(folder, 'codebook', 'show');
    expect(status).toBe(1);
    expect(err).toMatch(/practice\/2\.0\.0\.md:\d+:13: error: the id "not-wasting" is already/);
    expect(out).toContain('newcomers: Newcomers');
    expect((await emic(folder, 'codebook', 'show', '--code-version', '1.0.0')).status).toBe(0);
  });

  test('lets no control character through', async () => {
    const folder = practice();
    write(folder, `${books}/draft.md`, '---\nname: "A\\e[2J"\n---\n\n## T\u001b[31m `tea`\n\nx\u0007y\n');
    for (const format of ['terminal', 'markdown', 'html', 'latex']) {
      const { out } = await emic(folder, 'codebook', 'show', '--code-version', 'draft', '--format', format);
      expect(out, format).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    }
  });
});

describe('emic codebook export', () => {
  test('as Markdown reads back as the same codes', async () => {
    const folder = practice();
    const { out } = await emic(folder, 'codebook', 'export', '--format', 'markdown');
    const again = parseCodebook(new VFile({ path: 'draft.md', value: `---\nname: x\n---\n\n${out}` }));
    const before = parseCodebook(new VFile({ path: '2.0.0.md', value: read(folder, `${books}/2.0.0.md`) }));
    const words = (book: typeof again) => book?.codes.map(({ place, ...code }) => code);
    expect(words(again)).toEqual(words(before));
  });

  test('as CSV, HTML, LaTeX and JSON has every code', async () => {
    const folder = practice();
    const exported = async (format: string) =>
      (await emic(folder, 'codebook', 'export', '--format', format)).out;
    expect(await exported('csv')).toMatch(/^id,title,parent,definition,include,exclude,examples\r?\n/);
    expect(await exported('html')).toMatch(/^<!doctype html>[\s\S]*<h3 id="code-waiting-parts">/);
    expect(await exported('html')).toMatch(/fictional/);
    expect(await exported('latex')).toContain('\\label{tab:codebook-2-0-0}');
    expect(JSON.parse(await exported('json')).codes).toHaveLength(13);
  });

  test('as CSV defuses formulas and as HTML escapes', async () => {
    const folder = practice();
    write(folder, `${books}/draft.md`, '---\nname: N\n---\n\n## =1+1 \\<b> `tea`\n');
    const of = async (format: string) =>
      (await emic(folder, 'codebook', 'export', '--format', format, '--code-version', 'draft')).out;
    expect(await of('csv')).not.toMatch(/,=1\+1/);
    expect(await of('html')).toContain('=1+1 &#x3C;b>');
  });
});

describe('emic codebook check', () => {
  test('finds the practice codebook sound', async () => {
    expect(await emic(practice(), 'codebook', 'check')).toEqual({
      status: 0,
      out: 'practice: no problems in versions 1.0.0, 2.0.0\n',
      err: '',
    });
  });

  test('names what is wrong with its place, and exits 1', async () => {
    const folder = practice();
    change(
      folder,
      `${books}/2.0.0.md`,
      '  - kind: add\n    codes: [keepsakes]',
      '  - kind: add\n    codes: [tea]',
    );
    const { status, out } = await emic(folder, 'codebook', 'check', 'practice');
    expect(status).toBe(1);
    expect(out).toMatch(/2\.0\.0\.md:\d+:\d+: error: "tea" is not a code of this version/);
    expect(out).toMatch(/2\.0\.0\.md:\d+:1: error: the code "keepsakes" is new since 1\.0\.0/);
    const { result } = await json(folder, 'check');
    expect(result.codebooks[0].problems.length).toBeGreaterThan(1);
  });

  test('says what a draft has yet to declare, which is no error', async () => {
    const { status, out } = await emic(withDraft(), 'codebook', 'check');
    expect(status).toBe(0);
    expect(out).toContain('the draft has 3 differences to declare');
  });
});

describe('emic codebook diff', () => {
  test('tells every declared change with its reason and its words', async () => {
    const { status, out } = await emic(practice(), 'codebook', 'diff', '--from', '1.0.0', '--to', '2.0.0');
    expect(status).toBe(0);
    expect(out).toContain('1.0.0 → 2.0.0 of 2025-11-21: 7 changes\n');
    expect(out).toContain('merge tiredness + workload → strain\n  The two were taken for each other');
    expect(out).toContain('split rules → safety-rules | house-rules');
    expect(out).toContain('move waiting-parts: from the top to turning-away');
    expect(out).toMatch(/redefine ranking\n[\s\S]*definition: Some people’s \[-work is-\] \{\+work, or some/);
    expect(out).toMatch(/ {2}examples: \{\+you can’t photograph a kettle\+\}\n/);
  });

  test('names what a draft has not declared', async () => {
    const { status, out } = await emic(withDraft(), 'codebook', 'diff');
    expect(status).toBe(0);
    expect(out).toContain('2.0.0 → draft: 3 changes, none declared');
    expect(out).toContain('rename company → being-together\n  undeclared: no reason is given');
    expect(out).toContain('include: Being given [-something to do;-] {+a task;+} names');
  });

  test('goes through every version on the way', async () => {
    const { result } = await json(withDraft(), 'diff', '--from', '1.0.0', '--to', 'draft');
    const steps = result.steps.map(({ from, to }: { from: string; to: string }) => [from, to]);
    expect(steps).toEqual([
      ['1.0.0', '2.0.0'],
      ['2.0.0', 'draft'],
    ]);
    expect(result.steps[1].differences[0]).toMatchObject({ kind: 'rename', declared: false, reason: null });
  });

  test('names a difference that a release did not declare, as an error', async () => {
    const folder = practice();
    change(folder, `${books}/2.0.0.md`, 'there’s someone in the cloth', 'someone in the cloth');
    change(folder, `${books}/2.0.0.md`, 'Somebody learns to do a thing', 'Somebody learns a thing');
    const { status, out, err } = await emic(folder, 'codebook', 'diff');
    expect(status).toBe(1);
    expect(err).toContain('the code "passing-on" has another definition');
    expect(out).toContain('8 changes, 1 undeclared');
    expect(out).toContain('redefine passing-on\n  undeclared');
  });
});

describe('emic codebook release', () => {
  const reasons = ['tea: it came up', 'newcomers: said better', 'company: clearer'].flatMap((reason) => [
    '--reason',
    reason,
  ]);

  test('refuses without reasons, says exactly what to add, and writes nothing', async () => {
    const folder = withDraft();
    const before = snapshot(folder);
    const { status, out, err } = await emic(folder, 'codebook', 'release', '--to', '2.1.0');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/draft\.md:\d+:1: error: a release would add "tea", and no reason is given/);
    for (const id of ['being-together', 'newcomers', 'tea']) expect(err).toContain(`--reason '${id}: why'`);
    expect(snapshot(folder)).toEqual(before);

    // What it says to add is what it takes.
    const lines = /\nchanges:\n(?: {2}.*\n)+/.exec(err)?.[0].trimStart() ?? '';
    change(folder, `${books}/draft.md`, 'previous: 2.0.0\n', `previous: 2.0.0\n${lines}`);
    expect((await emic(folder, 'codebook', 'release', '--to', '2.1.0')).status).toBe(0);
    expect((await emic(folder, 'codebook', 'check')).status).toBe(0);
  });

  test('makes a version and the draft after it; the codes stay byte for byte', async () => {
    const folder = withDraft();
    const draft = read(folder, `${books}/draft.md`);
    const args = ['release', '--to', '2.1.0', '--date', '2026-01-31', ...reasons];
    const { status, out } = await emic(folder, 'codebook', ...args);
    expect(status).toBe(0);
    expect(out).toContain(
      'Released codebooks/practice/2.1.0.md, with 3 changes:\n  rename company → being-together',
    );
    const released = read(folder, `${books}/2.1.0.md`);
    expect(released).toContain('version: 2.1.0\ndate: 2026-01-31\nprevious: 2.0.0\n');
    const body = (text: string) => text.slice(text.indexOf('\n---\n'));
    expect(body(released)).toBe(body(draft));
    expect(read(folder, `${books}/draft.md`)).toBe(draft.replace('previous: 2.0.0', 'previous: 2.1.0'));
    expect((await emic(folder, 'codebook', 'check')).out).toBe(
      'practice: no problems in versions 1.0.0, 2.0.0, 2.1.0 and the draft\n',
    );
  });

  describe('of a draft in which codes of 1.0.0 go on under other names', () => {
    const recoded = () => {
      const folder = practice();
      const text = read(folder, `${books}/2.0.0.md`);
      const end = text.indexOf('\n---\n', 4);
      rmSync(join(folder, books, '2.0.0.md'));
      write(folder, `${books}/draft.md`, `---\nname: Room\nprevious: 1.0.0${text.slice(end)}`);
      return folder;
    };
    const given = ['funding', 'not-wasting', 'waiting-parts', 'ranking', 'keepsakes'];
    const all = [...given, 'rules', 'tiredness', 'workload', 'strain', 'safety-rules', 'house-rules'];
    const reasonsFor = (ids: readonly string[]) => ids.flatMap((id) => ['--reason', `${id}: so we said`]);

    test('retiring and adding them needs more than reasons; what it says to declare is what it takes', async () => {
      const folder = recoded();
      const call = ['codebook', 'release', '--to', '2.0.0'];
      const { status, err } = await emic(folder, ...call, ...reasonsFor(all));
      expect(status).toBe(1);
      expect(err).toMatch(/retire "rules", and its codings with it, though "safety-rules" \(alike in name/);
      const lines = /\nchanges:\n(?: {2}.*\n)+/.exec(err)?.[0].trimStart() ?? '';
      expect(lines).toContain('from: rules\n    to: [safety-rules, house-rules]\n');
      expect(lines).toContain('from: [tiredness, workload]\n    to: strain\n');
      expect(existsSync(join(folder, books, '2.0.0.md'))).toBe(false);
      change(folder, `${books}/draft.md`, 'previous: 1.0.0\n', `previous: 1.0.0\n${lines}`);
      expect(await emic(folder, ...call, ...reasonsFor(given))).toMatchObject({ status: 0 });
      expect((await emic(folder, 'codebook', 'check')).status).toBe(0);
    });

    test('--retire says that they are retired indeed', async () => {
      const folder = recoded();
      const call = ['codebook', 'release', '--to', '2.0.0', ...reasonsFor(all)];
      const some = await emic(folder, ...call, '--retire', 'rules', '--retire', 'tiredness');
      expect(some.status).toBe(1);
      expect(some.err).not.toContain('retire "rules"');
      expect(some.err).toContain('retire "workload"');
      const slip = await emic(folder, ...call, '--retire', 'rule');
      expect(slip).toMatchObject({ status: 2, err: expect.stringContaining('Did you mean "rules"?') });
      const retire = ['rules', 'tiredness', 'workload'].flatMap((id) => ['--retire', id]);
      const { status, out } = await emic(folder, ...call, ...retire);
      expect(status).toBe(0);
      expect(out).toContain('retire rules\n');
    });
  });

  test('as JSON tells what was released, or what has to be declared', async () => {
    const folder = withDraft();
    const refused = await json(folder, 'release', '--to', '2.1.0');
    expect(refused.result).toMatchObject({ released: null, toDeclare: [{ kind: 'rename' }, {}, {}] });
    const { result } = await json(folder, 'release', '--to', '2.1.0', ...reasons);
    expect(result).toMatchObject({
      released: 'codebooks/practice/2.1.0.md',
      changes: [{ reason: 'clearer' }, {}, {}],
    });
  });

  test('never overwrites a version', async () => {
    const folder = withDraft();
    const before = snapshot(folder);
    const again = await emic(folder, 'codebook', 'release', '--to', '2.0.0', ...reasons);
    expect(again.status).toBe(1);
    expect(again.err).toContain('"2.0.0" does not come after 2.0.0');
    expect(snapshot(folder)).toEqual(before);
  });

  test('a reason for what needs none is a slip', async () => {
    const { status, err } = await emic(
      withDraft(),
      'codebook',
      'release',
      '--to',
      '2.1.0',
      '--reason',
      'te: x',
    );
    expect(status).toBe(2);
    expect(err).toContain('Did you mean "tea"?');
    const plain = await emic(withDraft(), 'codebook', 'release', '--to', '2.1.0', '--reason', 'why not');
    expect(plain.err).toContain("write --reason 'code-id: why'");
  });

  test('builds on no version that has errors', async () => {
    const folder = withDraft();
    change(folder, `${books}/1.0.0.md`, '### Company `company`', '### Company `not-wasting`');
    const { status, err } = await emic(folder, 'codebook', 'release', '--to', '2.1.0', ...reasons);
    expect(status).toBe(1);
    expect(err).toContain('1.0.0.md');
    expect(err).toContain('nothing was released');
    expect(existsSync(join(folder, books, '2.1.0.md'))).toBe(false);
  });

  test('a first version has nothing to declare', async () => {
    const folder = withoutBooks();
    write(folder, `${books}/draft.md`, '---\nname: New\n---\n\n## Tea `tea`\n');
    const { status, out } = await emic(folder, 'codebook', 'release', '--to', '1.0.0');
    expect({ status, out }).toMatchObject({ status: 0, out: expect.stringContaining('1.0.0.md.') });
    expect(read(folder, `${books}/1.0.0.md`)).toMatch(/^version: 1\.0\.0\ndate: \d{4}-\d\d-\d\d$/m);
  });
});

describe('emic codebook migrate', () => {
  const log = (rater: string) => `corpus/practice/codings/1/interview-1/${rater}.jsonl`;

  test('lists what is undecided with passage and candidates, and writes nothing', async () => {
    const folder = practice();
    const before = snapshot(folder);
    const { status, out } = await emic(folder, 'codebook', 'migrate', '--rater', 'ana');
    expect(status).toBe(1);
    expect(out).toContain('rules (1.0.0) was split in 2.0.0: ');
    expect(out).toContain('    = safety-rules: Something is laid down');
    expect(out).toContain(
      '06nbrvkm interview-1 · Zoë · ana, round 1\n    you can’t leave things, because where',
    );
    expect(out).not.toMatch(/· ben/);
    expect(out).toMatch(
      /Read as 2\.0\.0: \d+ as they are, \d+ under a new name \(renamed or merged\), \d+ undecided/,
    );
    expect(snapshot(folder)).toEqual(before);
  });

  test('writes a decision as the next revision, at the end of that log, and nothing else', async () => {
    const folder = practice();
    const before = snapshot(folder);
    const { out } = await emic(folder, 'codebook', 'migrate', '--decide', '06nbrvkm=safety-rules');
    expect(out).toContain(`${log('ana')}: wrote 1\n  06nbrvkm: rules (1.0.0) → safety-rules (2.0.0)\n`);
    const after = snapshot(folder);
    const path = log('ana');
    const was = before[path] ?? '';
    const added = JSON.parse((after[path] ?? '').slice(was.length));
    const first = JSON.parse(was.split('\n').find((line) => line.includes('"06nbrvkm"')) ?? '');
    expect(added).toEqual({ ...first, rev: 2, code: 'safety-rules', version: '2.0.0', at: added.at });
    expect({ ...after, [path]: was }).toEqual(before);
    expect(after[path]?.startsWith(was)).toBe(true);
  });

  test('decides all of a code at once, one by one before that, until nothing is left', async () => {
    const folder = practice();
    const args = ['migrate', '--round', '1', '--split', 'rules=house-rules', '--keep', 'ranking'];
    const { counts } = (await json(folder, 'migrate')).result;
    const { result, status } = await json(
      folder,
      ...args,
      '--decide',
      '06nbrvkm=safety-rules',
      '--decide',
      '5f1nansx=none',
    );
    expect(status).toBe(0);
    expect(result).toMatchObject({ written: true, undecided: [], counts: { undecided: 0 } });
    expect(result.decided).toHaveLength(counts.undecided);
    const now = (id: string) => result.decided.find((one: { id: string }) => one.id === id).to;
    expect(now('06nbrvkm')).toEqual({ code: 'safety-rules', version: '2.0.0' });
    expect(now('5f1nansx')).toBe(null);

    const written = snapshot(folder);
    const again = await json(folder, ...args);
    expect(again).toMatchObject({ status: 0, result: { decided: [], written: false } });
    expect(snapshot(folder)).toEqual(written);
    expect((await emic(folder, 'codebook', 'migrate')).out).toMatch(/^Read as 2\.0\.0: .*, 0 undecided\.\n$/);
  });

  test('an id that stands in two logs is decided where --rater says', async () => {
    const folder = practice();
    change(folder, log('ben'), 'fhhcwgs0', '06nbrvkm');
    const decide = ['codebook', 'migrate', '--decide', '06nbrvkm=ranking'];
    const { status, err } = await emic(folder, ...decide);
    expect(status).toBe(2);
    expect(err).toContain(`stands in several logs: ${log('ben')}, ${log('ana')}`);
    expect((await emic(folder, ...decide, '--rater', 'ben')).out).toContain(`${log('ben')}: wrote 1`);
  });

  test('with --dry-run says what it would write', async () => {
    const folder = practice();
    const before = snapshot(folder);
    const { out } = await emic(
      folder,
      'codebook',
      'migrate',
      '--dry-run',
      '--decide',
      '06nbrvkm=safety-rules',
    );
    expect(out).toContain(`${log('ana')}: would write 1\n  06nbrvkm: rules (1.0.0) → safety-rules`);
    expect(snapshot(folder)).toEqual(before);
  });

  test('leaves a log with errors alone, and goes on with the others', async () => {
    const folder = practice();
    const broken = `${read(folder, log('ana'))}{"id":"x`;
    write(folder, log('ana'), broken);
    const { status, out, err } = await emic(folder, 'codebook', 'migrate', '--split', 'rules=house-rules');
    expect(status).toBe(1);
    expect(err).toContain(`${log('ana')}:`);
    expect(out).toContain(`${log('ana')}: nothing was written, because it has errors`);
    expect(read(folder, log('ana'))).toBe(broken);
    expect(read(folder, log('ben'))).toContain('"rev":2');
  });

  test('does nothing while a released version has errors', async () => {
    const folder = practice();
    change(folder, `${books}/2.0.0.md`, 'to: [safety-rules, house-rules]', 'to: [safety-rules, house-rulez]');
    const before = snapshot(folder);
    const { status, err } = await emic(folder, 'codebook', 'migrate', '--keep', 'ranking');
    expect(status).toBe(1);
    expect(err).toContain('nothing was migrated, because the codebook has errors');
    expect(snapshot(folder)).toEqual(before);
  });

  test('an earlier version leaves later codings alone', async () => {
    const { status, out } = await emic(practice(), 'codebook', 'migrate', '--to', '1.0.0');
    expect(status).toBe(0);
    expect(out).toMatch(/Left alone: \d+ codings of a later version than 1\.0\.0\./);
  });
});
