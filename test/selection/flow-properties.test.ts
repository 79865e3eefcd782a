import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFlow } from '../../src/selection/check-flow.ts';
import type { Flow, FlowSource, FlowStep, Step } from '../../src/selection/flow.ts';

const few = fc.nat(40);

/** A source built from its end, so that every number follows. */
const source = (name: string): fc.Arbitrary<FlowSource> =>
  fc
    .record({
      studies: few,
      further: few,
      excluded: fc.array(few, { maxLength: 4 }),
      missed: few,
      screenedOut: few,
      removed: fc.array(few, { maxLength: 3 }),
      retrieval: fc.boolean(),
    })
    .map(({ studies, further, excluded, missed, screenedOut, removed, retrieval }) => {
      const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
      const reports = studies + further;
      const assessed = reports + sum(excluded);
      const sought = assessed + (retrieval ? missed : 0);
      const screened = sought + screenedOut;
      const step = (step: Step, count: number, parts: readonly number[] = []): FlowStep => ({
        ...{ step, count, origin: 'reported', reported: undefined, place: null, pending: 0 },
        parts: parts.map((count, at) => ({ name: `reason ${at}`, count, place: null })),
      });
      const steps = [
        step('identified', screened + sum(removed)),
        step('removed', sum(removed), removed),
        step('screened', screened),
        step('excluded-records', screenedOut),
        ...(retrieval ? [step('sought', sought), step('not-retrieved', missed)] : []),
        step('assessed', assessed),
        step('excluded-reports', sum(excluded), excluded),
        step('included-reports', reports),
        step('included-studies', studies),
      ];
      return { name, label: name, kind: 'databases', from: null, severalStudies: false, steps };
    });

const flows: fc.Arbitrary<Flow> = fc
  .integer({ min: 2, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => source(`s${at}`))))
  .map((sources) => {
    const studies = sources.map(({ steps }) => steps.at(-1)?.count ?? 0);
    const total = {
      name: 'all',
      label: 'all',
      counts: 'studies' as const,
      parts: sources.map(({ name }) => ({ kind: 'source' as const, name })),
      removed: 2,
      reported: studies.reduce((sum, one) => sum + one, 0) - 2,
      place: null,
      common: [],
      alternativeTo: null,
    };
    return { sources, totals: [total], shared: [] };
  });

const verdicts = (flow: Flow) => checkFlow(flow).map(({ verdict }) => verdict);

test('a flow whose numbers follow from each other has no complaint, and nothing is left unchecked', () => {
  fc.assert(
    fc.property(flows, (flow) => {
      expect(new Set(verdicts(flow))).toEqual(new Set(['adds up']));
    }),
  );
});

/** Every number of a flow, and a copy of the flow in which it is another one. */
function numbersOf(flow: Flow) {
  return flow.sources.flatMap(({ name, steps }, at) =>
    steps.flatMap(({ step, parts }, index) => [
      {
        path: ['sources', name, step],
        put: (change: (count: number) => number | null): Flow => {
          const copy = structuredClone(flow);
          const found = copy.sources[at]?.steps[index];
          if (found) found.count = change(found.count ?? 0);
          return copy;
        },
      },
      ...parts.map((part, place) => ({
        path: ['sources', name, step, 'by', part.name],
        put: (change: (count: number) => number | null): Flow => {
          const copy = structuredClone(flow);
          const found = copy.sources[at]?.steps[index]?.parts[place];
          if (found) found.count = change(found.count ?? 0);
          return copy;
        },
      })),
    ]),
  );
}

test('one number changed is told, and every complaint is about a sum that has it', () => {
  fc.assert(
    fc.property(flows, fc.nat(), fc.integer({ min: 1, max: 30 }), fc.boolean(), (flow, which, by, up) => {
      const numbers = numbersOf(flow);
      const chosen = numbers[which % numbers.length];
      const changed = chosen?.put((count) => (up || count < by ? count + by : count - by));
      const told = checkFlow(changed ?? flow).filter(({ verdict }) => verdict === 'differs');
      expect(told.length).toBeGreaterThan(0);
      for (const { law } of told) {
        const paths = [...law.left, ...law.right].map(({ path }) => path.join('/'));
        const viaTotal = law.about === 'all' && chosen?.path[2] === 'included-studies';
        expect(viaTotal || paths.includes(chosen?.path.join('/') ?? '')).toBe(true);
      }
    }),
  );
});

test('one number not reported makes no complaint', () => {
  fc.assert(
    fc.property(flows, fc.nat(), (flow, which) => {
      const numbers = numbersOf(flow);
      const changed = numbers[which % numbers.length]?.put(() => null) ?? flow;
      expect(verdicts(changed)).not.toContain('differs');
    }),
  );
});
