import { isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { VFile } from 'vfile';
import { FileInParts } from '../file/file-in-parts.ts';
import { isInside } from '../file/generated-name.ts';
import { inUtf8 } from '../file/in-utf8.ts';
import { readBytes } from '../file/read-bytes.ts';
import { readParts } from '../file/read-parts.ts';
import { removeRemains } from '../file/remove-remains.ts';
import { SameBytes } from '../file/same-bytes.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { readResponses, type UnknownColumns } from '../survey/read-responses.ts';
import type { ReadResponses } from '../survey/read-result.ts';
import { tellFileFault } from './file-fault.ts';
import type { Original } from './import-transcript.ts';
import { originalsFolder } from './imports.ts';
import { type StayingQuestions, stayingQuestions } from './misfit-questions.ts';
import { draftOf, silentWordsIn } from './open-export.ts';
import { type Placed, placeResponses } from './place-responses.ts';
import { type ResponsesChoices, responsesName, type SurveyStudy } from './survey-study.ts';
import { exists, shownPath } from './workspace.ts';

export interface ImportedResponses extends Placed {
  /** With all problems; a row that was left out is an error, and the others are imported all the same. */
  file: VFile;
  read?: ReadResponses | undefined;
  /** From which encoding it was decoded; undefined for UTF-8. */
  encoding?: string | undefined;
  /** In a dry run: how the responses that are there stand to these; undefined where there are none. */
  there?: 'same' | 'differs' | undefined;
  /** The question file that was there before. */
  staying?: StayingQuestions | undefined;
  /** Set where names were given that are no column's; nothing was imported. */
  unknown?: UnknownColumns | undefined;
}

/**
 * Imports what a survey tool exported, in one pass: the file as it is goes to `originals/`, what is kept of it to
 * `responses.csv`, and both are put into place at the end. Nothing is written in a dry run, and where the rest of the
 * file could not be read, or would say who respondents are.
 *
 * @param tell is told how many bytes were read so far, and how many there are.
 */
export async function importResponses(
  survey: SurveyStudy,
  original: Original,
  choices: ResponsesChoices,
  tell: (read: number, all: number) => void = () => {},
): Promise<ImportedResponses> {
  const file = new VFile({ path: original.shown });
  const refused = { file, status: 'refused' as const, written: [] };
  if (!(await mayImport(survey, original, file))) return refused;
  const { workspace, study } = survey;
  const target = join(workspace.root, 'corpus', study, responsesName(survey));
  const originals = originalsFolder(workspace, study);
  const responses = new FileInParts(target);
  // What lies among the originals already is one.
  const copy =
    dirname(original.path) === originals
      ? undefined
      : new FileInParts(join(originals, basename(original.path)));
  const writes = choices.dryRun !== true;
  const there = !writes && (await exists(target)) ? new SameBytes(target) : undefined;
  if (writes) await removeRemains([dirname(target), originals], new Set());
  try {
    const parts = readParts(original.path, tell);
    const source = await inUtf8(file, writes && copy ? copied(parts, copy) : parts, choices.encoding);
    if (!source) return refused;
    const read = await readResponses(file, source.parts, {
      ...choices,
      encoding: source.encoding,
      silent: await silentWordsIn(survey),
      isUtf8,
      ...((writes || there) && { write: (bytes: Uint8Array) => (there ?? responses).write(bytes) }),
    });
    if (!read) return refused;
    if ('unknown' in read) return { ...refused, unknown: read };
    const found = { file, read, encoding: source.encoding };
    if (!read.isWhole || read.revealing.length > 0 || read.responses.n === 0) return { ...found, ...refused };
    const staying = await stayingQuestions(survey, read, file);
    if (!writes) {
      const compared = there && ((await there.end()) ? ('same' as const) : ('differs' as const));
      if (compared === 'differs') tellWouldReplace(file, shownPath(workspace, target), choices);
      return { ...found, status: 'read', there: compared, staying, written: [] };
    }
    await responses.end();
    await copy?.end();
    const questions = draftOf(read);
    const files = { responses, copy, original, questions, choices };
    return { ...found, staying, ...(await placeResponses(survey, file, files)) };
  } catch (error) {
    tellFileFault(file, error);
    return refused;
  } finally {
    await there?.close();
    await responses.abandon();
    await copy?.abandon();
  }
}

/** What the same call would come to without `dryRun`. */
function tellWouldReplace(file: VFile, target: string, { replace }: ResponsesChoices): void {
  addProblem(file, {
    rule: 'responses-differ',
    reason: `${target} is there and differs`,
    advice: replace
      ? 'it would be replaced, and kept in originals/replaced/'
      : 'without --dry-run this is refused; --replace replaces it, and keeps what is there in originals/replaced/',
    warning: true,
  });
}

async function mayImport(survey: SurveyStudy, original: Original, file: VFile): Promise<boolean> {
  const found = await stat(original.path).catch(() => undefined);
  if (!found?.isFile()) {
    await readBytes(original.path, file);
    return false;
  }
  const name = responsesName(survey);
  const folder = join(survey.workspace.root, 'corpus', survey.study);
  if (!isInside(name)) {
    addProblem(file, {
      rule: 'file-outside',
      reason: `study.yaml says that the responses are ${quote(name)}, which is not in the study's folder`,
      advice: 'name a file in corpus/<study>/, such as responses.csv',
    });
    return false;
  }
  if (original.path === join(folder, name)) {
    addProblem(file, {
      rule: 'imported-already',
      reason: 'these are the study’s responses already',
      advice: 'to import them again, name the file that the tool exported',
    });
    return false;
  }
  return true;
}

/** The parts, each of which is written while it is read. */
async function* copied(parts: AsyncIterable<Uint8Array>, copy: FileInParts): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    const written = copy.write(part);
    written.catch(() => undefined);
    try {
      yield part;
    } finally {
      await written;
    }
  }
}
