// `emic import references --tabulate` of 50,000 references with planted duplicates, twice, each time in a process of its own;
// then which of the planted pairs were merged or listed. EMIC_REFERENCES is how many.
//     node scripts/bench-references.mjs      that alone, after `npm run build`
// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import papaparse from 'papaparse';
import { asBibtex, inventReferences } from './generate-references.mjs';

const count = Number(process.env.EMIC_REFERENCES ?? 50_000);
const command = fileURLToPath(new URL('../dist/cli/emic.js', import.meta.url));

/** Loaded first, it prints the most memory that a process has held, in MB. */
const tellMemory = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => console.error('memory ' + process.resourceUsage().maxRSS / 1024))",
)}`;

export function references() {
  const folder = mkdtempSync(join(tmpdir(), 'emic-bench-'));
  const study = join(folder, 'corpus', 'big');
  mkdirSync(study, { recursive: true });
  writeFileSync(
    join(study, 'study.yaml'),
    'emic: 1\ntitle: Invented\nkind: literature-review\nfictional: true\n',
  );
  const planted = inventReferences(count);
  const file = join(folder, 'export.bib');
  writeFileSync(file, asBibtex(planted));
  const importing = ['--import', tellMemory, command, 'import', 'references', file, '--tabulate'];
  const times = ['first', 'again'].map((when) => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, importing, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const memory = /memory ([\d.]+)/.exec(stderr)?.[1];
    return `${when} ${((performance.now() - start) / 1000).toFixed(1)} s, ${Number(memory).toFixed(0)} MB`;
  });
  const size = (readFileSync(file).length / 2 ** 20).toFixed(0);
  console.log(`\n${count} references (${size} MB of BibTeX): ${times.join('; ')}; goal: under 20 s and 1 GB`);
  tellPairs(planted, study);
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {ReturnType<typeof inventReferences>} planted
 * @param {string} study
 */
function tellPairs(planted, study) {
  const workOf = new Map(planted.map(({ key, work }) => [key, work]));
  const recordOf = new Map();
  const worksOf = new Map();
  let [mergedRight, mergedWrong] = [0, 0];
  for (const { id, key } of rows(join(study, 'references.csv'))) {
    const keys = (key ?? '').split('; ');
    for (const one of keys) recordOf.set(one, id);
    worksOf.set(id, new Set(keys.map((one) => workOf.get(one))));
    if (keys.length > 1) {
      if (worksOf.get(id).size === 1) mergedRight += keys.length - 1;
      else mergedWrong += 1;
    }
  }
  const listed = new Set();
  let [right, wrong] = [0, 0];
  /** @type {Record<string, number>} */
  const because = {};
  for (const { record, other } of rows(join(study, 'duplicates.csv'))) {
    listed.add([record, other].sort().join(' '));
    const shared = [...worksOf.get(record)].some((work) => worksOf.get(other).has(work));
    if (shared) right += 1;
    else {
      wrong += 1;
      const keys = [...worksOf.get(record), ...worksOf.get(other)].join(' ');
      const kind = /n\d+-([a-z-]+)/.exec(keys)?.[1] ?? 'unrelated';
      because[kind] = (because[kind] ?? 0) + 1;
    }
  }
  /** @type {Map<string, string[]>} */
  const byWork = new Map();
  for (const { key, work } of planted) byWork.set(work, [...(byWork.get(work) ?? []), key]);
  let [pairs, found] = [0, 0];
  /** @type {Record<string, number>} */
  const missed = {};
  for (const keys of byWork.values()) {
    keys.forEach((one, at) => {
      for (const other of keys.slice(at + 1)) {
        pairs += 1;
        const [a, b] = [recordOf.get(one), recordOf.get(other)];
        if (a === b || listed.has([a, b].sort().join(' '))) found += 1;
        else {
          const kind = [one, other]
            .map((key) => key.replace(/^w\d+-?/, ''))
            .sort()
            .join(' with ');
          missed[kind] = (missed[kind] ?? 0) + 1;
        }
      }
    });
  }
  const share = (/** @type {number} */ part, /** @type {number} */ all) => (part / all).toFixed(4);
  console.log(
    `  planted pairs found: ${found} of ${pairs}, recall ${share(found, pairs)}; missed: ${JSON.stringify(missed)}`,
  );
  console.log(
    `  listed pairs that are one work: ${right} of ${right + wrong}, precision ${share(right, right + wrong)}; others: ${JSON.stringify(because)}`,
  );
  console.log(
    `  merged without asking: ${mergedRight}, of other works: ${mergedWrong}; goal: over 0.98, and 0 merged wrongly`,
  );
}

/** @param {string} path */
function rows(path) {
  return /** @type {Record<string, string>[]} */ (
    papaparse.parse(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) references();
