/** Says in plain words why the file system refused; the error itself belongs in `cause`. */
export function explainError(error: unknown): string {
  const code = errorCode(error);
  const words = code === undefined ? undefined : WORDS.get(code);
  if (words !== undefined) return words;
  return error instanceof Error ? error.message : String(error);
}

/** The code of a file system error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'it does not exist'],
  ['EACCES', 'there is no permission (is it read-only, or does it belong to somebody else?)'],
  ['EPERM', 'there is no permission (is it read-only, or open in another program?)'],
  ['EBUSY', 'another program uses it'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'your share of the disk is full'],
  ['EFBIG', 'it is too large for this disk'],
  ['EISDIR', 'it is a folder, not a file'],
  ['ENOTDIR', 'part of its path is a file, not a folder'],
  ['ENOTEMPTY', 'it is a folder that is not empty'],
  ['EEXIST', 'part of its path is a file, not a folder'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ELOOP', 'it is a symbolic link that leads in a circle'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
  ['EIO', 'the disk reported an error'],
]);
