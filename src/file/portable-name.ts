/** Characters that Windows has no files with, and those that cannot be seen or turn text around. */
const REFUSED = /[/\\<>:"|?*\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

/** Names that Windows keeps for devices, with any ending and in any case. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?$/iu;

const LONGEST = 100;

/** In UTF-8; with the ending `.jsonl` and a temporary one, what file systems take at most is 255. */
const MOST_BYTES = 200;

/** True for a name that Windows keeps for a device. */
export const isDevice = (name: string): boolean => DEVICE.test(name);

/**
 * Why a name cannot be that of a file or a folder on every system, in words that go on from the name: `has the
 * character "/", which …`. Undefined for a name that can.
 */
export function unportable(name: string): string | undefined {
  if (name.trim() === '') return 'is empty';
  if (name === '.' || name === '..') return 'stands for a folder';
  const [character] = REFUSED.exec(name) ?? [];
  if (character !== undefined) {
    return /[ -~]/.test(character)
      ? `has ${character === '"' ? 'a quotation mark' : `"${character}"`} in it`
      : 'has a character in it that cannot be seen';
  }
  if (name.trim() !== name) return 'begins or ends with a space';
  if (name.startsWith('.')) return 'begins with a dot, as hidden files do';
  if (name.endsWith('.')) return 'ends with a dot';
  if (isDevice(name)) return 'is a name that Windows keeps for a device';
  if ([...name].length > LONGEST) return `has more than ${LONGEST} characters`;
  if (Buffer.byteLength(name) > MOST_BYTES) return `takes more than ${MOST_BYTES} bytes`;
  return undefined;
}
