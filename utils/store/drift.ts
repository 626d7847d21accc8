import type { Database, DriftReport } from '@/utils/store/database';

/** Different shapes kept for one step: enough to mend an adapter, bounded for a page that changes at every look. */
const MOST_PER_STEP = 20;

/** Keeps a drift report; the same step and shape again is counted on the one that is there. */
export async function putDrift(db: Database, report: Omit<DriftReport, 'times'>): Promise<void> {
  await db.transaction('rw', db.drift, async () => {
    const same = await db.drift
      .filter((row) => row.site === report.site && row.step === report.step)
      .sortBy('at');
    const known = same.find((row) => row.shape === report.shape);
    if (known) {
      await db.drift.update(known.id, { at: report.at, times: known.times + 1 });
      return;
    }
    const surplus = same.slice(0, Math.max(0, same.length + 1 - MOST_PER_STEP));
    await db.drift.bulkDelete(surplus.map((row) => row.id));
    await db.drift.add({ ...report, times: 1 });
  });
}
