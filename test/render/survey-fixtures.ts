import { crosstabFigure } from '../../src/exhibit/crosstab-figure.ts';
import { likertFigure } from '../../src/exhibit/likert-figure.ts';
import { shareFigure } from '../../src/exhibit/share-figure.ts';

/** A made-up library asks its made-up readers. */
const heads = { row: 'Question', panel: 'Readers' };

export const longItem =
  'I would come more often if the reading room on the second floor were open in the evenings, on Sundays, and on the holidays when I have time to read it';

export const visits = shareFigure(
  {
    id: 'visit-reasons',
    caption: 'Why readers come',
    notes: [],
    axis: 'percent of 80 readers who gave a reason; several answers each',
    interval: '95% Wilson interval',
    rows: [
      'To borrow books',
      'A quiet place',
      longItem,
      'مكان هادئ للقراءة (WLAN)؟',
      '静かに本を読める場所がほかにないから',
      'The café',
    ],
    panels: [
      {
        label: '',
        // R 4.2.2, prop.test(x, 80, correct = FALSE)$conf.int
        shares: [
          { count: 60, of: 80, low: 0.6452, high: 0.8319 },
          { count: 44, of: 80, low: 0.4412, high: 0.6542 },
          { count: 20, of: 80, low: 0.1681, high: 0.3548 },
          { count: 8, of: 80, low: 0.0515, high: 0.1851 },
          { count: 1, of: 320, low: 0.0006, high: 0.0175 },
          { count: 0, of: 0, low: null, high: null },
        ],
      },
    ],
  },
  heads,
);

const groupNames = ['Under 18', '18 to 64', '65 and older', 'Did not say how old they are', 'Staff'];

export const visitsByGroup = shareFigure(
  {
    ...visits,
    id: 'visit-reasons-by-age',
    axis: 'percent of readers in the group',
    rows: visits.rows.slice(0, 3),
    panels: groupNames.map((label, group) => ({
      label,
      shares: [30 - 4 * group, 20, 4 * group].map((count, row) => ({
        ...{ count, of: 40 + (group === 2 ? row : 0) },
        ...{ low: Math.max(0, count / 40 - 0.1), high: count / 40 + 0.12 },
      })),
    })),
  },
  heads,
);

export const opinions = likertFigure(
  {
    id: 'opening-opinions',
    caption: 'What readers think of the opening hours',
    notes: ['Sorted by agreement.'],
    stamp: 'Reconstructed data: made up to show how the figure looks. No answer here was given by anybody.',
    levels: [
      { label: 'strongly disagree', side: 'disagree' },
      { label: 'disagree', side: 'disagree' },
      { label: 'neither agree nor disagree', side: 'neutral' },
      { label: 'agree', side: 'agree' },
      { label: 'strongly agree', side: 'agree' },
    ],
    apart: 'no opinion',
    ends: { left: 'disagree', right: 'agree' },
    rows: [
      { label: 'The library should open on Sundays.', reversed: false },
      { label: longItem, reversed: true },
      { label: 'המכון פתוח מאוחר מספיק', reversed: false },
      { label: 'Nobody needs a library at night', reversed: false },
      { label: 'The café should keep the same hours', reversed: false },
    ],
    panels: [
      {
        label: '',
        answers: [
          { counts: [1, 4, 10, 40, 45], apart: 0 },
          { counts: [10, 20, 20, 30, 20], apart: 25 },
          { counts: [25, 25, 20, 15, 15], apart: 100 },
          { counts: [80, 20, 0, 0, 0], apart: 5 },
          { counts: [0, 0, 0, 0, 0], apart: 0 },
        ],
      },
    ],
  },
  heads,
);

const { stamp: _, ...unstamped } = opinions;

export const fourLevels = likertFigure(
  {
    ...unstamped,
    id: 'evening-opinions',
    levels: [
      { label: 'not at all', side: 'disagree' },
      { label: 'hardly', side: 'disagree' },
      { label: 'rather', side: 'agree' },
      { label: 'very much', side: 'agree' },
    ],
    apart: null,
    rows: opinions.rows.slice(0, 3),
    panels: [
      {
        label: '',
        answers: [
          { counts: [10, 20, 30, 40], apart: 0 },
          { counts: [25, 25, 25, 25], apart: 0 },
          { counts: [70, 20, 10, 0], apart: 0 },
        ],
      },
    ],
  },
  heads,
);

export const opinionsByGroup = likertFigure(
  {
    ...unstamped,
    id: 'opening-opinions-by-age',
    rows: opinions.rows.slice(0, 4),
    panels: groupNames.slice(0, 3).map((label, group) => ({
      label,
      answers: [
        { counts: [1, 4, 10, 40 - 10 * group, 45], apart: 2 * group },
        { counts: [10, 20 + 20 * group, 20, 30, 20], apart: 3 },
        { counts: [25, 25, 20, 15, 15], apart: 20 },
        { counts: [80, 20, 0, 0, 0], apart: 0 },
      ],
    })),
  },
  heads,
);

export const ageByVisits = crosstabFigure({
  id: 'age-by-visits',
  caption: 'How often readers come, by age',
  notes: [],
  down: { title: 'Age', labels: ['Under 18', '18 to 64', longItem, 'ثمانية عشر'] },
  across: { title: 'How often do you come?', labels: ['every week', 'every month', 'less often', 'never'] },
  counts: [
    [30, 8, 2, 0],
    [400, 310, 200, 1],
    [12, 9, 14, 5],
    [0, 0, 0, 0],
  ],
  residuals: null,
});

export const ageByVisitsResiduals = crosstabFigure({
  ...ageByVisits,
  id: 'age-by-visits-residuals',
  residuals: {
    name: 'adjusted standardised residual',
    values: [
      // R 4.2.2, chisq.test(counts)$stdres
      [3.95, -1.78, -2.63, -0.5],
      [-1.48, 2.33, 0.41, -6.79],
      [-1.9, -1.44, 2.06, 9.9],
      [null, null, null, null],
    ],
  },
});

export const surveyFigures = [
  visits,
  visitsByGroup,
  opinions,
  fourLevels,
  opinionsByGroup,
  ageByVisits,
  ageByVisitsResiduals,
];
