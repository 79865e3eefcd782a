import { isNone, isValues, lookup, type Value } from '../exhibit/value.ts';
import { capitalised, inWords } from '../exhibit/words.ts';
import type { Finding } from '../problem/problem.ts';
import { toDecimals } from '../statistics/rounding.ts';
import type { Resolver } from './slots.ts';

/** How a value may be written: `| integer`, `| words` and so on. Without one, whole numbers and texts stand as they are. */
const formats: Record<string, (value: number) => string | undefined> = {
  integer: (value) => (Number.isInteger(value) ? String(value) : undefined),
  words: (value) => (Number.isInteger(value) ? inWords(value) : undefined),
  Words: (value) => (Number.isInteger(value) ? capitalised(inWords(value)) : undefined),
  'decimals-1': (value) => toDecimals(value, 1),
  'decimals-2': (value) => toDecimals(value, 2),
  'decimals-3': (value) => toDecimals(value, 3),
  percent: (value) => `${toDecimals(value * 100, 0)}%`,
};

/**
 * The text for the inside of an inline value, `= path` or `= path | format`. What has no value says
 * why ("not reported"), whatever the format.
 */
export function inlineValue(code: string, resolver: Resolver): string | Finding {
  const [path = '', format, ...more] = code
    .replace(/^=/, '')
    .split('|')
    .map((part) => part.trim());
  if (more.length > 0) return { rule: 'inline-value', reason: 'an inline value has one format', found: code };

  const looked = lookup(path, resolver.names, resolver.values);
  if (!looked.ok) {
    return { rule: 'unknown-value', reason: looked.reason, found: looked.found, expected: looked.expected };
  }
  if (isValues(looked.value)) {
    return {
      rule: 'not-a-single-value',
      reason: `"${path}" is a group of values`,
      expected: [...looked.value.keys()].map((key) => `${path}.${key}`),
    };
  }
  return write(looked.value, path, format);
}

function write(value: Value, path: string, format: string | undefined): string | Finding {
  if (format !== undefined && !Object.hasOwn(formats, format)) {
    return {
      rule: 'unknown-format',
      reason: `"${format}" is not a format`,
      found: format,
      expected: Object.keys(formats),
    };
  }
  if (typeof value === 'string') return format === 'Words' ? capitalised(value) : value;
  if (isNone(value)) return value.none;
  const written = (formats[format ?? 'integer'] ?? formats.integer)?.(value);
  if (written !== undefined) return written.replace(/^-/, '−');
  return {
    rule: 'needs-a-format',
    reason: `"${path}" is ${value}, which is not a whole number`,
    found: format,
    expected: ['decimals-1', 'decimals-2', 'decimals-3', 'percent'],
  };
}
