import { expect, test as setup } from '@playwright/test';
import { buildSite } from '../support/build.ts';
import { writeContent } from './support/bodies.ts';
import { builds } from './support/builds.ts';

for (const [name, { content, out, number, editions }] of Object.entries(builds)) {
  setup(`the offline site ${name} is built`, async () => {
    setup.setTimeout(300_000);
    writeContent(content, editions);
    const { code, output } = await buildSite({ CONTENT_DIR: content, OUT_DIR: out, BUILD_DATE: '2026-11-24', BUILD_NUMBER: String(number) });
    expect(code, output).toBe(0);
  });
}
