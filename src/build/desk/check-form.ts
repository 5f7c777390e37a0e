import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from '../../shared/settings.ts';
import { readContent } from '../read-content.ts';
import { loadSerializer } from './serializer.ts';

/** A file that the desk would write differently, and the first line that differs. */
export interface Unlike {
  path: string;
  line: number;
  now: string;
  wanted: string;
  canonical: string;
}

/** Every file of the content folder that is not in the form the desk writes. */
export async function findUnlike(folder = contentDir()): Promise<Unlike[]> {
  const { canonicalFile } = await loadSerializer();
  return readContent(folder).files.flatMap(({ path, text }) => {
    const canonical = canonicalFile(path, text);
    if (canonical === undefined || canonical === text) return [];
    const [now, wanted] = [text.split('\n'), canonical.split('\n')];
    const at = now.findIndex((line, index) => line !== wanted[index]);
    const index = at < 0 ? now.length : at;
    return [{ path, line: index + 1, now: now[index] ?? '', wanted: wanted[index] ?? '', canonical }];
  });
}

/**
 * Tells which files the desk would rewrite as soon as somebody saves them there.
 *
 * @returns how many
 */
export async function runFormCheck(print: (text: string) => void = console.log): Promise<number> {
  const unlike = await findUnlike();
  for (const { path, line, now, wanted } of unlike) print(`${contentDir()}/${path}:${line}:1  lỗi: Dòng này chưa ở dạng mà bàn biên tập ghi ra.\n    Đang là:  ${now}\n    Cần là:   ${wanted}`);
  if (unlike.length > 0) print('\nSửa tất cả một lần: npm run format');
  return unlike.length;
}

/** Puts every file of the content folder into the form the desk writes. @returns the files that were changed */
export async function formatContent(): Promise<string[]> {
  const unlike = await findUnlike();
  for (const { path, canonical } of unlike) writeFileSync(join(contentDir(), path), canonical);
  return unlike.map(({ path }) => path);
}
