import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Seasons, seasonsSchema } from '../schemas/season.ts';
import { type Strings, stringsSchema } from '../schemas/strings.ts';
import { contentDir } from '../shared/settings.ts';

type Keys = { [S in keyof Strings & string]: `${S}.${keyof Strings[S] & string}` }[keyof Strings & string];

let loaded: Strings | undefined;

/**
 * All words of the interface, read once. A missing or unknown key stops the build.
 * Another body of content (`CONTENT_DIR`) may bring words of its own; without them the portal's serve.
 */
export function strings(): Strings {
  loaded ??= stringsSchema.parse(readYaml('vi.yaml'));
  return loaded;
}

/** What farmers do in each month of the year, January first. */
export const seasons = (): Seasons['months'] => seasonsSchema.parse(readYaml('nong-lich.yaml')).months;

function readYaml(name: string): unknown {
  const own = join(contentDir(), 'strings', name);
  return parse(readFileSync(existsSync(own) ? own : join('content', 'strings', name), 'utf8'));
}

/**
 * One piece of interface text by its dotted key, with `{name}` parts filled in.
 * Throws when the key does not exist or a part is missing: a blank button must never reach a reader.
 */
export function t(key: Keys, parts: Record<string, string | number> = {}): string {
  const [section = '', name = ''] = key.split('.');
  const text = (strings() as Record<string, Record<string, string>>)[section]?.[name];
  if (text === undefined) throw new Error(`content/strings/vi.yaml: thiếu câu chữ "${key}".`);
  return text.replace(/\{(\w+)\}/g, (_, part: string) => {
    const value = parts[part];
    if (value === undefined) throw new Error(`content/strings/vi.yaml: "${key}" cần phần {${part}}.`);
    return String(value);
  });
}
