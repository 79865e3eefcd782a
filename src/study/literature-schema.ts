import * as z from 'zod';
import { confusableNames } from '../coding/rater-names.ts';
import { unportable } from '../file/portable-name.ts';
import { quote } from '../problem/problem.ts';
import { consensus, phases, settlings } from '../selection/stage.ts';
import { namePattern, nameRule } from '../yaml/name.ts';

const label = z.string().regex(/\S/, 'this is empty');

const name = z.string().regex(namePattern, nameRule);
/** How accents are stored is no difference between two names. */
const inNfc = label.normalize('NFC');

/** Symbols are often digits; they are read as text. */
const symbol = z.union([label, z.number()]).transform(String);

/** The symbols of a comparison matrix. */
const symbols = z.strictObject({
  scale: z.array(z.strictObject({ symbol, means: label })).min(1, 'name at least one symbol'),
  'not-reported': z.array(symbol).default([]),
  'not-recoverable': z.array(symbol).default([]),
});

const stage = z.strictObject({
  id: name,
  label: label.optional(),
  phase: z.enum(phases).default('screening'),
  raters: z
    .array(
      inNfc.superRefine((name, context) => {
        const reason =
          name.toLowerCase() === consensus ? 'is kept for what raters agree on' : unportable(name);
        if (reason === undefined) return;
        const message = `${quote(name)} cannot be a rater’s name: it ${reason}`;
        context.addIssue({ code: 'custom', message, params: { rule: 'unusable-name' } });
      }),
    )
    .min(1, 'name at least one rater'),
  reasons: z.array(inNfc).default([]),
  settle: z.enum(settlings).default('all'),
});

/** The records of a literature review, how they were selected, and what they were coded with. */
export const literatureSchema = z
  .strictObject({
    /** The CSV file of records, one a row, each with an `id`. */
    records: label.optional(),
    flow: label.optional(),
    /** The column that says which study a record tells of; without it a record's study is not known. */
    study: label.optional(),
    stages: z.array(stage).default([]),
    /** The CSV file of codings that anchor to records. */
    evidence: label.optional(),
    symbols: z.record(name, symbols).default({}),
  })
  .superRefine(({ stages, records }, context) => {
    const complain = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (stages.length > 0 && records === undefined) {
      complain(['stages'], 'stages need records to decide on: name their file as "records"');
    }
    for (const [index, { id, phase, raters, reasons }] of stages.entries()) {
      const before = stages.slice(0, index);
      if (before.some((one) => one.id === id))
        complain(['stages', index, 'id'], `stage "${id}" stands here twice`);
      const later = before.find((one) => phases.indexOf(one.phase) > phases.indexOf(phase));
      if (later)
        complain(['stages', index, 'phase'], `a stage of ${phase} comes before one of ${later.phase}`);
      for (const [key, names] of [
        ['raters', raters],
        ['reasons', reasons],
      ] as const) {
        const twice = names.findIndex((name, at) => names.indexOf(name) !== at);
        if (twice !== -1) complain(['stages', index, key, twice], `"${names[twice]}" stands here twice`);
      }
      for (const [first = '', ...others] of confusableNames(raters)) {
        for (const name of others)
          context.addIssue({
            code: 'custom',
            path: ['stages', index, 'raters', raters.indexOf(name)],
            message: `${quote(name)} and ${quote(first)} are one rater’s name on some machines`,
            params: { rule: 'confusable-raters' },
          });
      }
    }
  });
