import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { measureNames } from '../../agreement/measure-names.ts';
import { spanMeasureNames } from '../../agreement/spans/measure-names.ts';
import type { AgreeArgs } from '../agree-args.ts';
import { chooseNames, listOf } from '../agree-options.ts';
import { planAgreement } from '../agree-plan.ts';
import { agreeOnRatings } from '../agree-ratings.ts';
import { agreeOnSpans } from '../agree-spans.ts';
import { agreeOnSpansFile } from '../agree-spans-file.ts';
import { agreeOnStudy } from '../agree-study.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { isSpansFile } from '../is-spans-file.ts';
import { askedSpanMeasures, refuseSpanOptions } from '../span-options.ts';

/** `emic agree`: how far raters agree, in a study or in a ratings file from elsewhere. */
export async function run(io: Io, args: AgreeArgs): Promise<ExitStatus> {
  const asked = listOf(args.measure);
  chooseNames('measure', asked, [...measureNames, ...spanMeasureNames]);
  const spans = askedSpanMeasures(asked);
  const { study: given } = args;
  if (args.plan) return planAgreement(io, args);
  refusePlanning(args);
  const isFile = given !== undefined && (await isRatingsFile(io, given));
  if (isFile && (spans || (await isSpansFile(resolve(io.cwd, given))))) {
    refuseUnitMeasures(asked, spans);
    return agreeOnSpansFile(io, given, args, spans);
  }
  if (spans) return agreeOnSpans(io, args, spans);
  refuseSpanOptions(args);
  refuse(isFile ? onlyForStudies : onlyForFiles, args, isFile);
  if (args.later !== undefined) refuseBesideLater(args);
  return isFile ? agreeOnRatings(io, given, args) : agreeOnStudy(io, args);
}

/** A name that ends in `.csv`, or the path of a file; a study's name has no slash in it. */
async function isRatingsFile(io: Io, given: string): Promise<boolean> {
  if (/\.csv$/i.test(given) || /[\\/]/.test(given)) return true;
  const found = await stat(resolve(io.cwd, given)).catch(() => undefined);
  return found?.isFile() ?? false;
}

function refuseUnitMeasures(
  asked: readonly string[] | undefined,
  spans: readonly string[] | undefined,
): void {
  if (asked === undefined || spans !== undefined) return;
  throw new UsageError(
    `The file has the columns start and end, so it is of spans, and ${asked.join(', ')} ${asked.length === 1 ? 'is' : 'are'} of units: --measure takes ${spanMeasureNames.join(', ')} here. A ratings file has a column unit.`,
  );
}

function refusePlanning({ kappa, prevalence, halfWidth }: AgreeArgs): void {
  if (kappa === undefined && prevalence === undefined && halfWidth === undefined) return;
  throw new UsageError(
    '--kappa, --prevalence and --half-width are of --plan: emic agree --plan --kappa 0.7 --half-width 0.1',
  );
}

/** What is told of one time only. */
const notBesideLater = {
  explain: '--explain',
  perCode: '--per-code',
  perRater: '--per-rater',
  perUnit: '--per-unit',
  compare: '--compare',
  compareUnits: '--compare-units',
  bands: '--bands',
} as const;

function refuseBesideLater(args: AgreeArgs): void {
  for (const [key, name] of Object.entries(notBesideLater)) {
    if (args[key as keyof AgreeArgs] === undefined || args[key as keyof AgreeArgs] === false) continue;
    throw new UsageError(`${name} is told of one time; leave out --later, or ${name}.`);
  }
}

const onlyForStudies = {
  round: '--round',
  code: '--code',
  document: '--document',
  speakers: '--speakers',
  onlyCoded: '--only-coded',
  rollUp: '--roll-up',
  minOverlap: '--min-overlap',
  codeVersion: '--code-version',
  compareUnits: '--compare-units',
  show: '--show',
} as const;

const onlyForFiles = {
  levels: '--levels',
  multi: '--multi',
  na: '--na',
  compare: '--compare',
  missing: '--missing',
} as const;

function refuse(options: Partial<Record<keyof AgreeArgs, string>>, args: AgreeArgs, isFile: boolean): void {
  for (const [key, name] of Object.entries(options)) {
    if (args[key as keyof AgreeArgs] === undefined || args[key as keyof AgreeArgs] === false) continue;
    throw new UsageError(
      isFile
        ? `${name} is about studies; a ratings file has units, raters and codes only.`
        : `${name} is about ratings files; name one: emic agree ratings.csv ${name} …`,
    );
  }
}
