import type { Page } from '@playwright/test';
import { anna, chidi, companies, contacts, ledger, me, now, odoo, settings } from './invented.ts';
import type { Shot, Words } from './states.ts';

const drift = [
  {
    id: 'd1',
    site: 'gmail',
    step: 'open thread: message list',
    shape: '<div role="list">\n  <div data-message-id="…">…</div>\n</div>',
    at: now - 3_600_000,
    times: 3,
  },
];
const rows = (change: Parameters<typeof settings>[0] = {}) => ({
  settings: [
    settings({
      crm: odoo(),
      neverLog: { addresses: ['mum@home.example'], domains: ['clinic.example'], words: ['salary'] },
      ownAddresses: [me],
      ownDomains: ['harbour.example'],
      overruled: [{ address: chidi.address, reason: 'automated' }],
      holidays: ['2026-12-25', '2027-01-01'],
      ...change,
    }),
  ],
  contacts: contacts(),
  companies: companies(),
  ledger: ledger(),
  drift,
});

/** A file as somebody's other computer saved it. */
const file = (version: number) =>
  JSON.stringify({
    format: 'sidelog',
    version,
    exportedAt: now - 86_400_000,
    settings: {
      ownAddresses: [me],
      ownDomains: [],
      neverLog: { addresses: ['mum@home.example', 'dad@home.example'], domains: [], words: ['salary'] },
      logText: 'summary',
      undoSeconds: 20,
    },
    crm: { account: 'notebook|local|real', fills: [], declinedUpdates: [] },
    notebook: {
      contacts: Array.from({ length: 312 }, (_, n) => ({
        id: `c${n}`,
        name: `${anna.name} ${n}`,
        addresses: [`person${n}@nordlicht.example`],
        phones: [],
        updatedAt: now,
      })),
      companies: [{ id: 'f1', name: anna.company, domains: ['nordlicht.example'], updatedAt: now }],
      activities: [],
      tasks: [],
    },
    corrections: [],
    turns: [],
    ledger: ledger(),
    counts: [],
  });
const bringIn = (content: string, until: (t: Words) => string) => async (page: Page, t: Words) => {
  await page.locator('input[type=file]').setInputFiles({
    name: 'sidelog-2026-11-20.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });
  await page.getByText(until(t)).first().waitFor();
  await page.locator('#backup').scrollIntoViewIfNeeded();
};
const search = (typed: (t: Words) => string) => async (page: Page, t: Words) => {
  await page.keyboard.press('/');
  await page.keyboard.type(typed(t));
};

/** One page of the settings, on a narrow and a wide window. */
const at = (hash: string, change: Partial<Shot> = {}): Shot => ({
  page: 'options',
  hash,
  rows: rows(),
  widths: [320, 1040],
  session: {
    sources: { gmail: { xhr: 41, embedded: 1, page: 2 }, 'google-calendar': { xhr: 6, embedded: 1 } },
  },
  ...change,
});

export const settingsShots: Record<string, Shot> = {
  'options-reading': at('#reading'),
  'options-parts': at('#reading', {
    widths: [320],
    act: async (page) => page.locator('.side__fold').click(),
  }),
  'options-logging': at('#logging'),
  'options-day': at('#day', { rows: rows({ morningNote: true }) }),
  'options-day-no-notice': at('#day', { rows: rows({ morningNote: true }), noHost: true }),
  'options-data': at('#notebook'),
  'options-backup-found': at('#backup', { act: bringIn(file(1), (t) => t.options.backup.allNew) }),
  'options-backup-newer': at('#backup', {
    act: bringIn(file(2), (t) => t.problem['backup-newer']('2').what),
  }),
  'options-forget': at('#forget', {
    height: 780,
    act: async (page, t) => page.getByRole('button', { name: t.options.forget.button }).click(),
  }),
  'options-help': at('#help'),
  'options-search': at('', { act: search((t) => t.options.logging.undo) }),
  'options-search-many': at('', { act: search((t) => t.options.backup.save) }),
  'options-search-nothing': at('', { act: search(() => 'quantum'), height: 780 }),
};
