import type { VFile } from 'vfile';
import * as z from 'zod';
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
  type?: string | string[];
}

function tell(file: VFile, document: YamlDocument, shape: JsonSchema, issue: z.core.$ZodIssue): void {
  const { path } = issue;
  const at = path.length === 0 ? 'this file' : quote(path.join('.'));
  switch (issue.code) {
    case 'unrecognized_keys': {
      const shapes = shapesAt(shape, path, document.value);
      const allowed = [...new Set(shapes.flatMap(({ properties = {} }) => Object.keys(properties)))];
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
        expected: issue.expected.split(',').map(article),
        advice: issue.expected === 'string' && typeof found === 'number' ? 'put it in quotes' : undefined,
      });
      return;
    }
    case 'invalid_value':
    case 'invalid_union': {
      const found = valueAt(document.value, path);
      const expected =
        issue.code === 'invalid_value' ? issue.values.map(String) : expectedAt(shape, path, document.value);
      addProblem(file, {
        rule: found === undefined ? 'missing-key' : 'unknown-value',
        reason: found === undefined ? `${at} is missing` : `${at} is ${describe(found)}`,
        place: found === undefined ? document.keyPlace(path.slice(0, -1)) : document.place(path),
        found: typeof found === 'object' || found === undefined ? undefined : String(found),
        expected,
      });
      return;
    }
    case 'invalid_key':
      addProblem(file, {
        rule: 'unusable-name',
        reason: `${quote(String(path.at(-1)))} cannot be a name here`,
        place: document.keyPlace(path),
        expected: issue.issues.map(({ message }) => message),
      });
      return;
    default:
      addProblem(file, {
        rule: issue.code === 'custom' ? String(issue.params?.rule ?? 'inconsistent') : 'unknown-value',
        reason: issue.code === 'custom' ? issue.message : `${at}: ${inWords(issue)}`,
        place: document.place(path),
      });
  }
}

/** What a schema says about the value at a path: one shape, or all alternatives that are still open. */
function shapesAt(shape: JsonSchema, path: readonly PropertyKey[], value: unknown): JsonSchema[] {
  let shapes = open(shape, value);
  for (const [index, step] of path.entries()) {
    const there = valueAt(value, path.slice(0, index + 1));
    shapes = shapes.flatMap((one) => below(one, step)).flatMap((one) => open(one, there));
  }
  return shapes;
}

function below(shape: JsonSchema, step: PropertyKey): JsonSchema[] {
  const { items, properties, additionalProperties } = shape;
  const next = typeof step === 'number' ? items : (properties?.[String(step)] ?? additionalProperties);
  return typeof next === 'object' ? [next] : [];
}

/** The alternatives whose constants agree with a value, such as `from: records`; all, where none does. */
function open(shape: JsonSchema, value: unknown): JsonSchema[] {
  const alternatives = shape.anyOf ?? shape.oneOf;
  if (!alternatives) return [shape];
  const agreeing = alternatives.filter(({ properties = {} }) => {
    const constants = Object.entries(properties).filter(([, property]) => property.const !== undefined);
    return (
      constants.length > 0 && constants.every(([key, property]) => valueAt(value, [key]) === property.const)
    );
  });
  return (agreeing.length > 0 ? agreeing : alternatives).flatMap((alternative) => open(alternative, value));
}

/** The constants that may stand at a path or, where it is not a matter of constants, the kinds of value. */
function expectedAt(shape: JsonSchema, path: readonly PropertyKey[], value: unknown): string[] {
  const shapes = shapesAt(shape, path, value);
  const constants = shapes.flatMap((one) => [
    ...(one.const === undefined ? [] : [one.const]),
    ...(one.enum ?? []),
  ]);
  const kinds = shapes.flatMap(({ type = [] }) => [type].flat().map(article));
  return [...new Set(constants.length > 0 ? constants.map(String) : kinds)];
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

/** What is wrong with a value of the right type: the schema's own words where it has any. */
function inWords(issue: z.core.$ZodIssue): string {
  const isDefault = /^(Too (small|big)|Invalid)\b/.test(issue.message);
  if (!isDefault || (issue.code !== 'too_small' && issue.code !== 'too_big'))
    return lowerFirst(issue.message);
  const isLeast = issue.code === 'too_small';
  const limit = String(isLeast ? issue.minimum : issue.maximum);
  if (isLeast && limit === '1' && issue.origin !== 'number') return 'this is empty';
  const unit = new Map([
    ['string', ' characters'],
    ['array', ' entries'],
  ]).get(issue.origin);
  return `${isLeast ? 'at least' : 'at most'} ${limit}${unit ?? ''} ${isLeast ? 'must' : 'may'} stand here`;
}

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);
