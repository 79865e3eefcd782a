import { resolve } from 'node:path';
import { quote } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { type SampleKind, scaffold } from '../../study/scaffold.ts';
import { isName, nameRule } from '../../yaml/name.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';

export interface InitArgs {
  folder?: string | undefined;
  study?: string | undefined;
  kind?: SampleKind | undefined;
  json?: boolean | undefined;
}

/** What a study is called that nobody named. */
const names = {
  'focus-group': 'library',
  interviews: 'allotment',
  survey: 'choir',
  'literature-review': 'instruments',
};

/** What to look at first. */
const next = {
  'focus-group': ['statements', 'report'],
  interviews: ['status', 'codes', 'agree', 'report'],
  survey: ['survey', 'report'],
  'literature-review': ['references', 'selection', 'evidence', 'report'],
};

/** `emic init`: a workspace with a tiny fictional study on which every command runs. */
export async function run(io: Io, args: InitArgs): Promise<ExitStatus> {
  const kind = args.kind ?? 'focus-group';
  const study = args.study ?? names[kind];
  if (!isName(study)) throw new UsageError(`${quote(study)} cannot be a study's name: use ${nameRule}.`);
  const folder = resolve(io.cwd, args.folder ?? '.');
  const made = await scaffold(folder, study, kind);
  if (args.json) {
    io.out(JSON.stringify({ folder, study, kind, ...made }, null, 2));
    return made.ok ? 0 : 1;
  }
  if (!made.ok) {
    io.err(
      `Nothing was written: ${made.inTheWay.join(', ')} ${made.inTheWay.length === 1 ? 'is' : 'are'} there already.`,
    );
    io.err('Choose another name for the study: emic init --study NAME');
    return 1;
  }
  const there = args.folder === undefined || args.folder === '.' ? [] : [`  cd ${safe(args.folder)}`];
  io.out(
    [
      `Made a workspace in ${safe(folder)} with the fictional study "${study}":`,
      ...made.written.map((path) => `  ${path}`),
      '',
      'Next:',
      ...there,
      '  emic check',
      ...next[kind].map((command) => `  emic ${command} ${study}`),
    ].join('\n'),
  );
  return 0;
}
