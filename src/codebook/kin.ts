import { edits } from '../text/edits.ts';
import { tokens } from '../text/tokens.ts';
import type { BareChange } from './change.ts';
import type { Code, Codebook } from './codebook.ts';

/** What two codes have in common. */
export type Likeness = 'name' | 'definition' | 'examples';

/** A code that is to be retired though codes of the new version look like what became of it. */
export interface Kin {
  code: Code;
  /** The codes that are like it, with what they have in common. */
  like: { code: Code; isNew: boolean; in: Likeness[] }[];
  /** What probably happened: a renaming, a merge, or a split. */
  change: BareChange;
}

/**
 * Codes that would be retired, and for each the codes of the new version that may go on with its codings: new
 * ones whose name or definition is like its own, and any that took over one of its examples. A guess, from words
 * alone: a person has to say what happened.
 *
 * @param changes those that nobody has declared: what is retired and added by them.
 */
export function findKin(
  before: Pick<Codebook, 'codes'>,
  after: Pick<Codebook, 'codes'>,
  changes: readonly BareChange[],
): Kin[] {
  const retired = changes.flatMap((change) => (change.kind === 'retire' ? [change.code] : []));
  const added = changes.flatMap((change) => (change.kind === 'add' ? change.codes : []));
  const old = new Map(before.codes.map((code) => [code.id, code]));
  const common = commonWords([...before.codes, ...after.codes]);
  const found = retired.flatMap((id) => {
    const code = old.get(id);
    if (!code) return [];
    const like = after.codes.flatMap((other) => {
      const isNew = added.includes(other.id);
      const shared = isNew ? likeness(code, other, common) : tookExamples(code, other, old.get(other.id));
      return shared.length > 0 ? [{ code: other, isNew, in: shared }] : [];
    });
    return like.length > 0 ? [{ code, like }] : [];
  });
  return found.map((one) => ({ ...one, change: likelyChange(one, found) }));
}

type Found = Omit<Kin, 'change'>;

/** One code that goes on is a renaming, or a merge where it has others' codings too; several are a split. */
function likelyChange({ code, like }: Found, all: readonly Found[]): BareChange {
  const [first, ...others] = like.map((one) => one.code.id);
  const to = first ?? code.id;
  if (others.length > 0) return { kind: 'split', from: code.id, to: [to, ...others] };
  const sources = all.filter((one) => one.like.length === 1 && one.like[0]?.code.id === to);
  return sources.length > 1 || !like.every(({ isNew }) => isNew)
    ? { kind: 'merge', from: sources.map((one) => one.code.id), to }
    : { kind: 'rename', from: code.id, to };
}

function likeness(a: Code, b: Code, common: ReadonlySet<string>): Likeness[] {
  return [
    ...(haveLikeNames(a, b, common) ? (['name'] as const) : []),
    ...(haveLikeDefinitions(a, b, common) ? (['definition'] as const) : []),
    ...tookExamples(a, b, undefined),
  ];
}

/** Ids or titles that differ in a third of their letters at most, or share a word that tells codes apart. */
function haveLikeNames(a: Code, b: Code, common: ReadonlySet<string>): boolean {
  const spelt = (x: string, y: string) => edits(x, y) <= Math.max(x.length, y.length) / 3;
  if (spelt(fold(a.id), fold(b.id)) || spelt(fold(a.title), fold(b.title))) return true;
  const other = nameWords(b).filter((word) => !common.has(word));
  return nameWords(a).some((word) => !common.has(word) && other.some((one) => areOneStem(word, one)));
}

/** At least half of the words of the shorter definition that tell codes apart, and three of them. */
function haveLikeDefinitions(a: Code, b: Code, common: ReadonlySet<string>): boolean {
  const telling = (code: Code) =>
    new Set(wordsOf(code.definition ?? '').filter((word) => word.length > 2 && !common.has(word)));
  const [one, other] = [telling(a), telling(b)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared >= 3 && shared >= Math.min(one.size, other.size) / 2;
}

/** Examples of a code that another has and, if it was there before, did not have then. */
function tookExamples(from: Code, to: Code, toBefore: Code | undefined): Likeness[] {
  const had = new Set(toBefore?.examples.map(fold));
  const own = new Set(from.examples.map(fold));
  const took = to.examples.map(fold).some((example) => own.has(example) && !had.has(example));
  return took ? ['examples'] : [];
}

/** Words that stand in the names or definitions of more than a tenth of all codes, and of more than four. */
function commonWords(codes: readonly Code[]): Set<string> {
  const times = new Map<string, number>();
  for (const code of codes) {
    for (const word of new Set([...nameWords(code), ...wordsOf(code.definition ?? '')])) {
      times.set(word, (times.get(word) ?? 0) + 1);
    }
  }
  const most = Math.max(4, codes.length / 10);
  return new Set([...times].filter(([, count]) => count > most).map(([word]) => word));
}

const nameWords = ({ id, title }: Code): string[] =>
  wordsOf(`${id} ${title}`).filter((word) => word.length > 2);

/** "Tired" and "tiredness": one begins with the other. */
const areOneStem = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) > 3 && (a.startsWith(b) || b.startsWith(a)));

const wordsOf = (text: string): string[] =>
  tokens(fold(text)).flatMap(({ text: word }) => (/[\p{L}\p{N}]/u.test(word) ? [word] : []));

const fold = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
