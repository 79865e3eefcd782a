import { wrap } from '../../render/wrap.ts';
import { how } from '../../session/keys.ts';
import type { Session } from '../../session/session.ts';

/** What is said on leaving, in lines of `width` columns: how much is coded, and what of it does not count yet. */
export function farewell(before: Session, after: Session, path: string, width: number): string[] {
  const more = after.codings.length - before.codings.length;
  const change = more === 0 ? '' : `, ${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} than before`;
  const beyond = after.codings.filter(({ end }) => end > after.through).length;
  const unread =
    beyond === 0
      ? []
      : [
          `${beyond} of them beyond what you have read: they count once the log says that it was read (${how(after, 'read to here')}, or emic done)`,
        ];
  return [`${path}: ${after.codings.length} coded${change}`, ...unread].flatMap((line) => wrap(line, width));
}
