import * as z from 'zod';
import { idPattern, idRule } from './id.ts';

const id = z.string().normalize('NFC').regex(idPattern, `an id is ${idRule}`);
const reason = z.string().trim().min(1, 'a change needs a reason');
const parent = id.nullable();

/**
 * What changed against the version before. All changes of one version happen at once: `from`, and the code
 * that is retired, are ids of the version before; `to`, and the codes that are added, moved or redefined, are
 * ids of this version. A parent of `null` is the top level.
 *
 * A redefinition leaves the codings made under the old words for a person to decide, unless it says
 * `meaning: same`: a typing mistake, a clearer sentence, one more example.
 */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), codes: z.array(id).min(1), reason }),
  z.strictObject({ kind: z.literal('rename'), from: id, to: id, reason }),
  z.strictObject({ kind: z.literal('merge'), from: z.array(id).min(1), to: id, reason }),
  z.strictObject({ kind: z.literal('split'), from: id, to: z.array(id).min(2), reason }),
  z.strictObject({ kind: z.literal('move'), code: id, from: parent, to: parent, reason }),
  z.strictObject({ kind: z.literal('retire'), code: id, reason }),
  z.strictObject({
    kind: z.literal('redefine'),
    code: id,
    meaning: z.enum(['same', 'changed']).default('changed'),
    reason,
  }),
]);

export type Change = z.output<typeof changeSchema>;

type WithoutReason<T> = T extends unknown ? Omit<T, 'reason'> : never;

/** A change for which nobody has given a reason yet. */
export type BareChange = WithoutReason<Change>;
