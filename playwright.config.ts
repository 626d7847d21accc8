import { defineConfig } from '@playwright/test';

/** Both projects use the runner only: Chromium is driven by Playwright, Firefox by Puppeteer over WebDriver BiDi. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: '.tmp/test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'chromium', testMatch: '**/*.chromium.ts', fullyParallel: false },
    { name: 'firefox', testMatch: '**/*.firefox.ts', fullyParallel: false },
  ],
});
