import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, type Element, type PageFile } from './html.ts';

/** Attributes that name an address. */
const names = ['href', 'src', 'poster', 'action', 'data'];

/** Every address a page names, as it is written. */
export function addressesOf(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    const plain = names.flatMap((name) => attribute(element, name) ?? []);
    const sets = ['srcset', 'imagesrcset'].flatMap((name) => (attribute(element, name) ?? '').split(',').flatMap((part) => part.trim().split(/\s+/)[0] || []));
    return [...plain, ...sets];
  });
}

/**
 * Addresses that lead nowhere: no file behind them, or no place on the page with that name. Addresses of other sites,
 * numbers to call and drawings written into the page are not looked at.
 *
 * @param base the path the site lives under, with slashes at both ends
 */
export function deadLinks(pages: PageFile[], dir: string, base = '/'): string[] {
  const ids = new Map(pages.map((page) => [page.path, new Set(page.elements.flatMap((element) => attribute(element, 'id') ?? []))]));
  return pages.flatMap((page) =>
    addressesOf(page.elements).flatMap((address) => {
      const here = new URL(base + page.path.slice(1), 'https://site.invalid');
      const url = new URL(address, here);
      if (url.origin !== here.origin || /^[a-z]+:/i.test(address)) return [];
      if (!url.pathname.startsWith(base)) return [`${page.path} → ${address}: outside ${base}`];
      const path = decodeURIComponent(url.pathname.slice(base.length - 1));
      const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
      if (!existsSync(file) || !statSync(file).isFile()) return [`${page.path} → ${address}: there is no such file`];
      const place = decodeURIComponent(url.hash.slice(1));
      if (place && !ids.get(path)?.has(place)) return [`${page.path} → ${address}: that page has no such place`];
      return [];
    }),
  );
}
