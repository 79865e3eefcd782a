import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { emic, read, repository, write } from '../helpers/workspace.ts';
import { logOf, tinyStudy } from './coding-data.ts';

const log = 'corpus/tiny/codings/1/one/ana.jsonl';

/** `emic code … --plain` with lines to read. */
async function plain(cwd: string, lines: readonly string[], ...args: string[]) {
  const said = { out: '', err: '' };
  const io: Io = {
    ...{ cwd, width: 100, color: false },
    out: (text) => {
      said.out += `${text}\n`;
    },
    err: (text) => {
      said.err += `${text}\n`;
    },
    lines: async function* () {
      yield* lines;
    },
  };
  const status = await run(['code', 'one', '--plain', ...args], io);
  return { status, ...said };
}

describe('emic code --plain', () => {
  test('says what a sighted coder would see, and codes', async () => {
    const root = tinyStudy();
    const { status, out } = await plain(
      root,
      ['next turn', 'code cold', 'memo icy', 'quit'],
      '--rater',
      'ana',
    );
    expect(status).toBe(0);
    expect(out).toBe(
      `one (fictional), ana, round 1: 0 coded. “help” lists the commands.
“How is it?”
Max [00:00:01], turn 1 of 3 (not counted), read 0%, sentence: the same passage
“The rain is cold 🌧. I like it.”
Pia [00:00:03], turn 2 of 3, read 25%, sentence: “The rain is cold 🌧.”
Coded cold.
Pia [00:00:03], turn 2 of 3, read 25%, sentence: the same passage
  coded cold on the same passage
Memo kept.
Pia [00:00:03], turn 2 of 3, read 25%, sentence: the same passage
  coded cold on the same passage, memo: icy
${log}: 1 coded, 1 more than before
1 of them beyond what you have read: they count once the log says that it was read (“read to here”, or emic done)
`,
    );
    expect(read(root, log).split('\n')[0]).toBe('{"emic":1,"round":"1","document":"one","rater":"ana"}');
    expect((await emic(root, 'check', 'tiny')).status).toBe(0);
    const { out: quotes } = await emic(root, 'quotes', 'tiny', '--format', 'csv');
    expect(quotes).toContain('The rain is cold 🌧.');
  });

  test('tells what is no command, what needs words, and what may be several codes', async () => {
    const lines = ['nxt turn', 'code', 'quit now', 'code l', 'code cod', 'code xyz'];
    const { out } = await plain(tinyStudy(), lines, '--rater', 'ana');
    expect(out).toContain('“nxt turn” is no command; did you mean “next turn”?');
    expect(out).toContain('code needs CODE.');
    expect(out).toContain('quit takes nothing behind it.');
    expect(out).toContain('“l” may be liking, cold: type more of it.');
    expect(out).toContain('“cod” may be cold: type more of it.');
    expect(out).toContain('There is no code like “xyz”.');
    expect(out).not.toContain('Coded');
  });

  test('ends with status 1 where a line was not carried out', async () => {
    expect((await plain(tinyStudy(), ['next turn', 'quit'], '--rater', 'ana')).status).toBe(0);
    expect((await plain(tinyStudy(), ['bogus', 'next turn'], '--rater', 'ana')).status).toBe(1);
    expect((await plain(tinyStudy(), ['code zzz'], '--rater', 'ana')).status).toBe(1);
  });

  test('a turn is said whole when the cursor comes to it, so that what counts as read was said', async () => {
    const { out } = await plain(
      tinyStudy(),
      ['next turn', 'next sentence', 'next page', 'quit'],
      '--rater',
      'ana',
    );
    for (const turn of ['“How is it?”', '“The rain is cold 🌧. I like it.”', '“Nothing else.”']) {
      expect(out.split('\n').filter((line) => line === turn)).toHaveLength(1);
    }
  });

  test('a coding over two turns is told in one line', async () => {
    const lines = ['select turn', 'select turn', 'code cold', ''];
    const { out } = await plain(tinyStudy(), lines, '--rater', 'ana');
    expect(out).toContain('  coded cold on “How is it? / The rain is cold 🌧. I like it.”');
  });

  test('where the log cannot be written a new code does not come into the draft either', async () => {
    const root = tinyStudy();
    write(root, 'corpus/tiny/codings/1/one', 'a file where a folder should be');
    const { out } = await plain(
      root,
      ['new code Waiting', 'new code Waiting'],
      '--rater',
      'ana',
      '--round',
      '1',
    );
    expect(out).toContain('Not done: cannot write');
    expect(out).not.toContain('already');
    expect(existsSync(join(root, 'codebooks/tiny/draft.md'))).toBe(false);
  });

  test('a new code is in the draft at once, and every other byte of it stays', async () => {
    const root = tinyStudy();
    await plain(root, ['new code Wet feet'], '--rater', 'ana');
    const released = read(root, 'codebooks/tiny/1.0.0.md');
    const draft = read(root, 'codebooks/tiny/draft.md');
    expect(draft).toContain(released.slice(released.indexOf('# Tiny')));
    expect(draft).toContain('previous: 1.0.0');
    expect(draft).toContain('## Wet feet `wet-feet`');
    write(root, 'codebooks/tiny/draft.md', `${draft}\n<!-- mine -->\n`);
    await plain(root, ['new code Umbrella'], '--rater', 'ana');
    expect(read(root, 'codebooks/tiny/draft.md').startsWith(`${draft}\n<!-- mine -->\n`)).toBe(true);
    expect((await emic(root, 'check', 'tiny')).status).toBe(0);
  });

  test('leaving says nothing of what was read where all codings are on it', async () => {
    const lines = ['next turn', 'code cold', 'last', 'read to here'];
    const { out } = await plain(tinyStudy(), lines, '--rater', 'ana');
    expect(out).toContain(`${log}: 1 coded, 1 more than before`);
    expect(out).not.toContain('beyond what you have read');
  });

  test('an id of a coding is like all others that emic makes', async () => {
    const root = tinyStudy();
    await plain(root, ['next turn', 'code cold'], '--rater', 'ana');
    expect(read(root, log)).toMatch(/"id":"[a-z0-9]{12}"/);
  });

  test('a draft that cannot be read leaves the release, and is told with its place', async () => {
    const root = tinyStudy({
      'codebooks/tiny/draft.md': '---\nname: [Tiny\nprevious: 1.0.0\n---\n\n# Tiny\n',
    });
    const before = read(root, 'codebooks/tiny/draft.md');
    const { status, out, err } = await plain(
      root,
      ['next turn', 'code cold', 'new code Wet'],
      '--rater',
      'ana',
    );
    expect(status).toBe(1);
    expect(err).toMatch(/codebooks\/tiny\/draft\.md:\d+:\d+/);
    expect(err).toContain('The draft is left out, and takes no new codes until it is mended');
    expect(out).toContain('Coded cold.');
    expect(out).toContain('Not done: cannot add to codebooks/tiny/draft.md');
    expect(read(root, log)).not.toContain('wet');
    expect(read(root, 'codebooks/tiny/draft.md')).toBe(before);
  });

  test('a draft without a release beside it is needed, and refused while it cannot be read', async () => {
    const root = tinyStudy({ 'codebooks/tiny/draft.md': '---\nname: [Tiny\n---\n\n# Tiny\n' });
    rmSync(`${root}/codebooks/tiny/1.0.0.md`);
    const { status, err } = await plain(root, ['code cold'], '--rater', 'ana');
    expect(status).toBe(1);
    expect(err).toMatch(/draft\.md:\d+:\d+/);
  });

  test('a draft that is asked for by name has to be readable', async () => {
    const root = tinyStudy({ 'codebooks/tiny/draft.md': '---\nname: [Tiny\n---\n\n# Tiny\n' });
    const { status, err } = await plain(root, ['code cold'], '--rater', 'ana', '--code-version', 'draft');
    expect(status).toBe(1);
    expect(err).toMatch(/draft\.md:\d+:\d+/);
  });

  test('two codes of one id in the draft are told when coding begins', async () => {
    const twice = '## Wet `wet`\n\n**Definition.** Rain.\n\n## Damp `wet`\n\n**Definition.** Mist.\n';
    const root = tinyStudy({
      'codebooks/tiny/draft.md': `---\nname: Tiny\nprevious: 1.0.0\n---\n\n# Tiny\n\n${twice}`,
    });
    const { status, err } = await plain(root, ['next turn', 'code cold'], '--rater', 'ana');
    expect(status).toBe(0);
    expect(err).toMatch(/draft\.md:12:\d+.*"wet"/);
  });

  test('a study without a codebook gets one', async () => {
    const root = tinyStudy({ 'codebooks/tiny/1.0.0.md': '' });
    rmSync(`${root}/codebooks`, { recursive: true });
    await plain(root, ['select sentence', 'new code Asking'], '--rater', 'ana');
    expect(read(root, 'codebooks/tiny/draft.md')).toBe(
      '---\nname: Tiny\n---\n\n# Tiny\n\n## Asking `asking`\n',
    );
    expect((await emic(root, 'check', 'tiny')).status).toBe(0);
  });

  test('leaving and coming back, the cursor and the letters are where they were', async () => {
    const root = tinyStudy();
    await plain(root, ['last', 'bind a cold'], '--rater', 'ana');
    const { out } = await plain(root, [], '--rater', 'ana');
    expect(out).toContain('turn 3 of 3');
    expect(read(root, 'reports/tiny/.emic/coding/ana.json')).toContain('"a": "cold"');
  });
});

