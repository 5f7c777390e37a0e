/**
 * The house as data: which room may import from which, and which packages. Arrows point down only.
 * The contract test reads the imports of every file and compares them with this table.
 */
interface Room {
  /** Rooms it may import from, besides itself. */
  rooms: string[];
  /** Rooms it may take types from. */
  types?: string[];
  /** Packages it may import; a trailing `*` stands for anything after. */
  packages: string[];
}

const rooms: Record<string, Room> = {
  'content.config.ts': { rooms: ['schemas', 'shared'], packages: ['astro*'] },
  'rooms.ts': { rooms: [], packages: [] },
  schemas: { rooms: ['shared'], packages: ['zod'] },
  shared: { rooms: [], types: ['schemas'], packages: [] },
  lint: { rooms: ['schemas', 'shared'], packages: ['unified', 'remark-*', 'unist-util-visit', 'mdast', 'unist', 'yaml', 'zod*', 'vfile*'] },
  search: { rooms: ['shared'], packages: ['lunr*'] },
  strings: { rooms: ['schemas', 'shared'], packages: ['node:*', 'yaml'] },
  styles: { rooms: [], packages: [] },
  calendar: { rooms: ['shared', 'schemas'], packages: ['astronomy-engine'] },
  bundle: { rooms: ['shared', 'strings'], packages: ['node:*', 'esbuild', 'parse5', 'sharp'] },
  catalogue: { rooms: ['schemas', 'shared'], packages: ['astro:content'] },
  'components/ui': { rooms: ['shared'], packages: ['node:*'] },
  'components/site': { rooms: ['components/ui', 'strings', 'shared', 'catalogue', 'schemas', 'calendar', 'bundle', 'search'], packages: [] },
  'components/lesson': { rooms: ['components/ui', 'components/site', 'strings', 'shared', 'catalogue', 'schemas', 'bundle'], packages: [] },
  'components/trainer': { rooms: ['components/ui', 'components/site', 'components/lesson', 'strings', 'shared', 'catalogue', 'schemas', 'session'], packages: ['parse5', 'qr'] },
  layouts: { rooms: ['components/ui', 'components/site', 'strings', 'shared', 'bundle'], packages: [] },
  pages: { rooms: ['layouts', 'components/ui', 'components/site', 'components/lesson', 'components/trainer', 'catalogue', 'strings', 'shared', 'bundle', 'schemas', 'calendar'], packages: ['astro'] },
  session: { rooms: ['shared'], packages: [] },
  client: { rooms: ['shared', 'session', 'search'], types: ['sw'], packages: ['workbox-window', 'preact'] },
  sw: { rooms: ['shared'], packages: ['workbox-*'] },
  'cms/model': { rooms: ['schemas', 'shared', 'lint'], packages: ['yaml', 'zod'] },
  cms: { rooms: ['schemas', 'shared', 'lint', 'cms/model'], packages: ['decap-cms-*', 'desk:backend', 'desk:config', 'mammoth', 'react', 'react-dom', 'remark-*', 'slate', 'unified', 'yaml', 'zod'] },
  build: { rooms: ['lint', 'search', 'shared', 'strings', 'cms/model'], packages: ['node:*', 'astro', 'parse5', 'esbuild', 'desk:paste'] },
  // The benches stand on the laboratory that the tests stand on.
  cli: { rooms: ['build', 'search', 'shared'], packages: ['node:*', '@playwright/test', 'yaml', 'lunr*', 'minisearch', 'esbuild', 'tests/lab/*', 'tests/offline/support/*', 'tests/desk/support/forges/*'] },
};

/** The room a file stands in, or nothing when it stands in none. */
export function roomOf(file: string): string | undefined {
  const path = file.replace(/^src\//, '');
  return Object.keys(rooms)
    .sort((a, b) => b.length - a.length)
    .find((room) => path === room || path.startsWith(`${room}/`));
}

/** A sentence when `file` may not import `what` (a path from the root, or a package), else nothing. */
export function mayImport(file: string, what: string): string | undefined {
  const from = roomOf(file);
  if (!from) return undefined;
  const { rooms: open, types = [], packages } = rooms[from] as Room;
  const allowed = what.startsWith('src/') ? [from, ...open, ...types].includes(roomOf(what) ?? '') : packages.some((name) => (name.endsWith('*') ? what.startsWith(name.slice(0, -1)) : what === name || what.startsWith(`${name}/`)));
  if (allowed) return undefined;
  const list = [...open, ...types.map((room) => `${room} (types)`), ...packages, 'itself'];
  return `${file} imports ${what}; ${from} may import only: ${list.join(', ')}.`;
}
