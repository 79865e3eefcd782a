// Makes corpus/survey/responses.csv: answers of 331 respondents who never gave them, built so that all
// that the text of Mäkinen et al. (2021) says of its survey is true of them, and as little else as can be.
//
//   node scripts/reconstruct-survey.mjs > corpus/survey/responses.csv
//   node scripts/reconstruct-survey.mjs --seed 7
//
// How many gave each answer does not depend on the seed; who gave it does. Answers that the text names in
// order are one step apart. Answers that it leaves unordered are given equally often.
// @ts-check

/** @typedef {[answer: string, count: number][]} Counts how many give each answer */

const respondents = 331;

const [option, typed = '2021', ...more] = process.argv.slice(2);
if ((option !== undefined && option !== '--seed') || !/^\d{1,9}$/.test(typed) || more.length > 0) {
  console.error('usage: node scripts/reconstruct-survey.mjs [--seed NUMBER]');
  process.exit(2);
}

// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine.
let state = BigInt(typed);
/** A whole number below a limit. 64 bits are so many that the remainder favours none by any measure. */
const below = (/** @type {number} */ limit) => {
  state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
  let mixed = state;
  mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
  mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
  return Number((mixed ^ (mixed >> 31n)) % BigInt(limit));
};

const pipeline = 22;
const modelCentric = Math.floor(respondents / 2) + 1;
const maturity = dealt([
  ['pipeline-centric', pipeline],
  ['model-centric', modelCentric],
  ['data-centric', respondents - pipeline - modelCentric],
]);

const country = dealt([
  ['Finland', 21],
  ...Array.from({ length: 62 }, (_, at) => /** @type {Counts[0]} */ ([`country ${at + 2} (not printed)`, 5])),
]);
// Europe has Finland and 17 of the others, each further continent nine.
const continentOf = new Map([['Finland', 'Europe']]);
for (let at = 2; at <= 63; at += 1) {
  const further = ['Africa', 'Asia', 'Australia', 'North America', 'South America'];
  const continent = (at > 18 && further[Math.floor((at - 19) / 9)]) || 'Europe';
  continentOf.set(`country ${at} (not printed)`, continent);
}

const both = 'both models and infrastructure';
/** @type {Record<string, string[]>} */
const columns = {
  respondent: Array.from({ length: respondents }, (_, at) => `reconstructed ${at + 1}`),
  maturity,
  role: split(
    [
      [both, 12],
      ['any other role (not printed)', 10],
    ],
    // The most whole respondents that are no more than 40%.
    [
      [both, Math.floor(0.4 * respondents)],
      ['any other role (not printed)', respondents - Math.floor(0.4 * respondents)],
    ],
  ),
  employees: split(
    [
      ['fewer than 151 (not printed)', 5],
      ['151-500', 6],
      ['501-1000 (not printed)', 5],
      ['1001+', 6],
    ],
    [
      ['fewer than 151 (not printed)', 83],
      ['151-500', 83],
      ['501-1000 (not printed)', 82],
      ['1001+', 83],
    ],
  ),
  team: split(
    [
      ['fewer than 11 (not printed)', 7],
      ['11-30', 8],
      ['more than 30 (not printed)', 7],
    ],
    [
      ['fewer than 11 (not printed)', 110],
      ['11-30', 111],
      ['more than 30 (not printed)', 110],
    ],
  ),
  country,
  continent: country.map((name) => continentOf.get(name) ?? ''),
  data: ticked([
    ['relational', 200],
    ['time series', 200],
    ['kind 3 (not printed)', 100],
    ['kind 4 (not printed)', 100],
  ]),
  problems: ticked([
    ['predictive analysis', 160],
    ['time series data', 160],
    ['computer vision', 160],
    ['problem 4 (not printed)', 80],
    ['problem 5 (not printed)', 80],
  ]),
  goals: ticked([
    ['developing models for production use', 200],
    ['deploying models to production', 180],
    ['optimizing models', 160],
    ['proving the potential of machine learning', 140],
    ['goal 5 (not printed)', 120],
    ['goal 6 (not printed)', 120],
  ]),
};

// Ratings from 1 to 5, a scale of ours. For messiness more than half give the highest one.
const indifferent = [50, 60, 111, 60, 50];
const next = [30, 45, 76, 80, 100];
const ratings = new Map([
  ['a', next],
  ['b', [20, 30, 51, 60, 170]],
  ['c', next],
  ['p', [40, 55, 91, 75, 70]],
]);
for (const letter of 'abcdefghijklmnop') {
  const counts = ratings.get(letter) ?? indifferent;
  columns[letter] = dealt(counts.map((count, at) => [String(at + 1), count]));
}

const rows = Array.from({ length: respondents }, (_, row) =>
  Object.values(columns).map((cells) => cells[row]),
);
process.stdout.write(`${[Object.keys(columns), ...rows].map((row) => row.join(',')).join('\n')}\n`);

/**
 * Answers of all respondents in an order that the seed decides.
 * @param {Counts} counts
 */
function dealt(counts) {
  return shuffled(counts.flatMap(([answer, count]) => Array(count).fill(answer)));
}

/**
 * The same, where `within` says how many of the pipeline-centric gave each answer, and `counts` how many in all.
 * @param {Counts} within
 * @param {Counts} counts
 */
function split(within, counts) {
  const inside = dealt(within);
  const few = new Map(within);
  const others = dealt(counts.map(([answer, count]) => [answer, count - (few.get(answer) ?? 0)]));
  return maturity.map((one) => (one === 'pipeline-centric' ? inside.pop() : others.pop()));
}

/**
 * Several answers in one cell. Everybody gives one at least: who has none takes one over from somebody with several.
 * @param {Counts} counts
 */
function ticked(counts) {
  /** @type {Set<string>[]} */
  const given = Array.from({ length: respondents }, () => new Set());
  for (const [answer, count] of counts) {
    for (const own of shuffled(given).slice(0, count)) own.add(answer);
  }
  for (const own of given) {
    if (own.size > 0) continue;
    const [giver] = shuffled(given.filter(({ size }) => size > 1));
    const [answer = ''] = shuffled([...(giver ?? [])]);
    giver?.delete(answer);
    own.add(answer);
  }
  return given.map((own) => counts.flatMap(([answer]) => (own.has(answer) ? [answer] : [])).join(';'));
}

/**
 * Fisher and Yates.
 * @template T
 * @param {readonly T[]} list
 */
function shuffled(list) {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const [moved] = all.splice(below(at + 1), 1);
    all.push(/** @type {T} */ (moved));
  }
  return all;
}
