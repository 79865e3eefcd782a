// Writes a CSV file of invented survey responses: 40 items, seeded, so that each call gives the same bytes. With one
// open answer of about 600 bytes each, 1,000,000 responses are about 1 GB.
//     node scripts/generate-responses.mjs FILE [responses]
// @ts-check
import { closeSync, openSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const levels = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'];
const tools = [
  'Notebook',
  'Pipeline',
  'Registry',
  'Feature store',
  'Monitoring',
  'Scheduler',
  'Test bench',
  'Dashboard',
];
const single = ['Weekly', 'Monthly', 'Once a quarter', 'Once a year', 'Never', 'Prefer not to say, sorry'];
const words =
  'the model and its data often drift apart before anybody in our team looks at them again so we measure'.split(
    ' ',
  );

/** Names of the items: 12 single, 8 of several choices, 16 Likert, 3 numbers, 1 open. */
const names = [
  ...Array.from({ length: 12 }, (_, item) => `single-${item + 1}`),
  ...Array.from({ length: 8 }, (_, item) => `several-${item + 1}`),
  ...Array.from({ length: 16 }, (_, item) => `likert-${item + 1}`),
  ...['years', 'people', 'share', 'open'],
];

/**
 * @param {string} path
 * @param {number} responses
 */
export function writeResponses(path, responses) {
  const file = openSync(path, 'w');
  const bytes = Buffer.alloc(1 << 22);
  let state = 1;
  const below = (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const one = (/** @type {string[]} */ list) => list[below(list.length)] ?? '';
  const cell = (/** @type {string} */ text) =>
    /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  let length = bytes.write(`respondent,${names.join(',')}\n`);
  for (let row = 1; row <= responses; row += 1) {
    const cells = [`id-${String(row).padStart(7, '0')}`];
    for (let item = 0; item < 12; item += 1) cells.push(below(20) === 0 ? '' : cell(one(single)));
    for (let item = 0; item < 8; item += 1) cells.push(tools.filter(() => below(6) === 0).join(';'));
    for (let item = 0; item < 16; item += 1) cells.push(below(25) === 0 ? '' : one(levels));
    cells.push(String(below(40)), String(below(5000)), (below(1000) / 10).toFixed(1));
    let open = '';
    const wanted = 200 + below(700);
    while (open.length < wanted) open += `${one(words)}${below(12) === 0 ? ',' : ''} `;
    cells.push(cell(`${open.trimEnd()}${below(10) === 0 ? ' – "naïvely"\nas we say' : ''}.`));
    length += bytes.write(`${cells.join(',')}\n`, length);
    if (length < bytes.length - 10_000) continue;
    writeSync(file, bytes, 0, length);
    length = 0;
  }
  writeSync(file, bytes, 0, length);
  closeSync(file);
}

const [, script, path, responses = '1000000'] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  if (path === undefined || path.startsWith('-') || !/^\d+$/.test(responses)) {
    console.error('node scripts/generate-responses.mjs FILE [responses]');
    process.exitCode = 2;
  } else writeResponses(path, Number(responses));
}
