import type { Database } from '@/utils/store/database';
import { proposalsWithIds } from '@/utils/store/proposals';

/**
 * The page refused a meeting that is on the list: the rep declined it, or made it private. Only where the page's own
 * copy was proposed: an invitation that the rep declined at their other address says nothing of the one they accepted.
 */
export async function dropRefusedMeeting(db: Database, ids: string[], reason: string): Promise<void> {
  if (reason !== 'declined-event' && reason !== 'private-event') return;
  for (const { id, captured, status } of await proposalsWithIds(db, ids)) {
    if (captured.kind !== 'meeting') continue;
    const own = captured.source.ids.some((each) => !each.startsWith('event:') && ids.includes(each));
    const never = captured.meeting.myAnswer === 'accepted' || captured.meeting.myAnswer === 'organizer';
    const undecided = ['open', 'snoozed', 'upcoming'].includes(status.state);
    if (undecided && (own || !never)) await db.proposals.delete(id);
  }
}
