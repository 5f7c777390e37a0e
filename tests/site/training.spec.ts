import { tt, ttLines } from '../../src/strings/index.ts';
import { differing, expect, type Site, t, test, worlds } from '../support/site.ts';

test.use({ javaScriptEnabled: false });

/** Every page of the trainers' wing. */
const wing = (site: Site) => site.pages.filter((path) => path.startsWith('/tap-huan/'));

for (const world of worlds) {
  test(`the card for a disclosure is one tap away on every trainer's page of the ${world}`, async ({ page, sites }) => {
    test.setTimeout(180_000);
    const site = sites[world];
    expect(wing(site).length).toBeGreaterThan(8);
    for (const path of differing(wing(site), 2).filter((path) => path !== '/tap-huan/ke-chuyen/')) {
      await page.goto(site.url + path);
      await page.locator(`a[href="/tap-huan/ke-chuyen/"]`).last().click();
      await expect(page, path).toHaveURL(`${site.url}/tap-huan/ke-chuyen/`);
    }
  });
}

test('the card says what to do, what not to do, and calls 111 with a tap', async ({ page, portal }) => {
  await page.goto(`${portal.url}/tap-huan/ke-chuyen/`);
  for (const line of [...ttLines('disclosure.doLines'), ...ttLines('disclosure.dontLines'), ...ttLines('disclosure.urgentLines')]) await expect(page.getByRole('listitem').filter({ hasText: line })).toBeVisible();
  await expect(page.getByRole('link', { name: '111', exact: true })).toHaveAttribute('href', 'tel:111');
});

test('a trainer chooses a plan by who comes, by time and by what is there, without scripts', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/`);
  const plan = page.getByRole('link', { name: /Buổi mẫu/ });
  await expect(plan).toBeVisible();
  await page.getByLabel(tt('hub.upTo', { minutes: 45 })).check();
  await expect(plan, 'shortened it takes 33 minutes').toBeVisible();
  await page.getByLabel(tt('hub.paper')).check();
  await expect(plan).toBeVisible();
  await page.getByLabel(tt('hub.villagers')).check();
  await expect(plan).toBeVisible();
});

test('a plan that does not fit disappears from the choice', async ({ page, portal }) => {
  await page.goto(`${portal.url}/tap-huan/`);
  const group = page.getByRole('link', { name: /nhóm tự lực/i });
  await expect(group).toBeVisible();
  await page.getByLabel(tt('hub.projector')).check();
  await expect(group).toBeHidden();
  await page.locator('#co-het').check();
  await page.locator('#gio-45').check();
  await expect(page.getByRole('link', { name: /Hiểu đúng, đỡ nhau/ }), 'its shortest form takes 53 minutes').toBeHidden();
  await expect(group).toBeVisible();
});

test('the steps of a plan follow each other and end when the session ends', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/k-s1/`);
  const spans = await page.locator('.step h3 span').allInnerTexts();
  const times = spans.map((text) => (text.match(/\d+/g) ?? []).map(Number));
  expect(times[0]?.[0]).toBe(0);
  times.slice(1).forEach(([from], index) => expect(from).toBe(times[index]?.[1]));
  expect(times.at(-1)?.[1]).toBe(60);
});

test('a number in a plan comes from the contacts', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/k-s1/`);
  await expect(page.getByText('Chào bà con. Cần hỏi thì gọi 111.')).toBeVisible();
});

test('a draft plan is nowhere', async ({ specimen }) => {
  expect(specimen.pages.filter((path) => path.includes('nhap'))).toEqual([]);
});

test('the forms can be read aloud and counted on paper without scripts', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/nhom/s1/`);
  await expect(page.getByText(tt('group.paper'))).toBeVisible();
  for (const form of ['A', 'B', 'C']) await expect(page.getByText(`Câu 1 của bộ ${form}`, { exact: false })).toBeVisible();
  await expect(page.getByText(/Đáp án: B\./).first()).toBeVisible();
});

test('the forms that a room is asked stand by their module in the list of quizzes, apart from those of lessons', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/trac-nghiem/`);
  for (const form of ['a', 'b', 'c']) await expect(page.locator(`main a[href="/trac-nghiem/s1-${form}/"]`)).toHaveCount(1);
});

test('the way to the trainers’ pages stands at the foot of every page', async ({ page, portal }) => {
  await page.goto(`${portal.url}/`);
  await page.getByRole('link', { name: tt('hub.title'), exact: true }).click();
  await expect(page.getByRole('heading', { name: tt('hub.title'), level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: t('site.exit') })).toBeVisible();
});

test('a group’s rules, its paper book and the paper for a trade are there without scripts', async ({ page, portal }) => {
  await page.goto(`${portal.url}/tap-huan/so-nhom/`);
  for (const line of ttLines('savings.rulesLines')) await expect(page.getByText(line)).toBeVisible();
  await page.locator('.paper > summary').click();
  await expect(page.locator('.paper tbody tr')).toHaveCount(26);
  await page.goto(`${portal.url}/tap-huan/tinh-lai/`);
  await page.getByText(tt('trade.chickens'), { exact: true }).first().click();
  await expect(page.getByRole('rowheader', { name: 'Gà giống' })).toBeVisible();
});
