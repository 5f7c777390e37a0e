import { type Desk, expect } from './desk.ts';
import { signIn, test, writeWord } from './province.ts';

/** What an office does from day to day, at any make of forge: the same steps, and the same at the end. */
export function officeWork(): void {
  test('a word is written by one, approved and published by another; neither can do it alone', async ({ browser, province }) => {
    test.setTimeout(180_000);
    const lan = await signIn(browser, province, 'Chị Lan');
    await writeWord(lan, 'so-dinh-danh', 'Số định danh');
    await lan.save();
    await lan.page.getByRole('button', { name: /^Bước: / }).click();
    await lan.page.getByRole('menuitem', { name: 'Sẵn sàng' }).click();
    await expect(lan.page.getByText(/Người viết không tự duyệt bài của mình/)).toBeVisible();
    await lan.moveTo('Chờ duyệt');

    const hung = await signIn(browser, province, 'Anh Hùng');
    await hung.open('glossary', 'so-dinh-danh');
    await expect(hung.field('Từ')).toHaveValue('Số định danh');
    await hung.moveTo('Sẵn sàng');

    // What is changed after the approval has not been approved.
    await lan.field('Ví dụ').fill('Số định danh có 12 chữ số.');
    await lan.save();
    await hung.publish();
    await expect(hung.page.getByText(/đã sửa thêm sau khi duyệt/)).toBeVisible();
    expect(province.forge.git(['ls-tree', 'main', '--', 'content/glossary/so-dinh-danh.yaml'])).toBe('');

    await hung.page.reload();
    await hung.open('glossary', 'so-dinh-danh');
    await hung.moveTo('Chờ duyệt');
    await hung.moveTo('Sẵn sàng');
    await hung.publish();
    await expect.poll(() => province.forge.git(['ls-tree', '--name-only', 'main', '--', 'content/glossary/so-dinh-danh.yaml'])).not.toBe('');
    expect(province.forge.git(['log', '-1', '--format=%cn', 'main'])).toBe('Anh Hùng');
    expect(province.forge.git(['log', '-1', '--format=%an %s', 'main', '--', 'content/glossary/so-dinh-danh.yaml'])).toMatch(/^Chị Lan (Thêm|Sửa) từ khó “so-dinh-danh”$/);
    await lan.page.close();
    await hung.page.close();
  });

  test('a number to call is approved by two besides its writer; a writer publishes nothing, approved or not', async ({ browser, province }) => {
    test.setTimeout(240_000);
    const [lan, hung, mai] = await Promise.all([signIn(browser, province, 'Chị Lan'), signIn(browser, province, 'Anh Hùng'), signIn(browser, province, 'Cô Mai')]);
    const published = () => province.forge.git(['show', 'main:content/contacts/111.yaml']);
    await lan.open('contacts', '111');
    await lan.field('Giờ').fill('Cả ngày đêm, mọi ngày trong năm');
    await lan.save();
    await lan.moveTo('Chờ duyệt');
    await hung.open('contacts', '111');
    await hung.page.getByRole('button', { name: /^Bước: / }).click();
    await hung.page.getByRole('menuitem', { name: 'Sẵn sàng' }).click();
    await expect(hung.page.getByText(/cần hai người duyệt/).first()).toBeVisible();
    await mai.open('contacts', '111');
    await mai.moveTo('Sẵn sàng');
    await lan.page.reload();
    await lan.open('contacts', '111');
    await lan.publish();
    await expect(lan.page.getByText(/Chỉ người duyệt mới đăng được/).first()).toBeVisible();
    expect(published()).not.toContain('trong năm');
    await mai.publish();
    await expect.poll(published).toContain('hours: Cả ngày đêm, mọi ngày trong năm');
    for (const { page } of [lan, hung, mai]) await page.close();
  });

  test('a first save that breaks off half way is whole after the second, and nothing typed is lost', async ({ browser, province }) => {
    test.setTimeout(120_000);
    const { forge } = province;
    const lan = await signIn(browser, province, 'Chị Lan');
    await writeWord(lan, 'giay-khai-sinh', 'Giấy khai sinh');
    forge.faults.push({ method: 'POST', path: /\/(pulls|merge_requests)$/, answer: 500 });
    await lan.button('Lưu').click();
    await expect(lan.page.getByText(/^Chưa lưu được/).first()).toBeVisible();
    await expect(lan.field('Từ')).toHaveValue('Giấy khai sinh');
    expect(forge.git(['branch', '--list', 'cms/*', '--format=%(refname:short)'])).toContain('cms/glossary/giay-khai-sinh');

    // The name is hers although the branch is there: it is the same text.
    await lan.save();
    await lan.page.goto(`${lan.url}/admin/#/workflow`);
    await expect(lan.page.getByText(/Giấy khai sinh/)).toBeVisible();

    await lan.open('glossary', 'dong-y');
    await lan.field('Ví dụ').fill('Bằng lòng đi học nghề.');
    forge.forgetTokens();
    await lan.button('Lưu').click();
    await expect(lan.page.getByText(/^Chưa lưu được/).first()).toBeVisible();
    await expect(lan.page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' })).toBeVisible();
    await lan.page.close();
  });

  test('a long list costs a few questions and no file; what somebody else has changed is read at the next visit, that and nothing more', async ({ browser, province }) => {
    test.setTimeout(120_000);
    const { forge, make } = province;
    const path = 'content/glossary/bao-che.yaml';
    const asked = (what: RegExp) => forge.asked.filter((one) => what.test(one)).length;
    const inList = (desk: Desk, word: string | RegExp) => desk.page.getByRole('link', { name: word });
    const start = forge.git(['rev-list', '--max-parents=0', 'main']);
    forge.asked.length = 0;
    const lan = await signIn(browser, province, 'Chị Lan');
    const visit = async () => {
      await lan.page.goto('about:blank');
      await lan.page.goto(`${lan.url}/admin/#/collections/glossary`);
    };
    await visit();
    await expect(inList(lan, 'bao-che · Bao che')).toBeVisible();
    // What the build has not published is read once; of everything else only the tree is.
    const unpublished = asked(make.file);
    expect(unpublished).toBeLessThan(5);
    expect(asked(make.tree)).toBeGreaterThan(0);

    forge.put(path, forge.git(['show', `main:${path}`]).replace(/^term: .*$/m, 'term: Bao che tội phạm'));
    forge.asked.length = 0;
    await visit();
    await expect(inList(lan, 'bao-che · Bao che tội phạm')).toBeVisible();
    expect(asked(make.file)).toBe(1);

    forge.asked.length = 0;
    await visit();
    await expect(inList(lan, 'bao-che · Bao che tội phạm')).toBeVisible();
    expect([asked(make.file), asked(make.tree), asked(/branches/)]).toEqual([0, 0, 1]);

    // The search through every kind asks no more than one list does, and finds what has just been changed; what else was changed since the build is read once.
    const search = async (words: string, found: RegExp) => {
      await lan.page.getByPlaceholder('Tìm trong mọi bài').fill(words);
      await lan.page.keyboard.press('Enter');
      await expect(inList(lan, found)).toBeVisible();
    };
    await search('che tội phạm', /Bao che tội phạm/);
    const changedSince = forge.git(['diff', '--name-only', `${start}..main`]).split('\n').length;
    expect(asked(make.file)).toBeLessThan(changedSince);
    forge.asked.length = 0;
    await search('đồng ý', /Đồng ý/);
    expect([asked(make.file), asked(make.tree)]).toEqual([0, 0]);
    await lan.open('glossary', 'bao-che');
    await expect(lan.field('Từ')).toHaveValue('Bao che tội phạm');
    await lan.expectUntouched();
    await lan.page.close();
  });

  test('a title that is edited is one changed line; an earlier version is found again as a new draft', async ({ browser, province }) => {
    test.setTimeout(180_000);
    const { forge } = province;
    const path = 'content/lessons/a1-3.mdx';
    const lan = await signIn(browser, province, 'Chị Lan');
    await lan.open('lessons', 'a1-3');
    await lan.expectUntouched();
    await lan.field('Tên bài').fill('Ai cũng có thể gặp chuyện này');
    await lan.save();
    expect(forge.git(['diff', '--numstat', 'main', 'cms/lessons/a1-3'])).toBe(`1\t1\t${path}`);
    await lan.expectUntouched();
    await lan.field('Tên bài').fill('Ai cũng có thể gặp điều này');
    await lan.save();
    await lan.moveTo('Chờ duyệt');
    await lan.page.goto(`${lan.url}/admin/#/workflow`);
    await expect(lan.page.getByText(/Ai cũng có thể gặp/)).toBeVisible();

    // The first version is that of the office; this one came beside the desk.
    const other = 'content/lessons/a1-4.mdx';
    const text = forge.git(['show', `main:${other}`]);
    forge.put(other, `${text.replace(/^title: .*$/m, 'title: Tên đã sửa')}\n`);
    await lan.page.goto('about:blank');
    await lan.open('lessons', 'a1-4');
    await expect(lan.field('Tên bài')).toHaveValue('Tên đã sửa');
    await lan.page.getByRole('button', { name: 'Các bản trước' }).click();
    const versions = lan.page.getByRole('dialog', { name: 'Các bản đã đăng của bài này' });
    await versions.locator('li', { hasText: 'Chị Lan: Bắt đầu' }).getByRole('button', { name: 'Xem chỗ khác' }).click();
    await expect(versions).toContainText('Tên đã sửa');
    await versions.getByRole('button', { name: 'Khôi phục thành bản nháp' }).click();
    await lan.save();
    expect(`${forge.git(['show', `cms/lessons/a1-4:${other}`])}`).toBe(text);
    await lan.page.close();
  });
}
