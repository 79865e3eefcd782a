import type { Values } from '../exhibit/value.ts';
import type { Result } from './result.ts';
import { valuesOf } from './values.ts';

const computed = new WeakMap<Result, Values>();

/** The values of a named result, named once however often they are looked up; undefined without such a result. */
export function valuesByName(results: ReadonlyMap<string, Result>, name: string): Values | undefined {
  const result = results.get(name);
  if (!result) return undefined;
  const values = computed.get(result) ?? valuesOf(result);
  computed.set(result, values);
  return values;
}
