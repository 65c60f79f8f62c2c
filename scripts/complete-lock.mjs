import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ROOT } from './settings.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
];

/**
 * Optional packages that some package of the lock file wants and the lock file does not hold, name to version.
 * `npm ci` refuses such a file ("not in sync"). npm leaves them out when the registry it asks does not have them,
 * which with mirrors is common for the binaries of systems that nobody behind the mirror uses.
 */
export function leftOut(lock) {
  const missing = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const found = [`${path}/node_modules/${name}`, `node_modules/${name}`].some(
        (place) => place in lock.packages,
      );
      if (!found) missing.set(name, { version, license: entry.license, dev: entry.dev });
    }
  }
  return missing;
}

/** What npm would have written: by the naming all of them follow, the name says the machine it is for. */
export function entryFor(name, { version, license, dev }) {
  const words = name.split('/').at(-1).split('-');
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor = words.find((word) => PROCESSORS.includes(word));
  const libc = words.includes('musl') ? 'musl' : system === 'linux' && words.includes('gnu') ? 'glibc' : null;
  if (!processor || !/^\d/.test(version))
    throw new Error(`Cannot tell which machine ${name}@${version} is for.`);
  return {
    version,
    cpu: [processor],
    ...(libc && { libc: [libc] }),
    ...(dev && { dev }),
    ...(license && { license }),
    optional: true,
    ...(system && { os: [system] }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
  const missing = leftOut(lock);
  for (const [name, wanted] of missing) lock.packages[`node_modules/${name}`] = entryFor(name, wanted);
  // The order npm writes, so that its next change is a small one.
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.size} optional packages added to package-lock.json`);
}
