import type { House, HouseFile } from './read';
import { product, type Rule } from './files';

const PURE = /^lib\/(files|mapping|validation|repair|checklist|submission)\//;
/** Rooms with one worldly corner: where a journal is kept, and the clock that tests turn by hand. */
const WORLDLY_CORNER = /^lib\/submission\/(journal\/|simulated-clock\.ts)/;
const PURE_PACKAGES = ['zod', 'papaparse', 'lossless-json'];

export const purityRule: Rule = (house) =>
  product(house, 'lib/')
    .filter(({ path }) => PURE.test(path) && !WORLDLY_CORNER.test(path))
    .flatMap((file) => {
      const advice =
        'This room is pure: let the world come in through a parameter (see lib/base/clock.ts, lib/submission/ports.ts).';
      const own = file.worldly.map((name) => `${file.path} uses ${name}. ${advice}`);
      const foreign = file.imports
        .filter(({ to, kind, typeOnly }) => !typeOnly && kind !== 'file' && !PURE_PACKAGES.includes(to))
        .map(({ to }) => `${file.path} imports ${to}. ${advice}`);
      const through = valueImports(house, file)
        .filter(({ worldly }) => worldly.length > 0)
        .map((next) => `${file.path} imports ${next.path}, which uses ${next.worldly.join(', ')}. ${advice}`);
      return [...own, ...foreign, ...through];
    });

/** The part of the gateway that both ends may load; the rest of the room answers requests and holds the token. */
const GATEWAY_IN_BROWSER =
  /^lib\/gateway\/(contract|browser|send-rows|send-batches|batch-frames|ask-ledger|patience|failure|json|no-eval)\.ts$/;
const SERVER_PACKAGES = ['pino', 'iron-session', '@duckdb/node-api', 'ioredis', 'server-only', 'tsx'];

function servesOnly(file: HouseFile): string | null {
  const { path } = file;
  if (path === 'lib/env.ts') return 'the environment of the server';
  if (path.startsWith('lib/peak/client')) return 'the client that holds the token';
  if (path.startsWith('lib/sandbox/')) return 'the sandbox';
  if (path.startsWith('lib/gateway/') && !GATEWAY_IN_BROWSER.test(path)) return "the gateway's server side";
  const foreign = file.imports.find(
    ({ to, kind, typeOnly }) => !typeOnly && (kind === 'node' || SERVER_PACKAGES.includes(to)),
  );
  return foreign ? `a user of ${foreign.to}` : null;
}

export const secrecyRule: Rule = (house) => {
  const inBrowser = product(house, 'app/', 'components/', 'lib/').filter(
    ({ path, client }) => client || path.startsWith('components/') || /^lib\/(intake|workspace)\//.test(path),
  );
  return inBrowser.flatMap((start) => {
    const chain = roadTo(house, start, (file) => servesOnly(file) !== null);
    if (!chain) return [];
    const end = house.get(chain.at(-1) ?? '');
    return [
      `${chain.join(' → ')}: the browser would load ${end ? servesOnly(end) : ''}. Ask our own server for it (lib/gateway/browser.ts), or import the type only.`,
    ];
  });
};

function valueImports(house: House, file: HouseFile): HouseFile[] {
  return file.imports
    .filter(({ kind, typeOnly }) => kind === 'file' && !typeOnly)
    .flatMap(({ to }) => house.get(to) ?? []);
}

/** The shortest chain of value imports from one file to the first that fits, both ends included. */
function roadTo(house: House, start: HouseFile, fits: (file: HouseFile) => boolean): string[] | null {
  const from = new Map<string, string | null>([[start.path, null]]);
  const queue = [start];
  for (let file = queue.shift(); file; file = queue.shift()) {
    if (fits(file)) {
      const chain: string[] = [];
      for (let at: string | null = file.path; at !== null; at = from.get(at) ?? null) chain.unshift(at);
      return chain;
    }
    for (const next of valueImports(house, file)) {
      if (from.has(next.path)) continue;
      from.set(next.path, file.path);
      queue.push(next);
    }
  }
  return null;
}
