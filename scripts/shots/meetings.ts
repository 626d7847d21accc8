import type { MeetingActivity } from '../../utils/model/activity.ts';
import type { MeetingDetail } from '../../utils/model/captured.ts';
import type { Proposal } from '../../utils/model/proposal.ts';
import { me, now, proposal } from './invented.ts';

const minute = 60_000;
const hour = 60 * minute;

type Given = Parameters<typeof proposal>[0] & {
  detail?: Partial<MeetingDetail>;
  notes?: string;
  /** Where it moved to, ms from now; or that it was cancelled. */
  change?: number | 'cancelled';
};

/** A meeting of invented people, one hour long, as the store keeps it. */
export function meeting({ detail, notes = '', change, ...mail }: Given): Proposal {
  const plain = proposal({ subject: 'Quarterly review', text: '', ...mail });
  const at = plain.sentAt;
  const full: MeetingDetail = {
    endsAt: at + 45 * minute,
    allDay: false,
    place: 'Hafenstr. 5, Hamburg, room “Elbe”',
    conferenceUrl: 'https://meet.google.com/abc-defg-hij',
    status: 'confirmed',
    myAnswer: 'organizer',
    answers: [],
    unnamed: [],
    guestsUnknown: false,
    recurring: false,
    ...detail,
  };
  const { endsAt, allDay, place, conferenceUrl, status } = full;
  const contact = plain.match.contacts[0];
  const activity: MeetingActivity = {
    ...plain.activity,
    kind: 'meeting',
    direction: 'sent',
    at,
    summary: notes,
    ownWords: '',
    meeting: { endsAt, allDay, place, conferenceUrl, status },
    participants: [
      { address: me, name: 'Robin Hale', role: 'from', answer: 'organizer' },
      ...(contact
        ? [
            {
              address: contact.address,
              name: contact.name,
              role: 'to' as const,
              answer: 'accepted' as const,
              contactId: contact.contactId,
            },
          ]
        : []),
      { address: 'tobias.krueger@nordlicht.example', name: 'Tobias Krüger', role: 'to', answer: 'tentative' },
      { address: 'ines.vogt@nordlicht.example', name: 'Ines Vogt', role: 'cc', answer: 'declined' },
    ],
  };
  const moved = typeof change === 'number' ? now + change : at;
  const update: MeetingActivity = {
    ...activity,
    at: moved,
    meeting: {
      ...activity.meeting,
      endsAt: moved + 45 * minute,
      status: change === 'cancelled' ? 'cancelled' : 'confirmed',
    },
  };
  return {
    ...plain,
    captured: { ...plain.captured, kind: 'meeting', direction: 'sent', meeting: full, text: notes },
    activity,
    ...(change === undefined ? {} : { update }),
  };
}

export const unnamedGuests: Partial<MeetingDetail> = {
  guestsUnknown: true,
  unnamed: ['Kim Lee', 'María-Fernanda de los Ángeles Villanueva'],
  conferenceUrl: '',
};

/** Two logged ones that are not as their entries say. */
export function changed(): Proposal[] {
  const logged = (id: string): Proposal['status'] => ({
    state: 'logged',
    loggedAt: now - 3 * hour,
    outboxId: `o-${id}`,
  });
  return [
    meeting({ id: 'c1', agoMs: 4 * hour, status: logged('c1'), change: 22 * hour }),
    meeting({ id: 'c2', agoMs: 26 * hour, subject: 'Kick-off', status: logged('c2'), change: 'cancelled' }),
  ];
}
