import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { type NewFile, writeFiles } from '../file/write-files.ts';
import type { OpenItem, Questionnaire } from '../survey/questionnaire.ts';
import { answerTurns } from '../transcript/answers.ts';
import { bodyOf, writeFrozen } from '../transcript/frozen.ts';
import type { Turn } from '../transcript/transcript.ts';
import { mayFreeze, mayTakePlaceOf } from './answers-problems.ts';
import { tellFileFault } from './file-fault.ts';
import { type Compared, compareWithFrozen } from './import-compare.ts';
import type { Choices } from './import-decisions.ts';
import { safeDocument } from './import-document.ts';
import type { Study } from './open-study.ts';
import type { Progress } from './open-survey.ts';
import { readOpenTexts } from './open-texts.ts';
import { shownPath } from './workspace.ts';

export interface AnswersChoices extends Pick<Choices, 'replace' | 'keepCodings'> {
  dryRun?: boolean | undefined;
}

/** An open question of a study's survey, and where the responses are. */
export interface OpenQuestion {
  study: Study;
  questionnaire: Questionnaire;
  item: OpenItem;
  data: string;
}

/** What became of the answers to one open question. */
export interface ImportedAnswers {
  item: string;
  /** The responses, with all problems. */
  file: VFile;
  /** `grows`: there are more answers, and those that are there stay as they are. */
  status: Compared['status'] | 'grows';
  /** How many answered, of how many respondents, and how many of them are not in the transcript that is there. */
  answers: number;
  respondents: number;
  added: number;
  /** How they stand to the transcript that is there; undefined where it only grows, or nothing could be read. */
  compared?: Compared | undefined;
  /** Paths as users see them; nothing is written in a dry run. */
  transcript: string;
  written: string[];
}

/**
 * Freezes the answers to an open question as a transcript `<item>.md`, a turn a respondent. Brought in again, answers
 * that are there keep their place and others follow them; where one has changed or gone, the transcript is replaced
 * only if that was said.
 */
export async function importAnswers(
  question: OpenQuestion,
  choices: AnswersChoices,
  progress: Progress = () => {},
): Promise<ImportedAnswers> {
  const { study, item, data } = question;
  const { workspace, name } = study;
  const path = join(workspace.root, 'corpus', name, 'transcripts', `${safeDocument(item.name)}.md`);
  const file = new VFile({ path: shownPath(workspace, data) });
  const refused: ImportedAnswers = {
    ...{ item: item.name, file, status: 'refused', answers: 0, respondents: 0, added: 0 },
    ...{ transcript: shownPath(workspace, path), written: [] },
  };
  try {
    const read = await readOpenTexts(file, data, question.questionnaire, item, progress);
    if (!read || !mayFreeze(file, item.name, read)) return refused;
    const before = await readFile(path, 'utf8').catch(() => undefined);
    if (before !== undefined && !mayTakePlaceOf(before, file, item.name, refused.transcript)) return refused;
    const { turns, added } = answerTurns(read.answers, before === undefined ? undefined : bodyOf(before));
    const content = transcriptOf(question, turns);
    const found = { ...refused, answers: turns.length, respondents: read.respondents, added };
    const planned = { document: safeDocument(item.name), path, content };
    const compared = isContinued(before, content)
      ? undefined
      : await compareWithFrozen({ workspace, study: name }, file, planned, choices, '');
    const status = compared?.status ?? 'grows';
    if (status === 'refused' || status === 'unchanged' || choices.dryRun) {
      return { ...found, compared, status };
    }
    const files: NewFile[] = [
      ...(compared?.keeps ? [{ ...compared.keeps, path: join(workspace.root, compared.keeps.path) }] : []),
      { path, content },
    ];
    await writeFiles(files);
    return { ...found, compared, status, written: files.map((one) => shownPath(workspace, one.path)) };
  } catch (error) {
    tellFileFault(file, error);
    return refused;
  }
}

function transcriptOf({ study: { config }, item }: OpenQuestion, turns: readonly Turn[]): string {
  return writeFrozen({
    front: {
      document: safeDocument(item.name),
      title: item.question.replace(/\s+/g, ' ').trim(),
      kind: config.fictional ? 'fictional' : 'transcript',
      language: config.language,
      source: `${config.survey?.responses ?? ''}, column ${item.column}`,
      item: item.name,
      participants: 'all',
    },
    turns,
  });
}

/** True where the earlier text stands in the later one as it is, and the next thing is another turn's label. */
const isContinued = (before: string | undefined, after: string): boolean =>
  before !== undefined && after.startsWith(`${before.replace(/\r\n?/g, '\n')}\n**`);
