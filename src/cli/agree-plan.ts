import type { AgreeArgs } from './agree-args.ts';
import { writeBlocks } from './agree-write.ts';
import { type ExitStatus, type Io, UsageError } from './io.ts';
import { type Planned, planTable, planUnits } from './tables/agreement-plan.ts';

/** `emic agree --plan`: how many units are needed; it reads nothing. */
export function planAgreement(io: Io, args: AgreeArgs): ExitStatus {
  if (args.study !== undefined) {
    throw new UsageError(
      `--plan starts from what is expected, and reads no study or file: leave out ${args.study}. "emic agree" tells the kappa and the prevalence of a pilot.`,
    );
  }
  const { kappa, prevalence, halfWidth, level = 0.95 } = args;
  if (kappa === undefined) {
    throw new UsageError(
      '--plan needs the kappa that is expected: --plan --kappa 0.7. A pilot, or the literature, tells it.',
    );
  }
  for (const [name, value] of Object.entries({ kappa, prevalence, 'half-width': halfWidth, level })) {
    if (Number.isNaN(value)) throw new UsageError(`--${name} is a number, decimals with a point: 0.7.`);
  }
  const planned: Planned = {
    kappa,
    level,
    prevalences: prevalence === undefined ? [0.05, 0.1, 0.2, 0.3, 0.5] : [prevalence],
    halfWidths: halfWidth === undefined ? [0.05, 0.1, 0.15, 0.2] : [halfWidth],
  };
  try {
    if (args.json) io.out(JSON.stringify(planUnits(planned), null, 2));
    else writeBlocks(io, args.format ?? 'terminal', [{ sentences: [], tables: [planTable(planned)] }]);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${error.message}.`);
    throw error;
  }
  return 0;
}
