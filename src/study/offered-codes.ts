import { type Codebook, draftVersion } from '../codebook/codebook.ts';
import type { OfferedCode } from '../session/session.ts';
import type { StudyCodebooks } from './codebooks.ts';

/** The codes of the version, then those that only the draft has. */
export function offeredCodes(
  { releases, draft }: StudyCodebooks,
  version: string | undefined,
): OfferedCode[] {
  const wanted = releases.find((book) => book.version === version) ?? releases.at(-1);
  const book: Codebook | undefined = version === draftVersion ? undefined : wanted;
  const released = book?.codes.map((code) => offer(code, book.version ?? draftVersion)) ?? [];
  const has = new Set(released.map(({ id }) => id));
  return [
    ...released,
    ...(draft?.codes ?? []).filter(({ id }) => !has.has(id)).map((code) => offer(code, draftVersion)),
  ];
}

const offer = (
  { id, title, parent, definition, include, exclude, examples }: Codebook['codes'][number],
  version: string,
): OfferedCode => ({ id, title, parent, definition, include, exclude, examples, version });
