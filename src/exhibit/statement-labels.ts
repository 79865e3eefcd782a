import type { Measures } from '../statements/measures.ts';
import { type Scale, type Statement, scaleColumns } from '../statements/scale.ts';
import type { Tally } from '../statements/tally.ts';

/** The title with a minus where the statement is reverse-keyed, for answers that stand as given; (R) marks those turned round. */
export const statementLabel = (statement: Statement): string =>
  statement.polarity === 'reversed' ? `${statement.title} (−)` : statement.title;

/** `partially agree`, or `strongly agree to partially agree` where the middle falls between two. */
export function medianLabel(measures: Measures, scale: Scale): string | null {
  if (!measures.median) return null;
  const labels = scaleColumns(scale).map((index) => scale.columns[index]?.label ?? '');
  const { low, high } = measures.median;
  return low === high ? (labels[low] ?? '') : `${labels[low]} to ${labels[high]}`;
}

export function sessionLabel(session: Tally['session']): string {
  if (session.kind === 'all') return 'all';
  return session.kind === 'session' ? session.id : 'not reported';
}

/** Columns standing together in a pattern, named for a sentence or a key: `strongly agree + partially agree`. */
export const patternLabel = (columns: readonly number[], scale: Scale): string =>
  columns.map((index) => scale.columns[index]?.label ?? '').join(' + ');
