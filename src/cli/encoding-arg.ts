import { encodingName } from '../file/in-utf8.ts';
import { quote } from '../problem/problem.ts';
import { UsageError } from './io.ts';

/** @throws a UsageError for what `--encoding` names no encoding by. */
export function refuseUnknownEncoding(encoding: string | undefined): void {
  if (encoding === undefined || encodingName(encoding) !== undefined) return;
  throw new UsageError(
    `--encoding ${quote(encoding)} is not known; it may be utf-8, utf-16le, windows-1252, iso-8859-15, macintosh, shift_jis or gb18030, for example.`,
  );
}
