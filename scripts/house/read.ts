import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** One import of a file. `to` is the file it leads to (from the root), or the package, or the `node:` name. */
export interface Import {
  readonly to: string;
  readonly kind: 'file' | 'package' | 'node';
  /** Erased before anything runs, so it carries neither code nor secrets. */
  readonly typeOnly: boolean;
}

export interface HouseFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Starts with the `use client` directive. */
  readonly client: boolean;
  /** Holds nothing but exports of other files' things. */
  readonly barrel: boolean;
  /** Names of the surrounding world it uses: `window`, `Date.now`, … */
  readonly worldly: readonly string[];
}

export type House = ReadonlyMap<string, HouseFile>;

const ROOMS = ['app', 'components', 'lib', 'cli', 'e2e', 'bench', 'scripts', 'public'];
const CODE = /\.(ts|tsx|mjs|mts)$/;
const WORLD = new Set(
  'window document self globalThis navigator localStorage sessionStorage indexedDB fetch XMLHttpRequest process performance setTimeout setInterval console'.split(
    ' ',
  ),
);

/** Every file under the rooms of the house, text and all. */
export function readTexts(root: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const room of ROOMS.filter((name) => existsSync(join(root, name)))) {
    for (const entry of readdirSync(join(root, room), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(root.length).replaceAll('\\', '/').replace(/^\//, '');
      texts.set(name, CODE.test(name) || name.endsWith('.md') ? readFileSync(path, 'utf8') : '');
    }
  }
  return texts;
}

/** What the rules need to know of each file, read from its syntax tree. */
export function readHouse(texts: ReadonlyMap<string, string>): House {
  const house = new Map<string, HouseFile>();
  for (const [path, text] of texts) {
    const lines = text === '' ? 0 : text.trimEnd().split('\n').length;
    if (!CODE.test(path)) {
      house.set(path, { path, lines, imports: [], client: false, barrel: false, worldly: [] });
      continue;
    }
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    house.set(path, {
      path,
      lines,
      imports: importsOf(tree, path, texts),
      client: /^\s*(\/\*[\s\S]*?\*\/\s*|\/\/.*\n\s*)*['"]use client['"]/.test(text),
      barrel: tree.statements.length > 0 && tree.statements.every(isReexport),
      worldly: worldlyNames(tree),
    });
  }
  return house;
}

function importsOf(tree: ts.SourceFile, path: string, texts: ReadonlyMap<string, string>): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteralLike(specifier))
      found.push(resolve(specifier.text, path, texts, typeOnly));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
      // `new URL('./worker.ts', import.meta.url)` is how a worker is named; other URLs lead nowhere in the house.
      if (node.arguments?.[1]?.getText() === 'import.meta.url') add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    !!named &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

function resolve(
  specifier: string,
  from: string,
  texts: ReadonlyMap<string, string>,
  typeOnly: boolean,
): Import {
  if (specifier.startsWith('node:')) return { to: specifier, kind: 'node', typeOnly };
  if (!specifier.startsWith('.') && !specifier.startsWith('@/')) {
    const words = specifier.split('/');
    return { to: words.slice(0, specifier.startsWith('@') ? 2 : 1).join('/'), kind: 'package', typeOnly };
  }
  const base = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(posix.dirname(from), specifier);
  const tries = [
    base,
    `${base}.ts`,
    `${base}.tsx`,
    `${base}.mjs`,
    `${base}/index.ts`,
    base.replace(/\.m?js$/, '.ts'),
  ];
  return { to: tries.find((name) => texts.has(name)) ?? base, kind: 'file', typeOnly };
}

const isReexport = (statement: ts.Statement): boolean =>
  ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;

/** Uses of global names that the file does not itself declare, so that a port called `fetch` is no offence. */
function worldlyNames(tree: ts.SourceFile): string[] {
  const declared = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
      ts.isIdentifier(node.name)
    ) {
      declared.add(node.name.text);
    }
    if (ts.isPropertyAccessExpression(node)) {
      const text = node.getText();
      if (text === 'Date.now' || text === 'Math.random') used.add(text);
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) {
      used.add('new Date()');
    } else if (ts.isIdentifier(node) && WORLD.has(node.text) && isReference(node)) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...used].filter((name) => !declared.has(name));
}

function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  const named = parent as ts.Node & { readonly name?: ts.Node };
  return named.name !== node || ts.isShorthandPropertyAssignment(parent);
}
