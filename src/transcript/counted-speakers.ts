import type { Frozen } from './frozen.ts';

/**
 * Whose turns of a document count as units where participants are asked for: those that the transcript names as such, else
 * those listed for the study; everybody's where neither says, and in notes, in which nobody speaks.
 *
 * @param listed who is in the participants' file; undefined where a study has none.
 */
export function countedSpeakers(
  { front }: Pick<Frozen, 'front'>,
  listed: readonly string[] | undefined,
): (speaker: string | null) => boolean {
  const participants = front.kind === 'notes' ? undefined : (front.participants ?? listed);
  return (speaker) => participants === undefined || (speaker !== null && participants.includes(speaker));
}
