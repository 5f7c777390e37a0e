/** `npm run export -- <what>`: makes files to hand on from the finished site in OUT_DIR. Without a name it lists what there is. */
import { table } from './benches/table.ts';
import { exitWhenStopped } from './children.mjs';
import { command } from './command.ts';
import { decks } from './exports/decks.ts';
import type { Export } from './exports/export.ts';
import { kits } from './exports/kits.ts';

/** Every kind, by the name it is called with. A new one is one file in `exports/` and one line here. */
const exports: Record<string, Export> = { kits, decks };

exitWhenStopped();
await command(async () => {
  const name = process.argv[2] ?? '';
  const made = Object.hasOwn(exports, name) ? exports[name] : undefined;
  if (!made) {
    console.log('npm run export -- <what>\n');
    console.log(table(Object.entries(exports).map(([key, { about }]) => [`  ${key}`, about])));
    return name ? 1 : 0;
  }
  return made.run();
});
