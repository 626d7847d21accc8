import { applyRetention } from '@/utils/actions/apply-retention';
import type { BrowserSide } from '@/utils/actions/context';
import { type Engine, makeContext } from '@/utils/actions/make-context';
import { tellMarks } from '@/utils/actions/marks';
import { forgetTab, tabLoads } from '@/utils/actions/now-open';
import { noteTabAlive, readSites } from '@/utils/actions/read-sites';
import { receiveMessage } from '@/utils/actions/receive-message';
import type { Sender } from '@/utils/actions/who-speaks';
import { connectorById } from '@/utils/crm/connector-by-id';
import type { Book } from '@/utils/model/messages';
import {
  alarmTime,
  forgetAlarm,
  onAlarm,
  SHORTEST_ALARM_MS,
  wakeAt,
  wakeEvery,
} from '@/utils/platform/alarms';
import { showBadge } from '@/utils/platform/badge';
import { browser } from '@/utils/platform/browser';
import { clock } from '@/utils/platform/clock';
import { commandKeys } from '@/utils/platform/command-keys';
import { registerScripts } from '@/utils/platform/content-scripts';
import { showSignIn, signInRedirect } from '@/utils/platform/identity';
import { logForDeveloper } from '@/utils/platform/log';
import { onMorningPressed, showMorning } from '@/utils/platform/notify';
import { openDay } from '@/utils/platform/open-day';
import { openOwnPage } from '@/utils/platform/open-tab';
import * as permissions from '@/utils/platform/permissions';
import { offerSelection } from '@/utils/platform/selection-menu';
import { clearSession, readSession, writeSession } from '@/utils/platform/session-store';
import { offerPanel, openPanel } from '@/utils/platform/side-panel';
import { onTabLeft, reloadTab, tabsShowing, tellTab, urlOfTab } from '@/utils/platform/tabs';
import { bookExists, openDatabase } from '@/utils/store/database';
import { getSettings } from '@/utils/store/settings';
import { wakeOffline } from '@/utils/sync/back-online';

const SYNC_MINUTES = 10;
const DAY_MINUTES = 24 * 60;
/** After the first message is served: looking for work must not make the click wait that woke the worker. */
const LOOK_FOR_WORK_MS = 300;

const browserSide: BrowserSide = {
  readSession,
  writeSession,
  clearSession,
  hasOrigins: permissions.hasOrigins,
  hasCrmAccess: permissions.hasCrmAccess,
  giveBackOrigins: permissions.giveBackOrigins,
  grantedOrigins: permissions.grantedOrigins,
  registerScripts,
  tabsShowing,
  tellTab,
  reloadTab,
  urlOfTab,
  signInRedirect,
  showSignIn,
  showBadge,
  openPanel,
  panelKeys: () => commandKeys('open-panel'),
  bug: logForDeveloper,
};

/**
 * Puts the worker to work. Every listener is added at once, in the first turn, else the browser does not start a
 * stopped worker for it; everything heavy waits until something needs it.
 */
