import { quote } from '../problem/problem.ts';
import { safe } from '../render/safe-text.ts';
import { unusableName } from '../study/unusable-name.ts';
import { UsageError } from './io.ts';

/**
 * A name that was typed and that files are called by.
 *
 * @throws a UsageError that says why it cannot be one.
 */
export function nameOfFile(what: 'rater' | 'round', name: string): string {
  const reason = unusableName(name);
  if (reason === undefined) return name;
  throw new UsageError(
    safe(`${quote(name)} cannot be a ${what}’s name: it ${reason}, and files are called by it.`),
  );
}
