import { none, type Value, type Values } from '../exhibit/value.ts';

/** Something that has a place among others by its size; null where it has none. */
interface Sized {
  name: string;
  size: number | null;
}

/**
 * `ranks` from 1 for the greatest, equal sizes sharing the better rank; `first.k` names the k greatest as a set, in the
 * order in which they come, and is undefined where a tie leaves open which they are. What has no size is in neither.
 */
export function orderValues(all: readonly Sized[]): [string, Values][] {
  const rankOf = ({ size }: Sized): number | null =>
    size === null ? null : 1 + all.filter((other) => other.size !== null && other.size > size).length;
  const ranked = all.map((one) => ({ name: one.name, rank: rankOf(one) }));
  const firsts = all.map((_, at): [string, Value] => {
    const chosen = ranked.filter(({ rank }) => rank !== null && rank <= at + 1);
    const names = chosen.map(({ name }) => name).join('; ');
    return [String(at + 1), chosen.length === at + 1 ? names : none('undefined')];
  });
  return [
    ['ranks', new Map(ranked.map(({ name, rank }) => [name, rank ?? none('undefined')]))],
    ['first', new Map(firsts)],
  ];
}
