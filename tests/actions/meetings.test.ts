import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { addGuest } from '@/utils/actions/add-guest';
import { agedProposal } from '@/utils/actions/apply-retention';
import { confirmProposals } from '@/utils/actions/confirm-proposal';
import { dismissProposals, restoreProposals } from '@/utils/actions/dismiss-proposal';
import { editProposal } from '@/utils/actions/edit-proposal';
import { forgetEverything } from '@/utils/actions/forget-everything';
import { neverLog } from '@/utils/actions/never-log';
import { receiveCapture } from '@/utils/actions/receive-capture';
import { receiveRefused } from '@/utils/actions/receive-refused';
import type { Proposal } from '@/utils/model/proposal';
import { mail } from '../sync/mails';
import { closeEngine, makeEngine, onlyProposal, type TestEngine } from '../sync/make-engine';
import { makeMeetingEngine, meeting, START } from '../sync/meetings';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await closeEngine(engine);
});
async function start(): Promise<TestEngine> {
  const engine = await makeMeetingEngine();
  engines.push(engine);
  return engine;
}
/** A proposal of Anna's mail, from another engine. */
async function mailRecord(): Promise<Proposal> {
  const engine = await start();
  await receiveCapture(engine, [mail(1)]);
  return onlyProposal(engine);
}
const count = ({ db }: TestEngine) => db.proposals.count();
const reasons = async ({ db }: TestEngine) => (await db.refused.toArray()).map(({ reason }) => reason);

describe('a meeting with a customer', () => {
  it('waits until it has ended and is proposed then, with its time, place and people', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1)]);
    expect((await onlyProposal(engine)).status).toEqual({ state: 'upcoming', until: START + 3 * HOUR });
    await engine.later(2.9 * HOUR);
    expect((await onlyProposal(engine)).status.state).toBe('upcoming');
    await engine.later(0.2 * HOUR);
    const proposal = await onlyProposal(engine);
    expect(proposal).toMatchObject({
      status: { state: 'open' },
      weight: 'counted',
      activity: {
        kind: 'meeting',
        subject: 'Review 1',
        at: START + 2 * HOUR,
        summary: '',
        ownWords: '',
        contactIds: ['c-anna'],
        meeting: {
          endsAt: START + 3 * HOUR,
          allDay: false,
          place: 'Hall 3',
          conferenceUrl: 'https://meet.google.com/abc-defg-hij',
          status: 'confirmed',
        },
        participants: [
          { address: 'rosa@nordlicht.example', role: 'from', answer: 'organizer' },
          { address: 'anna@kunde.example', role: 'to', answer: 'accepted', contactId: 'c-anna' },
        ],
      },
    });
    expect(proposal.activity).not.toHaveProperty('outcome');
  });

  it('is proposed by a worker that starts anew after it has ended', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1)]);
    await engine.idle();
    engine.clock.timers.clear();
    engine.clock.time += 5 * HOUR;
    engine.nudge();
    await engine.later(0);
    expect((await onlyProposal(engine)).status.state).toBe('open');
  });

  it('is proposed at once where it is over, or where the rep asks for it before its end', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1, { sentAt: START - 2 * HOUR })]);
    expect((await onlyProposal(engine)).status.state).toBe('open');
    await receiveCapture(engine, [meeting(2)]);
    const [upcoming] = await engine.db.proposals.where('status.state').equals('upcoming').toArray();
    await restoreProposals(engine, [upcoming!.id]);
    await receiveCapture(engine, [meeting(2)]);
    expect((await engine.db.proposals.get(upcoming!.id))?.status.state, 'seen again').toBe('open');
  });

  it('has its next step and what it is about from the description, without how to join', async () => {
    const engine = await start();
    const content =
      'Agenda: prices for 2027.\n\nCould you bring the signed offer by Friday?\n\nJoin Zoom Meeting\nhttps://zoom.example/j/123456789\n\nMeeting ID: 123 456 789\nPasscode: 4711\nOne tap mobile\n+4969123456,,123# Germany';
    const received = { direction: 'received', from: { address: 'anna@kunde.example' } } as const;
    const to = [{ address: 'rosa@nordlicht.example' }];
    await receiveCapture(engine, [
      meeting(1, { ...received, to, body: { type: 'text', content, clipped: false } }),
    ]);
    const { activity } = await onlyProposal(engine);
    expect(activity.summary).toBe('Agenda: prices for 2027.\n\nCould you bring the signed offer by Friday?');
    expect(activity.nextStep).toMatchObject({
      kind: 'asked-of-me',
      due: '2026-11-27',
      sentence: 'Could you bring the signed offer by Friday?',
    });
  });

  it('says nothing of who owes an answer to mail, and is no mail', async () => {
    const engine = await start();
    const invitation = mail(1);
    const sameThread = meeting(1);
    sameThread.source.ids.push(...invitation.source.ids);
    await receiveCapture(engine, [invitation]);
    const turns = await engine.db.turns.toArray();
    await receiveCapture(engine, [sameThread]);
    expect(await engine.db.turns.toArray()).toEqual(turns);
    expect((await engine.db.proposals.toArray()).map(({ captured }) => captured.kind).sort()).toEqual([
      'email',
      'meeting',
    ]);
  });
});

