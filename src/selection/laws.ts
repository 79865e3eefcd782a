import { chainOf, lastKnown, lower, termOf } from './chain.ts';
import { type Flow, type FlowSource, type FlowTotal, stepOf, stepWords } from './flow.ts';
import type { Law, Term } from './law.ts';
import { totalBounds } from './total-bounds.ts';
import { inTotal, sumOfTotal } from './total-sums.ts';

/** Every sum that a flow should make, from main box to main box: what enters equals what leaves and what goes on. */
export function lawsOf(flow: Flow): Law[] {
  return [
    ...flow.sources.flatMap((source) => [
      ...chainOf(source),
      ...studiesOf(source),
      ...partsOf(source),
      ...reportedOf(source),
    ]),
    ...flow.totals.filter((total) => isHeld(flow, total)).map((total) => totalOf(flow, total)),
  ];
}

/**
 * Not more studies than there are reports: those that are known to be included, or what is left of the last number that is
 * known. How many reports tell of a study is another matter, so that there may be fewer.
 */
function studiesOf(source: FlowSource): Law[] {
  const last = lastKnown(source);
  if (!stepOf(source, 'included-studies') || !last || source.severalStudies) return [];
  const right = [...last.leaving, termOf(source, 'included-studies')];
  return [{ kind: 'studies', about: source.label, left: [last.term], right, atLeast: true }];
}

const partsOf = (source: FlowSource): Law[] =>
  source.steps.flatMap(({ step, parts, origin }) =>
    parts.length === 0 || origin === 'summed'
      ? []
      : [
          {
            kind: 'parts' as const,
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
            kind: 'reported' as const,
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

/** A total of which all parts are known, and that nobody printed, is their sum: there is nothing to hold it against. */
const isHeld = (flow: Flow, total: FlowTotal): boolean =>
  typeof total.reported === 'number' || sumOfTotal(flow, total) === null;

function totalOf(flow: Flow, total: FlowTotal): Law {
  const path = ['totals', total.name];
  const parts = total.parts.map((part, index): Term => {
    const { label, count } = inTotal(flow, total, part);
    return {
      ...{ words: label, count, path: [...path, 'of', index] },
      ...(count === null ? totalBounds(flow, total, part) : {}),
    };
  });
  const removed =
    total.removed === undefined
      ? []
      : [{ words: 'in common', count: total.removed, path: [...path, 'removed'] }];
  const whole = { words: 'in all', count: total.reported ?? null, path: [...path, 'count'] };
  return { kind: 'total', about: total.label, left: parts, right: [...removed, whole] };
}
