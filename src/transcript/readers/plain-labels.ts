import type { VFile } from 'vfile';
import type { Draft } from '../transcript.ts';
import { JOINED, joinUtterances, type Utterance } from './join-utterances.ts';
import { turnsFromLines } from './labelled-lines.ts';
import { labelOf, leadingTime } from './labels.ts';
import { isEmpty, linesOf, tellIfNobodySpeaks } from './lines.ts';
import { voicesOf } from './voices.ts';

/**
 * Plain text, in one of two kinds:
 *
 * - labels: `Ana: text`, `Ana (00:01:02): text`, `[00:01:02] Ana: text`, or `Ana  00:01:02` above the text;
 *   lines without a label continue the turn, empty lines part paragraphs;
 * - captions: most lines are `00:01:02 text` or `00:01:02 <v Ana>text`, or stand below `[Ana] 00:01:02`.
 *   They are joined as captions are.
 *
 * A text without any label is one turn without a speaker, with a warning.
 */
export function readPlainLabels(file: VFile): Draft | undefined {
  if (isEmpty(file)) return undefined;
  const lines = linesOf(file).map((text) => text.trimEnd());
  const draft = readCaptionLines(lines) ?? readLabelledLines(file, lines);
  tellIfNobodySpeaks(file, draft.turns);
  return draft;
}

const readLabelledLines = (file: VFile, lines: readonly string[]): Draft =>
  turnsFromLines(
    file,
    lines.map((text, at) => ({ text, number: at + 1 })),
  );

/** Captions in plain text; undefined if most lines are something else. */
function readCaptionLines(lines: readonly string[]): Draft | undefined {
  const filled = lines.filter((line) => line !== '').length;
  const heads = lines.map((line) => (line === '' ? undefined : captionHead(line)));
  const above = heads.filter((head) => head?.above).length;
  const timed = heads.filter((head) => head && !head.above).length;
  if (timed * 2 <= filled && above * 3 < filled) return undefined;

  const utterances: Utterance[] = [];
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const head = heads[at];
    if (head) utterances.push({ speaker: head.speaker, start: head.start, end: null, text: '' });
    const last = utterances.at(-1) ?? { speaker: null, start: null, end: null, text: '' };
    if (utterances.length === 0) utterances.push(last);
    const text = head ? line.slice(head.length) : line;
    const [first, ...others] = voicesOf(text);
    last.text += ` ${first?.text ?? ''}`;
    for (const { speaker, text: words } of others) {
      utterances.push({ speaker, start: last.start, end: null, text: words });
    }
  }
  return { turns: joinUtterances(utterances), decisions: [JOINED] };
}

/** The time, and maybe the speaker, that a caption begins with; `above` if its words stand below. */
function captionHead(
  line: string,
): { speaker: string | null; start: number | null; length: number; above: boolean } | undefined {
  const label = labelOf(line);
  if (label?.strength === 'certain' && label.start !== null && !/:\s*$/.test(line)) {
    const above = label.length === line.length;
    // A name over its words is a label like any other, unless in brackets, as captions are saved.
    if (above && !line.trimStart().startsWith('[')) return undefined;
    if (above || /<v[.\s]/.test(line.slice(0, label.length))) {
      return { speaker: label.name, start: label.start, length: label.length, above };
    }
  }
  if (label) return undefined;
  const time = leadingTime(line);
  if (!time || time.length === line.length) return undefined;
  return { speaker: null, ...time, above: false };
}
