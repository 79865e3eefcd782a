import type { Frozen } from './frozen.ts';

/**
 * Whose turns of a document count as units where participants are asked for: those that the transcript names as such, or all
 * who are named where it says so, else those listed for the study; everybody's where neither says, and in notes, in which
 * nobody speaks.
 *
 * @param listed who is in the participants' file; undefined where a study has none.
 */
export function countedSpeakers(
  { front }: Pick<Frozen, 'front'>,
  listed: readonly string[] | undefined,
): (speaker: string | null) => boolean {
  const participants = front.kind === 'notes' ? undefined : (front.participants ?? listed);
  if (participants === undefined) return () => true;
  if (participants === 'all') return (speaker) => speaker !== null;
  const counted = new Set(participants);
  return (speaker) => speaker !== null && counted.has(speaker);
}
