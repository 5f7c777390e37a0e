import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bodies, buildSite } from './build.ts';

/** A copy of the specimen to be spoiled, and a place to build it. */
export class Workshop {
  readonly content: string;
  readonly out: string;

  /** @param dir a folder of the test's own; what an earlier run left there is thrown away */
  constructor(dir: string) {
    this.content = join(dir, 'content');
    this.out = join(dir, 'out');
    rmSync(dir, { recursive: true, force: true });
    cpSync(bodies.specimen.content, this.content, { recursive: true });
  }

  /** Replaces a piece of a file. Gives back the number of the line where it began. */
  replace(file: string, piece: string | RegExp, by: string | ((found: string) => string)): number {
    const path = join(this.content, file);
    const text = readFileSync(path, 'utf8');
    const found = typeof piece === 'string' ? text.indexOf(piece) : text.search(piece);
    if (found < 0) throw new Error(`${file} does not hold ${piece}`);
    writeFileSync(path, text.replace(piece, typeof by === 'string' ? () => by : by));
    return text.slice(0, found).split('\n').length;
  }

  /** Puts a file into the folder of the finished site, as if left there by an earlier build. */
  leave(file: string, text: string): void {
    const path = join(this.out, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Builds for real. Everything that depends on the day or on git is fixed. */
  build(settings: Record<string, string> = {}): Promise<{ code: number; output: string }> {
    return buildSite({ CONTENT_DIR: this.content, OUT_DIR: this.out, BUILD_DATE: bodies.specimen.day, BUILD_NUMBER: '7', ...settings });
  }
}
