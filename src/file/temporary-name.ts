import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';

/** A name beside the target that nobody else takes: other processes and other calls have their own. */
export function temporaryName(target: string): string {
  return nameBeside(target, 'new');
}

/** The same for what the target was before. */
export function backupName(target: string): string {
  return nameBeside(target, 'old');
}

/** What a name says when it is one of these; undefined when it is not. */
export function parseTemporaryName(name: string): { pid: number; kind: 'new' | 'old' } | undefined {
  const [, pid, kind] = /^\..*\.(\d+)\.[0-9a-f]{8}\.(new|old)\.emic-tmp$/s.exec(name) ?? [];
  return kind === 'new' || kind === 'old' ? { pid: Number(pid), kind } : undefined;
}

function nameBeside(target: string, kind: 'new' | 'old'): string {
  // Long names are cut, since a file system refuses names of more than 255 bytes.
  const name = basename(target).slice(0, 50);
  const own = `${process.pid}.${randomBytes(4).toString('hex')}`;
  return join(dirname(target), `.${name}.${own}.${kind}.emic-tmp`);
}
