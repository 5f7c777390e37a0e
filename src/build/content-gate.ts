import type { AstroIntegration } from 'astro';
import { runContentCheck } from './check-content.ts';

/** Nothing is built from content that has a mistake in it: the build stops before the first page, with all mistakes listed. */
export function contentGate(): AstroIntegration {
  return {
    name: 'content-gate',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        const errors = await runContentCheck((text) => console.error(text), { brief: true });
        if (errors === 0) return;
        if (command === 'dev') logger.warn(`Nội dung còn ${errors} lỗi. Bản xuất bản sẽ không dựng được.`);
        else throw new Error(`Nội dung còn ${errors} lỗi, chưa dựng trang. Xem danh sách ở trên.`);
      },
    },
  };
}
