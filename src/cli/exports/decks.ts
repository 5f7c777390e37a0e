import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDeckFile, makeLandingFile } from '../../build/deck-file.ts';
import { paths } from '../../shared/paths.ts';
import { trainerPaths } from '../../shared/trainer-paths.ts';
import { say } from '../say.mjs';
import { basePath } from '../settings.ts';
import type { Export } from './export.ts';
import { plansOfSite } from './site-folder.ts';

/** The slides of every plan as one file each, for a memory stick: opened by double-click, without a server, with keys, clock and notes. */
export const decks: Export = {
  about: 'tệp trình chiếu của mọi kế hoạch, để chép vào USB (vào OUT_DIR/tai-ve/trinh-chieu/)',
  run(out) {
    const folder = join(out, 'tai-ve', 'trinh-chieu');
    mkdirSync(folder, { recursive: true });
    const base = basePath().replace(/\/$/, '');
    const style = readAsset(out, 'css', 'tap-huan-');
    const read = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');
    writeFileSync(join(folder, 'nong-lich.html'), makeLandingFile(read(paths.calendar), base, style));
    writeFileSync(join(folder, 'ke-chuyen.html'), makeLandingFile(read(trainerPaths.disclosure), base, style));
    const files = plansOfSite(out).flatMap(({ id }) => {
      const page = readPage(read, trainerPaths.deck(id));
      if (!page) return [];
      const file = makeDeckFile(page, { base, script: readAsset(out, 'js', 'deck-'), style, picture: (path) => readFileSync(join(out, path)) });
      writeFileSync(join(folder, `${id}.html`), file);
      return [`${id}.html`];
    });
    say(`${files.length} tệp trình chiếu trong ${folder}. Chép cả thư mục vào USB.`, `${files.length} decks in ${folder}. Copy the whole folder to a stick.`);
    return 0;
  },
};

function readPage(read: (path: string) => string, path: string): string | undefined {
  try {
    return read(path);
  } catch {
    return undefined; // a plan that is not meant for a projector
  }
}

/** A file as the site ships it, by the start of its name. */
function readAsset(out: string, folder: string, start: string): string {
  const name = readdirSync(join(out, folder)).find((file) => file.startsWith(start));
  if (!name) throw new Error(`Không thấy phần trình chiếu trong "${out}/${folder}". Hãy chạy: npm run build`);
  return readFileSync(join(out, folder, name), 'utf8');
}
