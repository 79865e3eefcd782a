/** A text as the bytes of a file that it takes the place of: in the same encoding, and with the mark that stood there. */
export function encodeAs(before: Uint8Array | undefined, text: string): Buffer {
  const [a, b, c] = before ?? [];
  if (a === 0xff && b === 0xfe) return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (a === 0xfe && b === 0xff) return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return Buffer.from(a === 0xef && b === 0xbb && c === 0xbf ? `\uFEFF${text}` : text);
}
