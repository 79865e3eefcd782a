// A workspace with one long invented transcript to code, for measuring and for tests of the coding screen.
// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const generator = fileURLToPath(new URL('generate-codings.mjs', import.meta.url));

/**
 * Writes the study `big` with the document `D001`, which `ana` has begun to code and not said to have read; where
 * there are two raters, `ana` and `ben` have read all of it.
 *
 * @param {string} folder
 * @param {{ turns: number, codings: number, codes: number, raters?: 1 | 2 }} sizes codings of each rater
 */
export function makeCodingStudy(folder, { turns, codings, codes, raters = 1 }) {
  const study = join(folder, 'corpus', 'big');
  const call = [generator, study, '1', String(turns), String(raters), String(codes)];
  const { status, stderr } = spawnSync(process.execPath, call, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`no study was made: ${stderr}`);
  const names = ['ana', 'ben'].slice(0, raters);
  for (const name of names) {
    const log = join(study, 'codings', '1', 'D001', `${name}.jsonl`);
    const [header = '', ...lines] = readFileSync(log, 'utf8').trimEnd().split('\n');
    // A coding on every second turn.
    const kept = lines.filter((line) => line.startsWith('{"id"')).filter((_, index) => index % 2 === 0);
    const read = raters > 1 ? lines.slice(-1) : [];
    writeFileSync(log, `${[header, ...kept.slice(0, codings), ...read].join('\n')}\n`);
  }
  writeFileSync(
    join(study, 'study.yaml'),
    `emic: 1\ntitle: Invented\nkind: interviews\nfictional: true\ncoding: { raters: [${names.join(', ')}], rounds: [1] }\n`,
  );
  const book = Array.from({ length: codes }, (_, index) => {
    const id = `code-${String(index + 1).padStart(2, '0')}`;
    return `## Invented code ${index + 1} \`${id}\`\n\n**Definition.** What somebody says of number ${index + 1}.\n`;
  });
  mkdirSync(join(folder, 'codebooks', 'big'), { recursive: true });
  writeFileSync(
    join(folder, 'codebooks', 'big', '1.0.0.md'),
    `---\nname: Invented\nversion: 1.0.0\ndate: 2026-01-01\n---\n\n# Invented\n\n${book.join('\n')}`,
  );
}
