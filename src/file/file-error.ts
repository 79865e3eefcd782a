import { errorCode, explainError } from './explain-error.ts';

/** A file or folder that cannot be read or written, told in plain words: no fault of the program, nor of the call. */
export class FileError extends Error {}

/** `cannot write PATH: it is a folder, not a file`, with the error itself as its cause. */
export function fileError(what: string, path: string, error: unknown): FileError {
  return new FileError(`${what} ${path}: ${explainError(error)}`, { cause: error });
}

/**
 * What to say of an error when it is one of the file system, our own telling of it or what Node throws
 * when the system refuses; undefined for any other.
 */
export function fileReason(error: unknown): string | undefined {
  if (error instanceof FileError) return error.message;
  if (!(error instanceof Error) || errorCode(error) === undefined || !('syscall' in error)) return undefined;
  const path = 'path' in error ? ` ${String(error.path)}` : '';
  return `cannot ${String(error.syscall)}${path}: ${explainError(error)}`;
}
