import type { Missing } from './table.ts';

/** A single value of a named result. */
export type Value = number | string | { none: Missing };

/** The values of a named result by name; groups nest. Maps, so that no name is special. */
export type Values = ReadonlyMap<string, Value | Values>;

export const isValues = (value: Value | Values): value is Values => value instanceof Map;

export const isNone = (value: Value): value is { none: Missing } => typeof value === 'object';

/** Where slots, inline values and published targets find what they name. */
export type FindValues = (result: string) => Values | undefined;

export type Lookup =
  | { ok: true; value: Value | Values }
  | { ok: false; reason: string; found: string; expected: string[] };

/**
 * Follows a path such as `statement-3.partially-disagree.participants`: a result's name, then names
 * within it. There is no other syntax.
 */
export function lookup(path: string, names: readonly string[], find: FindValues): Lookup {
  const [name = '', ...steps] = path.split('.');
  let here: Value | Values | undefined = find(name);
  if (here === undefined) {
    return { ok: false, reason: `there is no result named "${name}"`, found: name, expected: [...names] };
  }
  let so = name;
  for (const step of steps) {
    if (!isValues(here)) {
      return {
        ok: false,
        reason: `"${so}" is a single value and has no "${step}"`,
        found: step,
        expected: [],
      };
    }
    const below: Value | Values | undefined = here.get(step);
    if (below === undefined) {
      return { ok: false, reason: `"${so}" has no "${step}"`, found: step, expected: [...here.keys()] };
    }
    here = below;
    so = `${so}.${step}`;
  }
  return { ok: true, value: here };
}
