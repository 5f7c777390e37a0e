import { between, seeded } from '../../../../tests/lab/random.ts';
import type { PageEntry } from '../../../search/pages.ts';

/** The site's own entries, and lessons made of their sentences in another order until there are so many; six a shelf. */
export function library(entries: readonly PageEntry[], lessons: number): PageEntry[] {
  const random = seeded(lessons);
  const own = entries.filter(({ id }) => id.startsWith('/bai-hoc/'));
  const sentences = own.flatMap(({ body = '' }) => body.split(/(?<=[.?!]) /));
  const sentence = () => sentences[between(random, 0, sentences.length - 1)] ?? '';
  const all = [...entries];
  for (let at = own.length; at < lessons; at++) {
    const like = own[at % own.length];
    let body = '';
    while (body.length < (like?.body ?? '').length) body += `${sentence()} `;
    all.push({ id: `/bai-hoc/z${Math.floor(at / 6)}-${at % 6}/`, title: sentence().slice(0, 50), key: like?.key ?? '', body });
  }
  return all;
}
