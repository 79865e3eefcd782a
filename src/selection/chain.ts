import { type FlowSource, mainSteps, type Step, stepOf, stepWords } from './flow.ts';
import type { Law, Term } from './law.ts';

/** Between one main box that is named and the next. A side box beside a named main box that is not named is not reported. */
export function chainOf(source: FlowSource): Law[] {
  const laws: Law[] = [];
  let left: Term | undefined;
  let sides: Term[] = [];
  for (const { main, side } of mainSteps) {
    const here = stepOf(source, main);
    if (here) {
      const term = termOf(source, main);
      if (left) laws.push({ kind: 'boxes', about: source.label, left: [left], right: [...sides, term] });
      left = term;
      sides = [];
    }
    sides.push(...leavingAt(source, main, side));
  }
  return laws;
}

/** What leaves beside a main box. */
function leavingAt(source: FlowSource, main: Step, side: Step | null): Term[] {
  const beside = side ? stepOf(source, side) : undefined;
  const pending = beside?.pending ?? 0;
  return [
    ...(side && (beside || stepOf(source, main)) ? [termOf(source, side)] : []),
    ...(beside && pending > 0
      ? [{ words: 'not yet settled', count: pending, path: ['sources', source.name, beside.step] }]
      : []),
  ];
}

/** The last main box of which the number is known, and what leaves after it. */
export function lastKnown(source: FlowSource): { main: Step; term: Term; leaving: Term[] } | undefined {
  const at = mainSteps.findLastIndex(({ main }) => typeof stepOf(source, main)?.count === 'number');
  const main = mainSteps[at]?.main;
  if (main === undefined) return undefined;
  const leaving = mainSteps.slice(at).flatMap((one) => leavingAt(source, one.main, one.side));
  return { main, term: termOf(source, main), leaving };
}

export function termOf(source: FlowSource, step: Step): Term {
  return {
    words: lower(stepWords[step]),
    count: stepOf(source, step)?.count ?? null,
    path: ['sources', source.name, step],
  };
}

export const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
