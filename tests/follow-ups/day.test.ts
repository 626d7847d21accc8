import { describe, expect, it } from 'vitest';
import { businessTime } from '@/utils/follow-ups/business-hours';
import { countDue, type DaySources, dayList } from '@/utils/follow-ups/day-list';
import { mergeTurn, turnFromCapture, turnFromHead } from '@/utils/follow-ups/waiting';
import type { CapturedEmail, CapturedMeeting, ThreadHead } from '@/utils/model/captured';
import type { Deal, Task } from '@/utils/model/contact';
import { FollowUp, ThreadTurn } from '@/utils/model/follow-up';
import type { Match, Proposal } from '@/utils/model/proposal';
import { USUAL_HOURS } from '@/utils/model/settings';
import { propose } from '@/utils/proposals/propose';
import { meetingSummary } from '@/utils/proposals/read-meeting';

const now = Date.UTC(2026, 10, 21, 9);
const hour = 3_600_000;
const own = { ownAddresses: ['ben@sidelog.example'], ownDomains: ['sidelog.example'] };
const ben = { address: 'ben@sidelog.example' };
const anna = { address: 'anna@nordlicht.example', name: 'Anna B.' };
const match: Match = {
  contacts: [{ contactId: '1', name: 'Anna Berger', address: anna.address, because: [] }],
  company: { companyId: 'N', name: 'Nordlicht', because: [] },
  strangers: [],
};
const nobody: Match = { contacts: [], strangers: [anna] };
const mail: CapturedEmail = {
  kind: 'email',
  via: 'wire',
  direction: 'received',
  from: anna,
  to: [ben],
  cc: [],
  bcc: [],
  subject: 'Order',
  sentAt: now - 5 * hour,
  sentAtApproximate: false,
  attachments: [],
  source: {
    site: 'gmail',
    ids: ['msg-f:1'],
    threadId: 't1',
    threadIds: ['t1', '1a'],
    account: ben.address,
    url: 'https://mail.google.com/',
  },
  text: 'Could you send me the quote?',
};
function turn(change: Partial<CapturedEmail> = {}, found = match, seen = {}): ThreadTurn {
  const made = turnFromCapture({ ...mail, ...change }, own, found, seen);
  if (!made) throw new Error('no turn');
  expect(ThreadTurn.safeParse(made).success).toBe(true);
  return made;
}
const sentAt = (ago: number) => ({ sentAt: now - ago });
const answer = (ago: number) => turn({ direction: 'sent', from: ben, to: [anna], ...sentAt(ago) });
/** Somebody who never rests, so that a wait is as long as the clock says. */
const always = businessTime({ days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 1440 }, [], 'UTC');
const contact = { name: 'Anna Berger', phones: ['+49 30 1234'], companyId: 'N' };
const sources = (some: Partial<DaySources>): DaySources => ({
  turns: [],
  tasks: [],
  proposals: [],
  contacts: new Map([['1', contact]]),
  deals: [],
  ownAddresses: [ben.address],
  agendaOf: meetingSummary,
  quietDays: 3,
  ...some,
});
function day(turns: ThreadTurn[], tasks: Task[] = [], at = now) {
  const list = dayList(sources({ turns, tasks }), always, at, '2026-11-21');
  for (const row of list) expect(FollowUp.safeParse(row).success).toBe(true);
  return list;
}

