import type { Change } from './change.ts';

/** Changes as YAML lines without line endings, each item after `indent`. */
export function changeLines(changes: readonly Change[], indent: string): string[] {
  return changes.flatMap((change) =>
    Object.entries(ordered(change)).map(
      ([key, value], index) => `${indent}${index === 0 ? '- ' : '  '}${key}: ${yamlValue(key, value)}`,
    ),
  );
}

/** The kind first, the reason last. */
function ordered({ kind, reason, ...rest }: Change): Record<string, unknown> {
  return { kind, ...rest, reason };
}

function yamlValue(key: string, value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map((one) => yamlValue('', one)).join(', ')}]`;
  const text = String(value);
  return key !== 'reason' && isPlain(text) ? text : JSON.stringify(text);
}

/** True for an id that YAML reads as the text it is, in version 1.1 too. */
const isPlain = (text: string): boolean =>
  /^\p{L}[\p{L}\p{N}\p{M}-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
