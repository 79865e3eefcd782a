import { createHash } from 'node:crypto';
import { type Description, describing } from './reference.ts';

/** The key of an entry that has none of its own: the same for the same content of every field. */
export const contentKey = (entry: Description): string =>
  `content-${createHash('sha256')
    .update(JSON.stringify(describing.map((field) => entry[field])))
    .digest('hex')
    .slice(0, 12)}`;
