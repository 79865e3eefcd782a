import type { VFile } from 'vfile';
import * as z from 'zod';
import { addProblem, type Place, quote } from '../problem/problem.ts';
import { indexCodePoints } from '../text/code-points.ts';
import { linesDown, readYaml } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { parseBody, readLabel, writeBody } from './body.ts';
import { formatTime } from './time.ts';
import type { PositionedTurn, Turn } from './transcript.ts';

const frontMatter = z.strictObject({
  /** The document's name in codings; the file's name without `.md`. */
  document: z.string().min(1),
  title: z.string().min(1).optional(),
  /** When the conversation took place, as the source has it. */
  date: z.string().min(1).optional(),
  /** `transcript`: people's own words. `notes`: ours about them. `fictional`: invented people. */
  kind: z.enum(['transcript', 'notes', 'fictional']),
  /** A BCP 47 tag. */
  language: z.string().min(1).optional(),
  /** Where the text is from: the imported file's name, or what the notes are about. */
  source: z.string().min(1).optional(),
  /** The SHA-256 of the imported file's bytes. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'a SHA-256 has 64 hexadecimal digits in small letters')
    .optional(),
  /** The speakers whose turns count; others, such as an interviewer, have turns that do not. `all`: whoever is named. */
  participants: z.union([z.literal('all'), z.array(z.string().min(1))]).optional(),
  /** The open question of the study's survey to which these are the answers, a turn each, by respondents' ids. */
  item: z.string().min(1).optional(),
});

export type FrontMatter = z.output<typeof frontMatter>;

/** A transcript that is no longer changed: the text that is coded, and that positions refer to. */
export interface Frozen {
  front: FrontMatter;
  /** What is hashed, and what all positions are in. LF only. */
  body: string;
  turns: PositionedTurn[];
  /** Lines of the file before the body. */
  linesBefore: number;
}

/** The file of a frozen transcript: front matter between `---` lines, an empty line, the body. */
export function writeFrozen({ front, turns }: { front: FrontMatter; turns: readonly Turn[] }): string {
  const { participants, ...single } = front;
  const lines = KEYS.flatMap((key) => {
    const value = single[key];
    return value === undefined ? [] : [`${key}: ${scalar(value)}`];
  });
  if (participants === 'all') lines.push('participants: all');
  else if (participants?.length === 0) lines.push('participants: []');
  else if (participants) lines.push('participants:', ...participants.map((name) => `  - ${scalar(name)}`));
  return `---\n${lines.join('\n')}\n---\n\n${writeBody(turns)}`;
}

const KEYS = ['document', 'title', 'date', 'kind', 'language', 'source', 'sha256', 'item'] as const;

