import type { VFile } from 'vfile';
import { addProblem, type Place, quote } from '../problem/problem.ts';
import type { Code } from './codebook.ts';

/** A parent that a code names in a paragraph of its own. */
export interface NamedParent {
  code: Code;
  parent: string;
  place: Place;
}

/**
 * Puts codes below the parents they name and counts depths. An unknown parent and a circle of parents are
 * told; the code then stays at the top.
 */
export function arrange(file: VFile, codes: readonly Code[], named: readonly NamedParent[]): void {
  const byId = new Map(codes.map((code) => [code.id, code]));
  for (const { code, parent, place } of named) {
    code.parent = byId.has(parent) ? parent : null;
    if (code.parent !== null) continue;
    addProblem(file, {
      rule: 'unknown-parent',
      reason: `the code ${quote(code.id)} is put below ${quote(parent)}, which is not a code here`,
      place,
      found: parent,
      expected: [...byId.keys()].filter((id) => id !== code.id),
    });
  }
  for (const { code, place } of named) {
    const circle = circleFrom(code, byId);
    if (!circle) continue;
    code.parent = null;
    addProblem(file, {
      rule: 'parent-cycle',
      reason:
        circle.length === 1
          ? `the code ${quote(code.id)} is its own parent`
          : `the parents go round in a circle: ${[...circle, code.id].map(quote).join(' below ')}`,
      place,
      advice: 'take one of these parents away',
    });
  }
  for (const code of codes) code.depth = ancestors(code, byId).length;
}

function circleFrom(code: Code, byId: ReadonlyMap<string, Code>): string[] | undefined {
  const above = ancestors(code, byId);
  const last = above.at(-1) ?? code;
  return last.parent === code.id ? [code, ...above].map(({ id }) => id) : undefined;
}

/** The codes above a code, nearest first; where they go round in a circle, up to where it closes. */
function ancestors(code: Code, byId: ReadonlyMap<string, Code>): Code[] {
  const above: Code[] = [];
  const seen = new Set([code]);
  for (let at = parentOf(code, byId); at && !seen.has(at); at = parentOf(at, byId)) {
    above.push(at);
    seen.add(at);
  }
  return above;
}

const parentOf = (code: Code, byId: ReadonlyMap<string, Code>): Code | undefined =>
  code.parent === null ? undefined : byId.get(code.parent);
