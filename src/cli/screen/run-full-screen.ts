import type { InkLines } from './ink-lines.ts';
import { decodeKeys, type Key } from './key.ts';
import type { StyledLine } from './styled-line.ts';
import { type Terminal, takeTerminal } from './terminal.ts';

/** A full screen as pure functions, and the one thing that acts. */
export interface FullScreen<State, Effect> {
  initial: State;
  /** What a key does, and what has to be carried out before that is shown. */
  step(state: State, key: Key): { state: State; effects: readonly Effect[] };
  /**
   * Carries out effects; no frame shows their state before this has ended.
   *
   * @param before the state that the key came to: to be returned, with a word to the person, where it failed.
   */
  perform(effects: readonly Effect[], after: State, before: State): Promise<Performed<State>>;
  /** The state before, saying that something takes long; shown where it does. */
  waiting?(before: State): State;
  /** Told how many keys were not taken after a failure. */
  dropped?(state: State, count: number): State;
  /** At most `rows` lines, each at most `columns` wide. */
  frame(state: State, columns: number, rows: number): readonly StyledLine[];
  /** Told before the first frame, and whenever the terminal's size changes. */
  resize?(state: State, columns: number, rows: number): State;
  isOver(state: State): boolean;
}

/** What is shown when effects have been carried out, or could not be. */
export interface Performed<State> {
  state: State;
  /**
   * It could not be carried out, which nobody has seen yet: keys that were typed until it is shown were meant for what
   * they would have found else, and are not taken.
   */
  failed?: boolean;
}

export interface Ended<State> {
  state: State;
  /**
   * How it came to an end: by a key, by a signal, or because the terminal went away. But for a key, signals are held
   * back from then on, so that what is left can be done: the caller takes their listeners off when it ends.
   */
  by: 'key' | 'SIGTERM' | 'SIGHUP' | 'SIGINT' | 'end of input';
}

/** After so many milliseconds the screen says that it waits. */
const LONG = 300;

/** How long an escape may be the beginning of a sequence. */
const ESCAPE_WAIT = 25;

/**
 * Runs a full screen until it is over. Keys are taken one after the other; those that came while something was
 * carried out are taken before the next frame, so that fast repeat never lags behind; where it failed they are dropped.
 *
 * @throws what `step`, `perform` or `frame` throws, with the terminal given back.
 */
export async function runFullScreen<State, Effect>(
  screen: FullScreen<State, Effect>,
  terminal: Terminal,
): Promise<Ended<State>> {
  const { stdin, stdout } = terminal;
  const taken = takeTerminal(terminal);
  let shown: InkLines | undefined;
  const events = listen(terminal);
  // The last row stays free: a terminal that fills it scrolls.
  const size = () => ({ columns: stdout.columns || 80, rows: Math.max(1, (stdout.rows || 24) - 1) });
  const resized = (state: State): State => screen.resize?.(state, size().columns, size().rows) ?? state;
  try {
    let state = resized(screen.initial);
    const show = (one: State): void => {
      const { columns, rows } = size();
      shown?.show(screen.frame(one, columns, rows).slice(0, rows));
    };
    const perform = async (effects: readonly Effect[], after: State): Promise<Performed<State>> => {
      const before = state;
      const sayWaiting = () => screen.waiting && show(resized(screen.waiting(before)));
      const timer = setTimeout(sayWaiting, LONG);
      try {
        return await screen.perform(effects, after, before);
      } finally {
        clearTimeout(timer);
      }
    };
    shown = await openInk(terminal);
    show(state);
    for (;;) {
      let hasFailed = false;
      let dropped = 0;
      for (const event of await events.next()) {
        if (event.kind === 'end') return { state, by: event.by };
        if (event.kind === 'stop') {
          taken.giveBack();
          events.stop();
        }
        if (event.kind === 'stop' || event.kind === 'continue') taken.takeAgain();
        if (event.kind !== 'key') {
          shown.restart();
          state = resized(state);
          continue;
        }
        if (hasFailed) {
          dropped += 1;
          continue;
        }
        const { state: after, effects } = screen.step(state, event.key);
        if (effects.length === 0) state = after;
        else ({ state, failed: hasFailed = false } = await perform(effects, after));
        if (screen.isOver(state)) return { state, by: 'key' };
      }
      if (hasFailed) dropped += await events.dropKeys();
      if (dropped > 0) state = screen.dropped?.(state, dropped) ?? state;
      if (!events.isWaiting()) show(state);
    }
  } finally {
    shown?.end();
    events.end();
    taken.giveBack();
    stdin.pause();
  }
}

