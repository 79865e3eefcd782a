import { resolve } from 'node:path';
import { raterPairs } from '../agreement/rater-pairs.ts';
import { readSpans } from '../agreement/read-spans.ts';
import { ofRaters, type SpanData } from '../agreement/spans/continuum.ts';
import { type SpanMeasureName, usualSpanMeasures } from '../agreement/spans/measure-names.ts';
import { measureSpans, type SpanMeasureOptions } from '../agreement/spans/measures.ts';
import type { SpanAgreement } from '../agreement/spans/span-agreement.ts';
import { nameDocuments, sentence } from '../exhibit/agreement-words.ts';
import { continuumFigure } from '../exhibit/continuum-figure.ts';
import { readTextFile } from '../file/read-text.ts';
import { hasErrors, quote } from '../problem/problem.ts';
import { nearest } from '../text/nearest.ts';
import type { AgreeArgs } from './agree-args.ts';
import { listOf } from './agree-options.ts';
import { writeBlocks } from './agree-write.ts';
import { type ExitStatus, type Io, UsageError } from './io.ts';
import { printProblems, problemsOf } from './problems.ts';
import { spanOptionsOf, withGammaProgress } from './span-options.ts';
import { spanTables } from './tables/agreement-spans.ts';

/** Agreement in a file of spans from elsewhere; there need be no workspace. */
export async function agreeOnSpansFile(
  io: Io,
  path: string,
  args: AgreeArgs,
  measures: readonly SpanMeasureName[] = usualSpanMeasures,
): Promise<ExitStatus> {
  if (args.unit !== undefined && args.unit !== 'spans') {
    throw new UsageError(`A file of spans has no other unit than spans: leave out --unit ${args.unit}.`);
  }
  refuseStudyOptions(args);
  const options = spanOptionsOf(args, measures);
  const { length } = args;
  if (length !== undefined && !(Number.isSafeInteger(length) && length >= 1)) {
    throw new UsageError('--length is a whole number from 1, in the units in which spans are placed.');
  }
  const wanted = listOf(args.raters);
  const file = await readTextFile(resolve(io.cwd, path), path);
  const read = file.value === undefined ? undefined : readSpans(file, { length, raters: wanted });
  if (!read || hasErrors([file])) {
    if (args.json) io.out(JSON.stringify({ file: path, problems: problemsOf([file]) }, null, 2));
    else printProblems(io, [file]);
    io.err(
      `${path}: nothing was compared, because the file ${file.value === undefined ? 'cannot be read' : 'has errors'}.`,
    );
    return 1;
  }
  const { data } = read;
  refuseMisspelt(data.raters, read.raters);
  printProblems(io, [file]);
  const results = await withGammaProgress(options, (all) => measureGroups(data, measures, all));
  if (args.json) {
    const { raters, continua } = data;
    const documents = continua.map(({ document, length: long, spans }) => ({
      ...{ document, length: long, spans: spans.map((own) => own.length) },
    }));
    io.out(JSON.stringify({ file: path, raters, documents, results, problems: problemsOf([file]) }, null, 2));
    return 0;
  }
  writeBlocks(io, args.format ?? 'terminal', [
    {
      sentences: [describe(path, data)],
      tables: spanTables(results, { id: 'agreement', label: '' }, args, options),
      figures: args.explain ? [continuumFigure('agreement-drawn', data, { unit: 'places' })] : [],
    },
  ]);
  return 0;
}

const ofStudies = {
  round: '--round',
  code: '--code',
  document: '--document',
  speakers: '--speakers',
  rollUp: '--roll-up',
  codeVersion: '--code-version',
} as const;

function refuseStudyOptions(args: AgreeArgs): void {
  for (const [key, name] of Object.entries(ofStudies)) {
    if (args[key as keyof typeof ofStudies] === undefined || args[key as keyof typeof ofStudies] === false)
      continue;
    throw new UsageError(
      `${name} is about studies; of a file of spans leave out the rows that are not to count.`,
    );
  }
}

/** A rater without any span may have marked nothing, or be one of the others. */
function refuseMisspelt(raters: readonly string[], inFile: readonly string[]): void {
  for (const rater of raters) {
    const meant = inFile.includes(rater) ? undefined : nearest(rater, inFile);
    if (meant === undefined) continue;
    throw new UsageError(
      `${quote(rater)} has no span in this file. Did you mean ${quote(meant)}? There are: ${inFile.join(', ')}.`,
    );
  }
}

/** All raters together, then, where they are more than two, every pair. */
async function measureGroups(
  data: SpanData,
  measures: readonly SpanMeasureName[],
  options: SpanMeasureOptions,
): Promise<SpanAgreement[]> {
  const { raters } = data;
  const pairs = raters.length > 2 ? raterPairs(raters.length) : [];
  const results = await measureSpans(data, measures, options);
  for (const [a, b] of pairs) {
    const two = [raters[a] ?? '', raters[b] ?? ''];
    results.push(...(await measureSpans(ofRaters(data, two), measures, options)));
  }
  return results;
}

function describe(path: string, { raters, continua }: SpanData): string {
  const length = continua.reduce((sum, one) => sum + one.length, 0);
  const documents = continua.map(({ document }) => document);
  return `${path}: raters ${raters.join(', ') || 'none'}; ${sentence(`a length of ${length} in ${nameDocuments(documents)}`)}`;
}
