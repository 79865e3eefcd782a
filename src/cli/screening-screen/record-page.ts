import { safe } from '../../render/safe-text.ts';
import type { ScreenedRecord } from '../../screening/record.ts';
import { patternsOf } from '../../screening/search.ts';
import type { Session } from '../../screening/session.ts';
import type { Style, StyledLine } from '../screen/styled-line.ts';
import { wrapLine } from '../screen/wrap-line.ts';
import { markedRows } from './marked-rows.ts';

/** Columns that a text is never wider than: longer lines are hard to read on. */
const WIDEST = 100;

/** All there is to see of the record that is shown, and what its rater wrote on it. */
export function recordPage(session: Session, columns: number): StyledLine[] {
  const record = session.records[session.at];
  if (!record) return [];
  const width = Math.max(1, Math.min(columns, WIDEST) - 2);
  const patterns = patternsOf(session.search?.words ?? '');
  const title = record.title === '' ? 'no title' : record.title;
  const { reason = null, note = null } = session.said.get(record.id) ?? {};
  const own = (label: string, text: string | null): StyledLine[] =>
    text === null
      ? []
      : wrapLine([{ text: `${label}: `, style: { bold: true } }, { text: safe(text) }], width, '  ');
  const parts = [
    [...own('Reason', reason), ...own('Note', note)],
    markedRows(title, patterns, width, record.title === '' ? { dim: true } : { bold: true }),
    aboutRows(record, width),
    record.abstract === ''
      ? [[{ text: 'No abstract is given.', style: { dim: true } }]]
      : markedRows(record.abstract, patterns, width),
    record.keywords === '' ? [] : markedRows(`Keywords: ${record.keywords}`, [], width, { dim: true }),
  ].filter((rows) => rows.length > 0);
  return parts
    .flatMap((rows, index): StyledLine[] => (index === 0 ? rows : [[], ...rows]))
    .map((line) => (line.length === 0 ? line : [{ text: ' ' }, ...line]));
}

/** Who wrote it, where and when it came out, what it is, and where it is to be found. */
function aboutRows(record: ScreenedRecord, width: number): StyledLine[] {
  const { authors, venue, year, kind, doi, url } = record;
  const out = [venue, year, kind].filter((part) => part !== '').join(' · ');
  const rows = (text: string, style: Style) => (text === '' ? [] : markedRows(text, [], width, style));
  return [...rows(authors, {}), ...rows(out, {}), ...rows(doi === '' ? url : `doi ${doi}`, { dim: true })];
}
