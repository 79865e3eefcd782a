import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { emptyFolder, read, repository, write } from '../helpers/workspace.ts';

/** A copy of a study with its codebooks, gone after the test. */
export function codedStudy(study: string): string {
  const folder = emptyFolder();
  for (const part of ['corpus', 'codebooks', 'reports']) {
    cpSync(join(repository, part, study), join(folder, part, study), {
      recursive: true,
      filter: (path) => !path.endsWith('/out'),
    });
  }
  return folder;
}

/** A transcript of two turns, or more, coded by whoever there is. */
export function tinyStudy(files: Readonly<Record<string, string>> = {}): string {
  const folder = emptyFolder();
  const all: Record<string, string> = {
    'corpus/tiny/study.yaml':
      'emic: 1\ntitle: Tiny\nkind: interviews\nfictional: true\n# who codes\ncoding: { raters: [ana, ben], rounds: [1] }\n',
    'corpus/tiny/transcripts/one.md':
      '---\ndocument: one\nkind: fictional\nparticipants: [Pia]\n---\n\n**Max** [00:00:01]: How is it?\n\n**Pia** [00:00:03]: The rain is cold 🌧. I like it.\n\n**Pia** [00:00:09]: Nothing else.\n',
    'codebooks/tiny/1.0.0.md':
      '---\nname: Tiny\nversion: 1.0.0\ndate: 2026-01-01\n---\n\n# Tiny\n\n## Weather `weather`\n\n**Definition.** Rain and sun.\n\n### Cold `cold`\n\n**Definition.** Cold weather.\n\n## Liking `liking`\n\n**Definition.** What somebody likes.\n',
    ...files,
  };
  for (const [path, content] of Object.entries(all)) write(folder, path, content);
  return folder;
}

const body = (folder: string, document: string): string =>
  read(folder, `corpus/tiny/transcripts/${document}.md`).split('---\n\n')[1] ?? '';

/** A log of a rater on a transcript of the tiny study: codes with the words they are put on. */
export async function logOf(
  folder: string,
  rater: string,
  codings: readonly [id: string, code: string, words: string, version?: string][],
  through?: number,
  document = 'one',
): Promise<string> {
  const { shortHash } = await import('../../src/study/corpus.ts');
  const text = body(folder, document);
  const lines: object[] = [{ emic: 1, round: '1', document, rater }];
  for (const [id, code, words, version = '1.0.0'] of codings) {
    const start = [...text.slice(0, text.indexOf(words))].length;
    const end = start + [...words].length;
    lines.push({
      ...{
        id,
        rev: 1,
        code,
        version,
        start,
        end,
        quote: words,
        text: shortHash(text),
        at: '2026-01-02T10:00:00Z',
      },
    });
  }
  lines.push({ through: through ?? [...text].length, text: shortHash(text), at: '2026-01-02T11:00:00Z' });
  const content = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
  write(folder, `corpus/tiny/codings/1/${document}/${rater}.jsonl`, content);
  return content;
}

/** `emic code --plain` of a rater on the tiny study, with lines, and acts of somebody else between them. */
export async function codePlain(
  cwd: string,
  rater: string,
  lines: readonly (string | (() => unknown))[],
  ...args: string[]
): Promise<string> {
  const said: string[] = [];
  await run(['code', 'one', '--plain', '--rater', rater, ...args], {
    ...{ cwd, width: 100, color: false, err: (text) => said.push(text), out: (text) => said.push(text) },
    lines: async function* () {
      for (const line of lines) {
        if (typeof line === 'string') yield line;
        else await line();
      }
    },
  });
  return said.join('\n');
}