describe('a meeting whose invitation is mail', () => {
  it('is not taken for logged because the mail is, by whomever', async () => {
    const engine = await start();
    await engine.db.loggedActivities.put({
      crm: 'fake|crm.example|sales',
      id: 'r9',
      aliases: ['<m1@kunde.example>'],
      updatedAt: START,
    });
    engine.crm.put({ aliases: ['<m1@kunde.example>'], activity: (await mailRecord()).activity }, 'colleague');
    const invited = meeting(1, { sentAt: START - 3 * HOUR });
    invited.source.ids = [...invited.source.ids, '<m1@kunde.example>', 'msg-f:1001'];
    await receiveCapture(engine, [invited]);
    const { id, status } = await onlyProposal(engine);
    expect(status.state).toBe('open');
    await confirmProposals(engine, [id]);
    await engine.later(11_000);
    expect([...engine.crm.records.values()].map(({ activity }) => activity.kind)).toEqual([
      'email',
      'meeting',
    ]);
  });
});

describe('one meeting seen twice', () => {
  it('in two calendars of the rep, on a page and in an invitation is one proposal', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1)]);
    const other = meeting(1, { direction: 'received', meeting: { myAnswer: 'none' } });
    other.source = { ...other.source, ids: ['event:m1@calendar.example'], account: 'rosa@second.example' };
    await receiveCapture(engine, [other]);
    const invited = meeting(1);
    invited.source = { ...invited.source, site: 'gmail', ids: ['event:m1@calendar.example', 'eid:bTE'] };
    await receiveCapture(engine, [invited]);
    const proposal = await onlyProposal(engine);
    expect(proposal.aliases).toEqual(['event:m1@calendar.example', 'gcal:m1', 'eid:bTE']);
    expect(proposal.captured).toMatchObject({ direction: 'sent', meeting: { myAnswer: 'organizer' } });
    expect(proposal.account).toBe('rosa@nordlicht.example');
  });

  it('known under two ids as two becomes one when a third sight shows that they are one', async () => {
    const engine = await start();
    const [one, two] = [meeting(1), meeting(1)];
    one.source.ids = ['gcal:m1'];
    two.source.ids = ['event:m1@calendar.example'];
    await receiveCapture(engine, [one, two]);
    expect(await count(engine)).toBe(2);
    await receiveCapture(engine, [meeting(1)]);
    await onlyProposal(engine);
  });

  it('of one series but another day is another meeting, even where a page gives the series’ ids too', async () => {
    const engine = await start();
    const occurrence = (day: number) => {
      const each = meeting(1, { sentAt: START + day * DAY, meeting: { recurring: true } });
      const stamp = `202611${21 + day}T090000Z`;
      each.source.ids = [
        'event:m1@calendar.example',
        `event:m1@calendar.example/${stamp}`,
        'gcal:m1',
        `gcal:m1_${stamp}`,
      ];
      return each;
    };
    await receiveCapture(engine, [occurrence(0), occurrence(7)]);
    expect(await count(engine)).toBe(2);
    await receiveCapture(engine, [occurrence(7)]);
    expect(await count(engine)).toBe(2);
    expect(new Set((await engine.db.proposals.toArray()).flatMap(({ threadIds }) => threadIds)).size).toBe(1);
  });

  it('keeps what the rep wrote while its time, place and answers follow the calendar', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1, { sentAt: START - 3 * HOUR })]);
    const { id } = await onlyProposal(engine);
    await editProposal(engine, id, { summary: 'They want 40 seats.', outcome: 'positive', subject: 'Mine' });
    await receiveCapture(engine, [
      meeting(1, { sentAt: START - 2 * HOUR, subject: 'Review, moved', meeting: { place: 'Hall 4' } }),
    ]);
    expect((await onlyProposal(engine)).activity).toMatchObject({
      summary: 'They want 40 seats.',
      outcome: 'positive',
      subject: 'Mine',
      at: START - 2 * HOUR,
      meeting: { place: 'Hall 4', endsAt: START - HOUR },
    });
  });

  it('read off a page that names nobody loses no guest, and moves to no time that is only about right', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1)]);
    await receiveCapture(engine, [
      meeting(1, {
        via: 'page',
        to: [],
        sentAt: START + 5 * HOUR,
        sentAtApproximate: true,
        meeting: { guestsUnknown: true, answers: [] },
      }),
    ]);
    expect(await onlyProposal(engine)).toMatchObject({
      activity: { at: START + 2 * HOUR, contactIds: ['c-anna'] },
      captured: { via: 'wire', meeting: { guestsUnknown: false } },
    });
  });
});

