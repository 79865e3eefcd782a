import type { FlowBox, FlowChart, FlowColumn } from '../../exhibit/flow-chart.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';

/** A selection flow as an outline: source below source, what leaves indented below the box that it leaves from, then what they come to together. */
export function flowOutline({ columns, totals }: FlowChart, width: number): string[] {
  const sums = totals.flatMap((sum) => indented(textsOf(sum), '  ', width));
  return [
    ...columns.flatMap((column, at) => [...(at > 0 ? [''] : []), ...columnLines(column, width)]),
    ...(sums.length > 0 ? ['', 'Together', ...sums] : []),
  ];
}

function columnLines({ label, kind, boxes }: FlowColumn, width: number): string[] {
  return [
    ...wrap(safe(kind === '' ? label : `${label} (${kind})`), width),
    ...boxes.flatMap(({ main, side, unsettled }) => [
      ...(main ? indented(textsOf(main), '  ', width) : []),
      ...(side ? indented(textsOf(side), '    → ', width) : []),
      ...(unsettled ? indented(textsOf(unsettled), '    ? ', width) : []),
    ]),
  ];
}

const textsOf = ({ lines, parts, differs }: FlowBox): string[] => [
  ...lines.map((line, at) => (at === 0 && differs ? `${line} – does not add up` : line)),
  ...parts.map((part) => `– ${part}`),
];

/** The first text after its mark, all else as far in as that. */
function indented(texts: readonly string[], mark: string, width: number): string[] {
  const space = ' '.repeat(mark.length);
  return texts.flatMap((text, at) =>
    wrap(safe(text.replaceAll('\u00a0', ' ')), Math.max(20, width - mark.length - 2)).map((line, index) => {
      if (index === 0) return (at === 0 ? mark : `${space}  `) + line;
      return `${space}  ${line}`;
    }),
  );
}
