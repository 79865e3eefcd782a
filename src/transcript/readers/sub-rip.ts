import type { VFile } from 'vfile';
import type { Draft } from '../transcript.ts';
import { turnsFromCues } from './caption-turns.ts';
import { readCues } from './cues.ts';
import { isEmpty, linesOf } from './lines.ts';

/** SubRip (`.srt`): numbered captions with times such as `00:01:02,500 --> 00:01:05,000`. */
export function readSubRip(file: VFile): Draft | undefined {
  if (isEmpty(file)) return undefined;
  return turnsFromCues(
    file,
    readCues(file, linesOf(file), () => false),
  );
}
