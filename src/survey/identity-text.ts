import type { Identity } from './identity-heading.ts';

/** What in a cell may say who a respondent is; undefined where nothing is told from its form. */
export function identityIn(text: string): Identity | undefined {
  if (EMAIL.test(text)) return 'e-mail';
  if (IP4.test(text) || (text.includes(':') && IP6.test(text))) return 'IP address';
  if (COORDINATES.test(text)) return 'coordinates';
  if (HANDLE.test(text)) return 'contact details';
  return PHONE.test(text) || LOCAL_PHONE.test(text) ? 'phone' : undefined;
}

/** What more than half of some cells hold that identifies people, blank ones left out. */
export function identityAmong(cells: readonly string[]): Identity | undefined {
  const counts = new Map<Identity, number>();
  for (const cell of cells) {
    const found = identityIn(cell);
    if (found) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].find(([, times]) => times * 2 > cells.length)?.[0];
}

/** An address anywhere in the text. */
const EMAIL = /[\p{L}\p{N}._%+-]@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
const IP4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const IP6 = /^(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}$/i;
const COORDINATES = /^[-+]?\d{1,3}\.\d{3,}\s*[,; ]\s*[-+]?\d{1,3}\.\d{3,}(?:\s.*)?$/;
/** With a country code, anywhere in the text; without one, as the whole of it. */
const PHONE = /(?<![\d+])\+\d[\d\s().-]{7,18}\d|^00\d[\d\s().-]{7,18}\d$/;
const LOCAL_PHONE = /^(?=(?:\D*\d){9,12}\D*$)\(?0[1-9]\d{0,4}\)?(?:[\s/.-]+\d{2,})+$/;
const HANDLE = /^@[\p{L}\p{N}_.]{2,30}$/u;
