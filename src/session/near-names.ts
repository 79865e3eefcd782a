import { editsTo } from '../text/nearest.ts';
import type { OfferedCode, Session } from './session.ts';

/** In less than this nobody can tell a mistake from another word. */
const SHORTEST = 4;

/** Codes whose name, or the beginning of one of its words, is a typing mistake away from what was typed: the nearest first. */
export function nearMatches({ codes }: Pick<Session, 'codes'>, typed: string): OfferedCode[] {
  const wanted = typed.trim();
  if (wanted.length < SHORTEST) return [];
  return codes
    .flatMap((code) => {
      const names = [code.id, code.title].filter((name) => wanted.length <= name.length * 2);
      const edits = names.flatMap((name) => editsToPart(wanted, name));
      return edits.length === 0 ? [] : [{ code, edits: Math.min(...edits) }];
    })
    .sort((a, b) => a.edits - b.edits)
    .map(({ code }) => code);
}

/** A name may be typed in part: as much of it, or a letter more or less, from the beginning of any word on. */
function editsToPart(typed: string, name: string): number[] {
  const starts = [...name.matchAll(/(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]/gu)].map(({ index }) => index);
  const lengths = [-1, 0, 1].map((more) => typed.length + more);
  const parts = starts.flatMap((start) => lengths.map((length) => name.slice(start, start + length)));
  return [name, ...new Set(parts)].flatMap((part) => editsTo(typed, part) ?? []);
}
