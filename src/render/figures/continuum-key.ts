import { s } from 'hastscript';
import {
  type ContinuumChart,
  type ContinuumCode,
  type Verdict,
  verdicts,
} from '../../exhibit/continuum-chart.ts';
import { verdictCounts } from '../../exhibit/continuum-words.ts';
import { codeLook } from './code-box.ts';
import { textAt } from './draw.ts';
import { type LegendEntry, sampleSize } from './legend.ts';
import { ink, inkOn } from './palette.ts';
import { verdictHeight, verdictShape } from './verdict-bar.ts';

/** What colours, marks and shapes mean, with how much there is of each: groups that stand below one another. */
export function continuumKey(figure: ContinuumChart): LegendEntry[][] {
  const counts = verdictCounts(figure);
  const signs = verdicts.map(
    (verdict): LegendEntry => ({ sample: verdictSample(verdict), text: counts[verdict] }),
  );
  const used = figure.codes.flatMap((code, at): LegendEntry[] =>
    code.spans > 0
      ? [
          {
            sample: codeSample(code, at),
            text: `${code.label} (${code.spans === 1 ? '1 span' : `${code.spans} spans`})`,
          },
        ]
      : [],
  );
  return [
    used.length > 0 ? used : [{ text: 'Nobody marked anything.' }],
    ...(figure.raters.length > 1 ? [[{ text: 'Agreement, marked by' }, ...signs]] : []),
    [{ text: readings(figure) }],
  ];
}

const readings = ({ raters }: ContinuumChart): string =>
  [
    'Spans of a rater that overlap, or lie too close for their letters, stand below one another; +3 below them: three more begin there.',
    'A notch: the span goes on beyond the line.',
    ...(raters.length > 1
      ? [
          'Where a point of the agreement row stands for several positions, it shows what most of those marked are; percentages are exact.',
        ]
      : []),
  ].join(' ');

const codeSample =
  ({ mark }: ContinuumCode, index: number) =>
  (x: number, y: number) => {
    const { fill, ...border } = codeLook(index);
    const style = { size: 11, weight: 'bold', anchor: 'middle', fill: inkOn(fill) } as const;
    return [
      s('rect', { x, y, width: sampleSize, height: sampleSize, fill, ...border }),
      textAt(mark, x + sampleSize / 2, y + sampleSize / 2, style),
    ];
  };

const verdictSample = (verdict: Verdict) => (x: number, y: number) => [
  ...verdictShape(verdict, { x, y, width: sampleSize }),
  s('line', {
    ...{ x1: x, x2: x + sampleSize, y1: y + verdictHeight, y2: y + verdictHeight },
    ...{ stroke: ink, strokeWidth: 1 },
  }),
];
