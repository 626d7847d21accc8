import { describe, expect, it } from 'vitest';
import { readIcs } from '@/utils/files/ics';
import { calendar, capturesIn, event, meetingsIn, situation, startOf } from './situation';

const timed = ['DTSTART;TZID=Europe/Berlin:20261126T100000', 'DTEND;TZID=Europe/Berlin:20261126T110000'];
const read = (...lines: string[]) => readIcs(calendar(...lines), situation);
const one = (...lines: string[]) => {
  const [meeting, ...more] = meetingsIn(read(...lines));
  if (!meeting || more.length > 0) throw new Error('Not one meeting');
  return meeting;
};

describe('an invitation as a file', () => {
  it('tells title, time, people, their answers, place, link and description', () => {
    const meeting = one(
      'METHOD:REQUEST',
      event(
        'review-1@kunde.example',
        ...timed,
        'ATTENDEE;CN=Ben;ROLE=OPT-PARTICIPANT;PARTSTAT=TENTATIVE:mailto:ben@kunde.example',
        'ATTENDEE;CUTYPE=ROOM;CN=Room 2:mailto:room2@kunde.example',
        'ATTENDEE;CUTYPE=RESOURCE;CN=Beamer:mailto:beamer@kunde.example',
        'ATTENDEE;CN=Cleo;PARTSTAT=DECLINED:MAILTO:cleo@partner.example',
        'ATTENDEE;CN=Dora Ohne:urn:uuid:7b0c',
        'LOCATION:Depot Leeds\\, gate 3',
        'DESCRIPTION:Agenda\\nVehicles first. Join: https://meet.google.com/abc-defg-hij today',
      ),
    );
    expect(meeting).toMatchObject({
      direction: 'received',
      from: { address: 'anna@kunde.example', name: 'Anna Kunde' },
      to: [
        { address: 'rosa@nordlicht.example', name: 'Rosa' },
        { address: 'cleo@partner.example', name: 'Cleo' },
      ],
      cc: [{ address: 'ben@kunde.example', name: 'Ben' }],
      subject: 'Rollout review',
      sentAtApproximate: false,
      source: {
        site: 'by-hand',
        ids: ['event:review-1@kunde.example'],
        threadId: 'event:review-1@kunde.example',
        account: 'rosa@nordlicht.example',
      },
      meeting: {
        allDay: false,
        place: 'Depot Leeds, gate 3',
        conferenceUrl: 'https://meet.google.com/abc-defg-hij',
        status: 'confirmed',
        myAnswer: 'accepted',
        answers: [
          { address: 'ben@kunde.example', answer: 'tentative' },
          { address: 'cleo@partner.example', answer: 'declined' },
        ],
        unnamed: ['Dora Ohne'],
        recurring: false,
        asOf: Date.UTC(2026, 10, 1, 8),
      },
    });
    expect(startOf(meeting)).toBe('2026-11-26T09:00:00.000Z');
    expect(meeting.meeting.endsAt - meeting.sentAt).toBe(3_600_000);
    expect(meeting.body.content).toContain('Vehicles first');
  });

  it('is the rep’s own where they organise it', () => {
    const meeting = one(
      [
        'BEGIN:VEVENT',
        'UID:own-1',
        ...timed,
        'ORGANIZER:mailto:rosa@nordlicht.example',
        'ATTENDEE:mailto:rosa@nordlicht.example',
        'ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@kunde.example',
        'END:VEVENT',
      ].join('\r\n'),
    );
    expect(meeting).toMatchObject({
      direction: 'sent',
      from: { address: 'rosa@nordlicht.example' },
      to: [{ address: 'anna@kunde.example' }],
      meeting: { myAnswer: 'organizer', answers: [{ address: 'anna@kunde.example', answer: 'accepted' }] },
    });
  });

  it('that is cancelled says so; an answer names one guest of nobody knows how many; a counter-proposal is no meeting', () => {
    const cancelled = one('METHOD:CANCEL', event('c-1', ...timed));
    expect(cancelled.meeting.status).toBe('cancelled');
    expect(one(event('c-2', ...timed, 'STATUS:CANCELLED')).meeting.status).toBe('cancelled');
    expect(one(event('c-3', ...timed, 'STATUS:TENTATIVE')).meeting.status).toBe('tentative');
    const reply = one('METHOD:REPLY', event('c-4', ...timed));
    expect(reply).toMatchObject({ via: 'page', meeting: { guestsUnknown: true } });
    expect(read('METHOD:COUNTER', event('c-5', ...timed))).toEqual({ ok: false, problem: 'file-empty' });
  });

  it('that is private or confidential is refused, the other meetings of the file are read', () => {
    expect(read(event('p-1', ...timed, 'CLASS:PRIVATE'))).toEqual({ ok: false, problem: 'private-event' });
    expect(read(event('p-2', ...timed, 'CLASS:CONFIDENTIAL'))).toEqual({
      ok: false,
      problem: 'private-event',
    });
    const mixed = meetingsIn(
      read(event('p-3', ...timed, 'CLASS:PRIVATE'), event('p-4', ...timed, 'CLASS:PUBLIC')),
    );
    expect(mixed.map(({ source }) => source.ids)).toEqual([['event:p-4']]);
  });

  it('takes the conference’s link from where programs write it', () => {
    const link = (line: string) => one(event('l-1', ...timed, line)).meeting.conferenceUrl;
    expect(link('X-GOOGLE-CONFERENCE:https://meet.google.com/aaa-bbbb-ccc')).toMatch(/aaa-bbbb-ccc$/);
    expect(link('X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/19')).toMatch(
      /19$/,
    );
    expect(link('CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://video.kunde.example/r/1')).toMatch(/r\/1$/);
    expect(link('LOCATION:https://kunde.zoom.us/j/123')).toBe('https://kunde.zoom.us/j/123');
    expect(link('DESCRIPTION:see https://kunde.example/agenda')).toBe('');
    expect(link('X-GOOGLE-CONFERENCE:javascript:alert(1)')).toBe('');
  });

  it('of Exchange has the id that its own pages give it', () => {
    const series = '040000008200E00074C5B7101A82E00800000000A0B1C2D3E4F5DA01000000000000000010000000';
    const uid = `${series}00112233445566778899AABBCCDDEEFF`;
    const occurrence = uid.replace(/^(.{32})0{8}/, '$107EA0B1A').toLowerCase();
    expect(one(event(occurrence, ...timed)).source.ids).toEqual([`event:${uid}`]);
  });
});

