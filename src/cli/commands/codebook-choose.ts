import { type Codebook, draftVersion } from '../../codebook/codebook.ts';
import { quote } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { openCodebooks, type StudyCodebooks } from '../../study/codebooks.ts';
import type { Workspace } from '../../study/workspace.ts';
import { nearest } from '../../text/nearest.ts';
import { chooseStudy, type WorkspaceArgs } from '../choose-studies.ts';
import { type Io, UsageError } from '../io.ts';

export interface ChosenCodebooks {
  workspace: Workspace;
  study: string;
  books: StudyCodebooks;
}

/** The codebook of the one study that a command is about; a usage error where it has none. */
export async function chooseCodebooks(io: Io, args: WorkspaceArgs): Promise<ChosenCodebooks> {
  const { workspace, study } = await chooseStudy(io, args);
  const books = await openCodebooks(workspace, study);
  refuseNone(study, books);
  return { workspace, study, books };
}

export function refuseNone(study: string, { files, folder }: StudyCodebooks): void {
  if (files.length > 0) return;
  throw new UsageError(
    `Study ${study} has no codebook: there is no file in ${folder}. Codes go into ${folder}/draft.md, and "emic codebook release" makes a version of it.`,
  );
}

/** What versions are called, in order; the draft last. */
export const namesOf = ({ releases, draft }: StudyCodebooks): string[] => [
  ...releases.map(({ version }) => version),
  ...(draft ? [draftVersion] : []),
];

/** A version by its name; a wrong name gets the nearest. */
export function bookNamed(books: StudyCodebooks, name: string): Codebook {
  const book = name === draftVersion ? books.draft : books.releases.find(({ version }) => version === name);
  if (book) return book;
  const names = namesOf(books);
  const unreadable = books.files.find((one) => !one.book && one.file.stem === name);
  if (unreadable) throw new UsageError(`${unreadable.file.path} could not be read: "emic codebook check".`);
  throw new UsageError(`There is no version ${quote(name)}. ${suggest(name, names, 'Versions')}`);
}

/** `Did you mean "a"? Codes: a, b.` */
export function suggest(name: string, names: readonly string[], heading: string): string {
  const meant = nearest(name, names);
  return safe(
    `${meant === undefined ? '' : `Did you mean ${quote(meant)}? `}${heading}: ${names.join(', ') || 'none'}.`,
  );
}

export const nameOf = ({ version }: Pick<Codebook, 'version'>): string => version ?? draftVersion;

/** `one code`, `3 codes`. */
export const counted = (count: number, what: string): string =>
  `${count === 1 ? 'one' : count} ${what}${count === 1 ? '' : 's'}`;

/** The name of a codebook; says that it is fictional where the study is and the name does not. */
export const titleOf = ({ name }: Pick<Codebook, 'name'>, fictional: boolean): string =>
  fictional && !/fictional/i.test(name) ? `${name} (fictional)` : name;
