import { resolve } from 'node:path';
import { readWeights } from '../agreement/read-weights.ts';
import { type WeightName, type Weights, weightNames } from '../agreement/weights.ts';
import { readTextFile } from '../file/read-text.ts';
import { quote } from '../problem/problem.ts';
import { nearest } from '../text/nearest.ts';
import { type Io, UsageError } from './io.ts';
import { printProblems } from './problems.ts';

/** A named weight as it is; anything else is undefined. */
export const namedWeights = (given: string | undefined): WeightName | undefined =>
  weightNames.find((name) => name === given);

/** What `--weights` asks for, and the categories of a matrix in their order. */
export interface AskedWeights {
  weights: Weights | undefined;
  categories?: string[];
}

/** A name, or a CSV file with a matrix; undefined, and told, where that file has errors. */
export async function weightsOf(io: Io, given: string | undefined): Promise<AskedWeights | undefined> {
  const named = namedWeights(given);
  if (given === undefined || named) return { weights: named };
  if (!/\.csv$/i.test(given)) throw unknownWeights(given);
  const file = await readTextFile(resolve(io.cwd, given), given);
  const own = file.value === undefined ? undefined : readWeights(file);
  printProblems(io, [file]);
  return own && { weights: own.matrix, categories: own.categories };
}

export function unknownWeights(given: string): UsageError {
  const meant = nearest(given, weightNames);
  return new UsageError(
    `There are no weights ${quote(given)}.${meant === undefined ? '' : ` Did you mean ${quote(meant)}?`} There are ${weightNames.join(', ')}; or name a CSV file with a matrix.`,
  );
}
