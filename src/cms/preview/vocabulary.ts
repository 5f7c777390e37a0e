import { createElement as h, type ReactNode } from 'react';
import type { DrawData } from './data.ts';
import { drawQuiz } from './quiz.ts';
import type { Draw, TextNode } from './render.ts';

/** What draws one component: its attributes, what is inside, and what the site knows. */
type Drawn = (attributes: Record<string, string>, inside: () => ReactNode[], data: DrawData) => ReactNode;

/**
 * The authors' vocabulary with the markup of `src/components/lesson`. A test compares what comes out here with the
 * finished pages, lesson by lesson.
 */
const vocabulary: Record<string, Drawn> = {
  Situation: (_, inside, { words }) => h('section', { className: 'sit' }, h('h2', null, words['situation']), ...inside(), h('p', { className: 'tiny' }, words['illustrative'])),
  KeyMessage: ({ title }, inside) => h('section', { className: 'card' }, h('h2', null, title), ...inside()),
  DoNow: (_, inside, data) => h('section', { className: 'do' }, h('h2', null, icon('check', data), data.words['doNow']), ...inside()),
  Mistake: ({ claim }, inside, { words }) => h('section', { className: 'mis' }, h('h3', null, h('small', null, words['mistake']), ` “${claim ?? ''}”`), h('p', { className: 'tag' }, words['truth']), ...inside()),
  Note: ({ type = 'info', title }, inside, { words }) => h('aside', { className: `note ${type}` }, h('p', { className: 'tag' }, title ?? { info: words['noteInfo'], careful: words['noteCareful'], ask: words['noteAsk'] }[type]), ...inside()),
  Message: ({ from = '' }, inside, { words }) => h('figure', { className: 'msg' }, h('figcaption', null, words['messageFrom']?.replace('{from}', from)), h('div', null, ...inside()), h('p', { className: 'tiny' }, words['illustrative'])),
  Picture: ({ src = '', alt = '', caption }, _, { picture }) => h('figure', { className: 'pic' }, h('img', { src: picture(src), alt }), caption && h('figcaption', null, caption)),
  Quiz: ({ id = '' }, _, data) => {
    const quiz = data.quizzes[id];
    return h('form', { className: 'quiz' }, h('h2', null, data.words['quiz']), ...(quiz ? drawQuiz(quiz, data) : [h('p', null, `Chưa có trắc nghiệm “${id}” trên trang.`)]));
  },
  ContactCard: ({ id = '' }, _, data) => callCard(id, data) ?? missing(`Liên hệ “${id}” chưa được xác nhận.`),
  Contact: ({ id = '' }, _, { contacts }) => {
    const contact = contacts[id];
    if (!contact) return missing(`[liên hệ ${id}?]`);
    if (!contact.number) return contact.name;
    return contact.isCallable ? h('a', { className: 'tel', href: `tel:${contact.tel}` }, contact.number) : h('span', { className: 'old' }, contact.number);
  },
  Fact: ({ id = '' }, _, { facts }) => h('small', { className: 'f' }, facts[id] === undefined ? missing(`[căn cứ ${id}?]`) : h('a', { href: `/can-cu/#${id}` }, facts[id])),
  Term: ({ id = '' }, inside) => h('a', { className: 'term', href: `#tu-${id}` }, ...inside()),
};

/** Draws one component of a text; one that the vocabulary lacks is shown as what it is. */
export function drawComponent(node: TextNode, draw: Draw, data: DrawData): ReactNode {
  const attributes = Object.fromEntries((node.attributes ?? []).map(({ name, value }) => [name ?? '', String(value ?? '')]));
  const name = node.name ?? '';
  const drawn = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
  return drawn ? drawn(attributes, () => draw(node.children ?? []), data) : missing(`[${name}?]`);
}

/** A number to tap, with whose it is; nothing for one that may not be called. */
export function callCard(id: string, data: DrawData): ReactNode {
  const contact = data.contacts[id];
  if (!contact?.isCallable) return undefined;
  return h('p', { key: id, className: 'call' }, contact.number && h('a', { href: `tel:${contact.tel}` }, icon('phone-call', data), h('b', null, contact.number)), h('span', null, h('strong', null, contact.name), contact.use));
}

const missing = (words: string) => h('mark', null, words);

/** One picture of the site's set; nothing for a name it lacks. */
export const icon = (name: string, { icons }: DrawData): ReactNode =>
  h('svg', { className: 'i', width: 24, height: 24, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'aria-hidden': 'true' }, ...(icons[name] ?? []).map((d) => h('path', { d })));
