import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { tt } from '../../src/strings/index.ts';
import { unfold } from '../support/screen.ts';
import { expect, test } from '../support/site.ts';

// As in `axe.spec.ts`: the policy is bypassed for the audit's own script, and the screen holds a whole page.
test.use({ bypassCSP: true, viewport: { width: 360, height: 12_000 } });

async function violations(page: Page, onlyRules: string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (onlyRules.length > 0 ? axe.withRules(onlyRules) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 120)} (${node.any[0]?.message ?? node.failureSummary ?? ''})`).join(' | ')}`);
}

test('no trainer’s page puts a barrier in anyone’s way, in the light and in the dark', async ({ page, specimen }) => {
  test.setTimeout(300_000);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of specimen.pages.filter((path) => path.startsWith('/tap-huan/'))) {
      await page.goto(specimen.url + path);
      await page.waitForLoadState('networkidle');
      await unfold(page);
      // In the dark only the colours differ.
      expect.soft(await violations(page, colorScheme === 'dark' ? ['color-contrast'] : []), `${path} ${colorScheme}`).toEqual([]);
    }
  }
});

test('counting, the answer and the result put no barrier in the way', async ({ page, specimen }) => {
  test.setTimeout(300_000);
  await page.goto(`${specimen.url}/tap-huan/nhom/s1/`);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  for (const moment of ['before', 'after'] as const) {
    await button(tt(`group.${moment}`)).click();
    for (let item = 0; item < 8; item += 1) {
      await page.locator('.choice').nth(1).click();
      await page.getByRole('button', { name: new RegExp(`${tt('group.rest')}$`) }).click();
      if (item === 0) expect.soft(await violations(page), `counting ${moment}`).toEqual([]);
      if (await button(tt('group.reveal')).isVisible()) await button(tt('group.reveal')).click();
      if (item === 0) expect.soft(await violations(page), `answer ${moment}`).toEqual([]);
      await button(item < 7 ? tt('group.next') : tt('group.finish')).click();
    }
    expect.soft(await violations(page), `result ${moment}`).toEqual([]);
    if (moment === 'before') await button(tt('group.to')).click();
  }
});

test('a group’s book with a meeting open puts no barrier in the way', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/so-nhom/`);
  await page.getByRole('button', { name: tt('savings.addMeeting') }).click();
  await unfold(page);
  expect(await violations(page)).toEqual([]);
});

test('someone without a mouse counts an item', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/nhom/s1/`);
  await page.getByRole('button', { name: tt('group.before') }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Câu 1/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.locator('.choice strong').first()).toContainText('2');
});
