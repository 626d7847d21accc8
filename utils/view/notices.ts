import { computed, type ReadonlySignal } from '@preact/signals';
import { type PageSite, Site } from '@/utils/model/captured';
import { type Book, NotKept, type OpenInTab } from '@/utils/model/messages';
import { Fault, type OutboxEntry } from '@/utils/model/outbox';
import { consentedSites, type Settings } from '@/utils/model/settings';
import { z } from '@/utils/model/zod';
import type { DriftReport } from '@/utils/store/database';
import type { Commands, Problem } from '@/utils/view/commands';
import type { Live } from '@/utils/view/live';
import type { PanelSurroundings } from '@/utils/view/panel-state';

/** Something that stands between the rep and a logged mail. The most urgent first. */
export type Notice =
  | { kind: 'storage' }
  | { kind: 'not-kept'; code: NonNullable<NotKept[Book]> }
  | { kind: 'unreachable' }
  | { kind: 'problem'; problem: Problem }
  /** The rep agreed to these sites, and the browser took their hosts back. */
  | { kind: 'host'; sites: PageSite[] }
  | { kind: 'stale'; tabId: number }
  /** `report`: what may be copied and sent to whoever mends the adapter; shape, no content. */
  | { kind: 'drift'; id: string; site: Site; report: string }
  | { kind: 'signed-out'; waiting: number }
  | { kind: 'offline' }
  /** The CRM does not take what is sent, or cannot be read. */
  | { kind: 'crm-trouble'; fault: Fault; since: number; waiting: number }
  /** The CRM's contacts are being read for the first time: so many so far. */
  | { kind: 'reading'; rows: number }
  /** The first entry of a connector that nobody could try live. */
  | { kind: 'first-log'; subject: string; found: boolean; link?: string };

/** Tabs whose script is from before an update, or never started; the worker finds them. */
const StaleTabs = z.array(z.object({ tabId: z.int() }));
/** Drift is shown while it is fresh, ms. */
const FRESH = 30 * 60_000;

interface Sources {
  around: PanelSurroundings;
  settings: ReadonlySignal<Live<Settings>>;
  openTab: ReadonlySignal<OpenInTab | null>;
  book: { readonly value: Book };
  drift: ReadonlySignal<Live<DriftReport | undefined>>;
  outbox: ReadonlySignal<Live<OutboxEntry[]>>;
  waiting: ReadonlySignal<Live<unknown>>;
  /** What the worker says of reading the CRM, raw. */
  syncTrouble: ReadonlySignal<unknown>;
  /** How many contacts the first reading of the CRM brought so far; null once it is complete, and without a CRM. */
  reading: ReadonlySignal<number | null>;
  commands: Commands;
  now: ReadonlySignal<number>;
}

/** What the panel has to warn of, live. */
export function noticesOf(from: Sources): ReadonlySignal<Notice[]> {
  const consented = computed(() =>
    from.settings.value.state === 'ready' && from.book.value === 'real'
      ? consentedSites(from.settings.value.value)
      : [],
  );
  const stale = computed(() => {
    const tab = from.around.tab.value;
    const parsed = StaleTabs.safeParse(from.around.staleTabs.value);
    return tab && parsed.success && parsed.data.some((each) => each.tabId === tab.id) ? tab.id : null;
  });
  return computed(() => {
    const notices: Notice[] = [];
    const { problem, unreachable } = from.commands;
    if (from.waiting.value.state === 'broken' || from.settings.value.state === 'broken')
      notices.push({ kind: 'storage' });
    const notKept = NotKept.safeParse(from.around.notKept.value);
    const code = notKept.success ? notKept.data[from.book.value] : undefined;
    if (code) notices.push({ kind: 'not-kept', code });
    if (unreachable.value > 0) notices.push({ kind: 'unreachable' });
    if (problem.value) notices.push({ kind: 'problem', problem: problem.value });
    const granted = from.around.granted.value;
    const missing = granted ? consented.value.filter((site) => !granted.has(site)) : [];
    if (missing.length > 0) notices.push({ kind: 'host', sites: missing });
    else if (stale.value !== null) notices.push({ kind: 'stale', tabId: stale.value });
    const drift = from.drift.value.state === 'ready' ? from.drift.value.value : undefined;
    const site = Site.safeParse(drift?.site);
    if (drift && site.success && from.now.value - drift.at < FRESH)
      notices.push({
        kind: 'drift',
        id: drift.id,
        site: site.data,
        report: JSON.stringify(drift, null, 2),
      });
    const entries = from.outbox.value.state === 'ready' ? from.outbox.value.value : [];
    const signedOut = entries.filter(
      (entry) => entry.status.state === 'needs-person' && entry.status.fault.kind === 'signed-out',
    );
    if (signedOut.length > 0) notices.push({ kind: 'signed-out', waiting: signedOut.length });
    if (!from.around.online.value) notices.push({ kind: 'offline' });
    else if (signedOut.length === 0) {
      const trouble = crmTrouble(entries, from.book.value === 'real' ? from.syncTrouble.value : undefined);
      if (trouble) notices.push(trouble);
      else if (from.reading.value !== null) notices.push({ kind: 'reading', rows: from.reading.value });
    }
    const firstLog =
      from.settings.value.state === 'ready' ? from.settings.value.value.crm.firstLog : undefined;
    if (firstLog && !firstLog.seen && from.book.value === 'real') {
      const { subject, found, link } = firstLog;
      notices.push({ kind: 'first-log', subject, found, ...(link ? { link } : {}) });
    }
    return notices;
  });
}

/** As the worker writes it after each look at the CRM (utils/actions/make-context.ts). */
const SyncTrouble = z.object({ fault: Fault, at: z.int() });

/**
 * Whether the CRM has stopped taking or giving: at the first entry that did not arrive, at the first reading that
 * failed. What is slowed down goes on by itself, what a person has to decide stands in its own list.
 */
function crmTrouble(entries: readonly OutboxEntry[], synced: unknown): Notice | undefined {
  const waits = entries.flatMap(({ status, createdAt }) =>
    status.state === 'queued' && status.last && status.last.kind !== 'slow-down'
      ? [{ fault: status.last, since: createdAt }]
      : [],
  );
  const oldest = waits.sort((a, b) => a.since - b.since)[0];
  if (oldest) return { kind: 'crm-trouble', ...oldest, waiting: waits.length };
  const trouble = SyncTrouble.safeParse(synced);
  if (!trouble.success || trouble.data.fault.kind === 'slow-down') return undefined;
  return { kind: 'crm-trouble', fault: trouble.data.fault, since: trouble.data.at, waiting: 0 };
}
