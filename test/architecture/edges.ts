import { posix } from 'node:path';

/**
 * The files of some edges: `a -> b` makes a file `a` with an import of `b` (written by `line`), and a
 * file `b` unless that is a package, a module of node or begins with a dot.
 */
export function filesOf(edges: readonly string[], line: (to: string) => string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const edge of edges) {
    const { from, to } = ends(edge);
    files[from] = `${files[from] ?? ''}${line(specifier(from, to))}\n`;
    if (isOwn(to)) files[to] ??= '';
  }
  for (const path of Object.keys(files)) {
    files[path] ||= 'export const a = 1;\nexport type A = number;\n';
  }
  return files;
}

/** What the cruise says of an edge that breaks the rule. */
export function violationOf(rule: string, edge: string): string {
  const { from, to } = ends(edge);
  return `${rule}: src/${from} -> ${isOwn(to) ? `src/${to}` : to.replace(/^node:/, '')}`;
}

function ends(edge: string): { from: string; to: string } {
  const [from = '', to = ''] = edge.split(' -> ');
  return { from, to };
}

function specifier(from: string, to: string): string {
  if (!isOwn(to)) return to;
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

const isOwn = (to: string): boolean => to.endsWith('.ts') && !to.startsWith('.');
