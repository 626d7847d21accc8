import { describe, expect, it } from 'vitest';
import { PageCapture, type PageEmail } from '@/utils/model/captured';
import { capturesOf, invitationIn } from '@/utils/understand/invitation';
import { uidOfEventId } from '@/utils/understand/invitation-eid';
import { meetingLinkIn } from '@/utils/understand/invitation-link';
import { invitationBody, invitationMail, uidOfGoogle } from './invitation-mail';

describe('an invitation of Google’s calendar in a mail', () => {
  it('is the meeting that the calendar shows under the same id', () => {
    const [meeting, ...more] = capturesOf(invitationMail());
    expect(more).toEqual([]);
    expect(PageCapture.parse(meeting)).toMatchObject({
      kind: 'meeting',
      via: 'page',
      direction: 'received',
      from: { address: 'anna@kunde.example', name: 'Anna Kunde' },
      to: [{ address: 'rosa@nordlicht.example', name: 'Rosa' }, { address: 'ben@kunde.example' }],
      subject: 'Rollout review & next steps',
      sentAt: Date.UTC(2026, 10, 26, 9),
      source: {
        site: 'gmail',
        ids: [`event:${uidOfGoogle('7k3vabcdef')}`, 'msg-f:1', '<calendar-0a1b2c3d4e5f@example.test>'],
        threadId: `event:${uidOfGoogle('7k3vabcdef')}`,
        account: 'rosa@nordlicht.example',
      },
      meeting: {
        endsAt: Date.UTC(2026, 10, 26, 10),
        place: 'Depot Leeds',
        conferenceUrl: 'https://meet.google.com/abc-defg-hij',
        status: 'confirmed',
        guestsUnknown: false,
        recurring: false,
      },
    });
  });

  it('that was cancelled says so, and one occurrence of a series is named by its original start', () => {
    const cancelled = invitationMail(
      { subject: 'Canceled event: Rollout review @ Thu Nov 26, 2026' },
      { status: 'EventCancelled', links: false },
    );
    expect(capturesOf(cancelled)[0]?.meeting.status).toBe('cancelled');
    const occurrence = invitationMail({}, { eventId: '7k3vabcdef_20261126T090000Z' });
    expect(capturesOf(occurrence)[0]).toMatchObject({
      source: {
        ids: [`event:${uidOfGoogle('7k3vabcdef')}/20261126T090000Z`, expect.any(String), expect.any(String)],
      },
      meeting: { recurring: true },
    });
  });

  it('gives its id alone where only the link is left of it, and then stays a mail', () => {
    const bare = invitationMail({}, { microdata: false });
    expect(invitationIn(bare.body.content)).toMatchObject({
      id: `event:${uidOfGoogle('7k3vabcdef')}`,
      event: null,
    });
    expect(capturesOf(bare)).toEqual([]);
  });

  it('that a person answers, forwards or quotes is that person’s mail', () => {
    const quoted = invitationMail({
      subject: 'Re: Rollout review',
      from: { address: 'ben@kunde.example', name: 'Ben' },
    });
    quoted.body.content = `<div>I cannot come on Thursday. Could we take Friday instead? Best, Ben</div><blockquote>${quoted.body.content}</blockquote>`;
    expect(capturesOf(quoted)).toEqual([]);
    const accepted = invitationMail(
      { subject: 'Accepted: Rollout review @ Thu Nov 26, 2026' },
      { links: false, organizer: false },
    );
    expect(capturesOf(accepted)).toEqual([]);
  });

  it('is found in no other mail, however its markup is made', { timeout: 60_000 }, () => {
    const plain: PageEmail = {
      ...invitationMail(),
      body: { type: 'text', content: 'See you on Thursday.', clipped: false },
    };
    expect(capturesOf(plain)).toEqual([]);
    const began = performance.now();
    for (const content of [
      '<span itemprop="attendee" itemscope>'.repeat(10_000),
      'https://calendar.google.com/calendar/event?eid='.repeat(8_000),
      `${invitationBody()}${'<meta itemprop="email" content="a@b.example">'.repeat(8_000)}`,
    ])
      capturesOf({ ...plain, body: { type: 'html', content, clipped: false } });
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});

describe('an event id of Google', () => {
  it('stands for the UID that the invitation’s file has, of events from elsewhere too', () => {
    expect(uidOfEventId('7k3vabcdef')).toEqual({ uid: uidOfGoogle('7k3vabcdef'), original: undefined });
    expect(uidOfEventId('7k3vabcdef_20261126')).toEqual({
      uid: uidOfGoogle('7k3vabcdef'),
      original: { day: '20261126' },
    });
    // "review-1@kunde.example" in base32hex.
    const code = '_e9in4pb5eukjiiblemn6abjcd4nn4p9og5';
    expect(uidOfEventId(base32Hex('review-1@kunde.example'))?.uid).toBe('review-1@kunde.example');
    expect(uidOfEventId(code)?.uid).toMatch(/@/);
    expect(uidOfEventId('x')).toBeNull();
  });
});

function base32Hex(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return `_${(bits.match(/.{1,5}/g) ?? []).map((five) => Number.parseInt(five.padEnd(5, '0'), 2).toString(32)).join('')}`;
}

describe('the link of an online meeting', () => {
  it('is the first at which people meet, and never one that only looks like it', () => {
    expect(meetingLinkIn('Join (https://kunde.zoom.us/j/1?pwd=a&amp;b=c).')).toBe(
      'https://kunde.zoom.us/j/1?pwd=a&b=c',
    );
    expect(meetingLinkIn('https://zoom.us.evil.example/j/1 http://meet.google.com/abc')).toBe('');
  });
});
