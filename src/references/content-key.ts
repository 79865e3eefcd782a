import { type Description, describing } from './reference.ts';

/** A hash of some text, in hexadecimal digits. */
export type Hash = (text: string) => string;

/** The key of an entry that has none of its own: the same for the same content of every field. */
export const contentKey = (entry: Description, hash: Hash): string =>
  `content-${hash(JSON.stringify(describing.map((field) => entry[field]))).slice(0, 12)}`;
