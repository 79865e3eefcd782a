import pc from 'picocolors';
import type { Difference } from '../../codebook/diff.ts';
import type { TextChange } from '../../codebook/text-changes.ts';
import { type WordRun, wordRuns } from '../../codebook/word-runs.ts';
import { safe } from '../../render/safe-text.ts';
import { textWidth } from '../../render/text-width.ts';
import { wrap } from '../../render/wrap.ts';
import { changeInWords } from './codebook-change.ts';

export interface TerminalSize {
  width: number;
  color: boolean;
}

/** One difference for the terminal: what changed, the reason or that there is none, and the words. */
export function differenceToTerminal(
  { change, reason, texts }: Difference,
  { width, color }: TerminalSize,
): string[] {
  const colors = pc.createColors(color);
  const { verb, what } = changeInWords(change);
  const indent = '  ';
  const room = Math.max(20, width - indent.length);
  const [head = '', ...more] = wrap(safe(`${verb} ${what}`), room);
  const why = reason === null ? [colors.yellow('undeclared: no reason is given')] : wrap(safe(reason), room);
  return [
    colors.bold(head),
    ...more.map((line) => indent + colors.bold(line)),
    ...why.map((line) => indent + line),
    ...texts.flatMap((text) => textToTerminal(text, room, color)).map((line) => indent + line),
  ];
}

function textToTerminal(change: TextChange, width: number, color: boolean): string[] {
  const label = `${change.part}: `;
  const room = width - label.length;
  const lines = changedEntries(change).flatMap((words) => wrap(runsToText(words, color, room), room));
  return lines.map((line, index) => (index === 0 ? label : ' '.repeat(label.length)) + line);
}

/** The entries of a list that changed; those that stay the same are left out. A definition is one entry. */
function changedEntries({ part, before, after, words }: TextChange): WordRun[][] {
  if (part === 'title' || part === 'definition') return [words];
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const removed = old.filter((entry) => !now.includes(entry));
  const added = now.filter((entry) => !old.includes(entry));
  // Only their order or number differs.
  if (removed.length + added.length === 0) return [words];
  if (removed.length === added.length)
    return removed.map((entry, index) => wordRuns(entry, added[index] ?? ''));
  return [
    ...removed.map((text): WordRun[] => [{ kind: 'removed', text }]),
    ...added.map((text): WordRun[] => [{ kind: 'added', text }]),
  ];
}

const entriesOf = (text: string | null): string[] => (text === null ? [] : text.split('\n'));

/** Words removed and added: in colour, or between `[-` and `-]`, `{+` and `+}` without. */
export function runsToText(
  runs: readonly WordRun[],
  color: boolean,
  width = Number.POSITIVE_INFINITY,
): string {
  const colors = pc.createColors(color);
  const paint = {
    same: (word: string) => word,
    removed: (word: string) => colors.red(colors.strikethrough(word)),
    added: (word: string) => colors.green(colors.underline(word)),
  };
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return runs
    .map(({ kind, text }) => {
      const clean = safe(text);
      const [open, close] = marks[kind];
      if (!color) return `${open}${clean}${close}`;
      // Each word is painted by itself, so that lines can be broken between them.
      return clean
        .split(' ')
        .flatMap((word) => (textWidth(word) > width ? wrap(word, width) : [word]))
        .map(paint[kind])
        .join(' ');
    })
    .join(' ');
}
