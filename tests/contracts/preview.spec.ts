import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { previewData } from '../../src/build/desk/preview-data.ts';
import { readEntry } from '../../src/cms/model/format.ts';
import type { DrawData } from '../../src/cms/preview/data.ts';
import { drawText } from '../../src/cms/preview/render.ts';
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
    .replace(/\s*\n\s*/g, '');

test('the preview in the desk is the page with its quiz, lesson by lesson', () => {
  process.env.BUILD_DATE = bodies.portal.day;
  const data: DrawData = { ...(previewData(bodies.portal.out) as DrawData), picture: (name) => name };
  const lessons = readdirSync('content/lessons');
  for (const file of lessons) {
    const id = file.replace('.mdx', '');
    const page = readFileSync(join(bodies.portal.out, 'bai-hoc', id, 'index.html'), 'utf8');
    const built = /<article class="text">[\s\S]*?<\/article>/.exec(page)?.[0] ?? '';
    const drawn = renderToStaticMarkup(drawText(String(readEntry(readFileSync(join('content/lessons', file), 'utf8'), 'mdx')['body']), data) as ReactElement);
    expect({ id, html: comparable(drawn) }).toEqual({ id, html: comparable(built) });
  }
  expect(lessons.length).toBeGreaterThan(0);
});
