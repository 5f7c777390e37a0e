import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { bodies } from '../support/build.ts';
import { attribute, elementsOf, type PageFile, readPages, textOf } from '../support/html.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Ids of facts hold a full stop (F1.3). HTML allows it, and their addresses are for life.
    'valid-id': ['error', { relaxed: true }],
    // A no-break space copied with a number confuses diallers; the style sheet keeps a number in a sentence on one line.
    'tel-non-breaking': 'off',
    // What comes from the own host is as trusted as the page that asks for it.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

async function invalid(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`));
}

/** Ids that two elements of a page share. */
function sharedIds({ elements }: PageFile): string[] {
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** Titles of the page; a drawing may have a title of its own. */
const titlesOf = (page: PageFile) =>
  named(page, 'title')
    .filter(({ namespaceURI }) => !namespaceURI.endsWith('svg'))
    .map(textOf);
const named = (page: PageFile, tag: string) => page.elements.filter((element) => element.tagName === tag);

test.beforeAll(() => {
  for (const { out } of Object.values(bodies)) if (!existsSync(out)) throw new Error(`There is no finished site in ${out}: run the project "build" first.`);
});

for (const [world, { out }] of Object.entries(bodies)) {
  test(`every page of the ${world} is valid HTML`, async () => {
    for (const page of readPages(out)) expect.soft(await invalid(page.html), page.path).toEqual([]);
  });

  test(`no page of the ${world} uses an id twice`, () => {
    for (const page of readPages(out)) expect.soft(sharedIds(page), page.path).toEqual([]);
  });

  test(`every page of the ${world} says that it is Vietnamese`, () => {
    for (const page of readPages(out))
      expect
        .soft(
          named(page, 'html').map((element) => attribute(element, 'lang')),
          page.path,
        )
        .toEqual(['vi']);
  });

  test(`every page of the ${world} has one heading of the first level and one main part`, () => {
    for (const page of readPages(out)) expect.soft([named(page, 'h1').length, named(page, 'main').length], page.path).toEqual([1, 1]);
  });

  test(`every page of the ${world} has one title, and the site's name in it`, () => {
    for (const page of readPages(out)) expect.soft(titlesOf(page), page.path).toEqual([expect.stringContaining('Sổ tay thôn bản')]);
  });

  test(`no element of the ${world} carries a style of its own`, () => {
    for (const page of readPages(out)) expect.soft(page.elements.filter((element) => attribute(element, 'style') !== undefined).length, page.path).toBe(0);
  });

  test(`all Vietnamese of the ${world} is written in composed letters`, () => {
    for (const page of readPages(out)) expect.soft(page.html === page.html.normalize('NFC'), page.path).toBe(true);
  });
}

test('a page with a mistake in its HTML is noticed', async () => {
  expect(await invalid('<!DOCTYPE html><html lang="vi"><head><title>x</title></head><body><ul><p>x</p></ul></body></html>')).not.toEqual([]);
});

test('an id used twice is noticed', () => {
  const html = '<p id="a"></p><p id="a"></p>';
  expect(sharedIds({ path: '/', html, elements: elementsOf(html) })).toEqual(['a']);
});
