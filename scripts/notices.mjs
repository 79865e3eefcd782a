// The licences of the packages whose code is in a bundle, as their authors ask for it to be shipped.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root folder with node_modules/ in it
 * @param {import('esbuild').Metafile} metafile
 * @returns {string}
 * @throws an Error when a bundled package has neither a licence file nor a licence in its package.json
 */
export function notices(root, metafile) {
  const folders = new Set(
    Object.values(metafile.outputs)
      .flatMap(({ inputs }) => Object.keys(inputs))
      .flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  return [...folders]
    .sort()
    .map((folder) => notice(join(root, folder)))
    .join(`\n${'-'.repeat(72)}\n\n`);
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  /** @type {string | undefined} */
  const stated = license ?? licenses?.map((/** @type {{type: string}} */ { type }) => type).join(' or ');
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file === undefined && !stated) throw new Error(`${name} states no licence`);
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version} (${stated ?? 'see below'})\n${text && `\n${text}\n`}`;
}
