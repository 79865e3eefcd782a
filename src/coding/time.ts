const iso = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** True for a date and time with its zone, in ISO 8601. Engines take the 30th of February for a day; it is none. */
export function isTime(value: string): boolean {
  const [, year, month, day] = iso.exec(value) ?? [];
  if (year === undefined || Number.isNaN(Date.parse(value))) return false;
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
}

/** Below 0 where `a` is before `b`; moments that are the same are told apart by their spelling. */
export function compareTimes(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b) || compareText(a, b);
}

/** By code unit, the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
