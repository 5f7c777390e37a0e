import { expect, test } from '@playwright/test';
import { bodies } from '../support/build.ts';
import { type Contact, entries } from '../support/content.ts';
import { attribute, elementsOf, type PageFile, readPages } from '../support/html.ts';
import { addressesOf, deadLinks } from '../support/links.ts';

const page = (path: string, html: string): PageFile => ({ path, html, elements: elementsOf(html) });

/** Elements that make a browser ask for something as soon as it reads them; `a` and `area` wait for a tap. */
const asking = (pages: PageFile[]) => pages.flatMap(({ path, elements }) => addressesOf(elements.filter(({ tagName }) => tagName !== 'a' && tagName !== 'area')).map((address) => ({ path, address })));
const isElsewhere = (address: string) => /^([a-z][a-z0-9+.-]*:)?\/\//i.test(address) && !address.startsWith('data:');

for (const [world, { out, content }] of Object.entries(bodies)) {
  test(`every link of the ${world} leads to a page and a place that exist`, () => {
    expect(deadLinks(readPages(out), out)).toEqual([]);
  });

  test(`no page of the ${world} asks another site for anything`, () => {
    expect(asking(readPages(out)).filter(({ address }) => isElsewhere(address))).toEqual([]);
  });

  test(`no style or script inside a page of the ${world} names another site`, () => {
    const inside = readPages(out).flatMap(({ html }) => [...html.matchAll(/<(style|script)[^>]*>([\s\S]*?)<\/\1>/g)].map((match) => match[2] ?? ''));
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.flatMap((text) => text.match(/(?:https?:)?\/\/[a-z0-9][\w.-]*\.[a-z]+|@import|url\((?!["']?data:)/gi) ?? [])).toEqual([]);
  });

  test(`a link of the ${world} to another site tells it nothing about the reader`, () => {
    const links = readPages(out).flatMap(({ elements }) => elements.filter((element) => element.tagName === 'a' && isElsewhere(attribute(element, 'href') ?? '')));
    expect(links.filter((link) => !/noreferrer/.test(attribute(link, 'rel') ?? '')).map((link) => attribute(link, 'href'))).toEqual([]);
  });

  test(`no page of the ${world} calls a number that nobody has confirmed`, () => {
    const contacts = entries<Contact>(content, 'contacts').filter((contact) => contact.status === 'confirmed');
    const numbers = contacts.flatMap((contact) => [contact.local, contact.international]).map((number) => `tel:${number?.replaceAll(' ', '')}`);
    const called = readPages(out).flatMap(({ elements }) => addressesOf(elements).filter((address) => address.startsWith('tel:')));
    expect(called.length).toBeGreaterThan(0);
    expect([...new Set(called)].filter((number) => !numbers.includes(number))).toEqual([]);
  });
}

test('a link to a page that is not there is noticed', () => {
  expect(deadLinks([page('/', '<a href="/khong-co/">x</a>')], bodies.specimen.out)).toEqual(['/ → /khong-co/: there is no such file']);
});

test('a link to a place that is not there is noticed', () => {
  expect(deadLinks([page('/', '<p id="co"></p><a href="#co">x</a><a href="#khong">y</a>')], bodies.specimen.out)).toEqual(['/ → #khong: that page has no such place']);
});

test('a link that forgets the base path is noticed', () => {
  expect(deadLinks([page('/', '<a href="/">x</a>')], bodies.specimen.out, '/thon-ban/')).toEqual(['/ → /: outside /thon-ban/']);
});

test('a picture of another site is noticed', () => {
  expect(asking([page('/', '<img srcset="//a.b/x.jpg 2x" alt="">')]).filter(({ address }) => isElsewhere(address))).toHaveLength(1);
});
