/** A time as transcripts write it: hours are optional, a fraction has one to three digits. */
export const TIME = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;

const PARTS = /^(?:(\d+):)?(\d+):(\d{2})(?:[.,](\d{1,3}))?$/;

/** Milliseconds; `1:02` is a minute and two seconds. Undefined for anything else, and for 60 seconds or more. */
export function parseTime(text: string): number | undefined {
  const parts = PARTS.exec(text);
  if (!parts) return undefined;
  const [hours, minutes, seconds] = [Number(parts[1] ?? 0), Number(parts[2]), Number(parts[3])];
  if (seconds > 59 || (parts[1] !== undefined && minutes > 59)) return undefined;
  const fraction = parts[4] === undefined ? 0 : Number(parts[4].padEnd(3, '0'));
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction;
}

/** `00:01:02`, or `00:01:02.500` where there are milliseconds; hours have two digits or more. */
export function formatTime(milliseconds: number): string {
  const whole = Math.round(milliseconds);
  const [seconds, fraction] = [Math.floor(whole / 1000), whole % 1000];
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return fraction === 0 ? time : `${time}.${String(fraction).padStart(3, '0')}`;
}
