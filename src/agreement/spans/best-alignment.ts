import { linearDuals, type Programs, wholeProgram } from './alignment-program.ts';
import { sweep } from './sweep.ts';
import type { UnitaryAlignments } from './unitary-alignments.ts';

/** A choice of unitary alignments in which every span is once. */
export interface Alignment {
  /** Their numbers, ascending. */
  chosen: Int32Array;
  /** The sum of their disorders, in units of Δ∅. */
  disorder: number;
}

/**
 * The alignment of least disorder, found exactly. A sweep over the spans, in the order in which they begin, finds it where spans overlap
 * few others. Where too many choices stay open, the linear program of the same problem says of each
 * unitary alignment how far it is, at least, from a best one (its reduced cost), and the sweep looks only at
 * choices that come near enough; where even that is too much, an integer program decides.
 *
 * @param programs HiGHS, where it has been loaded; without it the answer is null where a sweep is not enough.
 */
export function bestAlignment(possible: UnitaryAlignments, programs?: Programs): Alignment | null {
  const chosen: number[] = [];
  for (const [from, to] of stretches(possible)) {
    const plain = { cost: possible.disorder, takenOut: possible.takenOut, alone: null };
    const found =
      sweep(possible, from, to, plain, Number.POSITIVE_INFINITY, LITTLE) ??
      (programs ? byPrograms(possible, from, to, programs) : null);
    if (found === null) return null;
    for (const one of found) chosen.push(one);
  }
  let disorder = 0;
  for (const one of chosen) disorder += possible.disorder[one] as number;
  return { chosen: Int32Array.from(chosen).sort(), disorder };
}

/** How much more than the bound of the linear program is looked at, one after the other. */
const slacks = [0.25, 0.5, 1, 2, 4] as const;

/** How many choices a span are looked at: before the linear program is asked, and before the integer program is. */
const LITTLE = 200;
const MUCH = 60_000;

function byPrograms(possible: UnitaryAlignments, from: number, to: number, programs: Programs): number[] {
  const { starts, members, disorder, takenOut, first } = possible;
  const dual = linearDuals(programs, possible, from, to);
  const cost = new Float64Array(disorder.length);
  for (let one = first[from] as number; one < (first[to] as number); one++) {
    let left = disorder[one] as number;
    for (let at = starts[one] as number; at < (starts[one + 1] as number); at++) {
      left -= dual[members[at] as number] as number;
    }
    cost[one] = Math.max(0, left);
  }
  const reduced = {
    cost,
    takenOut: takenOut.map((most, span) => most + (dual[span] as number)),
    alone: dual.map((value) => 1 - value),
  };
  for (const slack of slacks) {
    const found = sweep(possible, from, to, reduced, slack, MUCH);
    if (found === null) break;
    // Whatever costs more than the slack was left out; what is within it, and complete, is the best there is.
    if (found.length > 0) return found;
  }
  return wholeProgram(programs, possible, from, to, cost);
}

/** Ranges of spans that no unitary alignment reaches across. */
function stretches({ spans, first, starts, members }: UnitaryAlignments): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  let last = 0;
  for (let span = 0; span < spans; span++) {
    for (let one = first[span] as number; one < (first[span + 1] as number); one++) {
      last = Math.max(last, members[(starts[one + 1] as number) - 1] as number);
    }
    if (last > span) continue;
    found.push([from, span + 1]);
    from = span + 1;
    last = span + 1;
  }
  return found;
}
