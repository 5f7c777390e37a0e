/** `npm run format`: puts the content files into the one form that the editors' desk writes. */
import { formatContent } from '../build/desk/check-form.ts';
import { contentDir } from '../shared/settings.ts';
import { exitWhenStopped } from './children.mjs';
import { command } from './command.ts';
import { say } from './say.mjs';

exitWhenStopped();
await command(async () => {
  const changed = await formatContent();
  for (const path of changed) console.log(`${contentDir()}/${path}`);
  say(changed.length === 0 ? 'Mọi tệp đã đúng dạng.' : `Đã sửa dạng của ${changed.length} tệp. Lời văn không đổi.`, `${changed.length} files put in form.`);
  return 0;
});
