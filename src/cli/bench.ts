/** `npm run bench -- <what> [--json]`: measures the finished site in OUT_DIR. Without a name it lists what there is. */

import type { Bench } from './benches/bench.ts';
import { bytes } from './benches/bytes.ts';
import { desk } from './benches/desk/index.ts';
import { offline } from './benches/offline.ts';
import { search } from './benches/search/index.ts';
import { table } from './benches/table.ts';
import { exitWhenStopped } from './children.mjs';
import { command } from './command.ts';

/** Every bench, by the name it is called with. A new one is one file in `benches/` and one line here. */
const benches: Record<string, Bench> = { bytes, desk, offline, search };

exitWhenStopped();
await command(async () => {
  const name = process.argv.slice(2).find((arg) => !arg.startsWith('-'));
  const bench = Object.hasOwn(benches, name ?? '') ? benches[name ?? ''] : undefined;
  if (!bench) {
    console.log('npm run bench -- <what> [--json]\n');
    console.log(table(Object.entries(benches).map(([key, { about }]) => [`  ${key}`, about])));
    return name ? 1 : 0;
  }
  const result = await bench.measure(process.argv.slice(2).filter((arg) => arg !== name));
  console.log(process.argv.includes('--json') ? JSON.stringify(result.data, undefined, 2) : table(result.rows));
  return 0;
});
