import { Fragment, createElement as h, type ReactNode } from 'react';
import type { DrawData } from './data.ts';
import { drawPlan } from './plan.ts';
import { drawQuiz } from './quiz.ts';
import { drawText } from './render.ts';
import { drawStory } from './story.ts';
import { icon } from './vocabulary.ts';

/** An entry's page, from its title to the end of what is its own. @throws when its text cannot be read */
export function drawEntry(kind: string, values: Record<string, unknown>, data: DrawData): ReactNode {
  if (kind === 'plans') return h(Fragment, null, ...drawPlan(values, data));
  return h(Fragment, null, drawHead(kind, values, data), drawOwn(kind, values, data));
}

function drawOwn(kind: string, values: Record<string, unknown>, data: DrawData): ReactNode {
  if (kind === 'quizzes') return h('form', { className: 'quiz' }, ...drawQuiz(values, data));
  if (kind === 'scenarios') return h('div', { className: 'story' }, ...drawStory(values, data));
  return drawText(String(values['body'] ?? ''), data);
}

function drawHead(kind: string, values: Record<string, unknown>, data: DrawData): ReactNode {
  const said = (key: string) => String(values[key] ?? '');
  const title = h('h1', null, said('title'));
  const warning = values['sensitive'] ? h('p', { className: 'lead' }, said('warning')) : null;
  if (kind !== 'lessons') return h(Fragment, null, title, warning, kind === 'scenarios' && !values['sensitive'] ? h('p', { className: 'lead' }, said('summary')) : null);
  return h(Fragment, null, warning, h('header', { className: 'head' }, icon(said('icon'), data), title, h('p', { className: 'lead' }, h('b', null, `${data.words['objective']}:`), ` ${said('objective')}`)));
}
