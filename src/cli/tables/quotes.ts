import type { PhrasingContent, Root, RootContent } from 'mdast';
import pc from 'picocolors';
import { type QuotedPassage, type QuotesOptions, quotesOf } from '../../exhibit/quotes.ts';
import { count, missing, type Table, text } from '../../exhibit/table.ts';
import { columnKeys } from '../../exhibit/words.ts';
import { tableToCsv } from '../../render/csv.ts';
import { reportToHtml } from '../../render/html.ts';
import { reportToMarkdown } from '../../render/markdown.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import { formatTime } from '../../transcript/time.ts';
import type { Io } from '../io.ts';

export interface AboutQuotes extends Pick<QuotesOptions, 'round' | 'version' | 'leftOut'> {
  title: string;
  /** What must be said besides. */
  remarks: readonly string[];
  language: string;
  fictional: boolean;
}

const everything = (about: AboutQuotes): QuotesOptions => ({ ...about, raters: true, memos: true });

export function quotesToTerminal(about: AboutQuotes, passages: readonly QuotedPassage[], io: Io): string {
  const colors = pc.createColors(io.color);
  const { remarks, groups } = quotesOf(passages, everything(about));
  const indented = (words: string, by: number): string[] =>
    wrap(safe(words), Math.max(20, io.width - by)).map((line) => `${' '.repeat(by)}${line}`);
  const lines = [
    ...indented(about.title, 0).map(colors.bold),
    ...[...about.remarks, ...remarks].flatMap((one) => indented(one, 0)),
  ];
  for (const { heading, passages: some } of groups) {
    lines.push('', `${colors.bold(safe(heading))} ${colors.dim(`(${some.length})`)}`);
    for (const { kind, parts, credit, memos } of some) {
      const said = (part: (typeof parts)[number]): string =>
        kind === 'notes' ? part.text : `${parts.length > 1 ? `${part.speaker ?? '?'}: ` : ''}“${part.text}”`;
      lines.push(
        '',
        ...parts.flatMap((part) => indented(said(part), 2)),
        ...indented(credit, 4).map(colors.dim),
        ...memos.flatMap(({ rater, memo }) => indented(`Memo, ${rater}: ${memo}`, 4)),
      );
    }
  }
  return lines.join('\n');
}

export const quotesToMarkdown = (about: AboutQuotes, passages: readonly QuotedPassage[]): string =>
  reportToMarkdown(reportOf(about, passages), { figurePath: (id) => id });

export const quotesToHtml = (about: AboutQuotes, passages: readonly QuotedPassage[]): string =>
  reportToHtml(reportOf(about, passages));

/** A page with a heading for every code. */
function reportOf(about: AboutQuotes, passages: readonly QuotedPassage[]) {
  const { remarks, groups } = quotesOf(passages, everything(about));
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: [words(`Coded passages: ${about.title}`)] },
    ...[...about.remarks, ...remarks].map(
      (one): RootContent => ({ type: 'paragraph', children: [words(one)] }),
    ),
    ...groups.flatMap((group): RootContent[] => [
      { type: 'heading', depth: 2, children: [words(`${group.heading} (${group.passages.length})`)] },
      { type: 'exhibit', exhibit: { kind: 'quotes', quotes: { remarks: [], groups: [group] } } },
    ]),
  ];
  const tree: Root = { type: 'root', children };
  return { title: about.title, language: about.language, tree, tables: [], figures: [] };
}

const words = (value: string): PhrasingContent => ({ type: 'text', value: safe(value) });

/**
 * A row for every coding.
 *
 * @param beside closed questions whose answers have columns of their own.
 */
export function quotesCsv(passages: readonly QuotedPassage[], beside: readonly string[]): string {
  const keys = [
    ...[
      'code',
      'given_code',
      'given_version',
      'document',
      'kind',
      'round',
      'rater',
      'turn',
      'time',
      'until',
      'speaker',
    ],
    ...['text', 'memo', 'start', 'end', 'id'],
  ];
  const table: Table = {
    id: 'quotes',
    caption: 'Coded passages',
    columns: [...keys, ...columnKeys(beside, keys)].map((key) => ({ key, label: key, align: 'left' })),
    rows: passages.map((one) => {
      const [first, last] = [one.parts[0], one.parts.at(-1)];
      const speakers = [...new Set(one.parts.map(({ speaker }) => speaker ?? ''))].join('; ');
      const optional = (value: string | null) => (value === null ? missing('empty') : text(value));
      return [
        optional(one.now),
        text(one.code),
        text(one.version),
        text(one.document),
        text(one.kind),
        text(one.round),
        text(one.rater),
        first ? count(first.turn) : missing('empty'),
        first?.time == null ? missing('empty') : text(formatTime(first.time)),
        last?.until == null ? missing('empty') : text(formatTime(last.until)),
        text(speakers),
        text(one.parts.map((part) => part.text).join('\n')),
        optional(one.memo),
        count(one.start),
        count(one.end),
        text(one.id),
        ...beside.map((item) => {
          const answers = (one.beside ?? []).flatMap(({ answers }) => answers[item] ?? []);
          return answers.length === 0 ? missing('empty') : text(answers.join('; '));
        }),
      ];
    }),
    notes: [],
  };
  return tableToCsv(table);
}
