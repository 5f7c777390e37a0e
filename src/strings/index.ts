import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Seasons, seasonsSchema } from '../schemas/season.ts';
import { type Strings, stringsSchema } from '../schemas/strings.ts';
import { type TrainerStrings, trainerStringsSchema } from '../schemas/trainer-strings.ts';
import { contentDir } from '../shared/settings.ts';

type Keys = { [S in keyof Strings & string]: `${S}.${keyof Strings[S] & string}` }[keyof Strings & string];

/** Keys of the trainers' words: those of one line, and those that are lists. */
type TrainerKeys<Value> = { [S in keyof TrainerStrings & string]: { [K in keyof TrainerStrings[S] & string]: TrainerStrings[S][K] extends Value ? `${S}.${K}` : never }[keyof TrainerStrings[S] & string] }[keyof TrainerStrings & string];

let loaded: Strings | undefined;
let trainers: TrainerStrings | undefined;

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

/** The words of the trainers' pages and scripts. */
export function trainerStrings(): TrainerStrings {
  trainers ??= trainerStringsSchema.parse(readYaml('tap-huan.yaml'));
  return trainers;
}

/** One piece of a trainer's page by its dotted key, like {@link t}. */
export function tt(key: TrainerKeys<string>, parts: Record<string, string | number> = {}): string {
  return fillIn(String(trainerValue(key)), parts, `content/strings/tap-huan.yaml: "${key}"`);
}

/** A list of lines of a trainer's page by its dotted key. */
export const ttLines = (key: TrainerKeys<string[]>): string[] => trainerValue(key) as string[];

function trainerValue(key: string): unknown {
  const [section = '', name = ''] = key.split('.');
  return (trainerStrings() as Record<string, Record<string, unknown>>)[section]?.[name];
}

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
  return fillIn(text, parts, `content/strings/vi.yaml: "${key}"`);
}

function fillIn(text: string, parts: Record<string, string | number>, where: string): string {
  return text.replace(/\{(\w+)\}/g, (_, part: string) => {
    const value = parts[part];
    if (value === undefined) throw new Error(`${where} cần phần {${part}}.`);
    return String(value);
  });
}
