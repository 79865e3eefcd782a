import { type Cell, count, type Table, text } from '../exhibit/table.ts';
import type { ImportedSpeaker } from '../study/import-transcript.ts';

/** Who speaks how much in one file. */
export function speakersTable(
  caption: string,
  speakers: readonly ImportedSpeaker[],
  firstWords: number,
): Table {
  return {
    id: 'speakers',
    caption,
    columns: [
      { key: 'speaker', label: 'Speaker', align: 'left' },
      { key: 'participant', label: 'Counts', align: 'left' },
      { key: 'turns', label: 'Turns', align: 'right' },
      { key: 'words', label: 'Words', align: 'right' },
      { key: 'first-words', label: 'First words', align: 'left' },
    ],
    rows: speakers.map((one): Cell[] => [
      text(shownSpeaker(one)),
      text(one.participant ? 'yes' : 'no'),
      count(one.turns),
      count(one.words),
      text(shortened(one.firstLine, firstWords)),
    ]),
    notes: [],
  };
}

function shownSpeaker({ speaker, from }: ImportedSpeaker): string {
  const others = from.map((name) => (name === '?' ? 'not named' : name));
  return `${speaker ?? '(not named)'}${others.length > 0 ? ` (was ${others.join(', ')})` : ''}`;
}

function shortened(line: string, length: number): string {
  const characters = [...line];
  return characters.length > length
    ? `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
    : line;
}
