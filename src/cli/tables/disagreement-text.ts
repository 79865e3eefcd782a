import pc from 'picocolors';
import type { Code } from '../../codebook/codebook.ts';
import { safe } from '../../render/safe-text.ts';
import { tableToTerminal } from '../../render/terminal.ts';
import { wrap } from '../../render/wrap.ts';
import { type Passage, passagesByConfusion, type RoundDisagreements } from '../../study/disagreements.ts';
import { confusionLabel, confusionsTable, placeLabel, readingsTable, timesLabel } from './disagreement.ts';

/** The differences of a round for the terminal: what was confused, then passage by passage. */
export function disagreementsToTerminal(
  found: RoundDisagreements,
  { width, color }: { width: number; color: boolean },
): string {
  const colors = pc.createColors(color);
  const told = new Set<string>();
  const lines = [tableToTerminal(confusionsTable(found), { width, color })];
  for (const { confusion, own } of passagesByConfusion(found)) {
    const heading = `${confusionLabel(confusion)}: ${timesLabel(confusion.passages, confusion.count)}`;
    lines.push('', ...wrap(safe(heading), width).map((line) => colors.bold(line)));
    for (const id of [confusion.a, confusion.b]) {
      const code = found.codes.find((one) => one.id === id);
      if (!code || told.has(code.id)) continue;
      told.add(code.id);
      lines.push(...wordsOf(code).flatMap((text) => indented(text, width, '  ')));
    }
    for (const passage of own) lines.push('', ...passageLines(passage, width, color));
  }
  return lines.join('\n');
}

/** The codebook on one code, a paragraph each. */
export function wordsOf({ id, title, definition, include, exclude }: Code): string[] {
  return [
    `${title} (${id})${definition === null ? '' : `: ${definition}`}`,
    ...include.map((text) => `Include: ${text}`),
    ...exclude.map((text) => `Exclude: ${text}`),
  ];
}

function passageLines(passage: Passage, width: number, color: boolean): string[] {
  const colors = pc.createColors(color);
  const others = passage.confusions.slice(1).map(confusionLabel);
  const words = (passage.text ?? '').split(/\n\s*\n/u).filter((part) => part.trim() !== '');
  const table = tableToTerminal(readingsTable(passage), { width: width - 2, color });
  return [
    ...wrap(
      safe(`${placeLabel(passage)}${passage.kind === 'notes' ? ' (notes in our words)' : ''}`),
      width,
    ).map((line) => colors.underline(line)),
    ...words.flatMap((part) => indented(part, width, '  ')),
    '',
    // Without the lines of the caption, which is empty.
    ...table
      .trimEnd()
      .split('\n')
      .slice(2)
      .map((line) => `  ${line}`.trimEnd()),
    ...(others.length > 0 ? indented(`Also here: ${others.join('; ')}.`, width, '  ') : []),
  ];
}

const indented = (text: string, width: number, by: string): string[] =>
  wrap(safe(text), Math.max(20, width - by.length)).map((line) => `${by}${line}`);
