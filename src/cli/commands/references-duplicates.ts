import { hasErrors } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { isFictional } from '../../study/fictional.ts';
import { decideReferences } from '../../study/import-references.ts';
import { chooseStudy, type WorkspaceArgs } from '../choose-studies.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { bullet, describeStanding, describeUpdate } from '../references-text.ts';

export interface ReferencesDuplicatesArgs extends WorkspaceArgs {
  json?: boolean | undefined;
}

/** `emic references duplicates`: applies what was decided about records that may be one work. */
export async function run(io: Io, args: ReferencesDuplicatesArgs): Promise<ExitStatus> {
  const { workspace, study } = await chooseStudy(io, args);
  const { files, isThere, before, updated, standing, written } = await decideReferences(workspace, study);
  if (!isThere)
    throw new UsageError(`${study} has no references yet: emic import references FILE brings them in.`);
  if (args.json) {
    const { merged = [], waiting = [], records = undefined } = updated ?? {};
    const counts = { merged: Object.fromEntries(merged), waiting: Object.fromEntries(waiting) };
    const about = {
      study,
      fictional: await isFictional(workspace, study),
      before: before.length,
      records: records?.length ?? null,
      ...counts,
      published: updated?.published ?? [],
      standing,
      written,
    };
    io.out(JSON.stringify({ ...about, problems: problemsOf(files) }, null, 2));
  } else {
    printProblems(io, files);
    if (updated)
      io.out(
        [...describeUpdate(updated), ...describeStanding(standing)].map((one) => bullet(io, one)).join('\n'),
      );
    if (!updated) io.err('Nothing was written.');
    else if (written.length === 0) io.out('Nothing to write: all of it is there, and the same.');
    else io.out(['Wrote', ...written.map((path) => `  ${safe(path)}`)].join('\n'));
  }
  return hasErrors(files) ? 1 : 0;
}
