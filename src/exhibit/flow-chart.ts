import { computedSteps } from '../selection/computed-steps.ts';
import {
  type FlowSource,
  type FlowStep,
  type FlowTotal,
  mainSteps,
  type SourceKind,
  type Step,
  stepOf,
  stepWords,
  unsettledWords,
} from '../selection/flow.ts';
import { lastOf } from '../selection/flow-words.ts';
import { inTotal, sumOfTotal } from '../selection/total-sums.ts';
import type { FigureBase } from './figure-base.ts';
import { flowNotes } from './flow-notes.ts';
import { type CheckedFlow, flowTable } from './flow-table.ts';

/** The flow of records, reports and studies: a column a source, and below them what several come to together. */
export interface FlowChart extends FigureBase {
  kind: 'flow-chart';
  columns: FlowColumn[];
  totals: FlowSum[];
}

export interface FlowColumn {
  label: string;
  /** Where it searches: `databases`, `snowballing from Academic literature`; empty where the label says it. */
  kind: string;
  /** By row, those of `flowPhases`; null where the source has no such box. */
  boxes: FlowRow[];
}

export interface FlowRow {
  main: FlowBox | null;
  /** What leaves beside it. */
  side: FlowBox | null;
  /** What has neither left nor gone on. */
  unsettled: FlowBox | null;
}

export interface FlowBox {
  lines: string[];
  /** Further lines, of which each begins with a dash. */
  parts: string[];
  /** Whether a sum that ends here does not add up. */
  differs: boolean;
}

export interface FlowSum extends FlowBox {
  /** What is added up: columns by their index, sums by theirs. */
  of: { kind: 'column' | 'sum'; at: number }[];
}

/** The parts of the picture, and how many rows of boxes each has. */
export const flowPhases = [
  { label: 'Identification', rows: 1 },
  { label: 'Screening', rows: 3 },
  { label: 'Included', rows: 1 },
] as const;

export function flowChart(id: string, checked: CheckedFlow): FlowChart {
  const { flow } = checked;
  const differing = new Set(
    checked.checked.filter(({ verdict }) => verdict === 'differs').map((one) => keyOf(lastOf(one).path)),
  );
  const labels = new Map(flow.sources.map(({ name, label }) => [name, label]));
  const columns = flow.sources.map((source) => columnOf(source, labels, differing));
  const totals = flow.totals.map((total): FlowSum => sumOf(checked, total, differing));
  return {
    kind: 'flow-chart',
    id,
    caption: 'Selection of studies',
    description: [...columns.map(columnWords), ...totals.map(({ lines }) => `${lines.join(', ')}.`)].join(
      ' ',
    ),
    notes: flowNotes(flow, checked.checked),
    columns,
    totals,
    data: { ...flowTable(`${id}-data`, checked), notes: [] },
  };
}

function columnOf(
  source: FlowSource,
  labels: ReadonlyMap<string, string>,
  differing: ReadonlySet<string>,
): FlowColumn {
  const computed = computedSteps(source);
  const box = (step: Step | null): FlowBox | null => {
    const found = step === null ? undefined : stepOf(source, step);
    return found
      ? boxOf(found, computed.get(found.step), differing.has(keyOf(['sources', source.name, found.step])))
      : null;
  };
  const from = source.from === null ? '' : ` from ${labels.get(source.from) ?? source.from}`;
  const studies = box('included-studies');
  const kind = `${kindWords[source.kind]}${from}`;
  return {
    label: source.label,
    kind: kind.toLowerCase() === source.label.toLowerCase() ? '' : kind,
    boxes: mainSteps.map(({ main, side }) =>
      main === 'included-reports'
        ? { main: joined(studies, box(main)), side: null, unsettled: null }
        : { main: box(main), side: box(side), unsettled: unsettledAt(source, side) },
    ),
  };
}

function unsettledAt(source: FlowSource, side: Step | null): FlowBox | null {
  const pending = (side && stepOf(source, side)?.pending) ?? 0;
  if (!side || pending === 0) return null;
  return { lines: [`${unsettledWords(side)} ${held(`(n = ${pending})`)}`], parts: [], differs: false };
}

