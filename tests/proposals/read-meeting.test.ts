import { describe, expect, it } from 'vitest';
import { meetingSummary, withoutJoining } from '@/utils/proposals/read-meeting';

describe('what a meeting’s description says', () => {
  it.each([
    [
      'Google Meet',
      'Prices for 2027\n\n-::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::~:~::-\nJoin with Google Meet: https://meet.google.com/abc-defg-hij\nOr dial: (DE) +49 40 555 PIN: 123#\n\nPlease do not edit this section.\n-::~:~::~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~:~::~:~::-',
      'Prices for 2027',
    ],
    [
      'Teams',
      'Agenda:\n1. Seats\n2. Start date\n________________________________________________________________________________\nMicrosoft Teams meeting\nJoin on your computer, mobile app or room device\nClick here to join the meeting\nMeeting ID: 123 456 789 01\nPasscode: aBc12\nOr call in (audio only)\n+49 69 555,,123# Germany, Frankfurt\nPhone Conference ID: 123 456#\nFind a local number | Reset PIN\nLearn More | Meeting options\n________________________________________________________________________________',
      'Agenda:\n1. Seats\n2. Start date',
    ],
    [
      'Zoom, before the agenda',
      'Anna Kunde is inviting you to a scheduled Zoom meeting.\n\nJoin Zoom Meeting\nhttps://us02web.zoom.example/j/8123456789?pwd=abc\n\nMeeting ID: 812 3456 789\nPasscode: 4711\nOne tap mobile\n+13017158592,,8123456789# US (Washington DC)\nDial by your location\n+1 301 715 8592 US\nFind your local number: https://us02web.zoom.example/u/abc\n\nPlease bring the signed contract.',
      'Please bring the signed contract.',
    ],
    [
      'a German Teams block',
      'Wir sprechen über den Rollout.\n____________________\nMicrosoft Teams-Besprechung\nBesprechungs-ID: 321 654\nPasswort: xyz\n',
      'Wir sprechen über den Rollout.',
    ],
    ['nobody’s block', 'Join us for the review.\nWe meet at 9.', 'Join us for the review.\nWe meet at 9.'],
    ['nothing', '', ''],
  ])('is left where %s wrote how to join', (_, description, said) => {
    expect(withoutJoining(description)).toBe(said);
  });

  it('is whole where it is short, and two or three of its sentences where it is long', () => {
    expect(meetingSummary('1. Seats\n2. Start date')).toBe('1. Seats\n2. Start date');
    const long = Array.from({ length: 40 }, (_, i) => `We will look at part ${i} of the plan together.`).join(
      ' ',
    );
    const summary = meetingSummary(long);
    expect(summary.length).toBeLessThan(700);
    expect(long).toContain(summary.split('. ')[0] ?? '-');
  });

  it('takes no longer for what somebody made to be slow', () => {
    for (const hostile of [
      '_'.repeat(200_000),
      `${'Join Zoom Meeting\n'.repeat(20_000)}`,
      `-${'~:'.repeat(90_000)}`,
      '+1 '.repeat(80_000),
    ]) {
      const before = performance.now();
      withoutJoining(hostile);
      expect(performance.now() - before).toBeLessThan(250);
    }
  });
});
