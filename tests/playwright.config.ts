import { defineConfig } from '@playwright/test';

/** Where nobody is at the keyboard, what runs in a browser on a busy machine gets a second try; `npm test` names it at the end. */
const secondTry = { retries: process.env.CI ? 1 : 0 };

/**
 * One runner for every kind of test. `unit` and `contracts` need no browser; the rest run against two finished sites,
 * the portal itself and the specimen course, which the `build` project makes once.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  // Offline tests spend most of their time waiting: for retries, for a phone to be idle. Others compute, and two of those are enough for two cores.
  workers: 4,
  retries: 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE || process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : [['line']],
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 360, height: 640 },
  },
  projects: [
    { name: 'unit', testDir: 'unit', workers: 2 },
    { name: 'contracts', testDir: 'contracts', dependencies: ['build'], workers: 1 },
    { name: 'build', testDir: 'support', testMatch: 'build.setup.ts' },
    { name: 'budgets', testDir: 'budgets', dependencies: ['build'], workers: 1 },
    { name: 'site', testDir: 'site', ...secondTry, dependencies: ['build'], workers: 2, expect: { timeout: 15_000 } },
    { name: 'exports', testDir: 'exports', dependencies: ['build'], workers: 1 },
    { name: 'offline sites', testDir: 'offline', testMatch: 'sites.setup.ts' },
    { name: 'offline', testDir: 'offline', ...secondTry, testMatch: '*.spec.ts', dependencies: ['build', 'offline sites'], expect: { timeout: 20_000 } },
    { name: 'office', testDir: 'desk', testMatch: 'office.setup.ts' },
    { name: 'desk', testDir: 'desk', ...secondTry, testIgnore: 'office.setup.ts', timeout: 240_000, dependencies: ['office', 'build'], workers: 2 },
  ],
});
