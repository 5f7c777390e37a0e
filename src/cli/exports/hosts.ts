import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caddySettings } from '../../build/hosts/caddy.ts';
import { nginxSettings } from '../../build/hosts/nginx.ts';
import type { Export } from './export.ts';

/** What a host must send, in its own words: all from the one `_headers` file of the finished site. */
export const nginx: Export = { about: 'cấu hình nginx (ra màn hình)', run: nginxSettings };
export const caddy: Export = { about: 'cấu hình Caddy (ra màn hình)', run: caddySettings };
export const headers: Export = { about: 'tệp _headers của Cloudflare Pages, Netlify (ra màn hình)', run: (out) => readFileSync(join(out, '_headers'), 'utf8') };