describe('who is waiting for an answer', () => {
  it('a customer whose last mail is unanswered, with how long', () => {
    expect(day([turn()])).toMatchObject([
      {
        kind: 'waiting',
        id: 't1',
        waitedMs: 5 * hour,
        turn: { customer: { name: 'Anna Berger', contactId: '1', companyName: 'Nordlicht' } },
      },
    ]);
  });

  it('the one who waits longest comes first', () => {
    const older = { ...turn(sentAt(30 * hour)), threadId: 't2' };
    expect(day([turn(), older]).map((row) => row.id)).toEqual(['t2', 't1']);
  });

  it('nobody who had an answer, from the rep or from a colleague', () => {
    expect(day([mergeTurn(turn(), answer(hour))])).toEqual([]);
    const colleague = turn({ from: { address: 'tom@sidelog.example' }, to: [anna], ...sentAt(hour) });
    expect(day([mergeTurn(turn(), colleague)])).toEqual([]);
  });

  it('no stranger, unless their mail is counted', () => {
    expect(day([turn({}, nobody)])).toEqual([]);
    expect(day([turn({}, nobody, { counted: true })])).toMatchObject([
      { turn: { customer: { name: 'Anna B.' } } },
    ]);
  });

  it('an automatic reply is no answer of the rep and no question of the customer', () => {
    const absence = { subject: 'Automatic reply: Order', text: 'I am out of the office.' };
    expect(turnFromCapture({ ...mail, ...absence }, own, match)).toBeNull();
    expect(turnFromCapture({ ...mail, ...absence, direction: 'sent', from: ben }, own, match)).toBeNull();
  });

  it('an answer known only from a list counts, so that one from a phone clears the row', () => {
    const head: ThreadHead = {
      threadId: 'thread-f:9',
      threadIds: ['1a'],
      subject: 'Order',
      lastAt: now - hour,
      lastFrom: ben,
      lastFromMe: true,
      others: [anna],
      lastIds: ['msg-f:2'],
    };
    const heard = turnFromHead(head, { account: ben.address, url: '', own, match, asOf: now });
    const merged = mergeTurn(turn(), heard!);
    expect(merged).toMatchObject({
      threadId: 't1',
      threadIds: ['t1', '1a', 'thread-f:9'],
      lastFromMe: true,
      asOf: now,
      url: 'https://mail.google.com/',
    });
    expect(day([merged])).toEqual([]);
  });

  it('a list’s head of an absence note says nothing', () => {
    const head: ThreadHead = {
      threadId: 'x',
      threadIds: [],
      subject: 'Abwesenheitsnotiz: Angebot',
      lastAt: now,
      lastFrom: anna,
      lastFromMe: false,
      others: [anna],
      lastIds: [],
    };
    expect(turnFromHead(head, { account: null, url: '', own, match, asOf: now })).toBeNull();
  });
});

describe('done and snoozed', () => {
  const done = { ...turn(), doneAt: now - hour };
  it('a row that is done is gone, a snoozed one until its time', () => {
    expect(day([done])).toEqual([]);
    const snoozed = { ...turn(), snoozedUntil: now + hour };
    expect(day([snoozed])).toEqual([]);
    expect(day([snoozed], [], now + 2 * hour)).toHaveLength(1);
  });
  it('a newer mail of the customer brings it back', () => {
    const back = mergeTurn({ ...done, snoozedUntil: now + hour }, turn(sentAt(0)));
    expect(back.doneAt).toBeUndefined();
    expect(back.snoozedUntil).toBeUndefined();
    expect(day([back])).toHaveLength(1);
  });
  it('the same mail seen again, by a clock without seconds, does not', () => {
    const seen = mergeTurn(done, { ...turn({ sentAt: done.lastAt + 30_000 }), asOf: now });
    expect(seen).toMatchObject({ doneAt: done.doneAt, lastAt: done.lastAt, asOf: now });
  });
  it('an older mail opened later does not, and does not make the knowledge younger', () => {
    const seen = mergeTurn(done, { ...turn(sentAt(50 * hour)), asOf: now, threadIds: ['old'] });
    expect(seen).toMatchObject({ doneAt: done.doneAt, lastAt: done.lastAt, asOf: done.asOf });
    expect(seen.threadIds).toContain('old');
  });
  it('an own answer clears both, and the next mail of the customer waits anew', () => {
    const answered = mergeTurn(done, answer(hour / 2));
    expect(answered.doneAt).toBeUndefined();
    expect(day([answered])).toEqual([]);
    expect(day([mergeTurn(answered, turn(sentAt(0)))])).toHaveLength(1);
  });
  it('a customer who becomes known later gets their name', () => {
    expect(mergeTurn(turn({}, nobody), turn()).customer?.contactId).toBe('1');
  });
});

