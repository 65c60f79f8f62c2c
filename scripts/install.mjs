import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './run.mjs';
import { ROOT } from './settings.mjs';

/**
 * The first package that the lock file wants and `node_modules` lacks or holds in another version, or null.
 * npm keeps a record of what it really put there, written last, so an interrupted install shows as missing.
 */
export function firstMissing(root = ROOT) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'node_modules';
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(record);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue;
    const there = installed[path];
    // Optional packages are for other machines than this one as often as not.
    if (there ? there.version !== entry.version : !entry.optional && !entry.devOptional) return path;
  }
  return null;
}

/** Installs exactly what the lock file says, when something of it is missing. Throws a sentence when that fails. */
export async function ensureInstalled() {
  const missing = firstMissing();
  if (missing === null) return;
  console.log(
    missing === 'node_modules'
      ? 'Installing packages (once, about a minute) …'
      : `Installing packages: ${missing} is not as the lock file says …`,
  );
  // With the development packages even where the environment says production: the build needs TypeScript.
  const { code } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code !== 0) {
    throw new Error(
      'The packages could not be installed; npm says why above. It needs a way to an npm registry ' +
        '(https://registry.npmjs.org or the mirror your npm is set to) and about 1 GB of disk.',
    );
  }
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}
