import type { Activity, MeetingActivity, Participant } from '@/utils/model/activity';
import type { Captured, CapturedMeeting, Person } from '@/utils/model/captured';
import type { Proposal, ProposalStatus } from '@/utils/model/proposal';
import { normalAddress } from '@/utils/understand/address';

/** What of a meeting a record shows; the rest is the page's. */
export function meetingOf({ meeting }: CapturedMeeting): MeetingActivity['meeting'] {
  const { endsAt, allDay, place, conferenceUrl, status } = meeting;
  return { endsAt, allDay, place, conferenceUrl, status };
}

/** Each participant with what they answered, as far as the page says. */
export function withAnswers(participants: Participant[], captured: Captured): Participant[] {
  if (captured.kind !== 'meeting') return participants;
  const answers = new Map(
    captured.meeting.answers.map(({ address, answer }) => [normalAddress(address), answer]),
  );
  return participants.map((participant) => {
    const { answer: _, ...rest } = participant;
    const given = answers.get(normalAddress(participant.address));
    const answer = given ?? (participant.role === 'from' ? 'organizer' : undefined);
    return { ...rest, ...(answer === undefined ? {} : { answer }) };
  });
}

/** Where a new meeting stands: it is proposed when it has ended. */
export function meetingStatus(
  { meeting }: CapturedMeeting,
  now: number,
): Extract<ProposalStatus, { state: 'open' | 'upcoming' }> {
  return meeting.endsAt > now ? { state: 'upcoming', until: meeting.endsAt } : { state: 'open' };
}

/** Names what a record says of when a meeting is and whether it is: the same for the same change. */
export function changeName({ at, meeting }: Pick<MeetingActivity, 'at' | 'meeting'>): string {
  return `${at} ${meeting.endsAt} ${meeting.allDay} ${meeting.status === 'cancelled'}`;
}

/**
 * What the record of a logged meeting should say now, and why; null where it says so already, or where the rep left
 * this very change as it is. A time that the page alone shows moves nothing.
 */
export function changeOf(
  { activity, leftAs }: Pick<Proposal, 'activity' | 'leftAs'>,
  captured: CapturedMeeting,
): { update: MeetingActivity; because: 'moved' | 'cancelled' } | null {
  if (activity.kind !== 'meeting') return null;
  const meeting = meetingOf(captured);
  const cancelled = meeting.status === 'cancelled';
  const update: MeetingActivity = {
    ...activity,
    ...(captured.sentAtApproximate
      ? { meeting: { ...activity.meeting, status: meeting.status } }
      : { at: captured.sentAt, meeting }),
    participants: withAnswers(activity.participants, captured),
  };
  const name = changeName(update);
  if (name === changeName(activity) || name === leftAs) return null;
  return { update, because: cancelled ? 'cancelled' : 'moved' };
}

/** The proposal with this change offered, or with none. */
export function withChange(proposal: Proposal, change: ReturnType<typeof changeOf>): Proposal {
  const { update: _, ...rest } = proposal;
  const because = proposal.because.filter(({ code }) => code !== 'moved' && code !== 'cancelled');
  if (!change) return { ...rest, because };
  return {
    ...rest,
    update: change.update,
    because: [...because.slice(0, 9), { code: change.because, args: [] }],
  };
}

/** The proposal as if what it should say now had been logged from the start: for one that is proposed again. */
export function asItIsNow(proposal: Proposal): Proposal {
  const { update, leftAs: _, ...rest } = proposal;
  const activity: Activity = update ?? proposal.activity;
  return { ...withChange(rest, null), activity };
}

/**
 * Two sights of one meeting as one: what is known of it now. `next` came later. What is older by its own account (an
 * invitation opened again after the meeting moved), and what the page alone shows where the calendar itself was read,
 * changes nothing, unless it says that the meeting was cancelled. A page that does not name everybody takes nobody
 * away. The same meeting in the rep's other calendar leaves them who they are in the first.
 */
export function newerMeeting(known: CapturedMeeting, next: CapturedMeeting): CapturedMeeting {
  const older = (next.meeting.asOf ?? 0) < (known.meeting.asOf ?? 0);
  const poorer = known.via === 'wire' && next.via === 'page';
  if (older || poorer) {
    const off = next.meeting.status === 'cancelled' && (poorer || next.meeting.asOf === undefined);
    return off ? { ...known, meeting: { ...known.meeting, status: 'cancelled' } } : known;
  }
  const { account } = known.source;
  const other = account !== null && next.source.account !== null && next.source.account !== account;
  const partly = next.meeting.guestsUnknown;
  const people = (role: 'to' | 'cc') => (partly ? everybody(known[role], next[role]) : next[role]);
  const merged: CapturedMeeting = {
    ...next,
    ...(other || (partly && !known.meeting.guestsUnknown)
      ? { from: known.from, direction: known.direction }
      : {}),
    to: people('to'),
    cc: people('cc'),
    source: { ...next.source, account: account ?? next.source.account },
    text: next.text || known.text,
    meeting: {
      ...next.meeting,
      myAnswer: other ? known.meeting.myAnswer : next.meeting.myAnswer,
      answers: partly
        ? [...known.meeting.answers, ...next.meeting.answers].slice(0, 500)
        : next.meeting.answers,
      guestsUnknown: partly && known.meeting.guestsUnknown,
      place: next.meeting.place || known.meeting.place,
      conferenceUrl: next.meeting.conferenceUrl || known.meeting.conferenceUrl,
    },
  };
  const names = new Set([merged.from, ...merged.to, ...merged.cc].map(({ name }) => name));
  const unnamed = merged.meeting.unnamed.filter((name) => !names.has(name));
  return { ...merged, meeting: { ...merged.meeting, unnamed } };
}

function everybody(known: Person[], next: Person[]): Person[] {
  const there = new Set(next.map(({ address }) => normalAddress(address)));
  return [...next, ...known.filter(({ address }) => !there.has(normalAddress(address)))].slice(0, 500);
}
