import { safe } from '../render/safe-text.ts';
import type { WrittenReport } from '../study/write-report.ts';

/** The files written, pages by name and the rest counted by folder. */
export function describeWritten(name: string, { written, kept }: WrittenReport): string {
  const pages = written.filter((path) => /\/out\/[^/]+$/.test(path));
  const folders = new Map<string, number>();
  for (const path of written) {
    const folder = /^(.*\/out\/[^/]+\/)/.exec(path)?.[1];
    if (folder !== undefined) folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return [
    `${name}: wrote`,
    ...pages.map((path) => `  ${path}`),
    ...[...folders].map(([folder, files]) => `  ${folder} (${files} ${files === 1 ? 'file' : 'files'})`),
    ...kept.map((path) => `  kept your edited file as ${path}`),
  ]
    .map(safe)
    .join('\n');
}
