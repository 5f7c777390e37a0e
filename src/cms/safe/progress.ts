import { DecapCmsCore as CMS } from 'decap-cms-core';
import { loadKnown } from '../check/known.ts';
import { tell } from '../ui/side.ts';

interface Status {
  state: 'idle' | 'building' | 'done' | 'failed';
  message?: string;
}

const EVERY_MS = 1000;

/**
 * After a publish: tells when the new site is up. Only the local back end builds the site itself; with a forge its own
 * machinery does.
 *
 * @param address where the back end tells how far it is
 */
export function watchBuilding(address: string): void {
  const look = async (): Promise<void> => {
    const status = await fetch(address, { cache: 'no-store' }).then((answer) => answer.json() as Promise<Status>);
    if (status.state === 'building') {
      tell('Đã đăng. Đang dựng lại trang…');
      setTimeout(() => look().catch(giveUp), EVERY_MS);
    } else if (status.state === 'done') {
      tell('Trang mới đã lên.');
      await loadKnown(true);
    } else if (status.state === 'failed') tell(status.message ?? 'Chưa dựng lại được trang.');
  };
  const giveUp = () => tell('Không hỏi được máy chủ xem trang đã lên chưa.');
  for (const name of ['postPublish', 'postUnpublish'] as const) CMS.registerEventListener({ name, handler: () => void look().catch(giveUp) });
}