/** A YAML scalar that is read back as the same text; quoted unless it is plainly a text or a date. */
function scalar(value: string): string {
  const plain = /^(?:[\p{L}](?:[\p{L}\p{N} _./()-]*[\p{L}\p{N}_/()])?|\d{4}-\d{2}-\d{2})$/u.test(value);
  if (plain && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(value)) return value;
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The body of a frozen transcript's text, as it is hashed; undefined where there is no front matter. */
export const bodyOf = (text: string): string | undefined => partsOf(normaliseLines(text))?.body;

/**
 * Reads a frozen transcript. Undefined if its front matter cannot be used; whatever stands in the body can
 * be read, and what looks like a mistake in it is a warning.
 */
export function readFrozen(file: VFile): Frozen | undefined {
  const raw = String(file.value);
  const text = normaliseLines(raw);
  if (raw.includes('\r')) {
    addProblem(file, {
      rule: 'line-ends',
      reason: 'lines end in CR LF; they are read as LF, in which positions count',
      place: placeOf(raw.indexOf('\r'), raw),
      advice: 'let git keep LF in transcripts: *.md text eol=lf in .gitattributes',
      warning: true,
    });
  }

  const parts = partsOf(text);
  if (!parts) {
    const opened = OPENING.test(text);
    addProblem(file, {
      rule: 'missing-front-matter',
      reason: opened ? 'the front matter is not closed' : 'a transcript begins with front matter',
      place: { line: 1, column: 1 },
      expected: ['a line ---, lines such as "document: P4" and "kind: transcript", and a line ---'],
    });
    return undefined;
  }
  const document = readYaml(file, { text: parts.yaml, placeOf: linesDown(1) });
  const front = document && validate(file, document, frontMatter);
  if (!document || !front) return undefined;

  const { body, linesBefore } = parts;
  const frozen: Frozen = { front, body, linesBefore, turns: parseBody(body) };
  tellUnreadLabels(file, frozen);
  tellTimes(file, frozen);
  tellSilentParticipants(file, frozen, (at) => document.place(['participants', at]));
  return frozen;
}

/** Where a code point of the body stands in the file. */
export function placeInBody(frozen: Pick<Frozen, 'body' | 'linesBefore'>, codePoint: number): Place {
  const offset = indexCodePoints(frozen.body).offsetOf(codePoint);
  const { line, column } = placeOf(offset, frozen.body);
  return { line: line + frozen.linesBefore, column };
}

const OPENING = /^---[^\S\n]*\n/;

const normaliseLines = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

function partsOf(text: string): { yaml: string; body: string; linesBefore: number } | undefined {
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  const rest = text.slice(opening[0].length);
  const closing = /(?<=^|\n)---[^\S\n]*(?:\n[^\S\n]*(?:\n|$)|\n|$)/.exec(rest);
  if (!closing) return undefined;
  const bodyStart = closing.index + closing[0].length;
  return {
    yaml: rest.slice(0, closing.index),
    body: rest.slice(bodyStart),
    linesBefore: 1 + (rest.slice(0, bodyStart).match(/\n/g)?.length ?? 0),
  };
}

function placeOf(offset: number, text: string): Place {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return { line: (text.slice(0, lineStart).match(/\n/g)?.length ?? 0) + 1, column: offset - lineStart + 1 };
}

/** A line that begins with `**` and is no label: most likely one that was typed wrongly. */
function tellUnreadLabels(file: VFile, { body, linesBefore }: Frozen): void {
  let line = linesBefore;
  for (let start = 0; start < body.length; ) {
    line++;
    const lineBreak = body.indexOf('\n', start);
    const end = lineBreak === -1 ? body.length : lineBreak;
    if (body.startsWith('**', start)) tellUnreadLabel(file, body, start, end, line);
    start = end + 1;
  }
}

function tellUnreadLabel(file: VFile, body: string, start: number, end: number, line: number): void {
  const label = readLabel(body, start);
  if (!label) {
    addProblem(file, {
      rule: 'unread-label',
      reason: `${quote(body.slice(start, Math.min(end, start + 40)))} begins like a label and is read as text`,
      place: { line, column: 1 },
      expected: ['**P4**: text', '**P4** [00:01:02]: text'],
      advice: 'if it is text, put one space before it',
      warning: true,
    });
  }
  for (const time of label?.unread ?? []) {
    addProblem(file, {
      rule: 'broken-time',
      reason: `${quote(time)} is no time and is left out`,
      place: { line, column: body.indexOf(time, start) - start + 1 },
      expected: ['[00:01:02]', '[00:01:02.500 - 00:01:05]'],
      warning: true,
    });
  }
}

function tellTimes(file: VFile, frozen: Frozen): void {
  for (const { start, end, span } of frozen.turns) {
    if (start === null || end === null || end >= start) continue;
    addProblem(file, {
      rule: 'end-before-start',
      reason: `this turn ends at ${formatTime(end)}, before it starts at ${formatTime(start)}`,
      place: placeInBody(frozen, span.start),
      warning: true,
    });
  }
}

function tellSilentParticipants(file: VFile, { front, turns }: Frozen, place: (at: number) => Place): void {
  // Notes are about people who do not speak in them.
  if (front.kind === 'notes' || front.participants === 'all') return;
  const speakers = new Set(turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])));
  for (const [at, name] of (front.participants ?? []).entries()) {
    if (speakers.has(name)) continue;
    addProblem(file, {
      rule: 'silent-participant',
      reason: `no turn is by the participant ${quote(name)}`,
      place: place(at),
      found: name,
      expected: [...speakers],
      warning: true,
    });
  }
}
