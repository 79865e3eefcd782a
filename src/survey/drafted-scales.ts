import { knownScale } from './level-words.ts';
import type { ResponseColumn, TextsColumn } from './responses.ts';
import { uniqueName } from './unique-name.ts';

/** Scales that several items share, found before the items are drafted. */
export class DraftedScales {
  private readonly scales = new Map<
    string,
    { name: string; levels: string[]; apart: string[]; remark?: string }
  >();
  private readonly numeric: { levels: string[]; columns: ReadonlySet<string> } | undefined;

  constructor(columns: readonly ResponseColumn[]) {
    this.numeric = sharedNumbers(columns);
  }

  /** The name of the scale that a column's answers are of. */
  find(column: TextsColumn): string | undefined {
    const texts = column.texts.filter((text) => text !== '');
    const known = knownScale(texts);
    if (known) return this.name(known.levels, known.apart, known.doubtful ? DOUBT : undefined);
    if (!this.numeric?.columns.has(column.name)) return undefined;
    return this.name(
      this.numeric.levels,
      [],
      'The data hold numbers only: write what they mean, such as "1: Strongly disagree".',
    );
  }

  named() {
    return [...this.scales.values()];
  }

  private name(levels: readonly string[], apart: readonly string[], remark?: string): string {
    const key = JSON.stringify([levels, apart]);
    const before = this.scales.get(key);
    if (before) return before.name;
    const first = levels[0] ?? '';
    const last = levels.at(-1) ?? '';
    const base = `${first}-to-${last}`
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-');
    const name = uniqueName(base, new Set(this.named().map((one) => one.name)));
    this.scales.set(key, {
      name,
      levels: [...levels],
      apart: [...apart],
      ...(remark !== undefined && { remark }),
    });
    return name;
  }
}

/**
 * Three columns or more whose answers are whole numbers of one range, such as 1 to 6, are taken for one scale; a range has
 * three to eleven numbers, and begins at 0, 1 or below 0 as far as it ends above.
 */
function sharedNumbers(
  columns: readonly ResponseColumn[],
): { levels: string[]; columns: ReadonlySet<string> } | undefined {
  const ranges = new Map<string, { low: number; high: number; names: string[] }>();
  for (const column of columns) {
    if (column.kind !== 'texts') continue;
    const texts = column.texts.filter((text) => text !== '' && text !== 'NA');
    if (texts.length < 3 || texts.length > 11 || !texts.every((text) => /^-?\d{1,2}$/.test(text))) continue;
    const values = texts.map(Number);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    if (high - low > 10 || !(low === 0 || low === 1 || low === -high)) continue;
    const key = `${low} ${high}`;
    const range = ranges.get(key) ?? { low, high, names: [] };
    range.names.push(column.name);
    ranges.set(key, range);
  }
  const [most] = [...ranges.values()].sort((a, b) => b.names.length - a.names.length);
  if (!most || most.names.length < 3) return undefined;
  const levels = Array.from({ length: most.high - most.low + 1 }, (_, at) => String(most.low + at));
  return { levels, columns: new Set(most.names) };
}

const DOUBT =
  'Lowest first. There are longer scales with these words: add a level that respondents had and nobody chose.';
