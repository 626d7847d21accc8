// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actOnRow, stepRow } from '@/components/design/rows';
import { DaySection } from '@/components/options/day-section';
import type { AskedView } from '@/components/panel/panel-props';
import type {
  DueTask,
  NotesMissing,
  PopupActions,
  PopupModel,
  Promised,
  Quiet,
  Waiting,
} from '@/components/popup/popup-props';
import { Today } from '@/components/popup/today';
import { rescheduleDays, snoozeTimes } from '@/utils/view/snooze-times';
import { telLink } from '@/utils/view/tel-link';

const hour = 3_600_000;
const now = new Date(2026, 10, 20, 15).getTime();
const root = () => document.body;
const show = (what: preact.ComponentChild) => act(() => render(what, root()));
const named = (label: string) =>
  [...root().querySelectorAll<HTMLElement>('button, a')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === label,
  );
beforeEach(() => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => act(() => render(null, root())));

const turn: Waiting['turn'] = {
  threadId: 't1',
  threadIds: ['t1'],
  account: null,
  subject: 'Renewal',
  lastAt: now - 30 * hour,
  lastFrom: { address: 'anna@nordlicht.example' },
  lastFromMe: false,
  customer: { name: 'Anna Berger', contactId: '1', companyName: 'Nordlicht' },
  url: 'https://mail.google.com/mail/u/0/#all/1',
  asOf: now - hour,
};
const waiting: Waiting = {
  kind: 'waiting',
  id: 't1',
  turn,
  waitedMs: 12 * hour,
  stake: { title: 'Forty seats', value: 48_000, currency: 'EUR' },
  phone: '+49 (0)30 1234-5',
  proposalId: 'p1',
};
const quiet: Quiet = { kind: 'quiet', id: 't2', turn: { ...turn, threadId: 't2' }, days: 5 };
const task: DueTask = { kind: 'task', id: 'k1', title: 'Pilot dates', dueDate: '2026-11-20', overdueDays: 0 };

const promised: Promised = {
  kind: 'promise',
  id: 'p2',
  sentence: 'I will send the quote by Friday.',
  text: 'Send the quote',
  dueDate: '2026-11-20',
  overdueDays: 0,
  who: 'Anna Berger',
  phone: '+49 30 12345',
  url: turn.url,
};
const notes: NotesMissing = {
  kind: 'notes',
  id: 'p3',
  title: 'Quarterly review',
  endedAt: now - hour,
  who: 'Anna Berger',
  phone: '+49 30 12345',
};

interface Some {
  waiting: Waiting[];
  quiet: Quiet[];
  tasks: DueTask[];
  promises: Promised[];
  notes: NotesMissing[];
  taken: string;
}
const part = <Row,>(rows: Row[]) => ({ rows, total: rows.length, atLeast: false });
function popup(some: Partial<Some>) {
  return {
    now: signal(now),
    book: signal('real' as const),
    phase: signal('ready' as const),
    waiting: signal(part(some.waiting ?? [])),
    promises: signal(part(some.promises ?? [])),
    tasks: signal(part(some.tasks ?? [])),
    notes: signal(part(some.notes ?? [])),
    quiet: signal(part(some.quiet ?? [])),
    workday: signal(9 * hour),
    taken: signal(some.taken === undefined ? null : { what: some.taken }),
    proposals: signal(0),
    pending: signal(new Set<string>()),
    said: signal(''),
    unreachable: signal(0),
    showMore: vi.fn(),
  } satisfies PopupModel;
}
function doing(asked: AskedView = { crm: 'espocrm', fields: [] }) {
  const did = {
    followUpDone: vi.fn(),
    logAsIs: vi.fn(),
    openThread: vi.fn(),
    rescheduleTask: vi.fn(),
    takeBackFollowUp: vi.fn(),
    dropStep: vi.fn(),
    moveStep: vi.fn(),
    snoozeNotes: vi.fn(),
    openPanel: vi.fn(),
  };
  const rest = {
    threadLink: (url: string) => url,
    lacks: () => null,
    asks: () => asked,
    snoozeTimes,
    rescheduleDays,
    telLink,
  };
  return { did, actions: { ...did, ...rest } as unknown as PopupActions };
}

