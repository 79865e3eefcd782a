import * as z from 'zod';
import { namePattern, nameRule } from '../yaml/name.ts';

/** What study.yaml says of results on the records of a review. docs/evidence.md. */

const name = z.string().regex(namePattern, nameRule);
const label = z.string().regex(/\S/, 'this is empty');
const labels = z.array(label).min(1, 'name at least one');

/** One layer of a mapping: rows of a data file, codes right below one code or several, or codes of one level of the tree. */
const layer = z.union([
  z.strictObject({ title: label, data: name, id: label.default('id'), label: label.default('label') }),
  z.strictObject({ title: label, below: z.union([label.transform((one) => [one]), labels]) }),
  z.strictObject({ title: label, level: z.int().min(0) }),
]);

/** @param where the conditions that records of any kind can be asked for. */
export const literatureResults = <Where extends z.ZodType>(where: Where) => {
  /** Some columns of a data file, with the rows that meet the conditions; `label` is what tables call the file. */
  const citing = { data: name, label: label.optional(), row: label, columns: labels, where };
  return [
    z.strictObject({
      from: z.literal('evidence'),
      /** Only these, with the codes below them. */
      codes: labels.optional(),
      raters: labels.optional(),
      version: label.optional(),
      'roll-up': z.boolean().default(false),
      where,
      /** A column of the records. */
      by: label.optional(),
    }),
    z.strictObject({
      from: z.literal('cited'),
      ...citing,
      against: z.strictObject(citing).optional(),
    }),
    z.strictObject({
      from: z.literal('compared'),
      data: name,
      row: label,
      columns: labels.optional(),
      /** An entry of `literature: symbols`. */
      symbols: name,
    }),
    z.strictObject({
      from: z.literal('mapping'),
      layers: z.array(layer).min(2, 'a mapping has two layers or more'),
      /** The data file with the links. */
      links: name,
      /** What evidence counts. */
      unit: label.default('pieces of evidence'),
      version: label.optional(),
    }),
  ] as const;
};
