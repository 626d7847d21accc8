import { defineConfig } from '@playwright/test';

/** Both projects use the runner only: Chromium is driven by Playwright, Firefox by Puppeteer over WebDriver BiDi. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.tmp/test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  globalSetup: './tests/e2e/build-first.ts',
  workers: 2,
  fullyParallel: true,
  // Two further tries on a busy machine; scripts/test.mjs names every test that needed one.
  retries: 2,
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'chromium', testMatch: '**/*.chromium.ts' },
    { name: 'firefox', testMatch: '**/*.firefox.ts' },
  ],
});
