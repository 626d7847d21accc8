import type { Context } from '@/utils/actions/context';
import { dropRefusedMeeting } from '@/utils/actions/drop-refused-meeting';
import type { Refusal } from '@/utils/model/because';
import type { Site } from '@/utils/model/captured';
import { addCount } from '@/utils/store/counts';
import { putRefused, refusedWithIds } from '@/utils/store/refused';

/** Keeps that a message was refused: ids and reason for two days, a count for longer, its content never. */
export async function receiveRefused(
  context: Context,
  site: Site,
  ids: string[],
  refusal: Refusal,
): Promise<void> {
  const { db } = context;
  await db.transaction('rw', db.refused, db.counts, db.proposals, async () => {
    await dropRefusedMeeting(db, ids, refusal.reason);
    await keepRefused(context, site, ids, refusal);
  });
}

/** The same inside a transaction over `refused` and `counts`. */
export async function keepRefused(
  { db, now, newId }: Context,
  site: Site,
  ids: string[],
  refusal: Refusal,
): Promise<void> {
  const known = await refusedWithIds(db, ids);
  if (known.length === 0) await addCount(db, dayOf(now()), 'refused', refusal.reason);
  await putRefused(db, { id: newId(), ids, site, at: now() }, refusal);
}

/** The calendar day in the rep's zone, `YYYY-MM-DD`. */
function dayOf(instant: number): string {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
