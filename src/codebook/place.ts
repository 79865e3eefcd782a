import type { Place } from '../problem/problem.ts';

/** Where a node of a Markdown tree begins. */
export const placeOf = ({ position }: { position?: { start: Place } | undefined }): Place => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
});

/** The offset at which a node of a Markdown tree ends, in UTF-16 units; a byte order mark is not counted. */
export const endOf = ({
  position,
}: {
  type: string;
  position?: { end: { offset?: number | undefined } } | undefined;
}): number => position?.end.offset ?? 0;
