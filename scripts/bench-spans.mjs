// Gamma of 5 raters with 500 spans each, spread and side by side, and alpha_U of 3 raters with 100,000, beside a sort of as
// many numbers in the same process. The spans are invented, from a fixed seed.
// @ts-check
import { fileURLToPath } from 'node:url';

const folder = new URL('../dist/agreement/spans/', import.meta.url).href;

export async function spans() {
  /** @type {typeof import('../src/agreement/spans/gamma.ts')} */
  const { gamma } = await import(`${folder}gamma.js`);
  /** @type {typeof import('../src/agreement/spans/alpha-u.ts')} */
  const { alphaU } = await import(`${folder}alpha-u.js`);
  const none = /** @type {const} */ ({ interval: 'none' });
  console.log('\nagreement on spans, all invented');
  for (const [kind, gap] of /** @type {const} */ ([
    ['half of it marked', 10],
    ['all of it marked', 0],
  ])) {
    const data = inventSpans(5, 500, gap);
    const [beside] = await timed(() => sortNumbers(2500 * 31));
    const [own, results] = await timed(() => gamma(data, none));
    const { samples, 'relative error': precision } = results[0]?.details ?? {};
    console.log(
      `  gamma, 5 raters x 500 spans, ${kind}: ${own} ms with ${samples} samples, precision ${(100 * (precision ?? 0)).toFixed(2)} %; sorting as many numbers: ${beside} ms; goal: under 10 s`,
    );
  }
  const data = inventSpans(3, 100_000, 10);
  const [beside] = await timed(() => sortNumbers(300_000));
  const [own] = await timed(() => alphaU(data, none));
  console.log(
    `  alpha_U, 3 raters x 100000 spans, 4 codes and all: ${own} ms; sorting as many numbers: ${beside} ms; goal: under 1 s`,
  );
}

/**
 * Passages of some 10 characters, each rater's moved a little, two of five codes drawn anew.
 *
 * @param {number} raters
 * @param {number} count
 * @param {number} gap between passages, in the mean
 */
export function inventSpans(raters, count, gap) {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let place = 0;
  const passages = Array.from({ length: count }, () => {
    const start = place + gap * (0.5 + random());
    place = start + 10 * (0.5 + random());
    return { start, end: place, code: Math.floor(random() * 4) };
  });
  const length = Math.ceil(place) + 20;
  const own = () =>
    passages.map(({ start, end, code }) => {
      const from = Math.max(0, Math.round(start + 5 * (random() - 0.5)));
      const to = Math.max(from + 1, Math.round(end + 5 * (random() - 0.5)));
      return { start: from, end: to, code: `code ${random() < 0.6 ? code : Math.floor(random() * 4)}` };
    });
  return {
    raters: Array.from({ length: raters }, (_, at) => `rater ${at + 1}`),
    continua: [{ document: 'invented', length, spans: Array.from({ length: raters }, own) }],
  };
}

/** @param {number} count */
const sortNumbers = (count) => Float64Array.from({ length: count }, (_, at) => (at * 7919) % 104_729).sort();

/**
 * @template T
 * @param {() => T | Promise<T>} what
 * @returns {Promise<[number, T]>}
 */
async function timed(what) {
  const start = performance.now();
  const found = await what();
  return [Math.round(performance.now() - start), found];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await spans();
