import { quote } from '../problem/problem.ts';
import type { Choices } from '../study/import-decisions.ts';
import { safeDocument } from '../study/import-document.ts';
import { speakerName } from '../transcript/speaker-name.ts';
import type { WorkspaceArgs } from './choose-studies.ts';
import { UsageError } from './io.ts';

export interface ImportTranscriptArgs extends WorkspaceArgs, Omit<Choices, 'rename'> {
  files: string[];
  dryRun?: boolean | undefined;
  rename?: string[] | undefined;
  json?: boolean | undefined;
}

/**
 * What an import is told by its options.
 *
 * @throws a UsageError where an option makes no sense.
 */
export function choicesOf(args: ImportTranscriptArgs): Choices {
  if (args.files.length > 1) {
    for (const option of ['as', 'title'] as const) {
      if (args[option] !== undefined)
        throw new UsageError(`--${option} is for one file; import each by itself.`);
    }
  }
  if (args.keepCodings && !args.replace) throw new UsageError('--keep-codings goes with --replace.');
  if (args.as !== undefined && (args.as === '' || safeDocument(args.as) !== args.as)) {
    const near = safeDocument(args.as);
    throw new UsageError(
      `${quote(args.as)} cannot be a document's name: use letters, figures, hyphens, full stops and underscores.${near ? ` For example ${quote(near)}.` : ''}`,
    );
  }
  const { as, format, participants, notParticipants, kind, title, language, date } = args;
  return {
    as,
    format,
    participants,
    notParticipants,
    kind,
    title: filled('title', title),
    language: checkedLanguage(filled('language', language)),
    date: checkedDate(filled('date', date)),
    rename: renames(args.rename ?? []),
    fresh: args.fresh,
    replace: args.replace,
    keepCodings: args.keepCodings,
  };
}

function renames(given: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of given) {
    const at = one.indexOf('=');
    const old = one.slice(0, at);
    const [from, to] = [speakerName(old) ?? old.trim(), speakerName(one.slice(at + 1))];
    if (at === -1 || from === '' || to === null) {
      throw new UsageError(
        `--rename ${quote(one)}: write the old name, "=" and the new name, as in --rename "Maria=P4".`,
      );
    }
    const before = found.get(from);
    if (before !== undefined && before !== to) {
      throw new UsageError(`--rename gives ${quote(from)} two names: ${quote(before)} and ${quote(to)}.`);
    }
    found.set(from, to);
  }
  return found;
}

function filled(option: string, value: string | undefined): string | undefined {
  if (value !== undefined && value.trim() === '') throw new UsageError(`--${option} is empty.`);
  return value?.replace(/\s+/g, ' ').trim();
}

function checkedLanguage(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    throw new UsageError(`--language ${quote(tag)} is no language tag, such as en, de or pt-BR.`);
  }
}

/** A date may be in any words; what is written as a date has to be one. */
function checkedDate(date: string | undefined): string | undefined {
  if (date === undefined || !/^[\d-]+$/.test(date)) return date;
  const day = new Date(`${date}-01-01`.slice(0, 10));
  const isShaped = /^\d{4}(?:-\d{2}){0,2}$/.test(date);
  if (isShaped && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)) return date;
  throw new UsageError(`--date ${quote(date)} is no date, such as 2024-05-01, 2024-05 or 2024.`);
}
