import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type FullScreen, runFullScreen } from '../../../src/cli/screen/run-full-screen.ts';
import type { Terminal } from '../../../src/cli/screen/terminal.ts';

/** A terminal of 40 by 10 that remembers what happened at it, in order. */
function terminalWith(happened: string[]) {
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (on: boolean) => happened.push(`raw ${on}`),
    ref: () => {},
    unref: () => {},
  });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 40, rows: 10 });
  stdout.on('data', (data) => happened.push(String(data)));
  return { terminal: { stdin, stdout, color: false } as unknown as Terminal, stdin, stdout };
}

/** Counts what is typed; every digit has to be carried out first, 9 takes long, `x` cannot be, `!` is a mistake. */
function counter(happened: string[]): FullScreen<string, string> {
  return {
    initial: '',
    step: (typed, key) => {
      if (key === '!') throw new Error('a mistake');
      const name = typeof key === 'string' ? key : `pasted ${key.paste}`;
      return { state: typed + name, effects: /[\dx]/.test(name) ? [name] : [] };
    },
    perform: async ([effect = ''], after, before) => {
      await setTimeout({ 9: 450, x: 100 }[effect] ?? 20);
      happened.push(`done ${effect}`);
      return effect === 'x' ? { state: `${before}?`, failed: true } : { state: after };
    },
    waiting: (before) => `${before} waits`,
    dropped: (typed, count) => `${typed} without ${count}`,
    frame: (typed, columns, rows) => [[{ text: `typed <${typed}> ${columns}x${rows}` }]],
    isOver: (typed) => typed.endsWith('q'),
  };
}

const frames = (happened: readonly string[]) =>
  happened.flatMap(
    (one) => /^done \w+$/.exec(one)?.[0] ?? [...one.matchAll(/typed <(.*?)>/g)].map(([, text]) => text),
  );

/** Types one after the other, each once what the last one does is on the screen. */
async function type(keys: readonly string[]) {
  const happened: string[] = [];
  const { terminal, stdin, stdout } = terminalWith(happened);
  const ended = runFullScreen(counter(happened), terminal);
  const over = ended.then(
    () => {},
    () => {},
  );
  // The first screen of a process loads ink.
  while (!happened.some((one) => one.includes('typed'))) await setTimeout(10);
  for (const key of keys) {
    const before = happened.length;
    stdin.write(key);
    const drawn = async () => {
      while (!happened.slice(before).some((one) => one.includes('typed'))) await setTimeout(10);
    };
    await Promise.race([drawn(), over, setTimeout(3000)]);
  }
  return { ended, happened, stdin, stdout };
}

describe('a full screen', () => {
  test('shows nothing before it is carried out', async () => {
    const { ended, happened } = await type(['a', '1', 'b', 'q']);
    expect(await ended).toEqual({ state: 'a1bq', by: 'key' });
    expect(frames(happened).slice(0, 5)).toEqual(['', 'a', 'done 1', 'a1', 'a1b']);
  });

  test('takes keys that come while something is carried out in their order, and draws once', async () => {
    const { ended, happened } = await type(['1', 'q']);
    await ended;
    expect(frames(happened)).toContain('1');
    const fast = await type(['1abc', 'q']);
    await fast.ended;
    expect(frames(fast.happened).filter((one) => one !== '1abcq')).toEqual(['', 'done 1', '1abc']);
  });

  test('shows what was there before where it could not be carried out', async () => {
    const { ended, happened } = await type(['a', 'x', 'b', 'q']);
    await ended;
    expect(frames(happened)).toContain('a?b');
  });

  test('takes no key that was typed before a failure is shown, and says so', async () => {
    const { ended, happened } = await type(['axbc1', 'd', 'q']);
    expect((await ended).state).toBe('a? without 3dq');
    expect(frames(happened).slice(0, 4)).toEqual(['', 'done x', 'a? without 3', 'a? without 3d']);
  });

  test('neither while it is being carried out', async () => {
    const { ended, happened, stdin } = await type(['a']);
    stdin.write('x');
    await setTimeout(10);
    stdin.write('bq');
    while (!frames(happened).includes('a? without 2')) await setTimeout(10);
    stdin.write('q');
    expect((await ended).state).toBe('a? without 2q');
  });

  test('says that it waits where something takes long, and shows nothing of it before it is done', async () => {
    const { ended, happened, stdin } = await type(['a']);
    stdin.write('9');
    while (!frames(happened).includes('a9')) await setTimeout(10);
    stdin.write('q');
    await ended;
    expect(frames(happened).slice(0, 5)).toEqual(['', 'a', 'a waits', 'done 9', 'a9']);
  });

  test('leaves a row free, and keeps to the size of the terminal when it changes', async () => {
    const { ended, happened, stdin, stdout } = await type(['a']);
    await setTimeout(90);
    Object.assign(stdout, { columns: 60, rows: 20 });
    stdout.emit('resize');
    await setTimeout(90);
    stdin.write('q');
    await ended;
    expect(happened.join('')).toContain('typed <> 40x9');
    expect(happened.join('')).toContain('typed <a> 60x19');
  });

  test.each([
    ['by a key', 'q'],
    ['by a mistake', '!'],
  ])('gives the terminal back when it ends %s', async (_, key) => {
    const { ended, happened } = await type([key]);
    await ended.catch((error) => expect(error.message).toBe('a mistake'));
    expect(happened[0]).toBe('raw true');
    expect(happened[1]).toContain('\u001b[?1049h');
    expect(happened.filter((one) => one.startsWith('raw'))).toEqual(['raw true', 'raw false']);
    expect(happened.at(-1)).toContain('\u001b[?1049l');
  });

  test('ends when the terminal goes away', async () => {
    const { ended, stdin } = await type(['a']);
    await setTimeout(50);
    stdin.end();
    expect(await ended).toEqual({ state: 'a', by: 'end of input' });
  });
});
