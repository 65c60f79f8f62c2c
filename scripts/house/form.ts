import { basename, dirname, extname } from 'node:path/posix';
import type { HouseFile } from './read';
import { isCode, isTest, isWord, product, type Rule } from './files';

export const vocabularyRule: Rule = (house) =>
  [...house.values()].flatMap((file) => {
    const { path } = file;
    const problems: string[] = [];
    const words = path.split('/').map((word) => word.replace(/\..*$/, ''));
    const drawer = words.find((word) => /^(utils?|helpers?|hooks?|types|common|misc|shared)$/.test(word));
    if (drawer)
      problems.push(
        `${path}: "${drawer}" is a drawer. Name the file after the noun it serves or the verb it is, and put it beside that.`,
      );
    const crooked = path
      .split('/')
      .find(
        (word) => !/^(\[[a-z]+\]|\([a-z-]+\)|README\.md|[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*)$/.test(word),
      );
    if (crooked) problems.push(`${path}: "${crooked}" is not kebab-case.`);
    if (isCode(file) && (/^index\./.test(basename(path)) || file.barrel)) {
      problems.push(
        `${path}: no barrels. Import the file that holds the thing; cycles and accidental browser bundles arrive through barrels.`,
      );
    }
    if (path.startsWith('public/') && isCode(file)) problems.push(`${path}: public holds no code.`);
    if (
      path.startsWith('lib/base/') &&
      !/^lib\/base\/(brand|clock|errors|ids|result|README)(\.test)?\.(ts|md)$/.test(path)
    ) {
      problems.push(`${path}: lib/base is a closed list. It belongs to the noun it serves.`);
    }
    return problems;
  });

const TABLES_OF_DATA = /^(lib\/peak\/models|components\/messages)\//;

/** In lines. Tests, vocabularies, data models and sentences are looked up rather than followed; still 300 at most. */
function limitOf(file: HouseFile): number {
  const { path } = file;
  if (isTest(file) || isWord(path) || TABLES_OF_DATA.test(path) || path.startsWith('e2e/')) return 300;
  if (/^(app|pages)\//.test(path)) return 40;
  if (path.startsWith('components/') && extname(path) === '.tsx') return 150;
  return /^(components|lib|scripts|bench|e2e|cli)\//.test(path) ? 200 : 300;
}

export const sizeRule: Rule = (house) =>
  [...house.values()].filter(isCode).flatMap((file) => {
    const limit = limitOf(file);
    const advice = /^(app|pages)\//.test(file.path)
      ? 'Only routing lives here: what it does belongs in components or lib.'
      : 'Find the two things it does and give each a file.';
    return file.lines > limit
      ? [`${file.path} has ${file.lines} lines, ${limit} are allowed. ${advice}`]
      : [];
  });

export const readmeRule: Rule = (house) => {
  const rooms = new Set(
    product(house, 'lib/')
      .map(({ path }) => dirname(path).split('/').slice(0, 2).join('/'))
      .filter((room) => room !== 'lib'),
  );
  const missing = [...rooms].filter((room) => !house.has(`${room}/README.md`));
  const long = [...house.values()].filter(
    ({ path, lines }) => path.startsWith('lib/') && path.endsWith('.md') && lines > 40,
  );
  return [
    ...missing.map(
      (room) =>
        `${room} has no README.md: say what it promises, its invariants and why, in at most 40 lines.`,
    ),
    ...long.map(({ path, lines }) => `${path} has ${lines} lines, 40 are allowed.`),
  ];
};
