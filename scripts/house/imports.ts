import { isWord, product, roomOf, type Rule } from './files';

/** Which rooms a room of lib may call. Nothing may call a room that (by any road) calls it. */
const MAY_CALL: Readonly<Record<string, readonly string[]>> = {
  'lib/base': [],
  'lib/env.ts': ['lib/base', 'lib/peak'],
  'lib/peak': ['lib/base'],
  'lib/gateway': ['lib/base', 'lib/env.ts', 'lib/peak'],
  'lib/files': ['lib/base'],
  // Sample values are judged with the same readers that later read the cells.
  'lib/mapping': ['lib/base', 'lib/repair'],
  'lib/repair': ['lib/base'],
  'lib/validation': ['lib/base', 'lib/mapping', 'lib/repair'],
  'lib/checklist': ['lib/base'],
  'lib/workspace': ['lib/base'],
  'lib/submission': ['lib/base', 'lib/peak', 'lib/workspace'],
  'lib/intake': [
    'lib/base',
    'lib/files',
    'lib/gateway',
    'lib/mapping',
    'lib/peak',
    'lib/repair',
    'lib/submission',
    'lib/validation',
    'lib/workspace',
  ],
  'lib/sandbox': ['lib/base', 'lib/peak'],
};

export const directionRule: Rule = (house) =>
  product(house, 'app/', 'pages/', 'components/', 'lib/', 'cli/').flatMap((file) => {
    const from = file.path.split('/')[0] ?? '';
    const allowed: Record<string, string[]> = {
      app: ['app', 'components', 'lib'],
      pages: ['lib'],
      components: ['components', 'lib'],
      lib: ['lib'],
      cli: ['cli', 'lib'],
    };
    return file.imports
      .filter(
        ({ to, kind }) =>
          kind === 'file' &&
          !to.endsWith('.json') &&
          !allowed[from]?.includes(to.split('/')[0] ?? '') &&
          // The terminal says what the screens say: a sentence is written once.
          !(from === 'cli' && to.startsWith('components/messages/')),
      )
      .map(
        ({ to }) =>
          `${file.path} imports ${to}: imports point one way, app → components → lib. Move what both need to lib.`,
      );
  });

const FRAMEWORK =
  /^(react|react-dom|next|lucide-react|react-aria-components|react-hook-form|@tanstack\/react-.*|@hookform\/.*)$/;

export const frameworkRule: Rule = (house) =>
  product(house, 'lib/', 'cli/').flatMap((file) =>
    file.imports
      .filter(({ to, kind }) => kind === 'package' && FRAMEWORK.test(to))
      .map(
        ({ to }) =>
          `${file.path} imports ${to}: lib knows no React and no Next. What draws belongs in components, what answers requests in app/api.`,
      ),
  );

export const roomsRule: Rule = (house) =>
  product(house, 'lib/').flatMap((file) => {
    const room = roomOf(file.path);
    const callable = MAY_CALL[room];
    if (!callable)
      return [
        `${file.path}: ${room} is no room of the house. Put it into the room whose noun it serves, or add the room to docs/architecture.md and to this rule.`,
      ];
    return file.imports
      .filter(({ to, kind }) => kind === 'file' && to.startsWith('lib/') && roomOf(to) !== room)
      .filter(({ to }) => !callable.includes(roomOf(to)) && !(isWord(to) && room !== 'lib/base'))
      .map(
        ({ to }) =>
          `${file.path} imports ${to}: ${room} may call ${callable.join(', ') || 'nobody'}. Take it in through a parameter (a port), or move the shared word to a model.`,
      );
  });

/** Tests may know both sides: they are where the two are compared. */
export const independenceRule: Rule = (house) =>
  product(house, 'app/', 'pages/', 'components/', 'lib/', 'cli/').flatMap((file) => {
    const inside = file.path.startsWith('lib/sandbox/');
    const borrowed = /^lib\/(validation\/|peak\/client)/;
    return file.imports
      .filter(({ to }) => (inside ? borrowed.test(to) : to.startsWith('lib/sandbox/')))
      .map(({ to }) =>
        inside
          ? `${file.path} imports ${to}: the sandbox judges rows by its own means, else our checks and Peak's could never differ.`
          : `${file.path} imports ${to}: the sandbox is another process; speak to it as to Peak, over HTTP.`,
      );
  });

/** Imports that lead nowhere would make every rule above blind to what they were meant to reach. */
export const reachableRule: Rule = (house) =>
  product(house, 'app/', 'pages/', 'components/', 'lib/', 'cli/').flatMap((file) =>
    file.imports
      .filter(({ to, kind }) => kind === 'file' && !house.has(to) && !to.endsWith('.json'))
      .map(({ to }) => `${file.path} imports ${to}, which is not there.`),
  );
