import type { Change } from './change.ts';
import { type Codebook, draftVersion } from './codebook.ts';
import { type Fate, fatesOf } from './fate.ts';
import { compareVersions } from './version.ts';

/** What a code of one version is in another. */
export type Resolution =
  | { kind: 'code'; code: string }
  /** A person has to decide, among the candidates; `version` is where the question arose. */
  | { kind: 'undecided'; by: 'split' | 'redefine'; version: string; candidates: string[] }
  | { kind: 'retired'; version: string; reason: string }
  | { kind: 'unknown'; reason: string };

export interface CodeResolver {
  /** The versions in order, the draft last. */
  versions: readonly string[];
  /** What a code that was coded under `from` is under `to`. */
  resolve(code: string, from: string, to: string): Resolution;
  /**
   * True if a rater with the codebook `version` could give `code`, an id of version `as` (the same version
   * unless told): some code of theirs is read as it. Where it is false the rater's silence is null, not absence.
   */
  hasCode(version: string, code: string, as?: string): boolean;
  /**
   * True if a code of `version` was split and `code`, an id of version `as`, is one of its parts: once somebody has
   * decided on each coding with the whole, the parts are known, and absent where the whole is.
   */
  isPart(version: string, code: string, as: string): boolean;
}

/**
 * Reads codes along the chain of versions. Renaming, merging, moving and retiring are followed at reading
 * time; a split, and a redefinition that changes the meaning, leave a code undecided until somebody migrates
 * it, unless all it may have become is retired later. All changes of one version happen at once, so that each version is
 * one step and even an exchange of two ids ends.
 *
 * The chain runs forward only: from a later to an earlier version a code is unknown. The draft comes last and
 * goes by the name `draft`. A draft is rewritten while it is used: what was coded under it is the code of that
 * id in the version asked for or, if there is none, what became of it since the newest release that has it.
 *
 * Of two codebooks with one version the first counts.
 */
export function resolverOf(books: readonly Codebook[]): CodeResolver {
  const steps = stepsOf(books);
  const index = new Map(steps.map((step, at) => [step.version, at]));
  const cache = new Map<string, Map<string, Resolution>>();

  const resolveFresh = (code: string, from: string, to: string): Resolution => {
    const [start, end] = [index.get(from), index.get(to)];
    if (start === undefined || end === undefined) {
      return { kind: 'unknown', reason: `there is no codebook version ${start === undefined ? from : to}` };
    }
    const has = (at: number): boolean => steps[at]?.codes.has(code) ?? false;
    if (from === draftVersion) {
      if (has(end)) return { kind: 'code', code };
      for (let at = end - 1; at >= 0; at -= 1) if (has(at)) return walk(steps.slice(at, end + 1), code);
      const later = steps.find((_, at) => at > end && has(at))?.version;
      return { kind: 'unknown', reason: whereItIs(code, later) };
    }
    if (!has(start)) return { kind: 'unknown', reason: `version ${from} has no code ${code}` };
    if (end < start) return { kind: 'unknown', reason: `version ${to} is earlier than ${from}` };
    return walk(steps.slice(start, end + 1), code);
  };

  const resolve: CodeResolver['resolve'] = (code, from, to) => {
    const pair = `${from} ${to}`;
    const known = cache.get(pair) ?? new Map<string, Resolution>();
    cache.set(pair, known);
    const resolution = known.get(code) ?? resolveFresh(code.normalize('NFC'), from, to);
    known.set(code, resolution);
    return resolution;
  };

  const cached = (pick: (found: Resolution) => readonly string[]) => {
    const known = new Map<string, Set<string>>();
    return (version: string, code: string, as: string): boolean => {
      const pair = `${version} ${as}`;
      let codes = known.get(pair);
      if (!codes) {
        const own = [...(steps[index.get(version) ?? -1]?.codes ?? [])];
        codes = new Set(own.flatMap((id) => pick(resolve(id, version, as))));
        known.set(pair, codes);
      }
      return codes.has(code.normalize('NFC'));
    };
  };
  const reaches = cached((one) => (one.kind === 'code' ? [one.code] : []));
  return {
    versions: steps.map(({ version }) => version),
    resolve,
    hasCode: (version, code, as = version) => reaches(version, code, as),
    isPart: cached((one) => (one.kind === 'undecided' && one.by === 'split' ? one.candidates : [])),
  };
}

/** One version: its codes, and what it made of the codes of the version before. */
interface Step {
  version: string;
  codes: ReadonlySet<string>;
  changes: readonly Change[];
  fates: ReadonlyMap<string, Fate>;
  redefined: ReadonlySet<string>;
}

function stepsOf(books: readonly Codebook[]): Step[] {
  const steps = new Map<string, Step>();
  for (const { version, codes, changes } of books) {
    const name = version ?? draftVersion;
    if (steps.has(name)) continue;
    steps.set(name, {
      version: name,
      codes: new Set(codes.map(({ id }) => id)),
      changes,
      fates: fatesOf(changes),
      redefined: new Set(
        changes.flatMap((one) => (one.kind === 'redefine' && one.meaning === 'changed' ? [one.code] : [])),
      ),
    });
  }
  return [...steps.values()].sort((a, b) => {
    if (a.version === draftVersion || b.version === draftVersion) {
      return Number(a.version === draftVersion) - Number(b.version === draftVersion);
    }
    return compareVersions(a.version, b.version);
  });
}

function whereItIs(code: string, later: string | undefined): string {
  if (later === undefined) return `no codebook version has a code ${code}`;
  return later === draftVersion ? 'only the draft has it yet' : `it came with version ${later}`;
}

/** Follows a code of the first step to the last; each step turns every id at hand into those it became. */
function walk([, ...steps]: readonly Step[], code: string): Resolution {
  let ids = [code];
  let question: { by: 'split' | 'redefine'; version: string } | undefined;
  for (const { version, fates, redefined, codes, changes } of steps) {
    const next = new Set<string>();
    let retired: Fate | undefined;
    for (const id of ids) {
      const fate = fates.get(id);
      if (fate?.kind === 'split') question ??= { by: 'split', version };
      if (fate?.kind === 'retire') retired = fate;
      for (const became of fate?.to ?? [id]) if (codes.has(became)) next.add(became);
    }
    ids = [...next];
    if (ids.length === 0) {
      if (retired) return { kind: 'retired', version, reason: changes[retired.index]?.reason ?? '' };
      return { kind: 'unknown', reason: `version ${version} has no code ${code} and does not say why` };
    }
    if (ids.some((id) => redefined.has(id))) question ??= { by: 'redefine', version };
  }
  const [only] = ids;
  if (question) return { kind: 'undecided', ...question, candidates: ids };
  return only === undefined ? { kind: 'unknown', reason: '' } : { kind: 'code', code: only };
}
