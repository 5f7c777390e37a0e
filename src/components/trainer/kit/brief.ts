import type { Lesson } from '../../../catalogue/index.ts';

/** What a sheet to take home says of a lesson: its key messages. Of a heavy one only its quiet name: the sheet lies on a table where others see it. */
export function briefOf(lesson: Lesson): { title: string; messages: string[] } {
  if (lesson.sensitive) return { title: lesson.neutralTitle ?? '', messages: [] };
  const messages = [...(lesson.entry.body ?? '').matchAll(/<KeyMessage title="([^"]+)">/g)].map((match) => plain(match[1] ?? ''));
  return { title: lesson.title, messages };
}

const entities: Record<string, string> = { '&quot;': '"', '&lt;': '<', '&#123;': '{', '&#10;': ' ', '&amp;': '&' };
const plain = (text: string) => text.replace(/&(?:quot|lt|#123|#10|amp);/g, (entity) => entities[entity] ?? entity);
