import type { VFile } from 'vfile';
import { addProblem, quote } from '../../problem/problem.ts';
import { MOST } from '../tell.ts';
import { knownTags } from './tags.ts';

/** A record of a RIS file: the values of each tag, in order. */
export interface RisRecord {
  line: number;
  values: Map<string, { text: string; line: number }[]>;
}

/**
 * Cuts a RIS file into its records. A line without a tag goes on with the one before. What is out of order is told:
 * tags outside of a record are left out, a record without `ER` ends where the next begins.
 */
export function cutRecords(file: VFile): RisRecord[] {
  const records: RisRecord[] = [];
  let record: RisRecord | undefined;
  let last: { text: string } | undefined;
  let number = 0;
  for (const typed of linesOf(String(file.value ?? ''))) {
    number++;
    const place = { line: number, column: 1 };
    const found = LINE.exec(typed);
    const [tag, text] = found ? [found[1] as string, (found[2] as string).trim()] : [undefined, typed.trim()];
    if (tag === undefined && text === '') continue;
    if (tag === 'TY') {
      if (record) tellNoEnd(file, record, number);
      record = { line: number, values: new Map() };
      records.push(record);
    } else if (!record) {
      const reason = `${quote(typed.slice(0, 30))} stands outside of any record, and is left out`;
      const advice = 'a record begins with "TY  - " and ends with "ER  - "';
      addProblem(file, { rule: 'outside-record', reason, place, advice, most: MOST });
      continue;
    }
    if (tag === 'ER') [record, last] = [undefined, undefined];
    else if (tag === undefined) {
      if (last) last.text += ` ${text}`;
    } else {
      if (!knownTags.has(tag)) {
        const reason = `${quote(tag)} is no tag that is known here, and is left out`;
        addProblem(file, {
          rule: 'unknown-tag',
          reason,
          place,
          found: tag,
          suggest: false,
          warning: true,
          most: MOST,
        });
      }
      const value = { text, line: number };
      last = value;
      const values = record?.values.get(tag);
      if (values) values.push(value);
      else record?.values.set(tag, [value]);
    }
  }
  if (record) tellNoEnd(file, record, undefined);
  return records;
}

function tellNoEnd(file: VFile, { line }: RisRecord, next: number | undefined): void {
  addProblem(file, {
    rule: 'no-end',
    reason: `this record has no "ER  - " before ${next === undefined ? 'the end of the file' : `the next one in line ${next}`}; it is read all the same`,
    place: { line, column: 1 },
    advice: 'if the file was cut off, export it again',
    warning: true,
    most: MOST,
  });
}

function* linesOf(text: string): Generator<string> {
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    yield text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    start = end + 1;
  }
  if (start < text.length) yield text.slice(start);
}

/** Two blanks as specified; one, or none after the hyphen, as some write it. */
const LINE = /^([A-Z][A-Z0-9]) {1,2}-(?: |$)(.*)$/;
