import { isNamed } from '../statements/mark.ts';
import type { StatementResult } from '../statements/statement-result.ts';
import type { BoardMark, StatementBoard } from './figure.ts';
import { statementSentence } from './statement-sentence.ts';
import { missing, text } from './table.ts';
import { inWords } from './words.ts';

/** The wall of one statement: a mark for each comment, or for each position where comments are not reported. */
export function statementBoard(id: string, result: StatementResult): StatementBoard {
  const { statement, scale, participants, rows } = result;
  const marks = result.marks.flatMap((mark): BoardMark[] =>
    typeof mark.position === 'number'
      ? [
          {
            column: mark.position,
            participant: isNamed(mark.person) ? mark.person : null,
            label: markLabel(mark.person, result),
            ...(mark.comment !== null && { comment: mark.comment }),
          },
        ]
      : [],
  );
  const placed = [...marks].sort((a, b) => a.column - b.column);
  return {
    kind: 'statement-board',
    id,
    caption: `${statement.title}: who stands where`,
    description: `A board of ${scale.columns.length} columns, from ${scale.columns.map(({ label }) => label).join(', ')}. ${statementSentence(result)}`,
    notes: boardNotes(result, marks),
    columns: scale.columns.map(({ label, side }) => ({ label, side })),
    marks,
    participants: [...participants],
    data: {
      id: `${id}-data`,
      caption: `${statement.title}: the marks`,
      columns: [
        { key: 'position', label: 'Position', align: 'left' },
        { key: 'participant', label: 'Participant', align: 'left' },
        ...(rows === 'comment' ? [{ key: 'comment', label: 'Comment', align: 'left' as const }] : []),
      ],
      rows: placed.map((mark) => [
        text(scale.columns[mark.column]?.label ?? ''),
        text(mark.label),
        ...(rows === 'comment' ? [mark.comment === undefined ? missing('empty') : text(mark.comment)] : []),
      ]),
      notes: [],
    },
  };
}

/** `P4`; `?2` where an unnamed person has several marks here, so that they can be told together; else `?`. */
function markLabel(person: string | null, { marks }: StatementResult): string {
  if (person === null) return '?';
  if (isNamed(person)) return person;
  return marks.filter((mark) => mark.person === person).length > 1 ? person : '?';
}

function boardNotes({ statement, rows, all }: StatementResult, marks: readonly BoardMark[]): string[] {
  const unnamed = marks.filter(({ participant }) => participant === null);
  const together = unnamed.some(({ label }) => label !== '?');
  return [
    rows === 'comment'
      ? 'Each mark is a comment.'
      : 'Each mark is a position. The number of comments is not reported.',
    ...(unnamed.length > 0
      ? [
          `A mark with ? is of a participant whom the source does not name${together ? '; the same number after it is the same person, on this board only' : ''}.`,
        ]
      : []),
    ...(all.notReported > 0
      ? [`Not on the board: ${inWords(all.notReported)} whose position is not reported.`]
      : []),
    ...(statement.polarity === 'reversed' ? ['Reverse-keyed: disagreeing is the favourable answer.'] : []),
  ];
}
