import type { VFile } from 'vfile';
import { explainError } from '../file/explain-error.ts';
import { FileError } from '../file/file-error.ts';
import { addProblem } from '../problem/problem.ts';

/** Tells what the disk refused while a file was read and others were written; throws every other error again. */
export function tellFileFault(file: VFile, error: unknown): void {
  if (!(error instanceof FileError) && !(error instanceof Error && 'syscall' in error)) throw error;
  addProblem(file, {
    rule: error instanceof FileError ? 'not-written' : 'unreadable-file',
    reason: error instanceof FileError ? error.message : `it cannot be read: ${explainError(error)}`,
  });
}
