import { isCoding, type Revision } from '../coding/log.ts';
import { quote } from '../problem/problem.ts';
import { safe } from '../render/safe-text.ts';
import { chooseVariant, type LogConflict } from '../study/conflicts.ts';
import type { Workspace } from '../study/workspace.ts';
import { nearest } from '../text/nearest.ts';
import { type Io, UsageError } from './io.ts';

/** Codings that were changed in two ways at once, with their variants numbered. */
export function printConflicts(io: Io, conflicts: readonly LogConflict[]): void {
  if (conflicts.length === 0) return;
  const lines = conflicts.flatMap(({ log, conflict }) => [
    `  ${conflict.id}, revision ${conflict.rev}, in ${log.file.path}`,
    ...conflict.variants.map((variant, index) => `    ${index + 1}: ${describe(variant)}`),
  ]);
  io.out(
    [
      'In conflict: changed in two ways, as when two machines were merged. These do not count until settled.',
      ...lines.map(safe),
      'Settle them with emic confirm --choose ID=1 or ID=2.',
      '',
    ].join('\n'),
  );
}

/** Carries out `--choose ID=N`; a wrong call writes nothing. */
export async function chooseVariants(
  io: Io,
  workspace: Workspace,
  conflicts: readonly LogConflict[],
  words: readonly string[],
): Promise<void> {
  const chosen = words.map((word) => choice(word, conflicts));
  const at = new Date().toISOString();
  for (const { found, variant } of chosen) {
    await chooseVariant(workspace, found, variant, at);
    io.out(safe(`${found.log.file.path}: ${found.conflict.id}: ${describe(variant)}`));
  }
}

function choice(word: string, conflicts: readonly LogConflict[]): { found: LogConflict; variant: Revision } {
  const [, id = '', number = ''] = /^(.+)=(\d+)$/.exec(word) ?? [];
  if (id === '') throw new UsageError(`--choose takes ID=1 or ID=2, not ${quote(word)}.`);
  const [found, second] = conflicts.filter(({ conflict }) => conflict.id === id);
  if (!found) {
    const meant = nearest(
      id,
      conflicts.map(({ conflict }) => conflict.id),
    );
    throw new UsageError(
      `No coding ${quote(id)} is in conflict.${meant === undefined ? '' : ` Did you mean ${quote(meant)}?`}`,
    );
  }
  if (second) {
    throw new UsageError(
      `${quote(id)} is in conflict in several logs; choose with --round, --raters and --document.`,
    );
  }
  const variant = found.conflict.variants[Number(number) - 1];
  if (!variant)
    throw new UsageError(`${quote(id)} has ${found.conflict.variants.length} variants, not ${number}.`);
  return { found, variant };
}

const describe = (revision: Revision): string =>
  isCoding(revision)
    ? `${revision.code} at ${revision.start}-${revision.end}, “${revision.quote}”${revision.memo ? `, memo “${revision.memo}”` : ''}`
    : 'taken back';
