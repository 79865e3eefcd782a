import type { VFile } from 'vfile';
import { addProblem } from '../../problem/problem.ts';
import type { Draft } from '../transcript.ts';
import type { Cue } from './cues.ts';
import { decideSpeakers } from './decide-speakers.ts';
import { JOINED, joinUtterances, type Utterance } from './join-utterances.ts';
import { type Label, labelOf } from './labels.ts';
import { count, tellIfNobodySpeaks } from './lines.ts';
import { plainCaption, voicesOf } from './voices.ts';

/**
 * The turns of captions: by `<v Ana>`, else by `Ana:` at the beginning of a caption's line, where that is taken
 * as a speaker (see `decideSpeakers`). In a file that has such labels, a caption without one is by the
 * speaker before it. Tags and styles are left out.
 */
export function turnsFromCues(file: VFile, cues: readonly Cue[]): Draft | undefined {
  const pieces = cues.flatMap(piecesOf);
  if (pieces.length === 0) {
    addProblem(file, {
      rule: 'no-cue',
      reason: cues.length === 0 ? 'no caption was found' : 'no caption has any text',
      place: { line: 1, column: 1 },
      expected: ['a line 00:01:02.500 --> 00:01:05.000 with text below it'],
    });
    return undefined;
  }

  const candidates = pieces.flatMap(({ label, text }) =>
    label ? [{ label, text: text.slice(label.length) }] : [],
  );
  const speakers = decideSpeakers(candidates, pieces.length);
  const decisions = [...speakers.decisions];
  const utterances: Utterance[] = [];
  let labelled: string | null = null;
  let continued = 0;
  for (const { speaker, start, end, label, text } of pieces) {
    if (speaker !== null) {
      labelled = null;
      utterances.push({ speaker, start, end, text });
    } else if (label && speakers.accepts(label)) {
      labelled = label.name;
      utterances.push({ speaker: labelled, start, end, text: text.slice(label.length) });
    } else {
      if (labelled !== null) continued++;
      utterances.push({ speaker: labelled, start, end, text });
    }
  }
  if (continued > 0) {
    decisions.push(
      `${count(continued, 'piece')} without a label follow a labelled speaker and are taken as theirs`,
    );
  }
  const empty = cues.filter(({ lines }) => lines.every((line) => line.trim() === '')).length;
  if (empty > 0) decisions.push(`${count(empty, 'caption')} without text left out`);
  const turns = joinUtterances(utterances);
  tellIfNobodySpeaks(file, turns);
  return { turns, decisions: [...decisions, JOINED] };
}

interface Piece {
  /** By a `<v>` tag. */
  speaker: string | null;
  start: number | null;
  end: number | null;
  /** By the beginning of the line. */
  label: Label | undefined;
  text: string;
}

/** A caption's lines, joined again unless a line may begin with a label. */
function piecesOf({ lines, start, end }: Cue): Piece[] {
  return voicesOf(lines.join('\n')).flatMap(({ speaker, text }) => {
    const found: Piece[] = [];
    for (const line of plainCaption(text).split('\n')) {
      if (line.trim() === '') continue;
      const label = speaker === null ? labelOf(line) : undefined;
      const last = found.at(-1);
      if (last && !label) last.text += ` ${line}`;
      else
        found.push({
          speaker: speaker === null ? null : plainCaption(speaker),
          start,
          end,
          label,
          text: line,
        });
    }
    return found;
  });
}
