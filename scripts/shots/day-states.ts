import type { Page } from '@playwright/test';
import {
  anna,
  chidi,
  companies,
  contacts,
  cursors,
  entry,
  logJob,
  many,
  me,
  now,
  odoo,
  proposal,
  queue,
  settings,
  tasks,
  turns,
} from './invented.ts';
import { meeting } from './meetings.ts';
import type { Shot, Words } from './states.ts';

/* States of panel and popup that need more than a few rows: much at once, what waits, what the browser does not give. */

const hour = 3_600_000;
const base = (rows: Record<string, object[]> = {}) => ({
  settings: [settings()],
  contacts: contacts(),
  companies: companies(),
  cursors: cursors(),
  ...rows,
});
const nothingOpen = { threadIds: [], messages: [] };
const panel = (rows: Record<string, object[]>, more: Partial<Shot> = {}): Shot => ({
  page: 'sidepanel',
  tab: nothingOpen,
  rows: base(rows),
  ...more,
});
const due = new Date(now).toISOString().slice(0, 10);
const promise = (id: string, sentence: string, days: number) => {
  const each = proposal({ id, sent: true, from: id === 'p1' ? anna : chidi, agoMs: (days + 1) * 24 * hour });
  const day = new Date(now - days * 24 * hour).toISOString().slice(0, 10);
  const nextStep = { kind: 'promised-by-me', text: sentence, due: days > 0 ? day : due, sentence };
  return { ...each, activity: { ...each.activity, nextStep } };
};
const wholeDay = () =>
  base({
    turns: turns(),
    tasks: tasks(),
    proposals: [
      promise('p1', 'I will send you the revised quote today.', 0),
      promise('p2', 'I’ll check the invoice with our warehouse by Friday.', 2),
      meeting({ id: 'n1', agoMs: 3 * hour }),
      ...queue(),
    ],
  });
/** More of both kinds than are read at once. */
const manyTurns = () =>
  turns().flatMap((turn) =>
    Array.from({ length: 30 }, (_, n) => ({
      ...turn,
      threadId: `${turn.threadId}-${n}`,
      threadIds: [`${turn.threadId}-${n}`],
      lastAt: turn.lastAt - (4 + n) * 24 * hour,
      ...(n % 2 === 0 ? {} : { lastFrom: { address: me }, lastFromMe: true, awaits: 'customer' as const }),
    })),
  );
const choose = async (page: Page, t: Words) => {
  const row = page.locator('.row__main');
  await row.nth(1).click({ modifiers: ['Shift'] });
  await row.nth(4).click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: t.panel.chosen.log(4) }).waitFor();
};
const sending = (id: string, subject: string) =>
  entry(id, logJob(id, subject), { state: 'queued', notBefore: now - 1000 });

export const dayShots: Record<string, Shot> = {
  'panel-many': panel({ proposals: many(300) }, { act: choose, height: 780, docs: 'design-many' }),
  'panel-many-review': panel(
    { proposals: many(300) },
    {
      height: 780,
      act: async (page, t) => {
        await choose(page, t);
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').waitFor();
      },
    },
  ),
  'panel-full': panel({ proposals: queue() }, { session: { 'not-kept': { real: 'storage-full' } } }),
  'panel-offline': panel({ proposals: queue(), outbox: [sending('o1', 'Pricing call')] }, { offline: true }),
  'panel-signed-out': panel({
    settings: [settings({ crm: odoo() })],
    proposals: queue(),
    outbox: [
      entry('o1', logJob('x1', 'Pricing call'), {
        state: 'needs-person',
        fault: { kind: 'signed-out' },
        since: now,
      }),
    ],
  }),
  'panel-refused-by-crm': panel({
    settings: [settings({ crm: odoo() })],
    proposals: queue(),
    outbox: [
      entry('o1', logJob('x1', 'Pricing call'), {
        state: 'needs-person',
        fault: { kind: 'refused', reason: 'Field “Lead source” is required.', field: 'Lead source' },
        since: now,
      }),
    ],
  }),
  'panel-sending': panel({
    proposals: queue(),
    outbox: Array.from({ length: 34 }, (_, at) => sending(`s${at}`, `Delivery dates ${at + 1}`)),
  }),
  'panel-undo': panel({
    proposals: queue(),
    outbox: [
      entry('o1', logJob('x1', 'Pricing call'), { state: 'queued', notBefore: now + 8_000 }, now - 2_000),
    ],
  }),
  'panel-first-reading': panel({
    settings: [settings({ crm: odoo() })],
    proposals: queue(),
    cursors: cursors({ rows: 12_000, completeAt: undefined }),
  }),
  'panel-loading': panel(
    { proposals: queue() },
    {
      // The store never answers: what is drawn before it does.
      before: () => {
        IDBFactory.prototype.open = () => Object.create(IDBOpenDBRequest.prototype);
      },
    },
  ),
  'popup-whole-day': { page: 'popup', rows: wholeDay(), widths: [320, 380], docs: 'design-day' },
  'popup-keys': {
    page: 'popup',
    rows: wholeDay(),
    widths: [380],
    height: 560,
    act: async (page) => page.keyboard.press('?'),
  },
  'popup-move': {
    page: 'popup',
    rows: wholeDay(),
    widths: [380],
    act: async (page, t) =>
      page
        .getByRole('button', { name: t.popup.move('').trim() })
        .first()
        .click(),
  },
  'popup-many': {
    page: 'popup',
    rows: { ...wholeDay(), turns: manyTurns() },
    widths: [320, 380],
  },
  'popup-call': {
    page: 'popup',
    rows: wholeDay(),
    widths: [380],
    act: async (page, t) => page.getByRole('button', { name: t.meeting.logCall.button }).click(),
  },
  'popup-loading': {
    page: 'popup',
    rows: base(),
    widths: [380],
    before: () => {
      IDBFactory.prototype.open = () => Object.create(IDBOpenDBRequest.prototype);
    },
  },
};
