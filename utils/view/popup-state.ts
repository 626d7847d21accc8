import { computed, effect, signal } from '@preact/signals';
import { businessTime } from '@/utils/follow-ups/business-hours';
import { dayList } from '@/utils/follow-ups/day-list';
import type { WrittenKind } from '@/utils/model/crm-schema';
import type { FollowUp } from '@/utils/model/follow-up';
import type { Book } from '@/utils/model/messages';
import { OpenInTab } from '@/utils/model/messages';
import { type Settings, USUAL_HOURS } from '@/utils/model/settings';
import type { FollowedTab } from '@/utils/platform/follow-tab';
import { isPracticeDay } from '@/utils/platform/open-day';
import { isPracticePage } from '@/utils/platform/open-tab';
import { openDatabase } from '@/utils/store/database';
import { daySources } from '@/utils/store/day-sources';
import { getSettings } from '@/utils/store/settings';
import { askedIn } from '@/utils/view/asked-fields';
import { type Live, orElse, watch, watchClock, watchWith } from '@/utils/view/live';

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
  return tab.url && (isPracticePage(tab.url) || isPracticeDay(tab.url)) ? 'practice' : 'real';
}

/** The parts of the day's list, in their order. */
export type DayPart = 'waiting' | 'promises' | 'tasks' | 'notes' | 'quiet';

/** As much of a part as is read. `atLeast`: there are `total` and may be more. */
export interface DayRows<Kind extends FollowUp['kind']> {
  rows: Extract<FollowUp, { kind: Kind }>[];
  total: number;
  atLeast: boolean;
}

/** More than a popup shows at once; what is behind it is read on request. */
const PAGE = 20;
const MORE = 50;

/** Today: who waits for an answer, what is due, how much waits to be logged. Live. */
export function createPopup(book: Book, abort: AbortSignal) {
  const db = openDatabase(book);
  const now = watchClock(30_000, abort);
  const counted = watch(
    () => db.proposals.where('[status.state+weight]').equals(['open', 'counted']).count(),
    abort,
  );
  const most = signal<Record<DayPart, number>>({
    waiting: PAGE,
    promises: PAGE,
    tasks: PAGE,
    notes: PAGE,
    quiet: PAGE,
  });
  const sources = watchWith(abort, () => {
    const { waiting, quiet } = most.value;
    // One transaction for all: each has a way of its own to the disk and back.
    const tables = [db.settings, db.turns, db.tasks, db.outbox, db.proposals, db.contacts, db.deals];
    const ask = () => daySources(db, book, { now: Date.now(), most: { waiting, quiet } });
    return () => db.transaction('r', tables, ask);
  });
  const settings = computed<Live<Settings>>(() => {
    const live = sources.value;
    return live.state === 'ready' ? { state: 'ready', value: live.value.settings } : live;
  });
  const business = computed(() => {
    if (sources.value.state !== 'ready') return null;
    const { workingHours = USUAL_HOURS, holidays = [] } = sources.value.value.settings;
    return businessTime(workingHours, holidays, Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
  const schema = watch(async () => {
    const { crm } = await getSettings(db, book);
    return (await db.schemas.get(crm.account))?.schema;
  }, abort);
  // Until it is there only meetings without any words are asked about. It weighs much, and few days have such a meeting.
  const agendaOf = signal<((description: string) => string) | null>(null);
  effect(() => {
    const asked =
      sources.value.state === 'ready' &&
      sources.value.value.proposals.some(({ activity }) => activity.kind === 'meeting' && activity.summary);
    if (!asked || agendaOf.peek()) return;
    void import('@/utils/proposals/read-meeting').then(({ meetingSummary }) => {
      agendaOf.value = meetingSummary;
    });
  });
  const rows = computed(() =>
    sources.value.state === 'ready' && business.value
      ? dayList(
          { ...sources.value.value, agendaOf: agendaOf.value ?? (() => '') },
          business.value,
          now.value,
          calendarDay(now.value),
        )
      : [],
  );
  /** So many of them are shown; `total` where all were read. */
  const part = <Kind extends FollowUp['kind']>(
    name: DayPart,
    kind: Kind,
    count?: (rows: number) => Omit<DayRows<Kind>, 'rows'>,
  ) =>
    computed((): DayRows<Kind> => {
      const all = rows.value.filter((row): row is Extract<FollowUp, { kind: Kind }> => row.kind === kind);
      const shown = all.slice(0, most.value[name]);
      const { total, atLeast } = count?.(shown.length) ?? { total: all.length, atLeast: false };
      return { rows: shown, total, atLeast };
    });
  const read = computed(() => (sources.value.state === 'ready' ? sources.value.value : null));
  return {
    now,
    book: signal(book),
    phase: computed(() => {
      const states = [sources.value.state, settings.value.state];
      if (states.includes('broken')) return 'broken' as const;
      if (states.includes('loading')) return 'loading' as const;
      return settings.value.state === 'ready' && !settings.value.value.consent ? 'no-consent' : 'ready';
    }),
    waiting: part('waiting', 'waiting', (shown) => ({
      total: Math.max(read.value?.waiting ?? 0, shown),
      atLeast: false,
    })),
    promises: part('promises', 'promise'),
    tasks: part('tasks', 'task'),
    notes: part('notes', 'notes'),
    quiet: part('quiet', 'quiet', (shown) => ({ total: shown, atLeast: read.value?.moreQuiet ?? false })),
    /** Reads and shows more of this part. */
    showMore: (name: DayPart) => {
      most.value = { ...most.value, [name]: most.value[name] + MORE };
    },
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
    proposals: computed(() => (counted.value.state === 'ready' ? counted.value.value : 0)),
  };
}
