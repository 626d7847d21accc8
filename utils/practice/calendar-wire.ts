import type { PracticeMeeting } from '@/utils/practice/meetings';
import { type PracticePerson, robin } from '@/utils/practice/people';
import { places, type Wire } from '@/utils/practice/wire';

/*
 * What Google Calendar's page shows first (2025-09), built from the invented meetings. Which index holds what is
 * described in utils/capture/google-calendar/wire-event.ts; everything else is null.
 */

const DAY = 86_400_000;
/** A change of a guest's answer has this place in Google's own order: needs action, declined, tentative, accepted. */
const ACCEPTED = 3;
const PRIVATE = 2;

/** `data-eventid`: base64 of the event's id and its calendar, without padding. */
export const eventCode = (id: string): string => btoa(`${id} ${robin.address}`).replace(/=+$/, '');

/** The page's first answer, with all meetings of the practice calendar. */
export function firstPaint(meetings: readonly PracticeMeeting[], zone: string, now: number): Wire {
  const today = Math.floor(now / DAY);
  const changes = [robin.address, meetings.map((meeting) => [null, null, null, wireEvent(meeting, zone)])];
  const held = places({ 5: [1, 1, [[null, null, today - 21, today + 21]], null, robin.address] });
  return places(
    { 0: [null, null, robin.address], 33: zone, 39: [null, [changes, null, null, [null, [held]]]] },
    45,
  );
}

function wireEvent(meeting: PracticeMeeting, zone: string): Wire[] {
  const { id, start, end, organiser } = meeting;
  return places(
    {
      0: id,
      1: 1,
      3: start - 7 * DAY,
      4: start - 7 * DAY,
      5: meeting.title,
      7: meeting.place ?? null,
      9: person(organiser),
      17: meeting.private ? PRIVATE : null,
      18: `${id}@calendar.harbourlight.example`,
      20:
        meeting.guests.length === 0
          ? null
          : meeting.guests.map((guest) => [...person(guest), null, null, ACCEPTED, null]),
      34: person(organiser),
      35: [null, [start], zone],
      36: [null, [end], zone],
      57: meeting.meet ? [null, [[1, meeting.meet, 'meet']]] : null,
      64: meeting.notes ? [null, meeting.notes] : null,
    },
    88,
  );
}

const person = ({ address, name }: PracticePerson): Wire[] => [
  address,
  name,
  null,
  address === robin.address ? 1 : null,
];
