import { safe } from '../../render/safe-text.ts';
import type { OpenedScreening } from '../../study/open-screening.ts';
import { plural } from '../coding-output.ts';

/** Which records there are that nobody is asked about here, and which decisions are on none that are asked about; null for none. */
export function notAskedAbout({ left, read }: OpenedScreening): string | null {
  const { excluded, waiting, merged } = left;
  const parts = [
    ...(excluded > 0 ? [`${excluded} excluded in an earlier stage`] : []),
    ...(waiting > 0 ? [`${waiting} not yet included by the stages before`] : []),
    ...(merged > 0 ? [`${merged} merged into others`] : []),
  ];
  const asked = parts.length > 0 ? `Not asked about: ${parts.join(', ')}.` : '';
  const stray =
    read.stray > 0
      ? `${plural(read.stray, 'row')} of ${safe(read.file.path)} decide${read.stray === 1 ? 's' : ''} on such records, or on none that there is: emic check says which.`
      : '';
  return [asked, stray].filter((part) => part !== '').join(' ') || null;
}