describe('other raters', () => {
  const both = async () => {
    const root = tinyStudy();
    await logOf(root, 'ben', [['b1', 'weather', 'The rain']]);
    return root;
  };

  test('are not shown unless asked for; then the log says so, and emic agree too', async () => {
    const root = await both();
    const blind = await plain(root, ['next turn', 'code cold', 'last', 'read to here'], '--rater', 'ana');
    expect(blind.out).not.toContain('weather');
    expect(read(root, log)).not.toContain('shown');
    const shown = await plain(root, ['first', 'next turn'], '--rater', 'ana', '--show', 'ben');
    expect(shown.out).toContain('ben: weather on “The rain”');
    expect(JSON.parse(read(root, log).trim().split('\n').at(-1) ?? '')).toMatchObject({ shown: 'ben' });
    expect((await emic(root, 'check', 'tiny')).status).toBe(0);
    const { out, err } = await emic(root, 'agree', 'tiny', '--unit', 'turn');
    expect(out + err).toMatch(/ana had ben’s codings of one shown/);
  });

  test('a name that nobody has is refused, with the nearest', async () => {
    const { status, err } = await plain(await both(), [], '--rater', 'ana', '--show', 'bem');
    expect(status).toBe(2);
    expect(err).toContain('Did you mean "ben"?');
  });
});

