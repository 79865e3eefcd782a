import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readFrozen } from '../../src/transcript/frozen.ts';
import { change, copyOfStudy, emic, emptyFolder, read, workspaceWith, write } from '../helpers/workspace.ts';

const STUDY = 'emic: 1\ntitle: Adoption\nkind: interviews\n';
const VTT = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Maria Silva>We never used it. 😀

00:00:05.000 --> 00:00:06.000
<v Interviewer>Why not?

00:00:07.000 --> 00:00:09.000
<v M. Silva>Ask Maria next door.
`;
const workspace = (files: Record<string, string | Uint8Array> = {}) =>
  workspaceWith({
    'corpus/adoption/study.yaml': STUDY,
    '.gitignore': 'corpus/*/originals/\n',
    'zoom/P4.vtt': VTT,
    ...files,
  });
const importing = (folder: string, ...args: string[]) => emic(folder, 'import', 'transcript', ...args);
const frozen = 'corpus/adoption/transcripts/P4.md';
const decisions = 'corpus/adoption/originals/imports.yaml';
const pseudonyms = ['--rename', 'Maria Silva=P4', '--rename', 'M. Silva=P4'];

describe('emic import transcript', () => {
  test('freezes the words, copies the original as it is, and says who speaks', async () => {
    const folder = workspace();
    const { status, out, err } = await importing(folder, 'zoom/P4.vtt');
    expect(err).toBe('');
    expect(status).toBe(0);
    expect(out).toMatch(/Maria Silva +yes +1 +4 +We never used it/);
    expect(out).toContain('"Maria Silva" and "M. Silva" may be one person (initials)');
    expect(out).toContain('--not-participants NAME');
    const { front, body } = readFrozen(new VFile({ path: 'P4.md', value: read(folder, frozen) })) ?? {};
    expect(front).toEqual({
      document: 'P4',
      kind: 'transcript',
      source: 'P4.vtt',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      participants: ['Maria Silva', 'Interviewer', 'M. Silva'],
    });
    expect(body).toContain('**Interviewer** [00:00:05 - 00:00:06]: Why not?\n');
    expect(read(folder, 'corpus/adoption/originals/P4.vtt')).toBe(VTT);
  });

  test('the original is copied byte for byte, also where it is UTF-16', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('Ana: hej\r\nBen: då\r\n', 'utf16le'),
    ]);
    const folder = workspace({ 'a.txt': bytes });
    expect((await importing(folder, 'a.txt')).status).toBe(0);
    expect(readFileSync(join(folder, 'corpus/adoption/originals/a.txt')).equals(bytes)).toBe(true);
    expect(read(folder, 'corpus/adoption/transcripts/a.md')).toContain('**Ben**: då');
  });

  test('a dry run writes nothing', async () => {
    const folder = workspace();
    const { status, out } = await importing(folder, 'zoom/P4.vtt', '--dry-run', ...pseudonyms);
    expect(status).toBe(0);
    expect(out).toMatch(/P4 \(was Maria Silva, M\. Silva\) +yes +2 +8/);
    expect(out).toContain('Nothing was written');
    expect(readdirSync(join(folder, 'corpus/adoption'))).toEqual(['study.yaml']);
  });

  test('repeats: the same original and the decisions kept give the same bytes', async () => {
    const folder = workspace();
    await importing(
      folder,
      'zoom/P4.vtt',
      ...pseudonyms,
      '--not-participants',
      'Interviewer',
      '--date',
      '2024-05-01',
    );
    const first = read(folder, frozen);
    expect(first).toContain('participants:\n  - P4\n---');
    expect(first).not.toContain('Silva');
    expect(read(folder, decisions)).toContain('"M. Silva": "P4"');
    rmSync(join(folder, frozen));
    const { out } = await importing(folder, 'zoom/P4.vtt');
    expect(out).toContain('decided as in the import before');
    expect(read(folder, frozen)).toBe(first);
    const again = await importing(folder, 'corpus/adoption/originals/P4.vtt');
    expect(again.status).toBe(0);
    expect(again.out).toContain('Nothing to write');
    expect(readdirSync(join(folder, 'corpus/adoption/originals'))).toEqual(['P4.vtt', 'imports.yaml']);
  });

  test('the name of an import is known again by the original, wherever it is and whatever it is called', async () => {
    const folder = workspace({ 'elsewhere/other.vtt': VTT });
    await importing(folder, 'zoom/P4.vtt', ...pseudonyms, '--as', 'interview-4');
    const { status, out } = await importing(folder, 'elsewhere/other.vtt');
    expect(status).toBe(0);
    expect(out).toContain('Nothing to write');
    expect(readdirSync(join(folder, 'corpus/adoption/transcripts'))).toEqual(['interview-4.md']);
  });

  test('a format that was said is kept too', async () => {
    const folder = workspace({ 'a.md': '**Ana:** [one](http://x)\n\n**Ben:** two\n' });
    await importing(folder, 'a.md', '--format', 'plain-labels');
    const first = read(folder, 'corpus/adoption/transcripts/a.md');
    expect(first).toContain('(http://x)');
    expect((await importing(folder, 'a.md')).status).toBe(0);
    expect(read(folder, 'corpus/adoption/transcripts/a.md')).toBe(first);
  });

  test('a rename may take up a name that the import before gave', async () => {
    const folder = workspace();
    await importing(folder, 'zoom/P4.vtt', '--rename', 'M. Silva=Maria Silva');
    await importing(folder, 'zoom/P4.vtt', '--rename', 'Maria Silva=P4', '--replace');
    expect(read(folder, frozen).match(/\*\*[^*]+\*\*/g)).toEqual(['**P4**', '**Interviewer**', '**P4**']);
  });

  test('names can be swapped, and whoever is not named can get a name', async () => {
    const folder = workspace({ 'a.vtt': VTT.replace('<v M. Silva>', '') });
    await importing(
      folder,
      'a.vtt',
      ...['--rename', 'Maria Silva=Interviewer', '--rename', 'Interviewer=Maria Silva', '--rename', '?=Ben'],
    );
    const labels = read(folder, 'corpus/adoption/transcripts/a.md').match(/\*\*[^*]+\*\*/g);
    expect(labels).toEqual(['**Interviewer**', '**Maria Silva**', '**Ben**']);
  });

  test('captions that only two names of one person parted are one turn, with the same words', async () => {
    const folder = workspace({
      'a.vtt': VTT.replace('<v Interviewer>', '<v M. Silva>'),
      'b.txt': 'Maria: one\nM: two\nMaria: three\nM: four\n',
    });
    await importing(folder, 'a.vtt', ...pseudonyms);
    const body = read(folder, 'corpus/adoption/transcripts/a.md');
    expect(body).toContain('**P4** [00:00:01 - 00:00:09]: We never used it. 😀\n\nWhy not?');
    await importing(folder, 'b.txt', '--rename', 'M=Maria');
    expect(read(folder, 'corpus/adoption/transcripts/b.md').match(/\*\*Maria\*\*/g)).toHaveLength(4);
  });

  test('a pseudonym is not given away by the source, and words that still say the name are told', async () => {
    const folder = workspace({ 'zoom/Maria_Silva.vtt': VTT });
    const { out } = await importing(folder, 'zoom/Maria_Silva.vtt', '--as', 'P4', ...pseudonyms);
    expect(read(folder, frozen)).toContain('source: P4.vtt');
    expect(out).toContain('the words still say "Maria" (once)');
    expect(read(folder, decisions)).toContain('original: "Maria_Silva.vtt"');
  });

  test('originals stay out of git also where the workspace does not say so', async () => {
    const folder = workspace({ '.gitignore': 'node_modules/\n' });
    await importing(folder, 'zoom/P4.vtt');
    expect(read(folder, 'corpus/adoption/originals/.gitignore')).toMatch(/^\*$/m);
  });

  test('a fictional study has fictional transcripts unless said', async () => {
    const folder = workspace({ 'corpus/adoption/study.yaml': `${STUDY}fictional: true\n` });
    const { out } = await importing(folder, 'zoom/P4.vtt');
    expect(out).toContain('--kind transcript');
    expect(read(folder, frozen)).toContain('kind: fictional');
  });

  test('--json is the whole result, also of what was refused', async () => {
    const folder = workspace();
    const { out } = await importing(folder, 'zoom/P4.vtt', 'nowhere.vtt', '--json', ...pseudonyms);
    const { imports, study, dryRun } = JSON.parse(out);
    expect({ study, dryRun }).toEqual({ study: 'adoption', dryRun: false });
    expect(imports[0]).toMatchObject({
      status: 'new',
      document: 'P4',
      format: 'web-vtt',
      rename: { 'Maria Silva': 'P4', 'M. Silva': 'P4' },
      participants: ['P4', 'Interviewer'],
      written: ['corpus/adoption/originals/P4.vtt', frozen, decisions],
    });
    expect(imports[0].speakers[0]).toEqual({
      speaker: 'P4',
      from: ['Maria Silva', 'M. Silva'],
      participant: true,
      turns: 2,
      words: 8,
      firstLine: 'We never used it. 😀',
    });
    expect(imports[1]).toMatchObject({ status: 'refused', problems: [{ rule: 'missing-file' }] });
  });
});

describe('several files', () => {
  test('one that fails leaves the others imported: exit 1', async () => {
    const folder = workspace({ 'zoom/P5.vtt': VTT.replace('Why', 'How'), 'zoom/empty.vtt': '' });
    const { status, out, err } = await importing(folder, 'zoom/P4.vtt', 'zoom/empty.vtt', 'zoom/P5.vtt');
    expect(status).toBe(1);
    expect(out).toMatch(/^- P4, from zoom\/P4\.vtt: 10 words/m);
    expect(err).toContain('zoom/empty.vtt:1:1: error: this file is empty');
    expect(out).toContain('2 imported, 1 not imported.');
    expect(out).toContain('the turns of all named speakers count, for nothing else was said');
    expect(readdirSync(join(folder, 'corpus/adoption/transcripts'))).toEqual(['P4.md', 'P5.md']);
  });

  test('what cannot be written leaves nothing half-written', async () => {
    const folder = workspace({ 'corpus/adoption/transcripts': 'in the way' });
    const { status, err } = await importing(folder, 'zoom/P4.vtt');
    expect(status).toBe(1);
    expect(err).toContain('cannot write');
    expect(err).toContain('[not-written]');
    expect(existsSync(join(folder, 'corpus/adoption/originals/P4.vtt'))).toBe(false);
    expect(existsSync(join(folder, decisions))).toBe(false);
  });

  test('two that would be one document: the second is told', async () => {
    const folder = workspace({ 'teams/p4.vtt': VTT.replace('Why', 'How') });
    const { status, err } = await importing(folder, 'zoom/P4.vtt', 'teams/p4.vtt');
    expect(status).toBe(1);
    expect(err).toContain('[same-document]');
    expect(err).toContain('--as NAME');
    expect(read(folder, frozen)).toContain('Why not?');
  });

  test('a rename needs to concern one of them only', async () => {
    const folder = workspace({ 'b.txt': 'Ana: one\nBen: two\n' });
    expect((await importing(folder, 'zoom/P4.vtt', 'b.txt', '--rename', 'Ana=Z')).status).toBe(0);
    expect(read(folder, 'corpus/adoption/transcripts/b.md')).toContain('**Z**: one');
  });

  test('originals of one name are both kept', async () => {
    const folder = workspace({ 'x/audio.vtt': VTT, 'y/audio.vtt': VTT.replace('Why', 'How') });
    await importing(folder, 'x/audio.vtt', '--as', 'P1');
    expect((await importing(folder, 'y/audio.vtt', '--as', 'P2')).status).toBe(0);
    expect(read(folder, 'corpus/adoption/originals/audio.vtt')).toContain('Why');
    expect(read(folder, 'corpus/adoption/originals/audio-2.vtt')).toContain('How');
  });
});

test('headings are kept, are told, and become nobody’s words, also where whoever is not named gets a name', async () => {
  const folder = workspace({
    'talk.md': '# Part one\n\nShall we?\n\n**Ana:** Yes.\n\n## Part two\n\n**Ana:** On.\n',
  });
  const { out } = await importing(folder, 'talk.md', '--rename', '?=Ben');
  expect(out.replace(/\s+/g, ' ')).toContain('2 headings kept as turns of nobody, such as "Part one"');
  const { body, front } =
    readFrozen(new VFile({ path: 'talk.md', value: read(folder, 'corpus/adoption/transcripts/talk.md') })) ??
    {};
  expect(body).toBe('Part one\n\n**Ben**: Shall we?\n\n**Ana**: Yes.\n\n**?**: Part two\n\n**Ana**: On.\n');
  expect(front?.participants).toEqual(['Ben', 'Ana']);
});

describe('a frozen transcript that differs', () => {
  const body = 'corpus/adoption/codings/1/P4/ana.jsonl';
  async function imported() {
    const folder = workspace();
    await importing(folder, 'zoom/P4.vtt');
    return folder;
  }

  test('is never overwritten unless said; what differs and how to go on is told', async () => {
    const folder = await imported();
    const before = read(folder, frozen);
    write(folder, 'zoom/P4.vtt', VTT.replace('Why not?', 'Why never?'));
    const { status, err } = await importing(folder, 'zoom/P4.vtt');
    expect(status).toBe(1);
    expect(err).toContain(
      'after 6 words it says "not? Ask Maria next door." where the import has "never? Ask',
    );
    expect(err).toContain('--as NAME');
    expect(err).toContain('--replace');
    expect(read(folder, frozen)).toBe(before);
    expect(read(folder, 'corpus/adoption/originals/P4.vtt')).toBe(VTT);
    expect((await importing(folder, 'zoom/P4.vtt', '--replace')).status).toBe(0);
    expect(read(folder, frozen)).toContain('Why never?');
    expect(read(folder, 'corpus/adoption/originals/P4.vtt')).toBe(VTT);
    expect(read(folder, 'corpus/adoption/originals/P4-2.vtt')).toContain('Why never?');
  });

  test('a coded one is replaced only with --keep-codings, which says what becomes of them', async () => {
    const folder = await imported();
    const log = [
      '{"emic":1,"round":"1","document":"P4","rater":"ana"}',
      '{"id":"a","rev":1,"code":"c","version":"1.0.0","start":44,"end":61,"quote":"We never used it.","text":"00000000","at":"2024-05-02T10:00:00Z"}',
      '{"id":"b","rev":1,"code":"c","version":"1.0.0","start":90,"end":98,"quote":"Why not?","text":"00000000","at":"2024-05-02T10:00:00Z"}',
      '{"id":"d","rev":1,"code":"c","version":"1.0.0","start":90,"end":98,"quote":"Quite another thing","text":"00000000","at":"2024-05-02T10:00:00Z"}',
      '',
    ].join('\n');
    write(folder, body, log);
    const args = ['zoom/P4.vtt', ...pseudonyms, '--replace'];
    const { status, err } = await importing(folder, ...args);
    expect(status).toBe(1);
    expect(err).toContain('ana coded it');
    expect(err).toMatch(
      /of 3 codings \d stay where they are, \d move with their words, 0 have to be confirmed, 1 are lost/,
    );
    expect(read(folder, frozen)).toContain('Silva');
    const kept = await importing(folder, ...args, '--keep-codings');
    expect(kept.status).toBe(0);
    expect(kept.out.replace(/\s+/g, ' ')).toContain('1 are lost; no log is changed');
    expect(read(folder, frozen)).not.toContain('Silva');
    expect(read(folder, body)).toBe(log);
  });

  test('one that is replaced is kept as it was, out of git, with what was edited by hand in it', async () => {
    const folder = await imported();
    const edited = read(folder, frozen).replace('We never used it.', 'We never, ever used it.');
    write(folder, frozen, edited.replaceAll('\n', '\r\n'));
    const dry = await importing(folder, 'zoom/P4.vtt', '--replace', '--dry-run');
    const place = /is kept in (\S+\.md)/.exec(dry.out.replace(/\s+/g, ' '))?.[1] ?? '';
    expect(place).toMatch(/^corpus\/adoption\/originals\/replaced\/P4-[0-9a-f]{8}\.md$/);
    expect(existsSync(join(folder, place))).toBe(false);
    const { status, out } = await importing(folder, 'zoom/P4.vtt', '--replace');
    expect(status).toBe(0);
    expect(out).toContain(`  ${place}\n`);
    expect(read(folder, place)).toBe(edited.replaceAll('\n', '\r\n'));
    expect(read(folder, frozen)).not.toContain('ever, ever');
    // Another one with the same body does not overwrite it.
    write(folder, frozen, edited);
    await importing(folder, 'zoom/P4.vtt', '--replace');
    expect(read(folder, place)).toBe(edited.replaceAll('\n', '\r\n'));
    expect(read(folder, place.replace('.md', '-2.md'))).toBe(edited);
  });

  test('front matter alone may be replaced where there are codings: no position changes', async () => {
    const folder = await imported();
    write(folder, body, '{"emic":1,"round":"1","document":"P4","rater":"ana"}\n');
    const args = ['zoom/P4.vtt', '--participants', 'Maria Silva,M. Silva'];
    expect((await importing(folder, ...args)).err).toContain(
      'its participants is [Maria Silva, Interviewer, M. Silva]',
    );
    expect((await importing(folder, ...args, '--replace')).status).toBe(0);
    expect(read(folder, frozen)).toContain('participants:\n  - Maria Silva\n  - M. Silva\n---');
  });

  test('whoever has the transcript and not the decisions is told, and nothing changes', async () => {
    const folder = workspace();
    await importing(folder, 'zoom/P4.vtt', '--as', 'interview-4', ...pseudonyms);
    rmSync(join(folder, 'corpus/adoption/originals'), { recursive: true });
    const { status, err } = await importing(folder, 'zoom/P4.vtt');
    expect(status).toBe(1);
    expect(err).toContain(
      "its speakers are P4, Interviewer and the import's Maria Silva, Interviewer, M. Silva",
    );
    expect(existsSync(join(folder, 'corpus/adoption/originals'))).toBe(false);
  });
});

describe('wrong calls and broken files', () => {
  test.each([
    [['zoom/P4.vtt', '--study', 'adoptoin'], 'Did you mean "adoption"?'],
    [['zoom/P4.vtt', '--study', 'adoptoin'], 'Did you mean "adoption"?'],
    [['zoom/P4.vtt', '--study', 'pilot'], '"emic init --kind interviews --study pilot" makes a new study'],
    [['zoom/P4.vtt', '--study', 'Über uns'], '"emic init --kind interviews --study NAME" makes a new study'],
    [['zoom/P4.vtt', '--rename', 'Mara Silva=P4'], 'Did you mean "Maria Silva"?'],
    [['zoom/P4.vtt', '--rename', 'Maria Silva'], 'write the old name, "=" and the new name'],
    [['zoom/P4.vtt', '--rename', 'Maria Silva=A', '--rename', 'Maria Silva=B'], 'two names'],
    [['zoom/P4.vtt', '--participants', 'Interviwer'], 'Did you mean "Interviewer"?'],
    [['zoom/P4.vtt', '--as', 'a/b'], 'For example "a-b"'],
    [['zoom/P4.vtt', '--as', 'README'], "cannot be a document's name"],
    [['zoom/P4.vtt', '--date', '2024-02-31'], 'is no date'],
    [['zoom/P4.vtt', '--language', 'en_GB!'], 'no language tag'],
    [['zoom/P4.vtt', '--format', 'word'], 'Invalid values'],
    [['zoom/P4.vtt', '--keep-codings'], '--keep-codings goes with --replace'],
    [['zoom/P4.vtt', 'b.txt', '--as', 'x'], '--as is for one file'],
    [[], 'Not enough'],
    [['zoom/P4.vtt', '--rename', '=P4'], 'write the old name'],
  ])('%j', async (args, said) => {
    const folder = workspace();
    const { status, err, out } = await importing(folder, ...args);
    expect(err).toContain(said);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(readdirSync(join(folder, 'corpus/adoption'))).toEqual(['study.yaml']);
  });

  test.each([
    ['b.docx', Buffer.from('PK\x03\x04word/document.xml'), 'a Word document'],
    ['b.json', '{"a": 1}', 'JSON'],
    ['b.txt', Buffer.from([0x41, 0xe9, 0x41]), 'not UTF-8'],
    ['b.vtt', 'WEBVTT\n\n', 'no caption'],
    ['….txt', 'Ana: one\nBen: two\n', "cannot be a document's name"],
  ])('%s is no transcript and says why', async (name, content, said) => {
    const folder = workspace({ [name]: content });
    const { status, err } = await importing(folder, name);
    expect(status).toBe(1);
    expect(err).toContain(said);
    expect(readdirSync(join(folder, 'corpus/adoption'))).toEqual(['study.yaml']);
  });

  test('decisions that cannot be read are told with their place, and are not overwritten', async () => {
    const folder = workspace();
    await importing(folder, 'zoom/P4.vtt');
    change(folder, decisions, 'format: "web-vtt"', 'format: "web-vt"');
    const before = read(folder, decisions);
    const { status, err } = await importing(folder, 'zoom/P4.vtt');
    expect(status).toBe(1);
    expect(err).toMatch(/originals\/imports\.yaml:\d+:\d+: error: .*web-vtt/);
    expect(read(folder, decisions)).toBe(before);
  });

  test('nothing of a file reaches the terminal as a control character', async () => {
    const folder = workspace({
      'a.vtt': VTT.replace('Maria Silva', 'Ma\u001b[31mria').replace('We', '\u001b]0;x\u0007We'),
    });
    const { out, err } = await importing(folder, 'a.vtt', '--dry-run');
    expect(out + err).not.toContain('\u001b');
  });

  test('what is imported has no problems for emic check', async () => {
    const folder = copyOfStudy('practice');
    write(folder, 'P4.vtt', VTT);
    expect((await importing(folder, 'P4.vtt')).status).toBe(0);
    expect((await emic(folder, 'check')).status).toBe(0);
  });

  test('a frozen transcript is no original', async () => {
    const folder = workspace();
    await importing(folder, 'zoom/P4.vtt');
    const { status, err } = await importing(folder, frozen);
    expect(status).toBe(1);
    expect(err).toContain('name its original, in corpus/adoption/originals/');
  });

  test('emic import alone says what can be imported', async () => {
    expect(await emic(workspace(), 'import')).toMatchObject({
      status: 2,
      err: expect.stringContaining('emic import transcript FILE'),
    });
    expect((await emic(workspace(), 'import', 'transcrip')).err).toContain('Did you mean transcript?');
  });

  test('an empty folder is no workspace', async () => {
    expect((await importing(emptyFolder(), 'a.vtt')).status).toBe(2);
  });
});
