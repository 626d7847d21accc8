import type { Context } from '@/utils/actions/context';
import { businessTime } from '@/utils/follow-ups/business-hours';
import { countDue, dayList } from '@/utils/follow-ups/day-list';
import type { FollowUp } from '@/utils/model/follow-up';
import { USUAL_HOURS } from '@/utils/model/settings';
import { meetingSummary } from '@/utils/proposals/read-meeting';
import { daySources } from '@/utils/store/day-sources';

/**
 * What the toolbar button and the morning's notification say. `due`: how much is due now. `counts`: of which kind.
 * `nextMorning`: when work begins next, in milliseconds; undefined where the rep wants no notification or never works.
 */
export async function readDay({
  db,
  book,
  now,
  timeZone,
}: Pick<Context, 'db' | 'book' | 'now' | 'timeZone'>) {
  const sources = await daySources(db, book);
  const { workingHours = USUAL_HOURS, holidays = [], morningNote, consent } = sources.settings;
  const zone = timeZone();
  const at = now();
  const business = businessTime(workingHours, holidays, zone);
  // ISO order is what Swedish writes.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
  const rows = consent ? dayList({ ...sources, agendaOf: meetingSummary }, business, at, today) : [];
  const count = (kind: FollowUp['kind']) => rows.filter((row) => row.kind === kind).length;
  return {
    due: countDue(rows),
    counts: {
      waiting: count('waiting'),
      promises: count('promise'),
      tasks: count('task'),
      notes: count('notes'),
    },
    nextMorning: morningNote ? business.nextStart(at) : undefined,
  };
}
