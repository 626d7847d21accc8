import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PageSite, Person, Signature } from '@/utils/model/captured';
import type { WrittenKind } from '@/utils/model/crm-schema';
import { type Book, OpenInTab } from '@/utils/model/messages';
import type { OutboxEntry } from '@/utils/model/outbox';
import type { Proposal } from '@/utils/model/proposal';
import { consentedSites } from '@/utils/model/settings';
import { allSites, siteShown } from '@/utils/model/site-hosts';
import type { FollowedTab } from '@/utils/platform/follow-tab';
import { isPracticePage } from '@/utils/platform/open-tab';
import { type Database, openDatabase } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';
import { askedIn } from '@/utils/view/asked-fields';
import type { Commands } from '@/utils/view/commands';
import { readCoverage, readSoFar } from '@/utils/view/coverage';
import { readCustomer } from '@/utils/view/customer';
import type { draftStrangers, Stranger } from '@/utils/view/draft-strangers';
import { orElse, watchClock, watchWith } from '@/utils/view/live';
import { loggedToday } from '@/utils/view/logged-today';
import { noticesOf } from '@/utils/view/notices';
import { readOpenThread } from '@/utils/view/open-mail';
import { groupQueue, type Queue, sameThreads } from '@/utils/view/queue';
import { confirmedOffer, latestOffer } from '@/utils/view/undo-offer';
import { readChanges, readLogged, type Waiting, watchWaiting } from '@/utils/view/waiting';

/** What the panel is told by the browser. */
export interface PanelSurroundings {
  tab: ReadonlySignal<FollowedTab | null>;
  /** The raw value of `storage.session` under `open-tabs`. */
  openTabs: ReadonlySignal<unknown>;
  /** The raw value under `stale-tabs`. */
  staleTabs: ReadonlySignal<unknown>;
  /** The raw value under `not-kept`. */
  notKept: ReadonlySignal<unknown>;
  /** The sites whose hosts are granted; null while unknown. */
  granted: ReadonlySignal<ReadonlySet<PageSite> | null>;
  online: ReadonlySignal<boolean>;
  /** The raw value under `sync-trouble-real`: since when the CRM cannot be read. */
  syncTrouble: ReadonlySignal<unknown>;
}

const RECENTLY_LOGGED = 12;
const nothingWaits: Waiting = { newest: [], counted: 0 };

