import { sizeOfShare } from '../../coding/sample.ts';
import { safe } from '../../render/safe-text.ts';
import { drawDocuments, withSample, writeStudyFile } from '../../study/sample.ts';
import { type CodingArgs, openForCommand, plural } from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';

export interface SampleArgs extends CodingArgs {
  size?: number | undefined;
  share?: number | undefined;
  seed?: number | undefined;
  dryRun?: boolean | undefined;
  again?: boolean | undefined;
}

/** `emic sample`: draws the documents that several raters code, and writes them into the protocol. */
export async function run(io: Io, args: SampleArgs): Promise<ExitStatus> {
  const seed = args.seed ?? 7;
  if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageError('--seed takes a whole number from 0.');
  if ((args.size === undefined) === (args.share === undefined)) {
    throw new UsageError('Say how many documents are drawn: --size 3, or --share 0.2 of them.');
  }
  const opened = await openForCommand(io, args);
  if (!opened) return 1;
  const { coded, name, problems } = opened;
  const { study, corpus } = coded;
  const { fictional } = study.config;
  const of = corpus.documents.size;
  const unreadable = corpus.files.filter(
    (file) =>
      file.path.includes('/transcripts/') && ![...corpus.documents.values()].some((one) => one.file === file),
  );
  if (unreadable.length > 0) {
    io.err('Nothing was drawn: transcripts that cannot be read could not be drawn either.');
    if (args.json)
      io.out(JSON.stringify({ study: name, fictional, sample: null, written: false, problems }, null, 2));
    return 1;
  }
  const sample = drawDocuments(corpus, sizeFrom(args, of, name), seed);
  const before = study.config.protocol.sample;
  const same = before !== undefined && JSON.stringify(before) === JSON.stringify(sample);
  const codedAlready = corpus.logs.length;
  const remarks = [
    ...(before !== undefined && !same
      ? [
          'A sample was drawn before; another one departs from the protocol, and agreement on it is exploratory.',
        ]
      : []),
    ...(!same && codedAlready > 0
      ? [
          `${plural(codedAlready, 'log')} of codings ${codedAlready === 1 ? 'is' : 'are'} there already: a sample is drawn before coding begins, so say in the report that this one was not.`,
        ]
      : []),
  ];
  const refuse = before !== undefined && !same && !args.again && !args.dryRun;
  const content = refuse || same || args.dryRun ? undefined : withSample(study, sample);
  if (!refuse && !same && !args.dryRun) {
    if (content === undefined) {
      io.err(
        `${safe(study.declared.file.path)} cannot be changed; write the sample into its protocol by hand.`,
      );
      return 1;
    }
    await writeStudyFile(study, content);
  }
  const written = content !== undefined;
  if (args.json) {
    const drawn = { ...sample, generator: 'xoshiro128**' };
    io.out(
      JSON.stringify(
        { study: name, fictional, sample: drawn, before: before ?? null, written, remarks, problems },
        null,
        2,
      ),
    );
    return refuse ? 1 : opened.status;
  }
  for (const remark of remarks) io.err(remark);
  if (refuse) {
    io.err(safe(`The sample is ${before.documents.join(', ')}. Nothing was written; --again replaces it.`));
    return 1;
  }
  io.out(
    safe(
      `${name}: ${sample.size} of ${plural(of, 'document')}, seed ${seed}: ${sample.documents.join(', ')}`,
    ),
  );
  io.out(
    same
      ? 'study.yaml has this sample already.'
      : written
        ? safe(`Written into ${study.declared.file.path} as protocol: sample.`)
        : 'Nothing was written (--dry-run).',
  );
  return opened.status;
}

function sizeFrom({ size, share }: SampleArgs, of: number, name: string): number {
  if (of === 0) throw new UsageError(`Study ${name} has no transcripts to draw from.`);
  if (share !== undefined) {
    if (!(share > 0 && share <= 1)) throw new UsageError('--share is above 0 and at most 1, such as 0.2.');
    return sizeOfShare(share, of);
  }
  if (size === undefined || !Number.isInteger(size) || size < 1 || size > of) {
    throw new UsageError(`--size is a whole number from 1 to ${of}, the number of documents.`);
  }
  return size;
}