/** Ink and React are loaded when a screen is opened, and by nothing else. */
async function openInk(terminal: Terminal): Promise<InkLines> {
  // Where these are set, ink holds every frame back until the end; whoever types here is no build server.
  for (const name of ['CI', 'CONTINUOUS_INTEGRATION']) if (process.env[name]) process.env[name] = 'false';
  return (await import('./ink-lines.ts')).inkLines(terminal);
}

type Event =
  | { kind: 'key'; key: Key }
  | { kind: 'resize' }
  /** To be put into the background, by ctrl-z or a signal. */
  | { kind: 'stop' }
  /** In the foreground again, after a stop that nobody was told of. */
  | { kind: 'continue' }
  | { kind: 'end'; by: Exclude<Ended<unknown>['by'], 'key'> };

/** Windows has no jobs that stop. */
const CAN_STOP = process.platform !== 'win32';
const isStop = (key: Key): boolean => CAN_STOP && key === 'ctrl-z';

/** What happens at a terminal, in its order. */
function listen({ stdin, stdout }: Terminal): {
  /** All that has happened since; waits until something has. */
  next(): Promise<Event[]>;
  isWaiting(): boolean;
  /** Takes away the keys that have come by now; how many they were. */
  dropKeys(): Promise<number>;
  /** Stops this process and those that were started with it, as a terminal does; comes back when they go on. */
  stop(): void;
  end(): void;
} {
  let waiting: Event[] = [];
  let wake: (() => void) | undefined;
  let rest = '';
  let timer: NodeJS.Timeout | undefined;
  let ended: Exclude<Ended<unknown>['by'], 'key'> | undefined;
  const happen = (...events: Event[]): void => {
    waiting.push(...events);
    if (waiting.length > 0) wake?.();
  };
  const take = (input: string, isLast: boolean): void => {
    clearTimeout(timer);
    const decoded = decodeKeys(rest + input, isLast);
    rest = decoded.rest;
    // The end of a paste may be long in coming.
    if (rest !== '' && !rest.startsWith('\u001b[200')) timer = setTimeout(take, ESCAPE_WAIT, '', true);
    happen(...decoded.keys.map((key): Event => (isStop(key) ? { kind: 'stop' } : { kind: 'key', key })));
  };
  const onData = (data: string | Buffer): void => take(data.toString(), false);
  const onResize = (): void => happen({ kind: 'resize' });
  const endBy = (by: Exclude<Ended<unknown>['by'], 'key'>) => (): void => {
    ended ??= by;
    happen({ kind: 'end', by: ended });
  };
  const onEnd = endBy('end of input');
  const onStop = (): void => happen({ kind: 'stop' });
  const onContinue = (): void => happen({ kind: 'continue' });
  const signals = (['SIGTERM', 'SIGHUP', 'SIGINT'] as const).map((by) => [by, endBy(by)] as const);
  stdin.setEncoding('utf8');
  stdin.on('data', onData).on('end', onEnd).on('error', onEnd);
  stdout.on('resize', onResize).on('error', onEnd);
  for (const [signal, on] of signals) process.on(signal, on);
  if (CAN_STOP) process.on('SIGTSTP', onStop).on('SIGCONT', onContinue);
  return {
    next: async () => {
      if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const events = waiting;
      waiting = [];
      return events;
    },
    isWaiting: () => waiting.length > 0,
    dropKeys: async () => {
      // What lies at the terminal is read first.
      await new Promise((resolve) => setImmediate(resolve));
      const others = waiting.filter(({ kind }) => kind !== 'key');
      const count = waiting.length - others.length;
      waiting = others;
      return count;
    },
    stop: () => {
      process.off('SIGTSTP', onStop).off('SIGCONT', onContinue);
      process.kill(0, 'SIGTSTP');
      process.on('SIGTSTP', onStop).on('SIGCONT', onContinue);
    },
    end: () => {
      clearTimeout(timer);
      stdin.off('data', onData).off('end', onEnd).off('error', onEnd);
      stdout.off('resize', onResize).off('error', onEnd);
      process.off('SIGTSTP', onStop).off('SIGCONT', onContinue);
      // Of a terminal that is gone, giving it back fails too; that is no reason to leave things undone.
      for (const stream of [stdin, stdout]) stream.on('error', () => {});
      // A shell that goes away may send a signal twice: the second must not come between what is left to do.
      if (ended === undefined) for (const [signal, on] of signals) process.off(signal, on);
    },
  };
}
