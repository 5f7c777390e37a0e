import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { previewData } from '../../src/build/desk/preview-data.ts';
import { readEntry } from '../../src/cms/model/format.ts';
import type { DrawData } from '../../src/cms/preview/data.ts';
import { drawEntry } from '../../src/cms/preview/draw-entry.ts';
import { drawText } from '../../src/cms/preview/render.ts';
import { weighPage } from '../../src/cms/preview/weight.ts';
import { bodies } from '../support/build.ts';

/** A tag with its attributes in one order; `hidden` and `hidden=""` are the same. */
const inOrder = (tag: string) => {
  const [, name = '', attributes = ''] = /^<([\w-]+)([\s\S]*?)\/?>$/.exec(tag) ?? [];
  const all = [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => `${key}="${value}"`);
  return `<${[name, ...all.filter((one) => !one.startsWith('id=')).sort()].join(' ')}>`;
};

/** What is drawn from other sources on the page: pictures with their sizes, and what stands under the questions of a quiz. */
const comparable = (html: string) =>
  html
    .replace(/<p class="score"[\s\S]*?<\/form>/g, '</form>')
    .replace(/<link[^>]*>/g, '') // React would fetch pictures early
    .replace(/<form[^>]*>/g, '<form>')
    .replace(/<figure class="pic">[\s\S]*?<\/figure>/g, '')
    .replace(/<[a-z][^>]*>/g, inOrder)
    .replace(/<form>[\s\S]*?<\/form>/g, (form) => form.replace(/>\s+</g, '><')) // fields stand in rows by style
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/<\/path>/g, '')
    .replace(/<\/a> <a/g, '</a><a') // buttons in a row
    .replace(/\s*\n\s*/g, '');

const dataOf = (): DrawData => {
  process.env.BUILD_DATE = bodies.portal.day;
  return { ...(previewData(bodies.portal.out) as DrawData), picture: (name) => name };
};
const built = (...place: string[]) => readFileSync(join(bodies.portal.out, ...place, 'index.html'), 'utf8');
const valuesOf = (kind: string, id: string) => readEntry(readFileSync(join('content', kind, id), 'utf8'), id.endsWith('.mdx') ? 'mdx' : 'yaml') as Record<string, unknown>;
const drawn = (node: unknown) => renderToStaticMarkup(node as ReactElement);

test('the preview in the desk is the page with its quiz, lesson by lesson', () => {
  const data = dataOf();
  const lessons = readdirSync('content/lessons');
  for (const file of lessons) {
    const id = file.replace('.mdx', '');
    const page = /<article class="text">[\s\S]*?<\/article>/.exec(built('bai-hoc', id))?.[0] ?? '';
    expect({ id, html: comparable(drawn(drawText(String(valuesOf('lessons', file)['body']), data))) }).toEqual({ id, html: comparable(page) });
  }
  expect(lessons.length).toBeGreaterThan(0);
});

test('the preview of a session plan is its page, to the last rule of the room', () => {
  const data = dataOf();
  const plans = readdirSync('content/plans');
  for (const file of plans) {
    const id = file.replace('.mdx', '');
    const page = /<p class="told">[\s\S]*(?=<p class="tiny">)/.exec(built('tap-huan', id))?.[0] ?? '';
    expect({ id, html: comparable(drawn(drawEntry('plans', { ...valuesOf('plans', file), id }, data))) }).toEqual({ id, html: comparable(page) });
  }
  expect(plans.length).toBeGreaterThan(0);
});

test('what the preview says a page weighs is what the page weighs, to a tenth', async () => {
  const data = dataOf();
  for (const [kind, place] of [
    ['lessons', 'bai-hoc'],
    ['quizzes', 'trac-nghiem'],
    ['scenarios', 'tinh-huong'],
  ] as const) {
    for (const file of readdirSync(join('content', kind)).slice(0, 12)) {
      const id = file.replace(/\.\w+$/, '');
      if (!existsSync(join(bodies.portal.out, place, id))) continue;
      const page = built(place, id);
      if (page.includes('class="gate"')) continue; // what stands before a heavy text is not drawn
      const real = brotliCompressSync(page).length;
      const html = drawn(drawEntry(kind, valuesOf(kind, file), data)).replace(/<figure class="desk-map">[\s\S]*?<\/figure>/, '');
      const said = await weighPage(kind, html, data);
      expect(Math.abs(said - real) / real, `${kind} ${id}: ${said} instead of ${real}`).toBeLessThan(0.1);
    }
  }
});
