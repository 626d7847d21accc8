// @vitest-environment jsdom

import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { HelpDialog } from '@/components/design/help';
import { createPanelKeys } from '@/components/panel/panel-keys';
import type {
  AskedView,
  CoverageView,
  OfferView,
  OpenThreadView,
  OpenView,
  PanelActions,
  PanelModel,
  QueueView,
} from '@/components/panel/panel-props';
import { ProposalForm } from '@/components/panel/proposal-card';
import { ReviewDialog } from '@/components/panel/queue';
import { SidePanel } from '@/components/panel/side-panel';
import { ContactForm } from '@/components/panel/stranger-card';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Proposal } from '@/utils/model/proposal';
import { groupQueue, holdStill } from '@/utils/view/queue';
import { snoozeTimes } from '@/utils/view/snooze-times';
import { logEntry, proposal } from '../view/proposals';
import { noByHand } from './by-hand-door';

// The forms come when they are first drawn; here they are there at once.
beforeAll(async () => {
  await Promise.all([ContactForm.bring(), ProposalForm.bring()]);
});

const now = Date.UTC(2026, 10, 21, 9, 30);

function setUp(
  over: {
    open?: OpenView;
    queue?: Proposal[];
    stuck?: OutboxEntry[];
    changes?: Proposal[];
    asked?: AskedView;
  } = {},
) {
  const queue = signal<QueueView>(groupQueue(over.queue ?? [], new Set()));
  const open = signal<OpenView>(over.open ?? { kind: 'nothing' });
  const model = {
    now: signal(now),
    tick: signal(now),
    book: signal('real' as const),
    open,
    queue,
    readMore: () => {},
    offer: signal<OfferView | null>(null),
    inHand: signal({ stuck: over.stuck ?? [], onTheWay: [] }),
    coverage: signal({ logged: 3, waiting: 2, onTheWay: 0, stuck: over.stuck?.length ?? 0 }),
    covered: signal<CoverageView | null>(null),
    notices: signal([]),
    loading: signal(false),
    recent: signal([]),
    changes: signal<Proposal[]>(over.changes ?? []),
    connector: signal('odoo'),
    pending: signal(new Set<string>()),
    said: signal(''),
  } satisfies PanelModel;
  const asked = over.asked ?? { crm: 'espocrm', fields: [] };
  const calls = new Map<string, unknown[][]>();
  const spy = (name: string) => {
    calls.set(name, []);
    return async (...args: unknown[]) => {
      calls.get(name)?.push(args);
      return true as never;
    };
  };
  const actions: PanelActions = {
    confirm: spy('confirm'),
    edit: spy('edit'),
    dismiss: spy('dismiss'),
    restore: spy('restore'),
    snooze: spy('snooze'),
    neverLog: spy('neverLog'),
    undo: spy('undo'),
    showAnyway: spy('showAnyway'),
    createContact: spy('createContact'),
    updateContact: spy('updateContact'),
    declineUpdate: spy('declineUpdate'),
    retry: spy('retry'),
    giveUp: spy('giveUp'),
    reloadTab: spy('reloadTab'),
    clearProblem: () => {},
    allowHosts: () => {},
    readSite: spy('readSite'),
    openPage: () => {},
    panelKeys: signal('Alt+Shift+L'),
    keys: { enabled: () => true, enable: () => {} },
    takeChange: spy('takeChange'),
    leaveChange: spy('leaveChange'),
    undoChange: spy('undoChange'),
    addGuest: spy('addGuest'),
    logCall: spy('logCall'),
    findPeople: async () => [],
    findPicks: async () => [],
    isChosen: async () => false,
    correct: spy('correct'),
    forgetChoice: spy('forgetChoice'),
    lacks: () => null,
    asks: () => asked,
    firstLogSeen: spy('firstLogSeen'),
    notesTemplate: () => 'Decided:\nNext:',
    snoozeTimes,
    copy: async () => {},
  };
  const keys = createPanelKeys(model, actions);
  act(() => {
    render(
      <SidePanel
        panel={model}
        actions={actions}
        helpOpen={keys.helpOpen}
        holdStill={holdStill}
        byHand={noByHand}
        listed={{ groups: signal([]), propose: async () => true }}
      />,
      document.body,
    );
  });
  return { model, actions, calls, keys, open, queue };
}

