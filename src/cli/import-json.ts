import type { PlannedImport } from '../study/import-transcript.ts';
import { problemsOf } from './problems.ts';

/** One file of an import as `--json` gives it. */
export function importJson({ file, status, read }: PlannedImport, written: readonly string[] | null) {
  const problems = problemsOf([file]);
  if (!read) return { file: file.path, status, document: null, problems };
  const { record, codings } = read;
  return {
    file: file.path,
    status,
    document: record.document,
    format: record.format,
    sha256: record.sha256,
    transcript: read.transcript,
    original: read.original,
    source: record.source,
    kind: record.kind,
    title: record.title ?? null,
    date: record.date ?? null,
    language: record.language ?? null,
    rename: Object.fromEntries(record.rename),
    participants: read.participants,
    speakers: read.speakers,
    variants: read.variants,
    reading: read.reading,
    remarks: read.remarks,
    differences: read.differences,
    /** Where the transcript that is replaced is kept. */
    keeps: read.keeps?.path ?? null,
    codings: codings ? { ...codings, broken: problemsOf(codings.broken) } : null,
    /** Null in a dry run. */
    written,
    problems,
  };
}
