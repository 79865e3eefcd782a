/** What the first bytes show a file to be, in words with advice for its user; undefined when it may be text. */
export function binaryKind(bytes: Uint8Array): BinaryKind | undefined {
  const start = latin1(bytes.subarray(0, 4096));
  // A zip archive lists its files at its end.
  const end = latin1(bytes.subarray(-65_536));
  return KINDS.find((kind) => kind.test(start, end));
}

export interface BinaryKind {
  name: string;
  advice: string;
  test: (start: string, end: string) => boolean;
}

const isZip = (start: string): boolean => start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06');

const AS_CSV = 'save it as CSV UTF-8 and use that file';
const AS_TEXT = 'save it as plain text (UTF-8) and use that file';
const NO_TEXT = 'name the text file that was meant';

/** From the most to the least specific: office formats are zip archives. */
const KINDS: readonly BinaryKind[] = [
  zip('an Excel workbook (.xlsx)', AS_CSV, /xl\/workbook/),
  zip('a Word document (.docx)', AS_TEXT, /word\/document/),
  zip(
    'an OpenDocument spreadsheet (.ods)',
    AS_CSV,
    /mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/,
  ),
  zip('an OpenDocument text (.odt)', AS_TEXT, /mimetypeapplication\/vnd\.oasis\.opendocument\.text/),
  zip('an Office document (such as .xlsx or .docx)', `${AS_CSV}, or as plain text`, /\[Content_Types\]\.xml/),
  zip('a zip archive', 'unpack it and use the text file inside', /^/),
  magic(
    'an old Excel or Word file (.xls, .doc)',
    `${AS_CSV}, or as plain text`,
    '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1',
  ),
  magic('a PDF', AS_TEXT, '%PDF-'),
  magic('a PNG picture', NO_TEXT, '\x89PNG\r\n'),
  magic('a JPEG picture', NO_TEXT, '\xFF\xD8\xFF'),
  magic('a compressed file (.gz)', 'unpack it and use the text file inside', '\x1F\x8B'),
  magic('an SQLite database', 'export its table as CSV UTF-8', 'SQLite format 3\0'),
];

function zip(name: string, advice: string, pattern: RegExp): BinaryKind {
  return { name, advice, test: (start, end) => isZip(start) && (pattern.test(start) || pattern.test(end)) };
}

function magic(name: string, advice: string, prefix: string): BinaryKind {
  return { name, advice, test: (start) => start.startsWith(prefix) };
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
