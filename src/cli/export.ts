/** `npm run export -- <what>`: makes something from the finished site in OUT_DIR. Without a name it lists what there is. */
import { outDir } from '../shared/settings.ts';
import { table } from './benches/table.ts';
import { exitWhenStopped } from './children.mjs';
import { command } from './command.ts';
import { decks } from './exports/decks.ts';
import type { Export } from './exports/export.ts';
import { caddy, headers, nginx } from './exports/hosts.ts';
import { kits } from './exports/kits.ts';
import { licenceReport } from './exports/licences.ts';

/** Every export, by the name it is called with. A new one is one file in `exports/` and one line here. */
const exports: Record<string, Export> = { kits, decks, headers, nginx, caddy, licences: licenceReport };

exitWhenStopped();
await command(async () => {
  const [name = '', ...given] = process.argv.slice(2);
  const chosen = Object.hasOwn(exports, name) ? exports[name] : undefined;
  if (!chosen) {
    console.log('npm run export -- <tên>\n');
    console.log(table(Object.entries(exports).map(([key, { about }]) => [`  ${key}`, about])));
    return name ? 1 : 0;
  }
  const made = await chosen.run(outDir(), given);
  if (typeof made === 'number') return made;
  process.stdout.write(made);
  return 0;
});
