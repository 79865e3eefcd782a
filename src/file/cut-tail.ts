const LF = 0x0a;

/**
 * The bytes of a file of lines whose writing was cut off in the middle of a character: what is not UTF-8 in the
 * last line is written out in hexadecimal, such as `<E2 80>`, so that the rest can be read and nothing is lost. Bytes that are
 * sound, or whose last line is a whole one, stay as they are.
 */
export function spellCutTail(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0 || bytes[bytes.length - 1] === LF) return bytes;
  const start = bytes.lastIndexOf(LF) + 1;
  const tail = bytes.subarray(start);
  if (isText(tail)) return bytes;
  const spelt = spell(tail);
  return isJson(spelt) ? bytes : Buffer.concat([bytes.subarray(0, start), Buffer.from(spelt)]);
}

function spell(bytes: Uint8Array): string {
  let text = '';
  let strange: { byte: string; times: number }[] = [];
  const end = () => {
    if (strange.length === 0) return;
    text += `<${strange.map(({ byte, times }) => (times > 1 ? `${byte} ×${times}` : byte)).join(' ')}>`;
    strange = [];
  };
  for (let at = 0; at < bytes.length; ) {
    const size = [1, 2, 3, 4].find((length) => isText(bytes.subarray(at, at + length)));
    if (size !== undefined && at + size <= bytes.length) {
      end();
      text += Buffer.from(bytes.subarray(at, at + size)).toString('utf8');
      at += size;
      continue;
    }
    const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const last = strange.at(-1);
    if (last?.byte === byte) last.times += 1;
    else strange.push({ byte, times: 1 });
    at += 1;
  }
  end();
  return text;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
