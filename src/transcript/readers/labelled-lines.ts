import type { VFile } from 'vfile';
import { addProblem, quote } from '../../problem/problem.ts';
import { speakerName } from '../speaker-name.ts';
import type { Draft, Turn } from '../transcript.ts';
import { decideSpeakers } from './decide-speakers.ts';
import { type Label, labelOf, leadingTime } from './labels.ts';
import { count } from './lines.ts';

/** A line of a document whose speakers are labelled. An empty text parts paragraphs. */
export interface Line {
  text: string;
  /** Counts from 1 in the file. */
  number: number;
  /** How many characters at its start are set in bold. */
  bold?: number;
  /** True for what no one says: it ends the turn before it. */
  heading?: boolean;
}

/**
 * Turns of lines with labels. Every label begins a turn, also where the same person goes on; lines without
 * one continue the turn; a time alone on its line is the start of the next turn.
 */
export function turnsFromLines(file: VFile, lines: readonly Line[]): Draft {
  const labels = new Map<Line, Label>();
  for (const line of lines) {
    const label = line.heading || line.text === '' ? undefined : labelOf(line.text, line.bold);
    if (label) labels.set(line, label);
  }
  const paragraphs = lines.filter((line, at) => isParagraphStart(lines, at) && !line.heading).length;
  const speakers = decideSpeakers(
    [...labels].map(([line, label]) => ({ label, text: line.text.slice(label.length) })),
    paragraphs,
  );

  const names = [...new Set([...labels.values()].filter(speakers.accepts).map(({ name }) => name))];
  const turns: Turn[] = [];
  const decisions = [...speakers.decisions];
  let pending: number | null = null;
  let inner = 0;
  let open = false;
  const begin = (speaker: string | null, start: number | null): Turn => {
    const turn: Turn = { speaker, start: start ?? pending, end: null, paragraphs: [] };
    pending = null;
    turns.push(turn);
    open = false;
    return turn;
  };
  for (const line of lines) {
    if (line.text === '') {
      open = false;
      continue;
    }
    let text = line.text;
    const label = labels.get(line);
    let turn = turns.at(-1);
    if (label && speakers.accepts(label)) {
      tellMarkup(file, label.name, line);
      turn = begin(speakerName(label.name), label.start);
      text = text.slice(label.length).trimEnd();
    } else if (line.heading || (label && line.bold)) {
      turn = begin(null, null);
      if (line.heading) turn.heading = true;
    } else {
      if (turn?.heading) turn = begin(null, null);
      const time = leadingTime(text);
      if (time && time.length === text.length) {
        pending = time.start;
        continue;
      }
      if (time && turn?.paragraphs.length) inner++;
      turn ??= begin(null, null);
      // The label stood alone on the line above: what it labels may begin with its time.
      if (time && turn.paragraphs.length === 0 && turn.start === null) {
        turn.start = time.start;
        text = text.slice(time.length);
      }
    }
    if (text === '') continue;
    tellInnerLabel(file, text, line, names);
    const last = turn.paragraphs.length - 1;
    if (open && last >= 0) turn.paragraphs[last] += `\n${text}`;
    else turn.paragraphs.push(text);
    open = !line.heading;
  }
  const headings = turns.filter(({ heading }) => heading);
  if (headings.length > 0) {
    decisions.push(
      `${count(headings.length, 'heading')} kept as ${headings.length === 1 ? 'a turn' : 'turns'} of nobody, such as ${quote(headings[0]?.paragraphs[0] ?? '')}: never a participant's, also with --rename "?=Name"`,
    );
  }
  if (inner > 0) decisions.push(`${count(inner, 'timestamp')} inside turns kept as text`);
  return { turns, decisions };
}

const isParagraphStart = (lines: readonly Line[], at: number): boolean =>
  lines[at]?.text !== '' && (at === 0 || lines[at - 1]?.text === '' || lines[at - 1]?.heading === true);

/** Two turns on one line: "Fine. Ben: Good." The words stay, but with the first speaker. */
function tellInnerLabel(file: VFile, text: string, line: Line, names: readonly string[]): void {
  for (const name of names) {
    // A letter is too short to be told from the end of a sentence.
    const at = name.length < 2 ? -1 : text.indexOf(`${name}: `);
    if (at === -1 || /[\p{L}\p{N}]/u.test(text.charAt(at - 1))) continue;
    addProblem(file, {
      rule: 'label-inside',
      reason: `${quote(`${name}:`)} stands inside a turn; the words after it are kept in that turn`,
      place: { line: line.number, column: 1 },
      advice: 'if that person speaks there, begin a line with the label in the original',
      warning: true,
    });
  }
}

function tellMarkup(file: VFile, name: string, line: Line): void {
  if (!/[*<>_`]/.test(name) || speakerName(name) === null) return;
  addProblem(file, {
    rule: 'speaker-markup',
    reason: `the speaker ${quote(name)} has markup in the name`,
    place: { line: line.number, column: 1 },
    advice: `it is kept as ${quote(speakerName(name) ?? '')}; rename it if that is not the name`,
    warning: true,
  });
}