describe('tasks', () => {
  const task = (id: string, dueDate: string | undefined, more: Partial<Task> = {}): Task => ({
    id,
    title: `Call ${id}`,
    done: false,
    contactIds: ['9', '1'],
    updatedAt: now,
    ...(dueDate === undefined ? {} : { dueDate }),
    ...more,
  });
  it('those due today or overdue, oldest first, below the waiting customers', () => {
    const rows = day(
      [turn()],
      [
        task('today', '2026-11-21'),
        task('late', '2026-10-20'),
        task('soon', '2026-11-22'),
        task('none', undefined),
        task('done', '2026-11-01', { done: true }),
      ],
    );
    expect(rows.map((row) => row.id)).toEqual(['t1', 'late', 'today']);
    expect(rows[1]).toEqual({
      kind: 'task',
      id: 'late',
      title: 'Call late',
      dueDate: '2026-10-20',
      overdueDays: 32,
      who: 'Anna Berger',
      phone: '+49 30 1234',
    });
    expect(rows[2]).toMatchObject({ overdueDays: 0 });
  });
});

describe('what the rep promised', () => {
  const promise = (id: string, text: string, change: Partial<CapturedEmail> = {}) =>
    propose({
      id,
      captured: { ...mail, direction: 'sent', from: ben, to: [anna], text, ...change },
      match,
      logText: 'own-words',
      now,
      timeZone: 'Europe/Berlin',
      customerThread: true,
      wroteToThem: true,
      businessStrangersAreKnown: false,
      own,
    });
  const rows = (proposals: ReturnType<typeof promise>[]) =>
    dayList(sources({ proposals, contacts: new Map() }), always, now, '2026-11-21');

  it('in mail that is not logged stands there with its sentence on its day and after it, the oldest first', () => {
    const yesterday = { sentAt: now - 24 * hour };
    const found = rows([
      promise('b', 'I will send you the quote today.'),
      promise('a', 'I will send you the plan today.', yesterday),
      promise('later', 'I will send you the contract on Friday.'),
      promise('no day', 'I will send you the contract.'),
    ]);
    expect(found).toEqual([
      {
        kind: 'promise',
        id: 'a',
        sentence: 'I will send you the plan today.',
        text: 'I will send you the plan today.',
        dueDate: '2026-11-20',
        overdueDays: 1,
        who: 'Anna Berger',
        url: 'https://mail.google.com/',
      },
      expect.objectContaining({ id: 'b', dueDate: '2026-11-21', overdueDays: 0 }),
    ]);
    for (const row of found) expect(FollowUp.safeParse(row).success).toBe(true);
  });

  it('and has logged, dismissed or dropped is no row: a logged one is a task', () => {
    const due = promise('a', 'I will send you the plan today.');
    const { nextStep: _, ...activity } = due.activity;
    expect(
      rows([
        { ...due, status: { state: 'logged', loggedAt: now } },
        { ...due, status: { state: 'confirmed', outboxId: 'o', confirmedAt: now } },
        { ...due, status: { state: 'dismissed', dismissedAt: now } },
        { ...due, activity },
      ]),
    ).toEqual([]);
    expect(rows([{ ...due, status: { state: 'snoozed', until: now + hour } }])).toHaveLength(1);
  });
});