/** Studies and their reports stand in one box. */
function joined(studies: FlowBox | null, reports: FlowBox | null): FlowBox | null {
  if (!studies || !reports) return studies ?? reports;
  const of = (key: 'lines' | 'parts') => [...studies[key], ...reports[key]];
  return { lines: of('lines'), parts: of('parts'), differs: studies.differs || reports.differs };
}

function boxOf(step: FlowStep, computed: number | undefined, differs: boolean): FlowBox {
  const words = stepWords[step.step];
  const { count, reported } = step;
  const beside = reported === undefined || reported === count ? '' : `, ${reported ?? 'not'} reported`;
  const given = computed === undefined ? '' : `, ${computed} by the other boxes`;
  return {
    lines: [
      count === null
        ? `${words} (${held('not reported')}${given})`
        : `${words} (${held(`n = ${count}`)}${beside})`,
    ],
    parts: partsOf(step),
    differs,
  };
}

/** Several parts that are not reported stand together. */
function partsOf({ parts }: FlowStep): string[] {
  const silent = parts.filter(({ count }) => count === null);
  const known = parts.filter((part) => part.count !== null || silent.length === 1);
  return [
    ...known.map(
      ({ name, count }) => `${name} ${held(count === null ? '(not reported)' : `(n = ${count})`)}`,
    ),
    ...(silent.length > 1 ? [`not reported: ${silent.map(({ name }) => name).join(', ')}`] : []),
  ];
}

function sumOf({ flow }: CheckedFlow, total: FlowTotal, differing: ReadonlySet<string>): FlowSum {
  const sum = sumOfTotal(flow, total);
  const differs = [...differing].some((key) => key.startsWith(keyOf(['totals', total.name]).slice(0, -1)));
  const terms = total.parts.map((part) => {
    const { label, count } = inTotal(flow, total, part);
    if (part.kind === 'number')
      return `${count ?? 'not reported'} (${[label, ...(part.place === null ? [] : [part.place])].join(', ')})`;
    return count === null ? `${label} (not reported)` : String(count);
  });
  const less = total.removed === undefined ? '' : ` − ${total.removed ?? 'those'} in common`;
  const shown = total.reported ?? sum;
  const made = `${terms.join(' + ')}${less}${sum === null ? '' : ` = ${sum}`}`;
  const other = flow.totals.find(({ name }) => name === total.alternativeTo);
  return {
    lines: [`${total.label} ${held(shown === null ? '(not reported)' : `(n = ${shown})`)}`, made],
    parts: other ? [`an alternative to “${other.label}”`] : [],
    differs,
    of: total.parts.flatMap((part) =>
      part.kind === 'number'
        ? []
        : [
            part.kind === 'source'
              ? { kind: 'column' as const, at: flow.sources.findIndex(({ name }) => name === part.name) }
              : { kind: 'sum' as const, at: flow.totals.findIndex(({ name }) => name === part.name) },
          ],
    ),
  };
}

/** Words that stay on one line. */
const held = (words: string): string => words.replaceAll(' ', '\u00a0');

function columnWords({ label, kind, boxes }: FlowColumn): string {
  const all = boxes.flatMap(({ main, side, unsettled }) =>
    [main, side, unsettled].flatMap((box) => box ?? []),
  );
  return `${label}${kind === '' ? '' : ` (${kind})`}: ${all.map(boxWords).join('; ')}.`;
}

const boxWords = ({ lines, parts }: FlowBox): string =>
  [lines.join('; '), ...(parts.length > 0 ? [parts.join(', ')] : [])].join(': ');

const keyOf = (path: readonly PropertyKey[]): string => JSON.stringify(path.slice(0, 3).map(String));

const kindWords: Record<SourceKind, string> = {
  databases: 'databases',
  registers: 'registers',
  websites: 'websites',
  organisations: 'organisations',
  'grey-literature': 'grey literature',
  'backward-snowballing': 'backward snowballing',
  'forward-snowballing': 'forward snowballing',
  snowballing: 'snowballing',
  other: 'other methods',
};