describe('what cannot be coded is refused with a reason', () => {
  test('without a terminal, and then --plain is named', async () => {
    const { status, err } = await emic(tinyStudy(), 'code', 'one', '--rater', 'ana');
    expect(status).toBe(2);
    expect(err).toContain('"emic code --plain"');
  });

  test.each([
    [['code', 'two', '--plain', '--rater', 'ana'], 'There is no document "two". There are one.'],
    [['code', '--plain', '--rater', 'ana'], 'Name a document'],
    [['code', 'one', '--plain'], 'Name a rater with --rater. There are ana, ben.'],
    [['code', 'one', '--plain', '--rater', 'anna'], 'Did you mean "ana"?'],
    [['code', 'one', '--plain', '--rater', 'ana', '--round', '2'], 'There is no round "2". There are 1.'],
  ])('%j', async (args, message) => {
    const { status, err } = await emic(tinyStudy(), ...args);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  test('a log with an error, until it is mended', async () => {
    const root = tinyStudy();
    const content = await logOf(root, 'ana', [['a1', 'cold', 'The rain']]);
    write(root, log, content.slice(0, -20));
    const { status, err } = await plain(root, ['code cold'], '--rater', 'ana');
    expect(status).toBe(1);
    expect(err).toContain(`${log}:3:`);
    expect(read(root, log)).toBe(content.slice(0, -20));
  });
});

describe('two sessions on one log', () => {
  const lock = 'reports/tiny/.emic/coding/1/one/ana.lock';

  test('the second is refused while the first is there, and says who has it', async () => {
    const root = tinyStudy();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      const { hostname } = await import('node:os');
      const holder = { pid: child.pid, host: hostname(), since: '2026-01-02T10:00:00Z' };
      write(root, lock, JSON.stringify(holder));
      const { status, err } = await plain(root, ['code cold'], '--rater', 'ana');
      expect(status).toBe(1);
      expect(err).toContain(`process ${child.pid} on ${hostname()}, since 2026-01-02T10:00:00Z`);
      expect(existsSync(`${root}/${log}`)).toBe(false);
      expect((await plain(root, ['code cold'], '--rater', 'ben')).status).toBe(0);
      // Of a process that is gone, the lock is taken over and then given back.
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      expect((await plain(root, ['code cold'], '--rater', 'ana')).status).toBe(0);
      expect(existsSync(`${root}/${lock}`)).toBe(false);
    } finally {
      child.kill('SIGKILL');
    }
  });

  test('what another program appends meanwhile is kept, and nothing is written on top of it', async () => {
    const root = tinyStudy();
    const content = await logOf(root, 'ana', []);
    const other = '{"id":"x1","rev":1,"removed":true,"at":"2026-01-02T10:00:00Z"}\n';
    async function* lines() {
      yield 'next turn';
      write(root, log, `${content}${other}`);
      yield 'code cold';
    }
    const said: string[] = [];
    await run(['code', 'one', '--plain', '--rater', 'ana'], {
      ...{ cwd: root, width: 100, color: false, err: () => {}, lines },
      out: (text) => said.push(text),
    });
    expect(read(root, log)).toBe(content + other);
    expect(said.join('\n')).toContain(
      'Not done: another program has changed the log; leave and come back, and go on from there',
    );
    expect(said.join('\n')).not.toContain('Coded');
  });

  test('nor where the transcript was edited meanwhile, or the log in place', async () => {
    for (const edit of [
      (root: string) => {
        const path = 'corpus/tiny/transcripts/one.md';
        write(root, path, read(root, path).replace('rain', 'snow'));
      },
      (root: string) => write(root, log, read(root, log).replace('"ana"', '"ann"')),
    ]) {
      const root = tinyStudy();
      await logOf(root, 'ana', []);
      let before = '';
      async function* lines() {
        yield 'next turn';
        edit(root);
        before = read(root, log);
        yield 'code cold';
      }
      const said: string[] = [];
      await run(['code', 'one', '--plain', '--rater', 'ana'], {
        ...{ cwd: root, width: 100, color: false, err: () => {}, lines },
        out: (text) => said.push(text),
      });
      expect(read(root, log)).toBe(before);
      expect(said.join('\n')).toContain('Not done: another program has changed');
    }
  });
});

test('the command is in the README', () => {
  expect(read(repository, 'README.md')).toContain('`emic code');
});
