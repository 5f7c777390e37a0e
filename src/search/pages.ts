import { paths } from '../shared/paths.ts';
import type { Entry } from './shelf.ts';

/** A found text with what the results need besides. */
export interface PageEntry extends Entry {
  /** Its words are shown to nobody who has not opened it: heavy lessons go by their neutral name. */
  isQuiet?: boolean;
}

/** Pages that only lead to others, or say nothing of the subject. */
const LISTS = [paths.home, paths.courses, paths.quizzes, paths.scenarios, paths.me, paths.offline, paths.search, paths.calendar];
/** Beginnings of addresses of more such pages; what a lesson has to send on, and what trainers project and print, is the lesson once more. */
const LISTS_UNDER = ['/khoa-hoc/', '/hoc-phan/', '/gui/', '/tap-huan/'];

/** Parts of a page that are one find each, by page: the mark before each part and its id. */
const PARTS: Record<string, RegExp> = {
  [paths.glossary]: /<div id="([^"]+)"><dt>/,
  [paths.facts]: /<article class="fact" id="([^"]+)">/,
  [paths.help]: /<div class="contact" id="([^"]+)">/,
};

/**
 * The entries of a finished page, from its body as the offline form holds it (head and main). The glossary, the facts
 * and the numbers are many finds on one page; every other page is one.
 *
 * @param path root-relative, without the base
 */
export function entriesOf(path: string, body: string): PageEntry[] {
  if (LISTS.indexOf(path) >= 0 || LISTS_UNDER.some((start) => path.indexOf(start) === 0)) return [];
  const mark = PARTS[path];
  if (mark) return partsOf(path, body, mark);
  const name = textOf((/<title>([^<]*)/.exec(body) || ['', ''])[1] as string).replace(/ – [^–]*$/, '');
  const isQuiet = body.indexOf('<details class="gate">') > 0;
  const main = body.slice(body.indexOf('\u0000') + 1).replace(/<nav[^]*?<\/nav>/g, ' ');
  const title = textOf((/<h1[^>]*>([^]*?)<\/h1>/.exec(main) || ['', ''])[1] as string);
  const key = all(/<h2[^>]*>([^]*?)<\/h2>/g, main)
    .map(textOf)
    .join('. ');
  const entry: PageEntry = { id: path, title: isQuiet || !title ? name : title, key, body: textOf(main.replace(/<h1[^]*?<\/h1>/, ' ')) };
  if (isQuiet) entry.isQuiet = true;
  return [entry];
}

/** The shelf that a page's entries stand on: lessons of a module share the beginning of their id, everything else stands together. */
export const shelfOf = (path: string): string => (/^\/(?:bai-hoc|trac-nghiem|tinh-huong)\/([^/]+?)(?:-[^-/]*)?\/$/.exec(path) || ['', '-'])[1] as string;

function partsOf(path: string, body: string, mark: RegExp): PageEntry[] {
  // Splitting by a mark with a group gives: before, id, part, id, part…
  const pieces = body.split(mark);
  const entries: PageEntry[] = [];
  for (let at = 1; at < pieces.length; at += 2) {
    const part = (pieces[at + 1] as string).replace(/<\/section>[^]*/, '');
    const title = /^([^]*?)<\/(?:dt|h3|strong)>/.exec(part);
    const name = title ? textOf((title[1] as string).replace(/<small>[^]*?<\/small>/, '').replace(/^[^]*<strong>/, '')) : '';
    entries.push({ id: `${path}#${pieces[at]}`, title: name, body: textOf(title ? part.slice(title[0].length) : part) });
  }
  return entries;
}

const all = (pattern: RegExp, text: string): string[] => {
  const found: string[] = [];
  text.replace(pattern, (_, inner: string) => {
    found.push(inner);
    return '';
  });
  return found;
};

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** The words that a piece of our own HTML shows. */
const textOf = (html: string): string =>
  html
    .replace(/<(?:svg|button|select)[^]*?<\/(?:svg|button|select)>/g, ' ')
    .replace(/<\/?(?:b|i|a|strong|em|small|span)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] || whole)
    .replace(/\s+/g, ' ')
    .trim();
