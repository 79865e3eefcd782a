import { unitsNeeded } from '../../agreement/units-needed.ts';
import { type Filled, fill, right } from '../../exhibit/agreement-cells.ts';
import { count, number, type Table } from '../../exhibit/table.ts';

/** What a planned comparison of two raters on one code is expected to be like. */
export interface Planned {
  kappa: number;
  prevalences: readonly number[];
  halfWidths: readonly number[];
  level: number;
}

/** One combination, and how many units it takes. */
export interface PlannedUnits {
  kappa: number;
  prevalence: number;
  halfWidth: number;
  level: number;
  units: number;
  rarest: number;
  warnings: string[];
}

export const planUnits = ({ kappa, prevalences, halfWidths, level }: Planned): PlannedUnits[] =>
  prevalences.flatMap((prevalence) =>
    halfWidths.map((halfWidth) => ({
      ...{ kappa, prevalence, halfWidth, level },
      ...unitsNeeded({ kappa, prevalence, halfWidth, level }),
    })),
  );

/** How many units two raters have to rate, by how common the code is and how narrow the interval should be. */
export function planTable(planned: Planned): Table {
  const found = planUnits(planned);
  const unitsOf = (prevalence: number, halfWidth: number): number =>
    found.find((one) => one.prevalence === prevalence && one.halfWidth === halfWidth)?.units ?? 0;
  const columns: Filled<number>[] = [
    right('prevalence', 'share of units with the code', (prevalence) => number(prevalence, 2)),
    ...planned.halfWidths.map((halfWidth) =>
      right<number>(`within-${halfWidth}`, `± ${halfWidth}`, (prevalence) =>
        count(unitsOf(prevalence, halfWidth)),
      ),
    ),
  ];
  const few = found.filter(({ warnings }) => warnings.length > 0);
  return fill(
    {
      id: 'units-needed',
      caption: `Units that two raters have to rate for an interval of kappa, expected to be ${planned.kappa}`,
      notes: [
        `${planned.level * 100}% interval of value ± half-width; Donner and Eliasziw (1992), for one code present or absent, units taken as independent.`,
        'Units of one document are not independent: plan for more.',
        ...(few.length > 0
          ? [
              `With fewer than 5 units expected in the rarest cell (${few.map(({ prevalence, halfWidth }) => `${prevalence} ± ${halfWidth}`).join(', ')}) the interval will be wider, or lopsided.`,
            ]
          : []),
      ],
    },
    columns,
    planned.prevalences,
  );
}
