import type { ReferenceType } from '../reference.ts';

/** What databases call a kind of document, in standard words; undefined where the words are not known. */
export function documentType(found: string): ReferenceType | undefined {
  // Web of Science names several: "Article; Proceedings Paper".
  const key = found.toLowerCase().replace(/[\s_-]/g, '');
  return words.find(([pattern]) => pattern.test(key))?.[1];
}

const words: readonly (readonly [RegExp, ReferenceType])[] = [
  [/preprint/, 'preprint'],
  [/proceedings?paper|conferencepaper|inproceedings|ieeeconferences?|^conference$/, 'conference paper'],
  [/bookchapter|booksection|^chapter|incollection|inbook/, 'chapter'],
  [/thesis|dissertation/, 'thesis'],
  [/report|standard|whitepaper/, 'report'],
  [/webpage|website|blogpost|forumpost/, 'web page'],
  [/bookreview|article|^review|journals?|magazines?|letter|shortsurvey|earlyaccess|^j$/, 'article'],
  [/^(?:e?books?|b|proceedings|conferenceproceedings|editedbook|conferencereview)$/, 'book'],
  [/./, 'other'],
];
