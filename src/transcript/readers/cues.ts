import type { VFile } from 'vfile';
import { addProblem, quote } from '../../problem/problem.ts';
import { formatTime, parseTime, TIME } from '../time.ts';

/** A caption: when it shows and its lines, tags and all. */
export interface Cue {
  /** Null where the time cannot be read. */
  start: number | null;
  end: number | null;
  lines: string[];
  /** The line of its times, from 1. */
  number: number;
}

const TIMING = new RegExp(String.raw`^\s*(${TIME})\s*-->\s*(${TIME})(?:\s.*)?$`);
/** What was meant for times: an arrow of any kind after figures. */
const NEARLY_TIMING = /^\s*[\d:.,;]*\d\s*(?:-{1,3}|=)>|-->/;

/**
 * The captions of WebVTT or SubRip text. Both are blocks between empty lines; a block is a caption if one of
 * its first two lines has times. Words that belong to no caption's block are kept with the caption before,
 * for programs write empty lines inside captions. What is wrong with times is a warning: the words count.
 *
 * @param skip decides for a block without times that it is no text (a comment, a style).
 */
export function readCues(file: VFile, lines: readonly string[], skip: (firstLine: string) => boolean): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < lines.length; ) {
    if (isBlank(lines[at])) {
      at++;
      continue;
    }
    const timing = [at, at + 1].find((line) => isTiming(lines[line]));
    if (timing === undefined || isBlank(lines[at])) {
      at = readStray(file, lines, at, cues, skip);
      continue;
    }
    const cue = readTimes(file, lines[timing] ?? '', timing + 1);
    cues.push(cue);
    at = timing + 1;
    while (at < lines.length && !isBlank(lines[at])) {
      // Without an empty line between, a number before times is the next caption's.
      if (startsCue(lines, at)) break;
      cue.lines.push(lines[at] ?? '');
      at++;
    }
  }
  tellOverlaps(file, cues);
  return cues;
}

/** True at times, and at a number above them. */
const startsCue = (lines: readonly string[], at: number): boolean =>
  isTiming(lines[at]) || (/^\s*\d+\s*$/.test(lines[at] ?? '') && isTiming(lines[at + 1]));

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

const isTiming = (line: string | undefined): boolean => line !== undefined && NEARLY_TIMING.test(line);

function readTimes(file: VFile, line: string, number: number): Cue {
  const cue: Cue = { start: null, end: null, lines: [], number };
  const match = TIMING.exec(line);
  const start = parseTime(match?.[1] ?? '');
  const end = parseTime(match?.[2] ?? '');
  const place = { line: number, column: line.length - line.trimStart().length + 1 };
  if (start === undefined || end === undefined) {
    addProblem(file, {
      rule: 'broken-time',
      reason: `${quote(line.trim())} has no times that can be read; the caption is kept without them`,
      place,
      expected: ['00:01:02.500 --> 00:01:05.000'],
      warning: true,
    });
    return cue;
  }
  cue.start = start;
  if (end >= start) cue.end = end;
  else {
    addProblem(file, {
      rule: 'end-before-start',
      reason: `this caption ends at ${formatTime(end)}, before it starts at ${formatTime(start)}; its end is left out`,
      place,
      warning: true,
    });
  }
  return cue;
}

/** A block without times, up to its end. */
function readStray(
  file: VFile,
  lines: readonly string[],
  from: number,
  cues: readonly Cue[],
  skip: (firstLine: string) => boolean,
): number {
  let to = from + 1;
  while (to < lines.length && !isBlank(lines[to]) && !startsCue(lines, to)) to++;
  const block = lines.slice(from, to);
  // The number of a caption that is missing; any other number may have been said.
  const isNextNumber = block.length === 1 && block[0]?.trim() === String(cues.length + 1);
  if (isNextNumber || skip(block[0] ?? '')) return to;
  const before = cues.at(-1);
  before?.lines.push(...block);
  addProblem(file, {
    rule: 'text-without-time',
    reason: `${quote(block.join(' ').slice(0, 60))} stands in no caption; it is ${before ? 'kept with the one before' : 'left out'}`,
    place: { line: from + 1, column: 1 },
    warning: true,
  });
  return to;
}

function tellOverlaps(file: VFile, cues: readonly Cue[]): void {
  const overlapping = cues.filter(({ start }, at) => {
    const end = cues[at - 1]?.end;
    return start !== null && end !== null && end !== undefined && start < end;
  });
  const [first] = overlapping;
  if (!first) return;
  addProblem(file, {
    rule: 'overlap',
    reason:
      overlapping.length === 1
        ? 'this caption starts before the one before it ends'
        : `${overlapping.length} captions start before the one before them ends; this is the first`,
    place: { line: first.number, column: 1 },
    advice: 'they are kept in the order of the file',
    warning: true,
  });
}
