import type { Page } from '@playwright/test';
import type { Messages, PageMessages } from '../../utils/i18n/messages/assemble.ts';
import { dayShots } from './day-states.ts';
import {
  anna,
  chidi,
  companies,
  contacts,
  cursors,
  deals,
  entry,
  lastWithAnna,
  loggedBefore,
  logJob,
  now,
  odoo,
  proposal,
  queue,
  quietOne,
  settings,
  tasks,
  turns,
  yuki,
} from './invented.ts';
import { changed, meeting, unnamedGuests } from './meetings.ts';
import { settingsShots } from './settings-states.ts';
import { setupShots } from './setup-states.ts';

/** Everything that our pages say. */
export type Words = Messages & PageMessages;

/** One picture: which page, what its databases hold, which mail its tab shows, and what is pressed first. */
export interface Shot {
  page: 'sidepanel' | 'popup' | 'welcome' | 'options' | 'practice' | 'practice-calendar';
  rows?: Record<string, object[]>;
  /** The thread and messages that the followed tab shows; absent: the tab is no mail page. */
  tab?: { threadIds: string[]; messages: string[][]; earlier?: string[][] };
  book?: 'practice';
  /** The page's clock runs: practice dates its mails by the worker's. */
  realTime?: boolean;
  /** More of `storage.session`. */
  session?: Record<string, unknown>;
  /** The browser did not grant Gmail's host. */
  noHost?: boolean;
  offline?: boolean;
  hash?: string;
  /** Runs in the page before its scripts do. */
  before?: () => void;
  /** `t`: the words as the page says them, by which what is pressed is found. */
  act?: (page: Page, t: Words) => Promise<void>;
  widths?: number[];
  /** Fixed height; absent: the whole page. */
  height?: number;
  /** Where it goes among the README's pictures, without `-light.png` or `-dark.png`; with `.png`: light alone. */
  docs?: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const stranger = { address: 'tobias.krueger@nordlicht.example', name: 'Tobias Krüger' };
const fresh = { address: 'ines.vogt@nordlicht.example', name: 'Ines Vogt' };
const open = { threadIds: ['open'], messages: [['msg-m1']] };
const base = (rows: Record<string, object[]> = {}) => ({
  settings: [settings()],
  contacts: contacts(),
  companies: companies(),
  cursors: cursors(),
  ...rows,
});
const mail = (change: Partial<Parameters<typeof proposal>[0]> = {}) =>
  proposal({ id: 'm1', thread: 'open', agoMs: 98 * minute, ...change });
const full = () =>
  base({ proposals: [mail({ strangers: [stranger] }), ...queue(), quietOne(), ...loggedBefore()] });

/** A CRM that wants to know of each call why it was. */
const asksOfCalls = () => {
  const choices = ['Renewal', 'Support'].map((label) => ({ value: label, label }));
  const fields = [{ name: 'x_reason', label: 'Reason', required: true, kind: 'choice', choices }];
  return { crm: odoo().account, at: now, schema: { call: { record: 'Call', label: 'Call', fields } } };
};
const single: Shot = { page: 'sidepanel', rows: full(), tab: open };
/** Two open deals, and what was logged before. */
const known: Shot = {
  page: 'sidepanel',
  rows: base({
    proposals: [mail({ strangers: [fresh] }), ...queue()],
    deals: deals(),
    loggedActivities: lastWithAnna(),
  }),
  tab: open,
};
const press = (name: (t: Words) => string) => async (page: Page, t: Words) => {
  await page
    .locator('.card--now')
    .getByRole('button', { name: name(t) })
    .first()
    .click();
};
const listed = (thread: string, who: { address: string; name: string }, subject: string, agoMs: number) => ({
  site: 'gmail',
  account: null,
  url: 'https://mail.google.com/mail/u/0/',
  head: {
    threadId: thread,
    threadIds: [thread],
    subject,
    lastAt: now - agoMs,
    lastFrom: who,
    lastFromMe: false,
    others: [{ address: who.address, name: who.name }],
    lastIds: [`msg-${thread}`],
  },
});
const inList = {
  'listed-threads': [
    listed('l1', anna, 'Renewal for 40 seats', 3 * day),
    listed('l2', anna, 'Terms for two years', 6 * day),
    listed('l3', chidi, 'Invoice question', 2 * day),
    listed('l4', yuki, 'Pilot scope, and who of the two studios takes part in the first month', 9 * day),
  ],
};
const readme: Shot = {
  page: 'sidepanel',
  docs: 'panel',
  widths: [360],
  tab: open,
  rows: base({
    proposals: [mail({ strangers: [fresh] }), ...queue(), ...loggedBefore()],
    outbox: [
      entry('o9', logJob('gone', 'Delivery dates'), { state: 'queued', notBefore: now + 8_000 }, now - 2_000),
    ],
  }),
};
const day1: Shot = { page: 'popup', rows: base({ turns: turns(), tasks: tasks(), proposals: queue() }) };

export const shots: Record<string, Shot> = {
  'panel-readme': readme,
  'panel-single': { ...single, widths: [250, 320, 360, 600] },
  'panel-thread': {
    page: 'sidepanel',
    rows: base({
      proposals: [
        mail({ agoMs: 3 * day, text: 'Could you tell me what 40 seats would cost for two years?' }),
        proposal({
          id: 'm2',
          thread: 'open',
          sent: true,
          agoMs: 2 * day,
          text: 'The list price is 18 a seat and month. For two years I can take 10 % off.',
        }),
        proposal({
          id: 'm3',
          thread: 'open',
          agoMs: 98 * minute,
          files: ['Order form.pdf', 'Terms.docx'],
          strangers: [fresh],
        }),
        ...queue(),
      ],
      refused: [{ id: 'r1', ids: ['msg-r1'], site: 'gmail', reason: 'internal', at: now }],
    }),
    tab: {
      threadIds: ['open'],
      messages: [['msg-m1'], ['msg-m2'], ['msg-m3'], ['msg-r1']],
      earlier: [['msg-e1'], ['msg-e2']],
    },
  },
  'panel-customer': { ...known, widths: [250, 320, 360] },
  'panel-choose-deal': {
    ...known,
    act: async (page, t) => page.getByRole('button', { name: t.pick.chooseOf.deal }).click(),
    height: 780,
  },
  'panel-choose-contact': {
    ...known,
    act: async (page, t) => {
      await page.getByRole('button', { name: t.pick.wrongOf(anna.name) }).click();
      await page.getByRole('combobox').fill('nordl');
      await page.getByRole('option', { name: /Tobias/ }).waitFor();
    },
    height: 780,
  },
  'meeting-card': {
    page: 'sidepanel',
    tab: open,
    widths: [250, 360],
    rows: base({
      proposals: [
        meeting({
          id: 'm1',
          thread: 'open',
          agoMs: 2 * 60 * minute,
          notes: 'Agenda: seats for 2027, start date.',
        }),
        meeting({
          id: 'm8',
          thread: 'open',
          agoMs: -50 * minute,
          status: { state: 'upcoming', until: now + 95 * minute },
        }),
        ...changed(),
        ...queue(),
      ],
    }),
  },
  'meeting-unknown': {
    page: 'sidepanel',
    tab: open,
    rows: base({
      settings: [settings({ crm: { ...odoo(), kinds: ['email'] } })],
      proposals: [meeting({ id: 'm1', thread: 'open', agoMs: 2 * 60 * minute, detail: unnamedGuests })],
    }),
    act: async (page, t) => page.getByRole('button', { name: t.meeting.addAddressOf('Kim Lee') }).click(),
  },
  'meeting-edit': {
    page: 'sidepanel',
    tab: open,
    rows: base({ proposals: [meeting({ id: 'm1', thread: 'open', agoMs: 2 * 60 * minute })] }),
    act: async (page, t) => {
      await press((words) => words.proposal.edit)(page, t);
      await page.getByRole('button', { name: t.meeting.useTemplate }).click();
    },
  },
  'call-form': {
    ...single,
    act: async (page, t) => page.getByRole('button', { name: t.meeting.logCall.button }).click(),
  },
  'call-form-asked': {
    ...single,
    rows: { ...full(), settings: [settings({ crm: odoo() })], schemas: [asksOfCalls()] },
    act: async (page, t) => {
      await page.getByRole('button', { name: t.meeting.logCall.button }).click();
      await page.getByRole('button', { name: t.meeting.logCall.log }).click();
    },
  },
  'popup-notes': {
    page: 'popup',
    rows: base({
      turns: turns().slice(0, 1),
      proposals: [
        meeting({ id: 'n1', agoMs: 2 * 60 * minute }),
        meeting({
          id: 'n2',
          agoMs: 26 * 60 * minute,
          subject: 'Kick-off with everybody who is to use it from January on',
        }),
      ],
    }),
  },
  'panel-edit': { ...single, act: press((t) => t.proposal.edit) },
  'panel-later': { ...single, act: press((t) => t.snooze.button), height: 780 },
  'panel-more': { ...single, act: press((t) => t.proposal.moreActions), height: 780 },
  'panel-row': { ...single, act: async (page) => page.locator('.row__main').nth(1).click() },
  'panel-keys': { ...single, act: async (page) => page.keyboard.press('?'), height: 780 },
  'panel-review': {
    ...single,
    act: async (page, t) => page.getByRole('button', { name: t.panel.logAll }).click(),
    height: 780,
  },
  'panel-duplicate': {
    ...single,
    act: async (page, t) => page.getByRole('button', { name: t.proposal.stranger.check }).click(),
  },
  'panel-trouble': {
    page: 'sidepanel',
    offline: true,
    tab: open,
    rows: base({
      settings: [settings({ crm: odoo() })],
      proposals: [mail({ status: { state: 'confirmed', outboxId: 'o1', confirmedAt: now } }), ...queue()],
      drift: [
        { id: 'd1', site: 'gmail', step: 'open thread: message list', shape: '<div>', at: now, times: 3 },
      ],
      outbox: [
        entry('o1', logJob('m1', 'Renewal for 40 seats'), {
          state: 'needs-person',
          fault: { kind: 'signed-out' },
          since: now,
        }),
        entry('o2', logJob('x2', 'Pricing call'), {
          state: 'needs-person',
          fault: { kind: 'refused', reason: 'Field “Lead source” is required.', field: 'Lead source' },
          since: now,
        }),
        entry(
          'o3',
          logJob('x3', 'Delivery dates'),
          { state: 'unconfirmed', notBefore: now + 90_000 },
          now - day,
        ),
      ],
    }),
  },
  'panel-decided': {
    page: 'sidepanel',
    rows: base({
      proposals: [
        mail({ agoMs: day, status: { state: 'logged', loggedAt: now - 5 * 60 * minute, outboxId: 'o1' } }),
        proposal({ id: 'm2', thread: 'open', status: { state: 'dismissed', dismissedAt: now } }),
        proposal({
          id: 'm3',
          thread: 'open',
          status: { state: 'confirmed', outboxId: 'o3', confirmedAt: now },
        }),
        proposal({ id: 'm4', thread: 'open', status: { state: 'snoozed', until: now + day } }),
        ...queue(),
      ],
    }),
    tab: { threadIds: ['open'], messages: [['msg-m1'], ['msg-m2'], ['msg-m3'], ['msg-m4']] },
  },
  'panel-refused': {
    page: 'sidepanel',
    rows: base({
      proposals: queue(),
      refused: [{ id: 'r1', ids: ['msg-r1'], site: 'gmail', reason: 'automated', at: now }],
    }),
    tab: { threadIds: ['other'], messages: [['msg-r1']] },
  },
  'panel-practice': {
    page: 'sidepanel',
    book: 'practice',
    rows: base({ proposals: [mail({ strangers: [fresh] })] }),
    tab: open,
  },
  'panel-right-to-left': {
    page: 'sidepanel',
    rows: base({
      proposals: [
        mail({
          from: {
            ...anna,
            name: 'نور الهاشمي',
            address: 'noor@qamar.example',
            company: 'شركة قمر',
          },
          subject: 'تجديد العقد — Re: Renewal VERYLONGWORDWITHOUTANYSPACESINITATALLTHATMUSTBREAKSOMEWHERE',
          text: 'نود تجديد العقد لمدة عامين إذا تم إلغاء رسوم الإعداد.',
        }),
      ],
    }),
    tab: open,
  },
  'panel-drift': {
    page: 'sidepanel',
    rows: base({
      proposals: queue(),
      drift: [
        { id: 'd1', site: 'gmail', step: 'open thread: message list', shape: '<div>', at: now, times: 3 },
      ],
    }),
    tab: { threadIds: [], messages: [] },
  },
  'panel-by-hand': {
    ...single,
    act: async (page, t) => page.getByRole('button', { name: t.byHand.open }).click(),
    height: 780,
  },
  'panel-by-hand-whom': {
    ...single,
    act: async (page, t) => {
      await page.getByRole('button', { name: t.byHand.open }).click();
      await page
        .locator('.by-hand textarea')
        .fill('We talked about the renewal, and they will call on Monday.');
      await page.getByRole('button', { name: t.byHand.propose }).click();
      await page.getByText(t.byHand.whom).waitFor();
    },
    height: 780,
  },
  'panel-listed': {
    page: 'sidepanel',
    rows: base(),
    session: inList,
    tab: { threadIds: [], messages: [] },
  },
  'panel-listed-review': {
    page: 'sidepanel',
    rows: base(),
    session: inList,
    tab: { threadIds: [], messages: [] },
    act: async (page, t) => page.getByRole('button', { name: t.listed.review, exact: true }).click(),
    height: 780,
  },
  'panel-other-page': { page: 'sidepanel', rows: base({ proposals: queue() }) },
  'panel-empty': { page: 'sidepanel', rows: base(), tab: { threadIds: [], messages: [] } },
  'panel-no-consent': { page: 'sidepanel', rows: {} },
  'panel-host-gone': { page: 'sidepanel', rows: base({ proposals: queue() }), noHost: true },
  ...dayShots,
  popup: { ...day1, docs: 'popup', widths: [380] },
  'popup-later': {
    ...day1,
    widths: [380],
    act: async (page) => page.locator('.due__act .button').first().click(),
  },
  'popup-empty': { page: 'popup', rows: base(), widths: [380] },
  'popup-no-consent': { page: 'popup', rows: {}, widths: [380] },
  ...setupShots,
  'options-crm': {
    page: 'options',
    hash: '#crm-fields',
    rows: base({
      settings: [
        settings({
          crm: {
            ...odoo(),
            connector: 'espocrm',
            kinds: ['email', 'call'],
            fills: [
              {
                kind: 'call',
                field: 'cResult',
                value: '',
                from: 'outcome',
                words: { positive: 'won', negative: 'lost' },
              },
            ],
          },
          transfer: { account: odoo().account, state: 'offered', total: 23, queued: 0, skipped: 0, after: 0 },
        }),
      ],
      proposals: queue(),
      schemas: [
        {
          crm: odoo().account,
          at: now,
          schema: {
            email: {
              record: 'Email',
              label: 'Email',
              fields: [
                { name: 'name', label: 'Subject', required: true, kind: 'text', ours: 'subject' },
                { name: 'body', label: 'Body', required: false, kind: 'text', ours: 'ownWords' },
                { name: 'dateSent', label: 'Date sent', required: true, kind: 'date', ours: 'at' },
              ],
            },
            call: {
              record: 'Call',
              label: 'Call',
              fields: [
                { name: 'name', label: 'Name', required: true, kind: 'text', ours: 'subject' },
                {
                  name: 'cType',
                  label: 'Call type',
                  required: false,
                  kind: 'choice',
                  ours: 'kind',
                  choices: [
                    { value: 'intro', label: 'Introduction' },
                    { value: 'demo', label: 'Demo' },
                  ],
                },
                {
                  name: 'cReason',
                  label: 'Reason',
                  required: true,
                  kind: 'choice',
                  choices: [
                    { value: 'sales', label: 'Sales' },
                    { value: 'support', label: 'Support' },
                  ],
                },
                {
                  name: 'cResult',
                  label: 'Result',
                  required: false,
                  kind: 'choice',
                  choices: [
                    { value: 'won', label: 'Went well' },
                    { value: 'lost', label: 'No interest' },
                  ],
                },
                { name: 'cNext', label: 'To do next', required: false, kind: 'text' },
              ],
            },
          },
        },
      ],
    }),
    widths: [360, 900],
  },
  ...settingsShots,
};
