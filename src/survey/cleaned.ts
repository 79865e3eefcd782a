/** A text as texts are kept: without spaces around it, in NFC. */
export function cleaned(bytes: Uint8Array, from: number, to: number): Uint8Array<ArrayBuffer> {
  return encoder.encode(decoder.decode(bytes.subarray(from, to)).trim().normalize('NFC'));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
