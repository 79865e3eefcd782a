import type { Difference } from '../../codebook/diff.ts';
import type { Kin } from '../../codebook/kin.ts';
import { safe } from '../../render/safe-text.ts';
import { idsOf, linesToAdd } from './codebook-change.ts';

/** What has to be declared before a release: with `retired`, the codes that it is about and that seem to go on. */
export interface Missing extends Pick<Difference, 'change' | 'reason'> {
  retired: string[];
}

/** Differences without a reason; those that are probably one change are told as that one. */
export function missingIn(
  open: readonly Difference[],
  kin: readonly Kin[],
  reasonFor: (difference: Difference) => string | undefined,
): Missing[] {
  const likely = new Map<string, Missing>();
  for (const { code, change } of kin) {
    const key = JSON.stringify(change);
    const reason = open.filter((one) => idsOf(one.change).includes(code.id)).map(reasonFor)[0] ?? null;
    const before = likely.get(key);
    if (before) before.retired.push(code.id);
    else likely.set(key, { change, reason, retired: [code.id] });
  }
  const covered = new Set([...likely.values()].flatMap(({ change }) => idsOf(change)));
  const others = open.filter(
    (one) =>
      reasonFor(one) === undefined &&
      !(
        (one.change.kind === 'retire' || one.change.kind === 'add') &&
        idsOf(one.change).every((id) => covered.has(id))
      ),
  );
  return [...likely.values(), ...others.map((one) => ({ ...one, retired: [] }))];
}

/** The lines of front matter, and the options of the call, that a release waits for. */
export function whatToAdd(path: string, missing: readonly Missing[]): string {
  const likely = missing.filter(({ retired }) => retired.length > 0);
  const others = missing.filter(({ retired }) => retired.length === 0);
  const options = others.flatMap(({ change }) =>
    idsOf(change)
      .slice(0, 1)
      .map((id) => `  --reason '${id}: why'`),
  );
  return safeLines([
    ...(likely.length === 0
      ? []
      : [
          '',
          `Say what became of ${likely.flatMap(({ retired }) => retired).join(', ')}. This may have happened; if so, put it into the front matter of ${path}:`,
          'changes:',
          ...linesToAdd(likely),
          '',
          'If a code is retired indeed and its codings are to have no code from now on, say so in the call:',
          ...likely.flatMap(({ retired }) => retired.map((id) => `  --retire ${id}`)),
        ]),
    ...(others.length === 0
      ? []
      : [
          '',
          `Give ${others.length === 1 ? 'a reason' : 'the reasons'} in the call:`,
          ...new Set(options),
          '',
          `or declare what really happened in ${path}, such as a merge, a split, or a redefinition with "meaning: same":`,
          'changes:',
          ...linesToAdd(others),
        ]),
    '',
  ]);
}

const safeLines = (lines: readonly string[]): string => lines.map((line) => safe(line)).join('\n');
