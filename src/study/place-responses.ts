import { constants, copyFile, link, mkdir, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { VFile } from 'vfile';
import { errorCode } from '../file/explain-error.ts';
import { fileError } from '../file/file-error.ts';
import type { FileInParts } from '../file/file-in-parts.ts';
import { haveSameContent } from '../file/same-content.ts';
import { type NewFile, writeFiles } from '../file/write-files.ts';
import { addProblem } from '../problem/problem.ts';
import { setYamlValue } from '../yaml/edit-yaml.ts';
import { foldName } from './import-names.ts';
import type { Original } from './import-transcript.ts';
import { originalsFolder, RECORDS } from './imports.ts';
import { REPLACED } from './keep-replaced.ts';
import { questionsName, type ResponsesChoices, responsesName, type SurveyStudy } from './survey-study.ts';
import { exists, shownPath } from './workspace.ts';
import { ignoreFile } from './write-imports.ts';

/** What became of an import. */
export interface Placed {
  /** `read`: in a dry run. */
  status: 'new' | 'unchanged' | 'replaces' | 'refused' | 'read';
  /** Paths as users see them. */
  written: string[];
}

/** The files of an import, not yet in their places. */
interface Files {
  responses: FileInParts;
  /** The original as it is; undefined where it has its place already. */
  copy: FileInParts | undefined;
  original: Original;
  /** The text of a question file, for a study that has none. */
  questions: string;
  choices: ResponsesChoices;
}

/** Puts the files of an import into their places. Responses that differ from those there are refused, unless `replace`. */
export async function placeResponses(survey: SurveyStudy, file: VFile, files: Files): Promise<Placed> {
  const { workspace, study } = survey;
  const folder = join(workspace.root, 'corpus', study);
  const target = join(folder, responsesName(survey));
  const isThere = await exists(target);
  const isSame = isThere && (await haveSameContent(target, files.responses.temporary));
  if (isThere && !isSame && !files.choices.replace) {
    addProblem(file, {
      rule: 'responses-differ',
      reason: `${shownPath(workspace, target)} is there and differs`,
      advice: 'replace it with --replace; what is there is then kept in originals/replaced/',
    });
    return { status: 'refused', written: [] };
  }
  const written: string[] = [];
  const original = await placeOriginal(survey, files);
  if (original !== undefined) written.push(original);
  if (isThere && !isSame) written.push(await keepResponses(survey, target));
  if (!isSame) {
    await files.responses.putAt(target);
    written.push(target);
  }
  const others = [
    ...(await ignoreFile(workspace, study)),
    ...(await declared(survey)),
    ...(await drafted(survey, files)),
  ];
  await writeFiles(others);
  written.push(...others.map(({ path }) => path));
  const status = !isThere ? 'new' : isSame ? 'unchanged' : 'replaces';
  return { status, written: written.map((path) => shownPath(workspace, path)) };
}

/** The original, under its own name or one that no other file has; undefined where it is there already. */
async function placeOriginal(
  { workspace, study }: SurveyStudy,
  { copy, original }: Files,
): Promise<string | undefined> {
  if (!copy) return undefined;
  const folder = originalsFolder(workspace, study);
  const there = await readdir(folder);
  const name = basename(original.path);
  const extension = extname(name);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${basename(name, extension)}-${number}${extension}`;
    if ([RECORDS, REPLACED].includes(foldName(candidate)) || candidate.startsWith('.git')) continue;
    const same = there.find((one) => foldName(one) === foldName(candidate));
    if (same === undefined) {
      await copy.putAt(join(folder, candidate));
      return join(folder, candidate);
    }
    if (await haveSameContent(join(folder, same), copy.temporary)) return undefined;
  }
}

/** Keeps responses that are replaced, beside the originals, which git does not keep. */
async function keepResponses({ workspace, study }: SurveyStudy, target: string): Promise<string> {
  const folder = join(originalsFolder(workspace, study), REPLACED);
  const name = basename(target, extname(target));
  try {
    await mkdir(folder, { recursive: true });
    for (let number = 1; ; number++) {
      const path = join(folder, `${name}-${number}${extname(target)}`);
      if (!(await exists(path))) {
        // Not every file system has hard links.
        await link(await realpath(target), path).catch(() => copyFile(target, path, constants.COPYFILE_EXCL));
        return path;
      }
      if (await haveSameContent(path, target)) return path;
    }
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw fileError('cannot write', folder, error);
  }
}

/** The question file, where there is none. */
async function drafted({ workspace, study, config }: SurveyStudy, { questions }: Files): Promise<NewFile[]> {
  const path = join(workspace.root, 'corpus', study, questionsName({ config }));
  return (await exists(path)) ? [] : [{ path, content: questions }];
}

/** study.yaml with a section `survey`, where it has none. */
async function declared({ workspace, study, config }: SurveyStudy): Promise<NewFile[]> {
  if (config.survey) return [];
  const path = join(workspace.root, 'corpus', study, 'study.yaml');
  const text = await readFile(path, 'utf8');
  const content = setYamlValue(text, ['survey'], { responses: 'responses.csv', questions: 'questions.yaml' });
  if (content === undefined) throw new Error(`${path} is valid, and cannot be edited`);
  return [{ path, content }];
}
