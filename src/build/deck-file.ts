import { createHash } from 'node:crypto';
import { paths } from '../shared/paths.ts';
import { trainerPaths } from '../shared/trainer-paths.ts';

interface Parts {
  /** The site's base path without a slash at its end. */
  base: string;
  /** The deck's script as it is served: a module that exports `start`. */
  script: string;
  /** The trainers' stylesheet. */
  style: string;
  /** Bytes of a picture by its path in the site. */
  picture: (path: string) => Uint8Array;
}

/** Files that lie beside a deck on the stick. Every other page of the site is not there, so links to them become plain words. */
const beside: Record<string, string> = { [paths.calendar]: 'nong-lich.html', [trainerPaths.disclosure]: 'ke-chuyen.html' };

/**
 * A page of slides as one file that opens from a memory stick: the script inside and started, pictures inside, the way out leading to the calendar beside it. Its own policy lets in exactly
 * this script and nothing from anywhere else.
 */
export function makeDeckFile(html: string, { base, script, style, picture }: Parts): string {
  const exported = /export\s*\{\s*([\w$]+) as start\s*\};?\s*$/.exec(script);
  if (!exported) throw new Error('The deck script does not end in the export that its file needs.');
  const run = `(function(){${script.slice(0, exported.index)};${exported[1]}(document.querySelector('[data-enhance=deck]'))})()`.replace(/<\/script/gi, '<\\/script');
  const withPictures = html
    .replace(/<source[^>]*>/g, '')
    .replace(
      /src="([^"]+\.(?:jpg|png|svg))"/g,
      (_, address: string) => `src="data:image/${address.endsWith('svg') ? 'svg+xml' : address.endsWith('png') ? 'png' : 'jpeg'};base64,${Buffer.from(picture(address.slice(base.length))).toString('base64')}"`,
    );
  return withStyle(localLinks(withPictures, base), style)
    .replace(/<script>[\s\S]*?<\/script>/, '')
    .replace(/script-src [^;]*/, () => `script-src ${sourceOf(run)}`)
    .replace(/default-src 'self'/, "default-src 'none'")
    .replace('</body>', () => `<script>${run}</script></body>`);
}

/** A page without its script, for the stick: where the way out leads, and the card for a disclosure. */
export const makeLandingFile = (html: string, base: string, style: string): string =>
  withStyle(localLinks(html, base), style)
    .replace(/<script>[\s\S]*?<\/script>/, '')
    .replace(/script-src [^;]*/, "script-src 'none'");

const sourceOf = (inline: string) => `'sha256-${createHash('sha256').update(inline).digest('base64')}'`;

/** The stylesheet that a trainers' page asks for, inside the page. */
const withStyle = (html: string, style: string): string =>
  html.includes('<link rel="stylesheet"') ? html.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`).replace(/style-src 'self'/, () => `style-src ${sourceOf(style)}`) : html;

/** Links of the site point at what lies beside the file, or are no links any more. */
function localLinks(html: string, base: string): string {
  return html.replace(/<a href="([^"]*)"/g, (whole, address: string) => {
    if (!address.startsWith('/')) return whole;
    const path = address.slice(base.length).split('#')[0] ?? '';
    const file = beside[path];
    return file ? `<a href="${file}"` : '<a';
  });
}
