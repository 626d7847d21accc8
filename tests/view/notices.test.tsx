// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { Notices } from '@/components/panel/notices';
import type { PanelActions } from '@/components/panel/panel-props';
import type { Book } from '@/utils/model/messages';
import type { Fault, OutboxEntry } from '@/utils/model/outbox';
import type { CrmConnection } from '@/utils/model/settings';
import { defaultSettings } from '@/utils/store/settings';
import { createCommands } from '@/utils/view/commands';
import { noticesOf } from '@/utils/view/notices';
import { logEntry, proposal } from './proposals';

describe('a mail that could not be kept', () => {
  it('is said in the panel of its book: what happened, what is safe, what to do; and no longer once it is over', () => {
    const notKept = signal<unknown>(undefined);
    const book = signal<Book>('real');
    const nothing = signal({ state: 'loading' } as const);
    const notices = noticesOf({
      around: {
        tab: signal(null),
        openTabs: signal(undefined),
        staleTabs: signal(undefined),
        notKept,
        granted: signal(new Set(['gmail'] as const)),
        online: signal(true),
        syncTrouble: signal(undefined),
      },
      syncTrouble: signal(undefined),
      settings: signal({ state: 'ready', value: defaultSettings('real') } as const),
      openTab: signal(null),
      book,
      drift: nothing,
      outbox: nothing,
      reading: signal(null),
      waiting: nothing,
      commands: createCommands(book, async () => ({ ok: true })),
      now: signal(0),
    });
    const said = () => {
      act(() =>
        render(
          <Notices
            notices={notices.value}
            connector="notebook"
            actions={{} as PanelActions}
            onByHand={() => {}}
          />,
          document.body,
        ),
      );
      return document.body.textContent ?? '';
    };
    expect(said()).toBe('');
    notKept.value = { real: 'storage-full' };
    expect(said()).toMatch(/disk is full.*safe in your mailbox.*Free some space/);
    notKept.value = { real: 'storage-failed' };
    expect(said()).toMatch(/did not store.*safe in your mailbox.*Open the mail again/);
    book.value = 'practice';
    expect(said()).toBe('');
    book.value = 'real';
    for (const value of [{}, { real: 'nonsense' }, 'nonsense']) {
      notKept.value = value;
      expect(said()).toBe('');
    }
  });
});

describe('a CRM that stops working', () => {
  const open = (entries: OutboxEntry[], trouble?: unknown, connection: Partial<CrmConnection> = {}) => {
    const book = signal<Book>('real');
    const settings = defaultSettings('real');
    const nothing = signal({ state: 'loading' } as const);
    return noticesOf({
      around: {
        tab: signal(null),
        openTabs: signal(undefined),
        staleTabs: signal(undefined),
        notKept: signal(undefined),
        granted: signal(new Set(['gmail'] as const)),
        online: signal(true),
        syncTrouble: signal(undefined),
      },
      settings: signal({
        state: 'ready',
        value: { ...settings, crm: { ...settings.crm, ...connection } },
      } as const),
      openTab: signal(null),
      book,
      drift: nothing,
      outbox: signal({ state: 'ready', value: entries } as const),
      waiting: nothing,
      syncTrouble: signal(trouble),
      reading: signal(null),
      commands: createCommands(book, async () => ({ ok: true })),
      now: signal(0),
    }).value.filter(({ kind }) => kind !== 'host');
  };
  const waiting = (last: Fault, createdAt: number): OutboxEntry => ({
    ...logEntry(proposal()),
    id: `o${createdAt}`,
    createdAt,
    status: { state: 'queued', notBefore: createdAt, last },
  });

  it('is said at the first entry that did not arrive, with how many wait and since when', () => {
    const entries = [waiting({ kind: 'offline' }, 2000), waiting({ kind: 'offline' }, 1000)];
    expect(open(entries)).toEqual([
      { kind: 'crm-trouble', fault: { kind: 'offline' }, since: 1000, waiting: 2 },
    ]);
  });

  it('is said at the first reading that failed; to be slowed down is no trouble', () => {
    const fault = { kind: 'not-understood', step: 'contacts' };
    expect(open([], { fault, at: 5000 })).toEqual([{ kind: 'crm-trouble', fault, since: 5000, waiting: 0 }]);
    expect(open([], { fault: { kind: 'slow-down' }, at: 5000 })).toEqual([]);
    expect(open([waiting({ kind: 'slow-down' }, 1000)])).toEqual([]);
    expect(open([], 'nonsense')).toEqual([]);
  });

  it('its first entry is shown until the rep has looked', () => {
    const firstLog = {
      at: 1e12,
      subject: 'Renewal',
      found: true,
      seen: false,
      link: 'https://crm.example/1',
    };
    expect(open([], undefined, { firstLog })).toEqual([
      { kind: 'first-log', subject: 'Renewal', found: true, link: 'https://crm.example/1' },
    ]);
    expect(open([], undefined, { firstLog: { ...firstLog, seen: true } })).toEqual([]);
  });
});

describe('a CRM that is read for the first time', () => {
  it('is told with how many contacts were read so far, unless it cannot be read', () => {
    const reading = signal<number | null>(12_000);
    const syncTrouble = signal<unknown>(undefined);
    const book = signal<Book>('real');
    const nothing = signal({ state: 'loading' } as const);
    const notices = noticesOf({
      around: {
        tab: signal(null),
        openTabs: signal(undefined),
        staleTabs: signal(undefined),
        notKept: signal(undefined),
        granted: signal(null),
        online: signal(true),
        syncTrouble,
      },
      syncTrouble,
      settings: signal({ state: 'ready', value: defaultSettings('real') } as const),
      openTab: signal(null),
      book,
      drift: nothing,
      outbox: nothing,
      waiting: nothing,
      reading,
      commands: createCommands(book, async () => ({ ok: true })),
      now: signal(0),
    });
    act(() =>
      render(
        <Notices notices={notices.value} connector="odoo" actions={{} as PanelActions} onByHand={() => {}} />,
        document.body,
      ),
    );
    expect(document.body.textContent).toMatch(/Reading Odoo for the first time.*12,000 contacts read so far/);
    syncTrouble.value = { fault: { kind: 'offline' }, at: 1_700_000_000_000 };
    expect(notices.value.map(({ kind }) => kind)).toEqual(['crm-trouble']);
    syncTrouble.value = undefined;
    reading.value = null;
    expect(notices.value).toEqual([]);
  });
});
