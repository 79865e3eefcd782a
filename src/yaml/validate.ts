import type { VFile } from 'vfile';
import { z } from 'zod';
import { addProblem, quote } from '../problem/problem.ts';
import type { YamlDocument } from './read-yaml.ts';

/**
 * Holds a YAML document against a schema. Each violation becomes a problem at the line and column
 * where it stands, with what was found, what was expected and the nearest valid name.
 */
export function validate<Schema extends z.ZodType>(
  file: VFile,
  document: YamlDocument,
  schema: Schema,
): z.output<Schema> | undefined {
  const result = schema.safeParse(document.value);
  if (result.success) return result.data;
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  for (const issue of result.error.issues) tell(file, document, shape, issue);
  return undefined;
}

/** The part of JSON Schema that is read here to name what is allowed. */
interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  type?: string;
}

function tell(file: VFile, document: YamlDocument, shape: JsonSchema, issue: z.core.$ZodIssue): void {
  const { path } = issue;
  const at = path.length === 0 ? 'this file' : quote(path.join('.'));
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = Object.keys(follow(shape, path, document.value).properties ?? {});
      for (const key of issue.keys) {
        addProblem(file, {
          rule: 'unknown-key',
          reason: `${quote(key)} is not a key that ${path.length === 0 ? 'is known here' : `${at} can have`}`,
          place: document.keyPlace([...path, key]),
          found: key,
          expected: allowed,
        });
      }
      return;
    }
    case 'invalid_type': {
      const found = valueAt(document.value, path);
      const missing = found === undefined;
      addProblem(file, {
        rule: missing ? 'missing-key' : 'wrong-type',
        reason: missing ? `${at} is missing` : `${at} is ${describe(found)}`,
        place: missing ? document.keyPlace(path.slice(0, -1)) : document.place(path),
        expected: [article(issue.expected)],
        advice: issue.expected === 'string' && typeof found === 'number' ? 'put it in quotes' : undefined,
      });
      return;
    }
    case 'invalid_value':
    case 'invalid_union': {
      const found = valueAt(document.value, path);
      const expected =
        issue.code === 'invalid_value' ? issue.values.map(String) : options(shape, path, document.value);
      addProblem(file, {
        rule: found === undefined ? 'missing-key' : 'unknown-value',
        reason: found === undefined ? `${at} is missing` : `${at} is ${describe(found)}`,
        place: found === undefined ? document.keyPlace(path.slice(0, -1)) : document.place(path),
        found: typeof found === 'object' || found === undefined ? undefined : String(found),
        expected,
      });
      return;
    }
    default:
      addProblem(file, {
        rule: issue.code === 'custom' ? 'inconsistent' : 'unknown-value',
        reason: issue.code === 'custom' ? issue.message : `${at}: ${lowerFirst(issue.message)}`,
        place: document.place(path),
      });
  }
}

/** Steps down a JSON schema along a path of the data, choosing among alternatives by their constants. */
function follow(shape: JsonSchema, path: readonly PropertyKey[], value: unknown): JsonSchema {
  const here = choose(shape, value);
  const [step, ...rest] = path;
  if (step === undefined) return here;
  const below =
    typeof step === 'number'
      ? here.items
      : (here.properties?.[String(step)] ??
        (typeof here.additionalProperties === 'object' ? here.additionalProperties : undefined));
  return below ? follow(below, rest, valueAt(value, [step])) : {};
}

function choose(shape: JsonSchema, value: unknown): JsonSchema {
  const alternatives = shape.anyOf ?? shape.oneOf;
  if (!alternatives) return shape;
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  const fitting = alternatives.find((alternative) =>
    isRecord
      ? Object.entries(alternative.properties ?? {}).some(
          ([key, property]) => property.const !== undefined && property.const === valueAt(value, [key]),
        )
      : false,
  );
  return fitting ?? alternatives.find((alternative) => isRecord === Boolean(alternative.properties)) ?? shape;
}

/** The values that a union allows at a path: constants, enumerations, or kinds of value. */
function options(shape: JsonSchema, path: readonly PropertyKey[], value: unknown): string[] {
  const parent = path.length > 0 ? follow(shape, path.slice(0, -1), valueAt(value, [])) : shape;
  const last = path.at(-1);
  const here = last === undefined ? shape : (parent.properties?.[String(last)] ?? follow(shape, path, value));
  const siblings = follow(shape, path.slice(0, -1), value);
  const found = [...constants(here), ...(last === undefined ? [] : discriminators(shape, path))];
  return found.length > 0 ? [...new Set(found)] : siblings.type ? [article(here.type ?? 'value')] : [];
}

const constants = (shape: JsonSchema): string[] => [
  ...(shape.const === undefined ? [] : [String(shape.const)]),
  ...(shape.enum ?? []).map(String),
  ...(shape.anyOf ?? shape.oneOf ?? []).flatMap(constants),
];

/** For `{from: nonsense}` the constants of `from` over all alternatives. */
function discriminators(shape: JsonSchema, path: readonly PropertyKey[]): string[] {
  let here: JsonSchema = shape;
  for (const step of path.slice(0, -1)) {
    const below = typeof step === 'number' ? here.items : here.properties?.[String(step)];
    const next =
      below ?? (typeof here.additionalProperties === 'object' ? here.additionalProperties : undefined);
    if (!next) return [];
    here = next;
  }
  const key = String(path.at(-1));
  return (here.anyOf ?? here.oneOf ?? []).flatMap((alternative) =>
    constants(alternative.properties?.[key] ?? {}),
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<PropertyKey, unknown>)[step];
  }
  return here;
}

function describe(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  if (typeof value === 'string') return quote(value);
  return `the ${typeof value} ${String(value)}`;
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

const article = (type: string): string => kinds[type] ?? type;

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);
