import type { Difference } from '../../reconciliation/differences.ts';
import { plural } from '../coding-output.ts';

/** What a call is about where it is not all of a round. */
export interface Asked {
  document?: string | undefined;
  codes?: readonly string[] | undefined;
}

/** `in meeting, of cold, weather`; empty where all is asked about. */
export const askedInWords = ({ document, codes }: Asked): string =>
  [document === undefined ? [] : [`in ${document}`], codes === undefined ? [] : [`of ${codes.join(', ')}`]]
    .flat()
    .join(', ');

/** How many differences of a round are left, and in which documents where nothing that was asked about is. */
export function leftInWords(left: readonly Difference[], round: string, asked: Asked): string {
  const isAsked = ({ document, code }: Difference): boolean =>
    (asked.document === undefined || document === asked.document) && (asked.codes?.includes(code) ?? true);
  if (left.some(isAsked)) {
    return `${plural(left.length, 'difference')} of round ${round} left to decide; what is decided is kept, and emic reconcile goes on from there.`;
  }
  const places = [...new Set(left.map(({ document }) => document))].map((document) => {
    const own = left.filter((one) => one.document === document);
    const codes = [...new Set(own.map(({ code }) => code))];
    return `${plural(own.length, 'difference')} in ${document} (${codes.join(', ')})`;
  });
  return `Nothing is left to decide ${askedInWords(asked)}. Left in round ${round}: ${places.join('; ')}.`;
}
