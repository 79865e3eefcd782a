import type { VFile } from 'vfile';
import { addProblem } from '../../problem/problem.ts';
import type { Draft } from '../transcript.ts';
import { turnsFromCues } from './caption-turns.ts';
import { readCues } from './cues.ts';
import { isEmpty, linesOf } from './lines.ts';

/**
 * WebVTT (https://www.w3.org/TR/webvtt1/), as Zoom, Teams and others write it. The header, NOTE, STYLE and
 * REGION blocks, identifiers, settings and tags are left out; everything else is kept.
 */
export function readWebVtt(file: VFile): Draft | undefined {
  if (isEmpty(file)) return undefined;
  const lines = linesOf(file);
  const hasHeader = /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '');
  if (!hasHeader) {
    addProblem(file, {
      rule: 'no-webvtt-header',
      reason: 'a WebVTT file begins with a line WEBVTT',
      place: { line: 1, column: 1 },
      advice: 'it is read as if it did',
      warning: true,
    });
  }
  // The header goes on to the first empty line, unless captions begin without one.
  let from = 0;
  if (hasHeader) {
    from = 1;
    while (from < lines.length && lines[from]?.trim() !== '' && !isCaption(lines, from)) from++;
  }
  const body = lines.map((line, at) => (at < from ? '' : line));
  const cues = readCues(file, body, (first) => /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(first));
  return turnsFromCues(file, cues);
}

const isCaption = (lines: readonly string[], at: number): boolean =>
  [lines[at], lines[at + 1]].some((line) => line?.includes('-->'));
