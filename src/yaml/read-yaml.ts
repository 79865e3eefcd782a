import type { VFile } from 'vfile';
import { type Document, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { addProblem, type Place } from '../problem/problem.ts';
import { refusedIn, tooDeep } from './refused.ts';
import { walker } from './walk.ts';

/** A YAML text as plain data that still knows where everything stands. */
export interface YamlDocument {
  value: unknown;
  /** Where the value at a path stands; for a path that is not there, its nearest parent's place. */
  place(path: readonly PropertyKey[]): Place;
  /** Where the key at the end of a path stands. */
  keyPlace(path: readonly PropertyKey[]): Place;
  /** A scalar as it was typed: `4.20` stays `4.20`. */
  source(path: readonly PropertyKey[]): string | undefined;
}

/**
 * Reads YAML 1.2. A syntax error, duplicate key, unknown tag or unresolved alias becomes a problem of
 * the file; then the result is undefined, for a half-read configuration is worse than none.
 *
 * @param part the YAML inside a larger file: its text, and where a place within it stands in the file.
 */
export function readYaml(
  file: VFile,
  part?: { text: string; placeOf: (within: Place) => Place },
): YamlDocument | undefined {
  const text = part?.text ?? String(file.value);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    // Warnings are told on the file, not printed.
    logLevel: 'error',
  });

  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    const within = { line: Math.max(line, 1), column: Math.max(col, 1) };
    return part ? part.placeOf(within) : within;
  };

  const [first, ...more] = document.errors;
  if (first?.code === 'RESOURCE_EXHAUSTION') {
    addProblem(file, { ...tooDeep, place: placeAt(first.pos[0]) });
    return undefined;
  }
  if (first) {
    // One slip makes many errors; the later ones are hardly ever about anything else.
    addProblem(file, {
      rule: 'yaml-syntax',
      reason: `this is not valid YAML: ${firstLine(first.message)}`,
      place: placeAt(openQuote(document) ?? first.pos[0]),
      advice: [yamlAdvice(first.code), more.length > 0 ? `what follows could not be read` : undefined]
        .filter((part) => part !== undefined)
        .join('; '),
    });
    return undefined;
  }

  const refused = refusedIn(document);
  for (const { offset, ...problem } of refused) addProblem(file, { ...problem, place: placeAt(offset) });
  if (refused.length > 0) return undefined;

  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    addProblem(file, {
      rule: 'yaml-alias',
      reason: `this YAML cannot be resolved: ${firstLine(String(error instanceof Error ? error.message : error))}`,
      place: placeAt(0),
    });
    return undefined;
  }

  const walk = walker(document.contents);
  const start = (node: Node | null | undefined): Place => placeAt(node?.range?.[0] ?? 0);
  return {
    value,
    place: (path) => start(walk(path).node),
    keyPlace: (path) => {
      const { pair, node } = walk(path);
      return start((pair?.key as Node | undefined) ?? node);
    },
    source: (path) => {
      const { node, found } = walk(path);
      return found && isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    },
  };
}

const firstLine = (message: string): string => message.split('\n', 1)[0] ?? '';

/** Where a quoted text opens that is never closed; the error itself stands at the end of the file. */
function openQuote(document: Document): number | undefined {
  if (!document.errors.some(({ message }) => message.startsWith('Missing closing'))) return undefined;
  let opened: number | undefined;
  visit(document, {
    Scalar: (_, node) => {
      if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') opened = node.range?.[0];
    },
  });
  return opened;
}

function yamlAdvice(code: string): string | undefined {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'indent with spaces, not with tabs';
    case 'DUPLICATE_KEY':
      return 'remove or rename one of the two';
    case 'MISSING_CHAR':
      return 'what is opened here has to be closed';
    case 'BAD_INDENT':
      return 'keys of one group begin in the same column';
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'keys of one group begin in the same column, and a text that contains ": " stands in quotes';
    default:
      return undefined;
  }
}

/** Places within YAML that begins so many lines down in its file. */
export const linesDown =
  (lines: number) =>
  ({ line, column }: Place): Place => ({ line: line + lines, column });
