import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isAlive } from './ancestry.mjs';
import { run } from './run.mjs';
import { ROOT } from './settings.mjs';

const FOLDERS = ['app', 'components', 'lib', 'pages', 'public'];
/** Configuration at the root that says nothing about the app, or is written by the build itself. */
const ABOUT_TESTS = /^(playwright|vitest|eslint)\.config\.|^next-env\.d\.ts$/;
const IRRELEVANT = /\.(test\.tsx?|md)$/;
const BUILDS = join('.onramp', 'builds');
const USERS = join('.onramp', 'users');

/** A name for exactly these sources: the hash over the path and content of every file that a build can see. */
export function sourcesHash(root = ROOT) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  const atRoot = readdirSync(root).filter(
    (name) => /\.(m?ts|mjs|json)$/.test(name) && !ABOUT_TESTS.test(name),
  );
  for (const file of [...FOLDERS, ...atRoot.sort()].flatMap((name) => filesUnder(join(root, name)))) {
    hash.update(`\0${relative(root, file).split(sep).join('/')}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Builds the app unless these very sources were built before, and returns the folder of the build, relative to
 * the root. Every version of the sources has its own folder: building one never pulls the files from under an
 * app that runs on another.
 */
export async function ensureBuilt() {
  const hash = sourcesHash();
  const folder = join(BUILDS, hash);
  const done = join(ROOT, folder, 'complete');
  markUsed(hash);
  if (!existsSync(done)) {
    console.log('Building the app (about half a minute, only when its sources changed) …');
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      ONRAMP_BUILD_DIR: folder,
      NEXT_TELEMETRY_DISABLED: '1',
    };
    const next = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
    const { code, output } = await run([next, 'build'], { env, quiet: true });
    if (code !== 0) throw new Error(`${output}\nThe app could not be built; the reason is above.`);
    // A file saved meanwhile may or may not be in this build, so it must not pass for either version.
    if (sourcesHash() === hash) writeFileSync(done, '');
  }
  removeUnused();
  return folder;
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = entries.map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => !IRRELEVANT.test(file)).sort();
}

function markUsed(hash) {
  mkdirSync(join(ROOT, USERS), { recursive: true });
  writeFileSync(join(ROOT, USERS, String(process.pid)), hash);
}

/** Builds that no living process of ours named. */
function removeUnused() {
  const used = new Set();
  for (const pid of readdirSync(join(ROOT, USERS))) {
    const file = join(ROOT, USERS, pid);
    if (isAlive(Number(pid))) used.add(readFileSync(file, 'utf8'));
    else rmSync(file, { force: true });
  }
  for (const name of readdirSync(join(ROOT, BUILDS))) {
    if (!used.has(name)) rmSync(join(ROOT, BUILDS, name), { recursive: true, force: true });
  }
}
