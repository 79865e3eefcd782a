import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import pc from 'picocolors';
import type { Quote, QuotePart } from '../../coding/quotes.ts';
import { count, missing, type Table, text } from '../../exhibit/table.ts';
import { tableToCsv } from '../../render/csv.ts';
import { reportToHtml } from '../../render/html.ts';
import { reportToMarkdown } from '../../render/markdown.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import { formatTime } from '../../transcript/time.ts';
import type { Io } from '../io.ts';

export interface QuotedPassage extends Quote {
  kind: 'transcript' | 'notes' | 'fictional';
  /** The code's id in the newest codebook; null where that is not known, and `why`. */
  now: string | null;
  why: string | null;
}

export interface AboutQuotes {
  title: string;
  language: string;
  fictional: boolean;
  /** Null for all rounds. */
  round: string | null;
  version: string | undefined;
}

/** One passage under one code, and everybody who coded it so. */
interface Group {
  heading: string;
  passages: { passage: QuotedPassage; by: QuotedPassage[] }[];
}

export const notQuotations = 'notes, not quotations';

/** By code; a passage that several raters marked alike stands once. */
function grouped(passages: readonly QuotedPassage[]): Group[] {
  const groups = new Map<string, Map<string, Group['passages'][number]>>();
  for (const passage of passages) {
    const heading = headingOf(passage);
    const group = groups.get(heading) ?? new Map<string, Group['passages'][number]>();
    groups.set(heading, group);
    const key = JSON.stringify([passage.document, passage.start, passage.end]);
    const before = group.get(key);
    if (before) before.by.push(passage);
    else group.set(key, { passage, by: [passage] });
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([heading, group]) => ({ heading, passages: [...group.values()] }));
}

const headingOf = ({ now, code, version, why }: QuotedPassage): string =>
  now ?? `${code} (${version}, ${why === 'undecided' ? 'to be decided' : (why ?? 'unknown')})`;

/** When the first turn begins and the last one ends, as far as the transcript says. */
function timesOf({ time }: QuotePart, { until }: QuotePart): string[] {
  if (time === null) return [];
  return [until === null ? formatTime(time) : `${formatTime(time)} - ${formatTime(until)}`];
}

/** `interview-1, turn 4, 00:01:04`, or with the end of the turn `00:01:04 - 00:01:09`. */
function placeOf({ document, parts, start, end }: QuotedPassage): string {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return `${document}, ${start}-${end}, outside all turns`;
  const turns = first.turn === last.turn ? `turn ${first.turn}` : `turns ${first.turn}-${last.turn}`;
  return [document, turns, ...timesOf(first, last)].join(', ');
}

function ratersOf(by: readonly QuotedPassage[], about: AboutQuotes): string {
  const names = by.map(({ rater, round }) => (about.round === null ? `${rater} (round ${round})` : rater));
  return [...new Set(names)].join(', ');
}

const memosOf = (by: readonly QuotedPassage[]): { rater: string; memo: string }[] =>
  by.flatMap(({ rater, memo }) => (memo === null ? [] : [{ rater, memo }]));

function headOf(about: AboutQuotes, passages: readonly QuotedPassage[], groups: readonly Group[]): string[] {
  const places = groups.reduce((sum, group) => sum + group.passages.length, 0);
  const head = [
    `${about.round === null ? 'All rounds' : `Round ${about.round}`}: ${passages.length} ${passages.length === 1 ? 'coding' : 'codings'} of ${places} ${places === 1 ? 'passage' : 'passages'}. ${about.version === undefined ? 'There is no codebook: codes are as they were given.' : `Codes as in codebook version ${about.version}.`}`,
  ];
  if (passages.some(({ kind }) => kind === 'notes')) {
    const documents = [...new Set(passages.flatMap((one) => (one.kind === 'notes' ? [one.document] : [])))];
    head.push(`${documents.join(', ')}: ${notQuotations}. What stands there are an analyst's words.`);
  }
  return head;
}

