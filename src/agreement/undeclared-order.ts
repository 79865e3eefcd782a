import type { Counts } from './counts.ts';
import { quoted } from './quoted.ts';

/** What to say where a measure takes categories in order, and nobody said which. */
export function undeclaredOrder({ categories, order }: Counts): string[] {
  if (order !== 'text' || categories.length < 3) return [];
  const shown = categories.slice(0, 12).map(quoted).join(', ');
  return [
    `the order of categories was not declared: taken as ${shown}${categories.length > 12 ? ', …' : ''}`,
  ];
}
