import { isCoding, isRevision, type LogEntry } from '../coding/log.ts';

/**
 * The revisions of a log under the codes that their codings have now, removals with what they take back, so that
 * what concerns one code can be looked at alone. What is no revision is left out.
 *
 * @param codeOf as in `Compared`; where it does not know, the code is taken as it is written.
 */
export function entriesByCode(
  entries: readonly LogEntry[],
  codeOf: (code: string, version: string) => string | null,
): Map<string, LogEntry[]> {
  const codes = new Map<string, string>();
  for (const entry of entries.filter(isCoding)) {
    codes.set(entry.id, codeOf(entry.code, entry.version) ?? entry.code);
  }
  const found = new Map<string, LogEntry[]>();
  for (const entry of entries.filter(isRevision)) {
    const code = codes.get(entry.id);
    if (code === undefined) continue;
    const own = found.get(code) ?? [];
    found.set(code, own);
    own.push(entry);
  }
  return found;
}
