import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from './support/desk.ts';

/** A few lessons that have every component between them; the form of all the others is a unit test's business. */
function telling(): string[] {
  const seen = new Set<string>();
  return readdirSync('content/lessons').flatMap((file) => {
    const tags = [...readFileSync(`content/lessons/${file}`, 'utf8').matchAll(/<([A-Z]\w*)/g)].map(([, tag = '']) => tag);
    const isNew = tags.some((tag) => !seen.has(tag));
    for (const tag of tags) seen.add(tag);
    return isNew ? [file.replace('.mdx', '')] : [];
  });
}

const oneOfEach: [string, string][] = [
  ['quizzes', 'a1-1'],
  ['courses', 'ba-con'],
  ['facts', 'F1.3'],
  ['contacts', '111'],
  ['glossary', 'dong-y'],
  ['pages', 'gioi-thieu'],
  ['plans', 'k-a1'],
  ['scenarios', 't-1'],
  ['checks', 'loi-moi'],
  ['style', 'loi-van'],
  ['trainer', 'trainer'],
  ['strings', 'strings'],
  ['seasons', 'seasons'],
];

test('opening an entry of any kind changes nothing in it', async ({ desk }) => {
  test.setTimeout(240_000);
  for (const [collection, slug] of [...telling().map((slug): [string, string] => ['lessons', slug]), ...oneOfEach]) {
    await desk.open(collection, slug);
    // Time enough for a field that would change its value by itself.
    await desk.page.waitForTimeout(300);
    await desk.expectUntouched();
  }
});

test('an entry that comes late is not laid over the form of the one that was opened since', async ({ desk }) => {
  const { page } = desk;
  let letGo = () => {};
  const isLetGo = new Promise<void>((done) => (letGo = done));
  let given = 0;
  await page.route('**/admin/api/v1', async (route) => {
    const { params } = route.request().postDataJSON() as { params: { path?: string; slug?: string } };
    const isLate = params.path?.endsWith('/boc-lot.yaml') || params.slug === 'boc-lot';
    if (isLate) await isLetGo;
    await route.continue();
    if (isLate) given += 1;
  });
  await page.goto(`${desk.url}/admin/#/collections/glossary/entries/boc-lot`);
  await expect(page.getByText('Đang mở bài')).toBeVisible();
  await desk.open('glossary', 'dong-y');
  letGo();
  await expect.poll(() => given).toBeGreaterThanOrEqual(2);
  await page.waitForTimeout(1500);
  await expect(desk.field('Mã')).toHaveValue('dong-y');
  await expect(desk.field('Từ')).toHaveValue('Đồng ý');
  await desk.expectUntouched();
  await page.unrouteAll();
});

test('a word added in the middle of a component changes that line of the lesson and no other', async ({ desk, office }) => {
  await desk.open('lessons', 'a1-2');
  const paragraph = desk.body.getByText('Người dưới 18 tuổi đang lớn.', { exact: false });
  await paragraph.click();
  await desk.page.keyboard.press('End');
  await desk.page.waitForTimeout(300); // as long as a hand takes from the one key to the other
  await desk.page.keyboard.type(' Em cứ kể.', { delay: 40 });
  await desk.save();
  expect(office.draftDiff('lessons', 'a1-2')).toBe('1 1 content/lessons/a1-2.mdx');
  expect(office.draftText('lessons', 'a1-2', 'content/lessons/a1-2.mdx')).toContain(' Em cứ kể.');
});

test('what an editor types stays what it was, whatever signs are in it', async ({ desk, office }) => {
  const typed = ['a<b và 5 < 6', '{x} giá {100.000đ}', '2026. Năm', '* a', '<b>đậm</b>', 'import x from "y"', '# số', 'C:\\new\\', '2 * 3 * 4'];
  await desk.open('pages', 'gioi-thieu');
  const text = desk.body.locator('[contenteditable="true"]').first();
  await text.click();
  await desk.page.keyboard.press('Control+End');
  for (const line of typed) {
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.insertText(line);
  }
  await desk.save();
  await desk.open('glossary', 'dong-y');
  await desk.open('pages', 'gioi-thieu');
  await desk.expectUntouched();
  for (const line of typed) await expect(desk.body.getByText(line, { exact: true })).toBeVisible();
  expect(office.draftDiff('pages', 'gioi-thieu')).toBe(`${typed.length * 2} 0 content/pages/gioi-thieu.mdx`);
});

test('a fact keeps every line but the one that was changed', async ({ desk, office }) => {
  await desk.open('facts', 'F1.3');
  await desk.field('Tên căn cứ').fill('Mua bán người là gì theo luật');
  await desk.save();
  expect(office.draftDiff('facts', 'F1.3')).toBe('1 1 content/facts/F1.3.yaml');
});
