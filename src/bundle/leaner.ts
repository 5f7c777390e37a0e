import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Methods of lunr that nothing here calls. They hang on prototypes, where no bundler can tell that they are not needed. */
const unused = ['Index.prototype.search', 'Index.prototype.toJSON', 'Index.load', 'Builder.prototype.use', 'Builder.prototype.createTokenSet', 'Vector.prototype.toArray', 'Vector.prototype.toJSON'];

/** Takes the unused methods out of lunr's files while bundling: each is a statement of its own that ends with a brace at the margin. */
export const leaner: Plugin = {
  name: 'leaner',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules\/lunr\/lib\/\w+\.js$/ }, async ({ path }) => ({ contents: unused.reduce(without, await readFile(path, 'utf8')), loader: 'js' }));
  },
};

const without = (code: string, name: string): string => code.replace(new RegExp(`^lunr\\.${name.replaceAll('.', '\\.')} = function[^]*?^}$`, 'm'), '');
