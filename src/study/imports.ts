import { join } from 'node:path';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { readTextFile } from '../file/read-text.ts';
import { type Format, readers } from '../transcript/readers/choose.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { exists, shownPath, type Workspace } from './workspace.ts';

/*
 * What was decided when transcripts were imported stands in `corpus/<study>/originals/imports.yaml`, so that
 * each import can be repeated. It stands beside the originals, which git does not keep, for a rename says who
 * "P4" really is.
 */

export const kinds = ['transcript', 'notes', 'fictional'] as const;
export type Kind = (typeof kinds)[number];

/** The decisions of one import. */
export interface Decisions {
  format: Format;
  /** From a name in the original to the name in the transcript; `?` is whoever is not named. */
  rename: ReadonlyMap<string, string>;
  /** Names as in the transcript; `all` are all that are named. */
  participants: 'all' | readonly string[];
  kind: Kind;
  title?: string | undefined;
  language?: string | undefined;
  date?: string | undefined;
}

export interface ImportRecord extends Decisions {
  document: string;
  /** The name of the file in `originals/`. */
  original: string;
  /** Of the original's bytes. */
  sha256: string;
  /** What the transcript says it is from. */
  source: string;
}

const text = z.string().min(1);
const formats = Object.keys(readers) as Format[];

const schema = z.strictObject({
  emic: z.literal(1),
  imports: z.record(
    z.string(),
    z.strictObject({
      original: text,
      source: text,
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 has 64 hexadecimal digits in small letters'),
      format: z.enum(formats),
      kind: z.enum(kinds),
      participants: z.union([z.literal('all'), z.array(text)]),
      title: text.optional(),
      date: text.optional(),
      language: text.optional(),
      rename: z.record(z.string(), text).default({}),
    }),
  ),
});

export const originalsFolder = (workspace: Workspace, study: string): string =>
  join(workspace.root, 'corpus', study, 'originals');

export const RECORDS = 'imports.yaml';

/** The records by document, none where nothing was imported yet; undefined if the file cannot be used. */
export async function readImports(
  workspace: Workspace,
  study: string,
): Promise<{ file: VFile | undefined; records: Map<string, ImportRecord> | undefined }> {
  const path = join(originalsFolder(workspace, study), RECORDS);
  if (!(await exists(path))) return { file: undefined, records: new Map() };
  const file = await readTextFile(path, shownPath(workspace, path));
  const document = file.value === undefined ? undefined : readYaml(file);
  const read = document && validate(file, document, schema);
  if (!read) return { file, records: undefined };
  const records = new Map<string, ImportRecord>();
  for (const [name, { rename, ...record }] of Object.entries(read.imports)) {
    records.set(name, { ...record, document: name, rename: new Map(Object.entries(rename)) });
  }
  return { file, records };
}

/** The text of `imports.yaml`, documents in order, so that the same decisions give the same bytes. */
export function writeImports(records: Iterable<ImportRecord>): string {
  const sorted = [...records].sort((a, b) => (a.document < b.document ? -1 : 1));
  const lines = sorted.flatMap((record) => [
    `  ${scalar(record.document)}:`,
    ...(['original', 'source', 'sha256', 'format', 'kind', 'title', 'date', 'language'] as const).flatMap(
      (key) => {
        const value = record[key];
        return value === undefined ? [] : [`    ${key}: ${scalar(value)}`];
      },
    ),
    record.participants === 'all'
      ? '    participants: all'
      : `    participants: [${record.participants.map(scalar).join(', ')}]`,
    ...(record.rename.size === 0 ? [] : ['    rename:']),
    ...[...record.rename].map(([from, to]) => `      ${scalar(from)}: ${scalar(to)}`),
  ]);
  return `${HEAD}emic: 1\nimports:${lines.length === 0 ? ' {}' : ''}\n${lines.map((line) => `${line}\n`).join('')}`;
}

const HEAD = `# Written by "emic import": what was decided, so that each import gives the same transcript again.
# It says who is who. Keep it with the originals, and out of git.
`;

/** A quoted YAML scalar; JSON, with the characters escaped that YAML reads differently. */
const scalar = (value: string): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
