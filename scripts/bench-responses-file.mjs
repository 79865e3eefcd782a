// `emic import responses --tabulate` of 200,000 responses to 40 items, about 200 MB, in a process of its own, beside one in which
// papaparse streams the same file and does nothing with it. With EMIC_RESPONSES=1000000 it is about 1 GB.
// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeResponses } from './generate-responses.mjs';

const responses = Number(process.env.EMIC_RESPONSES ?? 200_000);

const stream = `
  const { createReadStream } = await import('node:fs');
  const { default: papaparse } = await import(${JSON.stringify(import.meta.resolve('papaparse'))});
  let rows = 0;
  papaparse.parse(createReadStream('export.csv'), {
    skipEmptyLines: true,
    chunk: ({ data }) => { rows += data.length; },
    complete: () => { if (rows !== ${responses + 1}) throw new Error(rows + ' rows'); },
  });`;

/**
 * @param {string} command
 * @param {(folder: string, ...args: string[]) => () => string} within
 * @param {string} tellMemory
 * @param {(what: string, ours: () => unknown, beside: string, plain: () => unknown, turns: number) => import('./bench-kappas.mjs').Result} compare
 */
export function responsesFile(command, within, tellMemory, compare) {
  const folder = mkdtempSync(join(tmpdir(), 'emic-bench-'));
  const study = join(folder, 'corpus', 'big');
  mkdirSync(study, { recursive: true });
  writeFileSync(join(study, 'study.yaml'), 'emic: 1\ntitle: Invented\nkind: survey\nfictional: true\n');
  writeResponses(join(folder, 'export.csv'), responses);
  const importing = [command, 'import', 'responses', 'export.csv', '--tabulate'];
  const clear = () => {
    for (const name of ['originals', 'responses.csv'])
      rmSync(join(study, name), { recursive: true, force: true });
  };
  const ours = () => {
    clear();
    const shown = within(folder, ...importing)();
    if (!shown.startsWith(`export.csv: ${responses} responses`)) throw new Error(shown.split('\n', 1)[0]);
  };
  const result = compare(
    `${responses} responses`,
    ours,
    'papaparse',
    within(folder, '--input-type=module', '-e', stream),
    3,
  );
  clear();
  const memory = within(folder, '--import', tellMemory, ...importing)()
    .split('memory ')
    .at(-1);
  rmSync(folder, { recursive: true, force: true });
  return { ...result, remark: `${Number(memory).toFixed(0)} MB; goal: under 2 times and 600 MB` };
}
