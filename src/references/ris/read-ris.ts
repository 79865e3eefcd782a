import type { VFile } from 'vfile';
import { addProblem } from '../../problem/problem.ts';
import { bareDoi, fromTo, keywordList, oneLine, pageRange, yearIn } from '../clean.ts';
import { familyFirst } from '../names.ts';
import { isPreprintServer } from '../preprint-server.ts';
import { blankEntry, type Entry } from '../reference.ts';
import { MOST, tellYear } from '../tell.ts';
import { cutRecords, type RisRecord } from './cut-records.ts';
import { readTags, risTypes } from './tags.ts';

/** Reads RIS, as reference managers and databases write it; whatever is out of order is told with its line. */
export function readRis(file: VFile): { entries: Entry[]; leftOut: number } {
  const records = cutRecords(file);
  if (records.length === 0) {
    addProblem(file, {
      rule: 'no-records',
      reason: 'there is no record in this file',
      place: { line: 1, column: 1 },
      advice: 'in RIS, a record begins with "TY  - "',
    });
  }
  return { entries: records.map((record) => entryOf(file, record)), leftOut: 0 };
}

function entryOf(file: VFile, record: RisRecord): Entry {
  const first = (tags: readonly string[]): string => {
    for (const tag of tags) {
      const text = record.values.get(tag)?.find((one) => one.text !== '')?.text;
      if (text !== undefined) return oneLine(text);
    }
    return '';
  };
  const all = (tags: readonly string[]): string[] => {
    const tag = tags.find((one) => record.values.has(one));
    return (tag === undefined ? [] : (record.values.get(tag) ?? [])).map(({ text }) => text);
  };
  const entry = blankEntry(record.line, first(readTags.key));
  entry.title = first(readTags.title);
  entry.authors = all(readTags.authors)
    .map(familyFirst)
    .filter((name) => name !== '')
    .join('; ');
  entry.venue = first(readTags.venue.filter((tag) => tag !== 'BT' || first(['BT']) !== entry.title));
  entry.type = typeOf(file, record, entry.venue);
  entry.year = yearOf(file, record);
  entry.volume = first(readTags.volume);
  entry.issue = first(readTags.issue);
  const [from, to] = [first(readTags.from), first(readTags.to)];
  entry.pages = pageRange(/[-–]/.test(from) ? from : fromTo(from, to));
  entry.url = first(readTags.url);
  entry.doi = bareDoi(first(readTags.doi)) || (entry.url.includes('doi.org/') ? bareDoi(entry.url) : '');
  entry.abstract = first(readTags.abstract);
  entry.keywords = keywordList(all(readTags.keywords));
  entry.language = first(readTags.language);
  return entry;
}

function typeOf(file: VFile, { values, line }: RisRecord, venue: string): string {
  const found = values.get('TY')?.[0]?.text.toUpperCase() ?? '';
  const known = risTypes[found];
  if (known === undefined) {
    const reason = `${JSON.stringify(found)} is no type of reference; the record's type is "other"`;
    const place = { line, column: 1 };
    const expected = Object.keys(risTypes);
    addProblem(file, { rule: 'unknown-type', reason, place, found, expected, warning: true, most: MOST });
  }
  if ((known === 'article' || found === 'UNPB' || found === 'GEN') && isPreprintServer(venue))
    return 'preprint';
  return known ?? 'other';
}

/** `2019`, or `2019/05/03/` as RIS writes dates. */
function yearOf(file: VFile, { values }: RisRecord): string {
  for (const tag of readTags.year) {
    const given = values.get(tag)?.find(({ text }) => text !== '');
    if (!given) continue;
    const year = /^((?:1[5-9]|20)\d\d)(?:\/|$)/.exec(given.text)?.[1] ?? yearIn(given.text);
    if (year === undefined) tellYear(file, { line: given.line, column: 7 }, given.text);
    return year ?? '';
  }
  return '';
}
