import type { TreeCode } from './evidence.ts';

/** For each code itself and the codes above it, nearest first. */
export function lineages(codes: readonly TreeCode[]): Map<string, string[]> {
  const byId = new Map(codes.map((code) => [code.id, code]));
  return new Map(
    codes.map(({ id }) => {
      const above: string[] = [];
      for (let at = byId.get(id); at && !above.includes(at.id); at = byId.get(at.parent ?? ''))
        above.push(at.id);
      return [id, above];
    }),
  );
}

/** Codes with those below them, each below its own parent, in the order in which they are given. */
export function branches(codes: readonly TreeCode[], wanted?: readonly string[]): TreeCode[] {
  const above = lineages(codes);
  const ids = new Set(codes.map(({ id }) => id));
  const below = new Map<string | null, TreeCode[]>();
  for (const code of codes) {
    const parent = code.parent !== null && ids.has(code.parent) ? code.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), code]);
  }
  const walk = (parent: string | null): TreeCode[] =>
    (below.get(parent) ?? []).flatMap((code) => [code, ...walk(code.id)]);
  const all = walk(null);
  return wanted ? all.filter(({ id }) => above.get(id)?.some((one) => wanted.includes(one))) : all;
}
