import type { Coding } from '../coding/log.ts';
import { firstEndingAfter, type Span } from '../coding/spans.ts';
import type { Unit } from '../coding/unit-codes.ts';
import { type Compared, type ComparedDocument, cellAt, saidOf } from './compared.ts';
import type { Decision } from './decision.ts';
import { cutTo } from './differences.ts';

/** A coding that the consensus should have, or a place that it leaves open. */
export interface Wanted extends Span {
  code: string;
  open: boolean;
}

/** What was decided on a code in a unit; undefined where nothing is. */
export type DecidedOn = (document: string, unit: Unit, code: string) => Decision | undefined;

/**
 * The consensus on a code in a document, in units that all raters have read: what they agree on and what they decided.
 * All else is left open, so that at no moment it claims what nobody said.
 *
 * The passage is that of the first rater who gave the code, or of the rater who is right. A coding that reaches
 * over several units stays whole where the consensus takes its code from that rater in all of them; else it is cut
 * to those in which it does.
 *
 * @param body the text, to leave out spaces where a passage is cut.
 */
export function consensusOn(
  code: string,
  compared: Compared,
  document: ComparedDocument,
  decidedOn: DecidedOn,
  body: { slice: (start: number, end: number) => string },
): Wanted[] {
  const at = compared.table.codes.indexOf(code);
  const accepted = new Map<Coding, number[]>();
  const open: Span[] = [];
  for (const { place, said } of saidOf(compared, document, at)) {
    const { unit, index } = document.units[place] ?? {};
    if (!unit || index === undefined) continue;
    const given = (rater: string): Coding[] =>
      document.codingsIn(rater, unit).flatMap((one) => (one.code === code ? [one.coding] : []));
    const givers = document.raters.filter((rater) => cellAt(compared, rater, at, index) === 1);
    const decision = said === 'differ' ? decidedOn(document.document, unit, code) : undefined;
    const outcome = said === 'differ' ? (decision?.outcome ?? 'open') : said;
    if (outcome === 'present') {
      const right = decision?.right;
      const source = right !== undefined && givers.includes(right) ? right : givers[0];
      for (const coding of source === undefined ? [] : given(source)) {
        accepted.set(coding, [...(accepted.get(coding) ?? []), place]);
      }
    } else if (outcome === 'open') open.push(hullOf(givers.flatMap(given), unit));
  }
  const wanted = [
    ...[...accepted].flatMap(([coding, places]) => passagesOf(coding, places, document)),
    ...open.map((span) => ({ ...span, open: true })),
  ].map((one) => ({ code, open: false, ...one }));
  const trimmed = wanted.map((one) => ({ ...one, ...trim(one, body) })).filter((one) => one.start < one.end);
  return [...new Map(trimmed.map((one) => [keyOfWanted(one), one])).values()];
}

export const keyOfWanted = ({ code, start, end, open }: Wanted): string =>
  JSON.stringify([code, start, end, open]);

/** A coding whole, or cut to each run of units in which it is accepted. */
function passagesOf(coding: Coding, accepted: readonly number[], { units, spans }: ComparedDocument): Span[] {
  const isAccepted = new Set(accepted);
  let isWhole = coding.end <= (spans.at(-1)?.end ?? 0);
  for (let place = firstEndingAfter(spans, coding.start); place < spans.length; place += 1) {
    if ((spans[place]?.start ?? 0) >= coding.end) break;
    isWhole &&= isAccepted.has(place);
  }
  if (isWhole) return [{ start: coding.start, end: coding.end }];
  const runs: { first: number; last: number }[] = [];
  for (const place of accepted) {
    const run = runs.at(-1);
    if (run && place === run.last + 1) run.last = place;
    else runs.push({ first: place, last: place });
  }
  return runs.flatMap((run) => {
    const [first, end] = [units[run.first]?.unit, units[run.last]?.unit];
    return first && end ? [cutTo(coding, { start: first.start, end: end.end })] : [];
  });
}

/** What codings mark of a unit, from the first to the last; the whole unit where there are none. */
function hullOf(codings: readonly Coding[], unit: Unit): Span {
  if (codings.length === 0) return { start: unit.start, end: unit.end };
  return cutTo(
    {
      start: Math.min(...codings.map(({ start }) => start)),
      end: Math.max(...codings.map(({ end }) => end)),
    },
    unit,
  );
}

function trim({ start, end }: Span, body: { slice: (start: number, end: number) => string }): Span {
  const words = [...body.slice(start, end)];
  const isBlank = (character: string): boolean => character.trim() === '';
  const before = words.findIndex((character) => !isBlank(character));
  const after = words.findLastIndex((character) => !isBlank(character));
  return before === -1 ? { start, end: start } : { start: start + before, end: start + after + 1 };
}
