import * as z from 'zod';
import { quote } from '../problem/problem.ts';
import { namePattern, nameRule } from '../yaml/name.ts';
import { sourceKinds, steps } from './flow.ts';

/** `flow.yaml`, the selection flow of a literature review; docs/selection.md lists its keys. */

const name = z.string().regex(namePattern, nameRule);
const label = z.string().regex(/\S/, 'this is empty');

/** A number or one of some words. Nothing is transformed here: in a choice of shapes its own message would be lost. */
const amount = (words: readonly string[]) =>
  z.union([z.number(), z.string()]).superRefine((found, context) => {
    if (typeof found === 'number' ? Number.isSafeInteger(found) && found >= 0 : words.includes(found)) return;
    const shown = typeof found === 'number' ? String(found) : quote(found);
    const advice =
      typeof found === 'string' && /^\d+([., ]\d+)+$/.test(found) ? ', written without separators' : '';
    context.addIssue({
      code: 'custom',
      message: `${shown} is no count: a whole number from 0${advice}, or ${words.map((word) => `"${word}"`).join(' or ')}, stands here`,
      params: { rule: 'not-a-count' },
    });
  });

const reported = amount(['not reported']);
const counted = amount(['not reported', 'selection']);

const part = z
  .strictObject({ count: reported, place: label.optional() })
  .or(reported)
  .transform((given) => (typeof given === 'object' ? given : { count: given, place: undefined }));

const step = z
  .strictObject({
    count: counted.optional(),
    /** What the paper says, beside `count: selection`. */
    reported: reported.optional(),
    place: label.optional(),
    /** Why a sum that ends here does not add up, where that is known: it is then shown, and not warned about. */
    known: label.optional(),
    /** Databases or reasons. */
    by: z.record(label, part).optional(),
  })
  .or(counted)
  .transform((given) =>
    typeof given === 'object'
      ? given
      : { count: given, reported: undefined, place: undefined, known: undefined, by: undefined },
  );

const scalar = z.union([z.string(), z.number()]).transform(String);

const source = z.strictObject({
  label: label.optional(),
  kind: z.enum(sourceKinds),
  from: name.optional(),
  /** Which records of the study's table are of this source, where steps are counted. */
  where: z.record(z.string(), z.union([scalar.transform((one) => [one]), z.array(scalar)])).optional(),
  'several-studies': z.boolean().default(false),
  ...(Object.fromEntries(steps.map((one) => [one, step.optional()])) as Record<
    (typeof steps)[number],
    z.ZodOptional<typeof step>
  >),
});

const total = z.strictObject({
  label: label.optional(),
  counts: z.enum(['studies', 'reports']).default('studies'),
  of: z
    .array(
      z
        .strictObject({ label, count: reported, place: label.optional() })
        .or(name.transform((source) => ({ source }))),
    )
    .min(2, 'name at least two parts'),
  removed: reported.optional(),
  count: reported.optional(),
  place: label.optional(),
  known: label.optional(),
  'alternative-to': name.optional(),
});

export const flowSchema = z.strictObject({
  emic: z.literal(1),
  sources: z.record(name, source),
  totals: z.record(name, total).default({}),
});

export type FlowConfig = z.output<typeof flowSchema>;
export type StepConfig = z.output<typeof step>;
export type SourceConfig = FlowConfig['sources'][string];
