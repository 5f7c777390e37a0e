import { createElement as h, type ReactNode } from 'react';
import type { DrawData } from './data.ts';
import { drawQuiz } from './quiz.ts';
import { drawText } from './render.ts';
import { drawStory } from './story.ts';

/** What stands under the title of an entry's page. @throws when its text cannot be read */
export function drawEntry(kind: string, values: Record<string, unknown>, data: DrawData): ReactNode {
  if (kind === 'quizzes') return h('form', { className: 'quiz' }, ...drawQuiz(values, data));
  if (kind === 'scenarios') return h('div', { className: 'story' }, ...drawStory(values, data));
  return drawText(String(values['body'] ?? ''), data);
}
