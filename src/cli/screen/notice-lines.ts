import { wrap } from '../../render/wrap.ts';
import { cutText } from './fit-text.ts';
import type { StyledLine } from './styled-line.ts';

/** A word to the person has as many rows as it needs, but no more than these. */
const MOST = 3;

const warning = { colour: 'yellow', bold: true } as const;

/** What was just done, or why it was not, on at most `most` rows; none where there is nothing to say. */
export function noticeLines(
  { notice }: { notice: { text: string; refused?: true } | null },
  width: number,
  most = MOST,
): StyledLine[] {
  if (!notice) return [];
  const rows = wrap(shortPaths(notice.text), Math.max(1, width - 1));
  const shown = rows.length <= most ? rows : [...rows.slice(0, most - 1), rows.slice(most - 1).join(' ')];
  return shown.map((text) => [{ text: cutText(` ${text}`, width), style: notice.refused ? warning : {} }]);
}

/** Long paths by their last two parts, so that the reason behind them has room. */
const shortPaths = (text: string): string =>
  text.replace(/(?:[/\\][^\s:/\\]+){4,}/gu, (path) => `…${path.match(/(?:[/\\][^/\\]+){2}$/u)?.[0] ?? path}`);
