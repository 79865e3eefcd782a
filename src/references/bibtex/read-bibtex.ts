import type { VFile } from 'vfile';
import { addProblem, quote } from '../../problem/problem.ts';
import { bareDoi, keywordList, oneLine, pageRange } from '../clean.ts';
import { isPreprintServer } from '../preprint-server.ts';
import { blankEntry, type Entry } from '../reference.ts';
import { MOST } from '../tell.ts';
import { type CutEntry, type CutField, cutEntries } from './cut-entries.ts';
import { entryTypes } from './entry-type.ts';
import { Fields } from './fields.ts';
import { standardStrings } from './strings.ts';

/**
 * Reads BibTeX and biblatex. An entry that cannot be used is told with its place and left out; the others are read.
 * The first of fields that stand twice counts, as in BibTeX, and what one entry takes over by `crossref` is filled in.
 */
export function readBibtex(file: VFile): { entries: Entry[]; leftOut: number } {
  const strings = new Map(standardStrings);
  const keys = new Map<string, number>();
  const parents = new Map<string, Fields>();
  const waiting: { entry: Entry; parent: string; field: CutField }[] = [];
  const entries: Entry[] = [];
  let leftOut = 0;
  const text = String(file.value ?? '');
  // Entries as they were cut are large, and others can take over from them only where the word stands somewhere.
  const mayTakeOver = /crossref/i.test(text);
  for (const cut of cutEntries(text)) {
    if (cut.fault) {
      tellFault(file, cut, cut.fault);
      if (cut.type !== 'string') leftOut++;
      continue;
    }
    const fields = new Fields(file, cut, strings);
    if (cut.type === 'string') {
      for (const { name } of cut.fields) strings.set(name, fields.typed(name));
      continue;
    }
    const entry = entryOf(fields, cut);
    tellKey(file, cut, keys);
    if (mayTakeOver && cut.key !== '') parents.set(cut.key, fields);
    const crossref = fields.field('crossref');
    if (crossref) waiting.push({ entry, parent: fields.typed('crossref').trim(), field: crossref });
    entries.push(entry);
  }
  for (const { entry, parent, field } of waiting) {
    const fields = parents.get(parent);
    if (fields) inherit(entry, fields);
    else {
      const reason = `crossref names ${quote(parent)}, and no entry has that key`;
      addProblem(file, {
        rule: 'unknown-crossref',
        reason,
        place: field.place,
        found: parent,
        warning: true,
        most: MOST,
      });
    }
  }
  return { entries, leftOut };
}

function entryOf(fields: Fields, cut: CutEntry): Entry {
  const entry = blankEntry(cut.place.line, cut.key);
  const [title, subtitle] = [fields.text('title'), fields.text('subtitle')];
  entry.title = subtitle === '' ? title : `${title}: ${subtitle}`;
  entry.authors = fields.names('author') || fields.names('editor');
  entry.venue = venueOf(fields, cut.type);
  entry.type = typeOf(fields, cut, entry.venue);
  entry.year = fields.year();
  entry.volume = fields.text('volume');
  entry.issue = fields.text('number', 'issue');
  entry.pages = pageRange(fields.text('pages', 'eid'));
  entry.url = oneLine(fields.typed('url'))
    .replace(/^\{(.*)\}$|^\\url\{(.*)\}$/, '$1$2')
    .replaceAll('\\', '');
  entry.doi = bareDoi(fields.typed('doi')) || (entry.url.includes('doi.org/') ? bareDoi(entry.url) : '');
  entry.abstract = fields.text('abstract');
  entry.keywords = keywordList([fields.text('keywords', 'keyword', 'author_keywords')], /[;,]/);
  entry.language = fields.text('language', 'langid');
  return entry;
}

const venueOf = (fields: Fields, type: string): string =>
  fields.text('journal', 'journaltitle', 'booktitle', 'school', 'institution') ||
  (type === 'techreport' || type === 'report' ? fields.text('organization', 'publisher') : '');

function typeOf(fields: Fields, { type }: CutEntry, venue: string): string {
  const known = Object.hasOwn(entryTypes, type) ? (entryTypes[type] ?? 'other') : 'other';
  const server = fields.typed('archiveprefix', 'eprinttype') || fields.typed('howpublished', 'publisher');
  if (known === 'article' && isPreprintServer(venue)) return 'preprint';
  if ((known === 'other' || known === 'web page') && isPreprintServer(`${server} ${venue}`))
    return 'preprint';
  return known;
}

/** What an entry takes over from the one that it is part of. */
function inherit(entry: Entry, parent: Fields): void {
  entry.venue ||= parent.text('booktitle', 'title');
  entry.year ||= parent.year();
  entry.volume ||= parent.text('volume');
  entry.language ||= parent.text('language', 'langid');
}

function tellFault(file: VFile, { type, key }: CutEntry, fault: NonNullable<CutEntry['fault']>): void {
  const what = key === '' ? `this ${type}` : `${type} ${quote(key)}`;
  addProblem(file, {
    rule: 'broken-entry',
    reason: `${what} is left out: ${fault.reason}`,
    place: fault.place,
    found: fault.found,
    suggest: false,
    advice: fault.advice,
  });
}

function tellKey(file: VFile, { key, type, place }: CutEntry, keys: Map<string, number>): void {
  if (!Object.hasOwn(entryTypes, type)) {
    const expected = Object.keys(entryTypes);
    const reason = `${quote(`@${type}`)} is no type of entry; the record's type is "other"`;
    addProblem(file, {
      rule: 'unknown-type',
      reason,
      place,
      found: type,
      expected,
      warning: true,
      most: MOST,
    });
  }
  const before = keys.get(key);
  if (key === '') {
    addProblem(file, { rule: 'no-key', reason: 'this entry has no key', place, warning: true, most: MOST });
  } else if (before !== undefined) {
    const reason = `the key ${quote(key)} stands in line ${before} already; both entries are read`;
    addProblem(file, { rule: 'duplicate-key', reason, place, found: key, warning: true, most: MOST });
  } else keys.set(key, place.line);
}
