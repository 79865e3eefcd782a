import { errorCode, explainError } from './explain-error.ts';

/** A file or folder that cannot be read or written, told in plain words: no fault of the program, nor of the call. */
export class FileError extends Error {}

/** `cannot write PATH: it is a folder, not a file`, with the error itself as its cause. */
export function fileError(what: string, path: string, error: unknown): FileError {
  return new FileError(`${what} ${path}: ${explainError(error)}`, { cause: error });
}

/** True for our own telling of it and for what Node throws when the system refuses. */
export function isFileError(error: unknown): error is Error {
  return error instanceof FileError || (errorCode(error) !== undefined && hasSyscall(error));
}

const hasSyscall = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
