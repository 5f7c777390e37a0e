/** Whether the form that is open is that of this entry: what was asked for one may come when somebody has gone on to another. */
export function isOpen(collection: string, slug: string): boolean {
  const [place = ''] = location.hash.split('?');
  return place === `#/collections/${collection}/entries/${slug}` || place === `#/collections/${collection}/entries/${encodeURIComponent(slug)}`;
}
