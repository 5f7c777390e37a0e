import { collectKnown } from '../../lint/index.ts';
import { buildDate, contentDir } from '../../shared/settings.ts';
import { readContent } from '../read-content.ts';

/** What is needed of an entry to judge who points at it; everything else stays where it is. */
const needed = ['title', 'name', 'term', 'synonyms', 'class', 'confidence', 'status', 'basis', 'checkAgainBy', 'safety', 'local', 'modules', 'youth'];

/**
 * What the desk must know of the whole content to check one entry: ids and the few fields on which the rules depend.
 * Of drafts, of numbers that nobody has confirmed and of facts that are not sure the text stays away: this file is as
 * public as the site.
 */
export function knownFile(): unknown {
  const { files, media } = readContent(contentDir());
  const known = collectKnown(files, { buildDate: buildDate(), media });
  const entries = Object.fromEntries(
    Object.entries(known.entries).map(([kind, map]) => [
      kind,
      [...map.values()].map(({ id, isDraft, data }) => {
        const all = (data ?? {}) as Record<string, unknown>;
        const isPublic = isPublicEntry({ isDraft, data });
        const name = isPublic ? String(all['title'] ?? all['name'] ?? all['term'] ?? '') : '';
        // How the portal speaks is needed whole: the rules are in it.
        const fields = kind === 'style' ? Object.keys(all) : needed;
        const kept = fields.filter((field) => all[field] !== undefined && (isPublic || ['class', 'confidence', 'status', 'basis'].includes(field))).map((field) => [field, all[field]]);
        return { id, isDraft, name, ...(data !== undefined && { data: { basis: [], synonyms: [], title: '', name: '', term: '', ...Object.fromEntries(kept) } }) };
      }),
    ]),
  );
  return { entries, modules: [...known.modules].map(([id, { isDraft }]) => ({ id, isDraft })), media: [...known.media], numbers: [...known.numbers], buildDate: known.buildDate };
}

/** Whether an entry may be named in a file that anybody can read. */
export function isPublicEntry({ isDraft, data }: { isDraft: boolean; data?: unknown }): boolean {
  const { confidence, status } = (data ?? {}) as Record<string, unknown>;
  return !isDraft && confidence !== 'unverified' && status !== 'waiting';
}
