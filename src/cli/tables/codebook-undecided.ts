import pc from 'picocolors';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import type { TerminalSize } from './codebook-diff.ts';

/** One question that a new version of the codebook asks, with every coding that it is asked of. */
export interface QuestionGroup {
  /** As the codings have it. */
  code: string;
  version: string;
  by: 'split' | 'redefine';
  /** Where the question arose, and why that was changed. */
  in: string;
  reason: string | null;
  candidates: { code: string; title: string | null; definition: string | null }[];
  codings: UndecidedRow[];
}

export interface UndecidedRow {
  id: string;
  rev: number;
  round: string;
  document: string;
  rater: string;
  /** Null where the passage is not found any more, or nobody speaks it. */
  speaker: string | null;
  start: number;
  end: number;
  quote: string;
  memo: string | null;
  file: string;
  line: number | null;
}

/** A question for the terminal: what is asked, the candidates in the codebook's words, then the passages. */
export function questionToTerminal(group: QuestionGroup, { width, color }: TerminalSize): string {
  const colors = pc.createColors(color);
  const lines: string[] = [];
  const put = (text: string, indent: string, paint = (line: string) => line, first = indent) => {
    const own = wrap(safe(text), Math.max(20, width - indent.length));
    lines.push(...own.map((line, index) => (index === 0 ? first : indent) + paint(line)));
  };
  const asked = group.by === 'split' ? 'was split' : 'was redefined';
  put(
    `${group.code} (${group.version}) ${asked} in ${group.in}: ${total(group.codings.length)}`,
    '',
    colors.bold,
  );
  if (group.reason !== null) put(group.reason, '  ');
  for (const { code, definition, title } of group.candidates) {
    put(`${code}: ${definition ?? title ?? ''}`, '      ', undefined, '    = ');
  }
  for (const { id, document, rater, round, speaker, quote, memo } of group.codings) {
    lines.push('');
    const where = [document, ...(speaker === null ? [] : [speaker]), `${rater}, round ${round}`].join(' · ');
    put(`${id}  ${where}`, '  ', colors.cyan);
    put(quote, '    ');
    if (memo !== null) put(`memo: ${memo}`, '    ', colors.dim);
  }
  return `${lines.join('\n')}\n`;
}

const total = (count: number): string => (count === 1 ? 'one coding' : `${count} codings`);
