import { shortHash } from '../../src/study/corpus.ts';
import { read, workspaceWith, write } from '../helpers/workspace.ts';

export const RESPONSES = [
  'respondent,role,tools,trust,why,email',
  'R1,Maker,lathe;saw,4,"It breaks.\n\nOften.",x1',
  'R2,Maker,saw,2,Too loud,x2',
  'R3,Lead,,5,,x3',
  'R4,Lead,lathe,3,It breaks and is loud,x4',
  'R5,Maker,lathe,1,Nothing,x5',
  '',
].join('\n');

const QUESTIONS = `emic: 1
items:
  role: { type: single, options: [Maker, Lead, Owner] }
  tools: { type: multi, column: tools, separator: ;, options: [lathe, saw] }
  trust: { type: likert, levels: [1: not at all, 2: little, 3: some, 4: much, 5: fully] }
  why: { type: open, question: "Why do you\\n say so?" }
  email: { type: single, options: [x1, x2, x3, x4, x5] }
`;

/** An invented workshop's survey with one open question, and more files or others. */
export const workshop = (files: Readonly<Record<string, string>> = {}): string =>
  workspaceWith({
    'corpus/shop/study.yaml':
      'emic: 1\ntitle: Shop\nkind: survey\nfictional: true\nsurvey: { responses: responses.csv, questions: questions.yaml }\ncoding: { raters: [ana, ben], rounds: [1] }\n',
    'corpus/shop/responses.csv': RESPONSES,
    'corpus/shop/questions.yaml': QUESTIONS,
    'codebooks/shop/1.0.0.md':
      '---\nname: Shop\nversion: 1.0.0\ndate: 2026-01-01\n---\n\n# Shop\n\n## Breakage `breakage`\n\n**Definition.** It breaks.\n\n## Noise `noise`\n\n**Definition.** It is loud.\n',
    ...files,
  });

/** A log of a rater on the answers: codes with the words that they are put on, and the words to the end of which was read. */
export function codeAnswers(
  folder: string,
  rater: string,
  codings: readonly [id: string, code: string, words: string][],
  through?: string,
): void {
  const body = read(folder, 'corpus/shop/transcripts/why.md').split('---\n\n')[1] ?? '';
  const at = (offset: number): number => [...body.slice(0, offset)].length;
  const text = shortHash(body);
  const lines: object[] = [{ emic: 1, round: '1', document: 'why', rater }];
  for (const [id, code, words] of codings) {
    const from = body.indexOf(words);
    const [start, end] = [at(from), at(from + words.length)];
    lines.push({
      ...{ id, rev: 1, code, version: '1.0.0', start, end, quote: words, text },
      at: '2026-01-02T10:00:00Z',
    });
  }
  const end = through === undefined ? body.length : body.indexOf(through) + through.length;
  lines.push({ through: at(end), text, at: '2026-01-02T11:00:00Z' });
  write(
    folder,
    `corpus/shop/codings/1/why/${rater}.jsonl`,
    `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`,
  );
}