describe('the time of a meeting', () => {
  const start = (line: string, ...zones: string[]) => one(...zones, event('t-1', line));
  const windows = (tzid: string) =>
    [
      'BEGIN:VTIMEZONE',
      `TZID:${tzid}`,
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ].join('\r\n');

  it.each([
    ['DTSTART:20261126T090000Z', '2026-11-26T09:00:00.000Z'],
    ['DTSTART;TZID=America/New_York:20261126T100000', '2026-11-26T15:00:00.000Z'],
    ['DTSTART;TZID=America/New_York:20260710T100000', '2026-07-10T14:00:00.000Z'],
    ['DTSTART;TZID=Asia/Kolkata:20261126T100000', '2026-11-26T04:30:00.000Z'],
    ['DTSTART;TZID=W. Europe Standard Time:20261126T100000', '2026-11-26T09:00:00.000Z'],
    ['DTSTART;TZID="Tokyo Standard Time":20261126T100000', '2026-11-26T01:00:00.000Z'],
    ['DTSTART;TZID=/mozilla.org/20050126_1/Europe/London:20260710T100000', '2026-07-10T09:00:00.000Z'],
    ['DTSTART:20261126T100000', '2026-11-26T09:00:00.000Z'],
    ['DTSTART;VALUE=DATE:20261126', '2026-11-25T23:00:00.000Z'],
    // Clocks go from 2 to 3 on 29 March, and from 3 to 2 on 25 October 2026.
    ['DTSTART;TZID=Europe/Berlin:20260329T023000', '2026-03-29T01:30:00.000Z'],
    ['DTSTART;TZID=Europe/Berlin:20261025T023000', '2026-10-25T00:30:00.000Z'],
    ['DTSTART;TZID=Europe/Berlin:20261025T013000', '2026-10-24T23:30:00.000Z'],
    ['DTSTART;TZID=Europe/Berlin:20261025T033000', '2026-10-25T02:30:00.000Z'],
  ])('%s', (line, instant) => {
    const meeting = start(line);
    expect(startOf(meeting)).toBe(instant);
    expect(meeting.sentAtApproximate).toBe(false);
  });

  it('is read by the zone that the file itself defines, in winter and in summer', () => {
    const zone = windows('Customized Time Zone 3');
    expect(startOf(start('DTSTART;TZID=Customized Time Zone 3:20261126T100000', zone))).toBe(
      '2026-11-26T09:00:00.000Z',
    );
    expect(startOf(start('DTSTART;TZID=Customized Time Zone 3:20260710T100000', zone))).toBe(
      '2026-07-10T08:00:00.000Z',
    );
  });

  it('is said to be approximate where nobody knows the zone', () => {
    expect(start('DTSTART;TZID=Middle Earth:20261126T100000')).toMatchObject({
      sentAt: Date.UTC(2026, 10, 26, 9),
      sentAtApproximate: true,
    });
  });

  it('ends as the file says: by an end, a duration, or as a whole day', () => {
    const length = (...lines: string[]) => {
      const meeting = one(event('e-1', ...lines));
      return { hours: (meeting.meeting.endsAt - meeting.sentAt) / 3_600_000, allDay: meeting.meeting.allDay };
    };
    expect(length('DTSTART:20261126T090000Z', 'DURATION:PT1H30M')).toEqual({ hours: 1.5, allDay: false });
    expect(length('DTSTART:20261126T090000Z')).toEqual({ hours: 0, allDay: false });
    expect(length('DTSTART;VALUE=DATE:20261126')).toEqual({ hours: 24, allDay: true });
    // The day on which clocks go back has 25 hours in Berlin.
    expect(length('DTSTART;VALUE=DATE:20261025')).toEqual({ hours: 25, allDay: true });
    expect(length('DTSTART;VALUE=DATE:20261126', 'DTEND;VALUE=DATE:20261128')).toEqual({
      hours: 48,
      allDay: true,
    });
    expect(length('DTSTART;TZID=Europe/Berlin:20261024T120000', 'DURATION:P1D').hours).toBe(25);
  });
});

