import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { paths } from '../shared/paths.ts';
import { caching, clearSiteData, forPagesOnly, headerOnlyPolicy, pagelessPolicies, securityHeaders } from '../shared/policy.ts';

/**
 * Writes `_headers` (the form Cloudflare Pages and Netlify read, and our own server too) beside the pages'
 * own policy: what the pages say in a meta tag is not said again, and what only a header can say is.
 * The settings for other hosts (`hosts/`) are made from this file, so that all of them say the same.
 */
export function headers(): AstroIntegration {
  let base = '/';
  return {
    name: 'headers',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/+$/, '');
      },
      'astro:build:done': ({ dir }) => {
        const out = fileURLToPath(dir);
        if (!readFileSync(join(out, '404.html'), 'utf8').includes('http-equiv="Content-Security-Policy"')) throw new Error('404.html carries no Content-Security-Policy: the layout has changed.');
        const all = Object.entries({ 'Content-Security-Policy': headerOnlyPolicy, ...securityHeaders, 'Cache-Control': caching.afresh });
        const immutable = [
          ...['/js/*', '/css/*', '/anh/*'].map((path) => ({ path, without: ['Content-Security-Policy', ...forPagesOnly] })),
          // Plain text and JSON that only a script reads: of all these headers, only what they are is of use there, and phones fetch many.
          ...['/goi/*', '/tim/*', '/chu/*'].map((path) => ({ path, without: all.map(([name]) => name).filter((name) => !/^(?:X-Content-Type-Options|Cache-Control)$/.test(name)) })),
        ].map(({ path, without }) => `${base}${path}\n${[...without, 'Cache-Control'].map((name) => `  ! ${name}\n`).join('')}${policyOf(path)}  Cache-Control: ${caching.forGood}\n`);
        // The roots of packs and texts are the files there whose names stay while their text changes.
        const roots = ['/goi/moi.json', '/chu/moi.json'].map((path) => `${base}${path}\n  ! Cache-Control\n  Cache-Control: ${caching.afresh}\n`).join('');
        const worker = `${base}/sw.js\n  ! Content-Security-Policy\n${policyOf('/sw.js')}`;
        const clear = `${base}${paths.clear}\n  Clear-Site-Data: ${clearSiteData}\n  X-Cleared: cache\n`;
        writeFileSync(join(out, '_headers'), `${base}/*\n${all.map(([name, value]) => `  ${name}: ${value}\n`).join('')}${immutable.join('')}${worker}${roots}${clear}`);
      },
    },
  };
}

const policyOf = (path: string): string => (pagelessPolicies[path] ? `  Content-Security-Policy: ${pagelessPolicies[path]}\n` : '');
