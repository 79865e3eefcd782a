import { listed } from '../exhibit/words.ts';
import { safe } from '../render/safe-text.ts';
import { tableToTerminal } from '../render/terminal.ts';
import { wrap } from '../render/wrap.ts';
import { tellFate } from '../study/import-compare.ts';
import type { PlannedImport, ReadImport } from '../study/import-transcript.ts';
import { speakersTable } from './import-speakers.ts';
import type { Io } from './io.ts';

/** All there is to say about one file: who speaks, how it was read, what to look at. */
export function describeImport(io: Io, { file, status, read }: PlannedImport): string {
  if (!read) return '';
  const { record, speakers } = read;
  const words = speakers.reduce((sum, one) => sum + one.words, 0);
  const turns = speakers.reduce((sum, one) => sum + one.turns, 0);
  const caption = `${file.path}: ${record.format}, ${turns} turns, ${words} words`;
  const table = tableToTerminal(speakersTable(caption, speakers, Math.max(20, io.width - 46)), io);
  const parts = [...(status === 'replaces' ? [replacing(read)] : []), ...adviceOn(read), ...read.remarks].map(
    (one) => bullet(io, one),
  );
  const reading = read.reading.map((one) => bullet(io, one));
  return [
    table.trimEnd(),
    '',
    ...parts,
    ...(reading.length > 0 ? ['', 'How it was read:', ...reading] : []),
  ].join('\n');
}

/** A sentence a file, for many, and at the end what is to be said of several of them. */
export function summariseImports(io: Io, imports: readonly PlannedImport[]): string {
  const done = imports.filter(({ status }) => status !== 'refused');
  const often = new Map<string, number>();
  for (const remark of done.flatMap(({ read }) => read?.remarks ?? [])) {
    often.set(remark, (often.get(remark) ?? 0) + 1);
  }
  const shared = new Set([...often].flatMap(([remark, times]) => (times > 1 ? [remark] : [])));
  const all = done.some(({ read }) => read?.record.participants === 'all' && read.participants.length > 0);
  return [
    ...done.map((one) => bullet(io, summary(one, shared))),
    '',
    ...[...(all ? [allCount('all named speakers')] : []), ...shared].map((one) => bullet(io, one)),
  ].join('\n');
}

function summary({ file, status, read }: PlannedImport, shared: ReadonlySet<string>): string {
  if (!read) return file.path;
  const { speakers, record, variants } = read;
  const words = speakers.reduce((sum, one) => sum + one.words, 0);
  const names = speakers.flatMap(({ speaker }) => speaker ?? []);
  const who =
    names.length === 0 ? 'nobody is named' : names.length > 4 ? `${names.length} speakers` : names.join(', ');
  const parts = [
    `${words} words, ${who}`,
    ...(variants.length === 0 ? [] : ['perhaps two names of one person, see --dry-run']),
    ...(read.keeps ? [`the transcript that it replaces is kept in ${read.keeps.path}`] : []),
    ...read.remarks.filter((remark) => !shared.has(remark)),
  ];
  return `${record.document}${status === 'unchanged' ? ' (there already)' : ''}, from ${file.path}: ${parts.join('; ')}`;
}

const allCount = (whose: string): string =>
  `the turns of ${whose} count, for nothing else was said; an interviewer’s need not: --not-participants NAME`;

function adviceOn({ speakers, variants, participants, record }: ReadImport): string[] {
  const said = new Map(speakers.map(({ speaker, turns }) => [speaker, turns]));
  const advice = variants.map(({ names: [a, b], why }) => {
    const [less, more] = (said.get(a) ?? 0) <= (said.get(b) ?? 0) ? [a, b] : [b, a];
    return `"${a}" and "${b}" may be one person (${why}). If so: --rename ${shellQuoted(`${less}=${more}`)}, or both to another name`;
  });
  const named = speakers.filter(({ speaker }) => speaker !== null);
  if (named.length === 0) advice.push('nobody is named; if all of it is one person’s: --rename "?=Name"');
  else if (record.participants === 'all') {
    advice.push(allCount(named.length === 1 ? 'the one speaker' : 'all named speakers'));
  } else advice.push(`the turns of ${participants.length === 0 ? 'nobody' : listed(participants)} count`);
  return advice;
}

function replacing({ transcript, differences, codings, keeps }: ReadImport): string {
  const fate = codings ? `; ${tellFate(codings)}` : '';
  const kept = keeps ? `; the transcript that it replaces is kept in ${keeps.path}` : '';
  return `replaces ${transcript}: ${differences.join('; ')}${fate}${kept}`;
}

const shellQuoted = (text: string): string => `"${text.replace(/(["\\$`])/g, '\\$1')}"`;

const bullet = (io: Io, text: string): string =>
  wrap(safe(text), Math.max(20, io.width - 2))
    .map((line, at) => `${at === 0 ? '- ' : '  '}${line}`)
    .join('\n');