describe('a meeting that has ended', () => {
  const ended = now - 3_600_000;
  const met = (
    change: { summary?: string; state?: Proposal['status']; endsAt?: number; text?: string } = {},
  ) => {
    const captured: CapturedMeeting = {
      kind: 'meeting',
      via: 'wire',
      direction: 'sent',
      from: { address: 'rosa@nordlicht.example' },
      to: [{ address: 'anna@kunde.example', name: 'Anna Kunde' }],
      cc: [],
      bcc: [],
      subject: 'Review',
      sentAt: ended - 3_600_000,
      sentAtApproximate: false,
      attachments: [],
      source: {
        site: 'google-calendar',
        ids: ['event:1'],
        threadId: 'event:1',
        threadIds: [],
        account: null,
        url: '',
      },
      meeting: {
        endsAt: change.endsAt ?? ended,
        allDay: false,
        place: '',
        conferenceUrl: '',
        status: 'confirmed',
        myAnswer: 'organizer',
        answers: [],
        unnamed: [],
        guestsUnknown: false,
        recurring: false,
      },
      text: change.text ?? '',
    };
    const proposal = propose({
      id: 'p-met',
      captured,
      match: {
        contacts: [
          {
            contactId: 'c1',
            name: 'Anna Kunde',
            address: 'anna@kunde.example',
            because: [{ code: 'same-address', args: [] }],
          },
        ],
        strangers: [],
      },
      logText: 'own-words',
      now,
      timeZone: 'Europe/Berlin',
      customerThread: false,
      wroteToThem: true,
      businessStrangersAreKnown: false,
      own: { ownAddresses: [], ownDomains: [] },
    });
    const { summary = proposal.activity.summary } = change;
    return {
      ...proposal,
      activity: { ...proposal.activity, summary },
      status: change.state ?? proposal.status,
    };
  };
  const list = (proposals: Proposal[]) =>
    dayList(sources({ proposals, contacts: new Map() }), always, now, '2026-11-21');

  it('without a word of the rep’s asks for notes; its description is none', () => {
    const row = { kind: 'notes', id: 'p-met', title: 'Review', endedAt: ended, who: 'Anna Kunde' };
    expect(list([met()])).toEqual([row]);
    expect(list([met({ text: 'Agenda: prices.' })])).toEqual([row]);
    expect(list([met({ text: 'Agenda: prices.', summary: 'They want 40 seats.' })])).toEqual([]);
  });

  it('asks no more once it is decided, and none that is still to come or long past asks', () => {
    expect(list([met({ state: { state: 'dismissed', dismissedAt: now } })])).toEqual([]);
    expect(list([met({ state: { state: 'logged', loggedAt: now } })])).toEqual([]);
    expect(list([met({ endsAt: now + 1000 })])).toEqual([]);
    expect(list([met({ endsAt: now - 15 * 86_400_000 })])).toEqual([]);
  });

  it('answers nobody’s mail', () => {
    const { captured, match } = met();
    expect(turnFromCapture(captured, { ownAddresses: [], ownDomains: [] }, match)).toBeNull();
  });
});

describe('whom to answer first', () => {
  const berlin = businessTime(USUAL_HOURS, [], 'Europe/Berlin');
  // Monday 23 November, 11:00 in Berlin.
  const monday = Date.UTC(2026, 10, 23, 10);
  const wrote = (id: string, lastAt: number, contactId?: string): ThreadTurn => ({
    ...turn(),
    threadId: id,
    threadIds: [id],
    lastAt,
    customer: { name: id, ...(contactId ? { contactId } : {}) },
  });
  const deal = (id: string, value: number | undefined, of: Partial<Deal>): Deal => ({
    id,
    title: `Deal ${id}`,
    contactIds: [],
    updatedAt: now,
    ...(value === undefined ? {} : { value, currency: 'EUR' }),
    ...of,
  });
  const people: DaySources['contacts'] = new Map<
    string,
    { name: string; phones: string[]; companyId?: string }
  >([
    ['1', contact],
    ['2', { name: 'Chidi', phones: [] }],
  ]);
  const order = (turns: ThreadTurn[], deals: Deal[] = []) =>
    dayList(sources({ turns, deals, contacts: people }), berlin, monday, '2026-11-23');

  it('a weekend is no wait: who wrote on Friday evening has waited as long as who wrote on Sunday', () => {
    const rows = order(
      [wrote('sunday', monday - 20 * hour, '1'), wrote('friday', monday - 64 * hour)],
      [deal('d', 48_000, { contactIds: ['1'] })],
    );
    expect(rows).toMatchObject([
      { id: 'sunday', waitedMs: 2 * hour, stake: { title: 'Deal d', value: 48_000, currency: 'EUR' } },
      { id: 'friday', waitedMs: 2 * hour },
    ]);
  });

  it('the value decides within one hour only, and within one day where somebody has waited for days', () => {
    const deals = [deal('d', 48_000, { contactIds: ['1'] })];
    const ids = (turns: ThreadTurn[]) => order(turns, deals).map((row) => row.id);
    const minutes = (count: number) => monday - count * 60_000;
    expect(ids([wrote('plain', minutes(50)), wrote('deal', minutes(10), '1')])).toEqual(['deal', 'plain']);
    expect(ids([wrote('plain', minutes(70)), wrote('deal', minutes(10), '1')])).toEqual(['plain', 'deal']);
    // Both on Tuesday: 11 and 13 hours before Thursday's like hours.
    const [noon, four] = [Date.UTC(2026, 10, 17, 11), Date.UTC(2026, 10, 17, 13)];
    expect(ids([wrote('plain', noon), wrote('deal', four, '1')])).toEqual(['deal', 'plain']);
    expect(ids([wrote('plain', noon - 24 * hour), wrote('deal', four, '1')])).toEqual(['plain', 'deal']);
  });

  it('the value is of the most valuable open deal, of the person or else of their company', () => {
    const of = (deals: Deal[]) => {
      const [row] = order([wrote('t', monday - hour, '1')], deals);
      return row?.kind === 'waiting' ? row.stake?.value : undefined;
    };
    const company = deal('c', 90, { companyId: 'N' });
    expect(of([company])).toBe(90);
    expect(of([company, deal('a', 20, { contactIds: ['1'] }), deal('b', 30, { contactIds: ['1'] })])).toBe(
      30,
    );
    expect(of([deal('x', 500, { companyId: 'N', contactIds: ['2'] })])).toBeUndefined();
    expect(of([deal('y', undefined, { contactIds: ['1'] }), deal('z', 0, { contactIds: ['1'] })])).toBe(
      undefined,
    );
  });

  it('says whom to call, the mobile number first', () => {
    const phoned = new Map([['1', { ...contact, mobile: '+49 170 5' }]]);
    const rows = dayList(
      sources({ turns: [wrote('t', monday - hour, '1')], contacts: phoned }),
      berlin,
      monday,
      '2026-11-23',
    );
    expect(rows).toMatchObject([{ phone: '+49 170 5' }]);
  });
});

