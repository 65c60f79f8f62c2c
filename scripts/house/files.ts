import type { House, HouseFile } from './read';

/** Looks at the whole house and says, file by file, what stands in the wrong place and where it belongs. */
export type Rule = (house: House) => string[];

export const isTest = ({ path }: HouseFile) => /\.(test|spec)\.(ts|tsx|mjs)$|-suite\.ts$/.test(path);
export const isCode = ({ path }: HouseFile) => /\.(ts|tsx|mjs|mts)$/.test(path);
/** Code of the product under some folders, without its tests. */
export const product = (house: House, ...roots: string[]) =>
  [...house.values()].filter(
    (file) => isCode(file) && !isTest(file) && roots.some((root) => file.path.startsWith(root)),
  );

/** First folder for most; inside lib the room: `lib/files`, `lib/env.ts`. */
export const roomOf = (path: string) =>
  path.startsWith('lib/') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? '');

/**
 * The words two rooms agree on: types, schemas, ports. Any room may speak them; what a room *does* is for the
 * rooms the table below names.
 */
export const isWord = (path: string) =>
  /^lib\/[a-z]+\/(model|contract|ports|protocol|prepared)\.ts$/.test(path) ||
  path.startsWith('lib/peak/contract/');
