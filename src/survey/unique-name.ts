/** A name for an item, from a heading that may be a whole question; no other item has it. */
export function uniqueName(heading: string, names: Set<string>): string {
  const plain = heading
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^[-_]+|-+$/g, '');
  const words = /\s/.test(heading.trim()) ? plain.toLowerCase().split('-') : [plain];
  let short = '';
  for (const word of words) {
    if (short !== '' && short.length + word.length > 32) break;
    short = short === '' ? word : `${short}-${word}`;
  }
  const base = short.slice(0, 48) || 'item';
  let name = base;
  for (let number = 2; names.has(name); number++) name = `${base}-${number}`;
  names.add(name);
  return name;
}
