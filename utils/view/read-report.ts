import type { Database } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';

/** Versions of what this runs in. */
export interface ReportAbout {
  version: string;
  browser: string;
  locale: string;
}

/**
 * What a rep may hand over with a question, as JSON: versions, counts, kinds of faults and names of steps. No name,
 * address, subject, sentence, key, server or CRM account: a fault's own sentence is the CRM's and may name a record. To
 * be called in a live query.
 */
export async function readReport(db: Database, about: ReportAbout): Promise<string> {
  const settings = await getSettings(db, 'real');
  // Asked anew at each change while the settings are open: neither contacts nor texts are gone through for it.
  const [outbox, states, drift, cursors] = await Promise.all([
    db.outbox.toArray(),
    db.proposals.orderBy('status.state').uniqueKeys(),
    db.drift.toArray(),
    db.cursors.toArray(),
  ]);
  const proposals = await Promise.all(
    states.map(async (state) => [String(state), await db.proposals.where({ 'status.state': state }).count()]),
  );
  const reads = cursors.filter(({ kind }) => kind === 'contacts');
  const faults = outbox.flatMap(({ status }) => {
    if (status.state === 'needs-person') return [status.fault.kind];
    return status.state === 'queued' && status.last ? [status.last.kind] : [];
  });
  const report = {
    ...about,
    crm: settings.crm.connector,
    consent: settings.consent && { version: settings.consent.version, sites: settings.consent.sites },
    logText: settings.logText,
    undoSeconds: settings.undoSeconds,
    entries: count(outbox.map(({ job, status }) => `${job.op}: ${status.state}`)),
    faults: count(faults),
    proposals: Object.fromEntries(proposals),
    contacts: reads.reduce((sum, { rows = 0 }) => sum + rows, 0),
    contactsReadAt: time(reads[0]?.completeAt),
    drift: drift.map(({ site, step, times, at }) => ({ site, step, times, at: time(at) })),
  };
  return JSON.stringify(report, null, 2);
}

function count(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function time(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
