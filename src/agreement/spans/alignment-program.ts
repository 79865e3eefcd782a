import type { Highs } from 'highs';
import type { UnitaryAlignments } from './unitary-alignments.ts';

/** HiGHS (Huangfu and Hall 2018), which solves linear and integer programs. */
export type Programs = Highs;

/** Loads HiGHS, which takes a moment. */
export async function loadPrograms(): Promise<Programs> {
  // Its types are those of its CommonJS build; the default of its ES module is the loader itself.
  const { default: load } = (await import('highs')) as unknown as { default: () => Promise<Programs> };
  return load();
}

/**
 * Of each span of a stretch its dual value in the linear program: least disorder with every span covered once, where
 * unitary alignments may be chosen in part. The sum of the values is a lower bound of the disorder.
 */
export function linearDuals(
  programs: Programs,
  possible: UnitaryAlignments,
  from: number,
  to: number,
): Float64Array {
  const { first } = possible;
  const all = range(first[from] as number, first[to] as number);
  const { rowDual } = solve(programs, possible, from, to, all, false);
  const duals = new Float64Array(possible.spans);
  duals.set(rowDual, from);
  return duals;
}

/** How far from the linear program's bound the first integer program looks. */
const NEAR = 0.05;
/** What the arithmetic of HiGHS may be off by. */
const TOLERANCE = 1e-7;

/**
 * The best choice by integer programming. It looks first at unitary alignments of small reduced cost; what it
 * finds bounds the disorder from above, so that none of greater reduced cost than that bound leaves can be in a best choice.
 *
 * @param reduced the reduced cost of each unitary alignment.
 */
export function wholeProgram(
  programs: Programs,
  possible: UnitaryAlignments,
  from: number,
  to: number,
  reduced: Float64Array,
): number[] {
  const { first, starts } = possible;
  const all = range(first[from] as number, first[to] as number);
  const within = (limit: number): Int32Array =>
    all.filter(
      (one) =>
        (reduced[one] as number) <= limit || (starts[one + 1] as number) - (starts[one] as number) === 1,
    );
  const choose = (limit: number): number[] => {
    const among = within(limit);
    const { colValue } = solve(programs, possible, from, to, among, true);
    return [...among].filter((_, place) => (colValue[place] as number) > 0.5);
  };
  const near = choose(NEAR);
  let gap = 0;
  for (const one of near) gap += reduced[one] as number;
  return gap <= NEAR ? near : choose(gap + TOLERANCE);
}

function solve(
  programs: Programs,
  { starts, members, disorder }: UnitaryAlignments,
  from: number,
  to: number,
  among: Int32Array,
  whole: boolean,
): { colValue: Float64Array; rowDual: Float64Array } {
  const numCols = among.length;
  const numRows = to - from;
  const columns = new Int32Array(numCols + 1);
  for (let place = 0; place < numCols; place++) {
    const one = among[place] as number;
    columns[place + 1] = (columns[place] as number) + (starts[one + 1] as number) - (starts[one] as number);
  }
  const indices = new Int32Array(columns[numCols] as number);
  for (let place = 0, at = 0; place < numCols; place++) {
    const one = among[place] as number;
    for (let member = starts[one] as number; member < (starts[one + 1] as number); member++, at++) {
      indices[at] = (members[member] as number) - from;
    }
  }
  const ones = new Float64Array(numRows).fill(1);
  return programs.withModel(
    {
      numCols,
      numRows,
      colCost: Float64Array.from(among, (one) => disorder[one] as number),
      colLower: new Float64Array(numCols),
      // Rows bound them; bounds of their own would take part in the duals.
      colUpper: new Float64Array(numCols).fill(programs.infinity),
      rowLower: ones,
      rowUpper: ones,
      ...(whole && { integrality: Array(numCols).fill(programs.constants.variableType.integer) }),
      matrix: {
        format: 'csc',
        numCols,
        numRows,
        starts: columns,
        indices,
        values: new Float64Array(indices.length).fill(1),
      },
    },
    (model) => {
      // Presolving takes longer here than solving.
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: 1e-9,
        ...(!whole && { presolve: 'off' }),
      });
      model.run();
      if (model.getModelStatus() !== programs.constants.modelStatus.optimal) {
        throw new Error(`HiGHS found no best alignment: status ${model.getModelStatus()}`);
      }
      return model.getSolution();
    },
  );
}

const range = (from: number, to: number): Int32Array =>
  Int32Array.from({ length: to - from }, (_, at) => from + at);
