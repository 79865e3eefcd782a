import type { Work } from './work.ts';

/** What so many records share that nothing was looked for by it: they were compared only where something rarer is alike. */
export interface PassedOver {
  what: 'DOI' | 'title';
  /** Of titles as they are compared. */
  text: string;
  records: number;
}

/**
 * Pairs that may be one work, without comparing all: records that share a DOI, a title, a first author within a year, or
 * one of the rarest words or pairs of neighbouring words of either title. What many records have leads nowhere and is
 * passed over. The pairs do not depend on the order of the works.
 *
 * @param each is called once or twice for a pair, the lower index first.
 */
export function eachCandidate(works: readonly Work[], each: (a: number, b: number) => void): PassedOver[] {
  const numbers = new Map<string, number>();
  const postings: number[][] = [];
  const featuresOf = works.map((work, index) =>
    features(work).map((feature) => {
      let number = numbers.get(feature);
      if (number === undefined) {
        number = postings.length;
        numbers.set(feature, number);
        postings.push([]);
      }
      (postings[number] as number[]).push(index);
      return number;
    }),
  );
  const names = [...numbers.keys()];
  const limits = names.map((name) => limit(name));
  const seen = new Int32Array(works.length).fill(-1);
  const size = (number: number): number => postings[number]?.length ?? 0;
  for (let index = 0; index < works.length; index++) {
    seen[index] = index;
    const useful = (featuresOf[index] as number[]).filter(
      (one) => size(one) > 1 && size(one) <= (limits[one] as number),
    );
    const words = useful
      .filter((one) => isWord(names[one] as string))
      .sort((a, b) => size(a) - size(b) || ((names[a] as string) < (names[b] as string) ? -1 : 1))
      .slice(0, RAREST);
    let walked = 0;
    const affordable = words.filter((one, rank) => {
      walked += size(one);
      return rank < SURE || walked <= BUDGET;
    });
    for (const one of [...useful.filter((feature) => !isWord(names[feature] as string)), ...affordable]) {
      for (const other of postings[one] as number[]) {
        if (seen[other] === index) continue;
        seen[other] = index;
        each(Math.min(index, other), Math.max(index, other));
      }
    }
  }
  return names.flatMap((name, number): PassedOver[] => {
    const what = name.startsWith('d') ? 'DOI' : name.startsWith('t') ? 'title' : undefined;
    if (what === undefined || size(number) <= (limits[number] as number)) return [];
    return [{ what, text: name.slice(1), records: size(number) }];
  });
}

/** What a record is found by, each with a letter for its kind. */
function features({ doi, title, year, families }: Work): string[] {
  const found = new Set<string>();
  if (doi !== '') found.add(`d${doi}`);
  if (title.text !== '') {
    found.add(`t${title.text}`);
    for (const when of year === 0 ? [''] : [year, year + 1]) found.add(`y${when} ${title.text}`);
  }
  const family = families[0];
  if (family !== undefined && year !== 0) {
    found.add(`a${year} ${family}`);
    found.add(`a${year + 1} ${family}`);
  }
  const { content } = title;
  content.forEach((word, at) => {
    found.add(`w${word}`);
    if (at > 0) found.add(`w${content[at - 1]} ${word}`);
  });
  return [...found];
}

const isWord = (feature: string): boolean => feature.startsWith('w');

/** How many records may share a feature. */
const limit = (feature: string): number => (isWord(feature) ? 100 : feature.startsWith('d') ? 1000 : 200);
/** Of the rarest words so many are followed, and these however many records share them. */
const RAREST = 7;
const SURE = 4;
/** Records that are looked at for the other words. */
const BUDGET = 200;
