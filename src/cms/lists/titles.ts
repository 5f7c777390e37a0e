import config from 'desk:config';
import { localForage } from 'decap-cms-lib-util';
import { loadReader } from './reader.ts';
import { stubOf } from './stub.ts';

/** A file of a folder as the store lists it; `id` is the hash of its content. */
export interface ListedFile {
  path: string;
  id?: string | null;
}

/** An entry of a list, as Decap takes it. */
export interface ListedEntry {
  file: ListedFile;
  data: string;
}

type Titles = Record<string, string>;

const KEY = 'ban-bien-tap-ten-bai';
const MOST_KEPT = 5000;
/** As many files at once as Decap asks for. */
const AT_ONCE = 10;

let built: Promise<Titles> | undefined;
let kept: Promise<Titles> | undefined;

/**
 * The entries of a folder, each with its title and no more. Titles are known by the hash of the file's content: from the
 * build, which wrote down those of everything published, or from an earlier visit. Only what has changed since is read.
 * The hash comes from the store each time, so nothing that is out of date can be shown.
 *
 * @param read gives the text of a file; a file that cannot be read is listed without a title
 */
export async function entriesOf(files: ListedFile[], read: (path: string, id: string | null | undefined, how: { parseText: true }) => Promise<string>): Promise<ListedEntry[]> {
  const [fromBuild, fromHere] = await Promise.all([builtTitles(), keptTitles()]);
  const known = (id: string) => fromBuild[id] ?? fromHere[id];
  const missing = files.filter(({ id }) => !id || known(id) === undefined);
  const found = new Map<string, string>();
  const waiting = [...missing];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const { path, id } = file;
      try {
        const text = await read(path, id, { parseText: true });
        found.set(path, await titleOf(path, text));
        if (id) fromHere[id] = found.get(path) ?? '';
      } catch {
        // It is listed by its name.
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, missing.length) }, work));
  if (found.size > 0) keep(fromHere);
  return files.map((file) => ({ file, data: stubOf(found.get(file.path) ?? known(file.id ?? '') ?? '') }));
}

/** Titles of what the build found published, by hash; asked for once, with the first list or before it. */
export function builtTitles(): Promise<Titles> {
  built ??= fetch('titles.json', { cache: 'no-cache' }).then((answer) => (answer.ok ? (answer.json() as Promise<Titles>) : {}));
  // It spares reading; without it all is read.
  return built.catch(() => {
    built = undefined;
    return {};
  });
}

function keptTitles(): Promise<Titles> {
  kept ??= localForage.getItem<Titles>(KEY).then(
    (titles) => titles ?? {},
    () => ({}),
  );
  return kept;
}

/** What was read last is kept: the names of what is gone fall off at the other end. */
function keep(titles: Titles): void {
  const names = Object.keys(titles);
  for (const name of names.slice(0, Math.max(0, names.length - MOST_KEPT))) delete titles[name];
  localForage.setItem(KEY, titles).catch(() => undefined);
}

async function titleOf(path: string, text: string): Promise<string> {
  const { readEntry } = await loadReader();
  const collection = config.collections.find(({ folder }) => folder !== undefined && path.startsWith(`${folder}/`));
  const title = readEntry(text, collection?.extension ?? 'yaml')[collection?.identifier_field ?? 'title'];
  return typeof title === 'string' ? title : '';
}