describe('threads gone quiet', () => {
  const days = (count: number) => now - count * 24 * hour;
  const wroteLast = (count: number, change: Partial<ThreadTurn> = {}): ThreadTurn => ({
    ...answer(0),
    lastAt: days(count),
    ...change,
  });
  const quiet = (turns: ThreadTurn[], some: Partial<DaySources> = {}) =>
    dayList(sources({ turns, ...some }), always, now, '2026-11-21');

  it('stand there from the day on that the rep chose, with for how long', () => {
    for (const step of [3, 5, 7, 14]) {
      expect(quiet([wroteLast(step - 0.1)], { quietDays: step })).toEqual([]);
      expect(quiet([wroteLast(step)], { quietDays: step })).toMatchObject([
        { kind: 'quiet', id: 't1', days: step },
      ]);
    }
  });

  it('only where the rep wrote last themselves, and to a customer', () => {
    expect(quiet([{ ...turn(), lastAt: days(4) }])).toMatchObject([{ kind: 'waiting' }]);
    const colleague = { address: 'tom@sidelog.example' };
    expect(quiet([wroteLast(4, { lastFrom: colleague })])).toEqual([]);
    const { customer: _, ...internal } = wroteLast(4);
    expect(quiet([internal])).toEqual([]);
    expect(quiet([wroteLast(4)], { ownAddresses: [] }), 'known by the mailbox').toHaveLength(1);
  });

  it('can be put off or done, come after all else, and are not counted as due', () => {
    expect(quiet([wroteLast(4, { snoozedUntil: now + hour })])).toEqual([]);
    expect(quiet([wroteLast(4, { snoozedUntil: now })])).toHaveLength(1);
    expect(quiet([wroteLast(4, { doneAt: now })])).toEqual([]);
    const rows = quiet([wroteLast(4), { ...turn(), threadId: 't2', threadIds: ['t2'] }]);
    expect(rows.map((row) => row.kind)).toEqual(['waiting', 'quiet']);
    expect(countDue(rows)).toBe(1);
    for (const row of rows) expect(FollowUp.safeParse(row).success).toBe(true);
  });

  it('an answer of the customer makes them wait, and an automatic one changes nothing', () => {
    const asked = wroteLast(4);
    expect(quiet([mergeTurn(asked, turn())])).toMatchObject([{ kind: 'waiting' }]);
    const absence = { subject: 'Automatic reply: Order', text: 'I am out of the office.' };
    expect(turnFromCapture({ ...mail, ...absence }, own, match)).toBeNull();
  });
});
