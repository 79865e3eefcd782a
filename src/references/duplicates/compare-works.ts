import { edits } from '../../text/edits.ts';
import { type Likeness, titleLikeness } from './title-likeness.ts';
import { haveSameFirstAuthor, type Work } from './work.ts';

/** What speaks for two records being one work. */
export interface Verdict {
  /** True where nothing is left to decide. */
  isCertain: boolean;
  /** In a few words. */
  why: string;
  /** Of the titles, from 0 to 1. */
  similarity: number;
}

/**
 * Compares two records. Certain are the same DOI with titles that are alike, and the same title, year and first author
 * where nothing contradicts it. Whatever else may be one work is for a person to decide; undefined is what is not.
 */
export function compareWorks(a: Work, b: Work): Verdict | undefined {
  if (a.doi !== '' && a.doi === b.doi) return bySameDoi(a, b);
  if (a.year !== 0 && b.year !== 0 && Math.abs(a.year - b.year) > 1) return undefined;
  const likeness = titleLikeness(a.title, b.title);
  const half = likeness ? undefined : withoutSubtitle(a, b);
  if (!likeness && !half) return undefined;
  const author = likelySameAuthor(a, b);
  if (likeness) return isEnough(a, b, likeness, author) ? verdictOf(a, b, likeness) : undefined;
  if (author === false || (author === undefined && !isLongEnough(a, b))) return undefined;
  return { isCertain: false, why: 'subtitle missing', similarity: half?.similarity ?? 0 };
}

function bySameDoi(a: Work, b: Work): Verdict {
  const likeness =
    a.title.text === '' || b.title.text === ''
      ? { similarity: 0 }
      : (titleLikeness(a.title, b.title) ?? withoutSubtitle(a, b));
  return likeness
    ? { isCertain: true, why: 'same DOI', similarity: likeness.similarity }
    : { isCertain: false, why: 'same DOI, other title', similarity: 0 };
}

function verdictOf(a: Work, b: Work, { kind, similarity }: Likeness): Verdict {
  const doubts = kind === 'same' ? doubtsAbout(a, b) : [];
  const first = kinds[kind];
  if (kind === 'same' && doubts.length === 0)
    return { isCertain: true, why: 'same title, year and first author', similarity };
  return { isCertain: false, why: [first, ...doubts].join(', '), similarity };
}

const kinds = {
  same: 'same title',
  order: 'same words in another order',
  spelling: 'title spelt another way',
  'word missing': 'a word of the title missing',
} as const;

/** What keeps two records with the same title from being one for certain. */
function doubtsAbout(a: Work, b: Work): string[] {
  const differ = (one: string, other: string) => one !== '' && other !== '' && one !== other;
  const author = haveSameFirstAuthor(a, b);
  return [
    a.year === 0 || b.year === 0 ? 'no year' : a.year !== b.year ? 'other year' : '',
    author === undefined ? 'no authors' : author ? '' : 'other first author',
    author && a.given !== '' && b.given !== '' && !a.given.startsWith(b.given) && !b.given.startsWith(a.given)
      ? 'other given name'
      : '',
    differ(a.doi, b.doi) ? 'other DOI' : '',
    a.type !== 'other' && b.type !== 'other' && differ(a.type, b.type)
      ? `${[a.type, b.type].sort().join(' and ')}`
      : '',
    differ(a.volume, b.volume) ? 'other volume' : '',
    differ(a.issue, b.issue) ? 'other issue' : '',
    // An editorial has the title of many others; what databases call a venue differs too often to go by it everywhere.
    Math.min(a.title.content.length, b.title.content.length) <= 3 && differ(a.venue, b.venue)
      ? 'other venue'
      : '',
    differ(a.page, b.page) ? 'other pages' : '',
  ].filter((doubt) => doubt !== '');
}

/** Titles alone are not enough: short ones are used by many. */
function isEnough(a: Work, b: Work, { kind }: Likeness, author: boolean | undefined): boolean {
  if (author === true) return true;
  const words = Math.min(a.title.content.length, b.title.content.length);
  const isSameYear = a.year === b.year && a.year !== 0;
  if (author === undefined) return words >= (isSameYear ? 3 : 5) && kind !== 'word missing';
  return isSameYear && words >= 5 && (kind === 'same' || kind === 'order');
}

/** One slip in a family name, and authors in another order, leave them the same. */
function likelySameAuthor(a: Work, b: Work): boolean | undefined {
  const same = haveSameFirstAuthor(a, b);
  if (same !== false) return same;
  const [one, other] = [a.families[0] as string, b.families[0] as string];
  if (a.families.includes(other) || b.families.includes(one)) return true;
  const short = Math.min(one.length, other.length);
  return short >= 4 && edits(one, other) <= (short >= 9 ? 2 : 1);
}

/** The likeness of a whole title and of the one half of another, whose other half is missing. */
function withoutSubtitle(a: Work, b: Work): Likeness | undefined {
  const [whole, cut] = a.parts.length > 0 ? [b, a] : [a, b];
  if (whole.parts.length > 0 || cut.parts.length === 0) return undefined;
  if (cut.title.numbers !== whole.title.numbers || cut.title.notice !== whole.title.notice) return undefined;
  for (const part of cut.parts) {
    const likeness = titleLikeness(whole.title, part);
    if (!likeness || likeness.kind === 'word missing') continue;
    // A word alone is the title of many works: it has to be the title itself, by the same author in the same year.
    if (part.content.length < 2 && !(part === cut.parts[0] && likeness.kind === 'same' && areOfOneYear(a, b)))
      continue;
    // The letters of the other half are missing, besides the edits within this one.
    const longer = Math.max(cut.title.text.length, whole.title.text.length);
    const same = Math.max(part.text.length, whole.title.text.length) * likeness.similarity;
    return { kind: likeness.kind, similarity: Math.min(1, same / longer) };
  }
  return undefined;
}

const areOfOneYear = (a: Work, b: Work): boolean =>
  a.year !== 0 && a.year === b.year && haveSameFirstAuthor(a, b) === true;

/** Without authors to go by, so many words and the same year have to. */
function isLongEnough(a: Work, b: Work): boolean {
  const words = Math.min(a.title.content.length, b.title.content.length);
  return a.year === b.year && a.year !== 0 && words >= 4;
}