describe('a row of today', () => {
  it('says who waits, for how many working hours, what is at stake and as of when', () => {
    show(<Today popup={popup({ waiting: [waiting] })} actions={doing().actions} help={signal(false)} />);
    const row = root().querySelector('[data-row]');
    for (const said of ['Anna Berger', 'Nordlicht', 'Renewal', '12 hr', '48,000', 'as of'])
      expect(row?.textContent).toContain(said);
    expect(row?.querySelector('.due__long'), 'more than a working day').not.toBeNull();
  });

  it('of which there are more says how many, and whoever asks for them goes on with the first that comes', () => {
    const rows = (names: string[]) => names.map((name) => ({ ...task, id: name, title: name }));
    const model = popup({ quiet: [quiet] });
    const tasks = signal({ rows: rows(['one', 'two']), total: 1234, atLeast: false });
    model.quiet.value = { rows: [quiet], total: 1, atLeast: true };
    show(<Today popup={{ ...model, tasks }} actions={doing().actions} help={signal(false)} />);
    const counts = [...root().querySelectorAll('.count')].map(({ textContent }) => textContent);
    expect(counts).toEqual(['1,234', '1+']);
    act(() => named('Show more: Tasks')?.click());
    expect(model.showMore).toHaveBeenCalledWith('tasks');
    act(() => {
      tasks.value = { rows: rows(['one', 'two', 'three', 'four']), total: 4, atLeast: false };
    });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('three');
    expect(named('Show more: Tasks'), 'there is nothing behind it').toBeUndefined();
    act(() => named('Show more: Gone quiet')?.click());
    expect(model.showMore).toHaveBeenLastCalledWith('quiet');
  });

  it('that the CRM asks more of opens the panel, which asks, instead of being refused later', () => {
    const reason = { name: 'cReason', label: 'Reason', required: true, kind: 'text' as const };
    for (const more of [{ fields: [reason] }, { fields: [], task: [reason] }]) {
      const { did, actions } = doing({ crm: 'espocrm', ...more });
      const rows = popup({ waiting: [waiting], promises: [promised], notes: [notes] });
      show(<Today popup={rows} actions={actions} help={signal(false)} />);
      const says = (what: string) => `Log in the panel, where EspoCRM asks for more: ${what}`;
      for (const what of ['Renewal', promised.sentence, 'Quarterly review'])
        act(() => named(says(what))?.click());
      expect(did.openPanel).toHaveBeenCalledTimes(3);
      expect(did.logAsIs).not.toHaveBeenCalled();
    }
  });

  it('is called, logged, opened and done in one press each', () => {
    const { did, actions } = doing();
    show(<Today popup={popup({ waiting: [waiting] })} actions={actions} help={signal(false)} />);
    expect(named('Call Anna Berger')?.getAttribute('href')).toBe('tel:+4930123' + '45');
    act(() => named('Log: Renewal')?.click());
    expect(did.logAsIs).toHaveBeenCalledWith('p1', 'Renewal');
    act(() => named('Done: Anna Berger')?.click());
    expect(did.followUpDone).toHaveBeenCalledWith('waiting', 't1');
    act(() => root().querySelector<HTMLElement>('.due__main')?.click());
    expect(did.openThread).toHaveBeenCalledWith(turn.url);
  });

  it('and by one key each', () => {
    const { did, actions } = doing();
    show(<Today popup={popup({ waiting: [waiting] })} actions={actions} help={signal(false)} />);
    stepRow(1);
    const called = vi.fn((event: Event) => event.preventDefault());
    named('Call Anna Berger')?.addEventListener('click', called);
    for (const key of ['call', 'log', 'dismiss', 'confirm', 'snooze'] as const)
      act(() => expect(actOnRow(key)).toBe(true));
    expect(called).toHaveBeenCalledOnce();
    expect(did.logAsIs).toHaveBeenCalledOnce();
    expect(did.followUpDone).toHaveBeenCalledOnce();
    expect(did.openThread).toHaveBeenCalledOnce();
  });

  it('without a number or an open proposal offers neither calling nor logging', () => {
    const { phone: _, proposalId: __, ...plain } = waiting;
    show(<Today popup={popup({ waiting: [plain] })} actions={doing().actions} help={signal(false)} />);
    expect(named('Call Anna Berger')).toBeUndefined();
    expect(named('Log: Renewal')).toBeUndefined();
    stepRow(1);
    expect(actOnRow('log')).toBe(false);
  });

  it('of a thread gone quiet says for how long', () => {
    show(<Today popup={popup({ quiet: [quiet] })} actions={doing().actions} help={signal(false)} />);
    expect(root().textContent).toContain('Gone quiet');
    expect(root().textContent).toContain('quiet for 5 days');
  });

  it('of a task can be moved', () => {
    show(<Today popup={popup({ tasks: [task] })} actions={doing().actions} help={signal(false)} />);
    expect(named('Move to another day: Pilot dates')?.getAttribute('aria-keyshortcuts')).toBe('s');
  });

  it('of a promise is opened, called, logged, moved and done by one key or press each', () => {
    const { did, actions } = doing();
    show(<Today popup={popup({ promises: [promised] })} actions={actions} help={signal(false)} />);
    stepRow(1);
    for (const key of ['confirm', 'log', 'dismiss', 'snooze'] as const)
      act(() => expect(actOnRow(key)).toBe(true));
    expect(did.openThread).toHaveBeenCalledWith(turn.url);
    expect(did.logAsIs).toHaveBeenCalledWith('p2', promised.sentence);
    expect(did.dropStep).toHaveBeenCalledWith(promised);
    expect(named('Call Anna Berger')?.getAttribute('href')).toBe('tel:+493012345');
    expect(named(`Move to another day: ${promised.sentence}`)?.getAttribute('aria-keyshortcuts')).toBe('s');
  });

  it('of a meeting without notes opens the panel, is called, put off, or logged as it is', () => {
    const { did, actions } = doing();
    show(<Today popup={popup({ notes: [notes] })} actions={actions} help={signal(false)} />);
    stepRow(1);
    for (const key of ['confirm', 'log', 'snooze'] as const) act(() => expect(actOnRow(key)).toBe(true));
    expect(did.openPanel).toHaveBeenCalledOnce();
    expect(did.logAsIs).toHaveBeenCalledWith('p3', 'Quarterly review');
    expect(named('Call Anna Berger')).toBeDefined();
    expect(named('Later: Quarterly review')?.getAttribute('aria-keyshortcuts')).toBe('s');
  });

  it('can be taken back as long as it is offered', () => {
    const { did, actions } = doing();
    show(<Today popup={popup({ taken: 'Done.' })} actions={actions} help={signal(false)} />);
    act(() => root().querySelector<HTMLElement>('.popup__taken button')?.click());
    expect(did.takeBackFollowUp).toHaveBeenCalledOnce();
  });
});

