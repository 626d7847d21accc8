import { type PracticeTask, practiceTasks } from '../../utils/model/practice.ts';
import type { Settings } from '../../utils/model/settings.ts';
import { inventedCrm } from '../../utils/practice/crm.ts';
import { notebookConnection } from '../../utils/store/settings.ts';
import { odoo, settings } from './invented.ts';
import type { Shot } from './states.ts';

/** The first three minutes: the welcome page's screens, and practice. */

const widths = [320, 1040];
const welcome = (hash: string, change: Partial<Settings> | null = null): Shot => ({
  page: 'welcome',
  hash,
  widths,
  // Nobody has consented yet, unless told otherwise.
  ...(change ? { rows: { settings: [settings(change)] } } : { rows: {}, noHost: true }),
});

const book = notebookConnection('practice');
const agenda = {
  crm: book.account,
  ...inventedCrm(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone).tasks[0],
};
const practice = (done: PracticeTask[], hash = ''): Shot => ({
  page: 'practice',
  hash,
  book: 'practice',
  realTime: true,
  widths,
  rows: {
    // The day's list is not empty.
    tasks: done.includes('day') ? [] : [agenda],
    settings: [settings({ practice: { began: Date.now() - 60_000, done, confirmed: [] }, crm: book })],
  },
});

export const setupShots: Record<string, Shot> = {
  welcome: { ...welcome('#reading'), docs: 'welcome.png' },
  'welcome-refused': {
    ...welcome('#reading'),
    act: async (page, t) => page.getByRole('button', { name: t.sites.read('Gmail') }).click(),
  },
  'welcome-withdrawn': welcome('#withdrawn'),
  'welcome-ready': welcome('#reading', {}),
  'welcome-book': welcome('#book'),
  'welcome-book-connected': welcome('#book', { crm: odoo() }),
  'welcome-you': welcome('#you'),
  'welcome-you-known': welcome('#you', {
    workingHours: { days: [0, 1, 2, 3, 4], from: 8 * 60, to: 16 * 60 + 30 },
    holidays: ['2026-12-24', '2026-12-25'],
  }),
  'welcome-you-changing': {
    ...welcome('#you'),
    act: async (page, { welcome: { you } }) => {
      for (const name of [you.domains, you.hours, you.holidays, you.never])
        await page.locator('summary', { hasText: name }).click();
    },
  },
  'welcome-after-practice': welcome('#left-practice', {}),
  practice: practice([]),
  'practice-open': {
    ...practice(['log']),
    act: async (page) => {
      await page.getByRole('link', { name: /Renewal for 40 seats/ }).click();
      await page.locator('.adn').first().waitFor();
    },
  },
  'practice-all-done': practice([...practiceTasks]),
  'practice-calendar': { ...practice(['log', 'contact']), page: 'practice-calendar' },
  'practice-calendar-open': {
    ...practice(['log', 'contact']),
    page: 'practice-calendar',
    act: async (page) => page.getByRole('button', { name: /Rollout/ }).click(),
  },
};
