import type { VFile } from 'vfile';
import { draftVersion } from '../codebook/codebook.ts';
import { type Coding, isCoding } from '../coding/log.ts';
import { addProblem, type Place, quote } from '../problem/problem.ts';
import { readInVersion } from './agreement-units.ts';
import { checkNames } from './check-names.ts';
import type { Corpus, StudyLog } from './corpus.ts';
import type { Study } from './open-study.ts';

/** Something to know that is no problem. */
export interface Remark extends Place {
  file: string;
  rule: string;
  reason: string;
}

/**
 * Holds transcripts, codebooks, logs and study.yaml against each other. What is wrong is told on the
 * files; what merely moved is returned.
 */
export function checkCorpus(study: Study, corpus: Corpus): Remark[] {
  checkNames(study, corpus);
  checkProtocol(study, corpus);
  checkCodes(corpus);
  return [...corpus.logs.flatMap(checkPlaces), ...undecided(corpus)];
}

/** Codes of earlier versions that wait for a decision in the newest one. */
function undecided(corpus: Corpus): Remark[] {
  const newest = corpus.codes.versions.findLast((version) => version !== draftVersion);
  if (newest === undefined) return [];
  const logs = corpus.logs.map(({ log }) => log);
  return readInVersion(corpus, logs, newest).unread.flatMap(({ code, version, codings, why }) => {
    const book = corpus.codebooks.find(({ book }) => book?.version === newest);
    if (why.kind !== 'undecided' || !book) return [];
    const became =
      why.by === 'split' ? `was split into ${why.candidates.join(' and ')}` : 'got another meaning';
    return [
      {
        ...{ file: book.file.path, line: 1, column: 1, rule: 'undecided-codings' },
        reason: `${codings} ${codings === 1 ? 'coding' : 'codings'} of ${quote(code)} (${version}) count in their own version only: the code ${became} in ${why.version}, and nobody has decided on them (emic codebook migrate)`,
      },
    ];
  });
}

/** Documents, raters and rounds that the protocol names have to be there. */
function checkProtocol({ config, declared }: Study, corpus: Corpus): void {
  const documents = [...corpus.documents.keys()];
  for (const [index, name] of (config.protocol.sample?.documents ?? []).entries()) {
    if (corpus.documents.has(name)) continue;
    addProblem(declared.file, {
      rule: 'unknown-document',
      reason: `the sample has ${quote(name)}, and there is no such transcript`,
      place: declared.place(['protocol', 'sample', 'documents', index]),
      found: name,
      expected: documents,
    });
  }
  const { rounds } = config.coding;
  for (const key of ['training', 'reliability'] as const) {
    for (const [index, round] of config.protocol[key].entries()) {
      if (rounds.length === 0 || rounds.includes(round)) continue;
      addProblem(declared.file, {
        rule: 'undeclared-round',
        reason: `${quote(round)} is not among the rounds`,
        place: declared.place(['protocol', key, index]),
        found: round,
        expected: rounds,
      });
    }
  }
}

/** Codings with a code that their codebook version does not have. */
function checkCodes({ codebooks, codes, logs }: Corpus): void {
  // What cannot be read may have the code.
  if (codebooks.some(({ book }) => book === undefined)) return;
  const idsOf = new Map(
    codebooks.flatMap(({ book }) =>
      book ? [[book.version ?? 'draft', book.codes.map(({ id }) => id)]] : [],
    ),
  ) as Map<string, string[]>;
  const all = [...new Set([...idsOf.values()].flat())];
  let told = false;
  checkVersions(logs, idsOf, codes.versions);
  for (const { written, file } of logs) {
    for (const coding of written.folded.codings) {
      if (idsOf.size === 0) {
        if (!told) {
          addProblem(file, {
            rule: 'no-codebook',
            reason: 'this study has codings and no codebook',
            place: placeOf(written, coding.id),
            advice: 'codebooks stand in codebooks/<study>/, a file for each version',
            warning: true,
          });
        }
        told = true;
        continue;
      }
      tellCode(file, coding, placeOf(written, coding.id), { idsOf, all });
    }
  }
}

