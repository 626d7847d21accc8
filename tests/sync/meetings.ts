import type { MeetingDetail, PageMeeting } from '@/utils/model/captured';
import { updateSettings } from '@/utils/store/settings';
import { makeEngine, type TestEngine } from './make-engine';

const HOUR = 3_600_000;

/** The engine's clock begins here: Saturday 21 November 2026, 10:00 in Berlin. */
export const START = Date.UTC(2026, 10, 21, 9);

/**
 * A meeting as the rep's Google Calendar gives it: with Anna, two hours after the clock's beginning, one hour long.
 * Invented people.
 */
export function meeting(
  number: number,
  change: Partial<Omit<PageMeeting, 'meeting'>> & { meeting?: Partial<MeetingDetail> } = {},
): PageMeeting {
  const { meeting: detail, ...rest } = change;
  const sentAt = rest.sentAt ?? START + 2 * HOUR;
  return {
    kind: 'meeting',
    via: 'wire',
    direction: 'sent',
    from: { address: 'rosa@nordlicht.example', name: 'Rosa Rep' },
    to: [{ address: 'anna@kunde.example', name: 'Anna Kunde' }],
    cc: [],
    bcc: [],
    subject: `Review ${number}`,
    sentAt,
    sentAtApproximate: false,
    attachments: [],
    source: {
      site: 'google-calendar',
      ids: [`event:m${number}@calendar.example`, `gcal:m${number}`],
      threadId: `event:m${number}@calendar.example`,
      threadIds: [],
      account: 'rosa@nordlicht.example',
      url: 'https://calendar.google.com/calendar/u/0/r',
    },
    body: { type: 'text', content: '', clipped: false },
    ...rest,
    meeting: {
      endsAt: sentAt + HOUR,
      allDay: false,
      place: 'Hall 3',
      conferenceUrl: 'https://meet.google.com/abc-defg-hij',
      status: 'confirmed',
      myAnswer: 'organizer',
      answers: [{ address: 'anna@kunde.example', answer: 'accepted' }],
      unnamed: [],
      guestsUnknown: false,
      recurring: false,
      ...detail,
    },
  };
}

/** An engine whose rep also lets their calendars be read. */
export async function makeMeetingEngine(): Promise<TestEngine> {
  const engine = await makeEngine();
  engine.side.granted.add('https://calendar.google.com/*');
  await updateSettings(engine.db, 'real', (settings) => ({
    ...settings,
    consent: { version: 1, at: engine.now(), sites: ['gmail', 'google-calendar'] },
  }));
  return engine;
}
