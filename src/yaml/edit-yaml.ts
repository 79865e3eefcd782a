import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';

/**
 * Sets the value at a path of keys in a YAML text. Everything else stays as it was typed, byte for byte:
 * comments, quotes, order, empty lines. A key that is not there is added at the end of its group. Where the
 * text cannot be edited in place (a group in braces), it is written anew, with its comments.
 *
 * Undefined for a text that is not valid YAML or has no keys where the path leads.
 */
export function setYamlValue(
  text: string,
  path: readonly [string, ...string[]],
  value: unknown,
): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  // A key without a value is where a group begins; the library takes it for a value that is in the way.
  const filled = path.findIndex((_, index) => document.getIn(path.slice(0, index + 1)) === null);
  const until = filled === -1 ? path.length : filled + 1;
  try {
    document.setIn(path.slice(0, until), document.createNode(nest(path.slice(until), value)));
  } catch {
    return undefined;
  }
  const expected = JSON.stringify(document.toJS());
  const edited = editInPlace(text, path, value);
  if (edited !== undefined && saysWhat(edited, expected)) return edited;
  const whole = document.toString({ lineWidth: 0 });
  return saysWhat(whole, expected) ? whole : undefined;
}

/** True if a text is YAML for a value, given as JSON. */
function saysWhat(text: string, expected: string): boolean {
  const document = parseDocument(text);
  return document.errors.length === 0 && JSON.stringify(document.toJS()) === expected;
}

function editInPlace(text: string, path: readonly string[], value: unknown): string | undefined {
  const found = deepest(parseDocument(text), path);
  if (!found) return undefined;
  const { map, pair, rest } = found;
  const indent = columnOf(text, startOf(map.items[0]?.key));
  const [key = '', ...below] = rest;
  const lines = render(key, below, value, indent);
  if (pair) {
    const [start, end] = [startOf(pair.key), endOf(pair)];
    if (start === undefined || end === undefined) return undefined;
    return (
      text.slice(0, start) + lines.trimStart() + text.slice(start + text.slice(start, end).trimEnd().length)
    );
  }
  const last = map.items.at(-1);
  const end = last && endOf(last);
  if (end === undefined) return undefined;
  const trimmed = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf('\n', trimmed);
  const at = lineEnd === -1 ? text.length : lineEnd;
  const gap = indent === 0 ? '\n\n' : '\n';
  const tail = text.slice(at);
  return `${text.slice(0, at)}${gap}${lines}${tail === '' ? '\n' : tail}`;
}

interface Found {
  /** The deepest group in lines, not in braces, that the path leads to. */
  map: YAMLMap;
  /** What stands at the end of the path, where it is there. */
  pair?: Pair;
  /** The keys of the path from this group on. */
  rest: readonly string[];
}

function deepest(document: Document, path: readonly string[]): Found | undefined {
  let map: unknown = document.contents;
  for (const [index, key] of path.entries()) {
    if (!isMap(map) || map.flow || map.items.length === 0) return undefined;
    const here: YAMLMap = map;
    const pair: Pair | undefined = here.items.find((one) => isScalar(one.key) && one.key.value === key);
    const rest = path.slice(index);
    if (!pair) return { map: here, rest };
    if (isAlias(pair.value)) return undefined;
    // A key without a value is filled where it stands.
    if (
      index === path.length - 1 ||
      (isScalar(pair.value) && pair.value.value === null) ||
      pair.value === null
    ) {
      return { map: here, pair, rest };
    }
    map = pair.value;
  }
  return undefined;
}

const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];

const endOf = ({ key, value }: Pair): number | undefined =>
  (value as Node | null)?.range?.[1] ?? (key as Node | null)?.range?.[1];

const columnOf = (text: string, offset: number | undefined): number =>
  offset === undefined ? 0 : offset - (text.lastIndexOf('\n', offset - 1) + 1);

const nest = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);

/** A key with its value as indented lines, without the last line feed. */
function render(key: string, below: readonly string[], value: unknown, indent: number): string {
  const nested = nest(below, value);
  const space = ' '.repeat(indent);
  return stringify({ [key]: nested }, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : space + line))
    .join('\n');
}

/** A flat group of keys as YAML, as front matter has it. */
export const stringifyFront = (value: Readonly<Record<string, string>>): string =>
  stringify(value, { lineWidth: 0 });