describe('a meeting that changes before it is logged', () => {
  it('moved waits for its new end', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1)]);
    await receiveCapture(engine, [meeting(1, { sentAt: START + 26 * HOUR })]);
    await engine.later(4 * HOUR);
    expect(await onlyProposal(engine)).toMatchObject({
      status: { state: 'upcoming', until: START + 27 * HOUR },
      activity: { at: START + 26 * HOUR },
    });
    await engine.later(DAY);
    expect((await onlyProposal(engine)).status.state).toBe('open');
  });

  it('is not moved back by an older invitation that is opened again', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1, { sentAt: START + 26 * HOUR })]);
    const old = meeting(1, { meeting: { asOf: START - 9 * DAY } });
    old.source = { ...old.source, site: 'gmail', ids: ['event:m1@calendar.example', 'eid:bTE'] };
    await receiveCapture(engine, [old]);
    const undated = { ...old, meeting: meeting(1).meeting };
    await receiveCapture(engine, [undated]);
    expect(await onlyProposal(engine)).toMatchObject({
      activity: { at: START + 26 * HOUR },
      aliases: ['event:m1@calendar.example', 'gcal:m1', 'eid:bTE'],
    });
  });

  it.each([
    ['cancelled', { status: 'cancelled' }, 'cancelled-event'],
    ['declined by the rep', { myAnswer: 'declined' }, 'declined-event'],
  ] as const)('%s is taken off the list', async (_, change, reason) => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1)]);
    await receiveCapture(engine, [meeting(1, { meeting: change })]);
    expect(await count(engine)).toBe(0);
    expect(await reasons(engine)).toEqual([reason]);
    await receiveCapture(engine, [meeting(2, { meeting: change })]);
    expect(await count(engine), 'and never put on it').toBe(0);
  });

  it('declined in the page’s own step, or made private, is taken off the list too', async () => {
    const engine = await start();
    const invited = (number: number) => meeting(number, { meeting: { myAnswer: 'accepted' } });
    await receiveCapture(engine, [invited(1), invited(2)]);
    await receiveRefused(engine, 'google-calendar', ['event:m1@calendar.example', 'gcal:m1'], {
      reason: 'declined-event',
    });
    expect(await count(engine)).toBe(1);
    await receiveRefused(engine, 'google-calendar', ['event:m2@calendar.example', 'gcal:other'], {
      reason: 'declined-event',
    });
    expect(await count(engine), 'declined at the other address, accepted at this one').toBe(1);
    await receiveRefused(engine, 'google-calendar', ['gcal:m2'], { reason: 'private-event' });
    expect(await count(engine)).toBe(0);
  });

  it('that loses its last customer is taken off the list', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1)]);
    await receiveCapture(engine, [meeting(1, { to: [{ address: 'kim@nordlicht.example' }] })]);
    expect(await count(engine)).toBe(0);
    expect(await reasons(engine)).toEqual(['internal']);
  });

  it('dismissed stays dismissed, moved or not', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1)]);
    await dismissProposals(engine, [(await onlyProposal(engine)).id]);
    await receiveCapture(engine, [meeting(1, { sentAt: START + 5 * HOUR })]);
    await engine.later(9 * HOUR);
    expect((await onlyProposal(engine)).status.state).toBe('dismissed');
  });

  it('confirmed and not sent goes out with its new time', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1, { sentAt: START - 3 * HOUR })]);
    await confirmProposals(engine, [(await onlyProposal(engine)).id]);
    await receiveCapture(engine, [meeting(1, { sentAt: START - 2 * HOUR })]);
    await engine.later(11_000);
    expect([...engine.crm.records.values()]).toMatchObject([
      { activity: { at: START - 2 * HOUR, meeting: { endsAt: START - HOUR } } },
    ]);
    expect(await onlyProposal(engine)).toMatchObject({ status: { state: 'logged' } });
    expect(await onlyProposal(engine)).not.toHaveProperty('update');
  });
});

