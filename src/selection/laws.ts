import {
  type Count,
  type Flow,
  type FlowSource,
  type FlowTotal,
  mainSteps,
  type Step,
  stepOf,
  stepWords,
} from './flow.ts';
import { inTotal } from './total-sums.ts';

/** Two sides of a flow that make the same sum. */
export interface Law {
  /** The label of the source or total. */
  about: string;
  left: Term[];
  right: Term[];
  /** The left is at least the right. */
  atLeast?: boolean;
}

export interface Term {
  /** In small letters: `records screened`. */
  words: string;
  count: Count;
  /** Where it stands in the file; where it is not named there, its source. */
  path: PropertyKey[];
}

/** Every sum that a flow should make, from main box to main box: what enters equals what leaves and what goes on. */
export function lawsOf(flow: Flow): Law[] {
  return [
    ...flow.sources.flatMap((source) => [
      ...chainOf(source),
      ...studiesOf(source),
      ...partsOf(source),
      ...reportedOf(source),
    ]),
    ...flow.totals.map((total) => totalOf(flow, total)),
  ];
}

/** Between one main box that is named and the next. A side box beside a named main box that is not named is not reported. */
export function chainOf(source: FlowSource): Law[] {
  const laws: Law[] = [];
  let left: Term | undefined;
  let sides: Term[] = [];
  for (const { main, side } of mainSteps) {
    const here = stepOf(source, main);
    if (here) {
      const term = termOf(source, main);
      if (left) laws.push({ about: source.label, left: [left], right: [...sides, term] });
      left = term;
      sides = [];
    }
    const beside = side && stepOf(source, side);
    if (side && (here || beside)) sides.push(termOf(source, side));
    if (beside && beside.pending > 0) {
      sides.push({
        words: 'not yet settled',
        count: beside.pending,
        path: ['sources', source.name, beside.step],
      });
    }
  }
  return laws;
}

function termOf(source: FlowSource, step: Step): Term {
  return {
    words: lower(stepWords[step]),
    count: stepOf(source, step)?.count ?? null,
    path: ['sources', source.name, step],
  };
}

/** Not more studies than the last known number of reports or records. */
function studiesOf(source: FlowSource): Law[] {
  const studies = stepOf(source, 'included-studies');
  const last = mainSteps.findLast(({ main }) => typeof stepOf(source, main)?.count === 'number');
  if (!studies || !last || source.severalStudies) return [];
  const left = [termOf(source, last.main)];
  return [{ about: source.label, left, right: [termOf(source, 'included-studies')], atLeast: true }];
}

const partsOf = (source: FlowSource): Law[] =>
  source.steps.flatMap(({ step, parts, origin }) =>
    parts.length === 0 || origin === 'summed'
      ? []
      : [
          {
            about: source.label,
            left: [termOf(source, step)],
            right: parts.map(({ name, count }) => ({
              words: name,
              count,
              path: ['sources', source.name, step, 'by', name],
            })),
          },
        ],
  );

/** What was counted is what was reported. */
const reportedOf = (source: FlowSource): Law[] =>
  source.steps.flatMap(({ step, count, reported }) =>
    reported === undefined
      ? []
      : [
          {
            about: source.label,
            left: [
              {
                words: `${lower(stepWords[step])} as counted`,
                count,
                path: ['sources', source.name, step, 'count'],
              },
            ],
            right: [
              { words: 'as reported', count: reported, path: ['sources', source.name, step, 'reported'] },
            ],
          },
        ],
  );

function totalOf(flow: Flow, total: FlowTotal): Law {
  const path = ['totals', total.name];
  const parts = total.parts.map((part, index): Term => {
    const { label, count } = inTotal(flow, total, part);
    return { words: label, count, path: [...path, 'of', index] };
  });
  const removed =
    total.removed === undefined
      ? []
      : [{ words: 'in common', count: total.removed, path: [...path, 'removed'] }];
  const whole = { words: 'in all', count: total.reported, path: [...path, 'count'] };
  return { about: total.label, left: parts, right: [...removed, whole] };
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
