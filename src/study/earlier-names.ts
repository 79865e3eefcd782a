import { draftVersion } from '../codebook/codebook.ts';
import { resolverOf } from '../codebook/resolve.ts';
import type { EarlierName, OfferedCode } from '../session/session.ts';
import type { StudyCodebooks } from './codebooks.ts';

/**
 * The names that codes had in releases before the one that is coded with, and to which of the offered codes they lead: a
 * code that was split to several. What leads nowhere is left out, and what is still a name of the same code.
 */
export function earlierNames(
  { releases, draft }: StudyCodebooks,
  offered: readonly OfferedCode[],
): EarlierName[] {
  const { resolve } = resolverOf([...releases, ...(draft ? [draft] : [])]);
  const ids = new Map(offered.map((code) => [code.id, code]));
  const version = offered.find((code) => code.version !== draftVersion)?.version ?? draftVersion;
  const found = new Map<string, EarlierName>();
  for (const book of releases.toReversed()) {
    if (book.version === version) continue;
    for (const { id, title } of book.codes) {
      const now = resolve(id, book.version, version);
      const to = now.kind === 'code' ? [now.code] : now.kind === 'undecided' ? now.candidates : [];
      const known = to.filter((one) => ids.has(one));
      const isSame = known.includes(id) && ids.get(id)?.title === title;
      const key = JSON.stringify([id, title]);
      if (known.length > 0 && !isSame && !found.has(key)) found.set(key, { id, title, to: known });
    }
  }
  return [...found.values()];
}
