import type { CheckedFlow } from '../exhibit/flow-table.ts';
import type { DescribedStage } from '../exhibit/selection-tables.ts';
import { none, type Value, type Values } from '../exhibit/value.ts';
import { computedSteps } from '../selection/computed-steps.ts';
import { type Count, type FlowSource, steps } from '../selection/flow.ts';
import { inTotal, sumOfTotal } from '../selection/total-sums.ts';

/**
 * The values of a flow: the steps of each source by its name, in `computed` what the other steps give, in `reported` what
 * stands beside a count of our own, in `by` the parts; in `totals` the `sum` of each and what is `reported` for it.
 */
export function flowValues({ flow, checked }: CheckedFlow): Values {
  const verdicts = (wanted: string) => checked.filter(({ verdict }) => verdict === wanted).length;
  const totals = flow.totals.map((total): [string, Values] => [
    total.name,
    new Map<string, Value | Values>([
      ['sum', known(sumOfTotal(flow, total))],
      ['reported', known(total.reported ?? null)],
      [
        'parts',
        new Map(
          total.parts.map((part): [string, Value] => {
            const { label, count } = inTotal(flow, total, part);
            return [part.kind === 'number' ? label : part.name, known(count)];
          }),
        ),
      ],
    ]),
  ]);
  return new Map<string, Value | Values>([
    ...flow.sources.map((source): [string, Values] => [source.name, sourceValues(source)]),
    ['totals', new Map(totals)],
    ['differing', verdicts('differs')],
    ['unchecked', verdicts('not checked')],
  ]);
}

function sourceValues(source: FlowSource): Values {
  const computed = computedSteps(source);
  const beside = source.steps.filter(({ reported }) => reported !== undefined);
  const parted = source.steps.filter(({ parts }) => parts.length > 0);
  return new Map<string, Value | Values>([
    ...steps.map((step): [string, Value] => {
      const found = source.steps.find((one) => one.step === step);
      const given = computed.get(step);
      const why =
        given === undefined ? undefined : `${source.name}.computed.${step} is what the other steps give`;
      return [step, found?.count ?? none('not reported', why)];
    }),
    ['computed', new Map<string, Value>(computed)],
    ['reported', new Map(beside.map(({ step, reported = null }) => [step, known(reported)]))],
    [
      'by',
      new Map(
        parted.map(({ step, parts }): [string, Values] => [
          step,
          new Map(parts.map(({ name, count }) => [name, known(count)])),
        ]),
      ),
    ],
  ]);
}

const known = (count: Count): Value => count ?? none('not reported');

/** The values of stages by their ids: counts, `reasons`, and `agreement` by raters (`ana-ben`) and measure. */
export const selectionValues = (stages: readonly DescribedStage[]): Values =>
  new Map(
    stages.map(({ stage, summary, agreement, disagreements }): [string, Values] => [
      stage.id,
      new Map<string, Value | Values>([
        ['records', summary.records],
        ['decided', summary.included + summary.excluded + summary.open],
        ['included', summary.included],
        ['excluded', summary.excluded],
        ['reasons', new Map<string, Value>(summary.reasons)],
        ['without-reason', summary.withoutReason],
        ['open', summary.open],
        ['not-yet', summary.notYet],
        ['disagreements', disagreements.length],
        ['agreement', new Map(byRaters(agreement))],
      ]),
    ]),
  );

function byRaters(agreement: DescribedStage['agreement']): [string, Values][] {
  const names = [...new Set(agreement.map(({ raters }) => raters.join('-')))];
  return names.map((name) => [
    name,
    new Map(
      agreement
        .filter(({ raters }) => raters.join('-') === name)
        .map(({ measure, value, observed, expected, n, interval }): [string, Values] => [
          measure,
          new Map<string, Value>([
            ['value', value ?? none('undefined')],
            ['observed', observed ?? none('undefined')],
            ['expected', expected ?? none('undefined')],
            ['n', n],
            ['low', interval?.low ?? none('undefined')],
            ['high', interval?.high ?? none('undefined')],
          ]),
        ]),
    ),
  ]);
}
