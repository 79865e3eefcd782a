import { countEvidence } from '../evidence/count-evidence.ts';
import type { Evidence, TreeCode } from '../evidence/evidence.ts';
import type { RecordBase } from '../evidence/record-base.ts';
import type { CountedEvidence } from '../exhibit/evidence-tables.ts';
import { checkQuestion } from '../records/check-question.ts';
import type { Question } from '../records/summarise.ts';
import type { EvidenceCodes } from './evidence-codes.ts';
import type { Literature } from './open-literature.ts';
import type { Study } from './open-study.ts';
import type { ResultNames } from './result-names.ts';
import type { ResultConfig } from './schema.ts';

type Config = Extract<ResultConfig, { from: 'evidence' }>;

/** The tree of codes with its evidence, as a result of study.yaml asks for it; undefined, and told, where it cannot be had. */
export function countedEvidence(
  { literature }: Study,
  config: Config,
  names: ResultNames,
  base: RecordBase | null,
): CountedEvidence | undefined {
  const { records, evidence, codes } = literature ?? {};
  if (!literature || !records || !evidence || !codes) {
    return names.refuse(
      'from',
      'no-evidence',
      'there is no evidence: declare it, and the records, under "literature"',
    );
  }
  const { version = codes.newest, where, by } = config;
  if (config.version !== undefined) names.known('version', [config.version], codes.versions, 'version');
  const fields = records.records.columns.map(({ name }) => name);
  if (by !== undefined) names.known('by', [by], fields, 'column');
  for (const problem of checkQuestion(records.records, { where }))
    names.tell(problem.path, 'question', problem.reason, problem);
  const raters = names.known('raters', config.raters, raterNames(evidence.evidence), 'rater');
  if (names.failed) return undefined;
  const tree = treeOf(codes, version, evidence.evidence);
  const wanted = names.known(
    'codes',
    config.codes,
    tree.map(({ id }) => id),
    'code',
  );
  if (names.failed) return undefined;
  return count(literature, { ...config, codes: wanted, raters, version, tree, base });
}

/** What is asked of the evidence once all names are known. */
export interface EvidenceAsked {
  codes?: readonly string[] | undefined;
  raters?: readonly string[] | undefined;
  version: string | undefined;
  tree: readonly TreeCode[];
  base: RecordBase | null;
  where?: Question['where'];
  by?: string | undefined;
  'roll-up': boolean;
}

export function count(
  { records, evidence, codes }: Literature,
  asked: EvidenceAsked,
): CountedEvidence | undefined {
  if (!records || !evidence) return undefined;
  const { version, raters, where } = asked;
  const chosen = evidence.evidence.filter(
    ({ rater }) => !raters || (rater !== null && raters.includes(rater)),
  );
  const { read, unread } = readCodes(codes, version, chosen);
  const counts = countEvidence(read, asked.tree, records, {
    codes: asked.codes,
    rollUp: asked['roll-up'],
    by: asked.by,
    among: where && records.where(where),
    base: asked.base,
  });
  return {
    counts,
    version,
    unreadable: codes.unreadable,
    raters: raters ?? null,
    where: Object.entries(where ?? {}).map(([column, values]) => ({ column, values: values.map(String) })),
    unread,
    leftOut: evidence.leftOut,
    duplicates: evidence.duplicates,
  };
}

/** The codes of a version; without a codebook those that the evidence has, by their names. */
export function treeOf(
  codes: EvidenceCodes,
  version: string | undefined,
  evidence: readonly Evidence[],
): readonly TreeCode[] {
  if (version !== undefined) return codes.codesOf(version);
  return [...new Set(evidence.map(({ code }) => code))]
    .sort()
    .map((id) => ({ id, title: id, parent: null, depth: 0 }));
}

export const raterNames = (evidence: readonly Evidence[]): string[] =>
  [...new Set(evidence.flatMap(({ rater }) => rater ?? []))].sort();

function readCodes(codes: EvidenceCodes, version: string | undefined, evidence: readonly Evidence[]) {
  if (version === undefined) return { read: evidence, unread: [] };
  const unread = new Map<string, { code: string; rows: number; reason: string }>();
  const read = evidence.flatMap((one): Evidence[] => {
    const found = codes.read(one.code, version);
    if ('code' in found) return [{ ...one, code: found.code }];
    const before = unread.get(one.code);
    unread.set(one.code, { code: one.code, rows: (before?.rows ?? 0) + 1, reason: found.reason });
    return [];
  });
  return { read, unread: [...unread.values()] };
}
