import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/** A name beside the target that nobody else takes: other processes and other calls have their own. */
export function temporaryName(target: string): string {
  // Long names are cut, since a file system refuses names of more than 255 bytes.
  const name = basename(target).slice(0, 50);
  return join(dirname(target), `.${name}.${process.pid}.${randomBytes(4).toString('hex')}.emic-tmp`);
}
