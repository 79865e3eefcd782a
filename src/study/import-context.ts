import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { type ImportRecord, readImports } from './imports.ts';
import { readStudyFile } from './study-file.ts';
import type { Workspace } from './workspace.ts';

/** What importing goes by. */
export interface ImportContext {
  workspace: Workspace;
  study: string;
  /** Of study.yaml. */
  language: string;
  fictional: boolean;
  records: ReadonlyMap<string, ImportRecord>;
  /** Names of transcripts that there are, and those of this call, with the file they are from. */
  documents: Map<string, string>;
  /** By the SHA-256 of the original, where a transcript says it. */
  frozenFrom: ReadonlyMap<string, readonly string[]>;
  /** Names in `originals/` that files of this call get, in small letters, with their SHA-256. */
  promised: Map<string, string>;
}

export interface OpenedImports {
  /** Undefined if a file has errors that importing needs. */
  context: (ImportContext & { records: Map<string, ImportRecord> }) | undefined;
  /** `study.yaml`, and `imports.yaml` where there is one, with their problems. */
  files: VFile[];
}

/** What importing needs to know of a study: what it says of itself, what was imported, what is there. */
export async function openImports(workspace: Workspace, study: string): Promise<OpenedImports> {
  const folder = join(workspace.root, 'corpus', study);
  const { file: declared, config } = await readStudyFile(workspace, study);
  const { file, records } = await readImports(workspace, study);
  const files = file ? [declared, file] : [declared];
  if (!config || !records) return { context: undefined, files };

  const documents = new Map<string, string>();
  const frozenFrom = new Map<string, string[]>();
  const transcripts = join(folder, 'transcripts');
  for (const name of (await readdir(transcripts).catch(() => [])).sort()) {
    if (!name.endsWith('.md') || name === 'README.md' || name.startsWith('.')) continue;
    const id = name.slice(0, -'.md'.length);
    documents.set(id, '');
    const text = await readFile(join(transcripts, name), 'utf8').catch(() => '');
    const hash = /^sha256: "?([0-9a-f]{64})"?\s*$/m.exec(text.split(/\n---\s*\n/, 1)[0] ?? '')?.[1];
    if (hash !== undefined) frozenFrom.set(hash, [...(frozenFrom.get(hash) ?? []), id]);
  }
  const { language, fictional } = config;
  return {
    context: { workspace, study, language, fictional, records, documents, frozenFrom, promised: new Map() },
    files,
  };
}
