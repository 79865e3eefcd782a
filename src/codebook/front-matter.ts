import * as z from 'zod';
import { changeSchema } from './change.ts';
import { parts } from './markers.ts';
import { versionPattern, versionRule } from './version.ts';

const version = z.string().regex(versionPattern, `a version is ${versionRule}`);

/** The front matter of a codebook. A draft has no version; a released file has a version and a date. */
export const frontMatterSchema = z.strictObject({
  name: z.string().trim().min(1),
  version: version.optional(),
  date: z.iso.date('a date is year-month-day, such as 2024-05-31').optional(),
  /** The version that `changes` are told against; without it, the next lower version there is. */
  previous: version.optional(),
  language: z.string().min(1).optional(),
  /** More words for the parts of a definition, such as `definition: [Definición]`. */
  markers: z.partialRecord(z.enum(parts), z.array(z.string().trim().min(1))).optional(),
  changes: z.array(changeSchema).default([]),
});

export type FrontMatter = z.output<typeof frontMatterSchema>;