const thread = (offered: Proposal[], more: Partial<OpenThreadView> = {}): OpenView => ({
  kind: 'thread',
  tabId: 1,
  head: { name: 'Anna Berger', address: 'anna.berger@nordlicht.example', companyName: 'Nordlicht GmbH' },
  offered,
  decided: [],
  refused: [],
  earlier: [],
  reading: false,
  strangers: [],
  stuck: new Set<string>(),
  ...more,
});

const button = (name: string | RegExp): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find((each) => {
    const said = each.getAttribute('aria-label') ?? each.querySelector('span')?.textContent ?? '';
    return typeof name === 'string' ? said === name : name.test(said);
  });
  if (!found) throw new Error(`no button ${name}`);
  return found;
};

beforeAll(async () => {
  await Promise.all([HelpDialog.bring(), ReviewDialog.bring()]);
});
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn();
  HTMLDialogElement.prototype.close = vi.fn();
  HTMLElement.prototype.scrollIntoView = vi.fn();
});
afterEach(() => {
  act(() => render(null, document.body));
  document.body.replaceChildren();
});

describe('the panel', () => {
  it('shows the customer’s words, whom it is logged with and why', () => {
    setUp({ open: thread([proposal()]) });
    const text = document.body.textContent ?? '';
    for (const said of ['Anna Berger', 'Nordlicht GmbH', '“We would renew all 40 seats.”', 'same address'])
      expect(text).toContain(said);
  });

  it('logs a thread’s mails together with one press, without those that were left out', () => {
    const mails = [proposal({ id: 'a', subject: 'One' }), proposal({ id: 'b', subject: 'Two' })];
    const { calls } = setUp({ open: thread(mails) });
    act(() => button('Log 2 mails').click());
    expect(calls.get('confirm')?.[0]?.[0]).toEqual(mails);
    const box = document.querySelector<HTMLInputElement>('.mail input[type=checkbox]');
    act(() => box?.click());
    act(() => button('Log 1 mail').click());
    expect(calls.get('confirm')?.[1]?.[0]).toEqual([mails[1]]);
  });

  it('asks in each of a thread’s mails for whom its page only names', async () => {
    const [one, two] = ['One', 'Two'].map((subject) => proposal({ id: subject, subject }));
    if (two?.captured.kind !== 'email' || !one) throw new Error('two mails');
    const named = { ...two, captured: { ...two.captured, unnamed: ['Lee, Kim'] } };
    const { calls } = setUp({ open: thread([one, named]) });
    const mails = [...document.querySelectorAll('.mail')];
    expect(mails.map((mail) => mail.textContent?.includes('Lee, Kim'))).toEqual([false, true]);
    act(() => button('Add address: Lee, Kim').click());
    const field = mails[1]?.querySelector<HTMLInputElement>('input[type=email], .guest-form input');
    if (!field) throw new Error('no field');
    expect(document.activeElement).toBe(field);
    act(() => {
      field.value = 'kim@nordlicht.example';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(async () => button('Add').click());
    expect(calls.get('addGuest')).toEqual([[named, 'kim@nordlicht.example', 'Lee, Kim']]);
  });

  it('gives every control a name, also those that are pictures', () => {
    setUp({
      open: thread([proposal()], {
        kind: 'thread',
        strangers: [
          {
            person: { address: 'ines@nordlicht.example', name: 'Ines Vogt' },
            draft: { name: 'Ines Vogt', address: 'ines@nordlicht.example' },
            duplicates: [],
          },
        ],
      }),
      queue: [proposal({ id: 'q', threadIds: ['q'] })],
      stuck: [
        logEntry(proposal({ id: 's' }), {
          status: { state: 'needs-person', fault: { kind: 'gone' }, since: now },
        }),
      ],
    });
    const controls = [...document.querySelectorAll('button, input, [role=menuitem]')];
    expect(controls.length).toBeGreaterThan(12);
    for (const control of controls) {
      const name =
        control.getAttribute('aria-label') ??
        (control.textContent || control.closest('label')?.textContent || '').trim();
      expect(name, control.outerHTML).not.toBe('');
    }
    expect(button('Add contact: Ines Vogt')).toBeTruthy();
    expect(button('Log “Renewal for 40 seats”')).toBeTruthy();
    const pictures = [...document.querySelectorAll('svg')];
    expect(pictures.every((each) => each.getAttribute('aria-hidden') === 'true')).toBe(true);
    expect(document.querySelectorAll('img, iframe, [src^="http"]')).toHaveLength(0);
  });

  it('opens the form instead of adding a contact who may be there already', () => {
    const draft = { name: 'Tobias Krüger', address: 'tobias@nordlicht.example' };
    const contact = {
      id: '9',
      name: 'Tobias Krüger',
      addresses: ['t@old.example'],
      phones: [],
      updatedAt: now,
    };
    const { calls } = setUp({
      open: thread([proposal()], {
        kind: 'thread',
        strangers: [
          {
            person: draft,
            draft,
            duplicates: [{ contact, because: { code: 'same-name-and-company', args: [] } }],
          },
        ],
      }),
    });
    act(() => button('Check first: Tobias Krüger').click());
    expect(calls.get('createContact')).toEqual([]);
    expect(document.body.textContent).toContain('t@old.example');
    act(() => button('Add as a new contact').click());
    expect(calls.get('createContact')).toEqual([[draft]]);
  });

  it('does not log an edited mail without a subject, and says what is missing', () => {
    const { calls, keys } = setUp({ open: thread([proposal()]) });
    act(() => {
      keys.act('edit');
    });
    const subject = document.querySelector<HTMLInputElement>('form input');
    expect(document.activeElement).toBe(subject);
    act(() => {
      if (!subject) return;
      subject.value = '  ';
      subject.dispatchEvent(new Event('input', { bubbles: true }));
    });
    act(() => button('Log it').click());
    expect(calls.get('confirm')).toEqual([]);
    expect(subject?.getAttribute('aria-invalid')).toBe('true');
    const described = subject?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toContain('Write a subject');
  });
});

describe('by keyboard alone', () => {
  it('walks the rows with j and k and decides on the one that has the focus', () => {
    const here = proposal({ id: 'here' });
    const queued = proposal({ id: 'q', threadIds: ['q'], subject: 'Invoice question' });
    const { calls, keys } = setUp({ open: thread([here]), queue: [queued] });
    expect(keys.act('confirm')).toBe(true);
    expect(calls.get('confirm')?.[0]?.[0]).toEqual([here]);
    keys.act('next');
    keys.act('next');
    expect(document.activeElement?.getAttribute('aria-label')).toContain('Invoice question');
    keys.act('dismiss');
    expect(calls.get('dismiss')?.[0]?.[0]).toEqual([queued]);
    keys.act('to-open-mail');
    expect(document.activeElement?.getAttribute('data-row')).toBe('open');
  });

  it('gives the focus to the row that takes the place of one that was logged', async () => {
    const rows = ['a', 'b', 'c'].map((id, at) =>
      proposal({ id, threadIds: [id], subject: `Mail ${id}`, sentAt: 30 - at }),
    );
    const { keys, queue } = setUp({ queue: rows });
    keys.act('next');
    keys.act('next');
    expect(document.activeElement?.getAttribute('aria-label')).toContain('Mail b');
    await act(async () => {
      queue.value = groupQueue([rows[0]!, rows[2]!], new Set());
    });
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.activeElement?.getAttribute('aria-label')).toContain('Mail c');
  });

  it('never decides on the open mail while the focus is on something else', () => {
    const { calls, keys } = setUp({ open: thread([proposal()]) });
    button('Settings').focus();
    expect(keys.act('dismiss')).toBe(false);
    expect(calls.get('dismiss')).toEqual([]);
  });

  it('opens a row of the queue to edit it, and then decides on what is chosen in it', async () => {
    const mails = ['a', 'b'].map((id, at) => proposal({ id, threadIds: ['q'], sentAt: 30 - at }));
    const { calls, keys } = setUp({ queue: mails });
    keys.act('next');
    act(() => {
      keys.act('snooze');
    });
    const box = document.querySelector<HTMLInputElement>('.row input[type=checkbox]');
    act(() => box?.click());
    keys.act('next');
    act(() => {
      keys.act('confirm');
    });
    expect(calls.get('confirm')?.[0]?.[0]).toEqual([mails[0]]);
  });

  it('does nothing where there is nothing to decide', () => {
    const { calls, keys } = setUp();
    expect([keys.act('confirm'), keys.act('undo'), keys.act('edit')]).toEqual([false, false, false]);
    expect(calls.get('confirm')).toEqual([]);
  });

  it('takes back what was pressed a moment ago, even before the worker has answered', async () => {
    const { calls, keys, model } = setUp();
    model.pending.value = new Set(['p1']);
    expect(keys.act('undo')).toBe(true);
    expect(calls.get('restore')).toEqual([]);
    const now = Date.now();
    act(() => {
      model.offer.value = {
        kind: 'dismissed',
        proposalIds: ['p1'],
        subject: 'Offer',
        from: now,
        until: now + 10_000,
      };
    });
    await vi.waitFor(() => expect(calls.get('restore')).toEqual([[['p1']]]));
  });

  it('shows every key behind ?', () => {
    const { keys } = setUp();
    act(() => {
      keys.act('help');
    });
    const shown = document.querySelector('dialog')?.textContent ?? '';
    for (const key of ['j', 'k', 'e', 'x', 's', 'u', 'z', '?']) expect(shown).toContain(key);
    expect(shown).toContain('Single-key shortcuts');
  });
});

describe('the way back', () => {
  it('of a change, and of one that was left as it is, is asked of the worker as a change', () => {
    const { calls, keys, model } = setUp();
    const offer = { proposalIds: ['p1'], subject: 'Review', from: Date.now(), until: Date.now() + 10_000 };
    for (const kind of ['changed', 'left', 'logged', 'snoozed'] as const) {
      act(() => {
        model.offer.value = { kind, ...offer };
      });
      keys.act('undo');
    }
    expect(calls.get('undoChange')).toEqual([[['p1']], [['p1']]]);
    expect(calls.get('undo')).toEqual([[['p1'], false]]);
    expect(calls.get('restore')).toEqual([[['p1']]]);
  });
});

describe('what the CRM did not take', () => {
  it('says what happened, what is safe, and offers the ways out', () => {
    const refused = logEntry(proposal({ subject: 'Pricing call' }), {
      id: 'o1',
      status: {
        state: 'needs-person',
        fault: { kind: 'refused', reason: 'Lead source is required' },
        since: now,
      },
    });
    const { calls } = setUp({ stuck: [refused] });
    const text = document.body.textContent ?? '';
    for (const said of ['Pricing call', 'Lead source is required', 'nothing is logged twice'])
      expect(text).toContain(said);
    act(() => button('Try again').click());
    act(() => button('Take back').click());
    expect(calls.get('retry')).toEqual([['o1']]);
    expect(calls.get('giveUp')).toEqual([['o1']]);
  });
});

describe('what the CRM asks for besides', () => {
  const reason = {
    name: 'cReason',
    label: 'Reason',
    required: true,
    kind: 'choice' as const,
    choices: [{ value: 'sales', label: 'Sales' }],
  };
  const asked: AskedView = { crm: 'espocrm', fields: [reason] };

  it('is part of the card: nothing is logged without it, and with it in one press', async () => {
    const { calls } = setUp({ open: thread([proposal()]), asked });
    expect(document.querySelector('.asked legend')?.textContent).toBe('EspoCRM asks for');
    await act(async () => button(/^Log it/).click());
    expect(calls.get('confirm')).toEqual([]);
    const select = document.querySelector<HTMLSelectElement>('.asked select');
    expect(document.activeElement).toBe(select);
    expect(select?.getAttribute('aria-invalid')).toBe('true');
    await act(async () => {
      if (!select) return;
      select.value = 'sales';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await act(async () => button(/^Log it/).click());
    expect(calls.get('confirm')).toEqual([[[proposal()], { fields: { cReason: 'sales' } }]]);
  });

  it('is asked for the next step’s task, too, where there is one', async () => {
    const ofTask: AskedView = { crm: 'espocrm', fields: [], task: [reason] };
    const plain = proposal({ id: 'p1' });
    const nextStep = { kind: 'asked-of-me' as const, text: 'Send the offer', due: null, sentence: '' };
    const step = { ...plain, activity: { ...plain.activity, nextStep } };
    const first = setUp({ open: thread([plain]), asked: ofTask });
    await act(async () => button(/^Log it/).click());
    expect(first.calls.get('confirm')).toEqual([[[plain], undefined]]);
    act(() => render(null, document.body));
    const { calls } = setUp({ open: thread([step]), asked: ofTask });
    expect(document.querySelector('.asked legend')?.textContent).toBe('For the task, EspoCRM asks for');
    await act(async () => button(/^Log it/).click());
    expect(calls.get('confirm')).toEqual([]);
    const select = document.querySelector<HTMLSelectElement>('.asked select');
    expect(document.activeElement).toBe(select);
    await act(async () => {
      if (!select) return;
      select.value = 'sales';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await act(async () => button(/^Log it/).click());
    expect(calls.get('confirm')).toEqual([[[step], { taskFields: { cReason: 'sales' } }]]);
  });

  it('a row of the list opens its card instead of being refused later', async () => {
    const { calls } = setUp({ queue: [proposal()], asked });
    await act(async () => button('Log “Renewal for 40 seats”').click());
    expect(calls.get('confirm')).toEqual([]);
    expect(document.querySelector('.row .asked')).not.toBeNull();
  });

  it('many at once leave out what lacks it, and say what is asked for', async () => {
    const one = proposal({ id: 'p1' });
    const said = proposal({ id: 'p2', threadIds: ['t2'], aliases: ['m2'] });
    const complete = { ...said, activity: { ...said.activity, fields: { cReason: 'sales' } } };
    const { calls } = setUp({ queue: [one, complete], asked });
    HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
      this.open = false;
    };
    await act(async () => button('Log all').click());
    expect(document.querySelector('.review')?.textContent).toContain('EspoCRM asks for Reason.');
    const boxes = [...document.querySelectorAll<HTMLInputElement>('.review input')];
    expect(boxes.filter(({ disabled }) => disabled)).toHaveLength(1);
    await act(async () => button(/^Log 1 mail/).click());
    expect(calls.get('confirm')).toEqual([[[complete]]]);
  });
});

describe('coverage', () => {
  it('says what was seen, logged, waits and was lost, and when it last worked', () => {
    const { model } = setUp();
    const of = { seen: 42, logged: 39, waiting: 3, onTheWay: 0, leftOut: 0, lost: 0 };
    act(() => {
      model.covered.value = { ...of, lastAt: now - 60_000, readAt: now - 3 * 60_000 };
    });
    const said = document.querySelector('.covered')?.textContent;
    expect(said).toContain('42 customer mails and meetings, 39 logged, 3 waiting, 0 lost');
    expect(said).toMatch(/Last logged today .*Odoo last read 3 min\. ago\./);
  });
});
