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
  const at = now();
  // Who waits is only counted here: no row of theirs is read for a number.
  const sources = await daySources(db, book, { now: at, most: { waiting: 0, quiet: 0 } });
  const { workingHours = USUAL_HOURS, holidays = [], morningNote, consent } = sources.settings;
  const zone = timeZone();
  const business = businessTime(workingHours, holidays, zone);
  // ISO order is what Swedish writes.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
  const rows = consent ? dayList({ ...sources, agendaOf: meetingSummary }, business, at, today) : [];
  const waiting = consent ? sources.waiting : 0;
  const count = (kind: FollowUp['kind']) => rows.filter((row) => row.kind === kind).length;
  return {
    due: countDue(rows) + waiting,
    counts: {
      waiting,
      promises: count('promise'),
      tasks: count('task'),
      notes: count('notes'),
    },
    nextMorning: morningNote ? business.nextStart(at) : undefined,
  };
}
