import type { UnitaryAlignments } from './unitary-alignments.ts';

/** What choices cost in a sweep: their disorder, or their reduced cost. */
export interface Costs {
  cost: Float64Array;
  /** Of each span, what it can cost at most to take it out of an alignment. */
  takenOut: Float64Array;
  /** Of each span, what it costs alone; 1 each where null. */
  alone: Float64Array | null;
}

/** Which spans ahead are covered is kept in words of 26 bits, two of which make a whole number. */
const WORD = 26;

/**
 * Goes through the spans of a stretch in the order in which they begin, and keeps at each of them every way of having covered
 * all spans before it with its least cost, by which of the spans ahead it has covered already. Ways that
 * cannot be the best, whatever comes, are dropped (`keepUsable`), as are those that cost more than the limit.
 *
 * @param effort how many choices are looked at, in the mean, a span.
 * @returns the unitary alignments of the cheapest whole way; none if all cost more than the limit; null where
 *   there is too much to look at.
 */
export function sweep(
  possible: UnitaryAlignments,
  from: number,
  to: number,
  costs: Costs,
  limit: number,
  effort: number,
): number[] | null {
  const { first, starts, members } = possible;
  const ahead: (Ways | undefined)[] = [];
  const parents: number[] = [];
  const bys: number[] = [];
  const words = Math.ceil((reachOf(possible, from, to, costs.cost, limit) + 1) / WORD);
  const own = new Int32Array(words);
  const next = new Int32Array(words);
  let work = effort * (to - from + 10);
  put(waysAt(ahead, 0), next, 0, -1, -1);
  for (let span = from; span < to; span++) {
    const all = ahead[span - from];
    ahead[span - from] = undefined;
    if (!all) continue;
    work -= all.cost.length;
    if (work < 0) return null;
    const kept = keepUsable(all, costs, span, words);
    const offset = parents.length;
    for (const way of kept) {
      parents.push(all.parent[way] as number);
      bys.push(all.by[way] as number);
    }
    for (let one = first[span] as number; one < (first[span + 1] as number); one++) {
      const price = costs.cost[one] as number;
      if (price > limit) continue;
      own.fill(0);
      for (let at = starts[one] as number; at < (starts[one + 1] as number); at++) {
        const bit = (members[at] as number) - span;
        const word = Math.floor(bit / WORD);
        own[word] = (own[word] as number) | (1 << (bit % WORD));
      }
      work -= kept.length;
      if (work < 0) return null;
      for (let place = 0; place < kept.length; place++) {
        const way = kept[place] as number;
        const cost = (all.cost[way] as number) + price;
        // Ways come in the order of their cost.
        if (cost > limit) break;
        if (overlap(all.covered, way * words, own)) continue;
        for (let word = 0; word < words; word++) {
          next[word] = (all.covered[way * words + word] as number) | (own[word] as number);
        }
        put(waysAt(ahead, span - from + toNextOpen(next)), next, cost, offset + place, one);
      }
    }
  }
  const whole = ahead[to - from];
  if (!whole) return [];
  const chosen = [whole.by[0] as number];
  for (let way = whole.parent[0] as number; way > 0; way = parents[way] as number)
    chosen.push(bys[way] as number);
  return chosen;
}

/** How many spans ahead of their first one the unitary alignments within a limit reach. */
function reachOf(
  { first, starts, members }: UnitaryAlignments,
  from: number,
  to: number,
  cost: Float64Array,
  limit: number,
): number {
  let reach = 0;
  for (let span = from; span < to; span++) {
    for (let one = first[span] as number; one < (first[span + 1] as number); one++) {
      if ((cost[one] as number) > limit) continue;
      reach = Math.max(reach, (members[(starts[one + 1] as number) - 1] as number) - span);
    }
  }
  return reach;
}

/** The ways to have covered all spans before one that is open. */
interface Ways {
  /** Which of the spans ahead are covered, the open one, the first bit, never is. */
  covered: number[];
  cost: number[];
  /** The number of the way that it goes on from, among all that were kept, and the unitary alignment it adds. */
  parent: number[];
  by: number[];
  /** The last way put in by its first two words, and the one before that has the same two. */
  at: Map<number, number>;
  before: number[];
}

function waysAt(ahead: (Ways | undefined)[], place: number): Ways {
  ahead[place] ??= { covered: [], cost: [], parent: [], by: [], at: new Map(), before: [] };
  return ahead[place];
}

function put(ways: Ways, covered: Int32Array, cost: number, parent: number, by: number): void {
  const key = (covered[1] ?? 0) * 2 ** WORD + (covered[0] as number);
  const last = ways.at.get(key) ?? -1;
  let known = last;
  while (known >= 0 && !equal(ways.covered, known * covered.length, covered))
    known = ways.before[known] as number;
  if (known < 0) {
    ways.at.set(key, ways.cost.length);
    ways.before.push(last);
    for (const word of covered) ways.covered.push(word);
    ways.cost.push(cost);
    ways.parent.push(parent);
    ways.by.push(by);
  } else if (cost < (ways.cost[known] as number)) {
    ways.cost[known] = cost;
    ways.parent[known] = parent;
    ways.by[known] = by;
  }
}

function equal(all: readonly number[], at: number, words: Int32Array): boolean {
  for (let word = 2; word < words.length; word++) if (all[at + word] !== words[word]) return false;
  return true;
}

function overlap(all: readonly number[], at: number, words: Int32Array): boolean {
  for (let word = 0; word < words.length; word++) {
    if (((all[at + word] as number) & (words[word] as number)) !== 0) return true;
  }
  return false;
}

/** Shifts covered spans out, up to the next open one, and says how many they were. */
function toNextOpen(words: Int32Array): number {
  let moved = 0;
  while ((words[0] as number) & 1) {
    for (let word = 0; word < words.length; word++) {
      const above = word + 1 < words.length ? (words[word + 1] as number) & 1 : 0;
      words[word] = ((words[word] as number) >>> 1) | (above << (WORD - 1));
    }
    moved++;
  }
  return moved;
}

/** How many of the best ways each other one is held against. */
const HELD_AGAINST = 6;

/**
 * The ways, cheapest first, without those for which a cheaper one does as well whatever the rest of them is: spans
 * that only the cheaper one has covered are taken out of their alignments in that rest, and spans that only the
 * other has covered stand alone.
 */
function keepUsable(ways: Ways, { takenOut, alone }: Costs, span: number, words: number): number[] {
  const order = [...ways.cost.keys()].sort((a, b) => (ways.cost[a] as number) - (ways.cost[b] as number));
  const best = order.slice(0, HELD_AGAINST);
  return order.filter((way, rank) => {
    for (let place = 0; place < best.length && place < rank; place++) {
      const better = best[place] as number;
      const excess = (ways.cost[way] as number) - (ways.cost[better] as number);
      let price = 0;
      for (let word = 0; word < words && price <= excess; word++) {
        const own = ways.covered[way * words + word] as number;
        const other = ways.covered[better * words + word] as number;
        price +=
          sumOf(own & ~other, alone, span + word * WORD) + sumOf(other & ~own, takenOut, span + word * WORD);
      }
      if (price <= excess) return false;
    }
    return true;
  });
}

/** The sum of the values of the spans in a word; how many they are where there are no values. */
function sumOf(word: number, values: Float64Array | null, from: number): number {
  let left = word;
  let sum = 0;
  while (left !== 0) {
    sum += values === null ? 1 : (values[from + 31 - Math.clz32(left & -left)] as number);
    left &= left - 1;
  }
  return sum;
}
