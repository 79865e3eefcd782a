import { carriesNone, evidenceTable, uncitedTable } from '../../exhibit/evidence-tables.ts';
import { hasErrors } from '../../problem/problem.ts';
import { count, raterNames, treeOf } from '../../study/counted-evidence.ts';
import { includedRecords } from '../../study/included-records.ts';
import { openStudy } from '../../study/open-study.ts';
import { chooseStudy } from '../choose-studies.ts';
import {
  type CodingArgs,
  knownName,
  knownNames,
  splitList,
  type TableFormat,
  tableAs,
  withFictional,
} from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';

export interface EvidenceArgs extends CodingArgs {
  by?: string | undefined;
  code?: string[] | undefined;
  raters?: string[] | undefined;
  rollUp?: boolean | undefined;
  uncited?: boolean | undefined;
  format?: TableFormat | undefined;
}

/** `emic evidence`: for every code of the tree, how many records of the literature carry it, and in how many mentions. */
export async function run(io: Io, args: EvidenceArgs): Promise<ExitStatus> {
  const { workspace, study: name } = await chooseStudy(io, args);
  const { study, files: opened } = await openStudy(workspace, name);
  const included = study ? await includedRecords(study) : undefined;
  const files = [...new Set([...opened, ...(included?.files ?? [])])];
  const problems = problemsOf(files);
  if (!args.json) printProblems(io, files);
  const status = hasErrors(files) ? 1 : 0;
  const { records, evidence, codes } = study?.literature ?? {};
  if (!study?.literature || !records || !evidence || !codes) {
    if (args.json) io.out(JSON.stringify({ study: name, problems }, null, 2));
    if (status === 0)
      throw new UsageError(`${name} declares no evidence: "literature" in study.yaml names the file.`);
    return 1;
  }
  const version =
    args.codeVersion === undefined
      ? codes.newest
      : knownName(args.codeVersion, codes.versions, 'codebook version');
  const tree = treeOf(codes, version, evidence.evidence);
  const counted = count(study.literature, {
    codes: knownNames(
      splitList(args.code),
      tree.map(({ id }) => id),
      'code',
    ),
    raters: knownNames(splitList(args.raters), raterNames(evidence.evidence), 'rater'),
    by:
      args.by === undefined
        ? undefined
        : knownName(
            args.by,
            records.records.columns.map((one) => one.name),
            'column',
          ),
    'roll-up': args.rollUp ?? false,
    version,
    tree,
    base: included?.base ?? null,
  });
  if (!counted) return 1;
  const { fictional } = study.config;
  if (args.json) {
    io.out(
      JSON.stringify({ study: name, fictional, ...counted, version: version ?? null, problems }, null, 2),
    );
    return status;
  }
  const { uncited, base: of } = counted.counts;
  const table = args.uncited
    ? uncitedTable('uncited', uncited, of, carriesNone, records.cell)
    : evidenceTable('evidence', counted);
  const caption = `${table.caption.charAt(0).toLowerCase()}${table.caption.slice(1)}`;
  io.out(
    tableAs(
      { ...table, caption: `${withFictional(name, fictional)}: ${caption}` },
      args.format ?? 'terminal',
      io,
    ),
  );
  return status;
}
