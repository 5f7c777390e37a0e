import { type Desk, expect } from './support/desk.ts';
import { kinds, testAt, writeWord } from './support/province.ts';

/** A run of everything stays under half an hour: what rests on the same code at all of them is tried at one or two. `EVERY_FORGE=1` tries all. */
const isEverywhere = Boolean(process.env.EVERY_FORGE);

for (const kind of kinds) {
  const test = testAt(kind);

  test(`${kind.name}: a title is changed, one line and nothing else; the version before is shown, and comes back as a draft`, async ({ browser, province }) => {
    test.setTimeout(240_000);
    const { forge } = province;
    const [lan, hung] = await Promise.all([province.signIn(browser, 'Chị Lan'), province.signIn(browser, 'Anh Hùng')]);
    const diff = () => forge.git(['diff', '--numstat', 'main', 'cms/lessons/a1-1']).replaceAll('\t', ' ');
    await expect(lan.page.getByRole('link', { name: /^a1-1 ·/ })).toBeVisible();
    await lan.open('lessons', 'a1-1');
    await lan.expectUntouched();
    await lan.field('Tên bài').fill('Thế nào là mua bán người?');
    await lan.save();
    expect(diff()).toBe('1 1 content/lessons/a1-1.mdx');
    await lan.moveTo('Chờ duyệt');
    await hung.open('lessons', 'a1-1');
    await hung.moveTo('Sẵn sàng');
    await hung.publish();
    await expect.poll(() => province.published('lessons/a1-1.mdx')).toContain('title: Thế nào là mua bán người?');
    expect(forge.git(['log', '-1', '--no-merges', '--format=%an %s', 'main', '--', 'content/lessons/a1-1.mdx'])).toBe('Chị Lan Sửa bài học “a1-1”');

    await lan.page.goto('about:blank');
    await lan.open('lessons', 'a1-1');
    await expect(lan.field('Tên bài')).toHaveValue('Thế nào là mua bán người?');
    await lan.button('Các bản trước').click();
    const versions = lan.page.getByRole('dialog', { name: 'Các bản đã đăng của bài này' });
    await expect(versions.getByRole('listitem')).toHaveCount(2);
    await expect(versions.getByRole('listitem').first()).toContainText('Chị Lan: Sửa bài học “a1-1”');
    await versions.getByRole('button', { name: 'Xem chỗ khác' }).last().click();
    await versions.getByRole('button', { name: 'Khôi phục thành bản nháp' }).click();
    await expect(lan.field('Tên bài')).toHaveValue('Mua bán người là gì?');
    await lan.save();
    expect(diff()).toBe('1 1 content/lessons/a1-1.mdx');
    for (const { page } of [lan, hung]) await page.close();
  });

  test(`${kind.name}: a word is written by one, approved and published by another; neither can do it alone`, async ({ browser, province }) => {
    test.setTimeout(180_000);
    const lan = await province.signIn(browser, 'Chị Lan');
    await writeWord(lan, 'so-dinh-danh', 'Số định danh');
    await lan.save();
    await lan.page.getByRole('button', { name: /^Bước: / }).click();
    await lan.page.getByRole('menuitem', { name: 'Sẵn sàng' }).click();
    await expect(lan.page.getByText(/Người viết không tự duyệt bài của mình/)).toBeVisible();
    await lan.moveTo('Chờ duyệt');

    const hung = await province.signIn(browser, 'Anh Hùng');
    await hung.open('glossary', 'so-dinh-danh');
    await expect(hung.field('Từ')).toHaveValue('Số định danh');
    await hung.moveTo('Sẵn sàng');

    // What is changed after the approval has not been approved.
    await lan.field('Ví dụ').fill('Số định danh có 12 chữ số.');
    await lan.save();
    await expect.poll(() => province.forge.git(['show', 'cms/glossary/so-dinh-danh:content/glossary/so-dinh-danh.yaml'])).toContain('12 chữ số');
    await hung.publish();
    await expect(hung.page.getByText(/đã sửa thêm sau khi duyệt/)).toBeVisible();
    expect(province.forge.git(['ls-tree', 'main', '--', 'content/glossary/so-dinh-danh.yaml'])).toBe('');

    await hung.page.reload();
    await hung.open('glossary', 'so-dinh-danh');
    await hung.moveTo('Chờ duyệt');
    await hung.moveTo('Sẵn sàng');
    await hung.publish();
    await expect.poll(() => province.forge.git(['ls-tree', '--name-only', 'main', '--', 'content/glossary/so-dinh-danh.yaml'])).not.toBe('');
    expect(province.forge.git(['log', '-1', '--format=%cn', 'main'])).toBe(kind.merger);
    expect(province.forge.git(['log', '-1', '--format=%an %s', 'main', '--', 'content/glossary/so-dinh-danh.yaml'])).toMatch(/^Chị Lan (Thêm|Sửa) từ khó “so-dinh-danh”$/);
    await lan.page.close();
    await hung.page.close();
  });

  test(`${kind.name}: a first save that breaks off half way is whole after the second, and nothing typed is lost`, async ({ browser, province }) => {
    test.setTimeout(120_000);
    const { forge } = province;
    const lan = await province.signIn(browser, 'Chị Lan');
    await writeWord(lan, 'giay-khai-sinh', 'Giấy khai sinh');
    forge.faults.push({ ...kind.open, answer: 500 });
    await lan.button('Lưu').click();
    await expect(lan.page.getByText('Chưa lưu được. Kho bài đang gặp lỗi (500)', { exact: false }).first()).toBeVisible();
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
    await expect(lan.page.getByText(/^Chưa lưu được\. Phiên đăng nhập đã hết/).first()).toBeVisible();
    await expect(lan.page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' })).toBeVisible();
    await expect(lan.field('Ví dụ')).toHaveValue('Bằng lòng đi học nghề.');
    await lan.page.close();
  });

  if (kind.name === 'github' && !isEverywhere) continue;

  test(`${kind.name}: a number to call is approved by two besides its writer; a writer publishes nothing, approved or not`, async ({ browser, province }) => {
    test.setTimeout(240_000);
    const [lan, hung, mai] = await Promise.all([province.signIn(browser, 'Chị Lan'), province.signIn(browser, 'Anh Hùng'), province.signIn(browser, 'Cô Mai')]);
    const published = () => province.published('contacts/111.yaml');
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
    // What the forge itself refuses is told in words, and nothing finds another way onto what is published.
    const before = province.forge.git(['rev-parse', 'main']);
    for (const [answer, words] of [
      [405, /Chỉ người duyệt mới đăng được/],
      [409, /Kho không ghép được/],
    ] as const) {
      province.forge.faults.push({ ...kind.merge, answer });
      await mai.publish();
      await expect(mai.page.getByText(words).first()).toBeVisible();
    }
    expect(province.forge.git(['rev-parse', 'main'])).toBe(before);
    expect(published()).not.toContain('trong năm');
    await mai.publish();
    await expect.poll(published).toContain('hours: Cả ngày đêm, mọi ngày trong năm');
    for (const { page } of [lan, hung, mai]) await page.close();
  });

  test(`${kind.name}: a forge that falls silent or is cut off in the middle of a save is noticed in time; the text is there, letter for letter, and saved once`, async ({ browser, province }) => {
    test.setTimeout(240_000);
    const { forge } = province;
    const lan = await province.signIn(browser, 'Chị Lan');
    const stored = (id: string) => forge.git(['show', `cms/glossary/${id}:content/glossary/${id}.yaml`]);
    const kept = () => lan.page.evaluate(() => Object.entries(localStorage).flatMap(([key, text]) => (key.startsWith('ban-bien-tap/') ? [(JSON.parse(text) as { text: string }).text] : [])));
    await writeWord(lan, 'giay-moi', 'Giấy mời');
    const written = 'id: giay-moi\nterm: Giấy mời\nexplanation: Giấy mời là một từ để thử.\n';
    for (const [answer, request] of [
      ['hang', kind.commit],
      ['stall', kind.half],
    ] as const) {
      forge.faults.push({ ...request, answer });
      await lan.button('Lưu').click();
      await expect(lan.page.getByText(/Kho bài không trả lời trong 4 giây/).last()).toBeVisible();
      await expect(lan.page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' })).toBeVisible();
      expect(await kept()).toEqual([written]);
      await expect(lan.page.getByText(/Kho bài không trả lời trong 4 giây/)).toBeHidden();
    }

    // This time everything is done; only the last answer does not arrive.
    forge.faults.push({ ...kind.last, answer: 'cut' });
    await lan.button('Lưu').click();
    await expect(lan.page.getByText(/bị đứt giữa chừng/).first()).toBeVisible();
    expect(`${stored('giay-moi')}\n`).toBe(written);
    await lan.field('Ví dụ').fill('Xã gửi giấy mời họp.');
    await lan.button('Lưu').click();
    await expect(lan.page.getByText(/Lần lưu trước đã vào kho/).first()).toBeVisible();
    await expect(lan.page).toHaveURL(/entries\/giay-moi$/);
    await expect(lan.field('Ví dụ')).toHaveValue('Xã gửi giấy mời họp.');
    await lan.save();
    expect(stored('giay-moi')).toContain('example: Xã gửi giấy mời họp.');
    await expect(lan.page.getByRole('button', { name: /Bài chưa lưu trên máy này/ })).toBeHidden();
    expect(forge.git(['branch', '--list', 'cms/glossary/giay-moi*'])).not.toContain('\n');

    await lan.open('glossary', 'boc-lot');
    await lan.field('Ví dụ').fill('Làm cả ngày, không trả công.');
    await lan.button('Lưu').click();
    await lan.expectUntouched();
    await expect(lan.page.getByText(/bị đứt giữa chừng/)).toBeHidden();
    await lan.field('Ví dụ').fill('Làm cả ngày lẫn đêm.');
    forge.faults.push({ ...kind.commit, answer: 'cut' });
    await lan.button('Lưu').click();
    await expect(lan.page.getByText(/bị đứt giữa chừng/).first()).toBeVisible();
    await lan.field('Ví dụ').fill('Làm cả ngày lẫn đêm, không trả công.');
    await lan.save();
    await expect.poll(() => stored('boc-lot')).toContain('example: Làm cả ngày lẫn đêm, không trả công.');
    await lan.page.close();
  });

  test(`${kind.name}: a long list costs a few questions and no file; what somebody else has changed is read at the next visit, that and nothing more`, async ({ browser, province }) => {
    test.setTimeout(120_000);
    const { forge } = province;
    const path = 'content/glossary/bao-che.yaml';
    const asked = (what: RegExp) => forge.asked.filter((one) => what.test(one)).length;
    const inList = (desk: Desk, word: string | RegExp) => desk.page.getByRole('link', { name: word });
    // So that the content does not come on one page.
    if (kind.name !== 'github') forge.perPage = 100;
    const start = forge.git(['rev-list', '--max-parents=0', 'main']);
    const lines = (...args: string[]) => forge.git(args).split('\n').filter(Boolean).length;
    forge.asked.length = 0;
    const lan = await province.signIn(browser, 'Chị Lan');
    const visit = async () => {
      await lan.page.goto('about:blank');
      await lan.page.goto(`${lan.url}/admin/#/collections/glossary`);
    };
    await visit();
    await expect(inList(lan, 'bao-che · Bao che')).toBeVisible();
    // What the build has not published is read once; of everything else only the tree is.
    const unpublished = asked(kind.file);
    expect(unpublished).toBeLessThan(5 + lines('for-each-ref', 'refs/heads/cms'));
    expect(asked(kind.tree)).toBeGreaterThanOrEqual(kind.trees);

    forge.put(path, forge.git(['show', `main:${path}`]).replace(/^term: .*$/m, 'term: Bao che tội phạm'));
    forge.asked.length = 0;
    await visit();
    await expect(inList(lan, 'bao-che · Bao che tội phạm')).toBeVisible();
    expect(asked(kind.file)).toBe(1);

    forge.asked.length = 0;
    await visit();
    await expect(inList(lan, 'bao-che · Bao che tội phạm')).toBeVisible();
    expect([asked(kind.file), asked(kind.tree), asked(kind.head)]).toEqual([0, 0, 1]);

    if (kind.name === 'forgejo') {
      // A Forgejo that wants a commit where it is told a branch.
      forge.faults.push({ method: 'GET', path: /git\/trees\/main$/, answer: 400 });
      forge.asked.length = 0;
      await visit();
      await expect(inList(lan, 'bao-che · Bao che tội phạm')).toBeVisible();
      expect(asked(/GET \/repo\/branches\/main/)).toBeGreaterThan(0);
      await visit();
      await expect(inList(lan, 'bao-che · Bao che tội phạm')).toBeVisible();
      forge.asked.length = 0;
    }

    // The search through every kind asks no more than one list does, and finds what has just been changed; what else others have changed since the build is read once.
    const search = async (words: string, found: RegExp) => {
      await lan.page.getByPlaceholder('Tìm trong mọi bài').fill(words);
      await lan.page.keyboard.press('Enter');
      await expect(inList(lan, found)).toBeVisible();
    };
    await search('che tội phạm', /Bao che tội phạm/);
    expect(asked(kind.file)).toBeLessThan(lines('diff', '--name-only', `${start}..main`));
    expect(asked(kind.tree)).toBe(0);
    forge.asked.length = 0;
    await search('đồng ý', /Đồng ý/);
    expect([asked(kind.file), asked(kind.tree)]).toEqual([0, 0]);
    // What cannot be read is no empty form, over which one could write.
    forge.faults.push({ ...kind.read, answer: 500 });
    await lan.page.goto(`${lan.url}/admin/#/collections/glossary/entries/bao-che`);
    await expect(lan.page.getByText(/Kho bài đang gặp lỗi/).first()).toBeVisible();
    await expect(lan.button('Lưu')).toHaveCount(0);
    await lan.page.getByRole('button', { name: 'Thử lại' }).click();
    await expect(lan.field('Từ')).toHaveValue('Bao che tội phạm');
    await lan.expectUntouched();
    // The forge would refuse it.
    await expect(lan.button('Xóa bài')).toHaveCount(0);
    await lan.page.close();
  });

  if (kind.name === 'gitlab' && !isEverywhere) continue;

  test(`${kind.name}: a fact on which safety hangs takes two besides its writer; to withdraw a lesson one is enough`, async ({ browser, province }) => {
    test.setTimeout(240_000);
    const [lan, hung, mai] = await Promise.all([province.signIn(browser, 'Chị Lan'), province.signIn(browser, 'Anh Hùng'), province.signIn(browser, 'Cô Mai')]);
    const fact = province.published('facts/F1.10.yaml');
    expect(fact).toMatch(/^safety: true$/m);
    await lan.open('facts', 'F1.10');
    await lan.field('Ghi chú').fill('Đã đối chiếu lại.');
    await lan.save();
    await lan.moveTo('Chờ duyệt');
    await hung.open('facts', 'F1.10');
    await hung.page.getByRole('button', { name: /^Bước: / }).click();
    await hung.page.getByRole('menuitem', { name: 'Sẵn sàng' }).click();
    await expect(hung.page.getByText(/cần hai người duyệt/).first()).toBeVisible();
    await expect(hung.page.getByRole('button', { name: 'Bước: Chờ duyệt' })).toBeVisible();
    expect(province.published('facts/F1.10.yaml')).toBe(fact);
    await mai.open('facts', 'F1.10');
    await mai.moveTo('Sẵn sàng');
    await mai.publish();
    await expect.poll(() => province.published('facts/F1.10.yaml')).toContain('Đã đối chiếu lại.');

    await lan.open('lessons', 'a2-3');
    await lan.page.getByRole('button', { name: 'Rút bài này' }).click();
    const asked = lan.page.getByRole('dialog', { name: 'Rút bài khỏi trang và khỏi máy bà con' });
    await asked.getByLabel(/^Vì sao rút/).fill('Có một chỗ chưa đúng. Trong lúc chờ sửa, hãy hỏi 111.');
    await asked.getByRole('button', { name: 'Ghi việc rút vào bài' }).click();
    await lan.save();
    await lan.moveTo('Chờ duyệt');
    await hung.open('lessons', 'a2-3');
    await hung.moveTo('Sẵn sàng');
    await hung.publish();
    await expect.poll(() => province.published('lessons/a2-3.mdx')).toMatch(/^withdrawn:$/m);
    for (const { page } of [lan, hung, mai]) await page.close();
  });
}
