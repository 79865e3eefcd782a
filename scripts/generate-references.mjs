// Invented references with planted duplicates, seeded, so that each call gives the same. Every entry says which work it is
// of: entries of one work are duplicates, and near-misses are works of their own.
//     node scripts/generate-references.mjs FILE.bib [entries]
// @ts-check
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Planted
 * @property {string} key `w12` is work 12 as it is, `w12-typo` a duplicate, and `n12-erratum` another work that looks like it
 * @property {string} work entries with the same one are duplicates
 * @property {string} type
 * @property {string} title
 * @property {string} authors
 * @property {string} year
 * @property {string} venue
 * @property {string} volume
 * @property {string} pages
 * @property {string} doi
 * @property {string} abstract
 */

/** Words of titles: common ones, as they stand in many, and rare ones, composed from syllables. */
const common =
  'learning systems analysis software data model framework approach study evaluation design adaptive empirical testing quality requirements automated networks performance architecture management industrial review practice development engineering security deployment monitoring detection prediction classification optimization simulation verification validation distributed embedded mobile cloud service knowledge evidence survey methods tools challenges benefits teams process agile continuous integration delivery'.split(
    ' ',
  );
const accented = [
  'naïve',
  'façade',
  'Bézier',
  'Poincaré',
  'Gödel',
  'Erdős',
  'Hölder',
  'Ångström',
  'Čech',
  'fiancée',
];
const syllables =
  'ba co di fu ga he ki lo mu na pe qui ro sa te vu xa ze bran clor drin flet gran plom stel trin vask wend'.split(
    ' ',
  );
const families =
  'Müller Smith Rossi García Novák Kovács Øster Łukasz Nguyen Wang Li Zhang Kim Tanaka Silva Santos Ivanova Jansson Larsen Dubois Moreau Fischer Weber Schäfer Yılmaz Demir Costa Fernández Horváth Nowak'.split(
    ' ',
  );
const givens =
  'Ana Ben Carla Dmitri Élodie Farid Grace Hiro Ingrid José Kasia Luís Mei Noor Olaf Petra'.split(' ');

/**
 * @param {number} wanted how many entries
 * @param {number} seed
 * @returns {Planted[]} in an order that shows nothing
 */
