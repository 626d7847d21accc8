import { v7 } from 'uuid';
import type { BrowserSide, Context } from '@/utils/actions/context';
import { noteKinds } from '@/utils/actions/crm-kinds';
import { noteSchema } from '@/utils/actions/crm-schema';
import { keepSession, openSession } from '@/utils/actions/crm-session';
import { nextSnoozed } from '@/utils/actions/dismiss-proposal';
import { scopeOf } from '@/utils/actions/mirror-scope';
import type { CrmSession } from '@/utils/crm/connector';
import type { Book } from '@/utils/model/messages';
import type { CrmConnection } from '@/utils/model/settings';
import type { Clock } from '@/utils/platform/clock';
import type { Database } from '@/utils/store/database';
import { nextRelease } from '@/utils/store/held-sends';
import { getSettings } from '@/utils/store/settings';
import { nextDue } from '@/utils/sync/claim';
import { keepTime } from '@/utils/sync/keep-time';
import { refreshMirror } from '@/utils/sync/refresh-mirror';

export interface World {
  book: Book;
  db: Database;
  browser: BrowserSide;
  clock: Clock;
  /** 0 ≤ x < 1. */
  random(): number;
  /** Wakes the worker even if it was stopped. */
  wakeAt(when: number): void;
  /** Called after anything may have changed what the badge shows. */
  changed(): void;
  /** Opens the CRM's session; the worker's own unless told (tests hand in a difficult one). */
  open?: (connection: CrmConnection) => Promise<CrmSession>;
}

/** One book's context, and what tests wait for: `idle` resolves when neither drain nor refresh is at work. */
export type Engine = Context & { idle(): Promise<void> };

/** Puts one book to work: its outbox drains, its held mail is released, its mirror is refreshed. Does nothing by itself yet. */
export function makeContext(world: World): Engine {
  const { book, db, browser, clock } = world;
  const now = () => clock.now();
  const newId = () => v7();
  const sessionOf = keepSession(
    world.open ??
      ((connection: CrmConnection) =>
        openSession(connection, { book, db, newId, now, hasCrmAccess: browser.hasCrmAccess })),
    browser.hasCrmAccess,
  );
  const session = async () => sessionOf((await getSettings(db, book)).crm);

  const time = keepTime({
    clock,
    async run() {
      // Practice was left: nothing is due in a book that is gone.
      if (db.hasBeenClosed()) return;
      const { workOff } = await import('@/utils/actions/work-off');
      await workOff(context, { random: world.random, every: clock.every });
      world.changed();
    },
    async next() {
      if (db.hasBeenClosed()) return undefined;
      const { crm } = await getSettings(db, book);
      const times = [
        await nextRelease(db),
        await nextSnoozed(context),
        await nextDue(db, crm.account, now()),
      ];
      const known = times.filter((time) => time !== undefined);
      return known.length === 0 ? undefined : Math.min(...known);
    },
    wakeAt: world.wakeAt,
    bug: (error) => {
      // What was under way when practice was left found its book gone.
      if (!db.hasBeenClosed()) browser.bug('the outbox stopped', error);
    },
  });

  let refreshing: Promise<void> | undefined;
  let refreshAgain = false;
  function syncSoon(): void {
    refreshAgain = true;
    refreshing ??= refresh()
      .catch((error) => browser.bug('the mirror stopped', error))
      .finally(() => {
        refreshing = undefined;
      });
  }
  async function refresh(): Promise<void> {
    while (refreshAgain) {
      refreshAgain = false;
      const { crm } = await getSettings(db, book);
      // Before the mirror's transaction, which waiting for it would end.
      const { rematchAfter } = await import('@/utils/actions/rematch-proposals');
      const fault = await refreshMirror({
        db,
        crmAccount: crm.account,
        session: async () => {
          const opened = await sessionOf(crm);
          await noteKinds(context, crm, opened);
          await noteSchema(context, crm, opened);
          return opened;
        },
        scope: await scopeOf(crm),
        now,
        brought: (changes) => rematchAfter(context, changes),
      });
      // For the panel: since when the mirror is not refreshed, and why.
      await browser.writeSession(`sync-trouble-${book}`, fault && { fault, at: now() });
      world.changed();
      // A transfer may have waited for the contacts.
      if (!fault) context.nudge();
    }
  }

  const context: Engine = {
    book,
    db,
    browser,
    now,
    timeZone: clock.timeZone,
    newId,
    session,
    sessionOf,
    nudge: time.nudge,
    syncSoon,
    async idle() {
      await time.idle();
      await refreshing;
      await time.idle();
    },
  };
  return context;
}
