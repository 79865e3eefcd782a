import type { VFile } from 'vfile';
import * as z from 'zod';
import { addProblem } from '../problem/problem.ts';
import { namePattern, nameRule } from '../yaml/name.ts';
import { readYaml, type YamlDocument } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';

/** `published.yaml`: what a paper printed, where, and what a comparison with it is worth. */

/**
 * - `derived`: computed here from lower-level data. Only these count as checked.
 * - `transcribed`: typed from the paper; a match shows only that reading and rendering work.
 * - `reconstructed`: the data were built to fit.
 * - `not recoverable`: printed as a picture only, or not at all.
 */
export type Basis = 'derived' | 'transcribed' | 'reconstructed' | 'not recoverable';

const scalar = z.union([z.string(), z.number()]);
const value = z.union([scalar, z.record(z.string(), scalar)]);
const id = z.string().regex(namePattern, nameRule);

const described = {
  id,
  /** What it is, for a reader. */
  what: z.string().min(1),
  /** Where the paper says so. */
  place: z.string().min(1),
};

const computed = {
  ...described,
  /** A path to a value: a result's name, then names within it. */
  result: z.string().min(1),
  /** How the paper's words give the value, where they do not print it as such. */
  how: z.string().optional(),
  relation: z.enum(['equals', 'at-least', 'at-most']).default('equals'),
  value: value.optional(),
  /** A table instead of a value: its columns by name, the first naming the row, and its cells. */
  columns: z.array(z.string()).min(2).optional(),
  /** A blank cell of the paper is an empty text or null. */
  rows: z.array(z.array(scalar.nullable())).min(1).optional(),
  /** A known difference: what we get instead, and why. */
  differs: z.strictObject({ ours: value, because: z.string().min(1) }).optional(),
};

const target = z.discriminatedUnion('basis', [
  z.strictObject({ basis: z.literal('derived'), ...computed }),
  z.strictObject({ basis: z.literal('transcribed'), ...computed }),
  z.strictObject({ basis: z.literal('reconstructed'), ...computed }),
  z.strictObject({ basis: z.literal('not recoverable'), ...described, because: z.string().min(1) }),
]);

const publishedSchema = z
  .strictObject({
    emic: z.literal(1),
    /** How a computed number is rounded to the digits that the paper printed. */
    rounding: z.enum(['half-up', 'half-even']).default('half-up'),
    targets: z.array(target),
    findings: z
      .array(z.strictObject({ what: z.string().min(1), places: z.array(z.string().min(1)).min(1) }))
      .default([]),
  })
  .superRefine((published, context) => {
    const complain = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const seen = new Set<string>();
    for (const [index, one] of published.targets.entries()) {
      if (seen.has(one.id)) complain(['targets', index, 'id'], `target "${one.id}" stands here twice`);
      seen.add(one.id);
      if (one.basis === 'not recoverable') continue;
      if ((one.value === undefined) === (one.rows === undefined)) {
        complain(['targets', index], `target "${one.id}" needs either a value or rows`);
      }
      if (one.rows && !one.columns)
        complain(['targets', index, 'rows'], 'rows need columns, the first naming the row');
      for (const [at, row] of (one.rows ?? []).entries()) {
        if (one.columns && row.length !== one.columns.length) {
          complain(
            ['targets', index, 'rows', at],
            `this row has ${row.length} cells and there are ${one.columns.length} columns`,
          );
        }
      }
      if (one.relation !== 'equals' && typeof one.value !== 'number') {
        complain(['targets', index, 'relation'], `"${one.relation}" needs a number as value`);
      }
      if (one.differs && one.rows)
        complain(
          ['targets', index, 'differs'],
          'a difference is documented per value: give the cell a target of its own',
        );
    }
  });

export type Published = z.output<typeof publishedSchema>;
export type Target = Published['targets'][number];
export type ComputedTarget = Exclude<Target, { basis: 'not recoverable' }>;

/** What was read, with the text of every number as typed: `4.20` was printed with two decimals. */
export interface PublishedFile {
  published: Published;
  document: YamlDocument;
}

export function readPublished(file: VFile): PublishedFile | undefined {
  const document = readYaml(file);
  if (!document) return undefined;
  if (document.value === null) {
    addProblem(file, { rule: 'empty-file', reason: 'this file is empty', expected: ['a list of targets'] });
    return undefined;
  }
  const published = validate(file, document, publishedSchema);
  return published && { published, document };
}
