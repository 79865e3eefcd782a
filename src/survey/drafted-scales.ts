import { knownScale, type Spellings, spellingsOf } from './level-words.ts';
import { uniqueName } from './unique-name.ts';

/** Scales that several items share, found before the items are drafted. */
export class DraftedScales {
  private readonly scales = new Map<
    string,
    { name: string; levels: string[]; apart: string[]; remark?: string }
  >();
  private readonly numeric: { levels: string[]; columns: ReadonlySet<string> } | undefined;

  private readonly spellings: Spellings;

  /** @param columns the answers that stand in each column, by its name. */
  constructor(columns: readonly (readonly [name: string, texts: readonly string[]])[]) {
    this.numeric = sharedNumbers(columns);
    this.spellings = spellingsOf(columns.flatMap(([, texts]) => (texts.length < 20 ? texts : [])));
  }

  /** The name of the scale that a column's answers are of. */
  find(name: string, texts: readonly string[]): string | undefined {
    const known = knownScale(texts, this.spellings);
    if (known) return this.name(known.levels, known.apart, known.doubtful ? DOUBT : undefined);
    if (!this.numeric?.columns.has(name)) return undefined;
    return this.name(
      this.numeric.levels,
      [],
      'The data hold numbers only: write what they mean, such as "1: Strongly disagree".',
    );
  }

  drafted() {
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
    const name = uniqueName(base, new Set(this.drafted().map((one) => one.name)));
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
 * Three columns or more whose answers are whole numbers of one range, such as 1 to 6, are taken for one scale, and with them
 * columns that reach its upper end and in which nobody chose the lower one. A range has three to eleven numbers, and begins
 * at 0, at 1, or as far below 0 as it ends above.
 */
function sharedNumbers(
  columns: readonly (readonly [name: string, texts: readonly string[]])[],
): { levels: string[]; columns: ReadonlySet<string> } | undefined {
  const whole = columns.flatMap(([name, texts]) => {
    if (texts.length < 3 || texts.length > 11 || !texts.every((text) => /^-?\d{1,2}$/.test(text))) return [];
    const values = texts.map(Number);
    return [{ name, low: Math.min(...values), high: Math.max(...values) }];
  });
  const isRange = ({ low, high }: { low: number; high: number }) =>
    high - low <= 10 && (low === 0 || low === 1 || low === -high);
  const ranges = new Map<string, typeof whole>();
  for (const column of whole.filter(isRange)) {
    const key = `${column.low} ${column.high}`;
    ranges.set(key, [...(ranges.get(key) ?? []), column]);
  }
  const [most = []] = [...ranges.values()].sort((a, b) => b.length - a.length);
  const [first] = most;
  if (!first || most.length < 3) return undefined;
  const { low, high } = first;
  const levels = Array.from({ length: high - low + 1 }, (_, at) => String(low + at));
  const own = whole.filter((column) => column.high === high && column.low >= low);
  return { levels, columns: new Set(own.map(({ name }) => name)) };
}

const DOUBT =
  'Lowest first. There are longer scales with these words: add a level that respondents had and nobody chose.';
