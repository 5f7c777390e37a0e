import { expect, test as setup } from '@playwright/test';
import { bodies, buildSite } from './build.ts';

for (const body of Object.values(bodies)) {
  setup(`the site is built from ${body.content}`, async () => {
    setup.setTimeout(300_000);
    const { code, output } = await buildSite({ CONTENT_DIR: body.content, OUT_DIR: body.out, BUILD_DATE: body.day });
    expect(code, output).toBe(0);
  });
}
