import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Book, OpenInTab } from '@/utils/model/messages';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Proposal } from '@/utils/model/proposal';
import type { Settings } from '@/utils/model/settings';
import type { DriftReport } from '@/utils/store/database';
import type { Commands, Problem } from '@/utils/view/commands';
import type { Live } from '@/utils/view/live';
import type { PanelSurroundings } from '@/utils/view/panel-state';

/** Something that stands between the rep and a logged mail. The most urgent first. */
export type Notice =
  | { kind: 'storage' }
  | { kind: 'unreachable' }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'host' }
  | { kind: 'stale'; tabId: number }
  | { kind: 'drift'; id: string }
  | { kind: 'signed-out'; waiting: number }
  | { kind: 'offline' };

/** A tab of a consented site that said nothing for this long after loading was open before us, ms. */
const SILENT = 2500;
/** Drift is shown while it is fresh, ms. */
const FRESH = 30 * 60_000;

interface Sources {
  around: PanelSurroundings;
  settings: ReadonlySignal<Live<Settings>>;
  openTab: ReadonlySignal<OpenInTab | null>;
  book: { readonly value: Book };
  drift: ReadonlySignal<Live<DriftReport | undefined>>;
  outbox: ReadonlySignal<Live<OutboxEntry[]>>;
  openProposals: ReadonlySignal<Live<Proposal[]>>;
  commands: Commands;
  now: ReadonlySignal<number>;
}

/** Mail sites by host. */
const sites: Record<string, 'gmail'> = { 'mail.google.com': 'gmail' };

function siteOf(url: string | undefined): 'gmail' | null {
  return url && URL.canParse(url) ? (sites[new URL(url).host] ?? null) : null;
}

/** What the panel has to warn of, live. */
export function noticesOf(from: Sources): ReadonlySignal<Notice[]> {
  const consented = computed(() =>
    from.settings.value.state === 'ready' && from.book.value === 'real'
      ? (from.settings.value.value.consent?.sites ?? [])
      : [],
  );
  const silent = signal<number | null>(null);
  effect(() => {
    const tab = from.around.tab.value;
    const site = siteOf(tab?.url);
    silent.value = null;
    if (!tab || tab.loading || from.openTab.value || !site || !consented.value.includes(site)) return;
    const timer = setTimeout(() => {
      silent.value = tab.id;
    }, SILENT);
    return () => clearTimeout(timer);
  });
  return computed(() => {
    const notices: Notice[] = [];
    const { problem, unreachable } = from.commands;
    if (from.openProposals.value.state === 'broken' || from.settings.value.state === 'broken')
      notices.push({ kind: 'storage' });
    if (unreachable.value > 0) notices.push({ kind: 'unreachable' });
    if (problem.value) notices.push({ kind: 'problem', problem: problem.value });
    if (consented.value.length > 0 && from.around.hostGranted.value === false) notices.push({ kind: 'host' });
    else if (silent.value !== null) notices.push({ kind: 'stale', tabId: silent.value });
    const drift = from.drift.value.state === 'ready' ? from.drift.value.value : undefined;
    if (drift && from.now.value - drift.at < FRESH) notices.push({ kind: 'drift', id: drift.id });
    const entries = from.outbox.value.state === 'ready' ? from.outbox.value.value : [];
    const signedOut = entries.filter(
      (entry) => entry.status.state === 'needs-person' && entry.status.fault.kind === 'signed-out',
    );
    if (signedOut.length > 0) notices.push({ kind: 'signed-out', waiting: signedOut.length });
    if (!from.around.online.value) notices.push({ kind: 'offline' });
    return notices;
  });
}
