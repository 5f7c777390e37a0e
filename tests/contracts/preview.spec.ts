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

/** What is drawn from other sources on the page: the quiz with its forms, and pictures with their sizes. */
const comparable = (html: string) =>
  html
    .replace(/<section class="quiz"[\s\S]*?<\/section>|<form class="quiz"[\s\S]*?<\/form>/g, '')
    .replace(/<figure class="pic">[\s\S]*?<\/figure>/g, '')
    .replace(/ id="[^"]*"/g, '')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s*\/>/g, '>')
    .replace(/<\/path>/g, '')
    .replace(/\s*\n\s*/g, '');

test('the preview in the desk is the page, lesson by lesson', () => {
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
