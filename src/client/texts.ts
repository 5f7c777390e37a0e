import { createLibrary, type Library } from '../search/online.ts';

/**
 * Fetches, of the full text of everything, the parts that one search needs (`src/search/online.ts`). They stay in memory until
 * the page is left, and no copy of them stays in the browser: which ones were asked for tells something of what was typed.
 */
declare const __BASE__: string;

let library: Library | undefined;

/**
 * @param texts name and number of the parts, as the form has them: `1a2b3c4d-900`
 * @param terms what to look for, what tells most first
 * @returns a shelf for the searching thread; nothing when nothing new came, without a network, or where data is to be saved
 */
export async function reach(texts: string | undefined, terms: string[]): Promise<string | undefined> {
  const { connection, onLine } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!texts || !onLine || (connection && connection.saveData)) return undefined;
  const [version, shards] = texts.split('-');
  library = library || createLibrary(Number(shards), (name) => load(`/chu/${version}-${name}.json`));
  const shelf = await library.ask(terms);
  return shelf && JSON.stringify(shelf);
}

async function load<T>(path: string): Promise<T> {
  const response = await fetch(__BASE__ + path, { cache: 'no-store' });
  if (!response.ok) throw new Error(path);
  return response.json();
}
