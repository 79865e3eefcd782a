import { addProblem, quote } from '../problem/problem.ts';
import type { CountedSource, CountedStep } from './counted-source.ts';
import { type Count, type Flow, type FlowStep, type FlowTotal, type Step, steps } from './flow.ts';
import type { SourceConfig, StepConfig } from './flow-schema.ts';
import type { FlowFile } from './read-flow.ts';
import { type CountedSources, inCommon, sharedRecords } from './shared-records.ts';

/** Counts the steps of a source; undefined where there are no decisions, or what says which records are of it is wrong. */
export type CountSteps = (source: string, where: SourceConfig['where']) => CountedSource | undefined;

/** The flow that a file declares, with what it leaves to be counted. A step that cannot be counted is told, and not reported. */
export function buildFlow({ config, document, file }: FlowFile, count: CountSteps | undefined): Flow {
  const countedFor = (name: string, source: SourceConfig) => {
    const asks = steps.some((step) => source[step]?.count === 'selection');
    return asks ? count?.(name, source.where) : undefined;
  };
  const all = new Map<string, CountedSource>();
  const sources = Object.entries(config.sources).map(([name, source]) => {
    const counted = countedFor(name, source);
    if (counted) all.set(name, counted);
    return {
      name,
      label: source.label ?? name,
      kind: source.kind,
      from: source.from ?? null,
      severalStudies: source['several-studies'],
      steps: steps.flatMap((step): FlowStep[] => {
        const typed = source[step];
        if (!typed) return [];
        const own = counted?.steps.get(step);
        if (typed.count === 'selection' && !own && (counted || !count)) {
          addProblem(file, {
            rule: 'nothing-to-count',
            reason: `${quote(step)} of ${quote(name)} cannot be counted: ${count ? 'no stage of the selection gives it' : 'the study has no stages of selection'}`,
            place: document.place(['sources', name, step]),
            advice: 'stages stand in study.yaml under "literature"; their "phase" says which steps they give',
          });
        }
        return [buildStep(step, typed, own)];
      }),
    };
  });
  return { sources, totals: totalsOf({ config, document, file }, all), shared: sharedRecords(config, all) };
}

function buildStep(step: Step, typed: StepConfig, counted: CountedStep | undefined): FlowStep {
  const parts = Object.entries(typed.by ?? {}).map(([name, { count, place }]) => ({
    name,
    count: known(count),
    place: place ?? null,
  }));
  const head = { step, place: typed.place ?? null };
  if (typed.count === 'selection') {
    const reported = typed.reported === undefined ? undefined : known(typed.reported);
    const own = counted ?? { count: null, parts: [], pending: 0 };
    return { ...head, ...own, parts: parts.length > 0 ? parts : own.parts, origin: 'counted', reported };
  }
  if (typed.count === undefined && typed.reported === undefined) {
    return { ...head, count: sumOf(parts), origin: 'summed', reported: undefined, parts, pending: 0 };
  }
  const count = known(typed.count ?? typed.reported);
  return { ...head, count, origin: 'reported', reported: undefined, parts, pending: 0 };
}

function totalsOf(read: FlowFile, counted: CountedSources): FlowTotal[] {
  const { config } = read;
  return Object.entries(config.totals).map(([name, total]) => ({
    name,
    label: total.label ?? name,
    counts: total.counts,
    parts: total.of.map((part) =>
      'source' in part
        ? { kind: Object.hasOwn(config.sources, part.source) ? 'source' : 'total', name: part.source }
        : { kind: 'number', label: part.label, count: known(part.count), place: part.place ?? null },
    ),
    ...removedOf(read, name, counted),
    reported: total.count === undefined ? undefined : known(total.count),
    place: total.place ?? null,
    alternativeTo: total['alternative-to'] ?? null,
  }));
}

/** What several parts have counted is counted once: as it is typed, or else as far as emic has counted it. */
function removedOf(
  { config, document, file }: FlowFile,
  name: string,
  counted: CountedSources,
): Pick<FlowTotal, 'removed' | 'common'> {
  const total = config.totals[name];
  const found = total && inCommon(config, total, counted);
  if (total?.removed === undefined) {
    return { removed: found && found.count > 0 ? found.count : undefined, common: found?.ids ?? [] };
  }
  if (found && typeof total.removed === 'number' && total.removed !== found.count) {
    addProblem(file, {
      rule: 'removed-differs',
      reason: `the parts of ${quote(name)} have ${found.count} in common as counted${found.count > 0 ? ` (${found.ids.join(', ')})` : ''}, but ${total.removed} as written here`,
      place: document.place(['totals', name, 'removed']),
      found: String(total.removed),
      expected: [String(found.count)],
      suggest: false,
      advice: 'without "removed", what is counted in several parts is counted once',
      warning: true,
    });
  }
  return { removed: known(total.removed), common: [] };
}

const known = (count: string | number | undefined): Count => (typeof count === 'number' ? count : null);

const sumOf = (parts: readonly { count: Count }[]): Count =>
  parts.reduce<Count>(
    (sum, { count }) => (sum === null || count === null ? null : sum + count),
    parts.length > 0 ? 0 : null,
  );
