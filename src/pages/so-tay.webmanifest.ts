import type { APIRoute } from 'astro';
import { withBase } from '../shared/paths.ts';
import { t } from '../strings/index.ts';

/** What the phone shows when the site is put on its home screen: a neutral name and picture. */
export const GET: APIRoute = () => {
  const url = (path: string) => withBase(path, import.meta.env.BASE_URL);
  const body = {
    id: url('/'),
    name: t('site.name'),
    short_name: t('site.shortName'),
    lang: 'vi',
    start_url: url('/'),
    scope: url('/'),
    display: 'standalone',
    background_color: '#fbf7ee',
    theme_color: '#1d3468',
    icons: [192, 512].map((size) => ({ src: url(`/bieu-tuong-${size}.png`), sizes: `${size}x${size}`, type: 'image/png', purpose: 'any maskable' })),
  };
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/manifest+json; charset=utf-8' } });
};