export function startWorker(): void {
  const engines = new Map<Book, Engine>();
  /** For when the morning's alarm is set; null: not looked yet. */
  let planned: number | undefined | null = null;
  const engine = (book: Book): Engine => {
    const there = engines.get(book) ?? makeEngine(book, () => badgeSoon());
    engines.set(book, there);
    return there;
  };
  const badgeSoon = onceSoon(async () => {
    const day = await today();
    await showBadge(day.due);
    await planMorning(day.nextMorning);
    for (const each of engines.values()) {
      if (each.db.isOpen()) await tellMarks(each);
      if (each.book === 'practice') {
        const { noteProgress } = await import('@/utils/actions/practice-progress');
        await noteProgress(each);
      }
    }
  });
  const own = { id: browser.runtime.id, root: browser.runtime.getURL('/') };
  const practicePages = [`${own.root}practice.html`, `${own.root}practice-calendar.html`];
  const failed = (what: string) => (error: unknown) => logForDeveloper(what, error);

  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) =>
    receiveMessage(engine, own, message, sender).finally(badgeSoon),
  );
  onAlarm((name) => {
    if (name === 'sync') engine('real').syncSoon();
    else if (name === 'morning') morning().catch(failed('morning'));
    else if (name === 'daily') daily().catch(failed('daily clearing'));
    else if (name === 'due-practice') practice((each) => each.nudge()).catch(failed('practice'));
    else engine('real').nudge();
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    begin().catch(failed('installing'));
    if (reason === 'install') openOwnPage('/welcome.html').catch(failed('opening the welcome page'));
  });
  browser.runtime.onStartup.addListener(() => {
    begin().catch(failed('starting'));
  });
  const hearMorning = () => onMorningPressed(() => void openDay('real').catch(failed('opening the day')));
  hearMorning();
  permissions.onPermissionsChanged(() => {
    hearMorning();
    permissionsChanged().catch(failed('permissions'));
  });
  onTabLeft(
    (tabId) => {
      forgetTab(engine('real'), tabId).catch(failed('tab closed'));
      noteTabAlive(engine('real'), tabId).catch(failed('tab closed'));
    },
    (tabId) => {
      // A stale mail tab moves within its site too, and stays stale until its script speaks.
      tabLoads(engine('real'), tabId, practicePages)
        .then((left) => (left ? noteTabAlive(engine('real'), tabId) : undefined))
        .catch(failed('tab loads'));
    },
  );
  offerPanel(failed('opening the panel'));
  offerSelection(
    (windowId) => {
      openPanel(windowId).catch(failed('opening the panel'));
    },
    (text, windowId) => {
      writeSession('handed-text', { text, windowId }).catch(failed('the selected text'));
    },
  );
  self.addEventListener('online', () => {
    backOnline().catch(failed('back online'));
  });
  // Opening goes on while the event that woke the worker is on its way: the first look into it finds it open.
  engine('real').db.open().catch(failed('opening the database'));
  clock.after(LOOK_FOR_WORK_MS, () => {
    engine('real').nudge();
    badgeSoon();
    // Also here: an extension that was disabled and enabled again is told of neither installing nor starting.
    wakeEvery('sync', SYNC_MINUTES).catch(failed('alarms'));
    wakeEvery('daily', DAY_MINUTES).catch(failed('alarms'));
  });

  async function begin(): Promise<void> {
    await readSites(engine('real'));
    engine('real').syncSoon();
  }

  /** For what comes by itself: a practice that was left must not come back by that. */
  async function practice(run: (context: Engine) => unknown): Promise<void> {
    if (await bookExists('practice')) await run(engine('practice'));
  }

  async function today() {
    const { readDay } = await import('@/utils/actions/day');
    return readDay(engine('real'));
  }

  /** At the start of work, where the rep asked for it and something is due. */
  async function morning(): Promise<void> {
    const day = await today();
    if (day.nextMorning !== undefined && day.due > 0) await showMorning(day.counts);
    // The alarm that fired is no more, also where it came a moment early and the next is for the same time.
    planned = null;
    await planMorning(day.nextMorning);
  }

  async function planMorning(at: number | undefined): Promise<void> {
    if (at === planned) return;
    // The browser was closed when work began: the alarm that it missed is about to fire.
    if (planned === null && at !== undefined && ((await alarmTime('morning')) ?? at) <= clock.now()) return;
    planned = at;
    if (at === undefined) await forgetAlarm('morning');
    else wakeAt('morning', at);
  }

  async function daily(): Promise<void> {
    await applyRetention(engine('real'));
    await practice(applyRetention);
    badgeSoon();
  }

  async function permissionsChanged(): Promise<void> {
    const { db, book, now, nudge } = engine('real');
    await readSites(engine('real'));
    const { crm } = await getSettings(db, book);
    const origins = (await connectorById(crm.connector))?.origins(crm.settings) ?? [];
    if (await permissions.hasCrmAccess(origins)) {
      const { resumeAccount } = await import('@/utils/actions/retry-entry');
      await resumeAccount(db, crm.account, now(), 'host');
    }
    nudge();
  }

  async function backOnline(): Promise<void> {
    const { db, book, now, nudge } = engine('real');
    await wakeOffline(db, (await getSettings(db, book)).crm.account, now());
    nudge();
  }
}

function makeEngine(book: Book, changed: () => void): Engine {
  return makeContext({
    book,
    db: openDatabase(book),
    browser: browserSide,
    clock,
    random: Math.random,
    wakeAt: (when) => wakeAt(`due-${book}`, Math.max(when, clock.now() + SHORTEST_ALARM_MS)),
    changed,
  });
}

/** Runs once for any number of calls in one moment. */
function onceSoon(run: () => Promise<void>): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    clock.after(100, () => {
      waiting = false;
      run().catch((error) => logForDeveloper('badge', error));
    });
  };
}
