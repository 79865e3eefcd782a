import type { Missing } from './table.ts';

/** A single value of a named result; `why` says what to do where there is none. */
export type Value = number | string | { none: Missing; why?: string };

/** The values of a named result by name; groups nest. Maps, so that no name is special. */
export type Values = ReadonlyMap<string, Value | Values>;

export const isValues = (value: Value | Values): value is Values => value instanceof Map;

export const isNone = (value: Value): value is { none: Missing; why?: string } => typeof value === 'object';

export const none = (what: Missing, why?: string): Value => ({
  none: what,
  ...(why !== undefined && { why }),
});

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
  const [name = '', ...rest] = path.split('.');
  let here: Value | Values | undefined = find(name);
  if (here === undefined) {
    return { ok: false, reason: `there is no result named "${name}"`, found: name, expected: [...names] };
  }
  let so = name;
  let steps = rest;
  while (steps.length > 0) {
    const [step = ''] = steps;
    if (!isValues(here)) {
      return {
        ok: false,
        reason:
          isNone(here) && here.why !== undefined
            ? `"${so}" is ${here.none}: ${here.why}`
            : `"${so}" is a single value and has no "${step}"`,
        found: step,
        expected: [],
      };
    }
    const key = longestName(here, steps);
    const below: Value | Values | undefined = key === undefined ? undefined : here.get(key);
    if (key === undefined || below === undefined) {
      const found = steps.join('.');
      return { ok: false, reason: `"${so}" has no "${found}"`, found, expected: [...here.keys()] };
    }
    here = below;
    so = `${so}.${key}`;
    steps = steps.slice(key.split('.').length);
  }
  return { ok: true, value: here };
}

/** A name may contain full stops itself: the longest beginning of the path that is one. */
function longestName(values: Values, steps: readonly string[]): string | undefined {
  for (let length = steps.length; length > 0; length -= 1) {
    const name = steps.slice(0, length).join('.');
    if (values.has(name)) return name;
  }
  return undefined;
}
