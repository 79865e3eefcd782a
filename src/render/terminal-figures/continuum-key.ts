import { type ContinuumChart, type Verdict, verdicts } from '../../exhibit/continuum-chart.ts';
import { verdictCounts } from '../../exhibit/continuum-words.ts';
import { safe } from '../safe-text.ts';
import { textWidth } from '../text-width.ts';
import { wrap } from '../wrap.ts';
import { isolated } from './isolated.ts';
import type { PaintSpan } from './span-paint.ts';

export const verdictMarks: Record<Verdict, string> = { agree: '=', codes: '!', some: '-', none: '.' };

/** What marks and signs mean, with how much there is of each. */
export function continuumKey(figure: ContinuumChart, width: number, paint: PaintSpan): string[] {
  const used = figure.codes.flatMap(({ label, mark, spans }, at) =>
    spans > 0 ? [{ mark, text: `${isolated(safe(label))} (${spans})`, of: at }] : [],
  );
  const counts = verdictCounts(figure);
  const signs = verdicts.map((verdict) => ({
    ...{ mark: verdictMarks[verdict], text: counts[verdict], of: verdict },
  }));
  return [
    ...(used.length > 0 ? entries('Codes (spans):', used, width, paint) : ['Nobody marked anything.']),
    ...(figure.raters.length > 1 ? entries('Agreement, marked by', signs, width, paint) : []),
    ...wrap(readings(figure), width),
  ];
}

const readings = ({ raters }: ContinuumChart): string =>
  [
    'A─┤ a span, at least a column wide; without ┤ it goes on beyond the line.',
    'Spans of a rater that overlap or share a column stand below one another; a digit below them: so many more begin there, + for ten or more.',
    ...(raters.length > 1
      ? ['A column of agreement is what most of the marked places in it are; percentages are exact.']
      : []),
  ].join(' ');

interface Entry {
  mark: string;
  text: string;
  of: number | Verdict;
}

/** As many entries on a line as fit; only their marks are painted. */
function entries(head: string, all: readonly Entry[], width: number, paint: PaintSpan): string[] {
  const lines = [...wrap(head, width)];
  let used = textWidth(lines.at(-1) ?? '');
  for (const { mark, text, of } of all) {
    const [first = '', ...others] = wrap(`${mark} ${text}`, width);
    const painted = paint(mark, of) + first.slice(mark.length);
    if (others.length === 0 && used + 2 + textWidth(first) <= width) {
      lines.push(`${lines.pop() ?? ''}  ${painted}`);
      used += 2 + textWidth(first);
    } else {
      lines.push(painted, ...others);
      used = textWidth(others.at(-1) ?? first);
    }
  }
  return lines;
}
