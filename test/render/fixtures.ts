import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Bars, DivergingBars, Intervals, StatementBoard } from '../../src/exhibit/figure.ts';
import type { Note } from '../../src/exhibit/note.ts';
import { count, missing, number, type Table, text } from '../../src/exhibit/table.ts';
import type { Exhibit, Report } from '../../src/report/tree.ts';

/** A made-up reading group talks about the opening hours of its made-up library. */
export const positions: Table = {
  id: 'positions',
  caption: 'Positions on six statements about opening hours',
  columns: [
    { key: 'statement', label: 'Statement', align: 'left' },
    { key: 'n', label: 'Answers', align: 'right' },
    { key: 'mean', label: 'Mean', align: 'right' },
    { key: 'kappa', label: 'Kappa', align: 'right' },
  ],
  rows: [
    [text('The library should open on Sundays'), count(6), number(4.25, 2), number(-0.125, 3)],
    [text('Evening hours matter more than early ones'), count(12), number(3.5, 2), missing('undefined')],
    [text('I would come at night'), missing('not reported'), missing('not applicable'), missing('empty')],
  ],
  notes: ['Base: twelve members. “Mean” runs from 1 to 5.'],
};

export const board: StatementBoard = {
  kind: 'statement-board',
  id: 'sunday-board',
  caption: 'Where the reading group put its notes on “The library should open on Sundays”',
  description: 'Five columns from strongly agree to strongly disagree, and one for no opinion.',
  notes: ['One member put two notes.'],
  data: positions,
  columns: [
    { label: 'strongly agree', side: 'agree' },
    { label: 'agree', side: 'agree' },
    { label: 'neither agree nor disagree', side: 'neutral' },
    { label: 'disagree', side: 'disagree' },
    { label: 'strongly disagree', side: 'disagree' },
    { label: 'no opinion', side: 'apart' },
  ],
  participants: ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10'],
  marks: [
    { column: 0, participant: 'M1', label: 'M1', comment: 'Sunday is when there is time to read' },
    { column: 0, participant: 'M2', label: 'M2' },
    { column: 0, participant: 'M3', label: 'M3' },
    { column: 0, participant: 'M9', label: 'M9' },
    { column: 1, participant: 'M4', label: 'M4' },
    { column: 1, participant: 'M5', label: 'M5' },
    { column: 1, participant: null, label: '?' },
    { column: 3, participant: 'M6', label: 'M6', comment: 'staff need a day <off> & rest' },
    { column: 3, participant: 'M7', label: 'M7' },
    { column: 3, participant: 'M8', label: 'M8' },
    { column: 3, participant: 'M10', label: 'M10' },
    { column: 4, participant: null, label: '?5' },
    { column: 5, participant: 'M5', label: 'M5' },
  ],
};

export const bars: DivergingBars = {
  kind: 'diverging-bars',
  id: 'hours-bars',
  caption: 'Agreement with six statements about opening hours',
  description: 'Most members agree with Sunday hours; opinions on closing at noon are split.',
  notes: ['A member in two columns counts half in each.'],
  data: positions,
  unit: 'members',
  ends: { left: 'disagreement', right: 'agreement' },
  levels: [
    { label: 'strongly disagree', side: 'disagree' },
    { label: 'disagree', side: 'disagree' },
    { label: 'neither agree nor disagree', side: 'neutral' },
    { label: 'agree', side: 'agree' },
    { label: 'strongly agree', side: 'agree' },
  ],
  rows: [
    { label: 'The library should open on Sundays', reversed: false, values: [0.5, 1, 1, 4.5, 5], remark: '' },
    {
      label:
        'Closing at noon would keep people with small children and people who work early from coming at all',
      reversed: true,
      values: [4, 3.5, 2, 1.5, 1],
      remark: '2 not reported; 1 without an opinion',
    },
    { label: 'Nobody needs a library at night', reversed: true, values: [0, 0.5, 0.5, 0.5, 0.5], remark: '' },
    {
      label: 'Evening hours matter more than early ones',
      reversed: false,
      values: [0, 0, 0, 7, 3],
      remark: '',
    },
    {
      label: 'The café should keep the same hours',
      reversed: false,
      values: [0, 0, 0, 0, 0],
      remark: 'not asked',
    },
  ],
};

export const countBars: Bars = {
  kind: 'bars',
  id: 'hours-codes',
  caption: 'Remarks that carry a code, by reader',
  description:
    'Sundays: Ada 7, Bo 12; Light at the door and on the way home, also in winter: Ada 3, Bo not known.',
  notes: ['Of 20 remarks.'],
  data: positions,
  series: ['Ada', 'Bo'],
  unit: 'remarks, of 20',
  rows: [
    { label: 'Sundays', values: [7, 12], remark: '' },
    { label: 'Light at the door and on the way home, also in winter', values: [3, null], remark: '' },
    { label: 'Prices', values: [0, 1], remark: 'of 18' },
  ],
};

export const kappas: Intervals = {
  kind: 'intervals',
  id: 'hours-kappas',
  caption: 'How far two readers agree on each code',
  description: 'Sundays: 0.82; Light: below chance; Prices: undefined.',
  notes: ['Round 1.'],
  data: positions,
  axis: "Cohen's kappa, with 95% interval",
  least: [0, 1],
  threshold: { value: 0.7, label: 'threshold 0.7' },
  rows: [
    { label: 'Light at the door', value: -0.1, low: -0.36, high: 0.16, remark: '', summary: false },
    { label: 'Sundays', value: 0.824, low: 0.61, high: 1, remark: '', summary: false },
    {
      ...{ label: 'Prices', value: null, low: null, high: null },
      ...{ remark: 'undefined: nobody gave it', summary: false },
    },
    { label: 'pooled over codes', value: 0.66, low: null, high: null, remark: '', summary: true },
  ],
};

export const notes: Note[] = [
  { who: 'M3', text: 'finds the way home at night too dark', place: 'session 2, p. 4' },
  { who: null, text: 'somebody asked who would pay', place: '' },
];

const template = `# Opening hours

A reading group met **twice**[^1] and wrote notes.

## What they said

| day | *hours* |
| --- | ------: |
| Mon |      10 |

Slot 1

Slot 2

### In between

Some <script>alert(1)</script> in a line, a [good](https://example.org/a) and a [bad](javascript:alert(1)) link, see [the end](#the-end).

<div onclick="alert(2)">a block</div>

<!-- remember to ask again -->

Slot 3

## The end

Slot 4

![a plan](plan.png)

[^1]: In spring and in autumn.
`;

/** The template with its paragraphs "Slot 1" … replaced by exhibits. */
export function exampleReport(source = template): Report {
  const exhibits: Exhibit[] = [
    { kind: 'table', number: 1, table: positions },
    { kind: 'figure', number: 1, figure: board },
    { kind: 'figure', number: 2, figure: bars },
    { kind: 'notes', notes },
  ];
  const tree = unified().use(remarkParse).use(remarkGfm).parse(source);
  tree.children = tree.children.map((node) => {
    const first = node.type === 'paragraph' ? node.children[0] : undefined;
    const slot = first?.type === 'text' ? /^Slot (\d)$/u.exec(first.value) : null;
    const exhibit = exhibits[Number(slot?.[1]) - 1];
    return exhibit ? { type: 'exhibit', exhibit } : node;
  });
  return { title: 'Opening hours', language: 'en', tree, tables: [positions], figures: [board, bars] };
}
