import { createLibrary, type Library, type TextsName } from '../search/online.ts';

/**
 * Fetches, of the full text of everything, the parts that one search needs (`src/search/online.ts`). They stay in memory until
 * the page is left, and no copy of them stays in the browser: which ones were asked for tells something of what was typed.
 */
declare const __BASE__: string;

let library: Library | undefined;

/**
 * @param terms what to look for, what tells most first
 * @returns a shelf for the searching thread; nothing when nothing new came
 */
export async function reach(terms: string[]): Promise<string | undefined> {
  if (!library) {
    const [version, shards] = await load<TextsName>('/chu/moi.json');
    library = createLibrary(shards, (name) => load(`/chu/${version}-${name}.json`));
  }
  const shelf = await library.ask(terms);
  return shelf && JSON.stringify(shelf);
}

async function load<T>(path: string): Promise<T> {
  const response = await fetch(__BASE__ + path, { cache: 'no-store' });
  if (!response.ok) throw new Error(path);
  return response.json();
}
