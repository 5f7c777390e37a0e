import { expect, test } from './support/desk.ts';

test('an editor changes a title, publishes, and a reader sees it: one line in git, nothing else', async ({ desk, office }) => {
  test.setTimeout(240_000);
  const before = office.git('rev-parse', 'HEAD');
  await desk.open('lessons', 'a1-1');
  await desk.expectUntouched();
  await desk.field('Tên bài').fill('Thế nào là mua bán người?');
  await desk.save();
  await desk.moveTo('Chờ duyệt');
  await desk.moveTo('Sẵn sàng');
  await desk.publish();
  await desk.waitForSite();
  expect(await office.page('/bai-hoc/a1-1/')).toContain('Thế nào là mua bán người?');
  expect(office.git('diff', '--numstat', before, 'HEAD')).toBe('1\t1\tcontent/lessons/a1-1.mdx');
  expect(office.git('log', '-1', '--format=%s')).toBe('Sửa bài học “a1-1”');
  expect(office.git('status', '--porcelain')).toBe('');
});
