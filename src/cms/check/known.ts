/**
 * What the desk knows of the rest of the content, as the build writes it beside the desk. Public things only: of what
 * is not published no more than that it is there.
 */
export interface KnownFile {
  /** By kind: id, whether it is a draft, what is needed to judge who points at it, and a name to show. */
  entries: Record<string, { id: string; isDraft: boolean; name: string; data?: Record<string, unknown> }[]>;
  modules: { id: string; isDraft: boolean }[];
  media: string[];
  numbers: string[];
  buildDate: string;
}

let loaded: Promise<KnownFile> | undefined;

/** Fetches the file once; after a publish, anew. */
export function loadKnown(anew = false): Promise<KnownFile> {
  if (!loaded || anew) {
    loaded = fetch('known.json', { cache: 'no-cache' }).then((answer) => {
      if (!answer.ok) throw new Error(`known.json: ${answer.status}`);
      return answer.json() as Promise<KnownFile>;
    });
    loaded.catch(() => (loaded = undefined));
  }
  return loaded;
}

/** Ids that may be chosen, with their names. @param kind a kind of content, or `media` */
export async function knownIds(kind: string): Promise<{ id: string; name: string }[]> {
  try {
    const known = await loadKnown();
    if (kind === 'media') return known.media.map((id) => ({ id, name: '' }));
    return (known.entries[kind] ?? []).map(({ id, name }) => ({ id, name }));
  } catch {
    return []; // It is a help while typing; the id can be typed without.
  }
}