describe('a series', () => {
  const series = (...lines: string[]) => meetingsIn(read(event('s-1', ...lines)));
  const berlin = (time: string) => `DTSTART;TZID=Europe/Berlin:${time}`;

  it('gives the occurrences of the last 30 and the next 45 days, each by its original start, at ten all year', () => {
    const meetings = series(berlin('20250106T100000'), 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY');
    expect(meetings.map(startOf)).toEqual([
      '2026-10-26T09:00:00.000Z',
      ...['02', '09', '16', '23', '30'].map((day) => `2026-11-${day}T09:00:00.000Z`),
      ...['07', '14', '21', '28'].map((day) => `2026-12-${day}T09:00:00.000Z`),
      '2027-01-04T09:00:00.000Z',
    ]);
    expect(meetings[0]).toMatchObject({
      source: { ids: ['event:s-1/20261026T090000Z'], threadId: 'event:s-1' },
      meeting: { recurring: true },
    });
    expect(meetings.every(({ meeting, sentAt }) => meeting.endsAt - sentAt === 3_600_000)).toBe(true);
  });

  it('keeps its hour on the wall when clocks change', () => {
    const around = meetingsIn(
      readIcs(calendar(event('s-2', berlin('20260302T100000'), 'RRULE:FREQ=WEEKLY;COUNT=60')), {
        ...situation,
        now: Date.UTC(2026, 2, 30),
      }),
    );
    expect(around.map(startOf).slice(3, 6)).toEqual([
      '2026-03-23T09:00:00.000Z',
      '2026-03-30T08:00:00.000Z',
      '2026-04-06T08:00:00.000Z',
    ]);
  });

  it('ends where it says: by count, by a last instant, by a last day', () => {
    const starts = (rule: string) => series(berlin('20261118T100000'), rule).map(startOf);
    expect(starts('RRULE:FREQ=DAILY;COUNT=3')).toHaveLength(3);
    expect(starts('RRULE:FREQ=DAILY;UNTIL=20261120T090000Z')).toHaveLength(3);
    expect(starts('RRULE:FREQ=DAILY;UNTIL=20261120T085959Z')).toHaveLength(2);
    expect(starts('RRULE:FREQ=DAILY;UNTIL=20261120')).toHaveLength(3);
  });

  it('leaves out what is excluded and takes in what is added', () => {
    const meetings = series(
      berlin('20261118T100000'),
      'RRULE:FREQ=DAILY;COUNT=4',
      'EXDATE;TZID=Europe/Berlin:20261119T100000',
      'EXDATE;VALUE=DATE:20261120',
      'RDATE;TZID=Europe/Berlin:20261124T150000',
    );
    expect(meetings.map(startOf)).toEqual([
      '2026-11-18T09:00:00.000Z',
      '2026-11-21T09:00:00.000Z',
      '2026-11-24T14:00:00.000Z',
    ]);
  });

  it('has a moved occurrence under its original start, at its new time, with its own title', () => {
    const meetings = meetingsIn(
      read(
        event('s-3', berlin('20261118T100000'), 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'),
        event(
          's-3',
          'RECURRENCE-ID;TZID=Europe/Berlin:20261119T100000',
          berlin('20261119T160000'),
          'DURATION:PT2H',
        ).replace('Rollout review', 'Rollout review, moved'),
      ),
    );
    expect(meetings.map((meeting) => [meeting.source.ids[0], startOf(meeting), meeting.subject])).toEqual([
      ['event:s-3/20261118T090000Z', '2026-11-18T09:00:00.000Z', 'Rollout review'],
      ['event:s-3/20261119T090000Z', '2026-11-19T15:00:00.000Z', 'Rollout review, moved'],
      ['event:s-3/20261120T090000Z', '2026-11-20T09:00:00.000Z', 'Rollout review'],
    ]);
  });

  it('of whole days is named by the day', () => {
    const meetings = series('DTSTART;VALUE=DATE:20261118', 'RRULE:FREQ=DAILY;COUNT=2');
    expect(meetings.map(({ source }) => source.ids[0])).toEqual(['event:s-1/20261118', 'event:s-1/20261119']);
  });

  it('gives one occurrence alone where the file has only that', () => {
    const meeting = one(
      event('s-4', 'RECURRENCE-ID;TZID=Europe/Berlin:20260105T100000', berlin('20260106T100000')),
    );
    expect(meeting.source.ids).toEqual(['event:s-4/20260105T090000Z']);
  });

  it('and a file with several meetings counts what lies near; the newest version of each', () => {
    const several = read(
      event('m-1', ...timed),
      event('m-1', 'SEQUENCE:2', 'DTSTART:20261127T090000Z'),
      event('m-2', 'DTSTART:20240101T090000Z'),
      event('m-3', 'DTSTART:20261125T090000Z'),
    );
    expect(meetingsIn(several).map(startOf)).toEqual([
      '2026-11-25T09:00:00.000Z',
      '2026-11-27T09:00:00.000Z',
    ]);
    expect(several).toMatchObject({ onPurpose: false });
    expect(read(event('m-4', 'DTSTART:20240101T090000Z'))).toMatchObject({ ok: true, onPurpose: true });
  });
});

describe('a hostile or broken calendar', () => {
  // Alone each takes less than a second; what does not end takes for ever.
  const inTime = { timeout: 60_000 };

  it.each([
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;COUNT=99999999',
    'FREQ=DAILY;INTERVAL=7;BYDAY=MO',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;INTERVAL=12;BYMONTH=2',
    'FREQ=DAILY;INTERVAL=999999999999',
    'FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9',
  ])('that repeats by %s stops within bounds', inTime, (rule) => {
    const result = read(event('h-1', 'DTSTART:19900102T090000Z', `RRULE:${rule}`));
    expect(result.ok || ['series-too-long', 'nothing-near'].includes(result.problem)).toBe(true);
  });

  it('with a zone that changes each second falls back to the zone’s name', () => {
    const bomb = [
      'BEGIN:VTIMEZONE',
      'TZID:Bomb',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=SECONDLY',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n');
    expect(one(bomb, event('h-2', 'DTSTART;TZID=Bomb:20261126T100000')).sentAtApproximate).toBe(true);
  });

  it('with many events, long lines or deep nesting is read within bounds', inTime, () => {
    const many = Array.from({ length: 5_000 }, (_, at) => event(`n-${at}`, ...timed)).join('\r\n');
    expect(capturesIn(read(many)).length).toBe(300);
    const long = one(event('h-3', ...timed, `DESCRIPTION:${'a '.repeat(1_500_000)}`));
    expect(long.body).toMatchObject({ clipped: true });
    expect(read('BEGIN:VEVENT\r\n'.repeat(100_000)).ok).toBe(false);
  });

  it('is named as what it is', () => {
    expect(readIcs('', situation)).toEqual({ ok: false, problem: 'file-broken' });
    expect(readIcs('BEGIN:VCARD\r\nEND:VCARD', situation)).toEqual({ ok: false, problem: 'file-broken' });
    expect(read('BEGIN:VTODO', 'UID:1', 'END:VTODO')).toEqual({ ok: false, problem: 'file-empty' });
    expect(read(event('h-4', 'DTSTART:nonsense'))).toMatchObject({ ok: false });
  });

  it('with one broken line loses that line only', () => {
    expect(one(event('h-5', ...timed, 'this is no line of a calendar')).subject).toBe('Rollout review');
  });

  it('without anybody in it asks whom it is about, unless the rep is known', () => {
    const bare = ['BEGIN:VEVENT', 'UID:b-1', ...timed, 'SUMMARY:x', 'END:VEVENT'].join('\r\n');
    expect(readIcs(calendar(bare), { ...situation, own: [] })).toEqual({
      ok: false,
      problem: 'nobody-found',
    });
  });
});
