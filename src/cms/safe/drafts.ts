/**
 * What somebody was writing and has not saved, kept on this machine: one item of localStorage a text,
 *
 *     "ban-bien-tap/lessons/a1-1": { "collection": "lessons", "slug": "a1-1", "title": "…", "text": "---\n…", "base": "---\n…", "at": 1795490000000 }
 *
 * Written at every pause of the keys and when the page goes away, synchronously, so that a killed tab loses nothing.
 * Taken away when the text has been saved, or when its writer throws it away.
 */
export interface Draft {
  collection: string;
  /** The entry's id; absent for an entry that was never saved. */
  slug?: string;
  title: string;
  /** The file as it would have been saved. */
  text: string;
  /** The file as it was when writing began: tells whether somebody else has changed it since. */
  base?: string;
  /** When, in milliseconds since 1970. */
  at: number;
}

const PREFIX = 'ban-bien-tap/';

/** The name a draft is kept under. @param fresh tells one new entry from another */
export const draftKey = (collection: string, slug: string | undefined, fresh: string): string => `${PREFIX}${collection}/${slug ?? `*${fresh}`}`;

/** Keeps a draft. @returns false when the browser lets nothing be kept */
export function keepDraft(key: string, draft: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a draft. */
export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is closed: nothing is kept either.
  }
}

/** The draft kept under a name, when it is sound. */
export function readDraft(key: string): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    return draft && typeof draft.text === 'string' && typeof draft.collection === 'string' ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** All drafts on this machine, the newest first. */
export function listDrafts(): { key: string; draft: Draft }[] {
  let keys: string[] = [];
  try {
    keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    // As above.
  }
  return keys
    .flatMap((key) => {
      const draft = readDraft(key);
      return draft ? [{ key, draft }] : [];
    })
    .sort((a, b) => b.draft.at - a.draft.at);
}