/** Everything the panel shows, live. */
export function createPanel(
  around: PanelSurroundings,
  commands: Commands,
  book: Signal<Book>,
  abort: AbortSignal,
) {
  const now = watchClock(20_000, abort);
  const openTab = computed<OpenInTab | null>(() => {
    const tab = around.tab.value;
    const all = around.openTabs.value;
    if (!tab || typeof all !== 'object' || all === null) return null;
    const parsed = OpenInTab.safeParse(Object.entries(all).find(([id]) => id === String(tab.id))?.[1]);
    return parsed.success ? parsed.data : null;
  });
  effect(() => {
    const practice = around.tab.value?.url !== undefined && isPracticePage(around.tab.value.url);
    book.value = openTab.value?.book ?? (practice ? 'practice' : 'real');
  });
  const db = computed<Database>(() => openDatabase(book.value));

  const settings = watchWith(abort, () => {
    const [store, name] = [db.value, book.value];
    return () => getSettings(store, name);
  });
  const crmAccount = computed(() =>
    settings.value.state === 'ready' ? settings.value.value.crm.account : null,
  );

  const sitesRead = computed<PageSite[]>(() =>
    settings.value.state === 'ready' ? consentedSites(settings.value.value) : [],
  );

  const reading = watchWith<number | null>(abort, () => {
    const [store, crm] = [db.value, crmAccount.value];
    const outside = settings.value.state === 'ready' && settings.value.value.crm.connector !== 'notebook';
    return crm && outside ? () => readSoFar(store, crm) : async () => null;
  });
  const { waiting, readMore } = watchWaiting(db, abort);
  const outbox = watchWith<OutboxEntry[]>(abort, () => {
    const store = db.value;
    return () =>
      store.outbox.where('status.state').anyOf('queued', 'sending', 'unconfirmed', 'needs-person').toArray();
  });
  const recent = watchWith<Proposal[]>(abort, () => {
    const store = db.value;
    return () => readLogged(store, RECENTLY_LOGGED, Date.now());
  });
  const changes = watchWith<Proposal[]>(abort, () => {
    const store = db.value;
    return () => readChanges(store);
  });
  const drift = watchWith(abort, () => {
    const store = db.value;
    return () => store.drift.orderBy('at').last();
  });
  const thread = watchWith(abort, () => {
    const tab = openTab.value;
    const crm = crmAccount.value;
    const store = db.value;
    if (!tab || !crm || (tab.messages.length === 0 && tab.threadIds.length === 0)) return null;
    return () => readOpenThread(store, crm, tab, Date.now());
  });

  const schema = watchWith(abort, () => {
    const store = db.value;
    const crm = crmAccount.value;
    return crm ? async () => (await store.schemas.get(crm))?.schema ?? null : null;
  });
  // On its own: the card must not wait for what else is known.
  const customer = watchWith(abort, () => {
    const live = thread.value;
    const crm = crmAccount.value;
    const store = db.value;
    if (live.state !== 'ready' || !crm) return null;
    const { tabId, offered, decided } = live.value;
    return async () => ({ tabId, ...(await readCustomer(store, crm, [...offered, ...decided])) });
  });

  /** People on the open thread whom the CRM does not know, by address, and what their mails say. */
  const unknown = computed(() => {
    const live = thread.value;
    const people = new Map<string, Person>();
    const signatures = new Map<string, Signature>();
    const texts: string[] = [];
    if (live.state === 'ready' && openTab.value?.tabId === live.value.tabId)
      for (const proposal of [...live.value.offered, ...live.value.decided]) {
        texts.push(proposal.captured.text);
        for (const person of proposal.match.strangers) people.set(person.address, person);
        const { from, signature } = proposal.captured;
        if (signature) signatures.set(from.address, signature);
      }
    return { people, texts, signatures };
  });
  const draft = signal<typeof draftStrangers | null>(null);
  effect(() => {
    if (unknown.value.people.size === 0 || draft.peek()) return;
    void import('@/utils/view/draft-strangers').then((module) => {
      draft.value = module.draftStrangers;
    });
  });
  // Live: somebody who was just made a contact is a possible double at once.
  const drafted = watchWith(abort, () => {
    const { people, texts, signatures } = unknown.value;
    const make = draft.value;
    const crm = crmAccount.value;
    const store = db.value;
    if (!make || !crm || people.size === 0) return null;
    return () => make(store, crm, [...people.values()], texts, signatures);
  });
  const strangers = computed<Stranger[]>(() =>
    orElse(drafted.value, []).filter(({ person }) => unknown.value.people.has(person.address)),
  );

  const stuckIds = computed<ReadonlySet<string>>(
    () =>
      new Set(
        orElse(outbox.value, []).flatMap(({ id, status }) => (status.state === 'needs-person' ? [id] : [])),
      ),
  );
  const open = computed(() => {
    const tab = openTab.value;
    const live = thread.value;
    if (settings.value.state === 'loading') return { kind: 'loading' as const };
    if (settings.value.state === 'ready' && sitesRead.value.length === 0)
      return { kind: 'no-consent' as const };
    // The browser tells the address only where a host is granted: a site that was never allowed is not seen here.
    const here = siteShown(around.tab.value?.url ?? '');
    const off = book.value === 'practice' ? [] : allSites.filter((site) => !sitesRead.value.includes(site));
    const unread = here && off.includes(here) ? here : null;
    if (!tab || unread) return { kind: 'other-page' as const, here: unread, off };
    if (tab.messages.length === 0 && tab.threadIds.length === 0) return { kind: 'nothing' as const };
    if (live.state === 'broken') return { kind: 'nothing' as const };
    if (live.state === 'loading') return { kind: 'loading' as const };
    const known = orElse(customer.value, null);
    return {
      kind: 'thread' as const,
      ...live.value,
      customer: known?.tabId === live.value.tabId ? known : null,
      strangers: strangers.value,
      stuck: stuckIds.value,
    };
  });

  let before: Queue | null = null;
  const queue = computed(() => {
    const here = open.value.kind === 'thread' ? open.value.offered : [];
    const { newest, counted } = orElse(waiting.value, nothingWaits);
    const ids = new Set(here.map((proposal) => proposal.id));
    const total = counted - here.filter(({ weight }) => weight === 'counted').length;
    before = sameThreads(before, groupQueue(newest, ids));
    return { ...before, total: Math.max(0, total) };
  });
  const tick = signal(Date.now());
  const offer = computed(() =>
    latestOffer([confirmedOffer(orElse(outbox.value, []), tick.value), commands.offer.value], tick.value),
  );
  // Looks at the clock only while something can be taken back.
  effect(() => {
    const ends = [commands.offer.value?.until ?? 0];
    for (const entry of orElse(outbox.value, []))
      if (entry.status.state === 'queued') ends.push(entry.status.notBefore);
    tick.value = Date.now();
    if (Math.max(...ends) <= Date.now()) return;
    const timer = setInterval(() => {
      tick.value = Date.now();
      if (Math.max(...ends) <= Date.now()) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  });

  const inHand = computed(() => {
    const ops: Record<string, OutboxEntry['job']['op']> = {
      logged: 'log-activity',
      changed: 'update-activity',
    };
    const offered = new Set(offer.value?.proposalIds);
    const entries = orElse(outbox.value, []).filter(
      ({ job }) =>
        !('proposalId' in job && job.op === ops[offer.value?.kind ?? ''] && offered.has(job.proposalId)),
    );
    return {
      stuck: entries.filter((entry) => entry.status.state === 'needs-person'),
      onTheWay: entries.filter((entry) => entry.status.state !== 'needs-person'),
    };
  });
  const coverage = computed(() => ({
    logged: loggedToday(orElse(recent.value, []), now.value),
    waiting: orElse(waiting.value, nothingWaits).counted,
    onTheWay: inHand.value.onTheWay.length,
    stuck: inHand.value.stuck.length,
  }));

  const covered = watchWith(abort, () => {
    const [store, name, crm] = [db.value, book.value, crmAccount.value];
    return crm ? () => readCoverage(store, name, crm) : null;
  });

  const notices = noticesOf({
    around,
    settings,
    openTab,
    book,
    drift,
    outbox,
    waiting,
    syncTrouble: around.syncTrouble,
    reading: computed(() => orElse(reading.value, null)),
    commands,
    now,
  });

  return {
    now,
    tick,
    book,
    open,
    queue,
    offer,
    inHand,
    coverage,
    covered: computed(() => orElse(covered.value, null)),
    notices,
    loading: computed(() => waiting.value.state === 'loading'),
    changes: computed(() => orElse(changes.value, [])),
    /** Reads more of what waits: the list came to the end of what was read. */
    readMore,
    /** What the connected CRM has a place for; null while that is not known. */
    kinds: computed(() =>
      settings.value.state === 'ready' ? (settings.value.value.crm.kinds ?? null) : null,
    ),
    /** What the connected CRM wants filled besides, by kind. */
    askedOf: (kind: WrittenKind) =>
      askedIn(
        orElse(schema.value, null) ?? undefined,
        settings.value.state === 'ready' ? settings.value.value.crm : null,
        kind,
      ),
    notesTemplate: computed(() =>
      settings.value.state === 'ready' ? settings.value.value.notesTemplate : undefined,
    ),
    crmAccount,
    /** What the rep agreed to have read. */
    sitesRead,
    recent: computed(() => orElse(recent.value, []).slice(0, RECENTLY_LOGGED)),
    connector: computed(() =>
      settings.value.state === 'ready' ? settings.value.value.crm.connector : 'notebook',
    ),
    pending: commands.pending,
    said: commands.said,
  };
}

export type Panel = ReturnType<typeof createPanel>;
