import { type Document, isAlias, isCollection, isMap, isNode, isScalar, type Node, visit } from 'yaml';
import { quote } from '../problem/problem.ts';
import { keyText } from './walk.ts';

/** Something that YAML allows and plain data cannot hold, or not as it was meant. */
export interface Refused {
  rule: string;
  reason: string;
  offset: number;
  advice: string;
}

/** Deeper than any file that a person writes. */
const deepest = 100;

/** Everything in a document that would be read otherwise than it looks, in order of place. */
export function refusedIn(document: Document): Refused[] {
  const refused: Refused[] = directives(document);
  visit(document, {
    Node: (_, node, path) => {
      const offset = startOf(node);
      if (path.filter(isCollection).length > deepest) {
        refused.push({ ...tooDeep, offset });
        return visit.BREAK;
      }
      if (node.tag !== undefined && !plainTag.test(node.tag)) {
        refused.push({
          rule: 'yaml-tag',
          reason: `the tag ${quote(node.tag.replace('tag:yaml.org,2002:', '!!'))} means nothing here`,
          offset,
          advice: 'remove it, or put the text in quotes if it begins with an exclamation mark',
        });
      }
      if (isMap(node)) refused.push(...keysOf(node.items.map(({ key }) => key)));
      return undefined;
    },
  });
  return refused.sort((a, b) => a.offset - b.offset);
}

export const tooDeep = {
  rule: 'yaml-depth',
  reason: `this YAML is nested more than ${deepest} levels deep`,
  advice: 'look for brackets that are opened and never closed',
};

function directives(document: Document): Refused[] {
  const version = document.directives?.yaml.explicit ? document.directives.yaml.version : '1.2';
  const old = { rule: 'yaml-version', offset: 0, advice: 'remove the line that begins with %YAML' };
  return [
    ...(version === '1.2'
      ? []
      : [{ ...old, reason: `this says it is YAML ${version}; YAML 1.2 is read here` }]),
    ...document.warnings
      .filter(({ code }) => code === 'BAD_DIRECTIVE')
      .map(({ message, pos }) => ({
        rule: 'yaml-directive',
        reason: `this line is not understood: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
        offset: pos[0],
        advice: 'remove it',
      })),
  ];
}

/** A key is one text; two that are the same text, such as 1 and "1", would be one key. */
function keysOf(keys: readonly unknown[]): Refused[] {
  const seen = new Set<string>();
  return keys.flatMap((key): Refused[] => {
    const offset = startOf(key);
    if (!isScalar(key)) {
      const what = isAlias(key) ? 'an alias' : 'a list or a group of keys';
      return [
        {
          rule: 'yaml-key',
          reason: `a key is a text, not ${what}`,
          offset,
          advice: 'write its name, without "?"',
        },
      ];
    }
    const text = keyText(key);
    if (seen.has(text)) {
      const reason = `the key ${quote(text)} stands here twice`;
      return [{ rule: 'yaml-key', reason, offset, advice: 'remove or rename one of the two' }];
    }
    seen.add(text);
    if (text === '__proto__') {
      const reason = 'the key "__proto__" has a meaning of its own in programs, and would be lost';
      return [{ rule: 'yaml-key', reason, offset, advice: 'use another word' }];
    }
    return [];
  });
}

/** Tags of what plain data are: they only say what is seen anyhow. */
const plainTag = /^(!|tag:yaml\.org,2002:(str|int|float|bool|null|map|seq))$/;

const startOf = (node: unknown): number => (isNode(node) ? ((node as Node).range?.[0] ?? 0) : 0);
