import { join } from 'node:path';
import { listFolders } from '../file/list-files.ts';
import { openCodebooks } from '../study/codebooks.ts';
import { listLogs, listTranscripts } from '../study/corpus.ts';
import type { StudyConfig } from '../study/schema.ts';
import { readStudyFile } from '../study/study-file.ts';
import type { Workspace } from '../study/workspace.ts';
import { chooseStudies } from './choose-studies.ts';
import type { Io } from './io.ts';

/** Commands whose first word is a study. */
const aboutAStudy = new Set(
  'agree cases check codes confirm disagree done evidence memo quotes replicate report sample selection statements status'.split(
    ' ',
  ),
);

/** Commands whose first word is a document. */
const aboutADocument = new Set(['code', 'reconcile']);

/** Where the values of an option are to be found. */
const valuesOf: Record<string, (place: Place) => Promise<string[]>> = {
  '--study': async ({ studies }) => [...studies],
  '--statement': async ({ config }) => Object.keys(config?.statements?.list ?? {}),
  '--stage': async ({ config }) => config?.literature?.stages.map(({ id }) => id) ?? [],
  '--code': codes,
  '--keep': codes,
  '--rater': raters,
  '--raters': raters,
  '--show': raters,
  '--document': documents,
  '--round': rounds,
  '--code-version': async (place) => (await books(place)).releases.map(({ version }) => version),
};

interface Place {
  workspace: Workspace;
  studies: readonly string[];
  study: string;
  config: StudyConfig | undefined;
}

/**
 * What may stand where the cursor is: a study, or a value of the option before it. Nothing where that is not known
 * here, or there is no workspace; then the shell gets what yargs knows.
 *
 * @param words what was typed after `emic`, the last one unfinished.
 */
export async function completionsFor(io: Io, words: readonly string[]): Promise<string[]> {
  const current = words.at(-1) ?? '';
  const values = valuesOf[words.at(-2) ?? ''];
  const [command = ''] = words;
  const wantsStudy = aboutAStudy.has(command) && words.length === 2;
  const wantsDocument = aboutADocument.has(command) && words.length === 2;
  if (!values && !wantsStudy && !wantsDocument) return [];
  const workspace = wordAfter(words, '--workspace') ?? wordAfter(words, '-C');
  const found = await chooseStudies(io, { workspace }).catch(() => undefined);
  if (!found) return [];
  const all = values
    ? await valuesIn(found, words, values)
    : wantsDocument
      ? await documentsOf(found)
      : found.studies;
  // A shell would take anything else for more than a part of a name.
  const safe = all.filter((name) => /^[\p{L}\p{M}\p{N}_.,:@%+=/-]+$/u.test(name));
  return [...new Set(safe)].filter((name) => name.startsWith(current));
}

async function valuesIn(
  { workspace, studies }: { workspace: Workspace; studies: string[] },
  words: readonly string[],
  values: (place: Place) => Promise<string[]>,
): Promise<string[]> {
  const named = words.find((word, at) => at > 0 && studies.includes(word));
  const study = named ?? (studies.length === 1 ? studies[0] : undefined);
  if (study === undefined)
    return values({ workspace, studies, study: '', config: undefined }).catch(() => []);
  const { config } = await readStudyFile(workspace, study);
  return values({ workspace, studies, study, config }).catch(() => []);
}

const books = ({ workspace, study }: Place) => openCodebooks(workspace, study);

/** The newest version's codes first. */
async function codes(place: Place): Promise<string[]> {
  const { releases, draft } = await books(place);
  return [draft, ...releases.toReversed()].flatMap((book) => book?.codes.map(({ id }) => id) ?? []);
}

async function raters({ workspace, study, config }: Place): Promise<string[]> {
  const logs = await listLogs(join(workspace.root, 'corpus', study, 'codings'));
  return [...(config?.coding.raters ?? []), ...logs.map(({ rater }) => rater)];
}

async function rounds({ workspace, study, config }: Place): Promise<string[]> {
  const found = await listFolders(join(workspace.root, 'corpus', study, 'codings'));
  return [...(config?.coding.rounds ?? []), ...found];
}

const documentsOf = async ({ workspace, studies }: Pick<Place, 'workspace' | 'studies'>) => {
  const all = studies.map((study) => documents({ workspace, study, studies, config: undefined }));
  return (await Promise.all(all)).flat();
};

async function documents({ workspace, study }: Place): Promise<string[]> {
  const paths = await listTranscripts(join(workspace.root, 'corpus', study));
  return paths.map((path) => path.replace(/^.*[\\/]/, '').replace(/\.md$/, ''));
}

const wordAfter = (words: readonly string[], option: string): string | undefined => {
  const at = words.indexOf(option);
  return at === -1 ? undefined : words[at + 1];
};
