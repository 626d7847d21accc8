import type { PageCapture, PageMeeting } from '@/utils/model/captured';
import type { Database } from '@/utils/store/database';
import { joinIds, proposalsOnThreads } from '@/utils/store/proposals';
import { capturesOf } from '@/utils/understand/invitation';
import { isOccurrence } from '@/utils/understand/meeting-id';

/**
 * What is kept of a capture: an invitation is not kept as a mail but as the meeting that it is about, so that one
 * meeting is one proposal, whichever page showed it first.
 */
export async function asMeetings(db: Database, capture: PageCapture): Promise<PageCapture[]> {
  const meetings = capture.kind === 'meeting' ? [capture] : capturesOf(capture);
  if (meetings.length === 0) return [capture];
  return Promise.all(meetings.map((meeting) => withKnownName(db, meeting)));
}

/**
 * An invitation names its series, a calendar the occurrence: of one UID and at one time they are the same meeting. The
 * occurrence's name is lent to whichever of the two has not got it.
 */
async function withKnownName(db: Database, meeting: PageMeeting): Promise<PageMeeting> {
  const { source } = meeting;
  const own = source.ids.find((id) => id.startsWith('event:') && isOccurrence(id));
  const known = await proposalsOnThreads(db, [source.threadId]);
  for (const { id, captured, aliases } of known) {
    if (captured.kind !== 'meeting' || captured.sentAt !== meeting.sentAt) continue;
    const theirs = aliases.find((alias) => alias.startsWith('event:') && isOccurrence(alias));
    if (theirs && !own)
      return { ...meeting, source: { ...source, ids: [theirs, ...source.ids].slice(0, 20) } };
    if (own && !theirs) await db.proposals.update(id, { aliases: joinIds(aliases, [own]) });
  }
  return meeting;
}