/** Codings of a version that is not there: one problem a version, for a file of it may just be missing. */
function checkVersions(
  logs: Corpus['logs'],
  idsOf: ReadonlyMap<string, string[]>,
  versions: readonly string[],
): void {
  if (idsOf.size === 0) return;
  const missing = new Map<string, { log: StudyLog; codings: Coding[] }[]>();
  for (const log of logs) {
    const unknown = log.written.folded.codings.filter(({ version }) => !idsOf.has(version));
    for (const version of new Set(unknown.map((coding) => coding.version))) {
      const codings = unknown.filter((coding) => coding.version === version);
      missing.set(version, [...(missing.get(version) ?? []), { log, codings }]);
    }
  }
  for (const [version, places] of missing) {
    const [first] = places;
    const [coding] = first?.codings ?? [];
    if (!first || !coding) continue;
    const total = places.reduce((sum, { codings }) => sum + codings.length, 0);
    const whose =
      total === 1
        ? `the coding ${quote(coding.id)} is`
        : `${total} codings in ${places.length === 1 ? 'this log' : `${places.length} logs`} are`;
    addProblem(first.log.file, {
      rule: 'unknown-codebook-version',
      reason: `there is no codebook version ${quote(version)}, and ${whose} of it`,
      place: placeOf(first.log.written, coding.id),
      found: version,
      expected: versions,
      // One coding may be mistyped; many are of a version that there was.
      suggest: total === 1,
      advice:
        total === 1
          ? undefined
          : 'put the file of that version back into codebooks/<study>/, or correct the version',
    });
  }
}

function tellCode(
  file: VFile,
  { code, version }: Coding,
  place: Place,
  { idsOf, all }: { idsOf: Map<string, string[]>; all: string[] },
): void {
  const ids = idsOf.get(version);
  if (!ids || ids.includes(code.normalize('NFC'))) return;
  // A draft is rewritten while it is used.
  if (version === 'draft' && all.includes(code.normalize('NFC'))) return;
  const others = [...idsOf].filter(([, other]) => other.includes(code)).map(([name]) => name);
  addProblem(file, {
    rule: 'unknown-code',
    reason:
      others.length > 0
        ? `codebook version ${version} has no code ${quote(code)}; ${others.join(', ')} ${others.length === 1 ? 'has' : 'have'}`
        : `no codebook version has a code ${quote(code)}`,
    place,
    found: code,
    expected: ids,
    suggest: others.length === 0,
  });
}

/** Moved, unconfirmed and lost codings of a log, at the line of their last revision. */
function checkPlaces({ placed, written, file, throughElsewhere }: StudyLog): Remark[] {
  const misquoted = new Set(placed.misquoted.map(({ id }) => id));
  const because = (id: string): string =>
    misquoted.has(id) ? 'it does not quote what stands at its positions' : 'the text was edited';
  for (const { coding, start, end } of placed.unconfirmed) {
    addProblem(file, {
      rule: 'unconfirmed-coding',
      reason: `the passage of ${quote(coding.id)} stands perhaps at ${start}-${end}: ${because(coding.id)}`,
      place: placeOf(written, coding.id),
      advice: `it counts once somebody accepts it: emic confirm --id ${coding.id}=accept`,
      warning: true,
    });
  }
  for (const { id, quote: words } of placed.lost) {
    addProblem(file, {
      rule: 'lost-coding',
      reason: `the passage of ${quote(id)} is nowhere in the text: ${quote(words)}`,
      place: placeOf(written, id),
      advice: `give it a place or take it back: emic confirm --id ${id}=START-END or ${id}=reject`,
    });
  }
  if (throughElsewhere) {
    const place = { line: 1, column: 1 };
    addProblem(file, {
      rule: 'read-elsewhere',
      reason: 'how far this rater has read was said of an earlier text, and is estimated in this one',
      place,
      advice: 'say it anew with emic done',
      warning: true,
    });
  }
  const moved = placed.moved.map(
    ({ coding, start, end }): Remark => ({
      file: file.path,
      ...placeOf(written, coding.id),
      rule: 'moved-coding',
      reason: `the passage of ${quote(coding.id)} now stands at ${start}-${end}; it counts there`,
    }),
  );
  const shown = moved.slice(0, most);
  const last = shown.at(-1);
  const more = moved.length - shown.length;
  return last && more > 0
    ? [...shown, { ...last, reason: `${more} more that moved; emic confirm lists them` }]
    : shown;
}

/** So many moved codings of a log are told one by one. */
const most = 5;

/** Where the last revision of a coding stands. */
function placeOf({ entries, places }: StudyLog['written'], id: string): Place {
  const last = entries.filter((entry) => isCoding(entry) && entry.id === id).at(-1);
  return (last && places.get(last)) ?? { line: 1, column: 1 };
}
