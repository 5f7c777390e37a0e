import { type Contact, entries } from '../support/content.ts';
import { expect, oneOfEachKind, t, test, worlds } from '../support/site.ts';

test.use({ javaScriptEnabled: false });

/** What a phone dials: the number that works from anywhere, where there is one. */
const dialled = (contact: Contact) => `tel:${(contact.international ?? contact.local ?? '').replaceAll(' ', '')}`;
const callable = (contact: Contact) => contact.status === 'confirmed' && Boolean(contact.local ?? contact.international);

for (const world of worlds) {
  test(`every confirmed number of the ${world} can be called with one tap on the help page`, async ({ page, sites }) => {
    const site = sites[world];
    const contacts = entries<Contact>(site.content, 'contacts').filter(callable);
    expect(contacts.length).toBeGreaterThan(0);
    await page.goto(`${site.url}/goi-giup/`);
    for (const contact of contacts) {
      const link = page.getByRole('link', { name: contact.local ?? contact.international ?? '', exact: true });
      await expect(link, contact.id).toBeVisible();
      await expect(link, contact.id).toHaveAttribute('href', dialled(contact));
    }
  });

  test(`the way to the ${world}'s help page is on every kind of page`, async ({ page, sites }) => {
    const site = sites[world];
    for (const path of oneOfEachKind(site.pages)) {
      await page.goto(site.url + path);
      await page
        .getByRole('navigation', { name: t('site.nav') })
        .getByRole('link', { name: t('site.help') })
        .click();
      await expect(page, path).toHaveURL(`${site.url}/goi-giup/`);
    }
  });
}

test('someone abroad finds the form of a number that works from there', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/goi-giup/`);
  await expect(page.getByRole('link', { name: '+84 900 000 000' })).toHaveAttribute('href', 'tel:+84900000000');
});

test('the number of a commune stands under the name of that commune', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/goi-giup/`);
  const local = page.locator('#dia-phuong');
  await expect(local.getByRole('heading', { name: 'xã Thử' })).toBeVisible();
  await expect(local.getByRole('link', { name: '0237 111 1111' })).toBeVisible();
});
