import type { LayeredGraph } from '../../exhibit/figure.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';

/** Narrower than this words would stand one below the other. */
const least = 30;

/** Layer by layer, each node and below it what it leads to, with how much speaks for it. Undefined where it does not fit. */
export function layeredLines({ layers, links, unit }: LayeredGraph, width: number): string[] | undefined {
  if (width < least) return undefined;
  const labels = new Map(layers.flatMap(({ nodes }) => nodes.map(({ id, label }) => [id, safe(label)])));
  const isKnown = links.some(({ evidence }) => evidence !== null);
  const below = (text: string, indent: number, first = ''): string[] =>
    wrap(text, width - indent).map((line, at) => (at === 0 ? first : '').padStart(indent) + line);
  const blocks = layers.flatMap(({ title, nodes }, at) => {
    const isLast = at === layers.length - 1;
    return [
      ...(at === 0 ? [] : ['']),
      ...wrap(safe(title).toUpperCase(), width),
      ...nodes.flatMap(({ id, label }) => {
        const own = links.filter(({ from }) => from === id);
        const to = own.flatMap((link) => {
          const amount = link.evidence === null ? (isKnown ? ' (not known)' : '') : ` (${link.evidence})`;
          return below(`${labels.get(link.to) ?? link.to}${amount}`, 6, '→ ');
        });
        return [...below(safe(label), 2), ...(own.length > 0 || isLast ? to : below('leads to nothing', 6))];
      }),
    ];
  });
  return isKnown ? [...blocks, '', ...wrap(`In brackets: ${safe(unit)}.`, width)] : blocks;
}