export function inventReferences(wanted, seed = 1) {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (/** @type {number} */ limit) => Math.floor(uniform() * limit);
  /** @template T @param {readonly T[]} list @returns {T} */
  const one = (list) => /** @type {T} */ (list[below(list.length)]);
  const rare = Array.from({ length: 6000 }, () => {
    let word = '';
    for (let part = 2 + below(3); part > 0; part -= 1) word += one(syllables);
    return word;
  });
  const names = Array.from({ length: 2500 }, (_, at) => {
    const own = families[at];
    if (own !== undefined) return own;
    const word = `${one(syllables)}${one(syllables)}${one(['', 'sen', 'ez', 'ová', 'ić', 'man'])}`;
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
  /** Few words are in many titles, many are in few. */
  const word = () =>
    uniform() < 0.6
      ? one(common)
      : uniform() < 0.03
        ? one(accented)
        : /** @type {string} */ (rare[Math.floor(6000 * uniform() ** 2.5)]);
  const phrase = (/** @type {number} */ words) => {
    const chosen = Array.from({ length: words }, word);
    if (words > 3) chosen.splice(1 + below(words - 2), 0, one(['for', 'of', 'in the', 'and', 'with']));
    return chosen.join(' ');
  };
  const capital = (/** @type {string} */ text) => text.charAt(0).toUpperCase() + text.slice(1);
  const text = Array.from({ length: 3000 }, word).join(' ');

  /** @returns {Planted} */
  const work = (/** @type {number} */ number) => {
    const isArticle = uniform() < 0.5;
    const title =
      uniform() < 0.55
        ? `${capital(phrase(3 + below(4)))}: ${phrase(3 + below(4))}`
        : capital(phrase(5 + below(6)));
    const people = Array.from(
      { length: 1 + below(5) },
      () => `${names[Math.floor(2500 * uniform() ** 1.7)]}, ${one(givens)}`,
    );
    const begin = 1 + below(900);
    const from = below(text.length - 1200);
    return {
      key: `w${number}`,
      work: `w${number}`,
      type: isArticle ? 'article' : 'inproceedings',
      title,
      authors: [...new Set(people)].join(' and '),
      year: String(1995 + Math.floor(30 * uniform() ** 0.5)),
      venue: `${isArticle ? 'Journal of' : 'Proceedings of the Conference on'} ${capital(one(common))} ${capital(one(common))}`,
      volume: isArticle ? String(1 + below(60)) : '',
      pages: `${begin}--${begin + 5 + below(20)}`,
      doi: uniform() < 0.85 ? `10.${1000 + below(9000)}/inv.${number}` : '',
      abstract: text.slice(from, from + 500 + below(600)),
    };
  };

  const mistyped = (/** @type {string} */ title) => {
    const words = title.split(' ');
    const long = words.flatMap((each, at) => (/^[a-z]{6,}$/.test(each) ? [at] : []));
    const at = long[below(long.length)];
    if (at === undefined) return undefined;
    const letters = [.../** @type {string} */ (words[at])];
    const place = 1 + below(letters.length - 2);
    const kind = below(4);
    if (kind === 0) letters.splice(place, 1);
    else if (kind === 1) letters.splice(place, 0, /** @type {string} */ (letters[place]));
    else if (kind === 2)
      letters.splice(
        place,
        2,
        /** @type {string} */ (letters[place + 1]),
        /** @type {string} */ (letters[place]),
      );
    else letters.splice(place, 1, letters[place] === 'e' ? 'a' : 'e');
    words[at] = letters.join('');
    const typed = words.join(' ');
    return typed === title ? undefined : typed;
  };
  const halves = (/** @type {Planted} */ { title }) => {
    const [main, subtitle] = title.split(': ');
    return main !== undefined && subtitle !== undefined ? { main, subtitle } : undefined;
  };
  const plain = (/** @type {string} */ words) => words.normalize('NFKD').replace(/\p{M}/gu, '');
  const initials = (/** @type {string} */ people) => people.replace(/, (\S)\S*/g, ', $1.');

  /**
   * What becomes of a work in another database; undefined where the work has nothing of the kind.
   * @type {Record<string, (work: Planted) => Partial<Planted> | undefined>}
   */
  const duplicates = {
    typo: ({ title }) => {
      const typed = mistyped(title);
      return typed === undefined ? undefined : { title: typed, doi: '' };
    },
    'two-typos': ({ title }) => {
      const typed = mistyped(mistyped(title) ?? '');
      return typed === undefined || typed === title ? undefined : { title: typed, doi: '', pages: '' };
    },
    'no-doi': ({ authors, title }) => ({ doi: '', authors: initials(authors), title: title.toUpperCase() }),
    accents: ({ title, authors }) =>
      plain(`${title}${authors}`) === `${title}${authors}`
        ? undefined
        : { title: plain(title), authors: plain(authors), doi: '' },
    swapped: (made) => {
      const parts = halves(made);
      return parts && { title: `${capital(parts.subtitle)}: ${parts.main.toLowerCase()}`, doi: '' };
    },
    'no-subtitle': (made) => {
      const parts = halves(made);
      return parts && { title: parts.main, doi: '', authors: initials(made.authors) };
    },
    dash: (made) => {
      const parts = halves(made);
      return parts && { title: `${parts.main} --- ${parts.subtitle}`, doi: '', venue: '', volume: '' };
    },
    'same-doi': ({ title, doi, year }) =>
      doi === ''
        ? undefined
        : { title: title.toLowerCase(), year: String(Number(year) + 1), doi: doi.toUpperCase() },
    preprint: ({ year, title }) => ({
      type: 'article',
      venue: 'arXiv',
      volume: '',
      pages: '',
      year: String(Number(year) - 1),
      doi: `10.48550/arxiv.${year}.${below(1e6)}`,
      title: mistyped(title) ?? title,
    }),
    'no-authors': ({ doi }) => ({ authors: '', doi: '', volume: doi === '' ? '' : '1' }),
  };
  /** Another work that looks like it, by the same authors and in most kinds of the same year. */
  const others = {
    'later-edition': (/** @type {Planted} */ { year }) => ({
      year: String(Number(year) + 2 + below(5)),
      pages: '1--9',
    }),
    parts: (/** @type {Planted} */ { title }) => ({ title: `${title}, Part II`, pages: '31--40' }),
    erratum: (/** @type {Planted} */ { title }) => ({ title: `Erratum to: ${title}`, pages: '99' }),
    reply: (/** @type {Planted} */ { title }) => ({ title: `Comment on "${title}"` }),
    series: (/** @type {Planted} */ { title }) => ({ title: `${title} ${2 + below(8)}` }),
    'another-word': (/** @type {Planted} */ { title }) => {
      const words = title.split(' ');
      const at = words.findLastIndex((each) => each.length > 5);
      const old = words[at];
      const other = one(common.filter((each) => each !== old && each.length > 5));
      words[at] = other;
      return { title: words.join(' ') };
    },
    'another-subtitle': (/** @type {Planted} */ made) => {
      const parts = halves(made);
      return parts && { title: `${parts.main}: ${phrase(5)}` };
    },
    'other-people': (/** @type {Planted} */ { title }) => ({
      title: title.split(' ').slice(0, 4).join(' '),
      authors: 'Somebody, Else',
    }),
  };

  /** @type {Planted[]} */
  const entries = [];
  for (let number = 1; entries.length < wanted; number += 1) {
    const made = work(number);
    entries.push(made);
    const chance = uniform();
    if (chance < 0.14) {
      const kinds = [...Object.keys(duplicates)].filter(() => uniform() < 0.15);
      for (const kind of kinds.length > 0 ? kinds.slice(0, 2) : [one(Object.keys(duplicates))]) {
        const change = duplicates[kind]?.(made);
        if (change) entries.push({ ...made, ...change, key: `${made.key}-${kind}` });
      }
    } else if (chance < 0.22) {
      const kind = /** @type {keyof typeof others} */ (one(Object.keys(others)));
      const change = others[kind](made);
      const work = `n${number}-${kind}`;
      if (change)
        entries.push({ ...made, doi: made.doi === '' ? '' : `${made.doi}.x`, ...change, key: work, work });
    }
  }
  const some = entries.slice(0, wanted);
  for (let at = some.length - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    [some[at], some[other]] = [/** @type {Planted} */ (some[other]), /** @type {Planted} */ (some[at])];
  }
  return some;
}

/** @param {readonly Planted[]} entries */
export function asBibtex(entries) {
  const field = (/** @type {string} */ name, /** @type {string} */ value) =>
    value === '' ? '' : `  ${name} = {${value}},\n`;
  return entries
    .map(
      ({ key, type, title, authors, year, venue, volume, pages, doi, abstract }) =>
        `@${type}{${key},\n${field('title', latex(title))}${field('author', latex(authors))}${field('year', year)}${field(type === 'article' ? 'journal' : 'booktitle', venue)}${field('volume', volume)}${field('pages', pages)}${field('doi', doi)}${field('abstract', abstract)}}\n`,
    )
    .join('\n');
}

/** Some accents as LaTeX has them. */
const latex = (/** @type {string} */ text) =>
  text.replaceAll('ü', '{\\"u}').replaceAll('é', "{\\'e}").replaceAll('ö', '\\"{o}').replaceAll('Ø', '{\\O}');

const [, script, path, entries = '50000'] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  if (path === undefined || path.startsWith('-') || !/^\d+$/.test(entries)) {
    console.error('node scripts/generate-references.mjs FILE.bib [entries]');
    process.exitCode = 2;
  } else writeFileSync(path, asBibtex(inventReferences(Number(entries))));
}
