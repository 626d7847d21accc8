import { computed, signal } from '@preact/signals';
import { businessTime } from '@/utils/follow-ups/business-hours';
import { dayList } from '@/utils/follow-ups/day-list';
import type { WrittenKind } from '@/utils/model/crm-schema';
import type { Book } from '@/utils/model/messages';
import { OpenInTab } from '@/utils/model/messages';
import { USUAL_HOURS } from '@/utils/model/settings';
import type { FollowedTab } from '@/utils/platform/follow-tab';
import { isPracticePage } from '@/utils/platform/open-tab';
import { openDatabase } from '@/utils/store/database';
import { daySources } from '@/utils/store/day-sources';
import { getSettings } from '@/utils/store/settings';
import { askedIn } from '@/utils/view/asked-fields';
import { orElse, watch, watchClock } from '@/utils/view/live';

/** A calendar day in this browser's zone, `YYYY-MM-DD`. */
export function calendarDay(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Which book the popup shows: practice where it was opened over the practice mailbox. */
export function bookOfTab(tab: FollowedTab | null, openTabs: unknown): Book {
  if (!tab) return 'real';
  const parsed = OpenInTab.safeParse(
    Object.entries(openTabs ?? {}).find(([id]) => id === String(tab.id))?.[1],
  );
  if (parsed.success && parsed.data.book) return parsed.data.book;
  return tab.url && isPracticePage(tab.url) ? 'practice' : 'real';
}

/** Today: who waits for an answer, what is due, how much waits to be logged. Live. */
export function createPopup(book: Book, abort: AbortSignal) {
  const db = openDatabase(book);
  const now = watchClock(30_000, abort);
  const settings = watch(() => getSettings(db, book), abort);
  const counted = watch(
    () => db.proposals.where('[status.state+weight]').equals(['open', 'counted']).count(),
    abort,
  );
  const sources = watch(() => daySources(db, book), abort);
  const business = computed(() => {
    if (sources.value.state !== 'ready') return null;
    const { workingHours = USUAL_HOURS, holidays = [] } = sources.value.value.settings;
    return businessTime(workingHours, holidays, Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
  const schema = watch(async () => {
    const { crm } = await getSettings(db, book);
    return (await db.schemas.get(crm.account))?.schema;
  }, abort);
  // Until it is there only meetings without any words are asked about.
  const agendaOf = signal<(description: string) => string>(() => '');
  void import('@/utils/proposals/read-meeting').then(({ meetingSummary }) => {
    agendaOf.value = meetingSummary;
  });
  const rows = computed(() =>
    sources.value.state === 'ready' && business.value
      ? dayList(
          { ...sources.value.value, agendaOf: agendaOf.value },
          business.value,
          now.value,
          calendarDay(now.value),
        )
      : [],
  );
  return {
    now,
    book: signal(book),
    phase: computed(() => {
      const states = [sources.value.state, settings.value.state];
      if (states.includes('broken')) return 'broken' as const;
      if (states.includes('loading')) return 'loading' as const;
      return settings.value.state === 'ready' && !settings.value.value.consent ? 'no-consent' : 'ready';
    }),
    waiting: computed(() => rows.value.flatMap((row) => (row.kind === 'waiting' ? [row] : []))),
    promises: computed(() => rows.value.flatMap((row) => (row.kind === 'promise' ? [row] : []))),
    tasks: computed(() => rows.value.flatMap((row) => (row.kind === 'task' ? [row] : []))),
    quiet: computed(() => rows.value.flatMap((row) => (row.kind === 'quiet' ? [row] : []))),
    workday: computed(() => business.value?.dayLength ?? 0),
    kinds: computed(() =>
      settings.value.state === 'ready' ? (settings.value.value.crm.kinds ?? null) : null,
    ),
    connector: computed(() =>
      settings.value.state === 'ready' ? settings.value.value.crm.connector : 'notebook',
    ),
    crmAccount: computed(() => (settings.value.state === 'ready' ? settings.value.value.crm.account : null)),
    /** What the connected CRM wants filled besides, by kind. */
    askedOf: (kind: WrittenKind) =>
      askedIn(
        orElse(schema.value, undefined),
        settings.value.state === 'ready' ? settings.value.value.crm : null,
        kind,
      ),
    notes: computed(() => rows.value.flatMap((row) => (row.kind === 'notes' ? [row] : []))),
    proposals: computed(() => (counted.value.state === 'ready' ? counted.value.value : 0)),
  };
}
