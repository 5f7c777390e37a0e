import type { KnownIds } from '../../lint/index.ts';
import { type Kind, kindNames } from '../../lint/kinds.ts';
import type { KnownFile } from './known.ts';

/** What the desk knows of the rest of the content, as the checker takes it. */
export function toKnownIds(known: KnownFile): KnownIds {
  const entries = Object.fromEntries(kindNames.map((kind: Kind) => [kind, new Map((known.entries[kind] ?? []).map((entry) => [entry.id, entry]))]));
  return {
    entries: entries as unknown as KnownIds['entries'],
    modules: new Map(known.modules.map((module) => [module.id, module])),
    media: new Set(known.media),
    numbers: new Set(known.numbers),
    buildDate: known.buildDate,
  };
}