describe('a number to call', () => {
  it('keeps what can be dialled and nothing else', () => {
    expect(telLink('+49 (0)30 / 123-45')).toBe('tel:+493012345');
    expect(telLink('(030) 123 45 ext. 6')).toBe('tel:03012345');
    expect(telLink('030 1234, 5')).toBe('tel:0301234');
    for (const none of [undefined, '', 'n/a', '12', 'javascript:alert(1234)'])
      expect(telLink(none)).toBeNull();
  });
});

describe('days to move a task to', () => {
  it('are each offered once', () => {
    expect(rescheduleDays(now).map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-23', '2026-12-04']);
  });
});

describe('the rep’s day in the settings', () => {
  it('stores working days, hours that make a day, and asks before it notifies', () => {
    const change = vi.fn(async () => {});
    const morningNote = vi.fn();
    show(<DaySection settings={{}} mayNotify actions={{ change, morningNote }} />);
    const boxes = [...root().querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    expect(boxes.map((box) => box.checked)).toEqual([true, true, true, true, true, false, false, false]);
    act(() => boxes[4]!.click());
    expect(change).toHaveBeenCalledWith({ workingHours: { days: [1, 2, 3, 4], from: 540, to: 1080 } });
    const [from, to] = [...root().querySelectorAll<HTMLInputElement>('input[type=time]')];
    const type = (field: HTMLInputElement, value: string) =>
      act(() => {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    change.mockClear();
    type(to!, '08:00');
    expect(change, 'it would end before it begins').not.toHaveBeenCalled();
    expect(root().textContent).toContain('must end after it begins');
    type(from!, '07:30');
    expect(change).toHaveBeenCalledWith({ workingHours: { days: [1, 2, 3, 4, 5], from: 450, to: 480 } });
    act(() => boxes[7]!.click());
    expect(morningNote).toHaveBeenCalledWith(true);
  });
});
