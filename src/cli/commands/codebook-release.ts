import { join } from 'node:path';
import { VFile } from 'vfile';
import { type Codebook, draftVersion } from '../../codebook/codebook.ts';
import { type Difference, diffCodebooks } from '../../codebook/diff.ts';
import { findKin, type Kin } from '../../codebook/kin.ts';
import { parseCodebook } from '../../codebook/parse-codebook.ts';
import { release } from '../../codebook/release.ts';
import { isVersion, versionRule } from '../../codebook/version.ts';
import { writeFiles } from '../../file/write-files.ts';
import { hasErrors, quote } from '../../problem/problem.ts';
import { unclearCodes } from '../../reconciliation/unclear.ts';
import { safe } from '../../render/safe-text.ts';
import type { StudyCodebooks } from '../../study/codebooks.ts';
import { openDecisions } from '../../study/decisions.ts';
import { isFictional } from '../../study/fictional.ts';
import { bytesRead } from '../../study/file-change.ts';
import { exists } from '../../study/workspace.ts';
import { whileAlone } from '../../study/write-lock.ts';
import type { WorkspaceArgs } from '../choose-studies.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { changeInWords, idsOf } from '../tables/codebook-change.ts';
import { type Missing, missingIn, whatToAdd } from '../tables/codebook-missing.ts';
import { chooseCodebooks, counted, suggest } from './codebook-choose.ts';

export interface CodebookReleaseArgs extends WorkspaceArgs {
  to: string;
  date?: string | undefined;
  reason?: string[] | undefined;
  retire?: string[] | undefined;
  json?: boolean | undefined;
}

/** `emic codebook release`: makes a version of the draft, with every change named and its reason given. */
export async function run(io: Io, args: CodebookReleaseArgs): Promise<ExitStatus> {
  const { workspace, study, books } = await chooseCodebooks(io, args);
  const { draftFile } = books;
  if (!isVersion(args.to)) {
    throw new UsageError(`${quote(args.to)} cannot be a version: a version is ${versionRule}.`);
  }
  if (!draftFile) throw new UsageError(howToDraft(books));
  const fictional = args.json ? await isFictional(workspace, study) : null;
  const refuse = (files: VFile[], missing: readonly Missing[] = []): ExitStatus => {
    const toDeclare = missing.map(({ change }) => change);
    if (args.json) {
      io.out(
        JSON.stringify({ study, fictional, released: null, toDeclare, problems: problemsOf(files) }, null, 2),
      );
    } else printProblems(io, files);
    if (missing.length > 0) io.err(whatToAdd(draftFile.path, missing));
    io.err(`${study}: nothing was released.`);
    return 1;
  };
  // What is released has to follow from all that was released before.
  const earlier = books.files.flatMap(({ file }) => (file === draftFile ? [] : [file]));
  if (hasErrors(earlier)) return refuse(earlier);

  const last = books.releases.at(-1);
  const draft = new VFile({ path: draftFile.path, value: draftFile.value ?? '' });
  if (draftFile.value === undefined) return refuse([draftFile]);
  const { open, kin: alike } = openDifferences(draft, last);
  const reasons = readReasons(args.reason ?? [], open);
  const reasonFor = ({ change }: Difference) =>
    idsOf(change)
      .map((id) => reasons.get(id))
      .find((reason) => reason !== undefined);
  const retired = readRetired(args.retire ?? [], open);
  const released = release(draft, last, {
    version: args.to,
    date: args.date ?? today(),
    reason: reasonFor,
    isRetired: (code) => retired.has(code),
  });
  if (!released) {
    const kin = alike.filter(({ code }) => !retired.has(code.id));
    return refuse([draft], missingIn(open, kin, reasonFor));
  }

  const folder = join(workspace.root, books.folder);
  const target = { path: join(folder, `${args.to}.md`), shown: `${books.folder}/${args.to}.md` };
  if (await exists(target.path)) {
    throw new UsageError(`${target.shown} is there already, and a version is never overwritten.`);
  }
  const draftPath = join(folder, `${draftVersion}.md`);
  await whileAlone(workspace, study, async () =>
    writeFiles([
      { path: target.path, content: released.text, was: null },
      // A code that somebody makes meanwhile would be lost.
      { path: draftPath, content: released.draft, was: await bytesRead(draftPath, String(draftFile.value)) },
    ]),
  );
  const { changes = [] } = parseCodebook(new VFile({ path: `${args.to}.md`, value: released.text })) ?? {};
  const { decisions } = await openDecisions(workspace, study);
  const unclear = unclearCodes(decisions).flatMap(({ code, version }) =>
    version === last?.version ? [code] : [],
  );
  if (args.json) {
    const json = {
      study,
      fictional,
      released: target.shown,
      version: args.to,
      changes,
      draft: draftFile.path,
    };
    io.out(JSON.stringify({ ...json, unclear, problems: problemsOf([draft]) }, null, 2));
    return 0;
  }
  printProblems(io, [draft]);
  io.out(
    `Released ${target.shown}${changes.length > 0 ? `, with ${counted(changes.length, 'change')}:` : '.'}`,
  );
  for (const change of changes) {
    const { verb, what } = changeInWords(change);
    io.out(safe(`  ${verb} ${what}`));
  }
  if (unclear.length > 0) {
    const said = `Raters found unclear in ${last?.version ?? ''}: ${unclear.join(', ')}; emic reconcile --unclear says why.`;
    io.out(safe(said));
  }
  io.out(safe(`${draftFile.path} goes on from there.`));
  return 0;
}

