import { leaveAndLook } from '../support/frames.ts';
import { LONG } from './support/bodies.ts';
import { expect, noNetwork, test } from './support/offline.ts';

const lesson = `/bai-hoc/${LONG.lessons[0]}/`;

test('without any network no picture after quick exit shows anything of the page, whatever it was', async ({ phone, server }) => {
  await phone.install();
  await phone.ask({ ask: 'download', modules: [LONG.id] });
  await expect.poll(async () => (await phone.ask({ ask: 'status' }))?.kept).toContain(LONG.id);
  server.rules(noNetwork);
  // The last one is not kept: what stands there is the page that says so.
  for (const path of [lesson, `/trac-nghiem/${LONG.lessons[0]}/`, '/', '/goi-giup/', '/khoa-hoc/', '/cua-toi/', '/can-biet/', '/kiem-tra-loi-moi/', '/khong-co-trang-nay/']) {
    expect((await phone.open(path)).isBrowserError, path).toBe(false);
    const { count, marked } = await leaveAndLook(phone.page, `${phone.url}/nong-lich/`);
    expect.soft(count, `${path}: pictures`).toBeGreaterThan(0);
    expect.soft(marked, `${path}: pictures of the page after leaving, of ${count}`).toEqual([]);
  }
});

test('in the middle of a download that hangs, quick exit is as quick and as clean', async ({ phone, server }) => {
  await phone.install();
  await phone.open(lesson);
  server.rules({ path: /^\/goi\/[0-9a-f]+\.json$/, fault: { kind: 'hang' } });
  server.forget();
  await phone.tell({ ask: 'download', modules: [LONG.id] });
  await expect.poll(() => server.log.filter(({ path }) => path.startsWith('/goi/')).length).toBeGreaterThan(0);
  const { count, marked } = await leaveAndLook(phone.page, `${phone.url}/nong-lich/`);
  expect(count).toBeGreaterThan(0);
  expect(marked).toEqual([]);
});
