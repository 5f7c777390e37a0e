import { expect, test as setup } from '@playwright/test';
import { furnish } from './support/office.ts';

setup('an office has its own copy of the project, built once', async () => {
  setup.setTimeout(300_000);
  const { code, output } = await furnish();
  expect(code, output).toBe(0);
});
