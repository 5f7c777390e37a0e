import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentGate } from './src/build/content-gate.ts';
import { desk } from './src/build/desk/index.ts';
import { fullText } from './src/build/full-text.ts';
import { headers } from './src/build/headers.ts';
import { htmlGate } from './src/build/html-gate.ts';
import { offlinePacks } from './src/build/offline/index.ts';
import { serviceWorker } from './src/build/service-worker.ts';
import { tidyPages } from './src/build/tidy-html.ts';
import { contentDir, outDir, siteUrl } from './src/shared/settings.ts';

const site = siteUrl();

// The recipe: what goes in, in the order it acts.
export default defineConfig({
  site: site.origin,
  base: site.pathname,
  outDir: outDir(),
  // Two bodies of content must not share a cache.
  cacheDir: `.cache/astro-${contentDir().replace(/[^a-z0-9]+/gi, '-')}`,
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory' },
  vite: {
    // Astro's own marker for MDX modules; the bundler's warning about it would bury an editor's real mistakes.
    build: { rolldownOptions: { onwarn: (warning, pass) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && pass(warning) } },
  },
  devToolbar: { enabled: false },
  integrations: [
    contentGate(), // stop before the first page when content has a mistake
    mdx(),
    tidyPages(), // no white space that nobody sees
    fullText(), // what a search fetches of texts that are not on the phone
    htmlGate(), // look once more, at the finished pages
    offlinePacks(), // one shell, a body a page, a pack a module
    serviceWorker(), // the worker that puts them together again
    headers(), // what hosts must send
    desk(), // the editors' desk, which no page knows of
  ],
});
