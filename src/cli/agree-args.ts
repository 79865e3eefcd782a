import type { SchemeName } from '../agreement/bands.ts';
import type { Missing } from '../agreement/many-raters.ts';
import type { MetricName } from '../agreement/metric.ts';
import type { WeightsBy } from '../agreement/weights.ts';
import type { UnitKind } from '../coding/unit-codes.ts';
import type { Format } from './agree-write.ts';
import type { WorkspaceArgs } from './choose-studies.ts';
import type { IntervalArgs } from './interval-args.ts';

type List = string | string[] | undefined;

/** What `emic agree` was called with. */
export interface AgreeArgs extends WorkspaceArgs, IntervalArgs {
  unit?: UnitKind | undefined;
  code?: List;
  raters?: List;
  round?: List;
  document?: List;
  speakers?: List;
  measure?: List;
  /** A named weight, or a CSV file with a matrix. */
  weights?: string | undefined;
  weightsBy?: WeightsBy | undefined;
  metric?: MetricName | undefined;
  missing?: Missing | undefined;
  onlyCoded?: boolean | undefined;
  rollUp?: boolean | undefined;
  minOverlap?: number | undefined;
  codeVersion?: string | undefined;
  perCode?: boolean | undefined;
  perRater?: boolean | undefined;
  perUnit?: boolean | undefined;
  compare?: boolean | undefined;
  /** A later round, or a later ratings file. */
  later?: string | undefined;
  plan?: boolean | undefined;
  kappa?: number | undefined;
  prevalence?: number | undefined;
  halfWidth?: number | undefined;
  bands?: SchemeName | undefined;
  explain?: boolean | undefined;
  compareUnits?: boolean | undefined;
  levels?: List;
  na?: List;
  multi?: string | undefined;
  /** Of boundary similarity: n_t. */
  near?: number | undefined;
  /** Of gamma. */
  samples?: number | undefined;
  precision?: number | undefined;
  gammaWeights?: string | undefined;
  /** Of every document of a file of spans. */
  length?: number | undefined;
  show?: 'codes' | 'pooled' | 'all' | undefined;
  format?: Format | undefined;
  json?: boolean | undefined;
}