export function quotesToTerminal(about: AboutQuotes, passages: readonly QuotedPassage[], io: Io): string {
  const colors = pc.createColors(io.color);
  const groups = grouped(passages);
  const indented = (words: string, by: number): string[] =>
    wrap(safe(words), Math.max(20, io.width - by)).map((line) => `${' '.repeat(by)}${line}`);
  const lines = [
    ...indented(about.title, 0).map(colors.bold),
    ...headOf(about, passages, groups).flatMap((one) => indented(one, 0)),
  ];
  for (const { heading, passages: some } of groups) {
    lines.push('', `${colors.bold(safe(heading))} ${colors.dim(`(${some.length})`)}`);
    for (const { passage, by } of some) {
      const isNotes = passage.kind === 'notes';
      lines.push(
        '',
        ...passage.parts.flatMap((part) =>
          indented(
            isNotes
              ? part.text
              : `${passage.parts.length > 1 ? `${part.speaker ?? '?'}: ` : ''}“${part.text}”`,
            2,
          ),
        ),
        ...indented(creditOf(passage, by, about), 4).map(colors.dim),
        ...memosOf(by).flatMap(({ rater, memo }) => indented(`Memo, ${rater}: ${memo}`, 4)),
      );
    }
  }
  return lines.join('\n');
}

/** Who says it where, and who coded it; of notes, about whom they are. */
function creditOf(passage: QuotedPassage, by: readonly QuotedPassage[], about: AboutQuotes): string {
  const speakers = [...new Set(passage.parts.map(({ speaker }) => speaker ?? 'not named'))].join(' and ');
  const who = passage.kind === 'notes' ? `Notes on ${speakers}` : speakers;
  return `${who === '' ? '' : `${who}, `}${placeOf(passage)}; coded by ${ratersOf(by, about)}`;
}

export const quotesToMarkdown = (about: AboutQuotes, passages: readonly QuotedPassage[]): string =>
  reportToMarkdown(reportOf(about, passages), { figurePath: (id) => id });

export const quotesToHtml = (about: AboutQuotes, passages: readonly QuotedPassage[]): string =>
  reportToHtml(reportOf(about, passages));

/** A page: words of participants as block quotations, notes as plain paragraphs. */
function reportOf(about: AboutQuotes, passages: readonly QuotedPassage[]) {
  const groups = grouped(passages);
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: [words(`Coded passages: ${about.title}`)] },
    ...headOf(about, passages, groups).map((one) => paragraph(words(one))),
  ];
  for (const { heading, passages: some } of groups) {
    children.push({ type: 'heading', depth: 2, children: [words(`${heading} (${some.length})`)] });
    for (const { passage, by } of some) {
      const said = passage.parts.map((part) =>
        paragraph(
          ...(passage.parts.length > 1 && part.speaker !== null && passage.kind !== 'notes'
            ? [{ type: 'strong' as const, children: [words(`${part.speaker}: `)] }]
            : []),
          words(part.text),
        ),
      );
      const block: Blockquote = { type: 'blockquote', children: said };
      children.push(...(passage.kind === 'notes' ? said : said.length > 0 ? [block] : []));
      children.push(paragraph({ type: 'emphasis', children: [words(creditOf(passage, by, about))] }));
      for (const { rater, memo } of memosOf(by)) children.push(paragraph(words(`Memo, ${rater}: ${memo}`)));
    }
  }
  const tree: Root = { type: 'root', children };
  return { title: about.title, language: about.language, tree, tables: [], figures: [] };
}

const words = (value: string): PhrasingContent => ({ type: 'text', value: safe(value) });

const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

/** A row for every coding. */
export function quotesCsv(passages: readonly QuotedPassage[]): string {
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
    columns: keys.map((key) => ({ key, label: key, align: 'left' })),
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
      ];
    }),
    notes: [],
  };
  return tableToCsv(table);
}