/** What the draft leaves to be declared; nothing where it cannot be read, which `release` tells. */
function openDifferences(draft: VFile, last: Codebook | undefined): { open: Difference[]; kin: Kin[] } {
  const book = parseCodebook(new VFile({ path: draft.path, value: draft.value }), { draft: true });
  if (!book || !last) return { open: [], kin: [] };
  const open = diffCodebooks(last, book, book.changes).filter(({ reason }) => reason === null);
  const bare = open.map(({ change }) => change);
  return { open, kin: findKin(last, book, bare) };
}

/** `code-id: why`, each for a difference that has no reason yet. */
function readReasons(given: readonly string[], open: readonly Difference[]): Map<string, string> {
  const ids = open.flatMap(({ change }) => idsOf(change));
  const reasons = new Map<string, string>();
  for (const one of given) {
    const match = /^\s*([^:\s]+)\s*:\s*(\S[\s\S]*)$/u.exec(one);
    const id = match?.[1]?.normalize('NFC');
    if (id === undefined || !match?.[2]) {
      throw new UsageError(`${quote(one)} is not a reason: write --reason 'code-id: why'.`);
    }
    if (reasons.has(id)) throw new UsageError(`Two reasons are given for ${quote(id)}.`);
    if (!ids.includes(id)) {
      throw new UsageError(
        `No undeclared difference is about ${quote(id)}. ${suggest(id, ids, 'Those without a reason')}`,
      );
    }
    reasons.set(id, match[2].trim());
  }
  return reasons;
}

/** Codes that are retired indeed, though others look like what became of them. */
function readRetired(given: readonly string[], open: readonly Difference[]): Set<string> {
  const ids = open.flatMap(({ change }) => (change.kind === 'retire' ? [change.code] : []));
  const codes = given.map((code) => code.normalize('NFC'));
  for (const code of codes) {
    if (ids.includes(code)) continue;
    throw new UsageError(
      `${quote(code)} is not a code that this release would retire without a word in the draft. ${suggest(code, ids, 'Those that it would')}`,
    );
  }
  return new Set(codes);
}

function howToDraft({ folder, releases }: StudyCodebooks): string {
  const last = releases.at(-1)?.version;
  if (last === undefined) return `There is no draft to release: ${folder}/draft.md.`;
  return `There is no draft to release. Copy ${folder}/${last}.md to ${folder}/draft.md, with the line "previous: ${last}" in place of its version, date and changes, and work on that.`;
}

/** The day where the researcher is. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
