import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bodies } from '../support/build.ts';
import { readPages, textOf } from '../support/html.ts';
import { type CatalogueFile, pagesOf } from '../support/site.ts';

const read = (out: string): CatalogueFile => JSON.parse(readFileSync(join(out, 'catalogue.json'), 'utf8'));
/** Pages of one kind, such as `/bai-hoc/…/`. */
const pagesUnder = (out: string, kind: string) => pagesOf(out).filter((path) => new RegExp(`^/${kind}/[^/]+/$`).test(path));

for (const [world, { out }] of Object.entries(bodies)) {
  test(`the catalogue of the ${world} names every course, module, lesson and scenario page, and no other`, () => {
    const { courses, modules, lessons, scenarios } = read(out);
    expect(scenarios.map(({ url }) => url).sort()).toEqual(pagesUnder(out, 'tinh-huong'));
    expect(courses.map(({ url }) => url).sort()).toEqual(pagesUnder(out, 'khoa-hoc'));
    expect(modules.map(({ url }) => url).sort()).toEqual(pagesUnder(out, 'hoc-phan'));
    expect(lessons.map(({ url }) => url).sort()).toEqual(pagesUnder(out, 'bai-hoc'));
  });

  test(`every lesson in the catalogue of the ${world} carries the title of its page`, () => {
    const pages = new Map(readPages(out).map((page) => [page.path, page]));
    for (const lesson of read(out).lessons) {
      const headings = pages
        .get(lesson.url)
        ?.elements.filter(({ tagName }) => tagName === (lesson.sensitive ? 'h2' : 'h1'))
        .map(textOf);
      expect.soft(headings, lesson.id).toContain(lesson.title);
    }
  });

  test(`the modules and lessons in the catalogue of the ${world} agree with each other`, () => {
    const { courses, modules, lessons } = read(out);
    expect(courses.flatMap((course) => course.modules)).toEqual(modules.map(({ id }) => id));
    expect(modules.flatMap((module) => module.lessons)).toEqual(lessons.map(({ id }) => id));
    expect(modules.flatMap((module) => module.scenarios).sort()).toEqual(
      read(out)
        .scenarios.map(({ id }) => id)
        .sort(),
    );
    for (const lesson of lessons) expect(modules.find(({ id }) => id === lesson.module)?.lessons).toContain(lesson.id);
  });

  test(`every lesson in the catalogue of the ${world} takes a few minutes and has a day`, () => {
    for (const { id, minutes, updated } of read(out).lessons) {
      expect.soft(minutes, id).toBeGreaterThanOrEqual(1);
      expect.soft(minutes, id).toBeLessThanOrEqual(15);
      expect.soft(updated, id).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
}

test('a draft is in no catalogue', () => {
  expect(existsSync('tests/fixtures/specimen/lessons/sp-nhap.mdx')).toBe(true);
  expect(JSON.stringify(read(bodies.specimen.out))).not.toContain('nháp');
});

test('a lesson that is to appear on a later day is on no page before, and neither is its quiz', () => {
  expect(readFileSync('tests/fixtures/specimen/lessons/sp-hen.mdx', 'utf8')).toMatch(/^publishAt: 2026-12-24$/m);
  expect(readPages(bodies.specimen.out).filter(({ html }) => html.includes('hẹn ngày'))).toEqual([]);
  expect(JSON.stringify(read(bodies.specimen.out))).not.toContain('sp-hen');
});