describe('the gate', () => {
  it('never lets a meeting of colleagues alone pass, and one with free mail only where they are known', async () => {
    const engine = await start();
    const kim = { address: 'kim@nordlicht.example' };
    const free = { address: ['uwe.muster', 'gmail.com'].join('@') };
    await receiveCapture(engine, [
      meeting(1, { to: [kim] }),
      meeting(2, { to: [] }),
      meeting(3, { to: [free] }),
    ]);
    expect(await count(engine)).toBe(0);
    expect((await reasons(engine)).sort()).toEqual(['free-mail', 'internal', 'no-customer']);
    await engine.db.contacts.update(['fake|crm.example|sales', 'c-anna'], {
      addresses: ['anna@kunde.example', free.address],
      lookup: ['anna@kunde.example', free.address],
    });
    await receiveCapture(engine, [meeting(3, { to: [free] })]);
    expect((await onlyProposal(engine)).weight).toBe('counted');
  });

  it('keeps what is on the never-log list away, a word of the description too', async () => {
    const engine = await start();
    await neverLog(engine, 'word', 'merger');
    const body = { type: 'text' as const, content: 'About the merger.', clipped: false };
    await receiveCapture(engine, [meeting(1, { body })]);
    expect(await reasons(engine)).toEqual(['never-log']);
    await receiveCapture(engine, [meeting(2)]);
    await neverLog(engine, 'address', 'anna@kunde.example');
    expect(await count(engine)).toBe(0);
  });

  it('shows a meeting whose guests the page does not name as a quiet row, counted once the rep says who', async () => {
    const engine = await start();
    const page = meeting(1, {
      via: 'page',
      to: [],
      sentAt: START - 2 * HOUR,
      meeting: { guestsUnknown: true, unnamed: ['Anna Kunde', 'Kim'], answers: [] },
    });
    await receiveCapture(engine, [page]);
    const { id, weight, because } = await onlyProposal(engine);
    expect(weight).toBe('quiet');
    expect(because).toEqual([{ code: 'guests-unknown', args: [] }]);
    expect(await addGuest(engine, id, 'not an address')).toMatchObject({ ok: false });
    expect(await addGuest(engine, id, ' Anna@Kunde.example ', 'Anna Kunde')).toMatchObject({ ok: true });
    await addGuest(engine, id, 'anna@kunde.example', 'Anna Kunde');
    const known = (proposal: Proposal) => ({
      weight: proposal.weight,
      contactIds: proposal.activity.contactIds,
      unnamed: proposal.captured.kind === 'meeting' && proposal.captured.meeting.unnamed,
      people: proposal.activity.participants.length,
    });
    const expected = { weight: 'counted', contactIds: ['c-anna'], unnamed: ['Kim'], people: 2 };
    expect(known(await onlyProposal(engine))).toEqual(expected);
    await receiveCapture(engine, [page]);
    expect(known(await onlyProposal(engine)), 'the page shows it again').toEqual(expected);
    await neverLog(engine, 'address', 'uwe@kunde.example');
    expect(await addGuest(engine, id, 'uwe@kunde.example')).toMatchObject({
      problem: { code: 'on-never-log' },
    });
  });

  it('counts a stranger whom the rep agreed to meet, and says so', async () => {
    const engine = await start();
    const stranger = { address: 'uwe@fremd.example' };
    const received = (number: number, myAnswer: 'accepted' | 'none') =>
      meeting(number, {
        direction: 'received',
        from: stranger,
        to: [{ address: 'rosa@nordlicht.example' }],
        meeting: { myAnswer, answers: [] },
      });
    await receiveCapture(engine, [received(1, 'none'), received(2, 'accepted')]);
    const all = await engine.db.proposals.orderBy('aliases').toArray();
    const byId = new Map(all.map((each) => [each.captured.subject, each]));
    expect(byId.get('Review 1')?.weight).toBe('quiet');
    expect(byId.get('Review 2')).toMatchObject({ weight: 'counted', because: [{ code: 'you-accepted' }] });
  });
});

describe('a meeting that waits', () => {
  it('is kept until it has ended, and dropped with the rest of what was not decided', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1, { sentAt: START + 40 * DAY })]);
    const upcoming = await onlyProposal(engine);
    expect(agedProposal(upcoming, START + 40 * DAY)).toBe(upcoming);
    expect(agedProposal(upcoming, START + 61 * DAY)).toBe('gone');
    const open: Proposal = { ...upcoming, status: { state: 'open' } };
    const ended = START + 40 * DAY + HOUR;
    expect(agedProposal(open, ended + 13 * DAY)).toBe(open);
    expect(agedProposal(open, ended + 15 * DAY)).toMatchObject({ captured: { text: '' } });
    expect(agedProposal(open, ended + 31 * DAY)).toBe('gone');
  });

  it('is gone with everything else when all is forgotten', async () => {
    const engine = await start();
    await receiveCapture(engine, [meeting(1)]);
    await forgetEverything(engine, await makeEngine('practice'));
    expect(await count(engine)).toBe(0);
    await engine.later(4 * HOUR);
    expect(await count(engine)).toBe(0);
  });
});
