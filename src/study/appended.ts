import { createHash } from 'node:crypto';

/**
 * True where a text with this short hash is the beginning of the body, up to a label: then nothing was put into it, and
 * all its positions hold. Takes one hash of the body for all of them.
 */
export function beginningsOf(body: string): (shortHash: string) => boolean {
  let hashes: Set<string> | undefined;
  return (shortHash) => {
    hashes ??= hashesAtLabels(body);
    return hashes.has(shortHash);
  };
}

function hashesAtLabels(body: string): Set<string> {
  const found = new Set<string>();
  const hash = createHash('sha256');
  let hashed = 0;
  for (let at = body.indexOf('\n\n**'); at !== -1; at = body.indexOf('\n\n**', at + 1)) {
    hash.update(body.slice(hashed, at + 1));
    hashed = at + 1;
    found.add(hash.copy().digest('hex').slice(0, 8));
  }
  return found;
}
