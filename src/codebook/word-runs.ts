/** Words that follow each other and were kept, removed or added; parted by single spaces. */
export interface WordRun {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Above this many pairs of words, the whole stretch between the common ends counts as replaced. */
const mostPairs = 1_000_000;

/**
 * The difference of two texts word by word, along a longest common subsequence of words (Wagner and Fischer
 * 1974); words removed stand before words added. The same and removed words are the text before, the same and
 * added words the text after, white space aside.
 */
export function wordRuns(before: string, after: string): WordRun[] {
  const [old, now] = [split(before), split(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  ) {
    end += 1;
  }
  const runs: WordRun[] = [];
  for (const word of old.slice(0, start)) push(runs, 'same', word);
  middle(runs, old.slice(start, old.length - end), now.slice(start, now.length - end));
  for (const word of end === 0 ? [] : old.slice(-end)) push(runs, 'same', word);
  return runs;
}

const split = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

function middle(runs: WordRun[], old: readonly string[], now: readonly string[]): void {
  const width = now.length + 1;
  const exact = old.length * now.length <= mostPairs;
  const common = new Uint32Array(exact ? (old.length + 1) * width : 0);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  if (exact) {
    for (let i = old.length - 1; i >= 0; i -= 1) {
      for (let j = now.length - 1; j >= 0; j -= 1) {
        common[i * width + j] =
          old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [left, right] = [old[i], now[j]];
    if (exact && left !== undefined && left === right) {
      push(runs, 'same', left);
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || !exact || at(i + 1, j) >= at(i, j + 1))) {
      push(runs, 'removed', left);
      i += 1;
    } else if (right !== undefined) {
      push(runs, 'added', right);
      j += 1;
    }
  }
}

function push(runs: WordRun[], kind: WordRun['kind'], word: string): void {
  const last = runs.at(-1);
  if (last?.kind === kind) last.text += ` ${word}`;
  else runs.push({ kind, text: word });
}
